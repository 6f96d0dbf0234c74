"""How far each feed reaches for each store, known to this process: who has read so far need not ask for the feeds.

Whatever may be told is told by one mark of the database, which every hello looks at: while it stays nothing is new,
for this process and for any other. Where it has moved, only what came since is read, once for all registers.
"""

import threading
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from headquarters.feeds.models import EVERYBODY
from headquarters.feeds.telling import START, Position, news_since
from retail.wire.protocol import FEED_NAMES


class Found(NamedTuple):
    """The feeds a register has to ask for; `ahead` are those of which it has read more than there is."""

    feeds: tuple[str, ...]
    ahead: tuple[str, ...]


class Reach(NamedTuple):
    """How far a feed reached when it was looked at: of what is said to everybody, and of what is said to one store."""

    incarnation: str
    everybody: Position
    store: Position

    @property
    def newest(self) -> Position:
        """Nothing that this store may be told lay further."""
        return max(self.everybody, self.store)


class Heads:
    """The newest position of every feed; any thread may ask."""

    def __init__(self) -> None:
        self._incarnation = ""
        self._mark = 0
        self._heads: dict[tuple[str, str], Position] = {}
        self._newest: dict[str, Position] = {}
        self._lock = threading.Lock()
        self.moves = 0
        """How often anything was found that is new; another number says that somebody may have to be told."""

    def look(self, connection: Connection, incarnation: str) -> None:
        """Take in what may be told by now."""
        with self._lock:
            self._look(connection, incarnation)

    def has_news(self, store: str, read: Mapping[str, Position | None]) -> bool:
        """Whether the last look, by whomever, found anything for a register of this store that has read so far."""
        with self._lock:
            return any(self._has_news(feed, store, read.get(feed)) for feed in FEED_NAMES)

    def behind(self, store: str, read: Mapping[str, Position], feeds: Sequence[str]) -> tuple[str, ...]:
        """Those of these feeds that reach further for this store than somebody has read; of the settings of a store
        that has none yet, everybody is behind.
        """
        with self._lock:
            reached = {
                feed: max(self._heads.get((feed, scope), START) for scope in (EVERYBODY, store))
                for feed in feeds
            }
        return tuple(
            [
                feed
                for feed in feeds
                if read.get(feed, START) < reached[feed] or (feed == "settings" and reached[feed] == START)
            ]
        )

    def reach(self, connection: Connection, incarnation: str, feed: str, store: str) -> Reach:
        """How far this feed reaches now. What is read after that finds all of it."""
        with self._lock:
            self._look(connection, incarnation)
            found = [self._heads.get((feed, scope), START) for scope in (EVERYBODY, store)]
        return Reach(incarnation, *found)

    def news(
        self, connection: Connection, incarnation: str, store: str, read: Mapping[str, Position | None]
    ) -> Found:
        """What a register of this store has to ask for that has read so far: None stands for a cursor that is none of
        this headquarters.
        """
        with self._lock:
            self._look(connection, incarnation)
            ahead = [feed for feed in FEED_NAMES if self._is_ahead(feed, read.get(feed))]
            feeds = [
                feed for feed in FEED_NAMES if feed in ahead or self._has_news(feed, store, read.get(feed))
            ]
        return Found(tuple(feeds), tuple(ahead))

    def _look(self, connection: Connection, incarnation: str) -> None:
        """Take in what may be told since the last look. A view that is older than the one before changes nothing."""
        if incarnation != self._incarnation:
            self._incarnation, self._mark = incarnation, 0
            self.moves += 1
            self._heads.clear()
            self._newest.clear()
        self._mark, found = news_since(connection, self._mark)
        self.moves += bool(found)
        for feed, scope, position in found:
            self._heads[feed, scope] = max(position, self._heads.get((feed, scope), START))
            self._newest[feed] = max(position, self._newest.get(feed, START))

    def _is_ahead(self, feed: str, after: Position | None) -> bool:
        return after is not None and after > self._newest.get(feed, START)

    def _has_news(self, feed: str, store: str, after: Position | None) -> bool:
        if after is None:
            return True
        return any(after < self._heads.get((feed, scope), START) for scope in (EVERYBODY, store))
