"""The only place that speaks HTTP: one call at a time, each with a total deadline and a proved reply."""

import gzip
import secrets
import socket
import threading
from collections.abc import Callable, Sequence
from http.client import HTTPException, RemoteDisconnected  # noqa: TID251 -- only to recognise what urllib3 lets through
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import quote, urlencode

import requests  # noqa: TID251 -- this is the one module the rule keeps it for
import requests.adapters  # noqa: TID251 -- as above
import urllib3.exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection

from channel_db.device import Device
from retail.clock import Clock
from retail.wire.base import Part
from retail.wire.protocol import (
    BODY_MAX_BYTES,
    ENROL,
    FEEDS,
    HELLO,
    NONCE_HEADER,
    ORDERS,
    PAGE_ROWS_MAX,
    REAL_TIME,
    UPLOADS,
    VERSION,
    EnrolReply,
    EnrolRequest,
    FeedPage,
    HelloReply,
    OrdersReply,
    Reply,
    Upload,
    UploadReply,
    UploadRequest,
)
from sync_agent.address import hq_address
from sync_agent.errors import (
    ConnectionNotSafe,
    DocumentsRefused,
    ForeignHq,
    HqFault,
    HqUnreachable,
    ReplyBroken,
    ReplyLost,
)
from sync_agent.reply import Answer, read_reply

HELLO_SECONDS = 5.0
CALL_SECONDS = 60.0
PACK_FROM_BYTES = 1024

Nonces = Callable[[], str]
R = TypeVar("R", bound=Reply)


def fresh_nonce() -> str:
    """A text that nobody has sent before and nobody can guess."""
    return secrets.token_hex(16)


class Entry(Protocol):
    """What is sent of an outbox entry."""

    @property
    def uuid(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def fingerprint(self) -> str: ...


class HqClient:
    """The calls a register makes; one thread uses it. Every call raises HqFault or brings a proved reply.

    Units: `seconds` is the total time of a call, from looking the name up to the last byte.
    """

    def __init__(self, device: Device, clock: Clock, nonces: Nonces, ca_file: Path | None = None) -> None:
        self._device = device
        self._line = HqLine(device.hq_url, device.token, device.tenant, clock, nonces, ca_file)

    def hello(self, seconds: float = HELLO_SECONDS) -> HelloReply:
        """Prove that this register's own headquarters is there."""
        return self._line.get(HELLO, HelloReply, seconds)

    def upload(
        self, entries: Sequence[Entry], *, real_time: bool = False, seconds: float = CALL_SECONDS
    ) -> UploadReply:
        """Send documents: to be kept, or (`real_time`) to be kept and posted while somebody waits."""
        request = UploadRequest(
            protocol=VERSION,
            register_name=self._device.register_name,
            epoch=self._device.epoch,
            documents=tuple(
                Upload.model_validate(
                    {"id": each.uuid, "kind": each.kind, "fingerprint": each.fingerprint, "text": each.text}
                )
                for each in entries
            ),
        )
        return self._line.post(REAL_TIME if real_time else UPLOADS, request, UploadReply, seconds)

    def orders(self, text: str, seconds: float = CALL_SECONDS, *, order: str = "") -> OrdersReply:
        """Search headquarters' orders, or ask for the one with this id."""
        sought = {"order": order} if order else {"text": text}
        return self._line.get(
            f"{ORDERS}?{urlencode(sought, errors='replace', quote_via=quote, safe='')}", OrdersReply, seconds
        )

    def page(
        self, feed: str, cursor: str, limit: int = PAGE_ROWS_MAX, seconds: float = CALL_SECONDS
    ) -> FeedPage:
        """The changes of a feed after `cursor` ("" is its beginning)."""
        path = f"{FEEDS}/{feed}?cursor={quote(cursor, safe='')}&limit={limit}"
        page = self._line.get(path, FeedPage, seconds)
        if page.feed != feed:
            raise ReplyBroken("Headquarters sent feed {theirs} for {ours}", theirs=page.feed, ours=feed)
        return page

    def interrupt(self) -> None:
        """End the call in progress and refuse those that follow; may come from another thread."""
        self._line.interrupt()

    def close(self) -> None:
        """End the connection."""
        self._line.close()


def enrol_at(
    address: str,
    code: str,
    device_name: str,
    clock: Clock,
    nonces: Nonces,
    ca_file: Path | None = None,
    seconds: float = CALL_SECONDS,
) -> EnrolReply:
    """Exchange a one-time code for what this register needs to prove itself.

    Raises:
        HqFault: headquarters was not reached, or refuses the code.
    """
    line = HqLine(address, None, None, clock, nonces, ca_file)
    try:
        request = EnrolRequest(protocol=VERSION, code=code, device=device_name)
        return line.post(ENROL, request, EnrolReply, seconds)
    finally:
        line.close()


class HqLine:
    """A connection to one address: no redirect, no proxy of the environment, no unproved certificate."""

    def __init__(
        self,
        address: str,
        token: str | None,
        tenant: str | None,
        clock: Clock,
        nonces: Nonces,
        ca_file: Path | None = None,
    ) -> None:
        self._address = hq_address(address)
        self._token = token
        self._tenant = tenant
        self._clock = clock
        self._nonces = nonces
        self._ca_file = ca_file
        self._session: _Session | None = None
        self._is_interrupted = False

    def get(self, path: str, model: type[R], seconds: float) -> R:
        return self._call("GET", path, None, model, seconds)

    def post(self, path: str, request: Part, model: type[R], seconds: float) -> R:
        return self._call("POST", path, request.written().encode(), model, seconds)

    def interrupt(self) -> None:
        self._is_interrupted = True
        session = self._session
        if session is not None:
            session.interrupt()

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def _call(self, method: str, path: str, body: bytes | None, model: type[R], seconds: float) -> R:
        nonce = self._nonces()
        headers = {NONCE_HEADER: nonce, "Accept": "application/json", "Accept-Encoding": "gzip"}
        if self._token is not None:
            headers["Authorization"] = f"Bearer {self._token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
            if len(body) > BODY_MAX_BYTES:
                raise DocumentsRefused(
                    "The documents have {size} bytes; headquarters takes {limit}",
                    size=len(body),
                    limit=BODY_MAX_BYTES,
                )
            if len(body) > PACK_FROM_BYTES:
                body = gzip.compress(body, compresslevel=6, mtime=0)
                headers["Content-Encoding"] = "gzip"
        if self._session is None:
            self._session = _Session(self._ca_file)
        try:
            if self._is_interrupted:
                raise HqUnreachable("The call was given up: this program ends")
            answer = self._session.exchange(method, self._address + path, headers, body, seconds)
            return read_reply(answer, model, nonce, self._tenant, self._clock.now())
        except (ReplyBroken, HqUnreachable, ForeignHq):
            # What comes next on this connection may belong to this call; the next call opens its own.
            self.close()
            raise


class _Session:
    """A requests session whose exchange ends in time, whatever the other side does."""

    def __init__(self, ca_file: Path | None) -> None:
        self._adapter = _Adapter(pool_connections=1, pool_maxsize=1, max_retries=0)
        self._ended = threading.Event()
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy, certificate or .netrc entry of the environment
        self._session.verify = True if ca_file is None else str(ca_file)
        self._session.headers.clear()
        self._session.headers["User-Agent"] = f"kassa/{VERSION}"
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, self._adapter)

    def exchange(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, seconds: float
    ) -> Answer:
        """Send one request and read its whole answer.

        The work is done by a thread of its own: neither a name server that is silent nor a reply that
        drips byte by byte ever lets a time-out of requests fire.

        Raises:
            HqUnreachable: nothing came, or not all of it within `seconds`.
            ReplyBroken: what came is no HTTP, has no length, is too large, or was cut.
        """
        outcome: list[Answer | BaseException] = []
        ended = self._ended = threading.Event()

        def work() -> None:
            try:
                outcome.append(self._exchange(method, url, headers, body, seconds))
            except BaseException as fault:  # noqa: BLE001 -- it is raised again by the thread that waits
                outcome.append(fault)
            finally:
                ended.set()

        threading.Thread(target=work, name="hq-call", daemon=True).start()
        if not ended.wait(seconds):
            self._adapter.cut()
            raise HqUnreachable("Headquarters did not answer within {seconds:g} s", seconds=seconds)
        if not outcome:
            raise HqUnreachable("The call was given up: this program ends")
        found = outcome[0]
        if isinstance(found, Answer):
            return found
        raise _as_hq_fault(found) from None

    def interrupt(self) -> None:
        """Let the thread that waits for an answer go on without one."""
        self._ended.set()

    def close(self) -> None:
        self._adapter.cut()
        self._session.close()

    def _exchange(
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

    def _keep(self, opened: socket.socket) -> None:
        self.cut()
        self._handle = opened.dup()


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


def _says_its_length(headers: Any) -> bool:
    return "Content-Length" in headers or "chunked" in headers.get("Transfer-Encoding", "").lower()


def _as_hq_fault(fault: BaseException) -> BaseException:
    """The fault in the words of this package; what is none of the network's doing stays as it is."""
    if isinstance(fault, HqFault):
        return fault
    if isinstance(fault, requests.exceptions.SSLError):
        return ConnectionNotSafe(
            "The connection to headquarters is not safe, nothing was sent. Check the clock of this "
            "register and the certificate of headquarters ({why})",
            why=_reason(fault),
        )
    if isinstance(fault, requests.Timeout | urllib3.exceptions.TimeoutError):
        return HqUnreachable("Headquarters did not answer in time")
    if _innermost(fault) is RemoteDisconnected:
        return ReplyLost("Headquarters ended the connection before it answered")
    if isinstance(fault, urllib3.exceptions.HTTPError) or _is_no_http(fault):
        return ReplyBroken("The reply of headquarters was cut or is no HTTP ({why})", why=_reason(fault))
    if isinstance(fault, requests.RequestException | OSError):
        return HqUnreachable("Headquarters cannot be reached ({why})", why=_reason(fault))
    return fault


def _is_no_http(fault: BaseException) -> bool:
    """Whether something answered that was not HTTP; a connection that just ended is none of that."""
    chain: BaseException | None = fault
    while chain is not None:
        if isinstance(chain, HTTPException) and not isinstance(chain, ConnectionError):
            return True
        chain = chain.__context__
    return False


def _reason(fault: BaseException) -> str:
    """The kind of the innermost fault: short, and free of addresses, tokens and bodies."""
    return _innermost(fault).__name__


def _innermost(fault: BaseException) -> type[BaseException]:
    chain = fault
    while chain.__context__ is not None:
        chain = chain.__context__
    return type(chain)
