"""What the window shows, as frozen data, and the desk that it asks: the whole border between core and widgets.

Every text is finished (language, currency and dates included); the window computes nothing but layout.
A field called `why_not` is empty where a thing is possible and otherwise says, in words the cashier can act on,
why it is not; pressing such a button shows that sentence on the strip.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from pos_app.acting_views import ActingDesk, ActView
from pos_app.cart_views import CustomerCardView, DeliveryRowView, LineView, TotalsView
from pos_app.health_views import HealthDesk
from pos_app.preference_views import CustomerFormView
from pos_app.sheet_views import (
    SPLIT,
    ApprovalView,
    ArrangementView,
    ChargeRowView,
    ChargesView,
    CustomerDetailView,
    CustomerRowView,
    DepositView,
    FilterView,
    FoundCustomersView,
    FoundOrdersView,
    FoundProductsView,
    HeadquartersAnswer,
    OrderDetailView,
    OrderLineView,
    OrderRowView,
    OutboxRowView,
    PaymentView,
    PickUpView,
    PreviewView,
    PriceView,
    ProductRowView,
    ReceivedRowView,
    ShipView,
    SyncCentreView,
    UnknownCodeView,
    WhyView,
)
from pos_app.till_views import TillDesk
from pos_app.view_parts import (
    WINDOW_IDS,
    Among,
    ArrivingView,
    ButtonView,
    ChoiceView,
    DaysView,
    FactView,
    HeaderView,
    Screen,
    Severity,
    StepView,
    StripView,
    SyncView,
    TenderRowView,
    Tone,
    UserTileView,
    Values,
)

if TYPE_CHECKING:
    from pos_app.operations.registry import Approval, NeedsApproval, Outcome

NO_FILTERS: Mapping[str, str] = {}
ORDERS_SHOWN = 50
"""So many orders are shown before more are asked for."""

__all__ = [
    "NO_FILTERS",
    "ORDERS_SHOWN",
    "SPLIT",
    "WINDOW_IDS",
    "ActView",
    "ActingDesk",
    "Among",
    "ApprovalView",
    "ArrangementView",
    "ArrivingView",
    "ButtonView",
    "ChargeRowView",
    "ChargesView",
    "ChoiceView",
    "CustomerCardView",
    "CustomerDetailView",
    "CustomerFormView",
    "CustomerRowView",
    "DaysView",
    "DeliveryRowView",
    "DepositView",
    "Desk",
    "FactView",
    "FilterView",
    "FoundCustomersView",
    "FoundOrdersView",
    "FoundProductsView",
    "GridPageView",
    "HeaderView",
    "HeadquartersAnswer",
    "LineView",
    "OrderDetailView",
    "OrderLineView",
    "OrderRowView",
    "OutboxRowView",
    "PaymentView",
    "PickUpView",
    "PreviewView",
    "PriceView",
    "ProductRowView",
    "ReceivedRowView",
    "SaleView",
    "ScannedView",
    "Screen",
    "Severity",
    "ShipView",
    "SignInView",
    "StepView",
    "StripView",
    "SyncCentreView",
    "SyncView",
    "TenderRowView",
    "Tone",
    "TotalsView",
    "UnknownCodeView",
    "UserTileView",
    "Values",
    "WelcomeView",
    "WhyView",
]


@dataclass(frozen=True, slots=True)
class GridPageView:
    """A page of the button grid; with a `size`, what that page is on a screen of that size."""

    name: str
    buttons: tuple[ButtonView, ...]
    rows: int = 7
    columns: int = 3
    size: str = ""


@dataclass(frozen=True, slots=True)
class WelcomeView:
    """S10: up to four groups of buttons; `sale` is the way to the sale, with what is in it."""

    title: str
    sentence: str
    groups: tuple[GridPageView, ...]
    sale: str


@dataclass(frozen=True, slots=True)
class SaleView:
    """Everything the window draws outside its sheets, after one change.

    `strip` is news since the last view (restored sale, account arrived, broken layout): shown once, None mostly.
    `tender_buttons` are the fixed eight: cash exact (F12), cash, card (F11), more (F10, `payment.open`), four notes;
    when nothing is due and the cart can be concluded, the first reads *Conclude* with `transaction.conclude`.
    `finishing` is empty while something is due or undecided; else the steps that end the sale without another
    tap, the last being `transaction.conclude` (before it `order.balance` where only one arrangement is possible).
    `undecided` is True where nothing is due but the rest of an order needs a choice: the payment sheet opens.
    `undoable` is the operation whose change *Undo* takes back now, `redoable` the one *Redo* makes again, or empty;
    `card_unclear` says that nobody knows whether a card was charged, and empty where all is known.
    `empty_note` says below the empty cart what else is to be done, `act` what is being done to an order, or None.
    `void_reasons` are what D26 offers. `language`: the code of its texts. `suggests`: products are searched at once.
    """

    screen: Screen
    header: HeaderView
    totals: TotalsView
    strip: StripView | None = None
    act: ActView | None = None
    starts_at_welcome: bool = False
    customer: CustomerCardView | None = None
    lines: tuple[LineView, ...] = ()
    voided: int = 0
    empty_text: str = "Scan or type an item"
    empty_note: str = ""
    deliveries: tuple[DeliveryRowView, ...] = ()
    tenders: tuple[TenderRowView, ...] = ()
    arrangement: str = ""
    tender_buttons: tuple[ButtonView, ...] = ()
    pages: tuple[GridPageView, ...] = ()
    finishing: tuple[StepView, ...] = ()
    undecided: bool = False
    undoable: str = ""
    redoable: str = ""
    void_reasons: tuple[ChoiceView, ...] = ()
    card_unclear: str = ""
    decimal_mark: str = "."
    language: str = "en"
    suggests: bool = True


@dataclass(frozen=True, slots=True)
class ScannedView:
    """What a code stood for and what came of it; `outcome` is None where the window itself does the step.

    `refusal` is the strip of a code that was refused; it goes with the reject sound.
    """

    step: StepView
    outcome: "Outcome | None"
    sale: SaleView
    refusal: StripView | None = None


@dataclass(frozen=True, slots=True)
class SignInView:
    """Sign-in and lock: `locked_by` must unlock, or is empty; `arriving` is None where it is ready to sell.

    `asks_user`: a user name may be typed, as not everybody has a tile. `switch` is the operation that has the register
    work offline or online again, where that is allowed before the sign-in.
    """

    store: str
    register: str
    users: tuple[UserTileView, ...]
    sync: SyncView
    time: str
    date: str = ""
    version: str = ""
    locked_by: str = ""
    open_sale: str = ""
    languages: tuple[ChoiceView, ...] = ()
    language: str = "en"
    arriving: ArrivingView | None = None
    asks_user: bool = False
    switch: str = ""
    switch_text: str = ""


class Desk(Protocol):
    """The register core as the window sees it. One lane owns it; only what asks headquarters may run beside it.

    `dispatch` never raises for anything a cashier can cause. Its outcome is one of
    `Done(message, values)`, `Refused(message)`, `Asks(questions)`, `NeedsApproval(permission, summary)`;
    on `Asks` the window opens the sheet of the operation (or one made from the questions) and dispatches again
    with the answers added to the params; on `NeedsApproval` it shows `approval_view` and dispatches the same
    params again with an `Approval`. An `Ask` has `name`, `prompt`, `kind` (`text`, `amount`, `quantity`, `date`
    or `choice`) and, for a choice, `choices` as finished `ChoiceView`-like pairs (value, text).
    """

    @property
    def till(self) -> TillDesk:
        """What the sheets about the till and its shifts open with."""

    @property
    def orders(self) -> ActingDesk:
        """What the sheets about orders that exist open with."""

    @property
    def health(self) -> HealthDesk:
        """What looks after the register itself."""

    def dispatch(
        self, operation: str, params: Values, approval: "Approval | None" = None
    ) -> "tuple[Outcome, SaleView]":
        """Do one operation; the view is what to draw afterwards, whatever the outcome."""

    def scan(
        self, code: str, quantity: str = "", *, picking: bool = False, among: Among | None = None
    ) -> ScannedView:
        """Do what a scanned or typed code stands for; `picking` says that lines are being picked.

        They are those of the sale, or the lines `among` which a sheet chooses: number and product of each.
        The window's own steps are `order.find` with a `text` and `lines.pick` with `lines`.
        """

    def badge_user(self, code: str) -> str:
        """The user of a staff badge or card; empty where the code is none, or nobody's."""

    def signs_in_alone(self, code: str) -> bool:
        """Whether this badge or card signs in without a PIN."""

    def view(self) -> SaleView:
        """What to draw now."""

    def tick(self) -> SaleView | None:
        """What to draw if anything changed outside this window (number arrived, sync state, the minute), else None."""

    def preview(self, operation: str, params: Values) -> PreviewView:
        """What the operation would do with these params; nothing changes."""

    def sign_in_view(self) -> SignInView:
        """Who may sign in, or must unlock."""

    def search_products(self, text: str, is_stale: Callable[[], bool] = lambda: False) -> FoundProductsView:
        """Products by name, number or code; nothing once `is_stale` says that nobody waits for them any more."""

    def customer_duplicates(self, typed: Mapping[str, Any]) -> FoundCustomersView:
        """Who may be the new customer who is being typed."""

    def ask_for_customers(self, text: str) -> HeadquartersAnswer:
        """Search customers at headquarters; may run beside the lane, as `ask_headquarters`."""

    def search_customers(
        self,
        text: str,
        is_stale: Callable[[], bool] = lambda: False,
        answer: HeadquartersAnswer | None = None,
    ) -> FoundCustomersView:
        """Customers by name, number, phone, e-mail; with no text the recent ones; nothing as above."""

    def customer_detail(self, id: str) -> CustomerDetailView | None:
        """One customer in full: the one of the sale for no id, None where there is none."""

    def customer_form(self) -> CustomerFormView:
        """What a new customer is asked."""

    def ask_headquarters(self, text: str, filters: Mapping[str, str] = NO_FILTERS) -> HeadquartersAnswer:
        """Search orders at headquarters. Touches no database, so it may run beside the lane; never raises."""

    def find_orders(
        self,
        text: str,
        preset: str = "",
        answer: HeadquartersAnswer | None = None,
        filters: Mapping[str, str] = NO_FILTERS,
        most: int = ORDERS_SHOWN,
    ) -> FoundOrdersView:
        """Orders of this register and its catalogue, with headquarters' answer below where there is one."""

    def order_detail(self, id: str) -> OrderDetailView:
        """One order in full."""

    def welcome_view(self) -> WelcomeView:
        """The welcome screen."""

    def ship_view(self, lines: tuple[int, ...] = (), address: str | None = None, place: str = "") -> ShipView:
        """The ship sheet with its defaults; no lines means all."""

    def pick_up_view(self, lines: tuple[int, ...] = (), store: str = "") -> PickUpView:
        """The pick-up sheet with its defaults; no lines means all, no store this one."""

    def deposit_view(self) -> DepositView:
        """The deposit sheet."""

    def price_view(self, line: int) -> PriceView:
        """The sheet of a line's price."""

    def charges_view(self) -> ChargesView:
        """The sheet of all charges."""

    def why_view(self, line: int) -> WhyView:
        """Why a line costs what it costs."""

    def payment_view(self) -> PaymentView:
        """The payment sheet."""

    def sync_centre(self) -> SyncCentreView:
        """What waits for headquarters, what needs somebody, and what came from there."""

    def unknown_codes(self) -> tuple[UnknownCodeView, ...]:
        """What was scanned since the register was started and nothing was found for; the last one first."""

    def cancel_card(self) -> None:
        """Ask the terminal to give up what it is doing. Touches no database, so it may run beside the lane."""

    def approval_view(self, operation: str, params: Values, needed: "NeedsApproval | None") -> ApprovalView:
        """What the approver reads: whoever has these rights may consent, and whose own limit reaches so far."""

    def print_slip(self, suspended: str) -> "Outcome":
        """Print the slip of a sale that was just set aside."""

    def print_receipt(self, transaction: str) -> "Outcome":
        """Print the receipt of a concluded transaction; called after the sale is shown as done."""

    def close(self) -> None:
        """Give everything back before the program ends."""
