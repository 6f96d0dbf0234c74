"""A line to headquarters that can be broken on purpose: an HTTP proxy on loopback, one for each register."""

import contextlib
import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from enum import StrEnum
from typing import cast
from urllib.parse import urlsplit

from retail.wire.protocol import WAIT_SECONDS_MAX

HEAD_MAX = 64 * 1024
DEADLINE_SECONDS = WAIT_SECONDS_MAX + 10.0
"""No exchange takes longer; a proxy that waits for ever would hide the fault it was made to show."""


class LineMode(StrEnum):
    """How headquarters looks from one register."""

    ONLINE = "online"
    OFFLINE = "offline"
    LOSE_REPLY = "lose_reply"
    ERROR = "error"
    SLOW = "slow"


class BrokenLine:
    """A proxy before headquarters; `mode` may change at any time and holds for every request from then on.

    Online passes everything on, and gives a call up that has no answer after `patience_seconds`. Offline hangs up, also
    on whoever waits for an answer. With lose_reply HQ does its work and the connection ends
    before the answer. Error answers 503 without asking HQ. Slow asks HQ and answers `slow_seconds` later.
    Every exchange has a connection of its own, so that a change of mode never meets one kept alive.
    """

    def __init__(
        self, target: str, slow_seconds: float = 1.0, patience_seconds: float = DEADLINE_SECONDS
    ) -> None:
        self._mode = LineMode.ONLINE
        self.target = target
        self.slow_seconds = slow_seconds
        self.patience_seconds = patience_seconds
        self._under_way: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._requested = threading.Event()
        self._ended = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Exchange)
        self._server.line = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()

    @property
    def mode(self) -> LineMode:
        """How headquarters looks now."""
        return self._mode

    @mode.setter
    def mode(self, mode: LineMode) -> None:
        self._mode = mode
        if mode is LineMode.OFFLINE:
            with self._lock:
                for each in self._under_way:
                    with contextlib.suppress(OSError):  # it has ended by itself
                        each.shutdown(socket.SHUT_RDWR)

    @contextlib.contextmanager
    def asking(self, hq: socket.socket) -> Iterator[None]:
        """While this connection waits for headquarters' answer, the line may be cut."""
        with self._lock:
            self._under_way.add(hq)
        try:
            yield
        finally:
            with self._lock:
                self._under_way.discard(hq)

    @property
    def url(self) -> str:
        """Where a register believes headquarters to be."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """Stop listening; exchanges under way end with it."""
        self._ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def expect_request(self) -> None:
        """From now on, `wait_for_request` waits for a new one."""
        self._requested.clear()

    def wait_for_request(self, seconds: float) -> bool:
        """Wait until somebody asks for headquarters; False if nobody did in time."""
        return self._requested.wait(seconds)

    def note_request(self) -> None:
        self._requested.set()

    def wait_slow(self) -> None:
        self._ended.wait(self.slow_seconds)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 32
    line: BrokenLine

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up early is what this proxy is for; there is nothing to report."""


class _Exchange(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        line = cast("_Server", self.server).line
        client: socket.socket = self.request
        client.settimeout(DEADLINE_SECONDS)
        request = _read_request(client)
        if request is None:
            return
        line.note_request()
        mode = line.mode
        if mode is LineMode.OFFLINE:
            _reset(client)
            return
        if mode is LineMode.ERROR:
            client.sendall(_FAILING)
            return
        reply = _ask(line, request)
        if mode is LineMode.LOSE_REPLY:
            return
        if mode is LineMode.SLOW:
            line.wait_slow()
        with contextlib.suppress(OSError):  # the caller may have given up waiting
            client.sendall(reply)


_WORDS = b'{"detail": "headquarters cannot work at the moment"}'
_FAILING = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nConnection: close\r\n"
    b"Content-Length: " + str(len(_WORDS)).encode() + b"\r\n\r\n" + _WORDS
)


def _reset(client: socket.socket) -> None:
    """End the connection as a line does that is not there: with a reset, not as if somebody had listened."""
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def _read_request(client: socket.socket) -> bytes | None:
    """One whole request, changed only to end its connection; None where the caller went away too early."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = client.recv(65536)
        if not piece or len(received) > HEAD_MAX:
            return None
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    length = 0
    kept = [lines[0]]
    for each in lines[1:]:
        name, _, value = each.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
        if name.strip().lower() == b"expect":
            client.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        elif name.strip().lower() != b"connection":
            kept.append(each)
    while len(body) < length:
        piece = client.recv(min(65536, length - len(body)))
        if not piece:
            return None
        body += piece
    return b"\r\n".join([*kept, b"Connection: close"]) + b"\r\n\r\n" + body


def _ask(line: BrokenLine, request: bytes) -> bytes:
    """Headquarters' whole answer; nothing where it is not there, or the line was cut meanwhile."""
    place = urlsplit(line.target)
    received = b""
    address = (place.hostname or "", place.port or 80)
    with (
        contextlib.suppress(OSError),
        socket.create_connection(address, line.patience_seconds) as hq,
        line.asking(hq),
    ):
        hq.sendall(request)
        while piece := hq.recv(65536):
            received += piece
    return received
