"""The customers and orders whose number headquarters still owes: while there are any, it is asked sooner."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime

from channel_db.catalog.repository import Catalog
from channel_db.journal.repository import Journal
from retail.clock import Clock
from sync_agent.numbering import has_number

AWAITED_MAX = 1000
"""Of so many it is remembered, the newest: numbers come in the order of sending, and an outbox of a whole season must
not fill the memory.
"""


class Awaiting:
    """Remembers whose number is awaited, and since when the last of them was sent."""

    def __init__(self, journal: Journal, catalog: Catalog, clock: Clock) -> None:
        self._journal, self._catalog, self._clock = journal, catalog, clock
        self._ids: deque[str] = deque(maxlen=AWAITED_MAX)
        self._since: datetime | None = None

    @property
    def since(self) -> datetime | None:
        """When the last was sent; None where no number is awaited."""
        return self._since if self._ids else None

    def add(self, ids: Sequence[str]) -> None:
        """These were sent just now."""
        if not ids:
            return
        self._ids.extend(ids)
        self._since = self._clock.now()

    def look(self) -> None:
        """Forget those whose number is here."""
        owed = [each for each in self._ids if not has_number(self._catalog, self._journal, each)]
        self._ids = deque(owed, AWAITED_MAX)
