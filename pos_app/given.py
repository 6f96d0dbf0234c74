"""Time and randomness as the register's programs are given them; part of the composition root, and light."""

import random
import time
from datetime import datetime
from pathlib import Path

from retail.clock import Clock, ReadClock


def make_clock(file: Path | None) -> Clock:
    """The machine's clock, or one that reads the moment from `file` at every call."""
    if file is None:
        return ReadClock(lambda: datetime.now().astimezone())  # noqa: TID251 -- this is the composition root
    return ReadClock(lambda: datetime.fromisoformat(file.read_text(encoding="utf-8").strip()))


def make_randomness(seed: int | None) -> random.Random:
    """Randomness that repeats with the same seed."""
    return random.Random(random.SystemRandom().getrandbits(64) if seed is None else seed)


def machine_uptime() -> float:
    """Seconds that the machine has been up, its sleep included where the system tells."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)
