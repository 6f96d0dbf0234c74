"""The outbox: documents that wait for headquarters, each with a life whose end states are named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy import text as sql

from channel_db.journal.customers import CustomerWriting
from channel_db.journal.models import OutboxRow, TransactionRow
from channel_db.journal.orders import OrderWriting
from channel_db.journal.waiting import WaitingReading
from channel_db.statements import Statement, insertion
from channel_db.unit_of_work import unit_of_work
from retail.clock import stamp
from retail.shift import Unsent
from retail.wire.base import Json, fingerprint
from retail.wire.protocol import UploadResult


class EntryState(StrEnum):
    """Waiting to go, accepted by headquarters, or set aside because a person must look."""

    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """One document and how far its delivery is. Times are UTC."""

    id: int
    uuid: str
    kind: str
    text: str
    fingerprint: str
    depends_on: str | None
    attempts: int
    tried_at: str | None
    not_before: str | None
    leased_until: str | None
    state: EntryState
    last_error: str
    kept_at: str


_ADD = insertion(
    OutboxRow.__table__,
    *["uuid", "kind", "text", "fingerprint", "depends_on", "kept_at", "state", "attempts"],
    *["leased_by", "leased_until", "last_error", "money_minor"],
)
# Plain text: with a bound state, or in another form, the index of open entries would not answer.
_IS_OPEN = sql("outbox.state <> 'acknowledged'")
_IS_WAITING = sql("outbox.state = 'waiting' AND outbox.state <> 'acknowledged'")
_READ = tuple([getattr(OutboxRow, each.name) for each in fields(OutboxEntry)])
_FREE = Statement(
    select(*_READ)
    .where(
        _IS_WAITING,
        OutboxRow.id > bindparam("after"),
        or_(OutboxRow.leased_until.is_(None), OutboxRow.leased_until <= bindparam("now")),
        # Tried later than now: the clock was set back, and what is not due would wait until it has caught up.
        or_(
            OutboxRow.not_before.is_(None),
            OutboxRow.not_before <= bindparam("due"),
            OutboxRow.tried_at > bindparam("now"),
        ),
    )
    .order_by(OutboxRow.id)
    .limit(bindparam("most"))
)
_OPEN = Statement(select(OutboxRow.id).where(OutboxRow.uuid == bindparam("entry"), _IS_OPEN))
_ENTRIES = Statement(select(*_READ).where(_IS_OPEN).order_by(OutboxRow.id))
_SOME = Statement(
    select(*_READ)
    .where(_IS_OPEN, OutboxRow.id > bindparam("after"))
    .order_by(OutboxRow.id)
    .limit(bindparam("most"))
)
_PART = {
    EntryState.WAITING: Statement(
        select(*_READ).where(_IS_WAITING).order_by(OutboxRow.id).limit(bindparam("most"))
    ),
    EntryState.ATTENTION: Statement(
        select(*_READ)
        .where(sql("outbox.state = 'attention' AND outbox.state <> 'acknowledged'"))
        .order_by(OutboxRow.id)
        .limit(bindparam("most"))
    ),
}
_OPEN_RECEIPTS = (
    select(TransactionRow.receipt_number)
    .join(OutboxRow, OutboxRow.uuid == TransactionRow.uuid)
    .where(_IS_OPEN)
    .limit(1)
)
_FIRST_OPEN = Statement(_OPEN_RECEIPTS.order_by(OutboxRow.id))
_LAST_OPEN = Statement(_OPEN_RECEIPTS.order_by(OutboxRow.id.desc()))
_ENTRY = Statement(select(*_READ).where(OutboxRow.uuid == bindparam("entry")))
_OPEN_ENTRY = Statement(select(*_READ).where(OutboxRow.uuid == bindparam("entry"), _IS_OPEN))
_LEASE = Statement(
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("entry"))
    .values(leased_by=bindparam("owner"), leased_until=bindparam("until"))
)
_NO_LEASE = {"leased_by": None, "leased_until": None}
_ACKNOWLEDGE = Statement(
    update(OutboxRow)
    .where(OutboxRow.uuid == bindparam("entry"), _IS_OPEN)
    .values(
        state="acknowledged",
        acknowledged_at=bindparam("at"),
        last_error=bindparam("reason"),
        not_before=None,
        **_NO_LEASE,
    )
)
_RELEASE = Statement(
    update(OutboxRow)
    .where(OutboxRow.uuid == bindparam("entry"), _IS_WAITING)
    .values(
        attempts=OutboxRow.attempts + 1,
        tried_at=bindparam("tried_at"),
        last_error=bindparam("error"),
        not_before=bindparam("due"),
        **_NO_LEASE,
    )
)
_PARK = Statement(
    update(OutboxRow)
    .where(OutboxRow.uuid == bindparam("entry"), _IS_OPEN)
    .values(state="attention", last_error=bindparam("reason"), **_NO_LEASE)
)
_UNPARK = Statement(
    update(OutboxRow)
    .where(OutboxRow.uuid == bindparam("entry"), OutboxRow.state == "attention")
    .values(state="waiting", not_before=None)
)
_UNPARK_ALL = Statement(
    update(OutboxRow)
    .where(sql("outbox.state = 'attention' AND outbox.state <> 'acknowledged'"))
    .values(state="waiting", not_before=None)
)
_RELEASE_ALL = Statement(
    update(OutboxRow).where(_IS_OPEN, OutboxRow.leased_by == bindparam("owner")).values(**_NO_LEASE)
)
_PURGE = Statement(
    delete(OutboxRow).where(
        sql("outbox.state = 'acknowledged'"), OutboxRow.acknowledged_at < bindparam("before")
    )
)
_OFFER_AGAIN = Statement(
    update(OutboxRow)
    .where(sql("outbox.state = 'acknowledged'"))
    .values(state="waiting", acknowledged_at=None, attempts=0)
)
_TIME = Statement(
    update(OutboxRow)
    .where(sql("outbox.state = 'acknowledged'"), OutboxRow.acknowledged_at >= "9999")
    .values(acknowledged_at=bindparam("at"))
)
_FAR_FUTURE = "9999"

KEPT_DAYS = 30
"""So long documents stay here after headquarters has acknowledged them, in case it is restored from a backup."""
NOT_YET_TIMED = datetime(9999, 1, 1, tzinfo=UTC)
"""When something was acknowledged, until headquarters' own time is known: a clock that was set back here would have it
forgotten as soon as it is right again."""


class OutboxWriting(CustomerWriting, OrderWriting):
    """Adds documents to the outbox, and marks what became of them."""

    def add_outbox(
        self,
        uuid: str,
        kind: str,
        text: str,
        depends_on: str | None = None,
        leased_by: str | None = None,
        leased_until: str | None = None,
        *,
        money_minor: int = 0,
    ) -> None:
        """Keep a document to be sent, with its money; with a lease, the one who made it tries first.

        Raises:
            StorageBug: the id is in the outbox already.
        """
        _ADD.write(
            self._connection,
            uuid=uuid,
            kind=kind,
            text=text,
            fingerprint=fingerprint(text),
            depends_on=depends_on,
            kept_at=_utc(self._clock.now()),
            state="waiting",
            attempts=0,
            leased_by=leased_by,
            leased_until=None if leased_until is None else _utc(datetime.fromisoformat(leased_until)),
            last_error="",
            money_minor=money_minor,
        )

    def acknowledge(self, results: Iterable[UploadResult], now: datetime) -> None:
        """Mark what headquarters said about each document at `now`, and keep the account ids and orders it gave.

        What it has kept is acknowledged, with its reason where it could not be posted as it is, as a message where it
        says one; what it quarantined needs a person here.
        """
        parked: list[Json] = []
        acknowledged: list[Json] = []
        for result in results:
            marked = parked if result.outcome == "quarantined" else acknowledged
            marked.append({"entry": result.id, "reason": result.said or result.reason, "at": _utc(now)})
            if result.account is not None:
                self.set_account(result.id, result.account)
            if result.order is not None:
                self.keep_answer(result.order)
        _PARK.run_all(self._connection, parked)
        _ACKNOWLEDGE.run_all(self._connection, acknowledged)

    def unpark(self, uuid: str) -> bool:
        """Let a parked entry go again, after a person has put things right; False where it is not parked."""
        return _UNPARK.write(self._connection, entry=uuid).rowcount == 1


class Outbox(WaitingReading):
    """The life of outbox entries; every change is a commit of its own, of a millisecond."""

    def unsent(self, but: str) -> Unsent:
        """What has not reached headquarters but for this document, with the first and the last receipt of it."""
        held = self.waiting()
        first, last = [each.run(self._connection).scalar() or "" for each in (_FIRST_OPEN, _LAST_OPEN)]
        own = _OPEN.run(self._connection, entry=but).first() is not None
        return Unsent(held.count + held.attention - own, first, last)

    def outbox(self) -> list[OutboxEntry]:
        """Every entry that headquarters has not accepted, in the order they were made."""
        return [_entry(row) for row in _ENTRIES.run(self._connection)]

    def outbox_after(self, after: int, most: int) -> list[OutboxEntry]:
        """The first `most` of those entries after this row."""
        return [_entry(row) for row in _SOME.run(self._connection, after=after, most=most)]

    def oldest(self, state: EntryState, most: int) -> list[OutboxEntry]:
        """The first `most` of the entries that wait or need somebody, in the order they were made."""
        return [_entry(row) for row in _PART[state].run(self._connection, most=most)]

    def entry(self, uuid: str) -> OutboxEntry | None:
        """The document of this id, sent or not, as long as it is kept here."""
        row = _ENTRY.run(self._connection, entry=uuid).first()
        return None if row is None else _entry(row)

    def open_entry(self, uuid: str) -> OutboxEntry | None:
        """The entry of this document while headquarters has not accepted it."""
        row = _OPEN_ENTRY.run(self._connection, entry=uuid).first()
        return None if row is None else _entry(row)

    def lease(
        self, now: datetime, limit: int, owner: str, until: datetime, *, force: bool = False
    ) -> list[OutboxEntry]:
        """Claim up to `limit` entries until a moment, in the order they were made; the claim lapses by itself.

        Entries that are parked, leased or not due are stepped over, and so are those that depend on one of them.
        An entry whose dependency still waits is only claimed together with it. `force` ignores what is not due.
        """
        if not self._free(now, 0, 1, force):
            return []
        with unit_of_work(self._connection):
            self.keep_counted()
            chosen = self._choose(now, limit, force)
            lease = {"owner": owner, "until": _utc(until)}
            _LEASE.run_all(self._connection, [{**lease, "entry": entry.id} for entry in chosen])
        return chosen

    def release(self, uuids: Sequence[str], now: datetime, error: str, not_before: datetime) -> None:
        """Give entries back after a failed attempt; they are not tried again before `not_before`."""
        with unit_of_work(self._connection):
            tried = {"error": error, "tried_at": _utc(now), "due": _utc(not_before)}
            _RELEASE.run_all(self._connection, [{**tried, "entry": uuid} for uuid in uuids])

    def park(self, uuid: str, reason: str) -> None:
        """Set an entry aside for a person; those behind it go on, but for the ones that depend on it."""
        with unit_of_work(self._connection):
            _PARK.write(self._connection, entry=uuid, reason=reason)

    def unpark_all(self) -> None:
        """Let every parked entry go again; none is read for it, however much waits."""
        with unit_of_work(self._connection):
            _UNPARK_ALL.write(self._connection)

    def release_leases(self, owner: str) -> None:
        """Let go of what an earlier run of this owner had claimed."""
        with unit_of_work(self._connection):
            _RELEASE_ALL.write(self._connection, owner=owner)

    def offer_again(self) -> int:
        """Let everything that was acknowledged and is still kept go once more; say how many. When that was is not
        asked: a clock that was set since would leave some of it out.

        A headquarters that was restored may have lost it; to one that has it, it is known.
        """
        with unit_of_work(self._connection):
            return _OFFER_AGAIN.write(self._connection).rowcount

    def purge(self, before: datetime, now: datetime) -> int:
        """Forget documents acknowledged before this moment; say how many. What was not acknowledged stays.

        What had no time yet was acknowledged at the latest now.
        """
        with unit_of_work(self._connection):
            _TIME.write(self._connection, at=_utc(now))
            return _PURGE.write(self._connection, before=_utc(before)).rowcount

    def _choose(self, now: datetime, limit: int, force: bool) -> list[OutboxEntry]:
        chosen: list[OutboxEntry] = []
        together: set[str] = set()
        after = 0
        while len(chosen) < limit:
            page = self._free(now, after, limit, force)
            for entry in page:
                if len(chosen) < limit and self._may_go(entry, together):
                    chosen.append(entry)
                    together.add(entry.uuid)
            if len(page) < limit:
                break
            after = page[-1].id
        return chosen

    def _may_go(self, entry: OutboxEntry, together: set[str]) -> bool:
        needed = entry.depends_on
        return (
            needed is None or needed in together or _OPEN.run(self._connection, entry=needed).first() is None
        )

    def _free(self, now: datetime, after: int, most: int, force: bool) -> list[OutboxEntry]:
        moment = _utc(now)
        due = _FAR_FUTURE if force else moment
        rows = _FREE.run(self._connection, now=moment, due=due, after=after, most=most)
        return [_entry(row) for row in rows]


def _entry(row: Sequence[Any]) -> OutboxEntry:
    entry = OutboxEntry(*row)
    return replace(entry, state=EntryState(entry.state))


def _utc(moment: datetime) -> str:
    """The moment as UTC text: texts of different offsets would not compare."""
    return stamp(moment.astimezone(UTC))
