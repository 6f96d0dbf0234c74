"""The way between a register and headquarters: each call meets what was drawn for it, and copies of it arrive late."""

from collections import deque
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from headquarters.errors import Refusal
from headquarters.feeds.service import page
from headquarters.replies import envelope
from retail.wire.protocol import FeedPage, FeedRow
from sync_agent.errors import (
    CursorTooOld,
    DocumentsRefused,
    HqBusy,
    HqFailed,
    HqFault,
    HqRefused,
    HqUnreachable,
    ReplyBroken,
    ReplyLost,
    TokenRefused,
)
from tests.faults.model.disks import Doom
from tests.fixtures.one_process import DirectClient, Killed, Line

R = TypeVar("R")

FAULTS = (
    "lost", "reply lost", "reply cut", "twice", "late again", "only late", "busy", "failed",
    "dies before", "dies after", "register dies",
)  # fmt: skip
"""What may befall a call. `dies` is headquarters, before or after its own commit; `late` comes in some other day."""
LATE_MAX = 3
PAGE_ROWS = 3


class FaultyLine(Line):
    """One register's way to headquarters."""

    def __init__(self, hq: Doom, register: Doom, restart: Callable[[], None]) -> None:
        super().__init__()
        self.faults: deque[str] = deque()
        self.late: deque[Callable[[], object]] = deque(maxlen=LATE_MAX)
        self.calls = 0
        self.is_faithful = True
        self._hq, self._register, self._restart = hq, register, restart

    def call(self, work: Callable[[], R], *, kills: bool = False) -> R:
        """Make the call, as far as its fault lets it through."""
        self._register.go_on()
        self.calls += 1
        fault = self.faults.popleft() if self.faults else ""
        self.is_faithful = self.is_faithful and not fault
        if fault in ("late again", "only late"):
            self.late.append(work)
        if fault in ("lost", "only late"):
            raise HqUnreachable("there is no line")
        if fault == "busy":
            raise HqBusy("headquarters is busy")
        if fault == "failed":
            raise HqFailed("headquarters broke down over this call")
        if fault in ("dies before", "dies after"):
            self._hq.places = 0 if fault == "dies before" else 1
        if fault == "twice":
            self._done(work)
        reply = self._done(work)
        if fault == "register dies":
            raise Killed
        if fault == "reply lost":
            raise ReplyLost("the reply was lost")
        if fault == "reply cut":
            raise ReplyBroken("The reply was cut")
        return reply

    def arrive_late(self) -> None:
        """The oldest call that is still on its way comes in; nobody waits for its reply."""
        if self.late:
            work = self.late.popleft()
            try:
                self._done(work)
            except HqFault:
                return

    def _done(self, work: Callable[[], R]) -> R:
        try:
            reply = work()
            self._hq.go_on()
        except Killed:
            self._restart()
            raise ReplyLost("headquarters died over it") from None
        except Refusal as refusal:
            raise _fault_of(refusal) from None
        finally:
            self._hq.places = None
        return reply


class ModelClient(DirectClient):
    """As a client of the network.

    A page is remembered until its feed changes: what is read is a function of the feed, and reading it anew in every
    look of every register took nine tenths of a run.
    """

    books: ClassVar[Any]
    remembered: ClassVar[dict[tuple[object, ...], FeedPage]] = {}

    @property
    def epoch(self) -> str:
        return self._device.epoch

    def page(self, feed: str, cursor: str, *, counted: bool = False) -> FeedPage:
        return self._line.call(lambda: self._page(feed, cursor))

    def _page(self, feed: str, cursor: str) -> FeedPage:
        store = self._device.store
        key = (feed, store, cursor, *self._standing(feed))
        if key not in self.remembered:
            with self._parts.database.reading() as session:
                found = page(session, feed, store, cursor, PAGE_ROWS)
            rows = tuple([FeedRow(key=row.key, gone=row.gone, value=row.value) for row in found.rows])
            said: dict[str, Any] = {"feed": feed, "cursor": found.cursor, "more": found.more, "rows": rows}
            self.remembered[key] = FeedPage(**envelope("nonce", self._parts), **said, total=found.total)
        return self.remembered[key]

    @classmethod
    def forget_after(cls, beginning: tuple[str, int]) -> None:
        """Keep only what every script begins with: that life of headquarters, up to that change."""
        life, last = beginning
        cls.remembered = {
            key: page
            for key, page in cls.remembered.items()
            if key[3] == life and int(str(key[4] or 0)) <= last
        }

    def _standing(self, feed: str) -> tuple[object, ...]:
        """What is another as soon as the feed or headquarters' life is."""
        asked = "SELECT incarnation, (SELECT max(sequence) FROM changes WHERE feed = ?) FROM installations"
        found: tuple[object, ...] = self.books.execute(asked, (feed,)).fetchone()
        return found


def _fault_of(refusal: Refusal) -> HqFault:
    """What the agent makes of a refusal's status."""
    if refusal.status == 410:
        return CursorTooOld(refusal.words)
    if refusal.status in (401, 403):
        return TokenRefused(refusal.words)
    if refusal.status in (400, 413, 422):
        return DocumentsRefused(refusal.words)
    return HqBusy(refusal.words) if refusal.status == 503 else HqRefused(refusal.words)
