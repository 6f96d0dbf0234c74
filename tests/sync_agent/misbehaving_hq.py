"""A real server on loopback that answers as a shop's network does on its bad days, byte for byte as told."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from retail.wire.base import digest
from retail.wire.protocol import DIGEST_HEADER, NONCE_HEADER, VERSION


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived: the first line, the headers with small letters, the body as it travelled."""

    line: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def nonce(self) -> str:
        return self.headers.get(NONCE_HEADER.lower(), "")


Behaviour = Callable[[socket.socket, Request], None]


@dataclass
class MisbehavingHq:
    """Answers every request by `behaviour`, one connection each, and keeps what it was asked."""

    behaviour: Behaviour
    tls: ssl.SSLContext | None = None
    seen: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        scheme = "http" if self.tls is None else "https"
        self.address = f"{scheme}://127.0.0.1:{self._socket.getsockname()[1]}"
        self.stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        self.stopping.set()
        # Closing alone does not wake a thread that waits in accept().
        socket.create_connection(self._socket.getsockname()).close()
        self._thread.join(60)
        assert not self._thread.is_alive(), "the server did not stop"
        self._socket.close()

    def _serve(self) -> None:
        while True:
            opened, _ = self._socket.accept()
            with opened:
                if self.stopping.is_set():
                    return
                try:
                    connection = self._secured(opened)
                    request = _read(connection)
                    if request is not None:
                        self.seen.append(request)
                        self.behaviour(connection, request)
                    connection.close()
                except OSError:
                    continue  # the client gave up: what it is tested for

    def _secured(self, opened: socket.socket) -> socket.socket:
        if self.tls is None:
            return opened
        opened.settimeout(60)
        return self.tls.wrap_socket(opened, server_side=True)


def proper_body(request: Request, **fields: Any) -> bytes:
    """The body of a reply that is right in every way, but for what `fields` changes."""
    reply = {"protocol": VERSION, "nonce": request.nonce, "tenant": "demo", "incarnation": "one"}
    return json.dumps({**reply, "now": "2026-11-21T09:00:00.000+00:00", **fields, "end": "end"}).encode()


def answer(
    body: bytes,
    *,
    status: str = "200 OK",
    media: str = "application/json",
    length: int | None = None,
    said_digest: str | None = None,
    extra: str = "",
) -> bytes:
    """The bytes of an HTTP answer; length and digest are the body's unless told otherwise."""
    said = digest(body) if said_digest is None else said_digest
    return (
        f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{DIGEST_HEADER}: {said}\r\nConnection: close\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\n{extra}\r\n"
    ).encode() + body


def _read(connection: socket.socket) -> Request | None:
    connection.settimeout(60)
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    line, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in rest)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65536)
    return Request(line, headers, body)
