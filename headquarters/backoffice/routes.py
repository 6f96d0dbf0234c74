"""The web pages, and the description of the API; all of it works without internet."""

from typing import Any

from fastapi import APIRouter, Request

from headquarters.auth import Anybody
from headquarters.describing import describe

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
def openapi(request: Request, anybody: Anybody) -> dict[str, Any]:
    """The description of the API."""
    return describe(request.app)
