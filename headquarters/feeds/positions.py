"""How far registers have read what people publish: what a cursor says is kept at the register that sends it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.devices.models import Device, Register
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
    read: dict[str, dict[str, Position]] = defaultdict(dict)
    told_at: dict[str, str] = {}
    columns = (
        FeedPosition.register,
        FeedPosition.feed,
        FeedPosition.unit,
        FeedPosition.sequence,
        FeedPosition.told_at,
    )
    for register, feed, unit, sequence, at in session.execute(
        select(*columns).where(FeedPosition.feed.in_(PUBLISHED))
    ):
        read[register][feed] = Position(unit, sequence)
        told_at[register] = max(at, told_at.get(register, ""))
    enrolled = set(session.scalars(select(Device.register).where(Device.revoked_at.is_(None))))
    refused = refused_by(session)
    found = []
    for register, store in session.execute(
        select(Register.register, Register.store).order_by(Register.store, Register.register)
    ):
        rows = refused.get(register, ())
        waiting = headquarters.heads.behind(store, read.get(register, {}), PUBLISHED)
        taking = Taking.NOBODY
        if register in enrolled:
            taking = Taking.REFUSED if rows else Taking.WAITING if waiting else Taking.TAKEN
        found.append(Standing(register, store, taking, told_at.get(register, ""), rows, waiting))
    return found
