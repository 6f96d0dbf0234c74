"""What a register may tell of itself, over the line: its own tally, of a bounded size; older registers tell nothing."""

from typing import Any

import pytest

from retail.wire.protocol import VERSION
from retail.wire.tally import NUMBERS_MAX, Tally
from tests.fixtures.fix_headquarters import Answer, EnrolledRegister, RunningHeadquarters
from tests.headquarters.shop import PaperRegister, sent

TALLY: dict[str, Any] = {
    "held": 0, "attention": 0, "held_minor": 0, "first": 1, "last": 1, "open": [],
    "days": [{"business_date": "2026-11-02", "count": 1, "first": 1, "last": 1, "tendered": {"cash": 8000}}],
    "chain_number": 3, "chain_hash": "f", "broken_at": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    register = shop.enrol("HOUSTON-1")
    register.upload(sent(PaperRegister(epoch=register.epoch).sale()))
    return register


def tell(register: EnrolledRegister, tally: dict[str, Any] | None = None, **other: Any) -> Answer:
    body = {"protocol": 1, "register_name": register.register_name, "epoch": register.epoch, "tally": TALLY}
    return register.call("POST", "/v1/tally", body | ({} if tally is None else {"tally": tally}) | other)


def test_hello_says_whether_the_tally_is_wanted_and_what_differs(register: EnrolledRegister) -> None:
    digest = Tally.model_validate_json(str(TALLY).replace("'", '"')).digest(register.epoch)
    plain = register.call("GET", "/v1/hello").json
    unknown = register.call("GET", f"/v1/hello?tally={digest}").json

    assert (plain["tally_wanted"], plain["differences"]) == (False, None)
    assert (unknown["tally_wanted"], unknown["differences"]) == (True, None)
    assert tell(register).json["differences"] == []

    known = register.call("GET", f"/v1/hello?tally={digest}").json
    assert (known["tally_wanted"], known["differences"]) == (False, [])


@pytest.mark.parametrize(
    ("tally", "other", "status", "words"),
    [
        (None, {"register_name": "HOUSTON-2"}, 403, "cannot speak for another register"),
        (None, {"epoch": "another"}, 403, "cannot speak for another register or epoch"),
        (None, {"protocol": VERSION + 1}, 409, "version"),
        ({**TALLY, "last": NUMBERS_MAX + 1}, {}, 422, "5000 numbers at most"),
        ({**TALLY, "shelf": 1}, {}, 422, "shelf"),
    ],
)
def test_a_tally_that_is_not_the_registers_own_is_refused(
    register: EnrolledRegister, tally: dict[str, Any] | None, other: dict[str, Any], status: int, words: str
) -> None:
    answer = tell(register, tally, **other)

    assert (answer.status, words in answer.json["detail"]) == (status, True), answer.body


def test_ranges_beyond_what_is_told_cost_nothing(register: EnrolledRegister) -> None:
    huge = {**TALLY, "open": [[0, 10**15]], "days": []}

    assert tell(register, huge).json["differences"] == []
