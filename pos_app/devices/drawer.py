"""The drawer under the till: a pulse opens it. The simulated one keeps its pulses in a file, a line each."""

from pathlib import Path
from typing import Protocol

PULSES = "drawer-pulses.txt"


class DrawerFailed(Exception):
    """The drawer did not get its pulse; the text says why, for the log."""


class Drawer(Protocol):
    """Opens the drawer."""

    def open(self) -> None:
        """Give it one pulse.

        Raises:
            DrawerFailed: it got none.
        """


class SimulatedDrawer:
    """A drawer made of a file in the register's folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / PULSES

    def open(self) -> None:
        """Give it one pulse.

        Raises:
            DrawerFailed: the file cannot be written.
        """
        try:
            with self._file.open("a", encoding="utf-8") as file:
                file.write("open\n")
        except OSError as fault:
            raise DrawerFailed(str(fault)) from fault
