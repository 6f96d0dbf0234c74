"""Looks through the catalogue, a part at each cycle: what a bad disk or a person has changed in it is found, and
fetched anew.
"""

from channel_db.catalog.repository import Catalog, Place
from retail.wire.protocol import FEED_NAMES
from retail.wire.signed_rows import SIGNED_FEEDS
from retail.wire.sums import row_digest
from sync_agent.signed_rows import SignedRows


class Patrol:
    """Goes round the rows of one catalogue without end; one thread uses it."""

    def __init__(self, catalog: Catalog, signed: SignedRows) -> None:
        self._catalog = catalog
        self._signed = signed
        self._feed = 0
        self._last: Place | None = None

    def go_on(self) -> tuple[str, list[str]]:
        """Look at the next rows: of which feed they are, and the keys of those that are not as they were kept."""
        feed = FEED_NAMES[self._feed]
        self._last, damaged = self._catalog.look_through(feed, self._last)
        if self._last is None:
            self._feed = (self._feed + 1) % len(FEED_NAMES)
            if feed in SIGNED_FEEDS and not damaged:
                damaged = self._not_as_said(feed)
        return feed, damaged

    def _not_as_said(self, feed: str) -> list[str]:
        """What is not signed, and what was signed but is not what was said last: an older row that was put back."""
        values, digests = self._catalog.signed_values(feed), self._catalog.signed_digests(feed)
        return [
            key
            for key, value in values.items()
            if not self._signed.is_believed(feed, key, value) or row_digest(key, value) != digests[key]
        ]
