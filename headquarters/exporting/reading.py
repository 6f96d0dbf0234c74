"""What of the books belongs to a store and a period: documents, entries of journals, and which numbers are not here.

All of it is read in one view of the books, page by page, so that a year costs no more memory than a day.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select, tuple_
from sqlalchemy.orm import Session

from headquarters.devices.models import Register
from headquarters.journals.models import JournalLine
from headquarters.orders.models import Transaction
from headquarters.tallies.models import RegisterTally
from headquarters.uploads.models import KeptDocument, QuarantinedDocument
from retail.wire.shifts import ranges_of
from retail.wire.tally import Tally

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Span:
    """The business dates of a store that are asked for, the first and the last of them too."""

    store: str
    first: date
    last: date

    def has(self, day: date | str) -> bool:
        """Whether a business date lies in it."""
        return self.first.isoformat() <= str(day)[:10] <= self.last.isoformat()


@dataclass(frozen=True, slots=True)
class Chain:
    """The entries of one journal that are needed: by their numbers, the first and the last of them too."""

    register: str
    chain: str
    first: int
    last: int


def registers_of(session: Session, store: str) -> list[str]:
    """Every register that stands in the store or has sold for it."""
    stands = session.scalars(select(Register.register).where(Register.store == store)).all()
    sold = session.scalars(select(Transaction.register).where(Transaction.store == store).distinct()).all()
    return sorted({*stands, *sold})


def transactions_of(session: Session, register: str, span: Span) -> Iterator[Row[Any]]:
    """The transactions of a register in the span, booked or not, in the order of their numbers."""
    query = select(
        KeptDocument.epoch, KeptDocument.number, KeptDocument.id, KeptDocument.text, KeptDocument.fingerprint,
        KeptDocument.received_at, KeptDocument.state, KeptDocument.erased,
    ).where(
        KeptDocument.register == register, KeptDocument.kind == "transaction",
        KeptDocument.business_date.between(span.first, span.last), KeptDocument.number.is_not(None),
    )  # fmt: skip
    for row in _paged(session, query, KeptDocument.epoch, KeptDocument.number, KeptDocument.id):
        if json.loads(row.text)["store"] == span.store:
            yield row


def shifts_of(session: Session, register: str, span: Span) -> Iterator[Row[Any]]:
    """The closed shifts of a register in the span."""
    query = select(
        KeptDocument.id, KeptDocument.text, KeptDocument.fingerprint, KeptDocument.received_at, KeptDocument.state
    ).where(KeptDocument.register == register, KeptDocument.kind == "shift")  # fmt: skip
    for row in _paged(session, query, KeptDocument.id):
        said = json.loads(row.text)
        if said["store"] == span.store and span.has(said["business_date"]):
            yield row


def chains_of(session: Session, register: str, span: Span) -> list[Chain]:
    """The journals of a register, each from its first entry in the span to its last."""
    number = JournalLine.number
    query = (
        select(JournalLine.chain, func.min(number), func.max(number))
        .where(
            JournalLine.register == register,
            JournalLine.at >= span.first.isoformat(),
            JournalLine.at < (span.last + timedelta(days=1)).isoformat(),
        )
        .group_by(JournalLine.chain)
        .order_by(func.min(JournalLine.id))
    )
    return [Chain(register, *row) for row in session.execute(query)]


def entries_of(session: Session, chain: Chain) -> Iterator[Row[Any]]:
    """The entries of a journal, in their order; where a number stands twice, both."""
    line = JournalLine
    query = select(
        line.number, line.hash, line.at, line.kind, line.user, line.text, line.before, line.received_at, line.erased
    ).where(
        line.register == chain.register, line.chain == chain.chain, line.number.between(chain.first, chain.last)
    )  # fmt: skip
    return _paged(session, query, line.number, line.hash)


def missing_of(session: Session, register: str, ends: dict[str, tuple[int, int]]) -> list[dict[str, Any]]:
    """The numbers between the first and the last of each epoch that headquarters does not hold, as ranges."""
    found = []
    for epoch, (first, last) in sorted(ends.items()):
        held = set(
            session.scalars(
                select(KeptDocument.number).where(
                    KeptDocument.register == register, KeptDocument.epoch == epoch,
                    KeptDocument.kind == "transaction", KeptDocument.number.between(first, last),
                )
            )
        )  # fmt: skip
        gone = ranges_of(number for number in range(first, last + 1) if number not in held)
        found += [{"register": register, "epoch": epoch, "first": one, "last": other} for one, other in gone]
    return found


def withheld_by(session: Session, register: str) -> list[dict[str, Any]]:
    """What is known to be left out: documents that the register says it holds, what was quarantined, and transactions
    that were set aside before they had a number here.
    """
    tally = session.scalars(
        select(RegisterTally).where(RegisterTally.register == register).order_by(RegisterTally.id.desc())
    ).first()
    held = 0 if tally is None else Tally.read(tally.text).held
    found = [] if tally is None or not held else [
        {"register": register, "what": "not sent yet", "count": held, "told_at": tally.told_at}
    ]  # fmt: skip
    numberless = (KeptDocument.register == register, KeptDocument.kind == "transaction")
    for what, query in (
        ("quarantined", select(func.count()).where(QuarantinedDocument.register == register)),
        ("without a number", select(func.count()).where(*numberless, KeptDocument.number.is_(None))),
    ):
        count = session.scalar(query)
        if count:
            found.append({"register": register, "what": what, "count": count, "told_at": ""})
    return found


def _paged(session: Session, query: Select[*tuple[Any, ...]], *key: Any) -> Iterator[Row[Any]]:
    """The rows of a query in the order of a key that no two of them share, a page at a time."""
    after: tuple[Any, ...] | None = None
    while True:
        page = query.order_by(*key).limit(AT_ONCE)
        rows = session.execute(page if after is None else page.where(tuple_(*key) > after)).all()
        yield from rows
        if len(rows) < AT_ONCE:
            return
        after = tuple(getattr(rows[-1], column.key) for column in key)
