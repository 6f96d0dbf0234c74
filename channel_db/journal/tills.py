"""The till of a shift: cash that went into it or out of it without a sale, and what was declared before the close."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from channel_db.errors import StorageBug
from channel_db.journal.part import Part
from channel_db.journal.shift_models import ShiftDeclarationRow, ShiftRow, TillMovementRow
from retail.tender import TenderType
from retail.till import Movement, MovementKind


class TillReading(Part):
    """Knows what was moved and declared."""

    def shift_movements(self, shift: str) -> list[Movement]:
        """The cash that went into the till of a shift or out of it without a sale, in the order it was moved."""
        statement = (
            select(TillMovementRow)
            .join(ShiftRow, TillMovementRow.shift_id == ShiftRow.id)
            .where(ShiftRow.uuid == shift)
            .order_by(TillMovementRow.id)
        )
        with Session(self._connection) as session:
            return [_movement_of(row) for row in session.scalars(statement)]

    def declared(self, shift: str) -> dict[TenderType, int]:
        """What was declared last of a shift that is not closed, per tender type; empty before anything was."""
        statement = (
            select(ShiftDeclarationRow.type, ShiftDeclarationRow.declared_minor)
            .join(ShiftRow, ShiftDeclarationRow.shift_id == ShiftRow.id)
            .where(ShiftRow.uuid == shift)
        )
        return {TenderType(name): amount for name, amount in self._connection.execute(statement)}


class TillWriting(Part):
    """Keeps what is moved and declared."""

    def add_movement(self, shift: str, movement: Movement) -> None:
        """Keep cash that went into the till of this shift, or out of it."""
        with Session(self._connection) as session:
            session.add(
                TillMovementRow(
                    uuid=movement.id, shift_id=_id_of(session, shift), kind=movement.kind,
                    amount_minor=movement.amount_minor, reason=movement.reason, bag=movement.bag,
                    made_at=movement.made_at, made_by=movement.made_by, approved_by=movement.approved_by,
                )
            )  # fmt: skip
            session.flush()

    def declare(self, shift: str, declared: Mapping[TenderType, int]) -> None:
        """Keep what was counted of a shift that is not closed, instead of what was declared before."""
        with Session(self._connection) as session:
            id = _id_of(session, shift)
            session.execute(delete(ShiftDeclarationRow).where(ShiftDeclarationRow.shift_id == id))
            session.add_all(
                [ShiftDeclarationRow(shift_id=id, type=name, declared_minor=amount)
                 for name, amount in declared.items()]
            )  # fmt: skip
            session.flush()


def _id_of(session: Session, shift: str) -> int:
    """The row of a shift that is here.

    Raises:
        StorageBug: there is none.
    """
    found = session.scalar(select(ShiftRow.id).where(ShiftRow.uuid == shift))
    if found is None:
        raise StorageBug(f"shift {shift} is not here")
    return found


def _movement_of(row: TillMovementRow) -> Movement:
    return Movement(
        id=row.uuid,
        kind=MovementKind(row.kind),
        amount_minor=row.amount_minor,
        reason=row.reason,
        bag=row.bag,
        made_at=row.made_at,
        made_by=row.made_by,
        approved_by=row.approved_by,
    )
