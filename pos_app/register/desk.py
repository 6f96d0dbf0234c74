"""The register core as the window sees it: operations in, frozen views out. One lane owns it."""

from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from importlib.resources.abc import Traversable

from channel_db.catalog.asking import SearchGivenUp
from pos_app.operations.registry import Approval, Done, NeedsApproval, Outcome, Refused, Registry
from pos_app.register.approvals import approval_view
from pos_app.register.card_payments import unclear_payments
from pos_app.register.customer_desk import CustomerDesk
from pos_app.register.delivery_sheets import pick_up_view, ship_view
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.health import Health
from pos_app.register.health_check import REACHED, HealthCheck
from pos_app.register.layouts import choose_layout, note_shown
from pos_app.register.line_log import LineLog
from pos_app.register.live_counts import LiveCounts
from pos_app.register.news import News
from pos_app.register.order_desk import OrderDesk
from pos_app.register.presenting import header_view, sale_view, sign_in_view
from pos_app.register.previews import preview
from pos_app.register.price_views import charges_view, price_view, why_view
from pos_app.register.scanned_codes import ScannedCodes
from pos_app.register.scanning import WINDOW_STEPS
from pos_app.register.search_views import found_products
from pos_app.register.session import RegisterSession
from pos_app.register.sheet_defaults import customer_form, deposit_view, payment_view
from pos_app.register.sync_centre import sync_centre
from pos_app.register.till_desk import RegisterTillDesk
from pos_app.register.welcome import welcome_view
from pos_app.register.wording import worded
from pos_app.views import (
    NO_FILTERS,
    ORDERS_SHOWN,
    Among,
    ApprovalView,
    ButtonView,
    ChargesView,
    CustomerDetailView,
    CustomerFormView,
    DepositView,
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
from retail.cart import line_of
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.settings import StoreSettings

SIGNS_IN = ("user.sign_in", "user.badge")
NOT_KNOWN = "unknown"
"""The agent has not asked yet: what needs headquarters is tried, and refused in words where nobody answers."""


class RegisterDesk:
    """Implements `pos_app.views.Desk` on one session.

    `watch` looks after the agent at every tick; `end` gives back what the composition root opened.
    """

    def __init__(
        self,
        session: RegisterSession,
        registry: Registry,
        delivered_layout: Traversable | None,
        watch: Callable[[], None],
        end: Callable[[], None],
    ) -> None:
        self._session = session
        self._registry = registry
        self._dispatcher = Dispatcher(session, registry)
        self._dispatcher.clear_up()
        self._delivered_layout = delivered_layout
        self._watch, self._end = watch, end
        self._customers = CustomerDesk(session)
        self.search_customers = self._customers.search
        self.ask_for_customers = self._customers.ask_headquarters
        self.customer_duplicates = self._customers.duplicates
        self.orders = OrderDesk(session, registry, lambda: self._settings, self._may_answer, self.preview)
        self.till = RegisterTillDesk(session, lambda: self._settings)
        self.health = Health(session, lambda: self._chosen.layout.name)
        self._news = News(session)
        self._health_check, self._line_log = HealthCheck(session), LineLog(session)
        self._codes = ScannedCodes(session, lambda: self._settings)
        self.badge_user, self.signs_in_alone = self._codes.badge_user, self._codes.signs_in_alone
        self._strips: deque[StripView] = deque()
        self._chosen = choose_layout(session, registry, delivered_layout)
        self._chosen_for = session.user
        self._counts = LiveCounts(session, self.orders.work)
        self._seen, self._touched = self._marks(), session.clock.now()
        self._tell_layout()
        put_back = [each.words for each in (session.salvaged, session.restored) if each is not None]
        for words in put_back:
            self._tell(Severity.WARNING, words)
        if session.broken is not None:
            self._tell(Severity.ERROR, session.broken.message)
        self._tell_missing_receipt()
        if session.cart is not None and not session.cart.is_empty:
            count = len(session.cart.active_lines)
            self._tell(Severity.INFO, say("Restored your open sale ({count} items).", count=count))

    def dispatch(
        self, operation: str, params: Values, approval: Approval | None = None
    ) -> tuple[Outcome, SaleView]:
        """Do one operation; the view is what to draw afterwards, whatever the outcome."""
        return worded(self._carry_out(operation, params, approval), self._session.language), self.view()

    def _carry_out(self, operation: str, params: Values, approval: Approval | None = None) -> Outcome:
        self._touched = self._session.clock.now()
        outcome = self._dispatcher.dispatch(operation, params, approval)
        if isinstance(outcome, Done):
            if outcome.values.get("order"):
                self.orders.renew()
            if not operation.startswith(("product.", "line.")):
                self._counts.renew()
            order, customer = outcome.values.get("order"), outcome.values.get("customer")
            if operation in SIGNS_IN:
                self._health_check.signed_in(self._settings)
            if operation == "transaction.conclude" and isinstance(order, str):
                self._news.watch_order(order)
            if operation == "customer.add" and isinstance(customer, str):
                self._news.watch_customer(customer)
        return outcome

    def scan(
        self, code: str, quantity: str = "", *, picking: bool = False, among: Among | None = None
    ) -> ScannedView:
        """Do what a scanned or typed code stands for; `picking`: lines are being picked, of these or of the sale."""
        language = self._session.language
        try:
            step = self._codes.meaning(code, quantity, picking=picking, among=among)
        except RuleBroken as broken:
            step = broken.message
        if isinstance(step, Message):
            nowhere, refused = StepView("product.add", {"code": code}), worded(Refused(step), language)
            return ScannedView(nowhere, refused, self.view(), self._codes.refused(code, step))
        if step.operation in WINDOW_STEPS:
            return ScannedView(step, None, self.view())
        outcome = self._carry_out(step.operation, step.params)
        piece = self._codes.of_piece(code, outcome)
        if piece is not None:
            step, outcome = piece, self._carry_out(piece.operation, piece.params)
        strip = self._codes.refused(code, outcome.message) if isinstance(outcome, Refused) else None
        return ScannedView(step, worded(outcome, language), self.view(), strip)

    def view(self) -> SaleView:
        """What to draw now."""
        if self._session.user is not self._chosen_for:
            self._choose_layout()
        strip = self._strips.popleft() if self._strips else None
        return sale_view(
            self._session, self._settings, self._chosen.layout, self._registry, strip, self._counts
        )

    def tick(self) -> SaleView | None:
        """What to draw if anything changed outside this window, else None."""
        self._watch()
        if self._is_left_alone():
            return self.dispatch("register.lock", {})[1]
        self._session.look_after_catalog()
        self._session.look_after_clock()
        self._health_check.look(self._settings)
        self._line_log.look()
        if (gone := self._session.look_after_user()) is not None:
            self._tell(Severity.WARNING, gone)
        collected = self._session.courier.collect()
        marks = self._marks()
        if marks == self._seen and not collected and not self._strips:
            return None
        if marks[1] != self._seen[1]:
            self._choose_layout()
        self._seen = marks
        self.orders.renew()
        self._counts.renew()
        self._strips.extend(self._news.gather())
        return self.view()

    def _is_left_alone(self) -> bool:
        """Somebody is signed in, and nothing was done for as long as the store allows; no card is being asked about."""
        session, minutes = self._session, self._settings.lock_minutes
        if not minutes or session.user is None or session.is_locked:
            return False
        if session.clock.now() - self._touched < timedelta(minutes=minutes):
            return False
        return not unclear_payments(session.cart, session.card_payments)

    def preview(self, operation: str, params: Values) -> PreviewView:
        """What the operation would do with these params; nothing changes."""
        self._touched = self._session.clock.now()
        context = self._session.draft(self._settings)
        return preview(self._dispatcher, context, operation, params, self.orders.answered)

    def sign_in_view(self) -> SignInView:
        """Who may sign in, or must unlock."""
        return sign_in_view(self._session, self._settings)

    def search_products(self, text: str, is_stale: Callable[[], bool] = lambda: False) -> FoundProductsView:
        """Products by name, number or code; nothing once `is_stale` says that nobody waits for them any more."""
        session, self._touched = self._session, self._session.clock.now()
        with suppress(SearchGivenUp):
            return found_products(session.finding, text, self._settings, session.language, is_stale)
        return FoundProductsView(())

    def customer_detail(self, id: str) -> CustomerDetailView | None:
        """One customer in full: the one of the sale for no id, None where there is none."""
        return self._customers.detail(id, self._settings, online=self._is_online)

    def customer_form(self) -> CustomerFormView:
        """What a new customer is asked."""
        return customer_form(self._session.draft(self._settings), is_online=self._is_online)

    def ask_headquarters(self, text: str, filters: Mapping[str, str] = NO_FILTERS) -> HeadquartersAnswer:
        """Search orders at headquarters. Touches no database, so it may run beside the lane; never raises."""
        return self.orders.ask(text, filters, self._today)

    def find_orders(
        self,
        text: str,
        preset: str = "",
        answer: HeadquartersAnswer | None = None,
        filters: Mapping[str, str] = NO_FILTERS,
        most: int = ORDERS_SHOWN,
    ) -> FoundOrdersView:
        """Orders of this register and its catalogue, with headquarters' answer below where there is one."""
        note = self._unreachable() if answer is not None and not answer.reached else ""
        return self.orders.find(text, preset, answer, note, filters, most)

    def order_detail(self, id: str) -> OrderDetailView:
        """One order in full.

        Raises:
            KeyError: this register does not know the order; rows that were shown are always known.
        """
        return self.orders.detail(id)

    def welcome_view(self) -> WelcomeView:
        """The welcome screen."""
        context = self._session.draft(self._settings)
        return welcome_view(context, self._chosen.layout, self._registry, self._counts.of)

    def ship_view(self, lines: tuple[int, ...] = (), address: str | None = None, place: str = "") -> ShipView:
        """The ship sheet with its defaults, for what was chosen on it; no lines means all."""
        context = self._session.draft(self._settings)
        return ship_view(context, lines, self._consequence("order.ship", lines, {}), address, place)

    def pick_up_view(self, lines: tuple[int, ...] = (), store: str = "") -> PickUpView:
        """The pick-up sheet with its defaults; no lines means all, no store this one."""
        context = self._session.draft(self._settings)
        return pick_up_view(
            context, lines, store, self._consequence("order.pick_up", lines, {"store": store or None})
        )

    def deposit_view(self) -> DepositView:
        """The deposit sheet."""
        return deposit_view(self._session.draft(self._settings))

    def price_view(self, line: int) -> PriceView:
        """The sheet of a line's price."""
        context = self._session.draft(self._settings)
        return price_view(context, line_of(context.open_cart, line))

    def charges_view(self) -> ChargesView:
        """The sheet of all charges."""
        return charges_view(self._session.draft(self._settings))

    def why_view(self, line: int) -> WhyView:
        """Why a line costs what it costs."""
        context = self._session.draft(self._settings)
        found = line_of(context.open_cart, line)
        return why_view(context, found, self._session.finding.picture_of(found.product))

    def payment_view(self) -> PaymentView:
        """The payment sheet."""
        return payment_view(self._session.draft(self._settings), is_online=self._is_online)

    def cancel_card(self) -> None:
        """Ask the terminal to give up what it is doing. Touches no database, so it may run beside the lane."""
        self._session.terminal.cancel()

    def sync_centre(self) -> SyncCentreView:
        """What waits for headquarters, what needs somebody, and what came from there."""
        return sync_centre(self._session)

    def unknown_codes(self) -> tuple[UnknownCodeView, ...]:
        """What was scanned since the register was started and nothing was found for; the last one first."""
        return self._codes.unknown()

    def approval_view(self, operation: str, params: Values, needed: NeedsApproval | None) -> ApprovalView:
        """What the approver reads."""
        return approval_view(self._session, self._settings, self._registry[operation], params, needed)

    def print_receipt(self, transaction: str) -> Outcome:
        """Print the receipt of a concluded transaction; called after the sale is shown as done."""
        outcome = self._dispatcher.dispatch("receipt.print", {"transaction": transaction})
        return worded(outcome, self._session.language)

    def print_slip(self, suspended: str) -> Outcome:
        """Print the slip of a sale that was just set aside; with its code it is taken up again."""
        outcome = self._dispatcher.dispatch("transaction.slip", {"id": suspended})
        return worded(outcome, self._session.language)

    def close(self) -> None:
        """Give everything back before the program ends."""
        self._end()

    @property
    def _settings(self) -> StoreSettings:
        return self._session.settings or StoreSettings(store=self._session.device.store)

    @property
    def _today(self) -> date:
        return self._session.clock.now().date()

    @property
    def _is_online(self) -> bool:
        session = self._session
        return not session.offline_by and session.catalog.contact().state in REACHED

    def _may_answer(self) -> bool:
        """Headquarters is there as far as anybody knows; whether it is, shows when it is asked."""
        session, state = self._session, self._session.catalog.contact().state
        return self._is_online or (
            not session.offline_by and state == NOT_KNOWN and session.real_time.may_ask()
        )

    def _unreachable(self) -> str:
        last, language = self._session.catalog.contact().last_success_at, self._session.language
        if last is None:
            return language.say("Orders on this register. Headquarters is not reachable.")
        return language.say(
            "Orders on this register. Headquarters is not reachable (since {time}).",
            time=f"{datetime.fromisoformat(last):%H:%M}",
        )

    def _consequence(self, operation: str, lines: tuple[int, ...], params: Values) -> str:
        chosen = {**params, "lines": list(lines)} if lines else params
        id = f"{operation}_selected" if lines else f"{operation}_all"
        return self.preview(id, chosen).consequence

    def _marks(self) -> tuple[int, int, str, str]:
        """What must change for the screen to have to be drawn anew: either file, the indicator, the minute."""
        session, header = self._session, header_view(self._session, self._settings)
        return session.journal.changes(), session.catalog.changes(), header.sync.text, header.time

    def _choose_layout(self) -> None:
        """Show the layout of whoever is signed in, as headquarters has it now."""
        before, self._chosen_for = self._chosen, self._session.user
        self._chosen = choose_layout(self._session, self._registry, self._delivered_layout)
        if self._chosen != before:
            self._tell_layout()

    def _tell_layout(self) -> None:
        note_shown(self._session, self._chosen)
        if self._chosen.problem is not None:
            self._tell(Severity.WARNING, self._chosen.problem)

    def _tell_missing_receipt(self) -> None:
        """The register ended before the paper of its last sale came out: say so, and offer it."""
        missing = self._session.receipts.missing()
        if missing is None:
            return
        language = self._session.language
        words = language.say(
            "Receipt {number} did not come out. Print it now.", number=missing.receipt_number
        )
        again = ButtonView(language.say("Print"), "receipt.print", {"transaction": missing.id})
        self._strips.append(StripView(Severity.WARNING, words, (again,)))

    def _tell(self, severity: Severity, message: Message) -> None:
        self._strips.append(StripView(severity, self._session.language.tell(message)))
