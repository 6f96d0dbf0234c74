"""How far an import has come, as one line of a terminal that is drawn over itself."""

import time
from typing import TextIO

_WIDTH = 30
_SECONDS = 0.1
_AFRESH = "\r\x1b[K"  # to the start of the line, and wipe it


class Progress:
    """A bar on a terminal; where there is none, nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_shown = stream.isatty()
        self._phase = ""
        self._drawn_at = 0.0

    def show(self, phase: str, part: float | None, rows: int) -> None:
        """Draw how much of this phase is done: `part` of 1, so many rows; None where nobody can know."""
        is_early = phase == self._phase and time.monotonic() - self._drawn_at < _SECONDS
        if not self._is_shown or is_early:
            return
        self._phase, self._drawn_at = phase, time.monotonic()
        words = f"{phase} ..."
        if part is not None:
            words = f"{phase} [{'#' * int(part * _WIDTH):<{_WIDTH}}] {part:4.0%} {rows:>11,} rows"
        self._stream.write(f"{_AFRESH}{words}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self._is_shown:
            self._stream.write(_AFRESH)
            self._stream.flush()
