"""Payments on an order after it was made: for shipped goods not paid yet, then ahead; and what is owed back."""

from dataclasses import replace

from retail.cart_values import Cart
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.money import Money
from retail.orders.acts import ActKind, act_on
from retail.orders.order import OrderState


def start_payment(order: OrderState, amount_minor: int | None, customer: Customer, cart_id: str) -> Cart:
    """A payment of this much on the order as a cart to be paid; None means all that is still to be paid of it.

    Where more was paid than it comes to, since headquarters changed or cancelled it, all of that goes back at once.

    Raises:
        RuleBroken: nothing is left to pay, or the amount is none that can be paid on this order.
    """
    left, currency = order.to_pay_minor, order.currency
    if not left:
        raise RuleBroken("All of this order is paid. Nothing more is taken for it.")
    amount = left if amount_minor is None else amount_minor
    if left < 0 and amount != left:
        raise RuleBroken(
            "{back} is owed to the customer. All of it goes back at once.", back=Money(-left, currency)
        )
    if amount <= 0 < left:
        raise RuleBroken("{amount} is not an amount to pay with. Type {due} or less.",
                         amount=Money(amount, currency), due=Money(left, currency))  # fmt: skip
    if amount > left:
        raise RuleBroken("Only {left} of this order is still to be paid. Type {left} or less.",
                         left=Money(left, currency))  # fmt: skip
    return Cart(
        id=cart_id,
        order_id=order.id,
        currency=currency,
        customer=customer,
        act=replace(act_on(ActKind.PAY, order), asked_minor=amount),
    )
