"""The tally of this journal: what it holds and what headquarters has acknowledged, read from the rows themselves."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy import text as sql

from channel_db.journal.models import JournalEntryRow, OutboxRow, TenderRow, TransactionRow
from channel_db.journal.outbox import Outbox
from channel_db.statements import Statement
from retail.journal import FIRST
from retail.wire.shifts import ranges_of
from retail.wire.tally import DAYS_MAX, NUMBERS_MAX, OPEN_MAX, DayTally, Tally

DAYS_BEFORE = 2
"""Business dates before the last one that are compared."""

_OF_EPOCH = TransactionRow.epoch == bindparam("epoch")
_ENDS = Statement(select(func.min(TransactionRow.number), func.max(TransactionRow.number)).where(_OF_EPOCH))
_DATE_FROM = Statement(
    select(TransactionRow.business_date)
    .where(_OF_EPOCH, TransactionRow.number >= bindparam("number"))
    .order_by(TransactionRow.number)
    .limit(1)
)
_RANGE = (_OF_EPOCH, TransactionRow.number >= bindparam("first"), TransactionRow.number <= bindparam("last"))
# Found by the document's id: an outbox of a million entries is not walked through.
_IS_OPEN = (
    select(OutboxRow.id)
    .where(OutboxRow.uuid == TransactionRow.uuid, sql("outbox.state <> 'acknowledged'"))
    .correlate(TransactionRow)
    .exists()
)
_NUMBERS = Statement(
    select(TransactionRow.number, TransactionRow.business_date, _IS_OPEN)
    .where(*_RANGE)
    .order_by(TransactionRow.number)
)
_MONEY = Statement(
    select(
        TransactionRow.business_date,
        TenderRow.type,
        func.sum(TenderRow.tendered_minor - TenderRow.change_minor),
    )
    .join(TenderRow, TenderRow.transaction_id == TransactionRow.id)
    .where(*_RANGE, ~_IS_OPEN)
    .group_by(TransactionRow.business_date, TenderRow.type)
)
_HEAD = Statement(
    select(JournalEntryRow.number, JournalEntryRow.hash).order_by(JournalEntryRow.number.desc())
)


class TallyReading(Outbox):
    """Counts what this journal holds."""

    def tally(self, epoch: str, broken_at: int = 0) -> Tally:
        """What this register holds, and what of this epoch is acknowledged, of the last few business dates."""
        connection, held = self._connection, self.waiting()
        first, last = _compared(connection, epoch)
        rows = _NUMBERS.run(connection, epoch=epoch, first=first, last=last).all()
        head = _HEAD.run(connection).first()
        open_ones = tuple(ranges_of(number for number, _, is_open in rows if is_open))
        is_told = len(open_ones) <= OPEN_MAX
        days = _days(connection, epoch, first, last, rows) if is_told else ()
        return Tally(
            held=held.count + held.attention, attention=held.attention, held_minor=held.money_minor,
            first=first, last=last, open=open_ones if is_told else ((first, last),), days=days,
            chain_number=0 if head is None else head.number, chain_hash=FIRST if head is None else head.hash,
            broken_at=broken_at,
        )  # fmt: skip

    def mark(self) -> tuple[int, int]:
        """Two numbers of which one is another after anybody, this process too, has changed the file."""
        driver = self._connection.connection.driver_connection
        version: int = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        return version, driver.total_changes  # type: ignore[union-attr]  # the driver is SQLite's


def _compared(connection: Connection, epoch: str) -> tuple[int, int]:
    """The numbers from the first of a few business dates to the last; 0 and 0 where the epoch has none."""
    first, last = _ENDS.run(connection, epoch=epoch).one()
    if last is None:
        return 0, 0
    day = date.fromisoformat(_DATE_FROM.run(connection, epoch=epoch, number=last).scalar_one())
    since = (day - timedelta(days=DAYS_BEFORE)).isoformat()
    low, high = max(first, last - NUMBERS_MAX + 1), last
    while (
        low < high
    ):  # the dates of numbers rise, but for a clock that was set back: both sides look at these numbers
        middle = (low + high) // 2
        if _DATE_FROM.run(connection, epoch=epoch, number=middle).scalar_one() < since:
            low = middle + 1
        else:
            high = middle
    return low, last


def _days(
    connection: Connection, epoch: str, first: int, last: int, rows: Iterable[tuple[int, str, int]]
) -> tuple[DayTally, ...]:
    numbers: dict[str, list[int]] = {}
    for number, day, is_open in rows:
        if not is_open:
            numbers.setdefault(day, []).append(number)
    money: dict[str, dict[str, int]] = {}
    for day, tender, minor in _MONEY.run(connection, epoch=epoch, first=first, last=last):
        money.setdefault(day, {})[tender] = minor
    return tuple([
        DayTally(
            business_date=date.fromisoformat(day), count=len(of_day), first=of_day[0], last=of_day[-1],
            tendered=money.get(day, {}),
        )
        for day, of_day in sorted(numbers.items())[-DAYS_MAX:]
    ])  # fmt: skip
