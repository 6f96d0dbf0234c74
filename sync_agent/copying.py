"""Copying the register's account to headquarters: entry after entry, from the last one that is held there."""

import logging
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Protocol

from channel_db.journal.repository import Journal
from retail.journal import JournalEntry
from retail.wire.journal import ENTRIES_MAX, JournalReply
from sync_agent.errors import HqBusy, HqRefused
from sync_agent.planning import batches

ROUNDS_MAX = 20
"""So many calls are made in one turn: an account of years must not hold up sales."""

log = logging.getLogger(__name__)


class Journals(Protocol):
    """The one call of headquarters that copying needs."""

    def copy(self, chain: str, entries: Sequence[JournalEntry]) -> JournalReply: ...


class Copying:
    """Copies the account of one journal; one thread uses it."""

    def __init__(self, journal: Journal, headquarters: Journals) -> None:
        self._journal = journal
        self._headquarters = headquarters
        self.has_more = True
        """Whether there may be more to copy than what was written since."""

    def go_on(self, may_go_on: Callable[[], bool]) -> None:
        """Send what headquarters does not hold yet; what it holds no longer goes again.

        An older headquarters does not know the call, one that has no room now says so: then everything stays to be
        copied, and nothing else waits for it.

        Raises:
            HqFault: the line was lost; it goes on there the next time.
        """
        chain = self._journal.chain()
        for _ in range(ROUNDS_MAX):
            copied = self._journal.copied()
            entries = self._next(copied) if chain and may_go_on() else ()
            if not entries:
                self.has_more = False
                return
            try:
                held = self._headquarters.copy(chain, entries).held
            except (HqRefused, HqBusy) as fault:
                log.warning("headquarters does not take this register's journal: %s", fault.message)
                self.has_more = isinstance(fault, HqBusy)
                return
            self._journal.keep_copied(min(held, entries[-1].number))
            if held < copied:
                log.warning("headquarters holds the journal up to entry %d only: it goes again", held)

    def _next(self, after: int) -> Sequence[JournalEntry]:
        """The entries that go with the next call: none stands behind a gap."""
        found = list(islice(self._journal.entries(after), ENTRIES_MAX))
        whole = [each for place, each in enumerate(found, after + 1) if each.number == place]
        return batches(whole, ENTRIES_MAX)[0] if whole else ()
