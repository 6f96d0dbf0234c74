"""Recording how a scanner really sends its keys, and what it should be known by; pure, the times are given."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from pos_app.ui.scanner_input import DEFAULT_LIMITS, ScannerLimits

SCANS_NEEDED = 5
LENGTH_LEAST = 3
"""Fewer keys in a row are no code."""
PAUSE_MS = 500
"""After this nothing more of a code comes, be it over the slowest radio."""
TYPING_MEDIAN_MS = 55
"""Keys that come no faster may be somebody's typing: such a scanner must announce itself."""
TYPING_GAP_MS = 80


@dataclass(frozen=True, slots=True)
class Recorded:
    """One scan: its code, the gaps between its keys, and the key that ended it (`Enter`, `Tab` or none)."""

    code: str
    gaps_ms: tuple[int, ...]
    end: str
    announced: bool = False

    @property
    def median_ms(self) -> int:
        """The gap in the middle."""
        return round(median(self.gaps_ms))

    @property
    def longest_ms(self) -> int:
        """The longest gap."""
        return max(self.gaps_ms)


@dataclass(slots=True)
class ScanRecorder:
    """Takes keys with their times; `scans` are those that are whole, the newest last."""

    scans: list[Recorded] = field(default_factory=list)
    _held: str = ""
    _times: list[int] = field(default_factory=list)
    _announced: bool = False

    @property
    def is_complete(self) -> bool:
        """Enough was recorded to say what the scanner is known by."""
        return len(self.scans) >= SCANS_NEEDED

    @property
    def is_holding(self) -> bool:
        """A scan has begun and is not whole yet."""
        return bool(self._held)

    def give_up(self) -> None:
        """Nothing more comes: what came is a scan without a key at its end."""
        self._finish("")

    def announce(self, at_ms: int) -> None:
        """The prefix of a scanner."""
        self.pause(at_ms)
        self._finish("")
        self._announced = True

    def key(self, text: str, at_ms: int) -> None:
        """One printable key."""
        self.pause(at_ms)
        self._held += text
        self._times.append(at_ms)

    def end(self, name: str, at_ms: int) -> None:
        """Enter or Tab."""
        self.pause(at_ms)
        if self._times:
            self._times.append(at_ms)
        self._finish(name)

    def pause(self, at_ms: int) -> None:
        """Nothing came until now."""
        if self._times and at_ms - self._times[-1] > PAUSE_MS:
            self._finish("")

    def _finish(self, end: str) -> None:
        gaps = tuple(later - before for before, later in zip(self._times, self._times[1:], strict=False))
        if len(self._held) >= LENGTH_LEAST:
            self.scans.append(Recorded(self._held, gaps, end, self._announced))
        self._held, self._times, self._announced = "", [], False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the scanner should be known by; `needs_prefix` where its keys look like typing."""

    limits: ScannerLimits
    needs_prefix: bool


def proposal(scans: Sequence[Recorded], before: ScannerLimits = DEFAULT_LIMITS) -> Proposal:
    """Limits with room above what was seen, yet below what somebody types.

    Units: all gaps in milliseconds.
    """
    middle, longest = max(scan.median_ms for scan in scans), max(scan.longest_ms for scan in scans)
    announced = all(scan.announced for scan in scans)
    slow = middle > TYPING_MEDIAN_MS or longest > TYPING_GAP_MS
    limits = replace(
        before,
        length_min=min(before.length_min, *[len(scan.code) for scan in scans]),
        has_suffix=all(scan.end for scan in scans),
        idle_ms=min(200, max(60, _rounded(longest * 2))),
    )
    if not slow:
        median_gap = min(TYPING_MEDIAN_MS, max(15, _rounded(middle * 3 // 2)))
        limits = replace(
            limits, median_gap_ms=median_gap,
            gap_max_ms=min(TYPING_GAP_MS, max(median_gap, 40, _rounded(longest * 3 // 2))),
        )  # fmt: skip
    return Proposal(limits, slow and not announced)


def _rounded(milliseconds: int) -> int:
    """Up to the next five."""
    return -(-milliseconds // 5) * 5
