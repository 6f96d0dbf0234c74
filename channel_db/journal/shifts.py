"""The open shift, on which every transaction stands."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from channel_db.journal.models import ShiftRow, TenderRow, TransactionRow
from channel_db.journal.part import Part
from retail.shift import Shift
from retail.tender import Tender, TenderType


class ShiftReading(Part):
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

    def open_shift(self) -> Shift | None:
        """The shift that is open; None when there is none."""
        with Session(self._connection) as session:
            row = session.scalars(select(ShiftRow).where(ShiftRow.state == "open")).first()
            return None if row is None else _shift_of(row)


class ShiftWriting(Part):
    """Opens shifts."""

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
        state="open" if shift.is_open else "closed",
        closed_at=shift.closed_at,
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
    )


def _tender_of(row: TenderRow) -> Tender:
    return Tender(
        row.number,
        TenderType(row.type),
        row.tendered_minor,
        row.change_minor,
        row.rounding_minor,
        row.settled_minor,
    )
