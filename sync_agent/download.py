"""Fetching what headquarters published: each page and its cursor in one commit, what takes several pages shown at once.

A feed that was never read to its end fills the catalogue page by page: nothing is sold from it yet. Any other that has
more than a page of news, or is read anew from its start, is read beside the catalogue and shown when it is whole.
"""

import json
import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from pydantic import ValidationError

from channel_db.catalog.repository import Catalog
from channel_db.catalog.unfit import Unfit
from channel_db.errors import StorageBug
from retail.clock import Clock, stamp
from retail.messages import Message
from retail.wire.coded import coded
from retail.wire.protocol import FeedPage, FeedRow
from retail.wire.signed_rows import SIGNED_FEEDS
from retail.wire.unfit import not_kept
from sync_agent.errors import CursorTooOld, HqFault, HqRefused, ReplyBroken
from sync_agent.feeds.adapter import Feed
from sync_agent.feeds.order import FEEDS, GROUPS, TO_SIGN_IN
from sync_agent.feeds.people import CUSTOMERS, ERASURES
from sync_agent.signed_rows import SignedRows

AGE_KEPT_SECONDS = 60
SET_ASIDE_AT_ONCE = 500
"""A feed without news is noted as read once a minute, not at every look: each note is a disk sync."""

NOT_KEPT = (ValidationError, StorageBug, ValueError, OverflowError)
"""What a row can be guilty of; trouble of the machine is none of it."""

NOT_FOUND = 404

Progress = Callable[[str, int], None]

log = logging.getLogger(__name__)


class Pages(Protocol):
    """The one call of headquarters that fetching needs."""

    def page(self, feed: str, cursor: str, *, counted: bool = False) -> FeedPage: ...


@dataclass(slots=True)
class Received:
    """What a pull did: rows applied, rows skipped because they are poisoned, and what ended it early."""

    rows: int = 0
    skipped: int = 0
    fault: HqFault | None = None

    def add(self, more: "Received") -> None:
        """And what another pull did after it."""
        self.rows += more.rows
        self.skipped += more.skipped
        self.fault = self.fault or more.fault


@dataclass(slots=True)
class _Reading:
    """How far one feed is read, in the catalogue or beside it; `is_anew`: from its start, in place of what is there."""

    cursor: str
    is_beside: bool = False
    is_anew: bool = False
    more: bool = True
    rows: int = 0


class Downloader:
    """Keeps one catalogue up to date; one thread uses it."""

    def __init__(
        self,
        catalog: Catalog,
        pages: Pages,
        clock: Clock,
        progress: Progress,
        signed: SignedRows | None = None,
        is_used: Callable[[], bool] = lambda: True,
    ) -> None:
        self._catalog = catalog
        self._pages = pages
        self._clock = clock
        self._progress = progress
        self._signed = signed
        self._is_used = is_used
        self._has_tried_again = False

    def pull(
        self,
        news: Collection[str] | None = None,
        *,
        between: Callable[[], None] = lambda: None,
        may_go_on: Callable[[], bool] = lambda: True,
    ) -> Received:
        """Read every feed to its end, in the order of the protocol; cut anywhere, the next pull goes on there.

        Where headquarters has just said of which feeds it has `news`, only these are asked for, and what was begun.
        `between` is called between two pages, so that sales need not wait for the last one. Where the store pauses
        registers that nobody has signed in at, such a one reads only what a sign-in needs.
        """
        received = Received()
        self._try_again()
        read = {feed.name for feed in FEEDS if news is not None and self._is_read(feed.name, news)}
        try:
            self._note_read(read)
            for group in GROUPS:
                for feed in group:
                    if feed.name not in TO_SIGN_IN and self._waits_for_use():
                        continue
                    if feed is CUSTOMERS and self.keeps_no_customers():
                        self._forget(feed)
                    elif feed.name not in read:
                        self._read(feed, received, between, may_go_on)
                if not may_go_on():
                    break
                self._show(group, received)
        except HqFault as fault:
            received.fault = fault
        return received

    def read_anew(self, feed: str, *, is_mending: bool = False) -> None:
        """Read this feed from its start next time, beside what stands here of it."""
        cursor = self._catalog.cursor(feed)
        self._catalog.beside.begin(feed, cursor, is_anew=True, is_mending=is_mending)

    def mend(self, feed: str) -> None:
        """Read this feed from its start next time, in place of all that stands here of it."""
        beside = self._catalog.beside.reading(feed)
        if beside is None or not beside.is_mending:
            self.read_anew(feed, is_mending=True)

    def keeps_no_customers(self) -> bool:
        """This store filters shared customer data: headquarters has them, and is asked."""
        settings = self._catalog.settings()
        return settings is not None and settings.filter_shared_customer_data

    def _waits_for_use(self) -> bool:
        """This store pauses registers that were never used, and nobody has signed in at this one."""
        settings = self._catalog.settings()
        return settings is not None and settings.pause_unused and not self._is_used()

    def _forget(self, feed: Feed[Any]) -> None:
        """No row of it stays here, and it is read from its start if the setting is ever taken back."""
        self._catalog.beside.forget(feed.name)
        if self._catalog.cursor(feed.name):
            self._catalog.forget(feed.name)
            log.info("feed %s: this store keeps none of it; what was here is gone", feed.name)

    def _is_read(self, feed: str, news: Collection[str]) -> bool:
        """Whether this feed was read to its end and nothing has come since."""
        if feed in news or feed not in self._catalog.contact().received:
            return False
        return self._catalog.beside.reading(feed) is None

    def _note_read(self, feeds: Collection[str]) -> None:
        """Note of these feeds that they were read just now, as often as of one that was asked for."""
        now = self._clock.now()
        aged = [feed for feed in feeds if not self._is_fresh(feed, now)]
        if not aged:
            return
        with self._catalog.together():
            for feed in aged:
                self._catalog.apply_page(feed, (), self._catalog.cursor(feed), now)

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
                page = self._pages.page(feed.name, reading.cursor, counted=reading.is_anew)
            except CursorTooOld as fault:
                if not reading.cursor:
                    raise  # it is the start already: asking again would never end
                log.warning("feed %s starts again: %s", feed.name, fault.message)
                self.read_anew(feed.name)
                reading = self._begin(feed)
                continue
            except HqRefused as fault:
                if feed is ERASURES and fault.status == NOT_FOUND:
                    return  # an older headquarters erases nobody
                raise
            if page.more and page.cursor == reading.cursor:
                log.error("feed %s does not move on from %s", feed.name, page.cursor)
                return
            if self._signed is not None:
                self._signed.learn(feed.name, page.rows)
            self._keep(feed, page, reading, received)
            reading.cursor, reading.more = page.cursor, page.more
            reading.rows += len(page.rows)
            if page.rows:
                self._progress(feed.name, reading.rows)
            if page.more:
                between()

    def _begin(self, feed: Feed[Any]) -> _Reading:
        """Where to go on: beside the catalogue, where a reading was begun there since it came to its present cursor."""
        cursor, beside = self._catalog.cursor(feed.name), self._catalog.beside.reading(feed.name)
        if beside is None:
            return _Reading(cursor)
        if beside.base != cursor:  # shown already: the agent was killed before it could be dropped
            self._catalog.beside.forget(feed.name)
            return _Reading(cursor)
        return _Reading(beside.cursor, is_beside=True, is_anew=beside.is_anew)

    def _keep(self, feed: Feed[Any], page: FeedPage, reading: _Reading, received: Received) -> None:
        """Apply a page, or keep it beside the catalogue where it is not the whole of what is new."""
        beside, now = self._catalog.beside, self._clock.now()
        if page.more and not reading.is_beside and feed.name in self._catalog.contact().received:
            beside.begin(feed.name, reading.cursor, is_anew=False)
            reading.is_beside = True
        if reading.is_beside:
            beside.add(feed.name, page.rows, page.cursor, is_whole=not page.more)
            if reading.is_anew and not page.more:
                self._prove(feed, page.total)
            return
        is_news = page.rows or page.more or page.cursor != reading.cursor
        if is_news or not self._is_fresh(feed.name, now):
            total = None if reading.cursor else page.total or 0
            self._apply(feed, page.rows, page.cursor, received, more=page.more, total=total)

    def _prove(self, feed: Feed[Any], total: int | None) -> None:
        """What was read anew is all that headquarters has; what is not, is read again from the start.

        Raises:
            ReplyBroken: headquarters counted another number of keys.
        """
        count = self._catalog.beside.count(feed.name)
        if total is not None and count != total:
            beside = self._catalog.beside.reading(feed.name)
            self.read_anew(feed.name, is_mending=beside is not None and beside.is_mending)
            raise ReplyBroken(
                "Headquarters has {theirs} rows of {feed}, but {ours} came: they are fetched again",
                theirs=total,
                feed=feed.name,
                ours=count,
            )

    def _show(self, group: Sequence[Feed[Any]], received: Received) -> None:
        """Put what was read beside the catalogue in its place, in one commit."""
        waiting = {feed: self._catalog.beside.reading(feed.name) for feed in group}
        whole = {
            feed: reading for feed, reading in waiting.items() if reading is not None and reading.is_whole
        }
        if not whole:
            return
        with self._catalog.together():
            for feed, reading in whole.items():
                if reading.is_mending and feed.name not in SIGNED_FEEDS:
                    self._catalog.empty(feed.name)
                left = self._catalog.beside.count(feed.name)
                for rows in self._catalog.beside.pages(feed.name):
                    self._apply(feed, rows, reading.base, received, more=True, waiting=left)
                    left -= len(rows)
                if reading.is_anew:
                    received.rows += self._catalog.drop_left_out(feed.name)
                self._apply(feed, (), reading.cursor, received, more=False)
        for feed in whole:
            self._catalog.beside.forget(feed.name)

    def _apply(
        self,
        feed: Feed[Any],
        rows: Sequence[FeedRow],
        cursor: str,
        received: Received,
        *,
        more: bool,
        total: int | None = None,
        waiting: int = 0,
    ) -> None:
        now, values = self._clock.now(), {row.key: row.value for row in rows}
        distrusted = {} if self._signed is None else self._signed.distrusted(feed.name, rows)
        unfit = [self._skip(feed, key, values[key], why) for key, why in distrusted.items()]
        rows = [row for row in rows if row.key not in distrusted]
        try:
            self._catalog.apply_page(
                feed.name, rows, cursor, now, more=more, total=total, waiting=waiting, unfit=unfit
            )
        except NOT_KEPT:
            told = feed.sort(rows)
            unfit += [self._skip(feed, each.key, values[each.key], each.why) for each in told.poisoned]
            before = self._catalog.cursor(feed.name)
            unfit += self._apply_what_fits(feed, told.good, before, received)
            received.skipped += len(unfit)
            # The cursor goes on in the commit that keeps what could not be used.
            self._catalog.apply_page(feed.name, (), cursor, now, more=more, total=total, unfit=unfit)
        else:
            received.rows += len(rows)
            received.skipped += len(unfit)

    def _apply_what_fits(
        self, feed: Feed[Any], rows: tuple[FeedRow, ...], cursor: str, received: Received
    ) -> list[Unfit]:
        """Apply rows of which one may not fit the tables: it is found by halving, and given back. The cursor stays."""
        try:
            self._catalog.apply_page(feed.name, rows, cursor, self._clock.now(), more=True)
        except NOT_KEPT:
            if len(rows) == 1:
                log.exception("feed %s: the database does not take a row", feed.name)
                return [self._skip(feed, rows[0].key, rows[0].value, not_kept())]
            half = len(rows) // 2
            first = self._apply_what_fits(feed, rows[:half], cursor, received)
            return first + self._apply_what_fits(feed, rows[half:], cursor, received)
        received.rows += len(rows)
        return []

    def _skip(self, feed: Feed[Any], key: str, value: object, why: Message) -> Unfit:
        log.error("feed %s: row %s is set aside: %s", feed.name, key, why)
        return Unfit(
            feed.name, key, json.dumps(value, ensure_ascii=True), coded(why), stamp(self._clock.now())
        )

    def _try_again(self) -> None:
        """Once after a start: the program may be a newer one, which can use what another could not."""
        if self._has_tried_again:
            return
        self._has_tried_again = True
        for unfit in self._all_set_aside():
            row = FeedRow.model_validate({"key": unfit.key, "gone": False, "value": json.loads(unfit.text)})
            cursor = self._catalog.cursor(unfit.feed)
            if self._signed is not None and not self._signed.is_believed(
                unfit.feed, row.key, row.value or {}
            ):
                continue
            with suppress(*NOT_KEPT):
                self._catalog.apply_page(unfit.feed, (row,), cursor, self._clock.now(), more=True)

    def _all_set_aside(self) -> Iterator[Unfit]:
        """The rows that cannot be used, however many; those that become usable meanwhile are stepped over."""
        after: Unfit | None = None
        while some := self._catalog.set_aside(SET_ASIDE_AT_ONCE, after):
            yield from some
            after = some[-1]

    def _is_fresh(self, feed: str, now: datetime) -> bool:
        last = self._catalog.contact().received.get(feed)
        if last is None:
            return False
        age = now - datetime.fromisoformat(last)
        return timedelta(0) <= age < timedelta(seconds=AGE_KEPT_SECONDS)
