"""The calls a register makes to headquarters: one at a time, each with a total deadline and a proved reply."""

import gzip
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import quote, urlencode

from channel_db.device import Device
from channel_db.order_heads import EVERY_ORDER, OrderFilter
from retail.clock import Clock
from retail.version import PROGRAM
from retail.wire.base import Part
from retail.wire.protocol import (
    BODY_MAX_BYTES,
    CUSTOMERS,
    ENROL,
    FEEDS,
    HELLO,
    NONCE_HEADER,
    ORDERS,
    PAGE_ROWS_MAX,
    REAL_TIME,
    TALLY,
    UPLOADS,
    VERSION,
    CustomersReply,
    EnrolReply,
    EnrolRequest,
    FeedPage,
    HelloReply,
    OrdersReply,
    Reply,
    TallyReply,
    TallyRequest,
    Upload,
    UploadReply,
    UploadRequest,
)
from retail.wire.tally import Tally
from sync_agent.address import hq_address
from sync_agent.errors import (
    DocumentsRefused,
    ForeignHq,
    HqUnreachable,
    ReplyBroken,
)
from sync_agent.exchange import Exchange, Session
from sync_agent.reply import read_reply

HELLO_SECONDS = 5.0
CALL_SECONDS = 60.0
PACK_FROM_BYTES = 1024
AHEAD_SECONDS_MAX = 30.0
"""An answer that nobody asked for in this time is asked for anew."""

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

    @property
    def epoch(self) -> str:
        """The life of this register that its numbers belong to."""
        return self._device.epoch

    def hello(
        self, seconds: float = HELLO_SECONDS, *, tally: Tally | None = None, data_from: str = ""
    ) -> HelloReply:
        """Prove that this register's own headquarters is there, and name the tally it is to be compared with.

        `data_from` is when the feed that was read longest ago was read to its end.
        """
        said = {"program": PROGRAM, "data_from": data_from}
        if tally is not None:
            said["tally"] = tally.digest(self.epoch)
        return self._line.get(f"{HELLO}?{urlencode(said)}", HelloReply, seconds)

    def tell(self, tally: Tally, seconds: float = CALL_SECONDS) -> TallyReply:
        """Tell how this register stands, and hear in what headquarters differs."""
        request = TallyRequest(
            protocol=VERSION,
            register_name=self._device.register_name,
            epoch=self._device.epoch,
            tally=tally,
        )
        return self._line.post(TALLY, request, TallyReply, seconds)

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

    def orders(
        self,
        text: str,
        seconds: float = CALL_SECONDS,
        narrowed: OrderFilter = EVERY_ORDER,
        *,
        order: str = "",
        number: str = "",
    ) -> OrdersReply:
        """Search headquarters' orders; or ask for the one with this id, or for all that has exactly this number."""
        by_text = {"text": text, **_as_query(narrowed)}
        sought = {"number": number} if number else {"order": order} if order else by_text
        return self._line.get(
            f"{ORDERS}?{urlencode(sought, errors='replace', quote_via=quote, safe='')}", OrdersReply, seconds
        )

    def customers(self, text: str, seconds: float = CALL_SECONDS) -> CustomersReply:
        """Search headquarters' customers, of every store."""
        sought = urlencode({"text": text}, errors="replace", quote_via=quote, safe="")
        return self._line.get(f"{CUSTOMERS}?{sought}", CustomersReply, seconds)

    def page(
        self, feed: str, cursor: str, limit: int = PAGE_ROWS_MAX, seconds: float = CALL_SECONDS
    ) -> FeedPage:
        """The changes of a feed after `cursor` ("" is its beginning).

        Where there are more, the next page is on its way while this one is used.
        """
        page = self._line.get(_page_path(feed, cursor, limit), FeedPage, seconds)
        if page.feed != feed:
            raise ReplyBroken("Headquarters sent feed {theirs} for {ours}", theirs=page.feed, ours=feed)
        if page.more:
            self._line.get_ahead(_page_path(feed, page.cursor, limit), seconds)
        return page

    def interrupt(self) -> None:
        """End the call in progress and refuse those that follow; may come from another thread."""
        self._line.interrupt()

    def close(self) -> None:
        """End the connection."""
        self._line.close()


def _page_path(feed: str, cursor: str, limit: int) -> str:
    return f"{FEEDS}/{feed}?cursor={quote(cursor, safe='')}&limit={limit}"


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
        self._session: Session | None = None
        self._ahead: _Ahead | None = None
        self._is_interrupted = False

    def get(self, path: str, model: type[R], seconds: float) -> R:
        return self._call("GET", path, None, model, seconds)

    def get_ahead(self, path: str, seconds: float) -> None:
        """Send a call that will hardly be the last: a `get` of this path soon after finds its answer on the way."""
        if self._session is None or self._is_interrupted:
            return
        nonce = self._nonces()
        sent = self._session.begin("GET", self._address + path, self._headers(nonce), None, seconds)
        self._ahead = _Ahead(path, nonce, sent, time.monotonic())

    def post(self, path: str, request: Part, model: type[R], seconds: float) -> R:
        return self._call("POST", path, request.written().encode(), model, seconds)

    def interrupt(self) -> None:
        self._is_interrupted = True
        session = self._session
        if session is not None:
            session.interrupt()

    def close(self) -> None:
        self._ahead = None
        if self._session is not None:
            self._session.close()
            self._session = None

    def _headers(self, nonce: str) -> dict[str, str]:
        headers = {NONCE_HEADER: nonce, "Accept": "application/json", "Accept-Encoding": "gzip"}
        if self._token is not None:
            headers["Authorization"] = f"Bearer {self._token}"
        return headers

    def _taken_ahead(self, method: str, path: str) -> "_Ahead | None":
        """What was sent ahead, where this call asks for it; otherwise the connection is free once that has ended."""
        ahead = self._ahead
        if ahead is None:
            return None
        is_asked_for = method == "GET" and ahead.path == path
        if is_asked_for:
            self._ahead = None
            if time.monotonic() - ahead.sent_at < AHEAD_SECONDS_MAX:
                return ahead
        if not ahead.exchange.has_ended_well():
            self.close()
        return None

    def _call(self, method: str, path: str, body: bytes | None, model: type[R], seconds: float) -> R:
        nonce = self._nonces()
        headers = self._headers(nonce)
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
        ahead = self._taken_ahead(method, path)
        if self._session is None:
            self._session = Session(self._ca_file)
        try:
            if self._is_interrupted:
                raise HqUnreachable("The call was given up: this program ends")
            if ahead is None:
                exchange = self._session.begin(method, self._address + path, headers, body, seconds)
            else:
                exchange, nonce = ahead.exchange, ahead.nonce
            answer = exchange.answer()
            return read_reply(answer, model, nonce, self._tenant, self._clock.now())
        except (ReplyBroken, HqUnreachable, ForeignHq):
            # What comes next on this connection may belong to this call; the next call opens its own.
            self.close()
            raise


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A request that was sent before anybody asked for its answer."""

    path: str
    nonce: str
    exchange: Exchange
    sent_at: float


def _as_query(narrowed: OrderFilter) -> dict[str, str]:
    """What a search is narrowed to, as parameters; what narrows nothing is left out."""
    values = {
        "status": " ".join(narrowed.statuses),
        "store": narrowed.store,
        "origin": narrowed.origin,
        "since": "" if narrowed.since is None else narrowed.since.isoformat(),
        "until": "" if narrowed.until is None else narrowed.until.isoformat(),
    }
    return {name: value for name, value in values.items() if value}
