"""The description of the API: what calls take, read from the models that check them, and how they say no."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

Dependency = Callable[..., object]
_REF = "#/components/schemas/{model}"
_taken: list[type[BaseModel]] = []


class Refused(BaseModel):
    """Why not, in words for people."""

    detail: str


_WHY = {
    400: "The call or its body cannot be read.",
    401: "The token is not accepted.",
    403: "This is not the caller's own.",
    404: "There is no such thing.",
    408: "The body took too long to arrive.",
    409: "This cannot be done as things stand.",
    410: "The cursor is too old or of another headquarters; read from the start.",
    413: "The body is too large.",
    415: "The body is packed in a way that is not known here.",
    422: "The call was understood as little as its body.",
    423: "The register is paused and told nothing new for now.",
    426: "The program of the register is too old to be told what is new; it is to be updated.",
    429: "Too many wrong tries.",
    500: "Headquarters broke down over this call.",
    503: "Headquarters is busy.",
}
_ALWAYS = (400, 408, 413, 415, 422, 500, 503)
"""What any call may meet."""


def takes(model: type[BaseModel]) -> dict[str, Any]:
    """Say in the description of a route that its body is this model."""
    _taken.append(model)
    schema = {"$ref": _REF.format(model=model.__name__)}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def refuses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Say in the description of a route with which statuses it may say no, besides those that any call may meet."""
    return {status: {"model": Refused, "description": _WHY[status]} for status in statuses}


def depends_on(dependant: Dependant) -> set[object]:
    """Everything a route depends on."""
    return {dependant.call}.union(*[depends_on(each) for each in dependant.dependencies])


def describe(
    app: FastAPI, callers: Mapping[Dependency, str], headers: Mapping[Dependency, str]
) -> dict[str, Any]:
    """The OpenAPI description: bodies, refusals, whose token a call needs (`callers`) and its own headers (`headers`),
    each by what the routes depend on.
    """
    if app.openapi_schema is None:
        described = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        models: list[type[BaseModel]] = [Refused, *_taken]
        _, bodies = models_json_schema([(model, "validation") for model in models], ref_template=_REF)
        parts = described.setdefault("components", {})
        parts["securitySchemes"] = {name: {"type": "http", "scheme": "bearer"} for name in callers.values()}
        for name, schema in bodies.get("$defs", {}).items():
            parts.setdefault("schemas", {}).setdefault(name, schema)
        for context in iter_route_contexts(app.routes):
            route = context.original_route
            if isinstance(route, APIRoute) and route.include_in_schema:
                needed = depends_on(route.dependant)
                for method in route.methods or ():
                    said = described["paths"][route.path_format][method.lower()]
                    _say_how(said, needed, callers, headers)
        app.openapi_schema = described
    return app.openapi_schema


def _say_how(
    said: dict[str, Any],
    needed: set[object],
    callers: Mapping[Dependency, str],
    headers: Mapping[Dependency, str],
) -> None:
    """Say of one call whose token it needs, which headers, and with what it may be refused."""
    tokens: list[dict[str, list[str]]] = [{name: []} for caller, name in callers.items() if caller in needed]
    said |= {"security": tokens} if tokens else {}
    said["parameters"] = said.get("parameters", []) + [
        {"name": name, "in": "header", "required": True, "schema": {"type": "string", "pattern": "^[!-~]{1,200}$"}}
        for part, name in headers.items()
        if part in needed
    ]  # fmt: skip
    content = {"application/json": {"schema": {"$ref": _REF.format(model=Refused.__name__)}}}
    for status in (*_ALWAYS, *((401,) if tokens else ())):
        said["responses"][str(status)] = {"description": _WHY[status], "content": content}
