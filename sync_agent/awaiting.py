"""The customers and orders whose number headquarters still owes: while there are any, it is asked sooner."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime

from channel_db.catalog.repository import Catalog
from channel_db.journal.repository import Journal
from retail.clock import Clock

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
        self._ids = deque((each for each in self._ids if not self._is_numbered(each)), AWAITED_MAX)

    def _is_numbered(self, id: str) -> bool:
        """Whether headquarters has published this customer or order: it does so when it has a number."""
        if self._catalog.customer(id) is not None or self._catalog.order(id) is not None:
            return True
        made_here = self._journal.customer(id)
        return made_here is not None and not made_here.is_pending
