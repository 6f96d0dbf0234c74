"""Whether what stands here of each feed is what headquarters said: compared when it may not be, read again if not."""

import logging
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from channel_db.catalog.repository import Catalog
from retail.clock import Clock
from retail.wire.protocol import FEED_NAMES, ComparedFeed, ComparedFeedsReply, HeldFeed
from sync_agent.download import Downloader
from sync_agent.errors import HqFailed, HqFault, HqRefused

ALL_AFTER = timedelta(days=1)
NEWS_AFTER = timedelta(minutes=1)
"""What headquarters sends as a matter of course is compared so often at most: it costs headquarters a count."""
READ_AFTER = timedelta(hours=1)
"""A feed that still differs after it was read again is not read once more before; its case at headquarters is open."""

log = logging.getLogger(__name__)


class Comparing(Protocol):
    """The one call of headquarters that this needs."""

    def compare(self, held: Sequence[HeldFeed]) -> ComparedFeedsReply: ...


class Agreeing:
    """Compares one catalogue; one thread uses it. While nothing changes on the disk, headquarters is not asked."""

    def __init__(self, catalog: Catalog, hq: Comparing, downloader: Downloader, clock: Clock) -> None:
        self._catalog = catalog
        self._hq = hq
        self._downloader = downloader
        self._clock = clock
        self._file_seen: int | None = None
        self._all_at: datetime | None = None
        self._news_at: datetime | None = None
        self._compared: dict[str, str] = {}
        self._unsure: set[str] = set()
        self._read_at: dict[str, datetime] = {}

    def look(self) -> list[str]:
        """Compare what may differ: everything at the start, once a day and after anybody else wrote the file; else what
        has come since. Gives back the feeds that are to be read now: those with news, and from their start those that
        are not what headquarters said.

        Raises:
            HqFault: headquarters was not reached; the next look compares.
        """
        now, seen = self._clock.now(), self._catalog.changes()
        is_all = seen != self._file_seen or _is_over(self._all_at, ALL_AFTER, now)
        due = self._due(now, is_all=is_all)
        if not due:
            return []
        again = self._compare(due, now)
        self._file_seen = seen
        self._news_at = now
        if is_all:
            self._all_at = now
        return again

    def another_life(self) -> None:
        """Headquarters was restored or made anew: go on where both have the same, and read the rest from its start."""
        whole = self._whole()
        try:
            known = {each.feed: each for each in self._hq.compare(self._held(whole)).feeds}
        except HqFault as fault:
            log.warning("the feeds cannot be compared, all of them are read again: %s", fault.message)
            known = {}
        for feed in FEED_NAMES:
            answer = known.get(feed)
            if answer is None or answer.standing != "same":
                self._downloader.read_anew(feed)
            else:
                log.info("feed %s is the same: %d rows stay as they are", feed, answer.count)
                self._go_on_from(answer)
        self._unsure = set(FEED_NAMES)

    def _due(self, now: datetime, *, is_all: bool) -> list[str]:
        whole = self._whole()
        if is_all:
            return whole
        cursors = self._catalog.cursors()
        is_time = _is_over(self._news_at, NEWS_AFTER, now)
        return [
            feed
            for feed in whole
            if feed in self._unsure or (is_time and cursors.get(feed) != self._compared.get(feed))
        ]

    def _compare(self, due: Collection[str], now: datetime) -> list[str]:
        held = self._held(due)
        counts = {each.feed: each.count for each in held}
        answers: Sequence[ComparedFeed] = ()
        try:
            if held:
                answers = self._hq.compare(held).feeds
        except (HqRefused, HqFailed) as fault:
            log.warning("headquarters does not compare feeds: %s", fault.message)
        self._unsure.difference_update(due)
        self._compared |= {feed: self._catalog.cursor(feed) for feed in counts}
        # What an older version kept bears no digests: it is read once, and has them.
        again = [feed for feed in due if feed not in counts and self._is_read_again(feed, now)]
        for each in answers:
            if each.feed not in counts:
                continue
            if each.standing == "behind":
                self._unsure.add(each.feed)
                again.append(each.feed)
                continue
            if each.standing == "same":
                self._go_on_from(each)
                continue
            log.error(
                "feed %s differs: %d rows here, %d at headquarters", each.feed, counts[each.feed], each.count
            )
            if self._is_read_again(each.feed, now):
                again.append(each.feed)
        return again

    def _is_read_again(self, feed: str, now: datetime) -> bool:
        if not _is_over(self._read_at.get(feed), READ_AFTER, now):
            return False
        self._read_at[feed] = now
        self._unsure.add(feed)
        self._downloader.read_anew(feed)
        return True

    def _go_on_from(self, same: ComparedFeed) -> None:
        """A cursor of another life of headquarters gives way to one of this life."""
        if _life(self._catalog.cursor(same.feed)) != _life(same.cursor):
            self._catalog.apply_page(same.feed, (), same.cursor, self._clock.now())

    def _whole(self) -> list[str]:
        """The feeds that were read to their end and of which nothing waits."""
        received = self._catalog.contact().received
        return [
            feed for feed in FEED_NAMES if feed in received and self._catalog.beside.reading(feed) is None
        ]

    def _held(self, feeds: Iterable[str]) -> list[HeldFeed]:
        held = []
        for feed in feeds:
            sum = self._catalog.sum_of(feed)
            if sum is not None:
                cursor = self._catalog.cursor(feed)
                held.append(HeldFeed(feed=feed, cursor=cursor, count=sum.rows, total=sum.written()))
        return held


def _is_over(since: datetime | None, pause: timedelta, now: datetime) -> bool:
    """Also where the clock was set back."""
    return since is None or not timedelta(0) <= now - since < pause


def _life(cursor: str) -> str:
    return cursor.rpartition(".")[0]
