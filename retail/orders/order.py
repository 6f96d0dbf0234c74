"""The order as it stands: what a concluded transaction makes of it, the same at the register and at HQ."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from retail.orders.delivery import DeliveryKind
from retail.orders.terms import reservation_of
from retail.totals import totals_of
from retail.wire.arrival import address_of, cart_of
from retail.wire.uploads import LinePart, OrderPart, TransactionDocument


class OrderStatus(StrEnum):
    """How far an order is (decision 14)."""

    DRAFT = "draft"
    OPEN = "open"
    PARTIALLY_INVOICED = "partially_invoiced"
    INVOICED = "invoiced"
    CANCELLED = "cancelled"
    CANCEL_PENDING = "cancel_pending"
    QUOTE = "quote"
    QUOTE_EXPIRED = "quote_expired"


class LineStatus(StrEnum):
    """How far a line of an order is (decision 14)."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    PICKING = "picking"
    PARTIALLY_PICKED = "partially_picked"
    PICKED = "picked"
    PARTIALLY_PACKED = "partially_packed"
    PACKED = "packed"
    PARTIALLY_INVOICED = "partially_invoiced"
    INVOICED = "invoiced"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order. `mode` is the shipping mode; `store` hands it out; `place` is for people."""

    number: int
    product: str
    name: str
    status: LineStatus
    ordered_thousandths: int
    invoiced_thousandths: int
    returned_thousandths: int
    price_minor: int
    amount_minor: int
    tax_minor: int
    delivery: DeliveryKind
    mode: str
    store: str
    day: date | None
    place: str


@dataclass(frozen=True, slots=True)
class OrderState:
    """An order with its money: `paid` is all tendered for it, `deposit_available` what no invoice has used.

    Units: all amounts in minor units of `currency`. `card_authorisation` is what a card was asked to reserve.
    """

    id: str
    confirmation_number: str
    revision: int
    status: OrderStatus
    currency: str
    customer: str
    total_minor: int
    paid_minor: int
    deposit_available_minor: int
    card_authorisation_minor: int
    collector: str
    expires: date | None
    lines: tuple[OrderLine, ...]

    @property
    def balance_minor(self) -> int:
        """What is still to be paid of the order."""
        return self.total_minor - self.paid_minor


def order_after(document: TransactionDocument, *, manual_accept: bool = False) -> OrderState:
    """What a just concluded transaction makes of its order.

    Goods carried out are invoiced at once and use the deposit first; what is shipped or fetched is accepted,
    or pending where the store accepts shipments by hand.

    Raises:
        ValueError: the transaction makes no order.
    """
    order, customer = document.order, document.customer
    if order is None or customer is None:
        raise ValueError(f"transaction {document.id} makes no order")
    is_quote = order.kind == "quote"
    shipped = LineStatus.PENDING if manual_accept else LineStatus.ACCEPTED
    lines = tuple([_order_line(line, document.store, shipped, is_quote=is_quote) for line in document.lines])
    return OrderState(
        id=order.id,
        confirmation_number=order.confirmation_number,
        revision=order.revision,
        status=OrderStatus.QUOTE if is_quote else status_by_lines(lines),
        currency=document.currency,
        customer=customer.id,
        total_minor=document.total_minor,
        paid_minor=document.paid_minor,
        deposit_available_minor=0 if is_quote else document.paid_minor - document.carry_out_minor,
        card_authorisation_minor=_card_authorisation(document, order),
        collector=order.collector,
        expires=order.expires,
        lines=lines,
    )


def status_by_lines(lines: tuple[OrderLine, ...]) -> OrderStatus:
    """How far an order is by its lines: invoiced when all its goods are invoiced or removed (decision 8)."""
    if all(
        line.invoiced_thousandths >= line.ordered_thousandths or line.status is LineStatus.CANCELLED
        for line in lines
    ):
        return OrderStatus.INVOICED
    begun = any(line.invoiced_thousandths for line in lines)
    return OrderStatus.PARTIALLY_INVOICED if begun else OrderStatus.OPEN


def status_on(status: OrderStatus, expires: date | None, today: date) -> OrderStatus:
    """The status as it shows today: a quote whose last day has passed has expired."""
    if status is OrderStatus.QUOTE and expires is not None and expires < today:
        return OrderStatus.QUOTE_EXPIRED
    return status


def _order_line(line: LinePart, store: str, shipped: LineStatus, *, is_quote: bool) -> OrderLine:
    delivery, status = line.delivery, LineStatus.ACCEPTED
    kind, mode, day, source, place = DeliveryKind.CARRY_OUT, "", None, store, ""
    if delivery is None:
        status = LineStatus.INVOICED
    elif delivery.kind == "pickup":
        kind, mode, day = DeliveryKind.PICKUP, delivery.mode, delivery.date
        source = place = delivery.store or store
    else:
        kind, mode, day, source = DeliveryKind.SHIP, delivery.mode, delivery.date, delivery.ship_from or store
        place = "" if delivery.address is None else str(address_of(delivery.address))
        status = shipped
    if is_quote:
        status = LineStatus.PENDING
    return OrderLine(
        number=line.number,
        product=line.product,
        name=line.name,
        status=status,
        ordered_thousandths=line.quantity_thousandths,
        invoiced_thousandths=line.quantity_thousandths if status is LineStatus.INVOICED else 0,
        returned_thousandths=0,
        price_minor=line.price_minor,
        amount_minor=line.amount_minor,
        tax_minor=line.tax_minor,
        delivery=kind,
        mode=mode,
        store=source,
        day=day,
        place=place,
    )


def _card_authorisation(document: TransactionDocument, order: OrderPart) -> int:
    if order.balance != "card_on_file":
        return 0
    if order.card is not None:
        return order.card.authorised_minor
    cart, settings = cart_of(document)
    return reservation_of(cart, settings, totals_of(cart, settings))
