"""In which order changes are told to registers, and how far: no commit may come in before what was told.

On PostgreSQL units of work run side by side and draw their sequences before they commit: who reads on from the highest
sequence seen skips whatever commits later with a lower one. So changes are told in the order of (unit, sequence), and
only those of units below the oldest that still runs: no unit below that one can commit any more. A unit that stays open
delays the feeds, and nothing is skipped. On SQLite every unit is 0 and the one writer makes the sequence safe.
"""

from typing import NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Text, and_, cast, func, select, true, tuple_, update
from sqlalchemy.orm import Session

from headquarters.feeds.models import Change
from headquarters.installation import installation

_DIGITS_MAX = 18
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


def last_position(session: Session, feed: str) -> Position:
    """The place of the newest change of a feed."""
    columns = (Change.unit, Change.sequence)
    newest = select(*columns).where(Change.feed == feed).order_by(Change.unit.desc(), Change.sequence.desc())
    found = session.execute(newest.limit(1)).first()
    return START if found is None else Position(*found)


def may_be_told(session: Session) -> ColumnElement[bool]:
    """The changes that no later commit can precede."""
    if not _knows_units(session):
        return true()
    oldest = func.pg_snapshot_xmin(func.pg_current_snapshot())
    # As a scalar query it is asked once, and the index knows where to end.
    return Change.unit < select(cast(cast(oldest, Text), BigInteger)).scalar_subquery()


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
    return session.get_bind().dialect.name == "postgresql"
