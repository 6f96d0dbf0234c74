"""Looks through the catalogue, a part at each cycle: what a bad disk has changed in it is found, and fetched anew."""

from channel_db.catalog.repository import Catalog, Place
from retail.wire.protocol import FEED_NAMES


class Patrol:
    """Goes round the rows of one catalogue without end; one thread uses it."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._feed = 0
        self._last: Place | None = None

    def go_on(self) -> tuple[str, list[str]]:
        """Look at the next rows: of which feed they are, and the keys of those that are not as they were kept."""
        feed = FEED_NAMES[self._feed]
        self._last, damaged = self._catalog.look_through(feed, self._last)
        if self._last is None:
            self._feed = (self._feed + 1) % len(FEED_NAMES)
        return feed, damaged
