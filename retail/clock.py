"""Time as something that is given: every part asks a clock it was handed, and a run can be replayed."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time in the store's own offset."""

    def now(self) -> datetime:
        """The present moment, with its offset from UTC."""
        ...


class ReadClock:
    """A clock that asks the given function, and refuses a time without offset."""

    def __init__(self, read: Callable[[], datetime]) -> None:
        self._read = read

    def now(self) -> datetime:
        """The present moment, with its offset from UTC."""
        moment = self._read()
        if moment.tzinfo is None:
            raise ValueError(f"the clock gave {moment.isoformat()}, a time without offset")
        return moment


def stamp(moment: datetime) -> str:
    """Write a moment as text that sorts by time when offsets agree: ISO 8601 with milliseconds."""
    return moment.isoformat(timespec="milliseconds")


def business_date(moment: datetime) -> date:
    """The trading day of a moment, by the store's calendar."""
    return moment.date()
