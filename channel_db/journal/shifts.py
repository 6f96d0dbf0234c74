"""The open shift, on which every transaction stands."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from channel_db.journal.models import ShiftRow, TenderRow, TransactionRow
from channel_db.journal.part import Part
from channel_db.statements import Statement
from retail.shift import Shift
from retail.tender import Tender, TenderType

_TENDERS = Statement(
    select(
        TenderRow.number,
        TenderRow.type,
        TenderRow.tendered_minor,
        TenderRow.change_minor,
        TenderRow.rounding_minor,
        TenderRow.settled_minor,
    )
    .join(TransactionRow, TransactionRow.id == TenderRow.transaction_id)
    .join(ShiftRow, ShiftRow.id == TransactionRow.shift_id)
    .where(ShiftRow.uuid == bindparam("shift"))
    .order_by(TenderRow.transaction_id, TenderRow.position)
)


class ShiftReading(Part):
    """Knows the open shift."""

    def open_shift(self) -> Shift | None:
        """The shift that is open; None when there is none."""
        with Session(self._connection) as session:
            row = session.scalars(select(ShiftRow).where(ShiftRow.state == "open")).first()
            return None if row is None else _shift_of(row)

    def shift_tenders(self, shift_uuid: str) -> list[Tender]:
        """Every tender of the transactions that stand on this shift."""
        rows = _TENDERS.run(self._connection, shift=shift_uuid).all()
        return [Tender(number, TenderType(type_), *amounts) for number, type_, *amounts in rows]


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
