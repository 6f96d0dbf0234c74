"""In which order changes are told to registers, and how far: no commit may come in before what was told.

On PostgreSQL units of work run side by side and draw their sequences before they commit: who reads on from the highest
sequence seen skips whatever commits later with a lower one. So changes are told in the order of (unit, sequence), and
only those of units below the oldest that still runs: no unit below that one can commit any more. A unit that stays open
delays the feeds, and nothing is skipped. On SQLite every unit is 0 and the one writer makes the sequence safe.
"""

from typing import NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Text,
    and_,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    true,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from headquarters.feeds.models import Change
from headquarters.installation import installation
from headquarters.written_out import WrittenOut
from retail.wire.protocol import FEED_NAMES

_DIGITS_MAX = 18
_POSTGRESQL = "postgresql"
_PLACE = tuple_(Change.unit, Change.sequence)


class Position(NamedTuple):
    """A place in a feed: a change is behind it or after it."""

    unit: int
    sequence: int

    def written(self) -> str:
        """As it stands in a cursor. Of unit 0 the sequence alone, as registers have it from before there were units."""
        return f"{self.unit}-{self.sequence}" if self.unit else str(self.sequence)


START = Position(0, 0)


def beyond(session: Session, position: Position) -> ColumnElement[bool]:
    """The changes after a position."""
    if _knows_units(session):
        return _PLACE > tuple_(*position)  # noqa: SIM300 -- the columns stand first for the index to be used
    return and_(Change.unit == 0, Change.sequence > position.sequence)


def up_to(session: Session, position: Position) -> ColumnElement[bool]:
    """The changes before a position, and the one at it."""
    if _knows_units(session):
        return _PLACE <= tuple_(*position)  # noqa: SIM300 -- as above
    return and_(Change.unit == 0, Change.sequence <= position.sequence)


def read_position(text: str) -> Position | None:
    """The position that a cursor names; None where it names none."""
    unit, mark, sequence = text.rpartition("-")
    parts = (unit, sequence) if mark else ("0", sequence)
    if not all(each.isascii() and each.isdigit() and len(each) <= _DIGITS_MAX for each in parts):
        return None
    return Position(*map(int, parts))


def position_of(cursor: str, incarnation: str) -> Position | None:
    """The position that a cursor of this incarnation stands for; None where it is of another, or none."""
    said, _, place = cursor.rpartition(".")
    return read_position(place) if said == incarnation else None


def last_position(session: Session, feed: str, *conditions: ColumnElement[bool]) -> Position:
    """The place of the newest change of a feed, of those for which these conditions hold."""
    columns = (Change.unit, Change.sequence)
    newest = select(*columns).where(Change.feed == feed, *conditions)
    newest = newest.order_by(Change.unit.desc(), Change.sequence.desc())
    found = session.execute(newest.limit(1)).first()
    return START if found is None else Position(*found)


_XMIN = cast(cast(func.pg_snapshot_xmin(func.pg_current_snapshot()), Text), BigInteger)
_OLDEST = select(_XMIN)
_SINCE, _UNTIL = bindparam("since", type_=BigInteger), bindparam("until", type_=BigInteger)
_BY_SEQUENCE = (
    WrittenOut(
        select(Change.feed, Change.scope, func.max(Change.unit), func.max(Change.sequence))
        .where(Change.sequence > _SINCE, Change.sequence <= _UNTIL)
        .group_by(Change.feed, Change.scope)
    ),
    WrittenOut(select(func.coalesce(func.max(Change.sequence), 0))),
)
_BY_UNITS = (
    WrittenOut(
        select(Change.feed, Change.scope, Change.unit, Change.sequence)
        .where(
            Change.feed.in_([literal_column(f"'{feed}'") for feed in FEED_NAMES]),
            Change.unit >= _SINCE,
            Change.unit < _UNTIL,
        )
        .ext(distinct_on(Change.feed, Change.scope))
        .order_by(Change.feed, Change.scope, Change.unit.desc(), Change.sequence.desc())
    ),
    WrittenOut(_OLDEST),
)
"""The newest changes between two marks, and the mark of now: every hello of every register asks for it."""


def may_be_told(session: Session) -> ColumnElement[bool]:
    """The changes that no later commit can precede."""
    if not _knows_units(session):
        return true()
    # As a scalar query it is asked once, and the index knows where to end.
    return Change.unit < _OLDEST.scalar_subquery()


def is_held_back(session: Session, feed: str) -> bool:
    """Whether something was said of this feed that may not be told yet."""
    if not _knows_units(session):
        return False
    held_back = select(Change.sequence).where(Change.feed == feed, Change.unit >= _OLDEST.scalar_subquery())
    return session.scalar(held_back.limit(1)) is not None


def news_since(connection: Connection, mark: int) -> tuple[int, list[tuple[str, str, Position]]]:
    """The newest change of each feed and scope among those that may be told now and could not at `mark`; and the mark
    of now. No mark: 0.
    """
    newest, until = _BY_UNITS if connection.dialect.name == _POSTGRESQL else _BY_SEQUENCE
    [(now,)] = until.rows(connection)
    if now <= mark:
        return mark, []
    rows = newest.rows(connection, since=mark, until=now)
    return now, [(feed, scope, Position(unit, sequence)) for feed, scope, unit, sequence in rows]


def begin_anew_if_restored(session: Session, incarnation: str) -> None:
    """A database restored into another PostgreSQL has units that its numbers have not come to: what is said from now on
    would be told before them, to nobody who has read so far. So all of them become unit 0, and headquarters another.
    """
    if not _knows_units(session):
        return
    next_unit = cast(cast(func.pg_snapshot_xmax(func.pg_current_snapshot()), Text), BigInteger)
    is_ahead = session.scalar(select(func.coalesce(func.max(Change.unit), 0) >= next_unit))
    if is_ahead:
        session.execute(update(Change).values(unit=0))
        installation(session).incarnation = incarnation


def _knows_units(session: Session) -> bool:
    return session.get_bind().dialect.name == _POSTGRESQL
