"""News of a feed that many registers ask for in the same moment: made once, and given to each with its own proof.

A change wakes every register that waits, and all ask for the same few rows. What is kept ready of them is answered in
front of the application; whatever is not, or is in any doubt, the route makes, refuses, counts or notes.
"""

import asyncio
from logging import getLogger
from typing import NamedTuple

from starlette.types import ASGIApp, Receive, Scope, Send

from headquarters.context import Headquarters
from headquarters.devices.hearing import is_first_heard
from headquarters.devices.quick_call import QuickCall, Standing, answer_with, asked, read_call, standing_of
from headquarters.errors import DatabaseBusy
from headquarters.feeds.asking import Asked, is_told, told_of
from headquarters.feeds.heads import Reach
from headquarters.feeds.positions import PUBLISHED, news_of
from headquarters.feeds.ready import Body, Range, as_seen
from headquarters.feeds.telling import Position, position_of
from headquarters.replies import envelope_of, takes_gzip
from retail.wire.protocol import FEED_NAMES, FEEDS, SHARED_FEEDS, VERSION_HEADER

_PATHS = {f"{FEEDS}/{feed}": feed for feed in FEED_NAMES}

_log = getLogger(__name__)
_Call = QuickCall[Asked]


class _Missing(NamedTuple):
    """A page that is not kept ready."""

    which: Range
    reach: Reach


class QuickPage:
    """Answers who asks for the last page of a feed that is ready; all other calls go on to `app`.

    Of those who ask for a page that is not ready the first goes on, too, and the others are given what is made for it.
    """

    def __init__(self, app: ASGIApp, headquarters: Headquarters) -> None:
        self._app = app
        self._headquarters = headquarters
        self._making: dict[_Missing, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["path"] in _PATHS and scope["method"] == "GET":
            call = read_call(scope, self._headquarters, Asked.model_validate)
            if call is not None and self._may_be_ready(call):
                found = await self._found(call, scope["path"])
                if isinstance(found, _Missing):
                    made = self._making.get(found)
                    if made is None:
                        await self._make(found, scope, receive, send)
                        return
                    await made.wait()
                    found = await self._found(call, scope["path"])
                if isinstance(found, Body):
                    await answer_with(send, found.packed, found.digest, is_packed=True)
                    return
        await self._app(scope, receive, send)

    async def _make(self, missing: _Missing, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the route answer this call, and keep the page for those who ask meanwhile."""
        made = self._making[missing] = asyncio.Event()
        try:
            await self._app(scope, receive, send)
        finally:
            del self._making[missing]
            made.set()

    async def _found(self, call: _Call, path: str) -> Body | _Missing | None:
        try:
            return await asked(self._headquarters, lambda: self._given(call, path))
        except DatabaseBusy:
            return None
        except Exception:  # noqa: BLE001 -- the route answers it, or says no in its words
            _log.exception("a page could not be answered at once")
            return None

    def _may_be_ready(self, call: _Call) -> bool:
        """What is counted from the start, moves a counter on or is too old to be told anything, the route looks at."""
        parts = self._headquarters
        version = int(call.headers.get(VERSION_HEADER.lower(), "") or parts.spoken.oldest)
        return (
            bool(call.said.cursor)
            and not (call.said.counted or call.following)
            and parts.told.has(version)
            and takes_gzip(call.headers.get("accept-encoding", ""))
        )

    def _given(self, call: _Call, path: str) -> Body | _Missing | None:
        """The page for this register, once it is noted that it was heard; None where the route is to give it."""
        parts, feed = self._headquarters, _PATHS[path]
        with parts.database.asking() as connection:
            row = standing_of(connection, call, parts.clock.now())
            if row is None or row.paused_at or not row.proves(call):
                return None
            after = position_of(call.said.cursor, row.incarnation)
            reach = parts.heads.reach(connection, row.incarnation, feed, row.store)
            if after is None or after > reach.newest or not self._is_known(row, feed, after):
                return None
            if not is_told(connection, feed, row.store):
                return None
        which = Range(feed, row.store, after, call.said.limit)
        found = parts.pages.known(which, reach)
        if found is None:
            return _Missing(*as_seen(which, reach))
        if found[1] or not parts.pacing.may(row.id, path):
            return None
        page, _ = found
        told = told_of(feed) | {"more": False, "cursor": page.cursor(row.incarnation)}
        if call.said.marks and feed in SHARED_FEEDS:
            told["pages"] = []
        body = page.body(envelope_of(parts, call.nonce, row.tenant, row.incarnation) | told)
        return body if is_first_heard(parts, row.id, call.counter, call.nonce) else None

    def _is_known(self, row: Standing, feed: str, after: Position) -> bool:
        """Whether nothing is to be noted of how far this register has read."""
        return feed not in PUBLISHED or not news_of(self._headquarters, row.register, {feed: after})
