"""The next counters of hellos that wait: kept together, for the disk syncs of two a second instead of twenty.

Whoever waits loses nothing by it, and nothing is answered before its counter is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from headquarters.base import table_of
from headquarters.database import Database
from headquarters.devices.hearing import forget_left_behind
from headquarters.devices.models import Device
from headquarters.devices.together import Together

TOGETHER_SECONDS = 0.5
_MOVE_ON = (
    update(table_of(Device))
    .where(
        Device.id == bindparam("device"), Device.counter == bindparam("present"), Device.revoked_at.is_(None)
    )
    .values(
        counter=bindparam("following"), previous_counter=bindparam("present"), seen_at=bindparam("at"),
        program=bindparam("program"), data_from=bindparam("data_from"), clock_off_seconds=bindparam("off"),
        layout_shown=bindparam("layout"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """A counter to be moved on, with what the register says of itself."""

    device: int
    register: str
    values: Mapping[str, Any]
    """Of `_MOVE_ON`."""


def moved_on(session: Session, move: Move, *, is_shared: bool) -> bool:
    """Keep one; False where the counter was another one, or the device is revoked."""
    has_moved = session.connection().execute(_MOVE_ON, dict(move.values)).rowcount == 1
    if has_moved and is_shared:
        forget_left_behind(session, move.device, (move.values["present"], move.values["following"]))
    return has_moved


class Counters:
    """Keeps moves of many devices in one commit. The event loop alone uses it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._together = Together(self._keep, TOGETHER_SECONDS)

    async def moved_on(self, move: Move) -> bool:
        """Whether the counter has moved on, once that is kept; False also where it could not be kept now."""
        return await self._together.kept(move)

    def _keep(self, moves: list[Move]) -> list[bool]:
        is_shared = self._database.is_shared
        # Two processes that keep counters of the same devices take them in the same order.
        in_order = sorted(range(len(moves)), key=lambda at: moves[at].device)

        def keep(session: Session) -> list[bool]:
            has_moved = {at: moved_on(session, moves[at], is_shared=is_shared) for at in in_order}
            return [has_moved[at] for at in range(len(moves))]

        return self._database.committed(keep, books=False)
