"""Identities made on the register: time-ordered UUIDs (version 7), never shown to people."""

from typing import Protocol

from retail.clock import Clock


class Ids(Protocol):
    """A source of new identities."""

    def new(self) -> str:
        """A UUID that no other call returns."""
        ...


class Randomness(Protocol):
    """What we need of a `random.Random`, given by the composition root."""

    def getrandbits(self, k: int, /) -> int:
        """A whole number of `k` random bits."""
        ...


class TimeOrderedIds:
    """UUID version 7: milliseconds of the clock, then randomness from the given source."""

    def __init__(self, clock: Clock, randomness: Randomness) -> None:
        self._clock = clock
        self._random = randomness

    def new(self) -> str:
        """A UUID that no other call returns."""
        milliseconds = int(self._clock.now().timestamp() * 1000) & (1 << 48) - 1
        bits = milliseconds << 80 | self._random.getrandbits(80)
        bits = bits & ~(0xF << 76) | 0x7 << 76
        bits = bits & ~(0x3 << 62) | 0x2 << 62
        text = f"{bits:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
