"""Default deny: every route names who may call it, and failures say nothing of the inside."""

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts

from headquarters.app import CallerUnnamed, check_caller, make_app
from headquarters.auth import Anybody, CallingAdministrator, CallingDevice
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.conftest import Books

OPEN_TO_ALL = {
    ("POST", "/v1/enrol"), ("GET", "/office/style.css"), ("GET", "/office/sign-in"), ("POST", "/office/sign-in"),
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
                assert b"Administrator" in answer.body, (method, path)
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


def test_fault_inside_is_answered_without_a_trace_and_logged(shop: RunningHeadquarters) -> None:
    name = "x" * 60

    answer = shop.call("POST", f"/v1/jobs/{name}/run", token=shop.administrator)

    assert answer.status == 404
    assert "The jobs are" in answer.json["detail"]
