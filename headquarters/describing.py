"""The description of the API: what calls take, read from the same strict models that check them."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

_REF = "#/components/schemas/{model}"
_taken: list[type[BaseModel]] = []


def takes(model: type[BaseModel]) -> dict[str, Any]:
    """Say in the description of a route that its body is this model."""
    _taken.append(model)
    schema = {"$ref": _REF.format(model=model.__name__)}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, bodies included."""
    if app.openapi_schema is None:
        described = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        _, bodies = models_json_schema([(model, "validation") for model in _taken], ref_template=_REF)
        schemas = described.setdefault("components", {}).setdefault("schemas", {})
        for name, schema in bodies.get("$defs", {}).items():
            schemas.setdefault(name, schema)
        app.openapi_schema = described
    return app.openapi_schema
