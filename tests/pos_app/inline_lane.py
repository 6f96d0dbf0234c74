"""A lane without a thread: what is submitted is done before the call returns."""

from collections.abc import Callable
from typing import TypeVar

from pos_app.lanes import Failed

T = TypeVar("T")


class InlineLane:
    """Does everything at once."""

    def submit(self, work: Callable[[], T], then: Callable[[T], object], failed: Failed) -> None:
        """Do it now."""
        try:
            result = work()
        except Exception as fault:  # noqa: BLE001 -- whatever failed must reach `failed`, as on the worker
            failed(fault)
            return
        then(result)

    def close(self) -> None:
        """There is never anything left."""
