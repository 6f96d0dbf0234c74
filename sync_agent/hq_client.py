"""The calls a register makes to headquarters: one at a time, each with a total deadline and a proved reply."""

import gzip
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import quote, urlencode

from channel_db.credentials import Credentials
from channel_db.device import Device
from channel_db.order_heads import EVERY_ORDER, OrderFilter
from retail.clock import Clock, stamp
from retail.wire.base import Part
from retail.wire.protocol import (
    BODY_MAX_BYTES,
    CUSTOMERS,
    ENROL,
    ENVIRONMENT_HEADER,
    HELLO,
    NONCE_HEADER,
    ORDERS,
    REAL_TIME,
    SPOKEN,
    TALLY,
    TRANSACTIONS,
    UPLOADS,
    VERSION_HEADER,
    CustomersReply,
    EnrolReply,
    EnrolRequest,
    FeedPage,
    HelloReply,
    OrdersReply,
    Reply,
    SharedPage,
    TallyReply,
    TallyRequest,
    TransactionsReply,
    Upload,
    UploadReply,
    UploadRequest,
)
from retail.wire.tally import Tally
from retail.wire.versions import Versions
from sync_agent.address import hq_address
from sync_agent.errors import (
    DocumentsRefused,
    ForeignHq,
    HqRefused,
    HqUnreachable,
    ReplyBroken,
)
from sync_agent.exchange import Exchange, Session
from sync_agent.proving import Fixed, Prover
from sync_agent.reply import Answer, Home, agreed_version, read_reply, read_shared, refused_versions
from sync_agent.shared_pages import Told, feed_path

HELLO_SECONDS = 5.0
CALL_SECONDS = 60.0
PACK_FROM_BYTES = 1024
AHEAD_SECONDS_MAX = 30.0
"""An answer that nobody asked for in this time is asked for anew."""

Nonces = Callable[[], str]
R = TypeVar("R", bound=Reply)
S = TypeVar("S")

log = logging.getLogger(__name__)


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

    `prover` proves them; without one they carry the token of the enrolment alone.
    Units: `seconds` is the total time of a call, from looking the name up to the last byte.
    """

    def __init__(
        self,
        device: Device,
        clock: Clock,
        nonces: Nonces,
        ca_file: Path | None = None,
        prover: Prover | None = None,
        spoken: Versions = SPOKEN,
    ) -> None:
        self._device = device
        self._clock = clock
        self._prover = prover or Fixed(Credentials(device.epoch, device.token))
        home = Home(device.tenant, device.environment)
        self._line = HqLine(device.hq_url, self._prover, home, clock, nonces, ca_file, spoken)
        self._told: Told | None = None

    @property
    def epoch(self) -> str:
        """The life of this register that its numbers belong to."""
        return self._prover.epoch

    def hello(self, seconds: float = HELLO_SECONDS, *, tally: Tally | None = None) -> HelloReply:
        """Prove that this register's own headquarters is there, and name the tally it is to be compared with."""
        named = {} if tally is None else {"tally": tally.digest(self.epoch)}
        told = urlencode({**named, "now": stamp(self._clock.now())})
        return self._line.get(f"{HELLO}?{told}", HelloReply, seconds)

    def tell(self, tally: Tally, seconds: float = CALL_SECONDS) -> TallyReply:
        """Tell how this register stands, and hear in what headquarters differs."""
        request = TallyRequest(
            protocol=self._line.version,
            register_name=self._device.register_name,
            epoch=self.epoch,
            tally=tally,
        )
        return self._line.post(TALLY, request, TallyReply, seconds)

    def upload(
        self, entries: Sequence[Entry], *, real_time: bool = False, seconds: float = CALL_SECONDS
    ) -> UploadReply:
        """Send documents: to be kept, or (`real_time`) to be kept and posted while somebody waits."""
        request = UploadRequest(
            protocol=self._line.version,
            register_name=self._device.register_name,
            epoch=self.epoch,
            documents=tuple(
                Upload.model_validate(
                    {"id": each.uuid, "kind": each.kind, "fingerprint": each.fingerprint, "text": each.text}
                )
                for each in entries
            ),
        )
        return self._line.post(REAL_TIME if real_time else UPLOADS, request, UploadReply, seconds)

    def transactions(self, first: int, last: int, seconds: float = CALL_SECONDS) -> TransactionsReply:
        """This register's own transactions with these numbers, NUMBERS_ASKED_MAX at most."""
        return self._line.get(f"{TRANSACTIONS}?first={first}&last={last}", TransactionsReply, seconds)

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
        self, feed: str, cursor: str, *, counted: bool = False, seconds: float = CALL_SECONDS
    ) -> FeedPage:
        """The changes of a feed after `cursor` ("" is its beginning); the last page says how many keys there are where
        they are to be `counted`.

        Whole pages come one by one from where they may have been kept for all registers, proved by what headquarters
        told of them just now; one that is not as told is asked for row by row. Where there are more, the next one is
        on its way while this one is used.
        """
        told, self._told = self._told, None
        if told is None or not told.is_about(feed, cursor):
            told = self._tell_of(feed_path(feed, cursor, counted=counted), feed, cursor, seconds)
        page = self._shared(told, seconds)
        if page is None:
            told = self._tell_of(feed_path(feed, cursor, marks=False, counted=counted), feed, cursor, seconds)
            page = told.rest()
        if told.mark is not None:
            self._line.get_ahead(told.path, seconds)
        elif told.is_used_up and page.more:
            self._line.get_ahead(feed_path(feed, page.cursor, counted=counted), seconds)
        self._told = None if told.is_used_up else told
        return page

    def _tell_of(self, path: str, feed: str, cursor: str, seconds: float) -> Told:
        answer = self._line.get(path, FeedPage, seconds)
        if answer.feed != feed:
            raise ReplyBroken("Headquarters sent feed {theirs} for {ours}", theirs=answer.feed, ours=feed)
        return Told(answer, cursor)

    def _shared(self, told: Told, seconds: float) -> FeedPage | None:
        """The next page of what was told; None where a cache or a later change has made another one of it."""
        mark = told.mark
        if mark is None:
            return told.rest()
        try:
            return told.take(self._line.get_shared(told.path, mark.digest, seconds).rows)
        except (ReplyBroken, HqRefused) as fault:
            log.warning("a page is asked for row by row: %s", fault.message)
            return None

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
    key: str,
    clock: Clock,
    nonces: Nonces,
    ca_file: Path | None = None,
    seconds: float = CALL_SECONDS,
) -> EnrolReply:
    """Exchange a one-time code for what this register needs to prove itself with its key.

    Raises:
        HqFault: headquarters was not reached, or refuses the code.
    """
    line = HqLine(address, Fixed(Credentials(epoch="", token="", key=key)), None, clock, nonces, ca_file)
    try:
        request = EnrolRequest(protocol=line.version, code=code, device=device_name)
        return line.post(ENROL, request, EnrolReply, seconds)
    finally:
        line.close()


class HqLine:
    """A connection to one address: no redirect, no proxy of the environment, no unproved certificate."""

    def __init__(
        self,
        address: str,
        prover: Prover,
        home: Home | None,
        clock: Clock,
        nonces: Nonces,
        ca_file: Path | None = None,
        spoken: Versions = SPOKEN,
    ) -> None:
        self._address = hq_address(address)
        self._prover = prover
        self._home = home
        self._spoken = spoken
        self.version = spoken.newest
        """The newest version that both sides speak, as far as headquarters has said what it does."""
        self._clock = clock
        self._nonces = nonces
        self._ca_file = ca_file
        self._session: Session | None = None
        self._ahead: _Ahead | None = None
        self._is_interrupted = False

    def get(self, path: str, model: type[R], seconds: float) -> R:
        return self._call("GET", path, None, self._reply(model), seconds)

    def get_shared(self, path: str, digest: str, seconds: float) -> SharedPage:
        def read(answer: Answer, _nonce: str) -> SharedPage:
            return read_shared(answer, digest, self._clock.now())

        return self._call("GET", path, None, read, seconds)

    def get_ahead(self, path: str, seconds: float) -> None:
        """Send a call that will hardly be the last: a `get` of this path soon after finds its answer on the way."""
        if self._session is None or self._is_interrupted:
            return
        nonce = self._nonces()
        sent = self._session.begin(
            "GET", self._address + path, self._headers("GET", path, b"", nonce), None, seconds
        )
        self._ahead = _Ahead(path, nonce, sent, time.monotonic())

    def post(self, path: str, request: Part, model: type[R], seconds: float) -> R:
        return self._call("POST", path, request.written().encode(), self._reply(model), seconds)

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

    def _headers(self, method: str, path: str, body: bytes, nonce: str) -> dict[str, str]:
        headers = {
            NONCE_HEADER: nonce,
            VERSION_HEADER: str(self.version),
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
        }
        if self._home is not None and self._home.environment:
            headers[ENVIRONMENT_HEADER] = self._home.environment
        return headers | self._prover.headers(method, path, body, nonce)

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

    def _reply(self, model: type[R]) -> Callable[[Answer, str], R]:
        """How an answer that bears our nonce is read, and what it says of headquarters is noted."""

        def read(answer: Answer, nonce: str) -> R:
            reply = read_reply(answer, model, nonce, self._home, self._clock.now())
            self.version = agreed_version(
                Versions(reply.oldest or reply.protocol, reply.protocol), self._spoken
            )
            self._prover.heard(reply)
            return reply

        return read

    def _call(
        self, method: str, path: str, body: bytes | None, read: Callable[[Answer, str], S], seconds: float
    ) -> S:
        if body is not None and len(body) > BODY_MAX_BYTES:
            raise DocumentsRefused(
                "The documents have {size} bytes; headquarters takes {limit}",
                size=len(body),
                limit=BODY_MAX_BYTES,
            )
        ahead = self._taken_ahead(method, path)
        if self._session is None:
            self._session = Session(self._ca_file)
        try:
            if self._is_interrupted:
                raise HqUnreachable("The call was given up: this program ends")
            if ahead is None:
                nonce = self._nonces()
                exchange = self._send(self._session, method, path, body, nonce, seconds)
            else:
                exchange, nonce = ahead.exchange, ahead.nonce
            answer = exchange.answer()
            theirs = refused_versions(answer)
            if theirs is not None:
                self.version = agreed_version(theirs, self._spoken)  # the next call is made in it
            return read(answer, nonce)
        except (ReplyBroken, HqUnreachable, ForeignHq):
            # What comes next on this connection may belong to this call; the next call opens its own.
            self.close()
            raise

    def _send(
        self, session: Session, method: str, path: str, body: bytes | None, nonce: str, seconds: float
    ) -> Exchange:
        headers = self._headers(method, path, body or b"", nonce)
        if body is not None:
            headers["Content-Type"] = "application/json"
            if len(body) > PACK_FROM_BYTES:
                body = gzip.compress(body, compresslevel=6, mtime=0)
                headers["Content-Encoding"] = "gzip"
        return session.begin(method, self._address + path, headers, body, seconds)


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
