"""A lane whose work can be held up, as by a slow disk."""

from collections.abc import Callable
from typing import TypeVar

from pos_app.lanes import Failed
from tests.pos_app.inline_lane import InlineLane

T = TypeVar("T")


class HeldLane(InlineLane):
    """Does everything at once, until it is held."""

    def __init__(self) -> None:
        self.is_held = False
        self._jobs: list[Callable[[], None]] = []

    def submit(self, work: Callable[[], T], then: Callable[[T], object], failed: Failed) -> None:
        if self.is_held:
            self._jobs.append(lambda: InlineLane.submit(self, work, then, failed))
        else:
            super().submit(work, then, failed)

    def let_go(self) -> None:
        self.is_held = False
        while self._jobs:
            self._jobs.pop(0)()
