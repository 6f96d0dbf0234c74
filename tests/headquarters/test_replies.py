"""A register can prove every reply: nonce, digest, incarnation, and an end mark as the last thing in it."""

import gzip
import json

import pytest

from retail.wire.base import digest
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    return shop.enrol("HOUSTON-1")


def test_nonce_comes_back(register: EnrolledRegister) -> None:
    answer = register.call("GET", "/v1/hello", headers={"X-Kassa-Nonce": "æøå-1".encode().hex()})

    assert answer.json["nonce"] == "æøå-1".encode().hex()


@pytest.mark.parametrize("nonce", ["", "n" * 201])
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/v1/hello"), ("POST", "/v1/uploads"), ("POST", "/v1/real-time/documents"),
     ("GET", "/v1/real-time/orders"), ("GET", "/v1/feeds/prices"), ("POST", "/v1/enrol")],
)  # fmt: skip
def test_call_without_a_usable_nonce_is_refused(
    register: EnrolledRegister, method: str, path: str, nonce: str
) -> None:
    body = register.batch() if "documents" in path or "uploads" in path else None
    if path == "/v1/enrol":
        body = {"protocol": 1, "code": "x", "device": "x"}

    assert register.call(method, path, body, headers={"X-Kassa-Nonce": nonce}).status == 400


def test_digest_is_of_the_plain_body_and_the_end_mark_is_last(register: EnrolledRegister) -> None:
    plain = register.call("GET", "/v1/feeds/settings")

    assert plain.headers.get("Content-Encoding") is None
    assert plain.headers["X-Kassa-Digest"] == digest(plain.body)
    assert plain.headers["Content-Length"] == str(len(plain.body))
    assert plain.body.endswith(b'"end":"end"}')


def test_long_reply_is_packed_when_the_register_takes_it(register: EnrolledRegister) -> None:
    packed = register.call("GET", "/v1/feeds/settings", headers={"Accept-Encoding": "gzip, deflate"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["X-Kassa-Digest"] == digest(gzip.decompress(packed.body))


@pytest.mark.parametrize(("path", "coding"), [("/v1/feeds/settings", "gzip;q=0"), ("/v1/feeds/settings", "br"),
                                              ("/v1/hello", "gzip")])  # fmt: skip
def test_reply_stays_plain_when_short_or_not_wanted(
    register: EnrolledRegister, path: str, coding: str
) -> None:
    assert (
        register.call("GET", path, headers={"Accept-Encoding": coding}).headers.get("Content-Encoding")
        is None
    )


def test_reply_names_tenant_and_incarnation(shop: RunningHeadquarters, register: EnrolledRegister) -> None:
    first, second = (register.call("GET", "/v1/hello").json for _ in range(2))

    assert first["tenant"] == "test"
    assert first["incarnation"] == second["incarnation"]


def test_names_outside_ascii_come_back_as_they_were(
    shop: RunningHeadquarters, register: EnrolledRegister
) -> None:
    name = "Åse \U0001f600 \u200fعربي"
    shop.manage(
        "PUT",
        "/v1/manage/retailer",
        {"customers": [{"id": "01900000-0000-7000-8000-00000000a5e0", "name": name}]},
    )

    assert name in json.dumps(register.rows("customers"), ensure_ascii=False)
