"""How far registers have read their settings: what a cursor says is kept at the register that sends it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.devices.models import Register
from headquarters.devices.service import active_devices
from headquarters.feeds.models import Change, FeedPosition
from headquarters.feeds.telling import Position

SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Standing:
    """A register, and whether it has taken the settings of its store as they were last published.

    `has_taken` is None where nobody is enrolled as it, `told_at` when it last said how far it is.
    """

    register: str
    store: str
    has_taken: bool | None
    told_at: str


def note_position(headquarters: Headquarters, register: str, position: Position) -> None:
    """A register has kept everything up to here. Nothing is written while it says the same."""
    if headquarters.positions.get(register) == position:
        return

    def keep(session: Session) -> None:
        query = select(FeedPosition).where(FeedPosition.register == register, FeedPosition.feed == SETTINGS)
        row = session.scalars(query).first()
        if row is None:
            row = FeedPosition(register=register, feed=SETTINGS)
            session.add(row)
        row.unit, row.sequence = position
        row.told_at = headquarters.now()

    headquarters.database.committed(keep, books=False, register=register)
    headquarters.positions[register] = position


def standings(session: Session) -> list[Standing]:
    """Every register of a store that has published settings, by store and name."""
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
    enrolled = active_devices(session)
    found = []
    for register in session.scalars(select(Register).order_by(Register.store, Register.register)):
        if register.store not in published:
            continue
        row = told.get(register.register)
        has_taken = None
        if register.register in enrolled:
            has_taken = row is not None and Position(row.unit, row.sequence) >= published[register.store]
        found.append(Standing(register.register, register.store, has_taken, row.told_at if row else ""))
    return found
