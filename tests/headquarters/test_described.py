"""What the description of the API allows, and much that it does not, is answered as described and never by a fault."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as budget
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks
from starlette.responses import JSONResponse

from headquarters.app import make_app
from headquarters.devices.service import enrol, make_code
from retail.wire.protocol import VERSION
from tests.headquarters.conftest import ADMINISTRATOR, Books

FEW, MANY, SAME = 3, 2000, 1
EPOCH = "epoch-of-the-test"
CHECKS = [
    not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_schema_conformance, checks.response_headers_conformance,
]  # fmt: skip


def tokens_of(books: Books) -> dict[str, str]:
    """Nobody, a device and the administrator, with what each says of itself."""
    with books.parts.database.writing() as session:
        code = make_code(session, "HOUSTON-1", books.clock.now())
        _, token = enrol(session, code, "test", EPOCH, books.clock.now())
    return {"nobody": "", "device": token, "administrator": ADMINISTRATOR}


def ask(app: FastAPI, tokens: dict[str, str], which: int, count: int) -> int:
    """Ask every call so many things, as anybody; how many calls that were.

    Raises:
        schemathesis' failures: an answer is not as described; the text says how to ask again.
    """
    asked = 0

    def try_one(case: Any, caller: str) -> None:
        nonlocal asked
        asked += 1
        token = tokens[caller]
        if caller == "device" and isinstance(case.body, dict) and "epoch" in case.body:
            case.body |= {"protocol": VERSION, "register_name": "HOUSTON-1", "epoch": EPOCH}
        answer = case.call(headers={"Authorization": f"Bearer {token}"} if token else {})
        case.validate_response(answer, checks=CHECKS)

    settings = budget(
        max_examples=count, deadline=None, derandomize=False, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
    )  # fmt: skip
    for found in schemathesis.openapi.from_asgi("/openapi.json", app).get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        callers = st.sampled_from(sorted(tokens))
        for mode in schemathesis.GenerationMode:
            cases = operation.as_strategy(generation_mode=mode)
            with contextlib.suppress(Unsatisfiable):  # a call that takes nothing cannot be asked wrongly
                seed(which)(settings(given(case=cases, caller=callers)(try_one)))()
    return asked


@pytest.mark.timeout(0)
def test_every_call_answers_as_described(
    books: Books, pytestconfig: pytest.Config, compared: Callable[[str], None]
) -> None:
    """`--long` asks other things every time."""
    is_long: bool = pytestconfig.getoption("--long")
    given_seed: int | None = pytestconfig.getoption("--seed")
    which = SAME if given_seed is None else given_seed
    asked = ask(make_app(books.parts), tokens_of(books), which, MANY if is_long else FEW)

    compared(f"API: {asked} calls of --seed {which}, each answered as described")
    assert asked > 50


@pytest.mark.parametrize(
    "said", [JSONResponse({"count": "many"}), JSONResponse({"count": 1}, 418), JSONResponse({}, 500)]
)
def test_an_api_that_answers_otherwise_than_described_is_found_out(said: JSONResponse) -> None:
    app = FastAPI()

    @app.get("/count")
    def count() -> dict[str, int]:
        return said  # type: ignore[return-value]

    with pytest.raises(FailureGroup):
        ask(app, {"nobody": ""}, SAME, 1)
