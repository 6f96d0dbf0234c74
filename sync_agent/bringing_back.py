"""Fetching back what this register did itself and its journal no longer holds, once each time that was noticed."""

import logging

from channel_db.bringing_back import Missing, bring_back, missing_of, note_brought_back
from channel_db.journal.repository import Journal
from retail.clock import Clock
from retail.wire.protocol import NUMBERS_ASKED_MAX
from sync_agent.errors import HqFailed, HqRefused
from sync_agent.watched_hq import WatchedHq

NUMBERS_MAX = 20_000
"""Of more numbers than a register gives out in a month, only the last ones are asked for."""

log = logging.getLogger(__name__)


class BringingBack:
    """Looks into the journal once in each epoch: that something is missing is noticed with the beginning of one."""

    def __init__(self, journal: Journal, hq: WatchedHq, clock: Clock) -> None:
        self._journal = journal
        self._hq = hq
        self._clock = clock
        self._done_in = ""

    def run(self, epoch: str) -> None:
        """Fetch what is missing; a call that fails is made again with the next run.

        Raises:
            HqFault: headquarters was not reached.
        """
        if self._done_in == epoch:
            return
        try:
            for missing in missing_of(self._journal):
                self._fetch(missing)
        except (HqRefused, HqFailed) as fault:
            log.warning("headquarters does not give back what is missing here: %s", fault.message)
        self._done_in = epoch

    def _fetch(self, missing: Missing) -> None:
        brought = 0
        for first in range(
            max(missing.first, missing.last - NUMBERS_MAX + 1), missing.last + 1, NUMBERS_ASKED_MAX
        ):
            reply = self._hq.transactions(first, min(first + NUMBERS_ASKED_MAX - 1, missing.last))
            brought += bring_back(self._journal, self._clock, reply.texts)
        note_brought_back(self._journal, self._clock, missing, brought)
        log.warning("%d transactions of the numbers %d to %d were brought back", brought, *missing)
