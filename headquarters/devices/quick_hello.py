"""Hello of a register that is as it was ten seconds ago, answered for a tenth of what the whole way costs.

A thousand registers say hello a hundred times a second, and hardly ever is there anything to say to one. What this way
knows nothing of it leaves to the route, which refuses, warns, exchanges tokens and compares: both give the same answer.
"""

import json
from collections.abc import Mapping
from logging import getLogger
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from headquarters.bodies import given
from headquarters.context import Headquarters, stored
from headquarters.devices.counters import Counters, Move, moved_on
from headquarters.devices.hearing import is_first_heard
from headquarters.devices.proving import IS_HEARD
from headquarters.devices.quick_call import (
    QuickCall,
    Standing,
    answer_with,
    asked,
    read_call,
    standing_of,
)
from headquarters.devices.saying_hello import Hello
from headquarters.devices.service import KnownDevice, clock_off_seconds, is_long_ago, moment_told
from headquarters.devices.waiting import Waiter
from headquarters.errors import DatabaseBusy
from headquarters.feeds.news import news_in, positions
from headquarters.feeds.noting import PositionsTold
from headquarters.feeds.telling import Position
from headquarters.replies import envelope_of
from headquarters.tallies.service import as_heard_before
from retail.clock import stamp
from retail.wire.base import digest
from retail.wire.protocol import HELLO
from retail.wire.tally import Difference

_log = getLogger(__name__)
_Call = QuickCall[Hello]


class _Found(NamedTuple):
    """What headquarters knows to answer it with; `read` is how far the register has read, as far as that is new."""

    device: KnownDevice
    tenant: str
    incarnation: str
    news: tuple[str, ...] | None
    differences: tuple[Difference, ...] | None
    read: Mapping[str, Position]


class QuickHello:
    """Answers the hellos that change nothing; all other calls, and these where there is any doubt, go on to `app`."""

    def __init__(self, app: ASGIApp, headquarters: Headquarters) -> None:
        self._app = app
        self._headquarters = headquarters
        self._counters = Counters(headquarters.database)
        self._positions = PositionsTold(headquarters)
        headquarters.database.when_booked = headquarters.waiting.look_soon

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["path"] == HELLO and scope["method"] == "GET":
            call = read_call(scope, self._headquarters, Hello.model_validate)
            try:
                body = None if call is None else await self._answer(call, scope, receive)
            except _HungUp:
                return
            if IS_HEARD in scope.get("state", {}):
                receive = given(b"", receive)  # while it waited, the end of the line was listened for
            if body is not None:
                await answer_with(send, body, digest(body))
                return
        await self._app(scope, receive, send)

    async def _answer(self, call: _Call, scope: Scope, receive: Receive) -> bytes | None:
        """What is said to this register, at once or once there is something; None where the route is to say it."""
        parts, waiting = self._headquarters, self._headquarters.waiting
        changes = waiting.changes
        try:
            found = await asked(parts, lambda: self._found(call))
            if found is None or not parts.pacing.may(found.device.id, HELLO):
                return None
            seconds = min(call.said.wait_seconds, waiting.offered_seconds) if found.news == () else 0
            if not await self._is_noted(found.device, call, waits=seconds > 0):
                return None
            if found.read:
                await self._positions.noted(found.device.register, found.read)
            waiting.call_in(found.device.id)
            if seconds and changes == waiting.changes:
                await self._wait(found, call, seconds, receive)
            if seconds:
                # It was heard when it came; whatever has changed since then, the route says.
                scope.setdefault("state", {})[IS_HEARD] = True
                found = await asked(parts, lambda: self._found_later(call))
        except DatabaseBusy:
            return None
        except _HungUp:
            raise
        except Exception:  # noqa: BLE001 -- the route answers it, or says no in its words
            _log.exception("a hello could not be answered at once")
            return None
        return None if found is None else self._written(call, found)

    async def _wait(self, found: _Found, call: _Call, seconds: float, receive: Receive) -> None:
        """Until there is something to say, or the time is over.

        Raises:
            _HungUp: nobody listens any more.
        """
        parts, device = self._headquarters, found.device
        read = positions(call.said.read, found.incarnation)
        waiter = Waiter(device.id, device.register, device.store, found.incarnation, read)
        if not await parts.waiting.until_news(parts.database, parts.heads, waiter, seconds, receive):
            raise _HungUp

    async def _is_noted(self, device: KnownDevice, call: _Call, *, waits: bool) -> bool:
        """Note what this call changes, and that it was heard; False where the route is to do it, or refuse it."""
        if waits and call.following and not await self._counters.moved_on(self._move(device, call)):
            return False
        moves = call.following and not waits
        if moves or self._headquarters.database.is_shared:
            return await run_in_threadpool(self._noted, device, call, moves=bool(moves))
        return self._noted(device, call, moves=False)

    def _noted(self, device: KnownDevice, call: _Call, *, moves: bool) -> bool:
        if moves and not self._moved_on(device, call):
            return False
        return is_first_heard(self._headquarters, device.id, call.counter, call.nonce)

    def _found(self, call: _Call) -> _Found | None:
        """Everything that is to be known to answer; None where something is not as it was."""
        now = self._headquarters.clock.now()
        with self._headquarters.database.asking() as connection:
            row = standing_of(connection, call, now)
            if row is None or not call.said.now or (not call.following and is_long_ago(row.seen_at, now)):
                return None
            return self._told(connection, row, call) if row.proves(call) else None

    def _found_later(self, call: _Call) -> _Found | None:
        """The same of a call that was found before, and waited since."""
        with self._headquarters.database.asking() as connection:
            row = standing_of(connection, call, self._headquarters.clock.now())
            return None if row is None else self._told(connection, row, call)

    def _told(self, connection: Connection, row: Standing, call: _Call) -> _Found | None:
        parts = self._headquarters
        device = KnownDevice(row.id, row.register, row.store, row.epoch, row.seen_at)
        news = news_in(connection, parts, device, row.incarnation, call.said.read)
        if news is not None and news.ahead:
            return None
        differences = None
        if call.said.tally:
            differences = as_heard_before(connection, parts, device, call.said.tally)
            if differences is None:
                return None
        feeds, read = (None, {}) if news is None else (news.feeds, news.read)
        return _Found(device, row.tenant, row.incarnation, feeds, differences, read)

    def _written(self, call: _Call, found: _Found) -> bytes:
        parts, differences = self._headquarters, found.differences
        said = envelope_of(parts, call.nonce, found.tenant, found.incarnation)
        end = said.pop("end")
        said |= {
            "now": stamp(parts.clock.now()), "upload_asked": False, "tally_wanted": False,
            "differences": None if differences is None else [each.model_dump() for each in differences],
            "token": "", "news": found.news, "wait_seconds": parts.waiting.offered_seconds, "end": end,
        }  # fmt: skip
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()

    def _moved_on(self, device: KnownDevice, call: _Call) -> bool:
        """Keep the next counter with what the register says of itself, in one statement."""
        move, database = self._move(device, call), self._headquarters.database

        def keep(session: Session) -> bool:
            return moved_on(session, move, is_shared=database.is_shared)

        return database.committed(keep, books=False, register=device.register)

    def _move(self, device: KnownDevice, call: _Call) -> Move:
        now = self._headquarters.clock.now()
        values = {
            "device": device.id, "present": call.counter, "following": call.following, "at": stored(now),
            "program": call.said.program, "data_from": moment_told(call.said.data_from),
            "off": clock_off_seconds(call.said.now, now), "layout": call.said.layout,
        }  # fmt: skip
        return Move(device.id, device.register, values)


class _HungUp(Exception):
    """Whoever waited for an answer does not listen any more."""
