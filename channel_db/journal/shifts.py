"""Shifts: the open one, on which every transaction stands, and what was counted when one was closed."""

from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from channel_db.errors import StorageBug
from channel_db.journal.models import JournalEntryRow, TenderRow, TransactionRow
from channel_db.journal.part import Part
from channel_db.journal.shift_models import ShiftCountRow, ShiftRow
from channel_db.journal.tills import TillReading
from retail.shift import Count, Shift, ShiftSum
from retail.tender import Tender, TenderType
from retail.wire.shifts import ShiftFacts

UNCOUNTED = ("open", "blind_closed")


class ShiftReading(TillReading):
    """Knows the open shift and what was tendered on one."""

    def shift_tenders(self, shift: str) -> list[Tender]:
        """All tenders of the transactions that stand on a shift, in the order they were taken."""
        statement = (
            select(TenderRow)
            .join(TransactionRow, TenderRow.transaction_id == TransactionRow.id)
            .join(ShiftRow, TransactionRow.shift_id == ShiftRow.id)
            .where(ShiftRow.uuid == shift)
            .order_by(TransactionRow.number, TenderRow.position)
        )
        with Session(self._connection) as session:
            return [_tender_of(row) for row in session.scalars(statement)]

    def shift_sums(self, shift: str) -> list[ShiftSum]:
        """What the transactions of a shift come to, by their kind."""
        columns = (func.count(), func.sum(TransactionRow.total_minor), func.sum(TransactionRow.tax_minor))
        statement = (
            select(TransactionRow.type, *columns)
            .join(ShiftRow, TransactionRow.shift_id == ShiftRow.id)
            .where(ShiftRow.uuid == shift)
            .group_by(TransactionRow.type)
            .order_by(TransactionRow.type)
        )
        return [ShiftSum(*row) for row in self._connection.execute(statement)]

    def shift_facts(self, shift: str) -> ShiftFacts:
        """What a shift is told by when it closes: sums, numbers and receipts of its transactions, and sales voided."""
        statement = (
            select(TransactionRow.number, TransactionRow.receipt_number)
            .join(ShiftRow, TransactionRow.shift_id == ShiftRow.id)
            .where(ShiftRow.uuid == shift)
            .order_by(TransactionRow.number)
        )
        rows = self._connection.execute(statement).all()
        return ShiftFacts(
            self.shift_sums(shift),
            [number for number, _ in rows],
            rows[0].receipt_number if rows else "",
            rows[-1].receipt_number if rows else "",
            self._voided(shift),
            self.shift_movements(shift),
        )

    def _voided(self, shift: str) -> int:
        """How many sales were struck in a shift: of the open one since it was opened, else as it was kept."""
        row = self._connection.execute(select(ShiftRow.state, ShiftRow.voided).where(ShiftRow.uuid == shift))
        state, kept = row.one()
        if state != "open":
            return int(kept)
        opened = select(JournalEntryRow.number).where(JournalEntryRow.kind == "shift.open")
        newest = opened.order_by(JournalEntryRow.number.desc()).limit(1).scalar_subquery()
        voided = select(func.count()).where(
            JournalEntryRow.number > newest, JournalEntryRow.kind == "transaction.void"
        )
        return self._connection.execute(voided).scalar_one()

    def open_shift(self) -> Shift | None:
        """The shift that is open; None when there is none."""
        with Session(self._connection) as session:
            row = session.scalars(select(ShiftRow).where(ShiftRow.state == "open")).first()
            return None if row is None else _shift_of(row)

    def has_shift(self, shift: str) -> bool:
        """Whether this shift is known here."""
        with Session(self._connection) as session:
            return session.scalar(select(ShiftRow.id).where(ShiftRow.uuid == shift)) is not None

    def blind_shifts(self) -> list[Shift]:
        """The shifts that were closed blind and are still to be counted, oldest first."""
        statement = select(ShiftRow).where(ShiftRow.state == "blind_closed").order_by(ShiftRow.id)
        with Session(self._connection) as session:
            return [_shift_of(row) for row in session.scalars(statement)]

    def last_closed_shift(self) -> tuple[Shift, list[Count]] | None:
        """The shift closed last, with what was expected and declared per tender type; one that was closed blind is
        closed when it was counted.
        """
        at = func.julianday(ShiftRow.closed_at)
        statement = select(ShiftRow).where(ShiftRow.state == "closed").order_by(at.desc(), ShiftRow.id.desc())
        with Session(self._connection) as session:
            row = session.scalars(statement.limit(1)).first()
            if row is None:
                return None
            counts = session.scalars(select(ShiftCountRow).where(ShiftCountRow.shift_id == row.id))
            return _shift_of(row), [
                Count(TenderType(each.type), each.expected_minor, each.declared_minor) for each in counts
            ]


class ShiftWriting(Part):
    """Opens and closes shifts."""

    def declare_start(self, shift: str, start_minor: int) -> None:
        """Keep another start amount of a shift that is not closed."""
        statement = update(ShiftRow).where(ShiftRow.uuid == shift, ShiftRow.state.in_(UNCOUNTED))
        self._connection.execute(statement.values(start_minor=start_minor))

    def close_blind(self, shift: str, at: str, voided: int) -> None:
        """End the open shift without a count; so many sales were struck in it.

        Raises:
            StorageBug: this shift is not open.
        """
        statement = update(ShiftRow).where(ShiftRow.uuid == shift, ShiftRow.state == "open")
        values = statement.values(state="blind_closed", blind_closed_at=at, voided=voided)
        if self._connection.execute(values).rowcount != 1:
            raise StorageBug(f"shift {shift} is not open")

    def close_shift(self, shift: str, closed_at: str, counts: list[Count]) -> None:
        """Close the open shift, or one that was closed blind, with what was counted.

        Raises:
            StorageBug: this shift is not open.
        """
        with Session(self._connection) as session:
            closed = session.execute(
                update(ShiftRow)
                .where(ShiftRow.uuid == shift, ShiftRow.state.in_(UNCOUNTED))
                .values(state="closed", closed_at=closed_at)
                .returning(ShiftRow.id)
            ).scalar()
            if closed is None:
                raise StorageBug(f"shift {shift} is not open")
            for each in counts:
                session.add(
                    ShiftCountRow(
                        shift_id=closed,
                        type=each.type,
                        expected_minor=each.expected_minor,
                        declared_minor=each.declared_minor,
                    )
                )
            session.flush()

    def open_shift(self, shift: Shift) -> None:
        """Keep a shift that was just opened.

        Raises:
            StorageBug: another one is open, or its id or number is taken.
        """
        with Session(self._connection) as session:
            session.add(_row_of(shift))
            session.flush()


def _row_of(shift: Shift) -> ShiftRow:
    return ShiftRow(
        uuid=shift.id,
        number=shift.number,
        opened_at=shift.opened_at,
        opened_by=shift.opened_by,
        start_minor=shift.start_minor,
        business_date=shift.business_date.isoformat(),
        state=_state_of(shift),
        closed_at=shift.closed_at,
        blind_closed_at=shift.blind_closed_at,
    )


def _shift_of(row: ShiftRow) -> Shift:
    return Shift(
        id=row.uuid,
        number=row.number,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        start_minor=row.start_minor,
        business_date=date.fromisoformat(row.business_date),
        closed_at=row.closed_at,
        blind_closed_at=row.blind_closed_at,
    )


def _state_of(shift: Shift) -> str:
    if shift.is_open:
        return "open"
    return "closed" if shift.is_closed else "blind_closed"


def _tender_of(row: TenderRow) -> Tender:
    return Tender(
        row.number,
        TenderType(row.type),
        row.tendered_minor,
        row.change_minor,
        row.rounding_minor,
        row.settled_minor,
    )
