"""Telling a scanner from typing, by the prefix it sends or by its timing alone; pure, the times are given."""

from dataclasses import dataclass, field
from statistics import median

from retail.barcodes import is_right

PREFIX_GAP_MAX_MS = 300
"""A scanner that announces itself may be as slow as Bluetooth is; after this pause its code is whole."""
CERTAIN_LENGTH = 8
"""So many keys at a scanner's pace are a scan even if Enter never comes: nobody types like this."""
LATE_END_MS = 250
"""An Enter this soon after a scan that ended without one belongs to that scan."""


@dataclass(frozen=True, slots=True)
class ScannerLimits:
    """What a scanner of this register is known by. `idle_ms` ends the scans of one that sends no Enter or Tab."""

    length_min: int = 4
    median_gap_ms: int = 35
    gap_max_ms: int = 80
    double_read_ms: int = 150
    idle_ms: int = 60
    has_suffix: bool = True


DEFAULT_LIMITS = ScannerLimits()


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code as a scanner read it."""

    code: str


@dataclass(frozen=True, slots=True)
class DoubleRead:
    """The same code again, so soon that the scanner read it twice."""

    code: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys that turned out to be typing, in their order."""

    text: str


@dataclass(frozen=True, slots=True)
class LateEnd:
    """The Enter of a scan that had been taken for whole without it."""


Known = Scanned | DoubleRead | Typed | LateEnd


@dataclass(slots=True)
class BurstClassifier:
    """Holds keys back until it is clear what they are. Each comes back exactly once, in its place.

    A key that turns out to be typing is never held longer than `gap_max_ms`.
    """

    limits: ScannerLimits = DEFAULT_LIMITS
    held: str = ""
    is_announced: bool = False
    _times: list[int] = field(default_factory=list)
    _last_code: str = ""
    _last_scan_ms: int | None = None
    _endless_scan_ms: int | None = None

    @property
    def is_holding(self) -> bool:
        """Keys are being held, or a scanner has said that its code follows."""
        return bool(self.held) or self.is_announced

    def announce(self, at_ms: int) -> list[Known]:
        """Take the prefix of a scanner: what follows is a code, at any pace."""
        known = self.let_go()
        self.is_announced = True
        self._times = [at_ms]
        return known

    def key(self, text: str, at_ms: int) -> list[Known]:
        """Take one printable key; gives back what has become clear."""
        known = self.pause(at_ms)
        self.held += text
        self._times.append(at_ms)
        return known

    def end(self, at_ms: int) -> list[Known]:
        """Take Enter or Tab. If the last of what comes back is no typing, the key was the scanner's."""
        known = self.pause(at_ms)
        if self.is_announced or self._is_burst():
            return [*known, *(self._scanned() or [LateEnd()])]
        ended, self._endless_scan_ms = self._endless_scan_ms, None
        if ended is not None and at_ms - ended <= LATE_END_MS and not self.held:
            return [*known, LateEnd()]
        return [*known, *self.let_go()]

    @property
    def due_ms(self) -> int | None:
        """When `pause` has something to say even if no other key comes."""
        if not self._times:
            return None
        if self.is_announced:
            return self._times[-1] + PREFIX_GAP_MAX_MS + 1
        if not self.limits.has_suffix and self._is_burst():
            return self._times[-1] + self.limits.idle_ms + 1
        last = self._times[-1] + self.limits.gap_max_ms + 1
        return last if self._is_fast() else min(last, self._times[0] + self.limits.gap_max_ms)

    def pause(self, at_ms: int) -> list[Known]:
        """No key came until now: let go of what is clear by that."""
        due = self.due_ms
        if due is None or at_ms < due:
            return []
        whole = self._is_burst() and (not self.limits.has_suffix or len(self.held) >= CERTAIN_LENGTH)
        if self.is_announced or whole:
            self._endless_scan_ms = self._times[-1] if self.held else None
            return self._scanned()
        return self.let_go()

    def let_go(self) -> list[Known]:
        """Let go of everything held: a code that was announced, or typing."""
        if self.is_announced:
            return self._scanned()
        known: list[Known] = [Typed(self.held)] if self.held else []
        self._forget()
        return known

    def _gaps(self) -> list[int]:
        return [after - before for before, after in zip(self._times, self._times[1:], strict=False)]

    def _is_fast(self) -> bool:
        gaps = self._gaps()
        return not gaps or median(gaps) <= self.limits.median_gap_ms

    def _is_burst(self) -> bool:
        return len(self.held) >= self.limits.length_min and self._is_fast()

    def _scanned(self) -> list[Known]:
        """The code held, without a digit that somebody typed just before it; the same code again does not count."""
        head, code = ("", self.held) if self.is_announced else self._split()
        began, ended = self._times[-len(code)] if code else 0, self._times[-1]
        known: list[Known] = [Typed(head)] if head else []
        if code:
            again = (
                code == self._last_code
                and self._last_scan_ms is not None
                and began - self._last_scan_ms <= self.limits.double_read_ms
            )
            known.append(DoubleRead(code) if again else Scanned(code))
            self._last_code, self._last_scan_ms = code, ended
        self._forget()
        return known

    def _split(self) -> tuple[str, str]:
        """What was typed in front of the code, and the code: the longest tail whose check digit is right."""
        slow = [place for place, gap in enumerate(self._gaps(), 1) if gap > self.limits.median_gap_ms]
        if not is_right(self.held):
            for place in slow:
                if is_right(self.held[place:]):
                    return self.held[:place], self.held[place:]
        return "", self.held

    def _forget(self) -> None:
        self.held, self.is_announced, self._times = "", False, []
