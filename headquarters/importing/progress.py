"""How far an import has come, as one line of a terminal that is drawn over itself."""

import time
from typing import TextIO

_WIDTH = 30
_SECONDS = 0.1


class Progress:
    """A bar on a terminal; where there is none, nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_shown = stream.isatty()
        self._drawn_at = 0.0

    def show(self, words: str, part: float, rows: int) -> None:
        """Draw how much of this phase is done: `part` of 1, so many rows."""
        if not self._is_shown or time.monotonic() - self._drawn_at < _SECONDS:
            return
        self._drawn_at = time.monotonic()
        bar = ("#" * int(part * _WIDTH)).ljust(_WIDTH)
        self._stream.write(f"\r\x1b[K{words:<9} [{bar}] {part:4.0%} {rows:>11,} rows")
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self._is_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
