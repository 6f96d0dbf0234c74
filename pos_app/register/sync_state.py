"""What the sync indicator says: one state of a table, worked out from figures of the database alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pos_app.language.language import Language
from pos_app.views import SyncView, Tone
from retail.messages import phrase
from retail.shortening import shorten

FREE_SHARE_MIN_PERCENT = 5
FREE_BYTES_MIN = 1024**3
PRICES_AGE_MAX = timedelta(hours=24)
WHO_MAX = 10
"""So much of a name fits into the indicator."""
PROOF_AGE_MAX = timedelta(seconds=60)
"""How old the agent's last success may be for *Online* to be shown: six of its usual pulls."""


@dataclass(frozen=True, slots=True)
class SyncFacts:
    """The figures at one instant. `connection` is what the agent saw last; times are None where nothing is known.

    `failures` of its calls failed in a row; `forced_by` had this register work offline, by their own choice.
    `is_unwell`: something of the register itself needs somebody; the health page says what.
    """

    now: datetime
    free_bytes: int
    disk_bytes: int
    waiting: int
    attention: int
    connection: str
    sending: int
    last_success_at: datetime | None
    prices_at: datetime | None
    failures: int = 0
    forced_by: str = ""
    is_unwell: bool = False

    @property
    def is_proved(self) -> bool:
        """Headquarters was reached, and that is not long ago; a success in the future proves nothing."""
        if self.last_success_at is None:
            return False
        return timedelta(0) <= self.now - self.last_success_at <= PROOF_AGE_MAX

    @property
    def prices_hours(self) -> int:
        """How many whole hours ago the prices were as headquarters had them."""
        return 0 if self.prices_at is None else (self.now - self.prices_at) // timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Row:
    state: str
    holds: Callable[[SyncFacts], bool]
    glyph: str
    text: str
    tone: Tone
    count: Callable[[SyncFacts], int] = lambda facts: 0


_ROWS = (
    _Row(
        "storage-low",
        lambda facts: (
            facts.free_bytes < FREE_BYTES_MIN
            or facts.free_bytes * 100 < facts.disk_bytes * FREE_SHARE_MIN_PERCENT
        ),
        "alert",
        phrase("Storage low"),
        Tone.DANGER,
    ),
    _Row("unwell", lambda facts: facts.is_unwell, "info", phrase("Check register"), Tone.DANGER),
    _Row(
        "refused", lambda facts: facts.connection == "refused", "alert", phrase("Not enrolled"), Tone.DANGER
    ),
    _Row(
        "attention",
        lambda facts: facts.attention > 0,
        "alert",
        phrase("{count} need attention"),
        Tone.DANGER_OUTLINE,
        lambda facts: facts.attention,
    ),
    _Row(
        "forced-offline",
        lambda facts: bool(facts.forced_by) and facts.waiting > 0,
        "offline",
        phrase("Offline (by {who}) · {count}"),
        Tone.WARNING_OUTLINE,
        lambda facts: facts.waiting,
    ),
    _Row(
        "forced-offline",
        lambda facts: bool(facts.forced_by),
        "offline",
        phrase("Offline (by {who})"),
        Tone.WARNING_OUTLINE,
    ),
    _Row(
        "offline-queue",
        lambda facts: facts.connection == "offline" and facts.waiting > 0,
        "offline",
        phrase("Offline · {count} waiting"),
        Tone.WARNING,
        lambda facts: facts.waiting,
    ),
    _Row("offline", lambda facts: facts.connection == "offline", "offline", phrase("Offline"), Tone.WARNING),
    _Row(
        "slow",
        lambda facts: facts.connection == "slow",
        "slow",
        phrase("Slow – working locally"),
        Tone.WARNING_OUTLINE,
    ),
    _Row(
        "old",
        lambda facts: facts.prices_at is not None and facts.now - facts.prices_at > PRICES_AGE_MAX,
        "old",
        phrase("Prices {hours} h old"),
        Tone.WARNING_OUTLINE,
    ),
    _Row(
        "sending",
        lambda facts: facts.sending > 0,
        "sending",
        phrase("Sending {count}"),
        Tone.NEUTRAL,
        lambda facts: facts.sending,
    ),
    _Row(
        "waiting",
        lambda facts: facts.waiting > 0,
        "waiting",
        phrase("{count} waiting"),
        Tone.NEUTRAL,
        lambda facts: facts.waiting,
    ),
    _Row(
        "online",
        lambda facts: facts.connection == "online" and facts.is_proved,
        "online",
        phrase("Online"),
        Tone.NEUTRAL,
    ),
    _Row("checking", lambda facts: True, "checking", phrase("Checking …"), Tone.NEUTRAL),
)
"""The states of ux 14.1 in their order of priority; training does not exist yet. Offline by choice stands before
the others, which would say that something is wrong."""


def sync_view(facts: SyncFacts, language: Language) -> SyncView:
    """The first state that holds."""
    row = next(row for row in _ROWS if row.holds(facts))
    count = row.count(facts)
    text = language.say(
        row.text, count=count, hours=facts.prices_hours, who=shorten(facts.forced_by, WHO_MAX)
    )
    return SyncView(row.state, row.glyph, text, count, row.tone)
