"""Keeping the newest tally of each register, comparing it once a cycle, and bringing what differs before a person."""

import json
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from headquarters.cases.service import settle_cases
from headquarters.context import Headquarters
from headquarters.devices.service import KnownDevice, store_of
from headquarters.journals.keeping import bring, stands_beside
from headquarters.journals.words import of_entry_changed, of_number_twice
from headquarters.settings.service import settings_of_store
from headquarters.tallies.compared import Compared, Figures
from headquarters.tallies.comparing import Found, compare
from headquarters.tallies.holding import figures
from headquarters.tallies.models import RegisterTally
from headquarters.tallies.words import holds, of_journal_behind
from retail.messages import Message
from retail.wire.tally import Difference, RefusedRow, Tally

Differences = tuple[Difference, ...]
_Told = TypeVar("_Told")


def hear(headquarters: Headquarters, device: KnownDevice, digest: str) -> Differences | None:
    """In what headquarters differs from the tally with this digest; None where it does not know that tally.

    While nothing has changed on either side nothing is compared again, and nothing is written.
    """
    with headquarters.database.reading() as session:
        unchanged = as_heard_before(session.connection(), headquarters, device, digest)
        if unchanged is not None:
            return unchanged
        row = session.scalars(_of(device.register).where(RegisterTally.digest == digest)).first()
        tally = None if row is None else read_tally(row.text)
        if row is None or tally is None:
            return None
        seen, found = _differences(session, headquarters, row, tally)
        if _written(found) == row.differences:
            # Nothing to keep: another call was compared meanwhile, or this process was started since.
            return _note_compared(headquarters, row, tally, seen, found)

    def look_again(session: Session) -> Differences | None:
        row = session.scalars(_of(device.register).where(RegisterTally.digest == digest)).first()
        tally = None if row is None else read_tally(row.text)
        return None if row is None or tally is None else _compare(session, headquarters, row, tally)

    return _beside_the_books(headquarters, device, look_again)


def as_heard_before(
    connection: Connection, headquarters: Headquarters, device: KnownDevice, digest: str
) -> Differences | None:
    """In what headquarters differs where this tally was compared and nothing has changed since; None elsewhere."""
    known = headquarters.compared.get(device.register)
    if known is None or known.digest != digest:
        return None
    now = headquarters.clock.now()
    seen = figures(connection, device.register, known.epoch, known.first, known.last, now)
    return known.differences if known.figures == seen else None


def tell(headquarters: Headquarters, device: KnownDevice, epoch: str, tally: Tally) -> Differences:
    """Keep what a register tells of itself, and say in what headquarters differs."""
    at = headquarters.now()

    def keep(session: Session) -> Differences:
        row = session.scalars(_of(device.register).where(RegisterTally.epoch == epoch)).first()
        known = None if row is None else read_tally(row.text)
        if row is None:
            row = RegisterTally(register=device.register, epoch=epoch, differences="[]")
        row.told_at, row.digest, row.text = at, tally.digest(epoch), tally.written()
        session.add(row)
        session.flush()
        _look_at_chain(session, device.register, epoch, known, tally, at)
        return _compare(session, headquarters, row, tally)

    return _beside_the_books(headquarters, device, keep)


def still_held(session: Session, registers: Collection[str] | None = None) -> list[tuple[Message, str]]:
    """What registers, or some of them, hold that has not arrived, and since when each says so."""
    rows = session.scalars(_newest().order_by(RegisterTally.register))
    told = [(row, tally) for row in rows if (tally := read_tally(row.text)) is not None and tally.held]
    return [
        (holds(row.register, tally, _currency(session, row.register)), row.told_at)
        for row, tally in told
        if registers is None or row.register in registers
    ]


def refused_by(session: Session) -> dict[str, tuple[RefusedRow, ...]]:
    """What registers said last that they cannot use of what they were sent, by register."""
    rows = session.scalars(_newest().where(RegisterTally.text.contains('"refused":', autoescape=True)))
    told = {row.register: read_tally(row.text) for row in rows}
    return {
        register: tally.refused for register, tally in told.items() if tally is not None and tally.refused
    }


def _newest() -> Select[RegisterTally]:
    """The newest tally of each register."""
    newest = select(RegisterTally.register, func.max(RegisterTally.told_at).label("told_at")).group_by(
        RegisterTally.register
    )
    latest = newest.subquery()
    return select(RegisterTally).join(
        latest,
        (latest.c.register == RegisterTally.register) & (latest.c.told_at == RegisterTally.told_at),
    )


def _beside_the_books(
    headquarters: Headquarters, device: KnownDevice, work: Callable[[Session], _Told]
) -> _Told:
    """What a register tells of itself concerns nobody but it: no booking waits for it, nor it for any booking."""
    return headquarters.database.committed(work, books=False, register=device.register)


def _of(register: str) -> Select[RegisterTally]:
    return select(RegisterTally).where(RegisterTally.register == register)


def read_tally(text: str) -> Tally | None:
    """A tally that was kept; None where another version of headquarters kept it: it is told again."""
    try:
        return Tally.read(text)
    except ValidationError:
        return None


def _compare(session: Session, headquarters: Headquarters, row: RegisterTally, tally: Tally) -> Differences:
    seen, found = _differences(session, headquarters, row, tally)
    _settle(session, row, found, headquarters.now())
    return _note_compared(headquarters, row, tally, seen, found)


def _differences(
    session: Session, headquarters: Headquarters, row: RegisterTally, tally: Tally
) -> tuple[Figures, Sequence[Found]]:
    now = headquarters.clock.now()
    seen = figures(session.connection(), row.register, row.epoch, tally.first, tally.last, now)
    return seen, compare(session, row.register, row.epoch, tally, _currency(session, row.register), now)


def _note_compared(
    headquarters: Headquarters, row: RegisterTally, tally: Tally, seen: Figures, found: Sequence[Found]
) -> Differences:
    differences = tuple([each.difference for each in found])
    headquarters.compared[row.register] = Compared(
        row.digest, row.epoch, tally.first, tally.last, seen, differences
    )
    return differences


def _written(found: Sequence[Found]) -> str:
    """Differences as they are kept beside the tally."""
    return json.dumps([each.difference.model_dump(exclude_defaults=True) for each in found])


def _settle(session: Session, row: RegisterTally, found: Sequence[Found], at: str) -> None:
    """Open, change and close cases, where the differences are not those that were found before."""
    written = _written(found)
    if written == row.differences:
        return
    before = [Difference.of(each) for each in json.loads(row.differences)]
    row.differences = written
    words = {each.about: each.words for each in found if each.words is not None}
    new = {each.about for each in found if each.difference not in before}
    settle_cases(session, "agreement", f"{row.register} {row.epoch} ", words, new, at)


def _look_at_chain(
    session: Session, register: str, epoch: str, known: Tally | None, told: Tally, at: str
) -> None:
    """A chain only grows: one that ends earlier, or whose entries are others, is for a person."""
    words = None
    if known is not None and told.chain_number < known.chain_number:
        words = of_journal_behind(register, told.chain_number, known.chain_number)
    elif (
        known is not None and told.chain_number == known.chain_number and told.chain_hash != known.chain_hash
    ):
        words = of_entry_changed(register, told.chain_number)
    elif told.broken_at and (known is None or known.broken_at != told.broken_at):
        words = of_entry_changed(register, told.broken_at)
    elif stands_beside(session, register, told.chain_number, told.chain_hash):
        words = of_number_twice(register, told.chain_number)
    if words is not None:
        bring(session, register, epoch, words, at)


def _currency(session: Session, register: str) -> str:
    return settings_of_store(session, store_of(session, register)).currency
