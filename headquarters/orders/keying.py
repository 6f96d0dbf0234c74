"""Orders and quotes that no register made: keyed at headquarters, or taken over from another channel."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from headquarters.installation import KEYED_ORDERS, next_number
from headquarters.orders.desk import Desk, address_of, document_of, product_of_an_order
from headquarters.orders.editing import as_agreed, consent_to
from headquarters.orders.edits import PICKUP, NewLine, Way
from headquarters.orders.posting import Books
from retail.auto_charges import charged
from retail.cart import Cart, add_line, change_terms, deliver
from retail.customers import Address, Customer
from retail.errors import RuleBroken
from retail.money import Money
from retail.order_attributes import check_said, say_attributes
from retail.orders.applying import order_after
from retail.orders.delivery import plan_pickup, plan_shipment
from retail.orders.kinds import Balance, CartKind, Origin
from retail.orders.ledger import Payment
from retail.orders.modes import check_mode
from retail.orders.order import OrderState
from retail.orders.quotes import begin, check_expiry
from retail.orders.rest import reservation_of
from retail.orders.terms import check_agreed
from retail.pricing import discount_total
from retail.settling import settle
from retail.tender import TenderType
from retail.texts import clean_text
from retail.totals import totals_of
from retail.wire.uploads import TransactionDocument


class Refused(Exception):
    """A part of an order that cannot be: which field, the value in it, and the rule in words."""

    def __init__(self, field: str, value: str, broken: RuleBroken) -> None:
        super().__init__(str(broken))
        self.field, self.value, self.broken = field, value, broken


@dataclass(frozen=True, slots=True)
class Keyed:
    """An order as it is keyed. `prices` are those of its lines in their order, as a channel sold them; None is today's.

    `agreed` is why prices and discounts that were typed are given, and `off_percent` a discount on the whole.
    `address` is for this order alone; without one a shipment goes to the customer's first. `paid_minor` was taken
    elsewhere, and `reference` is what the channel calls the order.
    """

    customer: Customer
    lines: tuple[NewLine, ...]
    way: Way
    prices: tuple[int | None, ...] = ()
    kind: CartKind = CartKind.ORDER
    expires: date | None = None
    address: Address | None = None
    collector: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    paid_minor: int = 0
    channel: str = ""
    reference: str = ""
    origin: Origin = Origin.HQ
    order_completion: bool = False
    agreed: str = ""
    off_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NewOrder:
    """An order that would be made, with its document and what was paid for it elsewhere."""

    keyed: Keyed
    document: TransactionDocument
    order: OrderState
    payments: tuple[Payment, ...]


def propose_order(desk: Desk, keyed: Keyed) -> NewOrder:
    """What this would make.

    Raises:
        Refused: something of it breaks a rule.
    """
    cart = _whole(_goods(desk, keyed), desk, keyed)
    with told("", ""):
        check_agreed(cart, desk.settings, desk.today)
    cart = _paid(cart, desk, keyed)
    document = document_of(cart, desk, "")
    made = order_after(document, manual_accept=desk.settings.manual_accept).order
    payments: tuple[Payment, ...] = ()
    if keyed.paid_minor:
        by = TenderType.CARD.value
        payments = (Payment(document.id, by, keyed.paid_minor, True, document.made_at, keyed.channel),)
    return NewOrder(keyed, document, replace(made, origin=keyed.origin, payments=payments), payments)


def make_order(session: Session, desk: Desk, new: NewOrder) -> OrderState:
    """Make it so: with a number, an event, and the stores told."""
    part, keyed = new.document.order, new.keyed
    if part is None:
        raise ValueError("a new order has no order")
    confirmation = f"L-HQ-{next_number(session, KEYED_ORDERS):05d}"
    document = new.document.model_copy(
        update={
            "order": part.model_copy(update={"confirmation_number": confirmation}),
            "receipt_number": keyed.reference, "register_name": keyed.channel,
        }
    )  # fmt: skip
    books = Books(session, [document], desk.at)
    made = books.make(
        document, keyed.origin, new.payments, keyed.note, order_completion=keyed.order_completion
    )
    books.write()
    return made


@contextmanager
def told(field: str, value: str) -> Iterator[None]:
    """A rule that is broken in here is about this field and its value."""
    try:
        yield
    except RuleBroken as broken:
        raise Refused(field, value, broken) from None


def _goods(desk: Desk, keyed: Keyed) -> Cart:
    ids = desk.headquarters.ids
    cart = Cart(id=ids.new(), order_id=ids.new(), currency=desk.settings.currency, customer=keyed.customer)
    if not keyed.lines:
        raise Refused("product", "", RuleBroken("An order has goods. Type at least one product."))
    for place, line in enumerate(keyed.lines):
        price = keyed.prices[place] if place < len(keyed.prices) else None
        with told("product", line.product):
            product = product_of_an_order(desk, line.product)
            cart = add_line(cart, product, desk.settings, line.quantity_thousandths, price)
        with told("price", line.product):
            cart = as_agreed(cart, len(cart.lines), line, keyed.agreed, desk)
    return cart


def _whole(cart: Cart, desk: Desk, keyed: Keyed) -> Cart:
    """The goods on their way, as an order or a quote, with prices and charges at rest."""
    way, settings, numbers = keyed.way, desk.settings, [line.number for line in cart.lines]
    with told("delivery", way.mode):
        if way.mode == PICKUP:
            delivery = plan_pickup(settings, desk.today, way.place or None, way.day)
        else:
            address = keyed.address or address_of(keyed.customer, way.address)
            delivery = plan_shipment(
                settings, desk.today, address, way.mode or None, way.day, way.place or None
            )
            check_mode(delivery.mode, cart.lines, delivery.address, settings)
        cart = deliver(cart, numbers, delivery, settings)
    with told("expires", str(keyed.expires or "")):
        expires = (
            check_expiry(keyed.expires or desk.today, desk.today) if keyed.kind is CartKind.QUOTE else None
        )
        cart = begin(cart, keyed.kind, expires)
    with told("collector", keyed.collector):
        collector = clean_text("Collector", keyed.collector)
        cart = change_terms(cart, lambda terms: replace(terms, collector=collector))
    with told("attributes", ", ".join(keyed.attributes.values())):
        cart = say_attributes(cart, keyed.attributes, settings)
        if keyed.origin is Origin.HQ:
            check_said(cart, settings)
    with told("note", keyed.note):
        clean_text("Note", keyed.note)
    cart = settle(None, cart, desk.pricing, settings)
    if keyed.off_percent is not None:
        with told("discount", str(keyed.off_percent)):
            cart = discount_total(cart, consent_to(keyed.agreed, desk), percent=keyed.off_percent)
    return charged(cart, settings)


def _paid(cart: Cart, desk: Desk, keyed: Keyed) -> Cart:
    """The terms that what was paid elsewhere makes: paid in full, more ahead than asked for, or the rest at pickup."""
    total = totals_of(cart, desk.settings).total_minor
    with told("paid", str(Money(keyed.paid_minor, cart.currency))):
        if keyed.kind is CartKind.QUOTE and keyed.paid_minor:
            raise RuleBroken("A quote takes no money. Make it an order first.")
        if not 0 <= keyed.paid_minor <= total:
            raise RuleBroken("{paid} was paid, and the order comes to {total}. Correct one of them.",
                             paid=Money(keyed.paid_minor, cart.currency),
                             total=Money(total, cart.currency))  # fmt: skip
    if keyed.kind is CartKind.QUOTE:
        return cart
    if total and keyed.paid_minor == total:
        return change_terms(cart, lambda terms: replace(terms, pay_in_full=True))
    fetched = not reservation_of(cart, desk.settings, totals_of(cart, desk.settings))
    balance = Balance.PAY_AT_PICKUP if fetched else None
    return change_terms(cart, lambda terms: replace(terms, balance=balance, topped_up=bool(keyed.paid_minor)))
