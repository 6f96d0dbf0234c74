"""Small frozen parts that several views share: buttons, facts, choices, days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from retail.orders.delivery import ALWAYS_OPEN, ClosedDays

Values = Mapping[str, object]
"""Parameters of an operation or values of an outcome, as the dispatcher takes and gives them."""

Among = tuple[tuple[int, str], ...]
"""Lines that a scanned code may mean: the number and the product of each."""


class Severity(StrEnum):
    """How a message on the strip is marked."""

    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Tone(StrEnum):
    """How the sync indicator is coloured."""

    NEUTRAL = "neutral"
    WARNING = "warning"
    WARNING_OUTLINE = "warning-outline"
    DANGER = "danger"
    DANGER_OUTLINE = "danger-outline"


class Screen(StrEnum):
    """Which of the screens the register is at."""

    SIGN_IN = "sign_in"
    OPEN_SHIFT = "open_shift"
    SALE = "sale"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class ButtonView:
    """A button bound to an operation (or to one of the window's own ids: see `WINDOW_IDS`).

    `key` is the keyboard badge ("F6", "Shift+F6"); `needs_approval` draws the lock; `count` 0 draws none.
    `role` is one of sale, customer, order, payment, manager, void; `icon` is empty for the one of the role.
    """

    text: str
    operation: str
    params: Values = field(default_factory=dict)
    role: str = "sale"
    key: str = ""
    why_not: str = ""
    needs_approval: bool = False
    count: int = 0
    row: int = 0
    column: int = 0
    width: int = 1
    height: int = 1
    icon: str = ""

    @property
    def available(self) -> bool:
        """It can be pressed with effect now."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class StripView:
    """One message, with at most two buttons."""

    severity: Severity
    text: str
    actions: tuple[ButtonView, ...] = ()


WINDOW_IDS = (
    "customer.search",
    "customer.open",
    "product.search",
    "payment.open",
    "order.find",
    "return.open",
    "fulfilment.open",
    "welcome.open",
    "charges.open",
    "sync.centre",
    "scanner.test",
    "health.open",
    "shift.manage",
)
"""Ids a layout may use that open a sheet of the window instead of starting an operation."""


@dataclass(frozen=True, slots=True)
class FactView:
    """A small label and its value: `Tax  541.00`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One of several values to choose from; `detail` is a second, smaller line."""

    value: str
    text: str
    detail: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class DaysView:
    """The days that may be chosen, and the one that is chosen now."""

    chosen: date
    today: date
    earliest: date
    latest: date
    closed: ClosedDays = ALWAYS_OPEN


@dataclass(frozen=True, slots=True)
class TenderRowView:
    """A tender taken so far. `note` says change or rounding, in words."""

    number: int
    text: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class UserTileView:
    """Someone who may sign in with a PIN."""

    user: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ArrivingView:
    """What a new register still receives, in words, and how much of all it needs has come."""

    text: str
    share_percent: int


@dataclass(frozen=True, slots=True)
class StepView:
    """An operation the window starts by itself."""

    operation: str
    params: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SyncView:
    """The sync indicator; `state` is a name of ux 14.1 (`online`, `offline-queue`, `waiting`, ...).

    `glyph` is an icon name: alert, offline, slow, old, sending, waiting, online, checking.
    """

    state: str
    glyph: str
    text: str
    count: int = 0
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class HeaderView:
    """Register, store, who is signed in, the time as `14:32`, the day in figures."""

    register: str
    store: str
    user: str
    time: str
    sync: SyncView
    date: str = ""
