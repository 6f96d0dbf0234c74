"""Charge override history: every charge that somebody changed, as the documents told of it."""

from collections.abc import Iterable, Iterator

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base, listed_by
from headquarters.rows import Row, add_rows
from retail.wire.uploads import ChargePart, TransactionDocument

COLUMNS = (
    "document", "store", "register", "reference", "made_at", "user", "approved_by", "line", "name", "code", "currency",
    "before_minor", "after_minor", "reason",
)  # fmt: skip


class ChargeOverride(Base):
    """A charge that was typed over: what it was and what it became, who did it, by whose right, and why.

    `reference` is the confirmation number of an order, the receipt of a sale. `line` 0 is a charge on the whole.
    """

    __tablename__ = "charge_overrides"
    __table_args__ = listed_by("store", "code", "approved_by", "reference")

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str]
    store: Mapped[str]
    register: Mapped[str]
    reference: Mapped[str]
    made_at: Mapped[str]
    user: Mapped[str]
    approved_by: Mapped[str]
    line: Mapped[int]
    name: Mapped[str]
    code: Mapped[str]
    currency: Mapped[str]
    before_minor: Mapped[int] = mapped_column(BigInteger)
    after_minor: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[str]


def overrides_of(document: TransactionDocument) -> Iterator[Row]:
    """What a document typed over, a row each."""
    for charge in document.charges:
        yield from _rows(document, charge, 0, "")
    for line in document.lines:
        for charge in line.charges:
            yield from _rows(document, charge, line.number, line.name)
    yield from _cancellation(document)


def keep_overrides(session: Session, rows: Iterable[Row]) -> None:
    """Enter them in the history."""
    add_rows(session, ChargeOverride, COLUMNS, list(rows))


def _cancellation(document: TransactionDocument) -> Iterator[Row]:
    """Another charge for cancelling than it would have been; one of nothing stands nowhere else."""
    act = document.act
    if act is None or act.other_charge is None:
        return
    after = sum([each.amount_minor for each in document.charges if each.source == "cancellation"])
    yield (
        document.id, document.store, document.register_name, act.confirmation_number, document.made_at, document.user,
        act.approved_by, 0, "", act.other_charge.code, document.currency, act.other_charge.before_minor, after,
        act.reason,
    )  # fmt: skip


def _rows(document: TransactionDocument, charge: ChargePart, line: int, name: str) -> Iterator[Row]:
    override = charge.override
    if override is None:
        return
    reference = document.receipt_number if document.order is None else document.order.confirmation_number
    yield (
        document.id, document.store, document.register_name, reference, document.made_at, document.user,
        override.approved_by, line, name, charge.code, document.currency, override.before_minor, charge.amount_minor,
        override.reason,
    )  # fmt: skip
