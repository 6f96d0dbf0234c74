"""Wrong PINs in a row, kept over restarts so that a restart does not unlock anybody."""

from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from channel_db.journal.models import PinFailuresRow
from channel_db.journal.part import Part
from channel_db.statements import Statement
from channel_db.unit_of_work import unit_of_work

_ONE = Statement(
    select(PinFailuresRow.count.label("failures"), PinFailuresRow.last_at).where(
        PinFailuresRow.user == bindparam("who")
    )
)
_KEEP = Statement(
    insert(PinFailuresRow)
    .values(user=bindparam("who"), count=bindparam("failures"), last_at=bindparam("at"))
    .on_conflict_do_update(
        index_elements=[PinFailuresRow.user],
        set_={"count": bindparam("failures"), "last_at": bindparam("at")},
    )
)
_FORGET = Statement(delete(PinFailuresRow).where(PinFailuresRow.user == bindparam("who")))


@dataclass(frozen=True, slots=True)
class PinFailures:
    """How often in a row this user's PIN was wrong, and when it was last."""

    count: int = 0
    last_at: str = ""


class Pins(Part):
    """Remembers wrong PINs; each is a commit of its own, made before the answer is given."""

    def pin_failures(self, user: str) -> PinFailures:
        """The wrong PINs of a user since the last right one."""
        row = _ONE.run(self._connection, who=user).first()
        return PinFailures() if row is None else PinFailures(row.failures, row.last_at)

    def keep_pin_failure(self, user: str, failures: PinFailures) -> None:
        """Keep the wrong PINs of a user; none forgets them."""
        with unit_of_work(self._connection):
            if failures.count == 0:
                _FORGET.write(self._connection, who=user)
            else:
                _KEEP.write(self._connection, who=user, failures=failures.count, at=failures.last_at)
