"""Work beside the window: one lane owns the desk, so that calls queue in order and the window never waits."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
Failed = Callable[[Exception], object]


class Lane(Protocol):
    """Gather first, work second, show third: `work` runs without widgets, `then` and `failed` on the main thread."""

    def submit(self, work: Callable[[], T], then: Callable[[T], object], failed: Failed) -> None:
        """Do `work` after everything submitted before it, then hand its result on."""

    def close(self) -> None:
        """Finish what is queued and take nothing more."""


class WorkerLane(QObject):
    """One thread for one owner; results come back through Qt's queue on the thread that made this object."""

    _finished = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open = True
        self._finished.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], T], then: Callable[[T], object], failed: Failed) -> None:
        """Queue it; after `close` it is dropped, since nobody is left to see the result."""
        if not self._open:
            return
        future: Future[T] = self._executor.submit(work)

        def hand_on() -> None:
            fault = future.exception()
            if fault is None:
                then(future.result())
            elif isinstance(fault, Exception):
                failed(fault)
            else:
                raise fault

        future.add_done_callback(lambda done: self._finished.emit(hand_on))

    def close(self) -> None:
        """Wait for what is queued; its results are no longer shown."""
        self._open = False
        self._executor.shutdown(wait=True)

    def _hand_on(self, hand_on: Callable[[], None]) -> None:
        if self._open:
            hand_on()
