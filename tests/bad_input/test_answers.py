"""Answers that are none: whatever comes instead of headquarters' reply, nothing is lost and nothing is believed."""

import gzip
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from channel_db.engine import open_catalog
from retail.clock import ReadClock
from retail.wire.protocol import FEED_NAMES
from tests.bad_input.counter import SHOE, Counter, check_words
from tests.sync_agent.misbehaving_hq import Behaviour, Request, answer

PORTAL = b"<html><body>Please sign in to the free network</body></html>"


@dataclass(frozen=True)
class Reply:
    """What headquarters really answered: its headers as they came, and its body unpacked."""

    head: bytes
    body: bytes

    @property
    def digest(self) -> str:
        [line] = [each for each in self.head.split(b"\r\n") if each.lower().startswith(b"x-kassa-digest:")]
        return line.partition(b":")[2].strip().decode()


def cut_gzip(reply: Reply) -> bytes:
    """Cut in half, with the length of what is left: nothing in the HTTP says that it is broken."""
    packed = gzip.compress(reply.body)
    return answer(packed[: len(packed) // 2], extra="Content-Encoding: gzip\r\n", said_digest=reply.digest)


def gzip_without_trailer(reply: Reply) -> bytes:
    """All of the text, but not the checksum behind it."""
    packed = gzip.compress(reply.body)[:-8]
    return answer(packed, extra="Content-Encoding: gzip\r\n", said_digest=reply.digest)


def one_digit_changed(reply: Reply) -> bytes:
    at = next(place for place, sign in enumerate(reply.body) if chr(sign) in "12345678")
    changed = reply.body[:at] + bytes([reply.body[at] + 1]) + reply.body[at + 1 :]
    return answer(changed, said_digest=reply.digest)


LIES: dict[str, Callable[[Reply], bytes]] = {
    "garbage": lambda reply: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 \r\n\r\n",
    "garbage as JSON": lambda reply: answer(b"\xff\xfe{{{ not JSON"),
    "HTML with 200": lambda reply: answer(PORTAL, media="text/html; charset=utf-8"),
    "HTML that says it is JSON": lambda reply: answer(PORTAL),
    "redirect": lambda reply: answer(
        b"", status="302 Found", extra="Location: http://login.example.com/\r\n"
    ),
    "permanent redirect": lambda reply: answer(
        b"", status="308 Permanent Redirect", extra="Location: http://login.example.com/\r\n"
    ),
    "cut gzip": cut_gzip,
    "gzip without its trailer": gzip_without_trailer,
    "body shorter than said": lambda reply: answer(
        reply.body[:-9], length=len(reply.body), said_digest=reply.digest
    ),
    "cut before its end mark": lambda reply: answer(reply.body[: -len(b',"end":"end"}')] + b"}"),
    "one digit changed": one_digit_changed,
    "nothing": lambda reply: b"",
}


def lying(counter: Counter, lie: Callable[[Reply], bytes]) -> Behaviour:
    """Headquarters does its work and answers; what arrives is the lie made of it."""

    def behave(connection: socket.socket, request: Request) -> None:
        connection.sendall(lie(ask_headquarters(counter.stage.office.url, request)))

    return behave


@pytest.mark.parametrize("name", LIES)
def test_lie_to_the_register_leaves_the_order_concluded_pending_and_once_at_headquarters(
    counter: Counter, name: str
) -> None:
    counter.begin_order()

    with counter.headquarters_as(lying(counter, LIES[name])) as impostor:
        done = counter.do("transaction.conclude")
        uploads = [each for each in impostor.seen if "/v1/real-time/documents" in each.line]

    assert len(uploads) == len(impostor.seen) == 1, "it was followed, or asked again"
    assert done["number"] is None
    assert check_words(done["words"]).endswith("saved · will be sent.")
    assert counter.view("cart")["empty"] is True
    order = counter.view("order", id=done["order"])
    assert (order["number"], order["shown"]) == (None, "Pending sync")
    assert counter.waiting()[0] >= 1
    counter.deliver()
    assert counter.times_at_headquarters(done["transaction"]) == 1
    assert counter.view("order", id=done["order"])["number"] == counter.order_number(done["order"])


@pytest.mark.parametrize("name", LIES)
def test_lie_to_the_agent_acknowledges_nothing_and_moves_no_cursor(counter: Counter, name: str) -> None:
    counter.deliver()
    sale = counter.sell()["transaction"]
    cursors = cursors_of(counter)
    with counter.headquarters_as(lying(counter, LIES[name])):
        pushed = counter.register.carry("push")
        fetched = counter.register.carry("pull")

    for step in (pushed, fetched):
        assert (step["sent"], step["refused"], step["rows"], step["reached"]) == (0, 0, 0, False)
        check_words(step["words"] + ".")
    assert counter.waiting() == (1, 0)
    assert cursors_of(counter) == cursors
    assert counter.sell(SHOE)["receipt_number"]
    counter.deliver()
    assert counter.times_at_headquarters(sale) == 1
    assert counter.view("sync")["state"] in ("online", "storage-low")


def cursors_of(counter: Counter) -> dict[str, str]:
    catalog = open_catalog(counter.folder, ReadClock(counter.stage.clock.now), writer=False)
    cursors = {feed: catalog.cursor(feed) for feed in FEED_NAMES}
    catalog.close()
    return cursors


def ask_headquarters(url: str, request: Request) -> Reply:
    """Headquarters' whole answer to a request that goes on as it came."""
    place = urlsplit(url)
    headers = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    received = b""
    with socket.create_connection((place.hostname or "", place.port or 80), timeout=300) as office:
        office.sendall(f"{request.line}\r\n{headers}\r\n".encode("latin-1") + request.body)
        while piece := office.recv(65536):
            received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    return Reply(head, gzip.decompress(body) if b"content-encoding: gzip" in head.lower() else body)
