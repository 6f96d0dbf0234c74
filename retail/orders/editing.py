"""Opening an order to change it, and a quote to make it an order: its lines go into a cart as they are."""

from dataclasses import replace
from datetime import date

from retail.cart_values import Cart, CartKind
from retail.customers import Customer
from retail.orders.acts import ActKind, act_on
from retail.orders.beginning import whole_line
from retail.orders.order import LineStatus, OrderState


def start_edit(order: OrderState, customer: Customer, cart_id: str) -> Cart:
    """The order as a cart: prices stay as they were agreed, and what was handed out stays as it is."""
    return _whole(order, customer, cart_id, ActKind.EDIT, price_locked=True)


def start_conversion(order: OrderState, customer: Customer, cart_id: str, today: date) -> Cart:
    """The quote as an order that is being made; its prices hold only until it expires (decision 9)."""
    cart = _whole(order, customer, cart_id, ActKind.CONVERT, price_locked=not has_expired(order, today))
    return replace(cart, terms=replace(order.terms, kind=CartKind.ORDER, expires=None))


def has_expired(order: OrderState, today: date) -> bool:
    """The last day of a quote has passed."""
    return order.kind is CartKind.QUOTE and order.terms.expires is not None and order.terms.expires < today


def _whole(order: OrderState, customer: Customer, cart_id: str, kind: ActKind, *, price_locked: bool) -> Cart:
    kept = [line for line in order.lines if line.status is not LineStatus.CANCELLED]
    return Cart(
        id=cart_id,
        order_id=order.id,
        currency=order.currency,
        lines=tuple(
            [whole_line(number, line, price_locked=price_locked) for number, line in enumerate(kept, 1)]
        ),
        customer=customer,
        charges=order.charges,
        terms=order.terms,
        act=act_on(kind, order),
        attributes=order.attributes,
    )
