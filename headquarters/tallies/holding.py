"""What headquarters holds of a register's numbers: counted from its index alone, and day by day."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import BigInteger, Connection, Text, bindparam, func, or_, select
from sqlalchemy.orm import Session

from headquarters.cases.models import Case
from headquarters.context import stored
from headquarters.journals.keeping import journal_about
from headquarters.orders.models import Transaction
from headquarters.tallies.compared import Figures
from headquarters.uploads.models import KeptDocument, State
from headquarters.written_out import WrittenOut
from retail.wire.tally import Tally

UNDER_WAY = timedelta(minutes=1)
"""A number beyond the last one told may have come in by another call of the register, as long as it is so new."""


_KEPT = (
    KeptDocument.register == bindparam("register", type_=Text),
    KeptDocument.epoch == bindparam("epoch", type_=Text),
)
_BOOKED = (
    Transaction.register == bindparam("register", type_=Text),
    Transaction.epoch == bindparam("epoch", type_=Text),
)
_TOLD = (bindparam("first", type_=BigInteger), bindparam("last", type_=BigInteger))
_OF_KEPT = (KeptDocument.number.between(*_TOLD), *_KEPT)
_LAST = (
    select(func.coalesce(func.max(KeptDocument.number), 0))
    .where(
        *_KEPT, KeptDocument.number > _TOLD[1], KeptDocument.received_at <= bindparam("certain", type_=Text)
    )
    .scalar_subquery()
)
_FIGURES = WrittenOut(
    select(
        select(func.count()).select_from(KeptDocument).where(*_OF_KEPT).scalar_subquery(),
        select(func.coalesce(func.sum(KeptDocument.number), 0)).where(*_OF_KEPT).scalar_subquery(),
        select(func.coalesce(func.sum(KeptDocument.money_minor), 0)).where(*_OF_KEPT).scalar_subquery(),
        select(func.count())
        .select_from(Transaction)
        .where(*_BOOKED, Transaction.number.between(*_TOLD))
        .scalar_subquery(),
        select(func.count())
        .select_from(Case)
        .where(Case.about == bindparam("journal", type_=Text), Case.closed_at.is_(None))
        .scalar_subquery(),
        select(func.coalesce(func.sum(KeptDocument.id), 0))
        .where(
            KeptDocument.state == State.PARKED,
            KeptDocument.left_by == "",
            _KEPT[0],
            or_(_KEPT[1], KeptDocument.epoch == ""),
        )
        .scalar_subquery(),
        _LAST,
    )
)
"""Every hello of every register asks it."""


@dataclass(slots=True)
class Day:
    """What is held of one business date."""

    count: int = 0
    tendered: dict[str, int] = field(default_factory=dict)

    def add(self, tendered: dict[str, int]) -> None:
        self.count += 1
        for name, minor in tendered.items():
            self.tendered[name] = self.tendered.get(name, 0) + minor


@dataclass(slots=True)
class Holding:
    """What is held of the numbers a tally tells of."""

    days: dict[date, Day] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)

    def add(self, number: int, day: date, tendered: dict[str, int]) -> None:
        self.numbers.add(number)
        self.days.setdefault(day, Day()).add(tendered)


def figures(
    connection: Connection, register: str, epoch: str, first: int, last: int, now: datetime
) -> Figures:
    """Figures that are others when anything that is compared has changed here; one look at four indexes."""
    [row] = _FIGURES.rows(
        connection, register=register, epoch=epoch, first=first, last=last, certain=stored(now - UNDER_WAY),
        journal=journal_about(register, epoch),
    )  # fmt: skip
    return tuple(map(int, row))


def last_number(session: Session, register: str, epoch: str, last: int, now: datetime) -> int:
    """The last number of the epoch that is here for certain, and no less than `last`."""
    values = {"register": register, "epoch": epoch, "last": last, "certain": stored(now - UNDER_WAY)}
    return int(session.scalar(select(_LAST), values) or last)


def holding(session: Session, register: str, epoch: str, tally: Tally) -> Holding:
    """What is kept or parked of the numbers a tally tells of, and in the books where it was posted."""
    held = Holding()
    is_booked = select(Transaction.id).where(Transaction.uuid == KeptDocument.uuid).exists()
    rows = session.execute(
        select(KeptDocument.number, KeptDocument.business_date, KeptDocument.tendered).where(
            KeptDocument.register == register, KeptDocument.epoch == epoch,
            KeptDocument.number.between(tally.first, tally.last),
            or_(KeptDocument.state != State.POSTED, is_booked),
        )
    )  # fmt: skip
    unsure = open_numbers(tally)
    for number, day, tendered in rows:
        if number is not None and day is not None and number not in unsure:
            held.add(number, day, json.loads(tendered))
    for number, day, money in _unread(session, register, epoch):
        if tally.first <= number <= tally.last and number not in unsure:
            held.add(number, day, money)
    return held


def open_numbers(tally: Tally) -> set[int]:
    """The numbers a tally says are not acknowledged: headquarters may have them or not."""
    ranges = [(max(first, tally.first), min(last, tally.last)) for first, last in tally.open]
    return {number for first, last in ranges for number in range(first, last + 1)}


def _unread(session: Session, register: str, epoch: str) -> Iterable[tuple[int, date, dict[str, int]]]:
    """Parked transactions whose number headquarters does not believe, as far as their text says one."""
    texts = session.scalars(
        select(KeptDocument.text).where(
            KeptDocument.state == State.PARKED, KeptDocument.kind == "transaction",
            KeptDocument.register == register, KeptDocument.number.is_(None),
        )
    )  # fmt: skip
    for text in texts:
        try:
            said = json.loads(text)
            if said["epoch"] == epoch:
                money: dict[str, int] = {}
                for each in said["tenders"]:
                    minor = each["tendered_minor"] - each["change_minor"]
                    money[each["type"]] = money.get(each["type"], 0) + minor
                yield int(said["number"]), date.fromisoformat(said["business_date"]), money
        except (ValueError, KeyError, TypeError):
            continue
