"""What the window shows, as frozen data, and the desk that it asks: the whole border between core and widgets.

Every text is finished (language, currency and dates included); the window computes nothing but layout.
A field called `why_not` is empty where a thing is possible and otherwise says, in words the cashier can act on,
why it is not; pressing such a button shows that sentence on the strip.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pos_app.operations.registry import Approval, Outcome

Values = Mapping[str, object]
"""Parameters of an operation or values of an outcome, as the dispatcher takes and gives them."""


# ---------------------------------------------------------------- parts that many views share


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
    `role` is one of sale, customer, order, payment, manager, void.
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

    @property
    def available(self) -> bool:
        """It can be pressed with effect now."""
        return not self.why_not


WINDOW_IDS = ("customer.search", "product.search", "payment.open", "order.find")
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
    """The days that may be chosen (Monday is weekday 0), and the one that is chosen now."""

    chosen: date
    today: date
    earliest: date
    latest: date
    closed_weekdays: tuple[int, ...] = ()


# ---------------------------------------------------------------- the transaction screen


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
    """Register, store, who is signed in, the time as `14:32`."""

    register: str
    store: str
    user: str
    time: str
    sync: SyncView


@dataclass(frozen=True, slots=True)
class StripView:
    """One message, with at most two buttons."""

    severity: Severity
    text: str
    actions: tuple[ButtonView, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerCardView:
    """Who the goods are for. `account` is the number, or empty while `pending`."""

    name: str
    account: str = ""
    pending: bool = False
    detail: str = ""
    organisation: bool = False
    warning: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """A cart line in two rows. `glyph` is ship, pickup, carry-out or empty; `detail` the second row in words.

    `mode` is the short word for how it leaves us (`Pick up 22 Nov`); `spoken` is what a screen reader says.
    """

    number: int
    name: str
    quantity: str
    price: str
    amount: str
    glyph: str = ""
    detail: str = ""
    mode: str = ""
    selected: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryRowView:
    """A row of the Delivery tab; rows come grouped by mode."""

    line: int
    item: str
    quantity: str
    glyph: str
    mode: str
    place: str
    date: str
    charge: str = ""


@dataclass(frozen=True, slots=True)
class TenderRowView:
    """A tender taken so far. `note` says change or rounding, in words."""

    number: int
    text: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TotalsView:
    """Small facts at the left; one amount at the right, with its caption and the sentence that explains it.

    After a sale it shows the change until the next one begins (`caption` Change, `celebrate` True).
    """

    caption: str
    amount: str
    currency: str
    of_total: str = ""
    sentence: str = ""
    facts: tuple[FactView, ...] = ()
    celebrate: bool = False


@dataclass(frozen=True, slots=True)
class GridPageView:
    """A page of the button grid."""

    name: str
    buttons: tuple[ButtonView, ...]
    rows: int = 7
    columns: int = 3


@dataclass(frozen=True, slots=True)
class StepView:
    """An operation the window starts by itself."""

    operation: str
    params: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SaleView:
    """Everything the window draws outside its sheets, after one change.

    `strip` is news since the last view (restored sale, account arrived, broken layout): shown once, None mostly.
    `tender_buttons` are the fixed eight: cash exact (F12), cash, card (F11), more (F10, `payment.open`), four notes;
    when nothing is due and the cart can be concluded, the first reads *Conclude* with `transaction.conclude`.
    `finishing` is empty while something is due or undecided; else the steps that end the sale without another
    tap, the last being `transaction.conclude` (before it `order.balance` where only one arrangement is possible).
    `undecided` is True where nothing is due but the rest of an order needs a choice: the payment sheet opens.
    """

    screen: Screen
    header: HeaderView
    totals: TotalsView
    strip: StripView | None = None
    customer: CustomerCardView | None = None
    lines: tuple[LineView, ...] = ()
    voided: int = 0
    empty_text: str = "Scan or type an item"
    deliveries: tuple[DeliveryRowView, ...] = ()
    tenders: tuple[TenderRowView, ...] = ()
    arrangement: str = ""
    tender_buttons: tuple[ButtonView, ...] = ()
    pages: tuple[GridPageView, ...] = ()
    finishing: tuple[StepView, ...] = ()
    undecided: bool = False
    decimal_mark: str = "."


# ---------------------------------------------------------------- sign-in


@dataclass(frozen=True, slots=True)
class UserTileView:
    """Someone who may sign in with a PIN."""

    user: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class SignInView:
    """Sign-in and lock screen: `locked_by` is the user who must unlock, or empty."""

    store: str
    register: str
    users: tuple[UserTileView, ...]
    sync: SyncView
    time: str
    version: str = ""
    locked_by: str = ""
    open_sale: str = ""
    pin_max: int = 8


# ---------------------------------------------------------------- sheets


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What a step would do, before it is done: `Due now 134.80 · at invoice 1,213.20`.

    `problem` is what the step would be refused with; `values` are derived fields (for a deposit, `amount` and
    `percent` of each other).
    """

    consequence: str = ""
    problem: str = ""
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShipView:
    """D02. `lines` empty means all; the operation takes mode, date, address, from, charge."""

    title: str
    places: tuple[ChoiceView, ...]
    place: str
    addresses: tuple[ChoiceView, ...]
    address: str
    modes: tuple[ChoiceView, ...]
    mode: str
    days: DaysView
    charge: str = ""
    charge_why_not: str = ""
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class PickUpView:
    """D04. The days are those of the chosen store: ask again with `store` when another is chosen."""

    title: str
    stores: tuple[ChoiceView, ...]
    store: str
    days: DaysView
    collector: str = ""
    consequence: str = ""


@dataclass(frozen=True, slots=True)
class DepositView:
    """D10."""

    total: str
    default_label: str
    default: str
    current: str
    least: str
    currency: str
    reasons: tuple[ChoiceView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """D11: what is asked, by whom, and who may consent (never the one who asks)."""

    title: str
    facts: tuple[FactView, ...]
    asked_by: str
    approvers: tuple[UserTileView, ...]


@dataclass(frozen=True, slots=True)
class ArrangementView:
    """A way to pay the rest of an order; choosing it starts `operation` with `params`."""

    text: str
    operation: str
    params: Values
    chosen: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class PaymentView:
    """D12. `primary` concludes, or says why it cannot yet."""

    caption: str
    due: str
    paid: str
    currency: str
    tenders: tuple[TenderRowView, ...]
    buttons: tuple[ButtonView, ...]
    balance: str
    arrangements: tuple[ArrangementView, ...]
    primary: ButtonView


@dataclass(frozen=True, slots=True)
class CustomerRowView:
    """A customer found; `account` is the number or empty while `pending`."""

    id: str
    name: str
    account: str = ""
    pending: bool = False
    phone: str = ""
    city: str = ""
    last_order: str = ""


@dataclass(frozen=True, slots=True)
class FoundCustomersView:
    """D23: rows, and a sentence about them (`No match for 'berg 55'.`)."""

    rows: tuple[CustomerRowView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CustomerFormView:
    """D24: what a new customer is asked. `note` says how it will be kept (`Offline: saved here, sent later`)."""

    languages: tuple[ChoiceView, ...]
    language: str
    countries: tuple[ChoiceView, ...] = ()
    country: str = ""
    note: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ProductRowView:
    """A product found by F3."""

    number: str
    name: str
    price: str
    detail: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class FoundProductsView:
    """Product search: rows and a sentence about them."""

    rows: tuple[ProductRowView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrderRowView:
    """An order found; `number` is headquarters' or the confirmation number, `mark` `HQ` where it came from there."""

    id: str
    number: str
    customer: str
    date: str
    total: str
    status: str
    pending: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FoundOrdersView:
    """D14: rows, a sentence about where they come from, and the preset chips with their counts."""

    rows: tuple[OrderRowView, ...]
    note: str = ""
    presets: tuple[ChoiceView, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderLineView:
    """A line of an order: `Merino sock  2  pickup here  accepted`."""

    name: str
    quantity: str
    amount: str
    glyph: str
    delivery: str
    status: str


@dataclass(frozen=True, slots=True)
class OrderDetailView:
    """D15. `actions` are in fixed places; those not possible carry their reason."""

    id: str
    title: str
    status: str
    pending: bool
    customer: str
    account: str
    lines: tuple[OrderLineView, ...]
    facts: tuple[FactView, ...]
    history: tuple[str, ...]
    actions: tuple[ButtonView, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadquartersAnswer:
    """What headquarters said to a search; only the desk reads `rows`."""

    reached: bool
    rows: tuple[Mapping[str, object], ...] = ()


# ---------------------------------------------------------------- the desk


class Desk(Protocol):
    """The register core as the window sees it. One lane owns it; only `ask_headquarters` may run beside it.

    `dispatch` never raises for anything a cashier can cause. Its outcome is one of
    `Done(message, values)`, `Refused(message)`, `Asks(questions)`, `NeedsApproval(permission, summary)`;
    on `Asks` the window opens the sheet of the operation (or one made from the questions) and dispatches again
    with the answers added to the params; on `NeedsApproval` it shows `approval_view` and dispatches the same
    params again with an `Approval`. An `Ask` has `name`, `prompt`, `kind` (`text`, `amount`, `quantity`, `date`
    or `choice`) and, for a choice, `choices` as finished `ChoiceView`-like pairs (value, text).
    """

    def dispatch(
        self, operation: str, params: Values, approval: "Approval | None" = None
    ) -> "tuple[Outcome, SaleView]":
        """Do one operation; the view is what to draw afterwards, whatever the outcome."""

    def view(self) -> SaleView:
        """What to draw now."""

    def tick(self) -> SaleView | None:
        """What to draw if anything changed outside this window (number arrived, sync state, the minute), else None."""

    def preview(self, operation: str, params: Values) -> PreviewView:
        """What the operation would do with these params; nothing changes."""

    def sign_in_view(self) -> SignInView:
        """Who may sign in, or must unlock."""

    def search_products(self, text: str) -> FoundProductsView:
        """Products by name, number or code."""

    def search_customers(self, text: str) -> FoundCustomersView:
        """Customers by name, number, phone, e-mail; with no text the recent ones."""

    def customer_form(self) -> CustomerFormView:
        """What a new customer is asked."""

    def ask_headquarters(self, text: str) -> HeadquartersAnswer:
        """Search orders at headquarters. Touches no database, so it may run beside the lane; never raises."""

    def find_orders(
        self, text: str, preset: str = "", answer: HeadquartersAnswer | None = None
    ) -> FoundOrdersView:
        """Orders of this register and its catalogue, merged with headquarters' answer where there is one."""

    def order_detail(self, id: str) -> OrderDetailView:
        """One order in full."""

    def ship_view(self, lines: tuple[int, ...] = ()) -> ShipView:
        """The ship sheet with its defaults; no lines means all."""

    def pick_up_view(self, lines: tuple[int, ...] = (), store: str = "") -> PickUpView:
        """The pick-up sheet with its defaults; no lines means all, no store this one."""

    def deposit_view(self) -> DepositView:
        """The deposit sheet."""

    def payment_view(self) -> PaymentView:
        """The payment sheet."""

    def approval_view(self, operation: str, params: Values) -> ApprovalView:
        """What the approver reads."""

    def print_receipt(self, transaction: str) -> "Outcome":
        """Print the receipt of a concluded transaction; called after the sale is shown as done."""

    def close(self) -> None:
        """Give everything back before the program ends."""
