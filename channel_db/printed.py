"""The highest numbers that were given out, in a file beside the journal: one put back from a copy is behind it."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

FILE = "numbers.json"
_SIZE = 256
"""The file is written over in one piece and never grows: it costs no disk sync, and none of it can be half there."""

_written = json.JSONEncoder(sort_keys=True).encode


def numbers_above(number: int) -> dict[str, int]:
    """The numbers that may have been given out where headquarters holds a transaction with this one.

    Confirmation numbers of orders are not higher: each of them was given out with a transaction.
    """
    return {"transaction": number, "order": number} if number else {}


class Printed:
    """The numbers in that file, by series. They only rise."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._seen: tuple[int, int] | None = None
        self._known: dict[str, int] = {}

    def numbers(self) -> dict[str, int]:
        """The last number of each series that was given out; of none where there is no file yet, or no proper one."""
        if self.is_changed():
            self._seen = self._state()
            try:
                found = json.loads(self._file.read_text(encoding="ascii"))
                self._known = {str(name): int(number) for name, number in found.items()}
            except (OSError, ValueError, TypeError, AttributeError):
                self._known = {}
        return self._known

    def raise_to(self, numbers: Mapping[str, int]) -> None:
        """Note that these numbers were given out. A disk that is full or read-only leaves the file as it is."""
        known = self.numbers()
        raised = {name: max(known.get(name, 0), numbers.get(name, 0)) for name in {*known, *numbers}}
        if raised == known:
            return
        with suppress(OSError):
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, _written(raised).ljust(_SIZE).encode("ascii"))
            finally:
                os.close(descriptor)
            self._seen, self._known = self._state(), raised

    def is_changed(self) -> bool:
        """Whether another process has raised a number since the last look from here."""
        return self._state() != self._seen

    def _state(self) -> tuple[int, int]:
        try:
            stat = self._file.stat()
        except OSError:
            return 0, 0
        return stat.st_ino, stat.st_mtime_ns
