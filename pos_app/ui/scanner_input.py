"""Telling a scanner's burst from typing by its timing alone; pure, the times are given."""

from dataclasses import dataclass, field
from statistics import median

LENGTH_MIN = 4
MEDIAN_GAP_MS = 35
GAP_MAX_MS = 80


@dataclass(frozen=True, slots=True)
class Scanned:
    """A burst that ended as a scanner ends it."""

    code: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys that turned out to be typing, in their order; `enter` where one ended them."""

    text: str
    enter: bool = False


@dataclass(slots=True)
class BurstClassifier:
    """Holds keys back until it is clear what they are, never longer than `GAP_MAX_MS` after the last one.

    Each key comes back exactly once: as part of a `Scanned` or of a `Typed`.
    """

    held: str = ""
    _gaps: list[int] = field(default_factory=list)
    _last_ms: int = 0

    def key(self, text: str, at_ms: int) -> list[Typed]:
        """Take one printable key; gives back what is known to be typing."""
        released = self.idle(at_ms)
        if self.held:
            self._gaps.append(at_ms - self._last_ms)
        self.held += text
        self._last_ms = at_ms
        if len(self._gaps) >= 2 and median(self._gaps) > MEDIAN_GAP_MS:
            released += self.flush()
        return released

    def enter(self, at_ms: int) -> list[Scanned | Typed]:
        """Take Enter: it ends a burst, or what was typed."""
        released: list[Scanned | Typed] = [*self.idle(at_ms)]
        burst = len(self.held) >= LENGTH_MIN and median(self._gaps) <= MEDIAN_GAP_MS
        if burst and at_ms - self._last_ms <= GAP_MAX_MS:
            code, _ = self.held, self.flush()
            return [*released, Scanned(code)]
        text, _ = self.held, self.flush()
        return [*released, Typed(text, enter=True)]

    def idle(self, at_ms: int) -> list[Typed]:
        """Let go of held keys when the pause after them is too long for a scanner."""
        return self.flush() if self.held and at_ms - self._last_ms > GAP_MAX_MS else []

    def flush(self) -> list[Typed]:
        """Let go of everything held."""
        released = [Typed(self.held)] if self.held else []
        self.held = ""
        self._gaps = []
        return released
