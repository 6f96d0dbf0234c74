"""Serving the application on a socket: uvicorn, with a deadline for the headers of every request."""

import asyncio
import gc
import os
import re
import signal
import socket
from collections.abc import Callable
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

_END = re.compile(rb"\r?\n\r?\n")
_ODD_END = re.compile(rb"\n[ \t]|(?<!\r)\n")
_LENGTH = re.compile(rb"\n(content-length|transfer-encoding)[ \t]*:", re.IGNORECASE)
HEADER_SECONDS = 10.0
KEPT_SECONDS = 30
"""So long a connection waits for its next call: registers say hello every ten seconds, and a new one costs more than
their call.
"""
GARBAGE_MIN = 20_000
"""So many new objects, a batch or two, come before the collector looks for any that nobody can reach."""


class DeadlineProtocol(H11Protocol):
    """Closes a connection whose first request has not arrived whole in time: half-open ones cost nothing for long."""

    header_seconds = HEADER_SECONDS
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Start the time."""
        super().connection_made(transport)
        self._deadline = self.loop.call_later(self.header_seconds, self._too_late)

    def handle_events(self) -> None:
        """Stop the time once a request has begun to be answered; one with two meanings is not read at all."""
        if self.conn.their_state is h11.IDLE and is_ambiguous(self.conn.trailing_data[0]):
            self.send_400_response("This request can be read in two ways.")
            return
        super().handle_events()
        if self.cycle is not None:
            self._stop_time()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the time."""
        self._stop_time()
        super().connection_lost(exc)

    def _too_late(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()

    def _stop_time(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def is_ambiguous(received: bytes) -> bool:
    r"""Whether another program may find another end of this request, or other headers in it, than h11 does: it is of no
    version that both know, says two lengths, folds a line, or ends one by half.

    >>> is_ambiguous(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"), is_ambiguous(b"GET / HTTP/1.1\r\nHost: a\r\n X: b\r\n\r\n")
    (False, True)
    """
    head, end, _ = _END.sub(b"\r\n\r\n", received.lstrip(b"\r\n"), count=1).partition(b"\r\n\r\n")
    if not end:
        return False  # h11 waits for the rest, and refuses what it cannot read
    is_known = head.partition(b"\r\n")[0].endswith((b" HTTP/1.1", b" HTTP/1.0"))
    lengths = {each.lower() for each in _LENGTH.findall(head)}
    return not is_known or bool(_ODD_END.search(head)) or len(lengths) > 1


class Server(uvicorn.Server):
    """Says where it listens once it does; when it ends it first lets go, by `ending`, of calls that would wait."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None] = lambda: None) -> None:
        super().__init__(config)
        self._ending = ending

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more calls, and answer those that are here."""
        self._ending()
        await super().shutdown(sockets=sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open for calls, then say so: whoever started this process waits for the line."""
        await super().startup(sockets=sockets)
        if self.started and sockets:
            host, port = sockets[0].getsockname()[:2]
            print(f"headquarters listens on http://{host}:{port}", flush=True)  # noqa: T201 -- the promise to the starter


def serve(app: ASGIApp, port: int, ending: Callable[[], None] = lambda: None) -> None:
    """Serve on loopback until SIGTERM or Ctrl+C; the socket is bound before anything is said."""
    config = uvicorn.Config(
        app, http=DeadlineProtocol, ws="none", lifespan="off", log_config=None, access_log=False,
        server_header=False, proxy_headers=False, timeout_graceful_shutdown=5, h11_max_incomplete_event_size=32 * 1024,
        timeout_keep_alive=KEPT_SECONDS,
    )  # fmt: skip
    _open_as_many_as_allowed()
    # uvicorn raises the signal anew once it has closed everything; by then it has done its work.
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda number, frame: None)
    # The collector of garbage need not look through the whole program while a batch is read: it stays.
    gc.freeze()
    gc.set_threshold(GARBAGE_MIN)
    with listening(port) as bound:
        Server(config, ending).run(sockets=[bound])


def _open_as_many_as_allowed() -> None:
    """Each register keeps a connection: take the system's own limit, not the low one that shells begin with."""
    try:
        import resource  # noqa: PLC0415 -- not on Windows, which has no such limit
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def listening(port: int) -> socket.socket:
    """A socket on loopback that says it is TCP. Of one that does not, asyncio leaves Nagle's algorithm on: the body of
    every reply then waits up to 40 ms for the caller to acknowledge its headers.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", port))
        bound.listen()
    except OSError:
        bound.close()
        raise
    return bound
