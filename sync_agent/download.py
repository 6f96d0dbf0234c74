"""Fetching what headquarters published: page by page, each page and its cursor in one commit."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from pydantic import ValidationError

from channel_db.catalog.repository import Catalog
from channel_db.errors import StorageBug
from retail.clock import Clock
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


class Downloader:
    """Keeps one catalogue up to date; one thread uses it."""

    def __init__(self, catalog: Catalog, pages: Pages, clock: Clock, progress: Progress) -> None:
        self._catalog = catalog
        self._pages = pages
        self._clock = clock
        self._progress = progress

    def pull(
        self, *, between: Callable[[], None] = lambda: None, may_go_on: Callable[[], bool] = lambda: True
    ) -> Received:
        """Read every feed to its end, in the order of the protocol; cut anywhere, the next pull goes on there.

        `between` is called between two pages, so that sales need not wait for the last one.
        """
        received = Received()
        try:
            for feed in FEEDS:
                self._read(feed, received, between, may_go_on)
        except HqFault as fault:
            received.fault = fault
        return received

    def start_again(self) -> None:
        """Read every feed from its start next time: headquarters is not the one the cursors came from."""
        for feed in FEEDS:
            self._catalog.apply_page(feed.name, (), "", self._clock.now(), more=True)

    def _read(
        self,
        feed: Feed[Any],
        received: Received,
        between: Callable[[], None],
        may_go_on: Callable[[], bool],
    ) -> None:
        rows_so_far = 0
        more = True
        while more and may_go_on():
            cursor = self._catalog.cursor(feed.name)
            try:
                page = self._pages.page(feed.name, cursor)
            except CursorTooOld as fault:
                if not cursor:
                    raise  # it is the start already: asking again would never end
                log.warning("feed %s starts again: %s", feed.name, fault.message)
                self._catalog.apply_page(feed.name, (), "", self._clock.now(), more=True)
                continue
            if page.more and page.cursor == cursor:
                log.error("feed %s does not move on from %s", feed.name, cursor)
                return
            self._apply(feed, page, cursor, received)
            rows_so_far += len(page.rows)
            more = page.more
            if page.rows:
                self._progress(feed.name, rows_so_far)
            if more:
                between()

    def _apply(self, feed: Feed[Any], page: FeedPage, cursor: str, received: Received) -> None:
        now = self._clock.now()
        if not page.rows and not page.more and page.cursor == cursor and self._is_fresh(feed.name, now):
            return
        told = feed.sort(page)
        for poisoned in told.poisoned:
            self._skip(feed, poisoned.key, poisoned.why, received)
        try:
            self._catalog.apply_page(feed.name, told.good, page.cursor, now, more=page.more)
        except NOT_KEPT:
            # One of them does not fit the tables: kept one by one, the others do. The cursor moves at the end.
            good = [row for row in told.good if self._is_kept(feed, row, cursor, received)]
            self._catalog.apply_page(feed.name, (), page.cursor, now, more=page.more)
            received.rows += len(good)
        else:
            received.rows += len(told.good)

    def _is_kept(self, feed: Feed[Any], row: FeedRow, cursor: str, received: Received) -> bool:
        try:
            self._catalog.apply_page(feed.name, (row,), cursor, self._clock.now(), more=True)
        except NOT_KEPT as fault:
            self._skip(feed, row.key, type(fault).__name__, received)
            return False
        return True

    def _skip(self, feed: Feed[Any], key: str, why: str, received: Received) -> None:
        received.skipped += 1
        log.error("feed %s: row %s is skipped: %s", feed.name, key, why)

    def _is_fresh(self, feed: str, now: datetime) -> bool:
        last = self._catalog.contact().received.get(feed)
        if last is None:
            return False
        age = now - datetime.fromisoformat(last)
        return timedelta(0) <= age < timedelta(seconds=AGE_KEPT_SECONDS)
