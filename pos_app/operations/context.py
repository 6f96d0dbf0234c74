"""The register as one call sees it: a draft whose changes count only if the call is done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol, TypedDict

from card_terminal.port import CardTerminal
from pos_app.language.language import Language
from pos_app.register.known_order import KnownOrder
from retail.cards import CardPayment, CardSlip, CardStep
from retail.cart import Cart
from retail.catalog import Product
from retail.clock import business_date
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.ids import Ids
from retail.info_codes import InfoAnswer
from retail.journal import Head
from retail.messages import Message
from retail.orders.facts import OrderFacts
from retail.orders.kinds import OrderTerms
from retail.orders.order import OrderState
from retail.permissions import Right, RoleLimit
from retail.pricing import Pricing
from retail.promotions import PriceBook
from retail.receipt_rows import Row
from retail.receipt_suspended import SetAside
from retail.settings import StoreSettings
from retail.settling import settle
from retail.shift import Count, Shift, ShiftSum, Unsent
from retail.stock import StockFigure
from retail.suspended import SuspendedCart
from retail.tender import Tender, TenderType
from retail.till import Movement
from retail.undo import History
from retail.wire.feeds import StaffRow
from retail.wire.shifts import ShiftFacts
from retail.wire.uploads import TransactionDocument

LEASE_OWNER = "register"
LEASE_SECONDS = 60
"""After this an entry whose register died is the agent's; longer than any wait at the register."""


class Shop(Protocol):
    """What can be looked up on this register, whether or not headquarters answers."""

    def products_by_barcode(self, code: str) -> list[Product]: ...

    def product(self, number: str) -> Product | None: ...

    def stock(self, product: str, place: str) -> StockFigure | None: ...

    def price_book(self) -> PriceBook: ...

    def customer(self, id: str) -> Customer | None: ...

    def customer_by_code(self, code: str) -> Customer | None: ...

    def waiting_change(self, customer: str) -> str | None: ...

    def order(self, id: str) -> KnownOrder | None: ...

    def find_orders(self, text: str) -> list[KnownOrder]: ...

    def named(self, epoch: str, number: str) -> list[KnownOrder]: ...

    def waiting_act(self, order: OrderState) -> str | None: ...

    def waiting_acts(self, order: OrderState) -> list[str]: ...

    def is_put_aside(self, order: OrderState) -> bool: ...

    def facts(
        self, order: KnownOrder, settings: StoreSettings, rights: frozenset[str], today: date, *, online: bool
    ) -> OrderFacts: ...

    def is_ready_to_sell(self) -> bool: ...

    def check_room(self) -> None: ...


class Headquarters(Protocol):
    """Headquarters as far as a cashier may wait for it."""

    def answers(self) -> bool: ...

    def order(self, id: str) -> OrderState | None: ...

    def named(self, number: str) -> list[OrderState]: ...

    def ask(self, document: str, by: str, words: str) -> None: ...


class Courier(Protocol):
    """Brings documents that were just kept to headquarters, while somebody may be waiting for it."""

    def is_ready(self) -> bool: ...

    def deliver(self, uuid: str) -> None: ...

    def bring(self, uuid: str) -> None: ...


class Pins(Protocol):
    """Proves who somebody is."""

    def verify(self, user: str, pin: str) -> StaffRow: ...

    def known(self, user: str) -> StaffRow: ...

    def by_card(self, number: str) -> StaffRow: ...

    def people(self) -> list[StaffRow]: ...


class Preferences(Protocol):
    """Knows what each person chose for themselves."""

    def preference(self, user: str, name: str) -> str: ...


class Receipts(Protocol):
    """Puts receipts on paper."""

    def is_copy(self, transaction: str | None, settings: StoreSettings) -> bool: ...

    def print(self, transaction: str | None, settings: StoreSettings) -> str: ...

    def print_gift(self, transaction: str | None, settings: StoreSettings) -> str: ...

    def print_slip(self, sale: SetAside, settings: StoreSettings) -> None: ...

    def print_paper(self, rows: Sequence[Row], name: str, settings: StoreSettings) -> None: ...


class Work(Protocol):
    """The unit of work of a call: what a handler may add to the commit that keeps its cart."""

    def next_number(self, series: str) -> int: ...

    def add_transaction(self, document: TransactionDocument, text: str) -> None: ...

    def keep_order(self, order: OrderState, made_by: str = "", *, is_confirmed: bool = False) -> None: ...

    def add_customer(self, customer: Customer, text: str) -> None: ...

    def add_customer_change(self, id: str, customer: Customer, text: str) -> None: ...

    def open_shift(self, shift: Shift) -> None: ...

    def close_shift(self, shift: str, closed_at: str, counts: list[Count]) -> None: ...

    def close_blind(self, shift: str, at: str, voided: int) -> None: ...

    def declare_start(self, shift: str, start_minor: int) -> None: ...

    def declare(self, shift: str, declared: Mapping[TenderType, int]) -> None: ...

    def add_movement(self, shift: str, movement: Movement) -> None: ...

    def add_card_payment(self, payment: CardPayment, at: str, user: str) -> None: ...

    def answer_card_payment(self, slip: CardSlip, step: CardStep) -> None: ...

    def move_card_payment(self, reference: str, before: CardStep, after: CardStep) -> None: ...

    def conclude_card_payments(self, cart: str) -> None: ...

    def suspend_cart(self, cart: Cart, name: str, total_minor: int, at: str, user: str) -> None: ...

    def take_up_cart(self, id: str) -> None: ...

    def keep_preference(self, user: str, name: str, value: str) -> None: ...

    def keep_offline_by(self, name: str) -> None: ...

    def unpark(self, uuid: str) -> bool: ...

    def add_journal_entry(self, at: str, kind: str, user: str, text: str) -> None: ...

    def add_outbox(
        self,
        uuid: str,
        kind: str,
        text: str,
        depends_on: str | None = None,
        leased_by: str | None = None,
        leased_until: str | None = None,
        *,
        money_minor: int = 0,
    ) -> None: ...


class Lease(TypedDict, total=False):
    """Who tries to send an outbox entry first, and until when."""

    leased_by: str
    leased_until: str


class Memory(Protocol):
    """What the journal knows that a handler may ask."""

    def transaction_text(self, uuid: str) -> str | None: ...

    def suspended_carts(self) -> list[SuspendedCart]: ...

    def suspended_cart(self, id: str) -> Cart | None: ...

    def shift_tenders(self, shift: str) -> list[Tender]: ...

    def head(self) -> Head: ...

    def unsent(self, but: str) -> Unsent: ...

    def shift_movements(self, shift: str) -> list[Movement]: ...

    def declared(self, shift: str) -> dict[TenderType, int]: ...

    def blind_shifts(self) -> list[Shift]: ...

    def shift_sums(self, shift: str) -> list[ShiftSum]: ...

    def shift_facts(self, shift: str) -> ShiftFacts: ...

    def last_closed_shift(self) -> tuple[Shift, list[Count]] | None: ...


class Drawer(Protocol):
    """The drawer under the till."""

    def open(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Which register this is."""

    register: str
    store: str
    epoch: str


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of the journal that is still to be written, with the facts of the call."""

    kind: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bound:
    """What is done, against the limits of people: whose limit reaches so far, and what a limit is in words."""

    allows: Callable[[RoleLimit], bool]
    words: Callable[[RoleLimit], Message]


@dataclass(slots=True)
class RegisterContext:
    """Everything a handler may read, and the draft of what it may change: cart, user, lock, shift, notes, language.

    `approved_by` is who had the right: the user, or the one who approved this call. `chosen_language` is what
    whoever is at the register has chosen to read; empty where they chose nothing. `card_payments` are those that are
    not settled with the terminal. `history` are the changes of the open cart; `has_begun` says that this call began
    one. `offline_by` is who had the register work offline. `is_within_limit` says that the right
    of the operation is not needed for what this call does, `bound` by whose limit it would not be, `is_calculated` that
    it has worked the cart out itself. `rights_needed` are further ones, each with the limit that stands in for it.
    `answers` are those to info codes.
    """

    place: Place
    settings: StoreSettings
    now: datetime
    ids: Ids
    shop: Shop
    headquarters: Headquarters
    courier: Courier
    pins: Pins
    receipts: Receipts
    preferences: Preferences
    memory: Memory
    terminal: CardTerminal
    drawer: Drawer
    language: Language
    ask_agent: Callable[[], None] | None
    cart: Cart | None = None
    user: StaffRow | None = None
    is_locked: bool = False
    shift: Shift | None = None
    approved_by: str = ""
    card_payments: tuple[CardPayment, ...] = ()
    chosen_language: str = ""
    is_within_limit: bool = False
    bound: Bound | None = None
    is_calculated: bool = False
    history: History = field(default_factory=History)
    has_begun: bool = False
    offline_by: str = ""
    notes: list[Note] = field(default_factory=list)
    rights_needed: list[tuple[Right, Bound | None]] = field(default_factory=list)
    answers: tuple[InfoAnswer, ...] = ()

    @property
    def today(self) -> date:
        """The trading day."""
        return business_date(self.now)

    @property
    def open_cart(self) -> Cart:
        """The cart, begun where there is none."""
        if self.cart is None:
            self.has_begun = True
            terms = OrderTerms() if self.settings.default_to_order else None
            return Cart(self.ids.new(), self.ids.new(), self.settings.currency, terms=terms)
        return self.cart

    @property
    def pricing(self) -> Pricing:
        """What prices are worked out from at this moment."""
        return Pricing(self.shop.price_book(), self.shop.product, self.today)

    def settled(self, cart: Cart) -> Cart:
        """The cart as it comes to rest: prices, discount on the whole, automatic charges.

        The dispatcher does this to whatever a handler leaves; a handler that speaks of amounts does it before.
        """
        return settle(self.cart, cart, self.pricing, self.settings)

    def limit(self) -> RoleLimit:
        """How far the person who is signed in may go by themselves: their role's limits, or their own."""
        return self.settings.limit_of("") if self.user is None else self.limit_of(self.user)

    def limit_of(self, person: StaffRow) -> RoleLimit:
        """How far this person may go by themselves."""
        return person.limits.of_role(self.settings.limit_of(person.role))

    def keeps_within(self, bound: Bound) -> bool:
        """Whether what is done keeps within the person's own limit; else somebody whose limit allows it may approve."""
        self.bound = bound
        return bound.allows(self.limit())

    def act_within_limit(self) -> None:
        """What is done keeps within the person's own limit: the operation's right is not needed this time."""
        self.is_within_limit = True
        self.approved_by = "" if self.user is None else self.user.user

    def note(self, kind: str, **facts: Any) -> None:
        """Have this written into the journal in the commit of this call."""
        self.notes.append(Note(kind, facts))

    def require(self, right: Right, bound: Bound | None = None) -> None:
        """Have this call need a right because of what it does. Who lacks it needs an approval: by somebody who has it,
        or whose limit reaches so far.
        """
        self.rights_needed.append((right, bound))

    def lease(self, sends_now: bool) -> Lease:
        """How an outbox entry says that the register itself tries first, so that the agent leaves it alone."""
        if not sends_now:
            return {}
        until = self.now + timedelta(seconds=LEASE_SECONDS)
        return {"leased_by": LEASE_OWNER, "leased_until": until.isoformat()}

    def check_goods_of_an_order(self, cart: Cart) -> None:
        """Let these goods be on an order: none whose revenue is booked over time.

        Raises:
            RuleBroken: one of them is.
        """
        for line in cart.active_lines:
            product = self.shop.product(line.product)
            if product is not None and product.revenue_recognition:
                raise RuleBroken(
                    "{name} is billed over time and cannot be on an order. Void its line and sell it by itself.",
                    name=line.name,
                )

    def check_headquarters_for_orders(self) -> None:
        """Let a store that orders only through headquarters go on only while it answers.

        Raises:
            RuleBroken: it does not answer, and both asynchronous ways are off (decision 16) or customers' data is
                shared through headquarters alone (decision 45).
        """
        needed = self.settings.needs_headquarters_for_orders or self.settings.filter_shared_customer_data
        if needed and not self.headquarters.answers():
            raise RuleBroken(
                "Headquarters does not answer, and this store makes orders only with it. "
                "Sell what can be carried out, or try again later."
            )
