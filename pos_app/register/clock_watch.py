"""Notices when the machine's clock was moved; sales go by their numbers, but whoever reads times later has to know."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from retail.clock import Clock

MOVED_MIN = timedelta(seconds=60)
"""Less is what a clock is corrected by without anybody noticing."""


class Moved(NamedTuple):
    """What the clock should have shown at least (or at most, where it went on by itself), and what it shows."""

    expected: datetime
    found: datetime


class ClockWatch:
    """Compares a clock with the latest time that was seen, and with the time the machine has been up.

    `uptime` is None where the clock is not the machine's own; then only a step back can be noticed.
    Units: `uptime` in seconds, sleep included.
    """

    def __init__(self, clock: Clock, last_entry_at: str | None, uptime: Callable[[], float] | None) -> None:
        self._clock = clock
        self._uptime = uptime
        self._latest = clock.now() if last_entry_at is None else datetime.fromisoformat(last_entry_at)
        self._up: float | None = None

    def look(self) -> Moved | None:
        """How the clock was moved since the last look; None where it was not."""
        found, before = self._clock.now(), self._latest
        up = None if self._uptime is None else self._uptime()
        moved = None
        if before - found >= MOVED_MIN:
            moved = Moved(before, found)
        elif up is not None and self._up is not None:
            expected = before + timedelta(seconds=up - self._up)
            if found - expected >= MOVED_MIN:
                moved = Moved(expected, found)
        self._latest, self._up = (found if moved else max(found, before)), up
        return moved
