"""Hellos that wait until there is something to say: one look a second at what changed is for all of them together.

A register that waits costs a connection, and neither a thread nor one of the database's. What any process publishes or
revokes is seen at the next look, what this one publishes at once. Many who are to be told at once are told one after
another, so that they do not all come back in the same second.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from logging import getLogger
from typing import NamedTuple

from sqlalchemy import Connection, exists, func, select
from starlette.concurrency import run_in_threadpool
from starlette.types import Receive

from headquarters.database import Database
from headquarters.devices.models import Device
from headquarters.errors import DatabaseBusy
from headquarters.feeds.heads import Heads
from headquarters.feeds.telling import Position
from headquarters.installation import Installation
from headquarters.jobs.models import UploadAsked
from headquarters.uploads.models import KeptDocument, State
from headquarters.written_out import WrittenOut
from retail.wire.protocol import WAIT_SECONDS_MAX

WAITING_MAX = 5000
"""So many hellos may wait in one process; who comes then is answered at once, and asks again at its own pace."""
LOOK_SECONDS = 1.0
LOOK_PAUSE_SECONDS = 0.1
"""However much is booked, it is looked no more often than this."""
TOLD_A_SECOND = 200
"""What so many ask for then takes about a third of a processor: people are served meanwhile, and a thousand know after
five seconds.
"""

IS_ASKED = exists().where(UploadAsked.register == Device.register, UploadAsked.reached_at.is_(None))
_MARKS = WrittenOut(
    select(
        Installation.incarnation,
        select(func.count()).where(Device.revoked_at.is_not(None)).scalar_subquery(),
        select(func.coalesce(func.max(UploadAsked.id), 0)).scalar_subquery(),
        select(func.coalesce(func.sum(KeptDocument.id), 0))
        .where(KeptDocument.state == State.PARKED, KeptDocument.left_by == "")
        .scalar_subquery(),
    )
)
_MAY_WAIT = WrittenOut(select(Device.id).where(Device.revoked_at.is_(None), ~IS_ASKED))
_PARKED = WrittenOut(
    select(KeptDocument.register, func.sum(KeptDocument.id))
    .where(KeptDocument.state == State.PARKED, KeptDocument.left_by == "")
    .group_by(KeptDocument.register)
)

_log = getLogger(__name__)


class Waiter:
    """One register that waits, and what it has read. The event loop alone uses it."""

    def __init__(
        self, device: int, register: str, store: str, incarnation: str, read: Mapping[str, Position | None]
    ) -> None:
        self.device, self.register, self.store = device, register, store
        self.incarnation, self.read = incarnation, read
        self.is_called = False
        self.over = asyncio.get_running_loop().create_future()

    def end(self, *, is_told: bool = True) -> None:
        """Let it go on; not told where nobody listens any more."""
        if not self.over.done():
            self.over.set_result(is_told)


class _Seen(NamedTuple):
    """What one look found: marks of everything but news, and as it was when these changed last, whom that concerns."""

    marks: tuple[object, ...]
    may_wait: frozenset[int]
    parked: Mapping[str, int]


class Waiting:
    """All hellos that wait in this process, for so many seconds at most."""

    def __init__(self, seconds: int = WAIT_SECONDS_MAX, at_most: int = WAITING_MAX) -> None:
        self._seconds, self._at_most = seconds, at_most
        self._waiters: dict[int, Waiter] = {}
        self._watch: asyncio.Task[None] | None = None
        self._hint: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._seen: _Seen | None = None
        self._heads_seen = -1

    @property
    def offered_seconds(self) -> int:
        """So long the next hello may wait; 0 where it may not."""
        return self._seconds if len(self._waiters) < self._at_most else 0

    @property
    def count(self) -> int:
        """How many wait now."""
        return len(self._waiters)

    @property
    def changes(self) -> object:
        """Another value after a look that found something but news: whoever did not wait then may have missed it."""
        return None if self._seen is None else self._seen.marks

    async def until_news(
        self, database: Database, heads: Heads, waiter: Waiter, seconds: float, receive: Receive
    ) -> bool:
        """Wait; False where the caller has gone meanwhile."""
        loop = asyncio.get_running_loop()
        self.call_in(waiter.device)
        self._waiters[waiter.device] = waiter
        self._keep_looking(database, heads)
        if heads.has_news(waiter.store, waiter.read):
            waiter.end()
        time, line = loop.call_later(seconds, waiter.end), loop.create_task(_hung_up(receive, waiter))
        try:
            return bool(await waiter.over)
        finally:
            time.cancel()
            line.cancel()
            if self._waiters.get(waiter.device) is waiter:
                del self._waiters[waiter.device]

    def call_in(self, device: int) -> None:
        """Answer the hello of this device that waits, if there is one: it has made another."""
        waiter = self._waiters.pop(device, None)
        if waiter is not None:
            waiter.end()

    def call_in_from_thread(self, device: int) -> None:
        """The same, from any thread."""
        self._soon(lambda: self.call_in(device))

    def look_soon(self) -> None:
        """This process has booked something; any thread may say so."""
        self._soon(lambda: None if self._hint is None else self._hint.set())

    def end(self) -> None:
        """Answer all that wait, and let nobody wait any more: this process ends."""
        self._seconds = 0
        for waiter in list(self._waiters.values()):
            waiter.end()

    def _soon(self, act: Callable[[], None]) -> None:
        loop = self._loop
        if loop is not None and self._waiters:
            with suppress(RuntimeError):  # the loop has ended, and nobody waits
                loop.call_soon_threadsafe(act)

    def _keep_looking(self, database: Database, heads: Heads) -> None:
        if self._watch is None or self._watch.done():
            self._loop, self._hint, self._seen = asyncio.get_running_loop(), asyncio.Event(), None
            self._heads_seen = -1
            self._watch = self._loop.create_task(self._look_on(database, heads, self._hint))

    async def _look_on(self, database: Database, heads: Heads, hint: asyncio.Event) -> None:
        """Look as long as anybody waits."""
        while self._waiters:
            try:
                if database.waits_for_nobody:
                    found = self._look(database, heads)
                else:
                    found = await run_in_threadpool(self._look, database, heads)
                self._tell(found, heads)
            except DatabaseBusy:
                pass  # it is looked again in a moment
            except Exception:  # noqa: BLE001 -- who waits is answered in the end, and another look may do
                _log.exception("it could not be looked whether those who wait are to be told something")
            await asyncio.sleep(LOOK_PAUSE_SECONDS)
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS - LOOK_PAUSE_SECONDS):
                    await hint.wait()
            hint.clear()

    def _look(self, database: Database, heads: Heads) -> _Seen:
        with database.asking() as connection:
            [marks] = _MARKS.rows(connection)
            heads.look(connection, str(marks[0]))
            before = self._seen
            if before is not None and before.marks == marks:
                return before
            return _Seen(
                marks, frozenset([device for (device,) in _MAY_WAIT.rows(connection)]), _parked(connection)
            )

    def _tell(self, found: _Seen, heads: Heads) -> None:
        """End the waits of those for whom there is something, one after another."""
        before, self._seen = self._seen, found
        is_changed, moves = found is not before, heads.moves
        if not is_changed and moves == self._heads_seen:
            return
        self._heads_seen = moves
        concerned = [
            each
            for each in self._waiters.values()
            if not each.is_called
            and ((is_changed and _is_concerned(each, before, found)) or heads.has_news(each.store, each.read))
        ]
        for place, waiter in enumerate(concerned):
            waiter.is_called = True
            waiter.over.get_loop().call_later(place / TOLD_A_SECOND, waiter.end)


def _is_concerned(waiter: Waiter, before: _Seen | None, found: _Seen) -> bool:
    """Whether anything but news has changed for this register."""
    if waiter.incarnation != found.marks[0] or waiter.device not in found.may_wait:
        return True
    return before is not None and before.parked.get(waiter.register) != found.parked.get(waiter.register)


def _parked(connection: Connection) -> Mapping[str, int]:
    return {register: int(sum_of_ids) for register, sum_of_ids in _PARKED.rows(connection)}


async def _hung_up(receive: Receive, waiter: Waiter) -> None:
    """End the wait once the caller's connection has ended."""
    while (await receive())["type"] != "http.disconnect":
        pass
    waiter.end(is_told=False)
