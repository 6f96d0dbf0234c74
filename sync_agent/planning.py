"""What the agent does next, decided without doing anything: situation in, actions out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Protocol, TypeVar

from retail.wire.protocol import BATCH_MAX
from sync_agent.backoff import DOCUMENT_CAP_SECONDS
from sync_agent.reply import RETRY_AFTER_MAX_SECONDS

BATCH_BYTES = 512 * 1024
"""Documents of one call, unpacked: packed, so many still arrive within a call's time at 64 kbit/s."""


WAIT_MAX_SECONDS = max(DOCUMENT_CAP_SECONDS, RETRY_AFTER_MAX_SECONDS)
"""The longest wait there is: the cap of the back-off, or of what headquarters may ask for."""


NUMBER_SECONDS = 1.0
"""How soon after an order or a customer went their number is looked for."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often things are done while all is well."""

    push_seconds: float = 2.0
    pull_seconds: float = 10.0
    tidy_seconds: float = 3600.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """Failures of one activity since it last went well, and when it may be tried again."""

    failures: int = 0
    next_try_at: datetime | None = None

    @property
    def was_cut(self) -> bool:
        """The line went in the middle of it: it waits for nothing but the contact."""
        return self.failures > 0 and self.next_try_at is None

    def is_over(self, now: datetime) -> bool:
        """Whether the activity may be tried at `now`."""
        if self.next_try_at is None or now >= self.next_try_at:
            return True
        # No wait is so long: the clock was set back behind the failure.
        return self.next_try_at - now > timedelta(seconds=WAIT_MAX_SECONDS)


CALM = Trouble()


@dataclass(frozen=True, slots=True)
class Situation:
    """All that decides: the outbox, the clock, and how the last calls went."""

    now: datetime
    waiting: int
    outbox_changed: bool = False
    is_asked: bool = False
    """Somebody at the register wants it all now."""
    is_offline_by_choice: bool = False
    """Somebody at the register wants headquarters left alone."""
    last_push_at: datetime | None = None
    last_pull_at: datetime | None = None
    last_tidy_at: datetime | None = None
    awaiting_since: datetime | None = None
    """When what headquarters numbers by a job was sent; None where no number is awaited."""
    contact: Trouble = CALM
    push: Trouble = CALM
    pull: Trouble = CALM


@dataclass(frozen=True, slots=True)
class Probe:
    """Ask headquarters whether it is there."""

    activity: ClassVar[str] = "contact"


@dataclass(frozen=True, slots=True)
class Tidy:
    """Forget what was acknowledged long ago, offer again what was set aside, and copy the journal once a day."""

    activity: ClassVar[str] = "tidy"


@dataclass(frozen=True, slots=True)
class Push:
    """Send what waits, at most `limit` documents a call."""

    activity: ClassVar[str] = "push"
    limit: int
    force: bool = False
    """Also what would wait for its next try."""


@dataclass(frozen=True, slots=True)
class Pull:
    """Ask whether headquarters wants documents, then fetch what it has published."""

    activity: ClassVar[str] = "pull"


Action = Probe | Tidy | Push | Pull


def plan(situation: Situation, pace: Pace) -> tuple[Action, ...]:
    """What to do now, in this order: sales go before everything else.

    A register that works offline by choice calls nobody.
    Without contact only the small probe is sent, at the pace of its back-off; documents wait for its success.
    """
    now = situation.now
    if situation.is_offline_by_choice:
        return ()
    if situation.is_asked:
        return (Tidy(), Push(BATCH_MAX, force=True), Pull())
    actions: list[Action] = []
    if _is_due(situation.last_tidy_at, now, pace.tidy_seconds):
        actions.append(Tidy())
    if situation.contact.failures:
        if situation.contact.is_over(now):
            actions.append(Probe())
        return tuple(actions)
    push_due = situation.outbox_changed or _is_due(situation.last_push_at, now, pace.push_seconds)
    if situation.waiting and push_due and situation.push.is_over(now):
        actions.append(Push(batch_limit(situation.push.failures)))
    if _is_pull_due(situation, pace) and situation.pull.is_over(now):
        actions.append(Pull())
    return tuple(actions)


def batch_limit(failures: int) -> int:
    """Documents of one call: half as many after each failure, so that a line up for seconds delivers."""
    return max(1, BATCH_MAX >> min(failures, 16))


class Sized(Protocol):
    """Anything with a text that has to travel."""

    @property
    def text(self) -> str: ...


S = TypeVar("S", bound=Sized)


def batches(entries: Sequence[S], count_max: int, bytes_max: int = BATCH_BYTES) -> list[tuple[S, ...]]:
    """The entries in their order, cut into calls; one that is larger than `bytes_max` goes alone."""
    cut: list[tuple[S, ...]] = []
    batch: list[S] = []
    size = 0
    for entry in entries:
        entry_size = len(entry.text.encode())
        if batch and (len(batch) >= count_max or size + entry_size > bytes_max):
            cut.append(tuple(batch))
            batch, size = [], 0
        batch.append(entry)
        size += entry_size
    if batch:
        cut.append(tuple(batch))
    return cut


def halves(batch: Sequence[S]) -> tuple[tuple[S, ...], tuple[S, ...]]:
    """A refused batch in two, in order, so that the one document at fault is found in few calls."""
    middle = (len(batch) + 1) // 2
    return tuple(batch[:middle]), tuple(batch[middle:])


def _is_pull_due(situation: Situation, pace: Pace) -> bool:
    """Due at its pace, and at once where the line went in the middle of one. While a number is awaited sooner: the
    pause grows with the wait, which it lengthens by half.
    """
    if situation.pull.was_cut:
        return True  # the contact is back, or nothing would be asked
    last, since, now = situation.last_pull_at, situation.awaiting_since, situation.now
    if last is None or since is None:
        return _is_due(last, now, pace.pull_seconds)
    waited_seconds = (now - since).total_seconds()
    pause = min(pace.pull_seconds, max(NUMBER_SECONDS, waited_seconds / 3))
    return _is_due(max(last, since), now, pause) or _is_due(last, now, pace.pull_seconds)


def _is_due(last_at: datetime | None, now: datetime, every_seconds: float) -> bool:
    """Due when the time has passed, and when the clock was set back behind the last time."""
    return last_at is None or now < last_at or now - last_at >= timedelta(seconds=every_seconds)
