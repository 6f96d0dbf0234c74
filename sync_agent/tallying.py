"""The tally this register tells headquarters: made anew when the journal has changed, and only then."""

import logging

from channel_db.errors import ChainBroken
from channel_db.journal.repository import Journal
from retail.wire.tally import RefusedRow, Tally

log = logging.getLogger(__name__)


class Tallying:
    """The tally of one journal as it is now; looking whether anything changed is one point query."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._epoch = ""
        self._mark: tuple[int, int] | None = None
        self._tally: Tally | None = None
        self._broken_at: int | None = None

    def now(self, epoch: str, refused: tuple[RefusedRow, ...] = ()) -> Tally:
        """How things stand in this epoch, with the rows of feeds that cannot be used."""
        if self._broken_at is None:
            self.prove()
        mark = self._journal.mark()
        if self._tally is None or (mark, epoch) != (self._mark, self._epoch):
            # The mark was read before: what is kept meanwhile makes another one.
            self._tally = self._journal.tally(epoch, self._broken_at or 0)
            self._mark, self._epoch = mark, epoch
        if self._tally.refused != refused:
            self._tally = self._tally.model_copy(update={"refused": refused})
        return self._tally

    def prove(self) -> None:
        """Walk the journal's chain from its first entry; what was changed or is missing is told from now on."""
        broken_at = 0
        try:
            self._journal.verify_chain()
        except ChainBroken as broken:
            broken_at = broken.number
            log.error("%s", broken)  # noqa: TRY400 -- the place says nothing
        if broken_at != self._broken_at:
            self._broken_at, self._tally = broken_at, None
