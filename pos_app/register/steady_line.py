"""The line to headquarters as people see it: it is gone only when that is sure, and back only when it stays back."""

from dataclasses import replace
from datetime import datetime, timedelta

from pos_app.register.sync_state import SyncFacts

STABLE = timedelta(seconds=5)
"""So long headquarters must have answered before the line counts as back, and so long *checking* may be shown."""
UNPROVED = timedelta(seconds=10)
"""After a failed call, so long without an answer means that the line is gone, be it only one call."""


class SteadyLine:
    """Remembers what was shown, so that a line that flickers does not make the indicator flicker."""

    def __init__(self) -> None:
        self._is_offline = False
        self._back_since: datetime | None = None
        self._unproved_since: datetime | None = None

    def seen(self, facts: SyncFacts) -> SyncFacts:
        """The facts with the connection as it is shown: online, slow, offline, refused or unknown."""
        if facts.connection == "refused":
            return facts
        if self._is_gone(facts):
            self._is_offline, self._back_since = True, None
        elif self._is_offline and facts.connection != "unknown":
            began = self._back_since or facts.now
            self._back_since = min(began, facts.now)
            self._is_offline = facts.now - self._back_since < STABLE
        return replace(facts, connection="offline") if self._is_offline else facts

    def _is_gone(self, facts: SyncFacts) -> bool:
        if facts.connection == "offline":
            return True
        if facts.failures and (facts.last_success_at is None or facts.now - facts.last_success_at > UNPROVED):
            return True
        if facts.is_proved:
            self._unproved_since = None
            return False
        since = self._unproved_since or facts.now
        self._unproved_since = min(since, facts.now)
        return facts.now - self._unproved_since > STABLE
