"""The only place that opens connections: one request at a time, its whole answer or a fault, in time."""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests  # noqa: TID251 -- this is the one module the rule keeps it for
import requests.adapters  # noqa: TID251 -- as above
from urllib3.connection import HTTPConnection, HTTPSConnection

from retail.wire.protocol import BODY_MAX_BYTES, VERSION
from sync_agent.errors import HqUnreachable, ReplyBroken
from sync_agent.line_faults import as_hq_fault
from sync_agent.reply import Answer

TLS_OLDEST = ssl.TLSVersion.TLSv1_2
"""An older one is not spoken, whatever the library or the machine would allow."""
LATER_SECONDS = 1.0
"""So much later than whoever waits for an answer does its thread give up by itself: not both at the same moment."""

KEPT_ALIVE = {"TCP_KEEPIDLE": 10, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 2}


class Exchange:
    """One request on its way, and its answer.

    The work is done by a thread of its own: neither a name server that is silent nor a reply that drips byte by byte
    ever lets a time-out of requests fire.
    """

    def __init__(self, work: Callable[[], Answer], cut: Callable[[], None], seconds: float) -> None:
        self._work = work
        self._cut = cut
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self._outcome: list[Answer | BaseException] = []
        self.ended = threading.Event()
        threading.Thread(target=self._run, name="hq-call", daemon=True).start()

    @property
    def is_over(self) -> bool:
        """Whether `answer` has not to wait any more."""
        return self.ended.is_set() or time.monotonic() >= self._until

    def answer(self) -> Answer:
        """The whole answer.

        Raises:
            HqUnreachable: nothing came, or not all of it in time.
            ReplyBroken: what came is no HTTP, has no length, is too large, or was cut.
        """
        if not self.ended.wait(max(self._until - time.monotonic(), 0)):
            self._cut()
            raise HqUnreachable("Headquarters did not answer within {seconds:g} s", seconds=self._seconds)
        if not self._outcome:
            raise HqUnreachable("The call was given up: this program ends")
        found = self._outcome[0]
        if isinstance(found, Answer):
            return found
        raise as_hq_fault(found) from None

    def has_ended_well(self) -> bool:
        """Wait for its end; whether another call may follow it on the same connection."""
        self.ended.wait(max(self._until - time.monotonic(), 0))
        return bool(self._outcome) and isinstance(self._outcome[0], Answer)

    def _run(self) -> None:
        try:
            self._outcome.append(self._work())
        except BaseException as fault:  # noqa: BLE001 -- it is raised again by the thread that waits
            self._outcome.append(fault)
        finally:
            self.ended.set()


class Session:
    """A requests session whose exchanges, one at a time, end in time whatever the other side does."""

    def __init__(self, ca_file: Path | None) -> None:
        self._adapter = _Adapter(pool_connections=1, pool_maxsize=1, max_retries=0)
        self._ended = threading.Event()
        self._is_interrupted = False
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy, certificate or .netrc entry of the environment
        self._session.verify = True if ca_file is None else str(ca_file)
        self._session.headers.clear()
        self._session.headers["User-Agent"] = f"kassa/{VERSION}"
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, self._adapter)

    def begin(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, seconds: float
    ) -> Exchange:
        """Send one request."""
        exchange = Exchange(
            lambda: self._whole(method, url, headers, body, seconds + LATER_SECONDS),
            self._adapter.cut,
            seconds,
        )
        self._ended = exchange.ended
        if self._is_interrupted:  # just now, by another thread that did not see this exchange yet
            exchange.ended.set()
        return exchange

    def interrupt(self) -> None:
        """Let the thread that waits for an answer go on without one, now and in every exchange to come."""
        self._is_interrupted = True
        self._ended.set()

    def close(self) -> None:
        self._adapter.end()
        self._session.close()

    def _whole(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, seconds: float
    ) -> Answer:
        with self._session.request(
            method, url, headers=headers, data=body, timeout=seconds, allow_redirects=False, stream=True
        ) as response:
            received = response.headers
            if response.status_code == 200 and not _says_its_length(received):
                raise ReplyBroken("The reply of headquarters has no length: it may have been cut")
            data = bytearray()
            while piece := response.raw.read(65536, decode_content=False):
                data += piece
                if len(data) > BODY_MAX_BYTES:
                    raise ReplyBroken(
                        "The reply of headquarters is larger than {limit} bytes", limit=BODY_MAX_BYTES
                    )
            return Answer(response.status_code, received, bytes(data))


class _Adapter(requests.adapters.HTTPAdapter):
    """Keeps a second handle of the socket in use, so that another thread can end what happens on it.

    The connection's own handle does not do: it is gone while a TLS handshake or the last reply is read.
    """

    _handle: socket.socket | None = None
    _is_over = False

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_minimum_version=TLS_OLDEST)

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool = super().get_connection_with_tls_context(*args, **kwargs)
        kind = _TlsConnection if pool.scheme == "https" else _PlainConnection

        def open_connection(**options: Any) -> HTTPConnection:
            connection = kind(**options)
            connection.opened = self._keep
            return connection

        vars(pool)["ConnectionCls"] = open_connection
        return pool

    def cut(self) -> None:
        """End the exchange in progress, if there is one: both sides see the connection closed."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        try:
            handle.shutdown(socket.SHUT_RDWR)
        except OSError:  # it has ended by itself
            pass
        finally:
            handle.close()

    def end(self) -> None:
        """End the exchange in progress, and any whose connection is still being opened as soon as it is."""
        self._is_over = True
        self.cut()

    def _keep(self, opened: socket.socket) -> None:
        _ask_whether_it_is_there(opened)
        self.cut()
        self._handle = opened.dup()
        if self._is_over:  # nobody waits for it any more, nor would anybody close it
            self.cut()


class _PlainConnection(HTTPConnection):
    """A connection that shows its socket as soon as there is one."""

    opened: Callable[[socket.socket], None]

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        self.opened(made)
        return made


class _TlsConnection(HTTPSConnection):
    """The same, encrypted."""

    opened: Callable[[socket.socket], None]

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        self.opened(made)
        return made


def _ask_whether_it_is_there(opened: socket.socket) -> None:
    """Have the system find out within twenty seconds that a peer has vanished: a hello that waits would not."""
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in KEPT_ALIVE.items():
        if hasattr(socket, name):  # not every system lets it be said
            opened.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _says_its_length(headers: Any) -> bool:
    return "Content-Length" in headers or "chunked" in headers.get("Transfer-Encoding", "").lower()
