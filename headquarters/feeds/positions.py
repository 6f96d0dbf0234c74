"""How far registers have read what people publish: what a cursor says is kept at the register that sends it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.devices.models import Register
from headquarters.devices.service import active_devices
from headquarters.feeds.models import FeedPosition
from headquarters.feeds.telling import Position
from headquarters.installation import installation
from headquarters.tallies.service import refused_by
from retail.wire.tally import RefusedRow

PUBLISHED = ("settings", "staff", "layouts", "list_prices")
"""The feeds of what somebody publishes, and then asks of every register whether it has it."""


class Taking(StrEnum):
    """How far a register is with what was published last."""

    REFUSED = "refused"
    WAITING = "waiting"
    TAKEN = "taken"
    NOBODY = "not enrolled"


@dataclass(frozen=True, slots=True)
class Standing:
    """A register, and whether it has taken what was last published for its store.

    `told_at` is when it last said how far it is, `refused` what it was sent and cannot use, with the reason; `waiting`
    are the feeds it has not read to their ends.
    """

    register: str
    store: str
    taking: Taking
    told_at: str
    refused: tuple[RefusedRow, ...] = ()
    waiting: tuple[str, ...] = ()


def news_of(
    headquarters: Headquarters, register: str, said: Mapping[str, Position | None]
) -> dict[str, Position]:
    """How far a register has read what is published, as far as this process did not know it."""
    known = headquarters.positions.get(register, {})
    return {
        feed: position for feed in PUBLISHED if (position := said.get(feed)) and position != known.get(feed)
    }


def note_positions(headquarters: Headquarters, register: str, said: Mapping[str, Position | None]) -> None:
    """A register has kept everything up to here. Nothing is written while it says the same."""
    news = news_of(headquarters, register, said)
    if news:
        note_all_positions(headquarters, {register: news})


def note_all_positions(headquarters: Headquarters, read: Mapping[str, Mapping[str, Position]]) -> None:
    """Each of these registers has kept everything up to here: noted in one commit."""
    query = select(FeedPosition).where(
        FeedPosition.register.in_(list(read)), FeedPosition.feed.in_(PUBLISHED)
    )
    with headquarters.database.reading() as session:
        same = {(row.register, row.feed, Position(row.unit, row.sequence)) for row in session.scalars(query)}
    changed = [
        (register, feed, position)
        for register, positions in sorted(read.items())
        for feed, position in positions.items()
        if (register, feed, position) not in same
    ]

    def keep(session: Session) -> None:
        known = {(row.register, row.feed): row for row in session.scalars(query)}
        for register, feed, position in changed:
            row = known.get((register, feed)) or FeedPosition(register=register, feed=feed)
            row.unit, row.sequence = position
            row.told_at = headquarters.now()
            session.add(row)

    if changed:  # otherwise this process was started since
        headquarters.database.committed(keep, books=False)
    for register, positions in read.items():
        headquarters.positions[register] = {**headquarters.positions.get(register, {}), **positions}


def standings(headquarters: Headquarters, session: Session) -> list[Standing]:
    """Every register, by store and name; where no settings are published yet, they wait for them."""
    connection = session.connection()
    headquarters.heads.look(connection, installation(session).incarnation)
    told: dict[str, dict[str, FeedPosition]] = defaultdict(dict)
    for row in session.scalars(select(FeedPosition).where(FeedPosition.feed.in_(PUBLISHED))):
        told[row.register][row.feed] = row
    enrolled, refused = active_devices(session), refused_by(session)
    found = []
    for register in session.scalars(select(Register).order_by(Register.store, Register.register)):
        rows, read = refused.get(register.register, ()), told[register.register]
        positions = {feed: Position(row.unit, row.sequence) for feed, row in read.items()}
        waiting = headquarters.heads.behind(register.store, positions, PUBLISHED)
        taking = Taking.NOBODY
        if register.register in enrolled:
            taking = Taking.REFUSED if rows else Taking.WAITING if waiting else Taking.TAKEN
        at = max((row.told_at for row in read.values()), default="")
        found.append(Standing(register.register, register.store, taking, at, rows, waiting))
    return found
