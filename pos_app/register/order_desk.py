"""The desk as far as it is about orders that exist: finding them, reading them, and what their sheets open with."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from channel_db.order_heads import head_of
from pos_app.acting_views import (
    CancelView,
    CreateView,
    PartsView,
    PayView,
    ReturnSourcesView,
    ReturnView,
    WorkListView,
)
from pos_app.operations.acting import check_free, left_here, opened
from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Registry
from pos_app.preference_views import DetailsView
from pos_app.register.attribute_views import details_view
from pos_app.register.delivery_sheets import on_hand
from pos_app.register.fetching import fetched
from pos_app.register.finding import searchable
from pos_app.register.found_orders import (
    NONE_OF,
    filters_of,
    found_view,
    narrowed_by,
    of_preset,
    presets_of,
    within_history,
)
from pos_app.register.known_order import KnownOrder
from pos_app.register.order_finding import found_order, read_answer
from pos_app.register.order_sheets import cancel_view, create_view, parts_view, pay_view
from pos_app.register.order_views import order_detail, picking_verdict
from pos_app.register.possible import actions_of
from pos_app.register.realtime import HeadquartersSilent
from pos_app.register.return_views import return_view, sources_view
from pos_app.register.returnable import things_named
from pos_app.register.session import RegisterSession
from pos_app.register.work_list import WORK_SHOWN, Job, jobs_of, reserved_of, work_list
from pos_app.views import (
    NO_FILTERS,
    ORDERS_SHOWN,
    FoundOrdersView,
    HeadquartersAnswer,
    OrderDetailView,
    PreviewView,
    Values,
)
from retail.errors import RuleBroken
from retail.orders.facts import Action, OrderFacts
from retail.orders.order import OrderState
from retail.quantity import show_quantity
from retail.settings import StoreSettings

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
        self._work: list[KnownOrder] | None = None
        self._work_as_of = 0
        self._jobs: list[Job] | None = None

    def details(self) -> DetailsView:
        """What the store wants to know of the open sale or order."""
        return details_view(self._session.cart, self._settings(), self._session.language)

    def find(
        self,
        text: str,
        preset: str = "",
        answer: HeadquartersAnswer | None = None,
        note: str = "",
        filters: Mapping[str, str] = NO_FILTERS,
        most: int = ORDERS_SHOWN,
    ) -> FoundOrdersView:
        """Orders of this register and its catalogue, with headquarters' answer below where there is one."""
        session, settings, text = self._session, self._settings(), text.strip()
        read = [] if answer is None else [each for each in map(read_answer, answer.rows) if each is not None]
        self.answered |= {order.id: order for order in read}
        finding, language, today = session.finding, session.language, self._context.today
        narrowed = narrowed_by(filters, today)
        customer = None if session.cart is None else session.cart.customer
        if preset == "customer" and not text:
            narrowed, note = within_history(narrowed, settings.customer_history_days, today, note, language)
        if preset in NONE_OF and (preset != "customer" or customer is not None):
            orders = of_preset(preset, text, narrowed, self.work(), finding, settings.store, customer)
        else:
            fitting = [order for order in read if narrowed.fits(head_of(order))]
            orders = finding.list_orders(text, narrowed, fitting, most + 1)
            of_receipt = finding.order_of_receipt(session.device.epoch, text)
            if of_receipt is not None and of_receipt.id not in {each.id for each in orders}:
                orders.insert(0, found_order(of_receipt))
        presets = presets_of(self.work(), finding, settings, customer, language)
        shown = filters_of(filters, settings, language)
        # Of a customer whose orders are listed in part nobody says that there are none.
        said = preset if narrowed.since is None else ""
        return found_view(orders, most, said, note, presets, shown, today, language)

    def ask(self, text: str, filters: Mapping[str, str], today: date) -> HeadquartersAnswer:
        """Search orders at headquarters; touches no database and never raises."""
        try:
            found = self._session.real_time.find_orders(searchable(text), narrowed_by(filters, today))
            return HeadquartersAnswer(reached=True, rows=tuple(found))
        except HeadquartersSilent:
            return HeadquartersAnswer(reached=False)

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

    def pay_view(self, id: str) -> PayView:
        """A further payment."""
        context = self._context
        try:
            return pay_view(context, self._opened(context, id, Action.PAY))
        except RuleBroken as broken:
            return PayView(id, why_not=context.language.tell(broken.message))

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
        self,
        preset: str = "",
        text: str = "",
        chosen: tuple[str, ...] = (),
        order: str = "",
        most: int = WORK_SHOWN,
    ) -> WorkListView:
        """S41: the lines this store has to do something with, and what can be done with the chosen ones."""
        context = self._context
        facts: dict[str, OrderFacts] = {}

        def facts_of(order: KnownOrder) -> OrderFacts:
            if order.id not in facts:
                facts[order.id] = self._facts(order)
            return facts[order.id]

        every = self.jobs()
        jobs = every if not order else jobs_of([self._known(order)], self._settings().store)
        shown = work_list(jobs, preset, text, chosen, facts_of, context.today, context.language, most)
        reserved = reserved_of(every)
        rows = tuple(
            [
                replace(row, stock=on_hand(context, row.product, reserved.get(row.product, 0)))
                for row in shown.rows
            ]
        )
        shown = replace(shown, rows=rows)
        if not order:
            return shown
        known = self._known(order)
        words = {"order": known.reference, "customer": known.customer_name}
        return replace(
            shown, title=self._session.language.say("Pick & pack {order} \u2013 {customer}", **words)
        )

    def renew(self) -> None:
        """Something was done or came in: look for work again when asked."""
        self._jobs = self._work = None

    def work(self) -> list[KnownOrder]:
        """Every order of which something is still to leave, here or elsewhere."""
        changes = self._session.catalog.changes()
        if self._work is None or changes != self._work_as_of:
            self._jobs, self._work_as_of = None, changes
            self._work = self._session.finding.orders.work()
        return self._work

    def jobs(self) -> list[Job]:
        """The lines this store has to do something with, the soonest first."""
        work = self.work()
        if self._jobs is None:
            self._jobs = jobs_of(work, self._settings().store)
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
