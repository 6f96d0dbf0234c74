"""What is no reply is told apart by what to do next: wait, sign in, enrol, set aside, or look again."""

import gzip
import json
import tracemalloc
from dataclasses import replace

import pytest

from retail.clock import ReadClock
from retail.wire.protocol import VERSION
from retail.wire.versions import Versions
from sync_agent.errors import (
    CursorTooOld,
    DocumentsRefused,
    ForeignHq,
    HqBusy,
    HqFailed,
    HqFault,
    HqRefused,
    NetworkAsksForLogin,
    ReplyBroken,
    TokenRefused,
)
from sync_agent.hq_client import HqClient
from sync_agent.reply import Answer, retry_after_seconds, unpack
from tests.sync_agent.conftest import NOW, always, counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, answer, proper_body

PORTAL = b"<html><body>Please log in to the free wifi</body></html>"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("17", 17),
        (" 17 ", 17),
        ("0", 1),
        ("315360000", 300),
        ("9" * 400, 300),
        ("Sat, 21 Nov 2026 08:00:30 GMT", 30),
        ("Sat, 21 Nov 2036 08:00:30 GMT", 300),
        ("Sat, 21 Nov 2006 08:00:30 GMT", 1),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("²", None),
        ("Sat, 99 Foo 2026 08:00:30 GMT", None),
        ("Sat, 21 Nov 2026 08:00:30 -0000", None),
    ],
)
def test_retry_after(text: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(text, NOW) == seconds


def test_unpacking_takes_no_more_memory_than_the_cap() -> None:
    bomb = Answer(200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(200 * 1024 * 1024)))
    tracemalloc.start()

    with pytest.raises(ReplyBroken, match="unpacks to more"):
        unpack(bomb, size_max=1024 * 1024)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 8 * 1024 * 1024


@pytest.mark.parametrize(
    "reply",
    [
        answer(PORTAL, media="text/html"),
        answer(PORTAL, media="text/html; charset=utf-8", status="403 Forbidden"),
        answer(b"", status="302 Found", extra="Location: /login\r\n"),
        answer(b"", status="301 Moved Permanently", extra="Location: https://other.example/\r\n"),
        answer(b"", status="307 Temporary Redirect", extra="Location: /login\r\n"),
        answer(b"", status="308 Permanent Redirect", extra="Location: /login\r\n"),
        answer(b"", status="511 Network Authentication Required"),
    ],
    ids=lambda reply: reply.split(b"\r\n")[0].decode(),
)
def test_a_captive_portal_is_named_and_never_followed(
    reply: bytes, hq: MisbehavingHq, client: HqClient
) -> None:
    hq.behaviour = always(reply)

    with pytest.raises(NetworkAsksForLogin):
        client.hello()
    assert len(hq.seen) == 1


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        ("400 Bad Request", DocumentsRefused),
        ("401 Unauthorized", TokenRefused),
        ("403 Forbidden", TokenRefused),
        ("404 Not Found", HqRefused),
        ("408 Request Timeout", HqBusy),
        ("409 Conflict", HqBusy),
        ("410 Gone", CursorTooOld),
        ("413 Content Too Large", DocumentsRefused),
        ("422 Unprocessable", DocumentsRefused),
        ("429 Too Many Requests", HqBusy),
        ("500 Internal Server Error", HqFailed),
        ("502 Bad Gateway", HqBusy),
        ("503 Service Unavailable", HqBusy),
    ],
)
def test_a_refusal_keeps_its_words(
    status: str, fault: type[HqFault], hq: MisbehavingHq, client: HqClient
) -> None:
    hq.behaviour = always(answer(json.dumps({"detail": "not in this shop"}).encode(), status=status))

    with pytest.raises(fault, match="not in this shop") as caught:
        client.hello()
    assert type(caught.value) is fault
    assert caught.value.status == int(status[:3])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"detail": 7}', b'{"detail": "  "}', b"\xff"])
def test_a_refusal_without_words_gives_its_status(body: bytes, hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = always(answer(body, status="404 Not Found"))

    with pytest.raises(HqRefused, match="status 404"):
        client.hello()


def test_the_time_headquarters_asks_for_is_kept(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = always(answer(b"", status="503 Service Unavailable", extra="Retry-After: 17\r\n"))

    with pytest.raises(HqBusy) as caught:
        client.hello()
    assert caught.value.retry_after_seconds == 17


def test_another_retailers_headquarters_is_refused(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, tenant="another shop"))
    )

    with pytest.raises(ForeignHq, match="another shop"):
        client.hello()


def test_the_test_headquarters_is_refused_where_the_register_belongs_to_the_real_one(
    hq: MisbehavingHq, clock: ReadClock
) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, environment="test"))
    )
    client = HqClient(replace(device_at(hq.address), environment="production"), clock, counted_nonces())

    with pytest.raises(ForeignHq, match="The test headquarters answers here"):
        client.hello()
    client.close()


def newer(hq: MisbehavingHq, spoken: Versions) -> HqClient:
    """The client of a program that speaks these versions."""
    clock = ReadClock(lambda: NOW)
    return HqClient(device_at(hq.address), clock, counted_nonces(), spoken=spoken)


def versions_asked(hq: MisbehavingHq) -> list[str]:
    return [request.headers["x-kassa-version"] for request in hq.seen]


def test_a_newer_program_speaks_as_headquarters_does_once_that_has_said_how(hq: MisbehavingHq) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, protocol=2, results=[]))
    )
    client = newer(hq, Versions(1, 3))

    client.hello()
    client.upload([])
    client.close()

    assert versions_asked(hq) == ["3", "2"]
    assert json.loads(hq.seen[1].body)["protocol"] == 2


def test_a_program_whose_version_is_refused_goes_on_in_one_that_headquarters_names(hq: MisbehavingHq) -> None:
    refusal = b'{"detail": "This headquarters speaks versions 1 to 2.", "protocol": 2, "oldest": 1}'
    hq.behaviour = always(answer(refusal, status="409 Conflict"))
    client = newer(hq, Versions(1, 3))

    for _ in range(2):
        with pytest.raises(HqBusy, match="speaks versions 1 to 2"):
            client.upload([])
    client.close()

    assert versions_asked(hq) == ["3", "2", "2"], "at once, and only once"
    assert [json.loads(request.body)["protocol"] for request in hq.seen] == [3, 2, 2]


@pytest.mark.parametrize(("spoken", "theirs"), [(Versions(2, 3), (1, 1)), (Versions(1, 1), (4, 3))])
def test_without_a_common_version_nothing_is_believed_and_somebody_is_to_update(
    hq: MisbehavingHq, spoken: Versions, theirs: tuple[int, int]
) -> None:
    newest, oldest = theirs
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, protocol=newest, oldest=oldest))
    )
    client = newer(hq, spoken)

    with pytest.raises(
        ForeignHq, match=f"version {newest} of the protocol and this program version {spoken.newest}"
    ):
        client.hello()
    client.close()


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"protocol": "x"}', b'{"protocol": 1}'])
def test_a_conflict_that_names_no_version_is_only_not_now(
    hq: MisbehavingHq, client: HqClient, body: bytes
) -> None:
    hq.behaviour = always(answer(body, status="409 Conflict"))

    with pytest.raises(HqBusy):
        client.hello()


def test_another_protocol_is_refused_in_words(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, protocol=VERSION + 1, oldest=VERSION + 1, now={"new": "shape"}))
    )

    with pytest.raises(ForeignHq, match=f"version {VERSION + 1}"):
        client.hello()
