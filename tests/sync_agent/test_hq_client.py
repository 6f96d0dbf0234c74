"""Only whole, fresh replies of the right headquarters get through, and every call ends in time."""

import gzip
import os
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests  # noqa: TID251 -- to show what it lets through without our checks

from retail.clock import ReadClock
from retail.wire.base import digest, fingerprint
from retail.wire.protocol import BODY_MAX_BYTES, DIGEST_HEADER, UploadRequest
from sync_agent.errors import (
    ConnectionNotSafe,
    DocumentsRefused,
    HqRefused,
    HqUnreachable,
    ReplyBroken,
)
from sync_agent.exchange import Session
from sync_agent.hq_client import HqClient, enrol_at
from sync_agent.proving import new_key
from tests.sync_agent.conftest import counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, Request, answer, proper_body

GZIP = "Content-Encoding: gzip\r\n"
CERTIFICATES = Path(__file__).parent / "certificates"


@dataclass(frozen=True)
class Paper:
    """An outbox entry as far as the client looks at it."""

    uuid: str
    text: str
    kind: str = "customer"

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.text)


def packed(request: Request) -> bytes:
    return gzip.compress(proper_body(request))


def half_of_the_packed_body(request: Request) -> bytes:
    whole = packed(request)
    return answer(whole[: len(whole) // 2], extra=GZIP, said_digest=digest(proper_body(request)))


def packed_without_trailer(request: Request) -> bytes:
    return answer(packed(request)[:-8], extra=GZIP, said_digest=digest(proper_body(request)))


def packed_with_wrong_checksum(request: Request) -> bytes:
    return answer(packed(request)[:-8] + bytes(8), extra=GZIP, said_digest=digest(proper_body(request)))


def packed_and_more(request: Request) -> bytes:
    return answer(packed(request) + b"more", extra=GZIP, said_digest=digest(proper_body(request)))


def without_length(request: Request) -> bytes:
    body = proper_body(request)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{DIGEST_HEADER}: {digest(body)}\r\n\r\n"
    return head.encode() + body


def shorter_than_said(request: Request) -> bytes:
    body = proper_body(request)
    return answer(body[:-20], length=len(body), said_digest=digest(body))


def cut_chunk(request: Request) -> bytes:
    body = proper_body(request)
    head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head.encode() + b"%x\r\n" % len(body) + body[:-20]


def bomb(request: Request) -> bytes:
    body = gzip.compress(bytes(BODY_MAX_BYTES * 3), compresslevel=9)
    assert len(body) * 900 < BODY_MAX_BYTES * 3, "this is no bomb"
    return answer(body, extra=GZIP)


BROKEN: dict[str, Callable[[Request], bytes]] = {
    "half of a packed body with matching length": half_of_the_packed_body,
    "packed body without its trailer": packed_without_trailer,
    "packed body with a wrong checksum": packed_with_wrong_checksum,
    "packed body followed by more": packed_and_more,
    "packing that is no packing": lambda request: answer(proper_body(request), extra=GZIP),
    "unknown packing": lambda request: answer(proper_body(request), extra="Content-Encoding: br\r\n"),
    "body without length": without_length,
    "body shorter than said": shorter_than_said,
    "cut chunk": cut_chunk,
    "body that unpacks without end": bomb,
    "body larger than the cap": lambda request: answer(bytes(BODY_MAX_BYTES + 1)),
    "no digest": lambda request: answer(proper_body(request), said_digest=""),
    "digest of something else": lambda request: answer(proper_body(request), said_digest=digest(b"else")),
    "yesterday's nonce": lambda request: answer(proper_body(request, nonce="nonce-0")),
    "no end mark": lambda request: answer(proper_body(request).replace(b', "end": "end"', b"")),
    "a field of the wrong type": lambda request: answer(proper_body(request, now=7)),
    "empty body": lambda request: answer(b""),
    "JSON that is no reply": lambda request: answer(b"[1, 2]"),
    "garbage as JSON": lambda request: answer(b"\xff\xfe{{{"),
    "plain text": lambda request: answer(proper_body(request), media="text/plain"),
    "garbage instead of HTTP": lambda request: b"SSH-2.0-OpenSSH_9.2\r\nwelcome\r\n\r\n",
}


def test_a_proper_reply_gets_through(client: HqClient) -> None:
    reply = client.hello()

    assert (reply.tenant, reply.incarnation) == ("demo", "one")


def test_a_proper_packed_reply_gets_through(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(packed(request), extra=GZIP, said_digest=digest(proper_body(request)))
    )

    assert client.hello().nonce == "nonce-1"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_reply_is_never_believed(name: str, hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(BROKEN[name](request))

    with pytest.raises(ReplyBroken):
        client.hello()


def test_plain_requests_would_believe_broken_replies(hq: MisbehavingHq) -> None:
    """The other side of the test above: without our checks these pass, so those tests can fail."""
    believed = []
    for name, broken in BROKEN.items():
        if name in {"body that unpacks without end", "body larger than the cap"}:
            continue
        hq.behaviour = lambda connection, request, broken=broken: connection.sendall(broken(request))  # type: ignore[misc]
        try:
            reply = requests.get(hq.address, timeout=60)
        except requests.RequestException:
            continue
        if reply.ok:
            believed.append(name)

    assert {"packed body without its trailer", "body without length", "yesterday's nonce"} <= set(believed)
    assert "half of a packed body with matching length" in believed


def test_the_next_call_after_a_broken_one_works(hq: MisbehavingHq, client: HqClient) -> None:
    proper = hq.behaviour
    hq.behaviour = lambda connection, request: connection.sendall(shorter_than_said(request))
    with pytest.raises(ReplyBroken):
        client.hello()

    hq.behaviour = proper

    assert client.hello().nonce == "nonce-2"


def drip_body(connection: socket.socket, request: Request) -> None:
    body = proper_body(request)
    connection.sendall(answer(body)[: -len(body)])
    drip(connection, body)


def drip_headers(connection: socket.socket, request: Request) -> None:
    drip(connection, answer(proper_body(request)))


def drip(connection: socket.socket, data: bytes) -> None:
    """One byte at a time, each well within any time-out per read: all of it would take a minute and more."""
    connection.settimeout(0.5)
    for byte in data:
        connection.sendall(bytes([byte]))
        try:
            if not connection.recv(1):
                return
        except TimeoutError:
            continue


def say_nothing(connection: socket.socket, request: Request) -> None:
    connection.recv(1)


@pytest.mark.parametrize("behaviour", [drip_body, drip_headers, say_nothing])
def test_a_call_ends_within_its_time(
    behaviour: Callable[[socket.socket, Request], None], hq: MisbehavingHq, client: HqClient
) -> None:
    hq.behaviour = behaviour

    with pytest.raises(HqUnreachable, match=r"did not answer within 0\.3 s"):
        client.hello(seconds=0.3)


def test_a_call_that_was_cut_ends_at_the_other_side_too(hq: MisbehavingHq, client: HqClient) -> None:
    """The server's thread is free again: its read returned because the connection ended."""
    hq.behaviour = say_nothing
    with pytest.raises(HqUnreachable):
        client.hello(seconds=0.1)

    hq.behaviour = lambda connection, request: connection.sendall(answer(proper_body(request)))

    assert client.hello(seconds=60).end == "end"


def test_a_call_that_begins_while_the_program_ends_is_given_up(hq: MisbehavingHq) -> None:
    """The end may come from another thread between the last look whether it has come and the call."""
    over = threading.Event()

    def hold(connection: socket.socket, request: Request) -> None:
        over.wait(60)

    hq.behaviour = hold
    session = Session(None)
    session.interrupt()

    with pytest.raises(HqUnreachable, match="given up"):
        session.begin("GET", hq.address, {}, None, 60).answer()
    over.set()
    for each in threading.enumerate():
        if each.name == "hq-call":
            each.join(60)
    session.close()


def reset(connection: socket.socket, request: Request) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def hang_up(connection: socket.socket, request: Request) -> None:
    connection.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("behaviour", [reset, hang_up])
def test_a_connection_that_ends_is_unreachable(
    behaviour: Callable[[socket.socket, Request], None], hq: MisbehavingHq, client: HqClient
) -> None:
    hq.behaviour = behaviour

    with pytest.raises(HqUnreachable):
        client.hello()


def test_nobody_listening_is_unreachable(clock: ReadClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    client = HqClient(device_at(f"http://127.0.0.1:{port}"), clock, counted_nonces())

    with pytest.raises(HqUnreachable):
        client.hello()
    client.close()


def test_the_environment_changes_nothing(
    hq: MisbehavingHq, client: HqClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login intruder password x\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)

    client.hello()

    assert hq.seen[0].headers["authorization"] == "Bearer device-token"


def test_plain_requests_would_send_the_netrc_password(
    hq: MisbehavingHq, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login intruder password x\n")
    monkeypatch.setenv("NETRC", str(netrc))
    assert "HTTP_PROXY" not in os.environ

    requests.get(hq.address, headers={"Authorization": "Bearer device-token"}, timeout=60)

    assert hq.seen[0].headers["authorization"].startswith("Basic ")


def tls_server(certificate: str, speaks: ssl.TLSVersion | None = None) -> MisbehavingHq:
    """The certificates, with their keys, are made for these tests alone: of an authority nobody else trusts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if speaks is not None:
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = speaks
    context.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
    return MisbehavingHq(
        lambda connection, request: connection.sendall(answer(proper_body(request))), tls=context
    )


def test_a_certificate_of_the_retailers_own_authority_is_proved(clock: ReadClock) -> None:
    server = tls_server("proper")
    client = HqClient(device_at(server.address), clock, counted_nonces(), ca_file=CERTIFICATES / "ca.pem")

    assert client.hello().tenant == "demo"
    client.close()
    server.stop()


@pytest.mark.parametrize(
    ("certificate", "ca_file"),
    [("proper", None), ("another_host", CERTIFICATES / "ca.pem"), ("expired", CERTIFICATES / "ca.pem")],
    ids=["an unknown authority", "another host", "expired"],
)
def test_an_unproved_certificate_gets_no_byte_of_the_call(
    certificate: str, ca_file: Path | None, clock: ReadClock
) -> None:
    server = tls_server(certificate)
    client = HqClient(device_at(server.address), clock, counted_nonces(), ca_file=ca_file)

    with pytest.raises(ConnectionNotSafe, match="nothing was sent"):
        client.hello()
    client.close()
    server.stop()
    assert not server.seen


def test_an_encrypted_call_never_goes_plain(clock: ReadClock, hq: MisbehavingHq) -> None:
    client = HqClient(device_at(hq.address.replace("http://", "https://")), clock, counted_nonces())

    with pytest.raises(HqUnreachable):
        client.hello(seconds=0.5)
    client.close()
    assert all("device-token" not in str(request) for request in hq.seen)


def test_small_documents_travel_as_they_are(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(answer(proper_body(request, results=[])))

    client.upload([Paper("1", "{}")])

    request = UploadRequest.read(hq.seen[0].body)
    assert hq.seen[0].line == "POST /v1/uploads HTTP/1.1"
    assert "content-encoding" not in hq.seen[0].headers
    assert (request.register_name, request.epoch) == ("HOUSTON-1", "epoch-1")
    assert request.documents[0].fingerprint == fingerprint("{}")


def test_large_documents_travel_packed(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(answer(proper_body(request, results=[])))

    client.upload([Paper("1", "x" * 5000)], real_time=True)

    assert hq.seen[0].line == "POST /v1/real-time/documents HTTP/1.1"
    assert hq.seen[0].headers["content-encoding"] == "gzip"
    assert UploadRequest.read(gzip.decompress(hq.seen[0].body)).documents[0].text == "x" * 5000


def test_documents_larger_than_headquarters_takes_are_not_sent(hq: MisbehavingHq, client: HqClient) -> None:
    with pytest.raises(DocumentsRefused, match=str(BODY_MAX_BYTES)):
        client.upload([Paper("1", "x" * (BODY_MAX_BYTES + 1))])
    assert not hq.seen


def test_a_search_text_is_quoted(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(answer(proper_body(request, orders=[])))

    client.orders("Ole & Kari / #1")

    assert hq.seen[0].line == "GET /v1/real-time/orders?text=Ole%20%26%20Kari%20%2F%20%231 HTTP/1.1"


def test_a_page_of_another_feed_is_not_believed(hq: MisbehavingHq, client: HqClient) -> None:
    hq.behaviour = lambda connection, request: connection.sendall(
        answer(proper_body(request, feed="prices", cursor="7", more=False, rows=[]))
    )

    assert client.page("prices", "a b").cursor == "7"
    assert hq.seen[0].line == "GET /v1/feeds/prices?cursor=a%20b&limit=5000&marks=true HTTP/1.1"
    with pytest.raises(ReplyBroken, match="prices"):
        client.page("products", "")


def test_enrolment_sends_no_token(hq: MisbehavingHq, clock: ReadClock) -> None:
    told = {"register_name": "H-1", "store": "HOUSTON", "epoch": "e", "token": "new", "device_secret": "s"}
    hq.behaviour = lambda connection, request: connection.sendall(answer(proper_body(request, **told)))

    reply = enrol_at(hq.address, "ABCD-1234", "till", new_key(), clock, counted_nonces())

    assert reply.token == "new"
    assert "authorization" not in hq.seen[0].headers


def test_a_line_refuses_an_unencrypted_address(clock: ReadClock) -> None:
    with pytest.raises(HqRefused, match="not encrypted"):
        HqClient(device_at("http://hq.example.com"), clock, counted_nonces())
