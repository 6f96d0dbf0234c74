"""How much of the outbox has not reached headquarters: counted for good up to an entry, and anew behind it."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import bindparam, func, select, update
from sqlalchemy import text as sql

from channel_db.journal.models import OutboxCountedRow, OutboxRow
from channel_db.journal.part import Part
from channel_db.statements import Statement

# Plain text: with a bound state, or in another form, the index of open entries would not answer.
_IS_OPEN = sql("outbox.state <> 'acknowledged'")


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much has not reached headquarters: `attention` needs a person; `oldest_at` is a UTC stamp, of what was made
    first. `money_minor` is the money of all of it.
    """

    count: int
    attention: int
    oldest_at: str | None
    money_minor: int = 0


class _Counted(NamedTuple):
    """All that is open, `anew` of it counted just now; `last` is the last entry there is of it."""

    anew: int
    last: int
    waiting: int
    waiting_minor: int
    attention: int
    attention_minor: int


_COUNTED = Statement(
    select(
        OutboxCountedRow.up_to,
        OutboxCountedRow.waiting,
        OutboxCountedRow.waiting_minor,
        OutboxCountedRow.attention,
        OutboxCountedRow.attention_minor,
    )
)
_BEHIND = Statement(
    select(OutboxRow.state, func.count(), func.sum(OutboxRow.money_minor), func.max(OutboxRow.id))
    .where(_IS_OPEN, OutboxRow.id > bindparam("up_to"))
    .group_by(OutboxRow.state)
)
_OLDEST_AT = Statement(select(OutboxRow.kept_at).where(_IS_OPEN).order_by(OutboxRow.id).limit(1))
_KEEP_COUNTED = Statement(
    update(OutboxCountedRow).values(
        up_to=bindparam("last"),
        waiting=bindparam("waiting"),
        waiting_minor=bindparam("waiting_minor"),
        attention=bindparam("attention"),
        attention_minor=bindparam("attention_minor"),
    )
)
COUNTED_ANEW_MAX = 1000
"""So many entries are counted at each look; the agent adds more of them to those that are counted for good."""


class WaitingReading(Part):
    """Counts what waits; what is kept of the count is right by triggers of the file."""

    def waiting(self) -> Waiting:
        """What has not reached headquarters yet."""
        counted = self._counted()
        oldest = _OLDEST_AT.run(self._connection).scalar()
        money_minor = counted.waiting_minor + counted.attention_minor
        return Waiting(counted.waiting, counted.attention, oldest, money_minor)

    def keep_counted(self) -> None:
        """Within a unit of work: have entries that are counted at each look be counted for good, once they are many."""
        counted = self._counted()
        if counted.anew > COUNTED_ANEW_MAX:
            figures = {name: figure for name, figure in counted._asdict().items() if name != "anew"}
            _KEEP_COUNTED.write(self._connection, **figures)

    def _counted(self) -> _Counted:
        up_to, *figures = _COUNTED.run(self._connection).one()
        rows = _BEHIND.run(self._connection, up_to=up_to).all()
        behind = {state: (count, minor) for state, count, minor, _ in rows}
        more = [*behind.get("waiting", (0, 0)), *behind.get("attention", (0, 0))]
        last = max([up_to, *[row[-1] for row in rows]])
        anew = sum(count for count, _ in behind.values())
        return _Counted(anew, last, *[one + other for one, other in zip(figures, more, strict=True)])
