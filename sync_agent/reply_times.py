"""How long headquarters took to answer of late, and whether that is slow."""

from collections import deque

SLOW_SECONDS = 2.0
"""A cashier would feel it: so long a reply may take."""
KEPT = 20
LEAST = 5
"""Of so many of the last replies the 95th percentile is taken; fewer than the least say nothing."""


class ReplyTimes:
    """Slow where the 95th percentile of the last replies is above the limit, so that one late reply is no verdict."""

    def __init__(self) -> None:
        self._seconds: deque[float] = deque(maxlen=KEPT)

    def add(self, seconds: float) -> None:
        """A reply took so long."""
        self._seconds.append(seconds)

    def forget(self) -> None:
        """The line was gone: what was before says nothing about what comes."""
        self._seconds.clear()

    @property
    def p95_seconds(self) -> float | None:
        """No more than one reply in twenty took longer; None where too few are known."""
        known = sorted(self._seconds)
        if len(known) < LEAST:
            return None
        rank = -(-len(known) * 95 // 100)
        return known[rank - 1]

    @property
    def is_slow(self) -> bool:
        """Whether more than one reply in twenty took too long."""
        seconds = self.p95_seconds
        return seconds is not None and seconds >= SLOW_SECONDS
