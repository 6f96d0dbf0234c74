"""Every call to headquarters, noted where the register can see it: contact, ages, and which headquarters it is."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from channel_db.catalog.contact import Contact
from channel_db.catalog.repository import Catalog
from channel_db.journal.outbox import OutboxEntry
from retail.clock import Clock, stamp
from retail.journal import JournalEntry
from retail.wire.journal import JournalReply
from retail.wire.protocol import (
    ComparedFeedsReply,
    CustomersReply,
    FeedPage,
    HeldFeed,
    HelloReply,
    Reply,
    SigningKeysReply,
    TallyReply,
    TransactionsReply,
    UploadReply,
)
from retail.wire.tally import Difference, Tally
from sync_agent.errors import (
    CursorTooOld,
    DocumentsRefused,
    HqBusy,
    HqFailed,
    HqFault,
    HqRefused,
    HqTooOld,
    NewIncarnation,
    ProgramTooOld,
    TokenRefused,
)
from sync_agent.hq_client import HELLO_SECONDS, HqClient
from sync_agent.line import Waited
from sync_agent.reply_times import ReplyTimes

FAILURES_UNTIL_OFFLINE = 2
AGE_KEPT_SECONDS = 5
"""How old the time of the last success may grow before it is kept anew: each keeping is a disk sync."""

PATIENT_HELLO_SECONDS = 15.0

R = TypeVar("R", bound=Reply)


class WatchedHq:
    """The calls of an HqClient; what each says about the contact is kept in the catalogue.

    `failed` and `worked` are told of every call's end, for the pace of the agent.
    """

    def __init__(
        self,
        client: HqClient,
        catalog: Catalog,
        clock: Clock,
        *,
        failed: Callable[[HqFault], None],
        worked: Callable[[], None],
    ) -> None:
        self._client = client
        self._catalog = catalog
        self._clock = clock
        self._failed = failed
        self._worked = worked
        self._times = ReplyTimes()

    @property
    def is_slow(self) -> bool:
        """Whether replies of late took so long that a cashier would feel it."""
        return self._times.is_slow

    @property
    def version(self) -> int:
        """The newest version of the protocol that both sides speak."""
        return self._client.version

    def hello(
        self,
        tally: Tally | None = None,
        data_from: str = "",
        layout: str = "",
        read: Mapping[str, str] | None = None,
    ) -> HelloReply:
        # Over a line with seconds on each way, to connect takes longer than to ask: what failed is given more time.
        has_failed = self._catalog.contact().failures_in_a_row > 0
        seconds = PATIENT_HELLO_SECONDS if has_failed else HELLO_SECONDS
        return self._watch(
            lambda: self._client.hello(seconds, tally=tally, data_from=data_from, layout=layout, read=read)
        )

    def hello_that_waited(self, call: Waited[HelloReply]) -> HelloReply:
        # How long headquarters let it wait says nothing about the line.
        return self._watch(call.answer, is_timed=False)

    def tell(self, tally: Tally) -> TallyReply:
        # What headquarters cannot take of it says nothing about the contact: it may be older than this register.
        return self._watch(lambda: self._client.tell(tally), (HqRefused, HqFailed))

    def copy(self, chain: str, entries: Sequence[JournalEntry]) -> JournalReply:
        # An older headquarters does not know this call, a busy one takes none now: that says nothing about the contact.
        return self._watch(lambda: self._client.copy(chain, entries), (HqRefused, HqBusy))

    def compare(self, held: Sequence[HeldFeed]) -> ComparedFeedsReply:
        # An older headquarters does not know this call: that says nothing about the contact.
        return self._watch(lambda: self._client.compare(held), (HqRefused, HqFailed))

    def upload(self, entries: Sequence[OutboxEntry]) -> UploadReply:
        # What headquarters breaks over may be one of the documents: that says nothing about the contact.
        return self._watch(lambda: self._client.upload(entries), (DocumentsRefused, HqFailed, HqTooOld))

    def transactions(self, first: int, last: int) -> TransactionsReply:
        # An older headquarters does not know this call: that says nothing about the contact.
        return self._watch(lambda: self._client.transactions(first, last), (HqRefused, HqFailed))

    def customers(self, text: str) -> CustomersReply:
        return self._watch(lambda: self._client.customers(text), (HqRefused, HqFailed))

    def page(self, feed: str, cursor: str, *, counted: bool = False) -> FeedPage:
        return self._watch(
            lambda: self._client.page(feed, cursor, counted=counted), (CursorTooOld, ProgramTooOld)
        )

    @property
    def signing_keys(self) -> str:
        return self._client.signing_keys

    def pin(self, keys: str) -> None:
        self._client.pin(keys)

    def announced(self) -> SigningKeysReply:
        return self._watch(self._client.announced)

    def _watch(
        self, call: Callable[[], R], answers: tuple[type[HqFault], ...] = (), *, is_timed: bool = True
    ) -> R:
        """Make the call; `answers` are the faults by which headquarters shows that it is there."""
        begun = time.monotonic()
        try:
            reply = call()
        except HqFault as fault:
            if isinstance(fault, answers):
                raise
            self._times.forget()
            is_refused = isinstance(fault, TokenRefused)
            after = after_failure(self._catalog.contact(), self._clock.now(), is_refused=is_refused)
            self._catalog.keep_contact(after)
            self._failed(fault)
            raise
        took = time.monotonic() - begun if is_timed else 0.0
        if is_timed:
            self._times.add(took)
        before, now = self._catalog.contact(), self._clock.now()
        after = after_success(before, now, reply.incarnation, is_slow=self._times.is_slow)
        if is_timed:
            p95 = self._times.p95_seconds
            after = replace(
                after, reply_ms=round(took * 1000), p95_ms=None if p95 is None else round(p95 * 1000)
            )
        if isinstance(reply, HelloReply | TallyReply):
            after = after_comparison(after, now, reply.differences)
        if isinstance(reply, HelloReply):
            after = replace(after, ahead_ms=ahead_ms(now, reply.now, took))
        if not _says_the_same(before, after):
            self._catalog.keep_contact(after)
        self._worked()
        if before.incarnation not in ("", reply.incarnation):
            raise NewIncarnation(reply.incarnation)
        return reply


def after_success(contact: Contact, now: datetime, incarnation: str, *, is_slow: bool) -> Contact:
    """Online after one proved reply; slow where the replies of late are.

    Another incarnation is not noted here: only when all that follows from it has been done.
    """
    return replace(
        contact,
        state="slow" if is_slow else "online",
        last_success_at=stamp(now),
        failures_in_a_row=0,
        incarnation=contact.incarnation or incarnation,
    )


def ahead_ms(now: datetime, told: str, took: float) -> int | None:
    """How far this clock is before headquarters', which told its time in the middle of a reply that took so long."""
    try:
        theirs = datetime.fromisoformat(told) + timedelta(seconds=took / 2)
        return round((now - theirs).total_seconds() * 1000)
    except (ValueError, TypeError):
        return None  # no time, or one without a zone


def after_comparison(contact: Contact, now: datetime, differences: Sequence[Difference] | None) -> Contact:
    """What headquarters found when it compared itself with this register; None where it did not look."""
    if differences is None:
        return contact
    found = json.dumps([each.model_dump(exclude_defaults=True) for each in differences])
    return replace(contact, compared_at=stamp(now), differences=found)


def after_failure(contact: Contact, now: datetime, *, is_refused: bool = False) -> Contact:
    """Offline after two failures in a row, so that one lost call does not flicker; at once where nothing is known.

    Refused at once where headquarters does not accept this register, and until it does again.
    """
    failures = contact.failures_in_a_row + 1
    is_offline = failures >= FAILURES_UNTIL_OFFLINE or contact.state == "unknown"
    state = (
        "refused" if is_refused or contact.state == "refused" else "offline" if is_offline else contact.state
    )
    return replace(
        contact,
        state=state,
        last_failure_at=stamp(now),
        failures_in_a_row=failures,
    )


def _says_the_same(before: Contact, after: Contact) -> bool:
    """Whether only the times of the last success and comparison differ, by little, and the figures of the line."""
    if before.last_success_at is None or after.last_success_at is None:
        return False
    if before.compared_at is None and after.compared_at is not None:
        return False
    figures = {name: getattr(after, name) for name in ("reply_ms", "p95_ms", "ahead_ms")}
    told = replace(before, last_success_at=after.last_success_at, compared_at=after.compared_at, **figures)
    if told != after:
        return False
    age = datetime.fromisoformat(after.last_success_at) - datetime.fromisoformat(before.last_success_at)
    return timedelta(0) <= age < timedelta(seconds=AGE_KEPT_SECONDS)
