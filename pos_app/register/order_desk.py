"""The desk as far as it is about orders that exist: finding them, reading them, and what their sheets open with."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.acting_views import (
    CancelView,
    CreateView,
    PartsView,
    ReturnSourcesView,
    ReturnView,
    WorkListView,
)
from pos_app.operations.acting import check_free, left_here, opened
from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Registry
from pos_app.register.fetching import fetched
from pos_app.register.finding import read_answer
from pos_app.register.known_order import KnownOrder
from pos_app.register.order_sheets import cancel_view, create_view, parts_view
from pos_app.register.order_views import found_orders, order_detail, picking_verdict
from pos_app.register.possible import actions_of
from pos_app.register.return_views import return_view, sources_view
from pos_app.register.returnable import things_named
from pos_app.register.session import RegisterSession
from pos_app.register.work_list import WORK_MAX, Job, jobs_of, work_list
from pos_app.views import FoundOrdersView, HeadquartersAnswer, OrderDetailView, PreviewView, Values
from retail.errors import RuleBroken
from retail.orders.facts import Action, OrderFacts
from retail.orders.order import OrderState
from retail.quantity import show_quantity
from retail.settings import StoreSettings

PHONE_DIGITS_MIN, CUSTOMERS_MAX = 4, 5
"""From so many digits on a text may be a telephone number; so many customers are looked after."""
Previewing = Callable[[str, Values], PreviewView]


class OrderDesk:
    """Remembers the orders that headquarters answered with: they are shown and acted on as those known here."""

    def __init__(
        self,
        session: RegisterSession,
        registry: Registry,
        settings: Callable[[], StoreSettings],
        is_online: Callable[[], bool],
        preview: Previewing,
    ) -> None:
        self._session = session
        self._registry = registry
        self._settings = settings
        self._is_online = is_online
        self._preview = preview
        self.answered: dict[str, OrderState] = {}
        self._jobs: list[Job] | None = None

    def find(
        self, text: str, preset: str = "", answer: HeadquartersAnswer | None = None, note: str = ""
    ) -> FoundOrdersView:
        """Orders of this register and its catalogue, merged with headquarters' answer where there is one."""
        rows = () if answer is None else answer.rows
        self.answered |= {order.id: order for order in map(read_answer, rows) if order is not None}
        orders = self._session.finding.find_orders(text, rows)
        known = {order.id for order in orders}
        orders += [order for order in self._found_otherwise(text.strip()) if order.id not in known]
        cart = self._session.cart
        customer = None if cart is None else cart.customer
        return found_orders(
            orders, preset, self._settings(), customer, self._context.today, note, self._session.language
        )

    def _found_otherwise(self, text: str) -> list[KnownOrder]:
        """Orders by the number of a receipt, and by the phone or e-mail of their customer."""
        finding, found = self._session.finding, {}
        of_receipt = finding.order_of_receipt(self._session.device.epoch, text)
        if of_receipt is not None:
            found[of_receipt.id] = of_receipt
        if "@" in text or sum(sign.isdigit() for sign in text) >= PHONE_DIGITS_MIN:
            for customer in finding.find_customers(text)[:CUSTOMERS_MAX]:
                orders = finding.find_orders(customer.name)
                found |= {order.id: order for order in orders if order.customer_id == customer.id}
        return list(found.values())

    def detail(self, id: str) -> OrderDetailView:
        """One order in full.

        Raises:
            KeyError: nobody here knows the order; rows that were shown are always known.
        """
        order = self._known(id)
        verdicts = actions_of(self._session, self._settings(), order, online=self._is_online())
        verdicts[Action.PICK] = picking_verdict(order, self._facts(order))
        customer = self._session.finding.customer(order.customer_id)
        return order_detail(order, customer, verdicts, self._registry, self._context)

    def parts_view(self, id: str, operation: str, lines: tuple[int, ...] = ()) -> PartsView:
        """D20: how much of each line; no lines means all that can be handed out here."""
        context = self._context
        try:
            if operation == "order.pick_up":
                order = self._opened(context, id, Action.PICK_UP)
                left = left_here(order, context.settings.store)
                quantities = {str(number): show_quantity(each) for number, each in left.items()}
                consequence = self._preview(operation, {"id": id, "quantities": quantities}).consequence
            else:
                order, consequence = fetched(context, id), ""
        except RuleBroken as broken:
            return PartsView(id, operation, why_not=context.language.tell(broken.message))
        return parts_view(context, order, operation, lines, consequence)

    def cancel_view(self, id: str) -> CancelView:
        """D17."""
        context = self._context
        try:
            return cancel_view(context, self._opened(context, id, Action.CANCEL))
        except RuleBroken as broken:
            return CancelView(id, why_not=context.language.tell(broken.message))

    def return_view(self, id: str, invoice: str = "") -> ReturnView:
        """D18 and D21."""
        context = self._context
        try:
            order = self._opened(context, id, Action.RETURN)
        except RuleBroken as broken:
            return ReturnView(id, why_not=context.language.tell(broken.message))
        return return_view(context, order, invoice, is_online=self._is_online())

    def return_sources(self, number: str = "", order: str = "") -> ReturnSourcesView:
        """The first step of D18: which sale or which invoice. Those with nothing left to come back are left out."""
        context = self._context
        try:
            check_free(context)
            things = (
                things_named(context, number) if number else [self._opened(context, order, Action.RETURN)]
            )
            self.answered |= {each.id: each.state for each in things}
            return sources_view(context, things, number, is_online=self._is_online())
        except RuleBroken as broken:
            return ReturnSourcesView(why_not=context.language.tell(broken.message))

    def create_view(self) -> CreateView:
        """D01 and D22."""
        return create_view(self._context)

    def work_list(
        self, preset: str = "", text: str = "", chosen: tuple[str, ...] = (), order: str = ""
    ) -> WorkListView:
        """S41: the lines this store has to do something with, and what can be done with the chosen ones."""
        today = self._context.today
        facts: dict[str, OrderFacts] = {}

        def facts_of(order: KnownOrder) -> OrderFacts:
            if order.id not in facts:
                facts[order.id] = self._facts(order)
            return facts[order.id]

        jobs = self.jobs() if not order else jobs_of([self._known(order)], self._settings().store)
        shown = work_list(jobs, preset, text, chosen, facts_of, today, self._session.language)
        if not order:
            return shown
        known = self._known(order)
        words = {"order": known.reference, "customer": known.customer_name}
        return replace(
            shown, title=self._session.language.say("Pick & pack {order} \u2013 {customer}", **words)
        )

    def renew(self) -> None:
        """Something was done or came in: look for work again when asked."""
        self._jobs = None

    def jobs(self) -> list[Job]:
        """The lines this store has to do something with."""
        if self._jobs is None:
            orders = self._session.finding.find_orders("", most=WORK_MAX)
            self._jobs = jobs_of(orders, self._settings().store)
        return self._jobs

    @property
    def _context(self) -> RegisterContext:
        return self._session.draft(self._settings())

    def _facts(self, order: KnownOrder) -> OrderFacts:
        rights = frozenset(() if self._session.user is None else self._session.user.rights)
        return self._session.finding.facts(
            order, self._settings(), rights, self._context.today, online=self._is_online()
        )

    def _known(self, id: str) -> KnownOrder:
        order = self._session.finding.order(id)
        if order is not None:
            return order
        return KnownOrder(self.answered[id], None, from_headquarters=True)

    def _opened(self, context: RegisterContext, id: str, action: Action) -> KnownOrder:
        order = opened(context, id, action)
        self.answered[id] = order.state
        return order
