"""Default deny: every route names who may call it, and failures say nothing of the inside."""

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from sqlcipher3 import dbapi2 as sqlite_driver
from starlette.types import Message

from headquarters.app import CallerUnnamed, check_caller, make_app
from headquarters.auth import Anybody, CallingAdministrator, CallingDevice
from headquarters.database import FILE_NAME, PRAGMAS
from headquarters.manage import routes as manage
from retail.wire.versions import Versions
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.conftest import ADMINISTRATOR, Books, only_sqlite

OPEN_TO_ALL = {
    ("POST", "/v1/enrol"), ("GET", "/office/style.css"), ("GET", "/office/set.css"), ("GET", "/office/htmx.js"),
    ("GET", "/office/fonts/{name}"),
    ("GET", "/office/sign-in"), ("POST", "/office/sign-in"), ("GET", "/office/set-up"), ("POST", "/office/set-up"),
    ("GET", "/"), ("GET", "/openapi.json"), ("GET", "/api"),
}  # fmt: skip


def routes_of(app: FastAPI) -> list[tuple[str, str]]:
    found = []
    for context in iter_route_contexts(app.routes):
        assert context.path is not None
        found += [(method, context.path) for method in sorted(context.methods or ())]
    return found


def test_route_without_a_caller_is_refused() -> None:
    router = APIRouter()

    @router.get("/forgotten")
    def forgotten() -> str:
        return "secret"

    with pytest.raises(CallerUnnamed, match="/forgotten must say who may call it"):
        check_caller(router.routes[0])


def test_route_with_two_callers_is_refused() -> None:
    router = APIRouter()

    @router.get("/both")
    def both(device: CallingDevice, anybody: Anybody) -> str:
        return "secret"

    with pytest.raises(CallerUnnamed):
        check_caller(router.routes[0])


def test_route_with_a_caller_passes() -> None:
    router = APIRouter()

    @router.get("/named")
    def named(administrator: CallingAdministrator) -> str:
        return "secret"

    check_caller(router.routes[0])


def test_every_route_but_the_open_ones_refuses_a_stranger_and_the_wrong_token(
    shop: RunningHeadquarters, books: Books
) -> None:
    register = shop.enrol("HOUSTON-1")
    routes = routes_of(make_app(books.parts))
    assert len(routes) > 20
    assert set(routes) >= OPEN_TO_ALL

    for method, path in sorted(set(routes) - OPEN_TO_ALL):
        address = path.replace("{name}", "prices").replace("{", "").replace("}", "")
        pages = path.startswith("/office")
        for_registers = path.startswith("/v1/") and not path.startswith(("/v1/manage", "/v1/jobs"))
        wrong = [None, "x", shop.administrator if for_registers else register.token]
        for token in wrong:
            answer = shop.call(method, address, {} if method in ("POST", "PUT") else None, token=token)
            if pages:
                assert b'action="/office/sign-in"' in answer.body, (method, path)
            else:
                assert (method, path, answer.status) == (method, path, 401)


@pytest.mark.parametrize(("method", "path", "status"), [
    ("GET", "/v1/nothing", 404), ("GET", "/docs", 404), ("GET", "/redoc", 404), ("GET", "/../etc/passwd", 404),
    ("DELETE", "/v1/hello", 405), ("GET", "/v1/uploads", 405), ("OPTIONS", "/v1/manage/counts", 405)])  # fmt: skip
def test_unknown_ways_in_are_refused_in_words(
    shop: RunningHeadquarters, method: str, path: str, status: int
) -> None:
    answer = shop.call(method, path, token=shop.administrator)

    assert (answer.status, list(answer.json)) == (status, ["detail"])
    assert "server" not in answer.headers


def test_description_names_the_bodies_of_all_calls(shop: RunningHeadquarters) -> None:
    described = shop.call("GET", "/openapi.json").json

    assert {"UploadRequest", "EnrolRequest", "Retailer", "UploadReply", "FeedPage"} <= set(
        described["components"]["schemas"]
    )
    assert "requestBody" in described["paths"]["/v1/uploads"]["post"]
    assert "/office" not in described["paths"]


def test_fault_inside_is_answered_without_a_trace_and_logged(
    books: Books, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(parts: object) -> None:
        raise ZeroDivisionError("a secret of the inside")

    monkeypatch.setattr(manage, "counts_of", fail)

    status, body = asked(make_app(books.parts), "GET", "/v1/manage/counts", ADMINISTRATOR)

    assert (status, body) == (500, b'{"detail":"Headquarters could not do this. Its log says why."}')
    assert "a secret of the inside" in caplog.text


@pytest.mark.parametrize(
    ("version", "status"), [("1", 409), ("2", 401), ("3", 401), ("4", 409), ("x", 409), ("", 401)]
)
def test_register_of_another_version_is_told_which_are_spoken(
    books: Books, version: str, status: int
) -> None:
    app = make_app(replace(books.parts, spoken=Versions(2, 3)))

    answered, body = asked(app, "GET", "/v1/hello", "unknown", (b"x-kassa-version", version.encode()))

    assert answered == status
    if status == 409:
        assert b"speaks versions 2 to 3" in body
        assert body.endswith(b'"protocol":3,"oldest":2}')


@only_sqlite
@pytest.mark.usefixtures("engine")
def test_busy_database_is_answered_with_try_again_and_not_as_a_fault(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", "100")
    books: Books = request.getfixturevalue("books")
    app = make_app(books.parts)

    with held(books):
        status, body = asked(app, "DELETE", "/v1/manage/products/A", ADMINISTRATOR)

    assert (status, body) == (503, b'{"detail":"Headquarters is busy. Try again in a moment."}')
    assert asked(app, "DELETE", "/v1/manage/products/A", ADMINISTRATOR)[0] == 200


def asked(
    app: FastAPI, method: str, path: str, token: str, *headers: tuple[bytes, bytes]
) -> tuple[int, bytes]:
    """Call the application without a network between."""
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "scheme": "http", "headers": [(b"authorization", f"Bearer {token}".encode()), *headers],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 1), "http_version": "1.1",
    }  # fmt: skip
    # Starlette raises a fault again after it has been answered, for the server's log.
    with contextlib.suppress(ZeroDivisionError):
        asyncio.run(app(scope, receive, send))
    return said[0]["status"], said[1]["body"]


@contextlib.contextmanager
def held(books: Books) -> Iterator[None]:
    """Another program keeps the database file to itself."""
    other = sqlite_driver.connect(str(books.folder / FILE_NAME), isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
    finally:
        other.close()
