"""How far registers have read their settings: what a cursor says is kept at the register that sends it."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.devices.models import Register
from headquarters.devices.service import active_devices
from headquarters.feeds.models import Change, FeedPosition
from headquarters.feeds.telling import Position
from headquarters.tallies.service import refused_by
from retail.wire.tally import RefusedRow

SETTINGS = "settings"


class Taking(StrEnum):
    """How far a register is with what was published last."""

    REFUSED = "refused"
    WAITING = "waiting"
    TAKEN = "taken"
    NOBODY = "not enrolled"


@dataclass(frozen=True, slots=True)
class Standing:
    """A register, and whether it has taken the settings of its store as they were last published.

    `told_at` is when it last said how far it is, `refused` what it was sent and cannot use, with the reason.
    """

    register: str
    store: str
    taking: Taking
    told_at: str
    refused: tuple[RefusedRow, ...] = ()


def note_position(headquarters: Headquarters, register: str, position: Position) -> None:
    """A register has kept everything up to here. Nothing is written while it says the same."""
    if headquarters.positions.get(register) == position:
        return
    query = select(FeedPosition).where(FeedPosition.register == register, FeedPosition.feed == SETTINGS)
    with headquarters.database.reading() as session:
        known = session.scalars(query).first()
        if known is not None and (known.unit, known.sequence) == position:
            headquarters.positions[register] = position  # this process was started since
            return

    def keep(session: Session) -> None:
        row = session.scalars(query).first()
        if row is None:
            row = FeedPosition(register=register, feed=SETTINGS)
            session.add(row)
        row.unit, row.sequence = position
        row.told_at = headquarters.now()

    headquarters.database.committed(keep, books=False, register=register)
    headquarters.positions[register] = position


def standings(session: Session) -> list[Standing]:
    """Every register, by store and name; where nothing is published yet, they wait for it."""
    columns = (Change.scope, Change.unit, Change.sequence)
    published = {
        scope: Position(unit, sequence)
        for scope, unit, sequence in session.execute(
            select(*columns).where(Change.feed == SETTINGS, Change.gone.is_(False))
        )
    }
    told = {
        row.register: row
        for row in session.scalars(select(FeedPosition).where(FeedPosition.feed == SETTINGS))
    }
    enrolled, refused = active_devices(session), refused_by(session)
    found = []
    for register in session.scalars(select(Register).order_by(Register.store, Register.register)):
        row, said = told.get(register.register), published.get(register.store)
        taking, rows = Taking.NOBODY, refused.get(register.register, ())
        if register.register in enrolled:
            has_read = row is not None and said is not None and Position(row.unit, row.sequence) >= said
            taking = Taking.REFUSED if rows else Taking.TAKEN if has_read else Taking.WAITING
        found.append(Standing(register.register, register.store, taking, row.told_at if row else "", rows))
    return found
