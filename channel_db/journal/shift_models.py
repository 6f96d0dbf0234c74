"""The tables of journal.db about shifts: their cash, and what was counted."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from channel_db.base import CLUSTERED, STRICT, JournalBase


class ShiftRow(JournalBase):
    """A cashier's accountable period; at most one is open. One that was closed blind is still to be counted.

    `voided` are the sales that were struck in it, known once nothing stands on it any more.
    """

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'blind_closed', 'closed')", name="state"),
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed"),
        CheckConstraint("state <> 'blind_closed' OR blind_closed_at IS NOT NULL", name="blind"),
        Index("uq_shifts_open", "state", unique=True, sqlite_where=text("state = 'open'")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int] = mapped_column(unique=True)
    opened_at: Mapped[str]
    opened_by: Mapped[str]
    start_minor: Mapped[int]
    business_date: Mapped[str]
    state: Mapped[str]
    closed_at: Mapped[str | None]
    blind_closed_at: Mapped[str | None]
    voided: Mapped[int] = mapped_column(server_default="0")


class TillMovementRow(JournalBase):
    """Cash that went into the till or out of it without a sale; it never changes."""

    __tablename__ = "till_movements"
    __table_args__ = (
        CheckConstraint("kind IN ('float', 'removal', 'safe_drop', 'bank_drop')", name="kind"),
        CheckConstraint("amount_minor > 0", name="amount"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"), index=True)
    kind: Mapped[str]
    amount_minor: Mapped[int]
    reason: Mapped[str]
    bag: Mapped[str]
    made_at: Mapped[str]
    made_by: Mapped[str]
    approved_by: Mapped[str]


class ShiftDeclarationRow(JournalBase):
    """What was declared last of one tender type of a shift that is not closed yet."""

    __tablename__ = "shift_declarations"
    __table_args__ = CLUSTERED

    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"), primary_key=True)
    type: Mapped[str] = mapped_column(primary_key=True)
    declared_minor: Mapped[int]


class ShiftCountRow(JournalBase):
    """What one tender type of a closed shift should have held, and what was counted; it never changes."""

    __tablename__ = "shift_counts"
    __table_args__ = CLUSTERED

    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"), primary_key=True)
    type: Mapped[str] = mapped_column(primary_key=True)
    expected_minor: Mapped[int]
    declared_minor: Mapped[int]
