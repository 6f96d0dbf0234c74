"""How often somebody may call: what they have in hand grows with time, and the dear calls use up more of it."""

import time
from collections.abc import Callable, Hashable
from threading import Lock

from headquarters.office.refusals import OfficeRefusal
from retail.messages import say
from retail.wire.protocol import CUSTOMERS, FEEDS, JOURNAL, ORDERS, REAL_TIME, TALLY, UPLOADS

IN_HAND = 20_000.0
PER_SECOND = 200.0
"""An honest register needs one of these in some seconds; one that sends a backlog of 200,000 sales has enough too."""
COSTS = {UPLOADS: 5.0, REAL_TIME: 5.0, TALLY: 5.0, JOURNAL: 5.0, ORDERS: 15.0, CUSTOMERS: 15.0}
"""What calls cost that work more than a look at one row."""
FEED_COST = 2.0


def cost_of(path: str) -> float:
    """What a call of this address takes of what its caller has in hand.

    >>> cost_of("/v1/hello"), cost_of("/v1/feeds/prices"), cost_of("/v1/real-time/orders")
    (1.0, 2.0, 15.0)
    """
    return FEED_COST if path.startswith(f"{FEEDS}/") else COSTS.get(path, 1.0)


class Pacing:
    """What each device and each person of the office has in hand; others are not held up by them.

    It is kept in memory, since waiting out a restart gains nothing.

    Units: `in_hand` and costs in points, `per_second` in points a second.
    """

    def __init__(
        self,
        in_hand: float = IN_HAND,
        per_second: float = PER_SECOND,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = in_hand
        self._per_second = per_second
        self._ticks = ticks
        self._left: dict[Hashable, tuple[float, float]] = {}
        self._lock = Lock()

    def take(self, who: Hashable, path: str) -> None:
        """Let somebody make this call.

        Raises:
            OfficeRefusal: they have called too often (429); the reply says how long to wait.
        """
        wait = self._wait(who, cost_of(path))
        if wait:
            raise OfficeRefusal(
                429,
                say(
                    "There were too many calls in a short time. Try again in {seconds} s; nothing is lost.",
                    seconds=wait,
                ),
                retry_after_seconds=wait,
            )

    def may(self, who: Hashable, path: str) -> bool:
        """The same for who says no elsewhere: nothing is taken where there is not enough."""
        return not self._wait(who, cost_of(path))

    def _wait(self, who: Hashable, cost: float) -> int:
        """Take the cost, or say for how many seconds there will not be enough for it."""
        with self._lock:
            now = self._ticks()
            left, at = self._left.get(who, (self._most, now))
            left = min(self._most, left + (now - at) * self._per_second)
            lacks = cost - left
            self._left[who] = (left if lacks > 0 else left - cost, now)
        return 0 if lacks <= 0 else int(lacks / self._per_second) + 1
