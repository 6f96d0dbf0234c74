"""The description of the API, for programs and for people, without internet."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from headquarters.auth import Anybody, may_be_a_device, may_be_an_administrator
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import visitor_of
from headquarters.context import Context
from headquarters.describing import Dependency, describe
from headquarters.replies import nonce_of
from retail.wire.protocol import NONCE_HEADER

router = APIRouter(include_in_schema=False)

TOKENS: dict[Dependency, str] = {may_be_a_device: "device", may_be_an_administrator: "administrator"}
HEADERS: dict[Dependency, str] = {nonce_of: NONCE_HEADER}


@dataclass(frozen=True, slots=True)
class Call:
    """One call in a line of the page."""

    method: str
    path: str
    who: str
    words: str
    takes: str


@router.get("/")
def front_door(anybody: Anybody) -> Response:
    """The way to the web pages."""
    return RedirectResponse("/office", 303)


@router.get("/openapi.json")
def openapi(request: Request, anybody: Anybody) -> dict[str, Any]:
    """The description of the API."""
    return describe(request.app, TOKENS, HEADERS)


@router.get("/api")
def api(request: Request, headquarters: Context, anybody: Anybody) -> Response:
    """The same as a page."""
    calls = [
        Call(method.upper(), path, ", ".join(said.get("tags", [])), said.get("description", ""), _taken(said))
        for path, methods in describe(request.app, TOKENS, HEADERS)["paths"].items()
        for method, said in methods.items()
    ]
    return page("api.html", visitor_of(request, headquarters), calls=calls)


def _taken(said: dict[str, Any]) -> str:
    body = said.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    names = [each["name"] for each in said.get("parameters", [])]
    return ", ".join(names + ([body["$ref"].rpartition("/")[2]] if "$ref" in body else []))
