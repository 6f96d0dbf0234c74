"""The calls a register makes to headquarters: one at a time, and beside them a hello that waits; each with a total
deadline and a proved reply.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlencode

from channel_db.credentials import Credentials
from channel_db.device import Device
from channel_db.order_heads import EVERY_ORDER, OrderFilter
from retail.clock import Clock, stamp
from retail.journal import JournalEntry
from retail.version import PROGRAM
from retail.wire.contents import version_of
from retail.wire.journal import EntryPart, JournalReply, JournalRequest
from retail.wire.protocol import (
    CUSTOMERS,
    ENROL,
    FEEDS,
    HELLO,
    JOURNAL,
    ORDERS,
    PICTURES,
    QUESTIONS,
    REAL_TIME,
    SIGNING_KEYS,
    SPOKEN,
    TALLY,
    TRANSACTIONS,
    UPLOADS,
    ComparedFeedsReply,
    CustomersReply,
    EnrolReply,
    EnrolRequest,
    FeedPage,
    HeldFeed,
    HeldFeedsRequest,
    HelloReply,
    OrdersReply,
    PictureReply,
    QuestionReply,
    QuestionRequest,
    SigningKeysReply,
    TallyReply,
    TallyRequest,
    TransactionsReply,
    Upload,
    UploadReply,
    UploadRequest,
    cursors_text,
)
from retail.wire.tally import Tally
from retail.wire.versions import Versions
from sync_agent.errors import (
    HqRefused,
    ReplyBroken,
)
from sync_agent.line import HqLine, Nonces, Waited
from sync_agent.proving import Fixed, Prover
from sync_agent.reply import Home
from sync_agent.shared_pages import Told, feed_path

HELLO_SECONDS = 5.0
CALL_SECONDS = 60.0
PICTURE_SECONDS = 20.0
"""A picture is given up sooner: documents wait behind it."""
log = logging.getLogger(__name__)


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
        self._side = HqLine(device.hq_url, self._prover, home, clock, nonces, ca_file, spoken)
        """Where a hello waits, so that all other calls go on."""
        self._told: Told | None = None
        self._waited: Waited[HelloReply] | None = None

    @property
    def epoch(self) -> str:
        """The life of this register that its numbers belong to."""
        return self._prover.epoch

    @property
    def version(self) -> int:
        """The newest version of the protocol that both sides speak, as far as headquarters has said what it does."""
        return self._line.version

    def hello(
        self,
        seconds: float = HELLO_SECONDS,
        *,
        tally: Tally | None = None,
        data_from: str = "",
        layout: str = "",
        read: Mapping[str, str] | None = None,
    ) -> HelloReply:
        """Prove that this register's own headquarters is there, and name the tally it is to be compared with.

        `data_from` is when the feed that was read longest ago was read to its end, `layout` the layout that is shown,
        `read` the cursor of each feed: where they are said, the answer tells which feeds have news.
        """
        return self._line.get(self._hello(tally, data_from, layout, read), HelloReply, seconds)

    def hello_that_waits(
        self,
        wait_seconds: int,
        *,
        tally: Tally,
        data_from: str = "",
        layout: str = "",
        read: Mapping[str, str],
    ) -> Waited[HelloReply]:
        """The same, answered once there is something to say, or after so many seconds. It goes beside all other calls;
        one that was begun before is given up.
        """
        if self._waited is not None and not self._waited.is_over:
            self._side.close()
        self._side.version = self._line.version
        said = self._hello(tally, data_from, layout, read, wait_seconds)
        self._waited = self._side.begin(said, HelloReply, wait_seconds + HELLO_SECONDS)
        return self._waited

    def hang_up(self) -> None:
        """End the hello that waits: headquarters sees its connection closed."""
        self._side.close()

    def _hello(
        self,
        tally: Tally | None,
        data_from: str,
        layout: str,
        read: Mapping[str, str] | None,
        wait_seconds: int = 0,
    ) -> str:
        said = {"now": stamp(self._clock.now()), "program": PROGRAM, "data_from": data_from, "layout": layout}
        if tally is not None:
            said["tally"] = tally.digest(self.epoch)
        if read:
            said["read"] = cursors_text(read)
        if wait_seconds:
            said["wait_seconds"] = str(wait_seconds)
        return f"{HELLO}?{urlencode(said)}"

    def tell(self, tally: Tally, seconds: float = CALL_SECONDS) -> TallyReply:
        """Tell how this register stands, and hear in what headquarters differs."""
        request = TallyRequest(
            protocol=self._line.version,
            register_name=self._device.register_name,
            epoch=self.epoch,
            tally=tally,
        )
        return self._line.post(TALLY, request, TallyReply, seconds)

    def copy(
        self, chain: str, entries: Sequence[JournalEntry], seconds: float = CALL_SECONDS
    ) -> JournalReply:
        """Send entries of this register's account, each behind the one before; `chain` is the hash of its first."""
        request = JournalRequest(
            protocol=self._line.version,
            register_name=self._device.register_name,
            epoch=self.epoch,
            chain=chain,
            entries=tuple([EntryPart.model_validate(asdict(each)) for each in entries]),
        )
        return self._line.post(JOURNAL, request, JournalReply, seconds)

    def compare(self, held: Sequence[HeldFeed], seconds: float = CALL_SECONDS) -> ComparedFeedsReply:
        """Tell what this register has of its feeds, and hear how each of them stands."""
        request = HeldFeedsRequest(protocol=self._line.version, feeds=tuple(held))
        return self._line.post(FEEDS, request, ComparedFeedsReply, seconds)

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
        needs = max([version_of(each.text) for each in entries], default=1)
        path = REAL_TIME if real_time else UPLOADS
        return self._line.post(path, request, UploadReply, seconds, needs=needs)

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

    @property
    def signing_keys(self) -> str:
        """The keys of headquarters that this register believes."""
        return self._prover.signing_keys

    def pin(self, keys: str) -> None:
        """Believe these keys of headquarters from now on."""
        self._prover.pin(keys)

    def announced(self, seconds: float = CALL_SECONDS) -> SigningKeysReply:
        """The keys by which headquarters signs who may do what."""
        return self._line.get(SIGNING_KEYS, SigningKeysReply, seconds)

    def picture(self, digest: str, seconds: float = PICTURE_SECONDS) -> PictureReply:
        """A picture of a product; whether it is the one that was asked for is for the caller to prove."""
        return self._line.get(f"{PICTURES}/{digest}", PictureReply, seconds)

    def ask(self, document: str, by: str, words: str, seconds: float = CALL_SECONDS) -> QuestionReply:
        """Ask about a document of this register that was set aside."""
        request = QuestionRequest(protocol=self._line.version, document=document, by=by, words=words)
        return self._line.post(QUESTIONS, request, QuestionReply, seconds)

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
        """End the calls in progress and refuse those that follow; may come from another thread."""
        self._line.interrupt()
        self._side.interrupt()

    def close(self) -> None:
        """End the connections."""
        self._line.close()
        self._side.close()


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
