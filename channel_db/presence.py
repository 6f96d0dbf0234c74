"""Notices when a file that is open here was removed, or replaced by another one under the same name."""

from pathlib import Path


class Presence:
    """Remembers which file stood under a name."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._opened = file.stat().st_ino

    def is_lost(self) -> bool:
        """What stands under the name is not the file that was opened."""
        try:
            return self._file.stat().st_ino != self._opened
        except FileNotFoundError:
            return True
