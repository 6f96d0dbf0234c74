"""The next counters of hellos that wait: kept together twice a second, for the disk syncs of two instead of twenty.

Whoever waits loses nothing by it, and nothing is answered before its counter is kept.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from logging import getLogger
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from headquarters.base import table_of
from headquarters.database import Database
from headquarters.devices.hearing import forget_left_behind
from headquarters.devices.models import Device

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

_log = getLogger(__name__)


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
    """Gathers moves and keeps them in one commit. The event loop alone uses it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._gathered: list[tuple[Move, asyncio.Future[bool]]] = []
        self._keeping: set[asyncio.Task[None]] = set()

    async def moved_on(self, move: Move) -> bool:
        """Whether the counter has moved on, once that is kept; False also where it could not be kept now."""
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[bool] = loop.create_future()
        self._gathered.append((move, kept))
        if len(self._gathered) == 1:
            task = loop.create_task(self._keep_soon())
            self._keeping.add(task)
            task.add_done_callback(self._keeping.discard)
        return await kept

    async def _keep_soon(self) -> None:
        await asyncio.sleep(TOGETHER_SECONDS)
        gathered, self._gathered = self._gathered, []
        # Two processes that keep counters of the same devices take them in the same order.
        gathered.sort(key=lambda each: each[0].device)
        try:
            outcomes = await run_in_threadpool(self._keep, [move for move, _ in gathered])
        except Exception:  # noqa: BLE001 -- each goes on by itself, and is refused in words where it has to be
            _log.warning("the counters of %d hellos could not be kept together", len(gathered), exc_info=True)
            outcomes = [False] * len(gathered)
        for (_, kept), has_moved in zip(gathered, outcomes, strict=True):
            if not kept.done():
                kept.set_result(has_moved)

    def _keep(self, moves: list[Move]) -> list[bool]:
        is_shared = self._database.is_shared
        return self._database.committed(
            lambda session: [moved_on(session, each, is_shared=is_shared) for each in moves], books=False
        )
