"""Fetching what headquarters published: page by page, each page and its cursor in one commit."""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from pydantic import ValidationError

from channel_db.catalog.repository import Catalog
from channel_db.catalog.unfit import Unfit
from channel_db.errors import StorageBug
from retail.clock import Clock, stamp
from retail.wire.protocol import FeedPage, FeedRow
from sync_agent.errors import CursorTooOld, HqFault
from sync_agent.feeds.adapter import Feed
from sync_agent.feeds.order import FEEDS

AGE_KEPT_SECONDS = 60
"""A feed without news is noted as read once a minute, not at every look: each note is a disk sync."""

NOT_KEPT = (ValidationError, StorageBug, ValueError, OverflowError)
"""What a row can be guilty of; trouble of the machine is none of it."""

Progress = Callable[[str, int], None]

log = logging.getLogger(__name__)


class Pages(Protocol):
    """The one call of headquarters that fetching needs."""

    def page(self, feed: str, cursor: str) -> FeedPage: ...


@dataclass(slots=True)
class Received:
    """What a pull did: rows applied, rows skipped because they are poisoned, and what ended it early."""

    rows: int = 0
    skipped: int = 0
    fault: HqFault | None = None


@dataclass(slots=True)
class _Reading:
    """How far one feed is read. `stale` holds the keys that stand here and were not brought again yet.

    Nothing is stale but in a reading from the start of what is there already.
    """

    cursor: str
    stale: set[str]
    more: bool = True
    rows: int = 0


class Downloader:
    """Keeps one catalogue up to date; one thread uses it."""

    def __init__(self, catalog: Catalog, pages: Pages, clock: Clock, progress: Progress) -> None:
        self._catalog = catalog
        self._pages = pages
        self._clock = clock
        self._progress = progress
        self._unfinished: dict[str, _Reading] = {}
        self._has_tried_again = False

    def pull(
        self, *, between: Callable[[], None] = lambda: None, may_go_on: Callable[[], bool] = lambda: True
    ) -> Received:
        """Read every feed to its end, in the order of the protocol; cut anywhere, the next pull goes on there.

        `between` is called between two pages, so that sales need not wait for the last one.
        """
        received = Received()
        self._try_again()
        try:
            for feed in FEEDS:
                self._read(feed, received, between, may_go_on)
        except HqFault as fault:
            received.fault = fault
        return received

    def start_again(self) -> None:
        """Read every feed from its start next time: headquarters is not the one the cursors came from."""
        for feed in FEEDS:
            self._forget_cursor(feed)

    def _read(
        self,
        feed: Feed[Any],
        received: Received,
        between: Callable[[], None],
        may_go_on: Callable[[], bool],
    ) -> None:
        reading = self._begin(feed)
        while reading.more and may_go_on():
            try:
                page = self._pages.page(feed.name, reading.cursor)
            except CursorTooOld as fault:
                if not reading.cursor:
                    raise  # it is the start already: asking again would never end
                log.warning("feed %s starts again: %s", feed.name, fault.message)
                self._forget_cursor(feed)
                reading = self._begin(feed)
                continue
            if page.more and page.cursor == reading.cursor:
                log.error("feed %s does not move on from %s", feed.name, page.cursor)
                return
            self._apply(feed, page, reading, received)
            reading.cursor, reading.more = page.cursor, page.more
            reading.rows += len(page.rows)
            if page.rows:
                self._progress(feed.name, reading.rows)
            if page.more:
                between()
        if not reading.more:
            self._unfinished.pop(feed.name, None)

    def _begin(self, feed: Feed[Any]) -> "_Reading":
        """Where to go on. A reading from the start is remembered here: its cursor is not kept before its end."""
        cursor = self._catalog.cursor(feed.name)
        if cursor:
            return _Reading(cursor, stale=set())
        if feed.name not in self._unfinished:
            self._unfinished[feed.name] = _Reading("", stale=self._catalog.keys(feed.name))
        return self._unfinished[feed.name]

    def _forget_cursor(self, feed: Feed[Any]) -> None:
        self._unfinished.pop(feed.name, None)
        self._catalog.apply_page(feed.name, (), "", self._clock.now(), more=True)

    def _apply(self, feed: Feed[Any], page: FeedPage, reading: "_Reading", received: Received) -> None:
        now = self._clock.now()
        is_news = page.rows or page.more or page.cursor != reading.cursor
        if not is_news and self._is_fresh(feed.name, now):
            return
        cursor, more = page.cursor, page.more
        gone: tuple[FeedRow, ...] = ()
        total = None if reading.cursor else page.total or 0
        if reading.stale:
            # Until the last page has come nobody knows what is gone: a killed agent starts this reading again.
            reading.stale.difference_update(row.key for row in page.rows)
            if more:
                cursor = ""
            else:
                gone = tuple(FeedRow(key=key, gone=True, value=None) for key in reading.stale)
        try:
            self._catalog.apply_page(feed.name, page.rows + gone, cursor, now, more=more, total=total)
        except NOT_KEPT:
            told, unfit = feed.sort(page), list[Unfit]()
            values = {row.key: row.value for row in page.rows}
            for poisoned in told.poisoned:
                unfit.append(self._skip(feed, poisoned.key, values[poisoned.key], poisoned.why))
            before = self._catalog.cursor(feed.name)
            unfit += self._apply_what_fits(feed, told.good + gone, before, received)
            received.skipped += len(unfit)
            # The cursor goes on in the commit that keeps what could not be used.
            self._catalog.apply_page(feed.name, (), cursor, now, more=more, total=total, unfit=unfit)
        else:
            received.rows += len(page.rows) + len(gone)

    def _apply_what_fits(
        self, feed: Feed[Any], rows: tuple[FeedRow, ...], cursor: str, received: Received
    ) -> list[Unfit]:
        """Apply rows of which one may not fit the tables: it is found by halving, and given back. The cursor stays."""
        try:
            self._catalog.apply_page(feed.name, rows, cursor, self._clock.now(), more=True)
        except NOT_KEPT as fault:
            if len(rows) == 1:
                return [self._skip(feed, rows[0].key, rows[0].value, type(fault).__name__)]
            half = len(rows) // 2
            first = self._apply_what_fits(feed, rows[:half], cursor, received)
            return first + self._apply_what_fits(feed, rows[half:], cursor, received)
        received.rows += len(rows)
        return []

    def _skip(self, feed: Feed[Any], key: str, value: object, why: str) -> Unfit:
        log.error("feed %s: row %s is set aside: %s", feed.name, key, why)
        return Unfit(feed.name, key, json.dumps(value, ensure_ascii=True), why, stamp(self._clock.now()))

    def _try_again(self) -> None:
        """Once after a start: the program may be a newer one, which can use what another could not."""
        if self._has_tried_again:
            return
        self._has_tried_again = True
        for unfit in self._catalog.set_aside():
            row = FeedRow.model_validate({"key": unfit.key, "gone": False, "value": json.loads(unfit.text)})
            cursor = self._catalog.cursor(unfit.feed)
            with suppress(*NOT_KEPT):
                self._catalog.apply_page(unfit.feed, (row,), cursor, self._clock.now(), more=True)

    def _is_fresh(self, feed: str, now: datetime) -> bool:
        last = self._catalog.contact().received.get(feed)
        if last is None:
            return False
        age = now - datetime.fromisoformat(last)
        return timedelta(0) <= age < timedelta(seconds=AGE_KEPT_SECONDS)
