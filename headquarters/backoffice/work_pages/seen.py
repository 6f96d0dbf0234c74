"""What a store manager sees: the registers of their own stores, and refusals that do not tell of the others."""

from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session
from starlette.responses import RedirectResponse

from headquarters.backoffice.page import HEADERS
from headquarters.backoffice.work_pages.paging import EVERYTHING, ROW_MAX, Way
from headquarters.base import Base
from headquarters.devices.models import Register
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.settings.service import known_stores

Column = InstrumentedAttribute[str]
Kept = TypeVar("Kept", bound=Base)


def names_seen(session: Session, person: Visitor) -> frozenset[str] | None:
    """The registers of a store manager's stores; None for who sees all."""
    if person.stores is None:
        return None
    return frozenset(session.scalars(select(Register.register).where(Register.store.in_(person.stores))))


def ways_of_stores(person: Visitor, column: Column, store: str = "") -> tuple[Way, ...]:
    """One way for each store that a person sees, or for the one that is asked for; everything where they see all."""
    if store:
        return ((column == store,),) if person.sees(store) else ()
    return EVERYTHING if person.stores is None else one_of(column, person.stores)


def one_of(column: Column, values: frozenset[str]) -> tuple[Way, ...]:
    """One way for each of these values."""
    found: list[Way] = [(column == value,) for value in sorted(values)]
    return tuple(found)


def both(ways: tuple[Way, ...], *conditions: ColumnElement[bool]) -> tuple[Way, ...]:
    """The same ways with these conditions besides."""
    return tuple([(*way, *conditions) for way in ways])


def row_of(session: Session, table: type[Kept], row: int) -> Kept | None:
    """The row with this number, if there can be one."""
    return session.get(table, row) if 0 < row <= ROW_MAX else None


def register_of(session: Session, person: Visitor, row: int) -> Register:
    """A register that this person sees.

    Raises:
        OfficeRefusal: there is none (404).
    """
    found = row_of(session, Register, row)
    if found is None or not person.sees(found.store):
        raise refuse(404, "There is no such register. Go back to the list.")
    return found


def to(address: str) -> RedirectResponse:
    """The way back after something was done."""
    return RedirectResponse(address, 303, HEADERS)


def stores_seen(session: Session, person: Visitor) -> list[str]:
    """The stores that a person sees, by name."""
    every = known_stores(session)
    return sorted(every if person.stores is None else every & person.stores)
