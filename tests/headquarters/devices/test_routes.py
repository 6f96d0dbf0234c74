"""Enrolment over the wire: guessing is slowed down, a revoked device learns it at its next call."""

from contextlib import closing

import pytest
from sqlcipher3 import dbapi2 as sqlite

from headquarters.devices.attempts import Attempts
from headquarters.errors import Refusal
from retail.wire.protocol import VERSION
from tests.fixtures.fix_headquarters import RunningHeadquarters


def test_guessing_is_stopped_after_ten_failures(headquarters: RunningHeadquarters) -> None:
    guess = {"protocol": 1, "code": "AAAA-AAAA-AAAA-AAAA", "device": "x"}

    answers = [headquarters.call("POST", "/v1/enrol", guess) for _ in range(12)]

    assert [answer.status for answer in answers] == [403] * 10 + [429] * 2
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 61


def test_every_guess_stands_in_the_audit_log_with_the_address_it_came_from(
    shop: RunningHeadquarters,
) -> None:
    """Beside it a right code that is used a second time: that is a guess too, and nothing of it is kept."""
    code = shop.manage("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-2"})["code"]
    wish = {"protocol": 1, "code": code, "device": "x\nevil 2026-11-02 boss"}
    assert [shop.call("POST", "/v1/enrol", wish).status for _ in range(3)] == [200, 403, 403]

    with closing(sqlite.connect(shop.folder / "headquarters.db")) as books:
        found = books.execute(
            "SELECT who, act, about, before, after FROM audit_entries WHERE kind = 'enrolment'"
        ).fetchall()
    assert found == [("nobody", "guessed a code", "127.0.0.1", None, None)] * 2


def test_enrolment_tells_who_the_register_is(shop: RunningHeadquarters) -> None:
    code = shop.manage("POST", "/v1/manage/enrolment-codes", {"register": "SEATTLE-1"})["code"]

    told = shop.call("POST", "/v1/enrol", {"protocol": 1, "code": code, "device": "pc"}).json

    assert (told["register_name"], told["store"], told["nonce"]) == ("SEATTLE-1", "SEATTLE", "nonce-1")
    assert len(told["device_secret"]) == 64


def test_enrolment_of_another_version_is_refused_and_keeps_the_code(shop: RunningHeadquarters) -> None:
    wish = shop.manage("POST", "/v1/manage/enrolment-codes", {"register": "BOSTON-1"}) | {"device": "pc"}

    assert shop.call("POST", "/v1/enrol", wish | {"protocol": VERSION + 1}).status == 409
    assert shop.call("POST", "/v1/enrol", wish | {"protocol": 1}).status == 200


def test_revoked_device_is_refused_at_its_next_call_of_any_kind(shop: RunningHeadquarters) -> None:
    register = shop.enrol("HOUSTON-2")
    assert register.call("GET", "/v1/hello").status == 200

    shop.manage("POST", "/v1/manage/registers/HOUSTON-2/revoke")

    assert register.call("GET", "/v1/hello").status == 401
    assert register.call("POST", "/v1/uploads", register.batch()).status == 401
    assert register.call("GET", "/v1/feeds/prices").status == 401


def test_hello_passes_on_that_the_p_job_asked_and_is_heard_by_it(shop: RunningHeadquarters) -> None:
    register = shop.enrol("HOUSTON-1")
    assert not register.call("GET", "/v1/hello").json["upload_asked"]

    session = shop.job("p-job")

    assert "Waiting: " in session["note"]
    assert "HOUSTON-1" in session["note"]
    assert register.call("GET", "/v1/hello").json["upload_asked"]
    assert not register.call("GET", "/v1/hello").json["upload_asked"]


def test_addresses_are_limited_apart_and_only_for_a_while() -> None:
    ticks = [0.0]
    attempts = Attempts(2, 60, lambda: ticks[0])
    attempts.failed("a")
    ticks[0] = 30
    attempts.failed("a")

    with pytest.raises(Refusal) as refused:
        attempts.check("a")
    attempts.check("b")
    assert refused.value.retry_after_seconds == 31

    ticks[0] = 61
    attempts.check("a")
