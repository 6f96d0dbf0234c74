"""A limit on guessing: after too many failures an address must wait."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock

from headquarters.office.refusals import OfficeRefusal
from retail.messages import say


class Attempts:
    """Failures per address within a window of time; kept in memory, since waiting out a restart gains nothing."""

    def __init__(
        self, failures_max: int = 10, seconds: float = 60, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._failures_max = failures_max
        self._seconds = seconds
        self._ticks = ticks
        self._failures: dict[str, deque[float]] = defaultdict(deque)
        self._lock = Lock()

    def check(self, address: str) -> None:
        """Let an address try, unless it has failed too often.

        Raises:
            Refusal: too many failures; the reply says how long to wait.
        """
        with self._lock:
            failures = self._recent(address)
            if len(failures) >= self._failures_max:
                wait = int(self._seconds - (self._ticks() - failures[0])) + 1
                raise OfficeRefusal(
                    429, say("Too many wrong tries. Wait a minute."), retry_after_seconds=wait
                )

    def failed(self, address: str) -> None:
        """Note a failure."""
        with self._lock:
            self._recent(address).append(self._ticks())

    def _recent(self, address: str) -> deque[float]:
        oldest = self._ticks() - self._seconds
        for each in [
            each for each, failures in self._failures.items() if not failures or failures[-1] < oldest
        ]:
            del self._failures[each]
        failures = self._failures[address]
        while failures and failures[0] < oldest:
            failures.popleft()
        return failures
