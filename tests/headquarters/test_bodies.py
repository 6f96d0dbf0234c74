"""Bodies are read in limited time, up to a limited size however well packed, and strictly."""

import asyncio
import gzip
import json
import zlib
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from headquarters.bodies import BodyLimits
from retail.wire.protocol import BODY_MAX_BYTES
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters

PACKED = {"Content-Encoding": "gzip"}


@pytest.fixture(scope="module")
def register(shop: RunningHeadquarters) -> EnrolledRegister:
    return shop.enrol("HOUSTON-1")


def test_packed_body_is_read(register: EnrolledRegister) -> None:
    body = gzip.compress(json.dumps(register.batch()).encode())

    assert register.call("POST", "/v1/uploads", body, PACKED).status == 200


def bomb() -> bytes:
    """Ten gigabytes of spaces in ten megabytes."""
    packing = zlib.compressobj(9, wbits=31)
    head = packing.compress(b"") + packing.flush(zlib.Z_FULL_FLUSH)
    block = packing.compress(b" " * 1024 * 1024) + packing.flush(zlib.Z_FULL_FLUSH)
    return head + block * 10 * 1024


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (bomb, PACKED, 413),
        (lambda: b" " * (BODY_MAX_BYTES + 1), {}, 413),
        (lambda: gzip.compress(b"{}" * 100)[:-6], PACKED, 400),
        (lambda: gzip.compress(b"{}") + b"more", PACKED, 400),
        (lambda: b"<html>", PACKED, 400),
        (lambda: b"{}", {"Content-Encoding": "br"}, 415),
        (lambda: b"", {}, 422),
        (lambda: b"<html>", {}, 422),
        (lambda: b"\xff\xfe", {}, 422),
        (lambda: b"[" * 100_000, {}, 422),
        (lambda: b'{"protocol": 1}', {}, 422),
        (lambda: b'{"protocol": "1", "register_name": "", "epoch": "", "documents": []}', {}, 422),
        (lambda: b'{"protocol": 1, "register_name": "", "epoch": "", "documents": [], "more": 1}', {}, 422),
    ],
    ids=["bomb", "too-long", "cut", "goes-on", "not-gzip", "other-coding", "empty", "html", "bytes", "deep",
         "missing", "text-for-number", "unknown-field"],
)  # fmt: skip
def test_body_that_cannot_be_taken_is_refused_in_words_and_the_next_call_works(
    register: EnrolledRegister, body: Any, headers: dict[str, str], status: int
) -> None:
    answer = register.call("POST", "/v1/uploads", body(), headers)

    assert answer.status == status
    assert list(answer.json) == ["detail"]
    assert "Traceback" not in answer.json["detail"]
    assert register.upload() == []


def test_unpacking_stops_at_the_limit_and_not_after_the_bomb() -> None:
    sizes: list[int] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        sizes.append(len((await receive())["body"]))

    assert limited(application, [bomb()], {"content-encoding": "gzip"}) == 413
    assert sizes == []


def test_dripping_body_is_given_up() -> None:
    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("the application must not see it")

    assert limited(application, [b"{", None], {}) == 408


def test_body_cut_by_the_sender_never_reaches_the_application() -> None:
    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("the application must not see it")

    assert limited(application, [b"{"], {}, ends=False) == 400


def test_whole_body_is_handed_over_in_one_piece() -> None:
    seen: list[bytes] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append((await receive())["body"])
        seen.append((await receive())["type"].encode())
        await send({"type": "http.response.start", "status": 200, "headers": []})

    assert limited(application, [b"{", b"}"], {}) == 200
    assert seen == [b"{}", b"http.disconnect"]


def limited(
    application: Any, parts: list[bytes | None], headers: dict[str, str], *, ends: bool = True
) -> int:
    """Run a request of these parts (None never comes) through the limits; gives back the status."""
    left = list(parts)
    statuses: list[int] = []

    async def receive() -> Message:
        if not left:
            return {"type": "http.disconnect"}
        part = left.pop(0)
        if part is None:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": part, "more_body": bool(left) or not ends}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [
        (name.encode(), value.encode()) for name, value in headers.items()]}  # fmt: skip
    asyncio.run(BodyLimits(application, seconds=0.2)(scope, receive, send))
    return statuses[0]
