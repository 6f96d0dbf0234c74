"""A desk small enough to read: it answers with what a test laid out and remembers what it was asked."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pos_app.acting_views import (
    WORK_SHOWN,
    CancelView,
    CreateView,
    PartsView,
    PayView,
    ReturnSourcesView,
    ReturnView,
    WorkListView,
)
from pos_app.binder import Binder
from pos_app.health_views import BundleView, Examined, HealthView
from pos_app.operations.registry import Approval, Done, NeedsApproval, Outcome, Refused
from pos_app.preference_views import DetailsView
from pos_app.till_views import BlindShiftView, CountView, MovementView
from pos_app.views import (
    NO_FILTERS,
    ORDERS_SHOWN,
    Among,
    ApprovalView,
    ChargesView,
    ChoiceView,
    CustomerDetailView,
    CustomerFormView,
    DepositView,
    FoundCustomersView,
    FoundOrdersView,
    FoundProductsView,
    HeadquartersAnswer,
    OrderDetailView,
    PaymentView,
    PickUpView,
    PreviewView,
    PriceView,
    SaleView,
    ScannedView,
    Severity,
    ShipView,
    SignInView,
    StepView,
    StripView,
    SyncCentreView,
    UnknownCodeView,
    Values,
    WelcomeView,
    WhyView,
)
from retail.looks import NO_LOOK, Look
from retail.messages import say
from tests.pos_app.ui import acting_examples as acting
from tests.pos_app.ui import customer_examples, examples, health_examples, order_examples, till_examples

NOT_SELECTED = replace(
    examples.PLAIN, lines=tuple(replace(line, selected=False) for line in examples.PLAIN.lines)
)
EMPTIED = replace(examples.CONCLUDED, strip=None)

Answer = Callable[[Values, Approval | None], Outcome]


class SmallOrders:
    """What the sheets about orders open with; `why_not` says that nothing of it can begin."""

    def __init__(self) -> None:
        self.why_not = ""
        self.asked: list[tuple[object, ...]] = []

    def details(self) -> DetailsView:
        return DetailsView(why_not="This store asks for no details here.")

    def parts_view(self, id: str, operation: str, lines: tuple[int, ...] = ()) -> PartsView:
        self.asked.append((operation, id, lines))
        return replace(acting.HAND_OUT, id=id, operation=operation, why_not=self.why_not)

    def cancel_view(self, id: str) -> CancelView:
        return replace(acting.CANCEL, id=id, why_not=self.why_not)

    def pay_view(self, id: str) -> PayView:
        return replace(acting.PAY, id=id, why_not=self.why_not)

    def return_view(self, id: str, invoice: str = "") -> ReturnView:
        return replace(acting.RETURN, id=id, invoice=invoice, why_not=self.why_not)

    def return_sources(self, number: str = "", order: str = "") -> ReturnSourcesView:
        self.asked.append((number, order))
        if number == acting.SOURCES.sources[0].numbers[0]:
            return replace(acting.SOURCES, sources=acting.SOURCES.sources[:1])
        return replace(acting.SOURCES, why_not=self.why_not)

    def create_view(self) -> CreateView:
        return acting.CREATE

    def work_list(
        self,
        preset: str = "",
        text: str = "",
        chosen: tuple[str, ...] = (),
        order: str = "",
        most: int = WORK_SHOWN,
    ) -> WorkListView:
        self.asked.append((preset, text, chosen, order))
        return replace(acting.WORK, chosen=chosen)


class SmallHealth:
    """What a look at the register found, and a bundle that is saved nowhere."""

    def __init__(self) -> None:
        self.looked = 0
        self.tested: list[str] = []
        self.saved: list[BundleView] = []
        self.fault: Exception | None = None
        self.outcome: Outcome = Done(say("Saved as {file}.", file="bundle.zip"))

    def examine(self) -> Examined:
        self.looked += 1
        if self.fault is not None:
            raise self.fault
        return Examined()

    def test(self, examined: Examined, device: str) -> Examined:
        self.tested.append(device)
        return examined

    def view(self, examined: Examined) -> HealthView:
        return health_examples.HEALTH

    def profile(self) -> Look:
        return NO_LOOK

    def profile_pictures(self) -> tuple[str, str]:
        return "", ""

    def layout(self) -> str:
        return "standard"

    def gather(self, examined: Examined) -> BundleView:
        if self.fault is not None:
            raise self.fault
        return health_examples.BUNDLE

    def save(self, bundle: BundleView) -> Outcome:
        self.saved.append(bundle)
        return self.outcome


class SmallTill:
    """What the sheets about the till open with."""

    def suspended(self) -> tuple[ChoiceView, ...]:
        return examples.SUSPENDED

    def count(self, shift: str = "") -> CountView:
        return till_examples.COUNT

    def movement(self, operation: str) -> MovementView:
        return till_examples.FLOAT

    def blind_shifts(self) -> tuple[BlindShiftView, ...]:
        return till_examples.BLIND


class SmallDesk:
    """`answers` are outcomes by operation; `after` are the views that follow a done operation."""

    def __init__(self, view: SaleView = examples.HYBRID) -> None:
        self.shown = view
        self.answers: dict[str, Answer] = {}
        self.after: dict[str, SaleView] = {}
        self.calls: list[tuple[str, dict[str, object]]] = []
        self.approvals: list[Approval] = []
        self.printed: list[str] = []
        self.receipt: Outcome = Done(say("Printed."))
        self.headquarters = HeadquartersAnswer(reached=False)
        self.news: SaleView | None = None
        self.picked = [1]
        self.cancelled = 0
        self.asked_customers: list[str] = []
        self.detailed: list[str] = []
        self.customer: CustomerDetailView | None = customer_examples.CUSTOMER
        self.previewed: list[tuple[str, dict[str, object]]] = []
        self.orders = SmallOrders()
        self.health = SmallHealth()
        self.till = SmallTill()

    def dispatch(
        self, operation: str, params: Values, approval: Approval | None = None
    ) -> tuple[Outcome, SaleView]:
        self.calls.append((operation, dict(params)))
        if approval is not None:
            self.approvals.append(approval)
        answer = self.answers.get(operation)
        outcome = self.done(operation) if answer is None else answer(params, approval)
        if isinstance(outcome, Done):
            self.shown = self.after.get(operation, self.shown)
        return outcome, self.shown

    def done(self, operation: str) -> Done:
        return Done(say("Done: {operation}.", operation=operation))

    def scan(
        self, code: str, quantity: str = "", *, picking: bool = False, among: Among | None = None
    ) -> ScannedView:
        """Orders and picked lines are the window's; everything else is an item."""
        if code.startswith("L-"):
            return ScannedView(StepView("order.find", {"text": code}), None, self.shown)
        if picking:
            return ScannedView(StepView("lines.pick", {"lines": self.picked}), None, self.shown)
        params = {"code": code, **({"quantity": quantity} if quantity else {})}
        outcome, view = self.dispatch("product.add", params)
        refusal = StripView(Severity.ERROR, str(outcome.message)) if isinstance(outcome, Refused) else None
        return ScannedView(StepView("product.add", params), outcome, view, refusal)

    def signs_in_alone(self, code: str) -> bool:
        return False

    def badge_user(self, code: str) -> str:
        return code.removeprefix("STAFF-") if code.startswith("STAFF-") else ""

    def view(self) -> SaleView:
        return self.shown

    def tick(self) -> SaleView | None:
        news, self.news = self.news, None
        return news

    def preview(self, operation: str, params: Values) -> PreviewView:
        self.previewed.append((operation, dict(params)))
        return PreviewView("Order 1,348.00 · due now 134.80")

    def sign_in_view(self) -> SignInView:
        return examples.LOCKED if self.shown.screen == "locked" else examples.SIGN_IN

    def search_products(self, text: str, is_stale: Callable[[], bool] = lambda: False) -> FoundProductsView:
        return examples.PRODUCTS if text else FoundProductsView(())

    def ask_for_customers(self, text: str) -> HeadquartersAnswer:
        self.asked_customers.append(text)
        return self.headquarters

    def search_customers(
        self,
        text: str,
        is_stale: Callable[[], bool] = lambda: False,
        answer: HeadquartersAnswer | None = None,
    ) -> FoundCustomersView:
        if answer is not None:
            return replace(examples.CUSTOMERS, rows=(*examples.CUSTOMERS.rows, examples.FROM_HEADQUARTERS))
        return examples.NO_CUSTOMERS if text == "berg 55" else examples.CUSTOMERS

    def customer_duplicates(self, typed: Mapping[str, Any]) -> FoundCustomersView:
        return replace(examples.CUSTOMERS, rows=examples.CUSTOMERS.rows[:1])

    def customer_detail(self, id: str) -> CustomerDetailView | None:
        self.detailed.append(id)
        return self.customer

    def customer_form(self) -> CustomerFormView:
        return examples.CUSTOMER_FORM

    def ask_headquarters(self, text: str, filters: Mapping[str, str] = NO_FILTERS) -> HeadquartersAnswer:
        return self.headquarters

    def find_orders(
        self,
        text: str,
        preset: str = "",
        answer: HeadquartersAnswer | None = None,
        filters: Mapping[str, str] = NO_FILTERS,
        most: int = ORDERS_SHOWN,
    ) -> FoundOrdersView:
        found = order_examples.ORDERS_FOUND
        if answer is None:
            return replace(found, rows=found.rows[:2], note="2 here")
        return replace(found, note="with HQ" if answer.reached else "HQ is not reachable")

    def order_detail(self, id: str) -> OrderDetailView:
        return replace(order_examples.ORDER, id=id)

    def welcome_view(self) -> WelcomeView:
        return acting.WELCOME

    def ship_view(self, lines: tuple[int, ...] = (), address: str | None = None, place: str = "") -> ShipView:
        return examples.SHIP

    def pick_up_view(self, lines: tuple[int, ...] = (), store: str = "") -> PickUpView:
        return replace(examples.PICK_UP, store=store or "HOUSTON")

    def deposit_view(self) -> DepositView:
        return examples.DEPOSIT

    def price_view(self, line: int) -> PriceView:
        return replace(examples.PRICE, line=line)

    def charges_view(self) -> ChargesView:
        return examples.CHARGES

    def why_view(self, line: int) -> WhyView:
        return examples.WHY

    def payment_view(self) -> PaymentView:
        return examples.PAYMENT

    def sync_centre(self) -> SyncCentreView:
        return examples.SYNC_CENTRE

    def unknown_codes(self) -> tuple[UnknownCodeView, ...]:
        return examples.UNKNOWN_CODES

    def cancel_card(self) -> None:
        self.cancelled += 1

    def approval_view(self, operation: str, params: Values, needed: NeedsApproval | None) -> ApprovalView:
        return examples.APPROVAL

    def print_slip(self, suspended: str) -> Outcome:
        self.printed.append(suspended)
        return self.receipt

    def print_receipt(self, transaction: str) -> Outcome:
        self.printed.append(transaction)
        return self.receipt

    def close(self) -> None:
        self.calls.append(("close", {}))


def begin(binder: Binder, desk: SmallDesk, view: SaleView = examples.HYBRID) -> None:
    """Have the window show this, with nothing asked of the desk yet."""
    desk.shown = view
    binder.start()
    desk.calls.clear()


def refuse(params: Values, approval: Approval | None) -> Outcome:
    """An answer for any operation."""
    return Refused(say("That cannot be."))
