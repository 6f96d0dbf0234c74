"""Erasing what this register knows of customers whom headquarters erased, as often as a copy brings it back."""

import logging

from channel_db.catalog.repository import Catalog
from channel_db.journal.repository import Journal
from retail.clock import Clock, stamp

AT_ONCE = 200
"""So many customers are erased in one commit: a sale waits for it at most so long."""

log = logging.getLogger(__name__)


class Erasing:
    """Erases after each pull whoever is erased at headquarters and not yet here; one thread uses it."""

    def __init__(self, journal: Journal, catalog: Catalog, clock: Clock) -> None:
        self._journal = journal
        self._catalog = catalog
        self._clock = clock
        self._done_at = ""
        """How far the feed of erasures was read when nothing was left to do."""

    def run(self) -> None:
        """Erase; who is still in a document that waits, or in the open cart, is erased by a later run."""
        cursor = self._catalog.cursor("erasures")
        if not cursor or cursor == self._done_at:
            return
        pending = sorted(self._catalog.erasures() - self._journal.erased())
        left: set[str] = set()
        now = self._clock.now()
        for start in range(0, len(pending), AT_ONCE):
            with self._journal.unit_of_work() as work:
                left |= work.erase(pending[start : start + AT_ONCE], stamp(now))
        if len(pending) > len(left):
            self._journal.forget_pages(now.date())
            self._catalog.forget_pages()
            log.warning("%d customers were erased here", len(pending) - len(left))
        if not left:
            self._done_at = cursor
