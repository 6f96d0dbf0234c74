"""The fleet: every register with its device, what it told of itself and what it shows, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, literal_column, select, text, tuple_
from sqlalchemy.orm import Session, aliased

from headquarters.context import stored
from headquarters.devices.models import Device, Register
from headquarters.jobs.work import CONTACT_LOST
from headquarters.journals.models import JournalLine
from headquarters.layouts.models import LayoutUse
from headquarters.settings.service import currencies_of, pausing
from headquarters.tallies.models import DIFFERING, HOLDING, RegisterTally
from headquarters.tallies.service import read_tally
from retail.wire.tally import Tally

Ts = TypeVarTuple("Ts")
_LAST = "\U0010ffff"
SIGN_IN = "user.sign_in"
"""What the journal of a register says of somebody who began to work at it."""


class Narrowed(StrEnum):
    """What a list of registers can be narrowed to."""

    ENROLLED = "enrolled"
    NOT_ENROLLED = "not enrolled"
    SILENT = "silent"
    HOLDING = "holding documents"
    DIFFERING = "differing"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Machine:
    """A register as it stands; without a device nobody is enrolled as it, without a tally it has told nothing.

    `layout` is the one it shows to people who have none of their own; empty: the built-in one. `waits_for_use`: its
    store pauses synchronisation, and nobody has signed in at it yet.
    """

    register: Register
    device: Device | None
    told: RegisterTally | None
    tally: Tally | None
    layout: str
    currency: str
    is_silent: bool
    waits_for_use: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which registers are asked for; what is empty narrows nothing. `stores` are those that a person sees."""

    text: str = ""
    store: str = ""
    narrowed: str = ""
    stores: frozenset[str] | None = None

    def conditions(self, now: datetime) -> list[ColumnElement[bool]]:
        """The same for a query of registers with their devices."""
        return self.of_places() + _narrowed(self.narrowed, now)

    def of_places(self) -> list[ColumnElement[bool]]:
        """What of it is about names and stores, for a query of registers alone."""
        found: list[ColumnElement[bool]] = []
        if self.text:
            found.append((Register.register >= self.text) & (Register.register < self.text + _LAST))
        found += [Register.store == self.store] if self.store else []
        found += [Register.store.in_(self.stores)] if self.stores is not None else []
        return found


@dataclass(frozen=True, slots=True)
class Behind:
    """Where a list of registers goes on: behind one of them (empty: at its beginning), by store or by name alone."""

    register: str = ""
    by_store: bool = False
    is_falling: bool = False

    def put(self, query: Select[*Ts], session: Session) -> Select[*Ts]:
        """A query of registers in this order, from there on."""
        columns = (Register.store, Register.register) if self.by_store else (Register.register,)
        query = query.order_by(*[each.desc() if self.is_falling else each.asc() for each in columns])
        if not self.register:
            return query
        end = [self.register]
        if self.by_store:
            store = session.scalar(select(Register.store).where(Register.register == self.register))
            end.insert(0, store or "")
        place = tuple_(*columns)
        return query.where(place < tuple(end) if self.is_falling else place > tuple(end))


def machines(session: Session, wanted: Wanted, behind: Behind, limit: int, now: datetime) -> list[Machine]:
    """The next registers that are asked for."""
    query = (
        select(Register, Device)
        .outerjoin(Device, and_(Device.register == Register.register, Device.revoked_at.is_(None)))
        .where(*wanted.conditions(now))
        .limit(limit)
    )
    found = session.execute(behind.put(query, session)).all()
    return _with_what_they_told(session, found, now)


def without_device(session: Session, wanted: Wanted, after: str, limit: int) -> list[tuple[str, str]]:
    """The next registers by name that are asked for and nobody is enrolled as, with their stores."""
    enrolled = select(Device.id).where(Device.register == Register.register, Device.revoked_at.is_(None))
    rows = session.execute(
        select(Register.register, Register.store)
        .where(Register.register > after, *wanted.of_places(), ~enrolled.exists())
        .order_by(Register.register)
        .limit(limit)
    )
    return [(register, store) for register, store in rows]


def machine(session: Session, register: Register, now: datetime) -> Machine:
    """One register as it stands."""
    device = select(Device).where(Device.register == register.register, Device.revoked_at.is_(None))
    return _with_what_they_told(session, [(register, session.scalars(device).first())], now)[0]


def _with_what_they_told(
    session: Session, found: Sequence[tuple[Register, Device | None]], now: datetime
) -> list[Machine]:
    names = [register.register for register, _ in found]
    told = {row.register: row for row in session.scalars(
        select(RegisterTally).where(RegisterTally.register.in_(names)).order_by(RegisterTally.told_at))}  # fmt: skip
    stores = {register.store for register, _ in found}
    used = select(LayoutUse).where(
        LayoutUse.kind.in_(("register", "store")), LayoutUse.name.in_({*names, *stores})
    )
    uses = {(row.kind, row.name): row.layout for row in session.scalars(used)}
    currencies = currencies_of(session, stores)
    unused = _unused(session, [device for _, device in found if device is not None], pausing(session, stores))
    lost = stored(now - CONTACT_LOST)
    return [
        Machine(
            register, device, told.get(register.register),
            read_tally(told[register.register].text) if register.register in told else None,
            uses.get(("register", register.register)) or uses.get(("store", register.store), ""),
            currencies[register.store], device is not None and device.seen_at < lost, register.register in unused,
        )
        for register, device in found
    ]  # fmt: skip


def _unused(session: Session, devices: Sequence[Device], stores: set[str]) -> set[str]:
    """The registers of these stores at whose machines, of these, nobody has signed in yet."""
    signed_in = (
        select(JournalLine.id)
        .where(
            JournalLine.register == Device.register, JournalLine.epoch == Device.epoch,
            JournalLine.kind == SIGN_IN, JournalLine.is_security,
        )
        .exists()
    )  # fmt: skip
    query = (
        select(Device.register)
        .join(Register, Register.register == Device.register)
        .where(Device.id.in_([each.id for each in devices]), Register.store.in_(stores), ~signed_in)
    )
    return set(session.scalars(query)) if stores else set()


def _narrowed(to: str, now: datetime) -> list[ColumnElement[bool]]:
    if to == Narrowed.ENROLLED:
        return [Device.id.is_not(None)]
    if to == Narrowed.NOT_ENROLLED:
        return [Device.id.is_(None)]
    if to == Narrowed.SILENT:
        # Its own question, so that the registers go on being read by their names.
        its = aliased(Device)
        here = (its.register == Register.register, its.revoked_at.is_(None))
        return [select(its.id).where(*here, its.seen_at < stored(now - CONTACT_LOST)).exists()]
    if to == Narrowed.HOLDING:
        return [_newest_tally(HOLDING)]
    if to == Narrowed.PAUSED:
        return [literal_column("registers.paused_at <> ''")]
    if to == Narrowed.DIFFERING:
        return [_newest_tally(DIFFERING)]
    return []


def _newest_tally(condition: str) -> ColumnElement[bool]:
    """Registers of whose tallies the newest is such; written out, so that the databases find their index of such."""
    newer = aliased(RegisterTally)
    is_older = select(newer.id).where(
        newer.register == RegisterTally.register, newer.told_at > RegisterTally.told_at
    )
    such = select(RegisterTally.register).where(text(condition), ~is_older.exists())
    return Register.register.in_(such)
