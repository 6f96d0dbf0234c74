"""Beginning an order or a quote, and the last day on which a quote holds."""

from dataclasses import replace
from datetime import date, timedelta

from retail.cart_values import Cart
from retail.errors import RuleBroken
from retail.orders.delivery import DAYS_AHEAD_MAX
from retail.orders.fixed import check_whole
from retail.orders.kinds import CartKind, OrderTerms


def check_expiry(expires: date, today: date) -> date:
    """Give back a day until which a quote may hold.

    Raises:
        RuleBroken: in the past, or more than a year ahead.
    """
    if expires < today:
        raise RuleBroken("{day} has passed. Choose today or a later day.", day=expires)
    if expires > today + timedelta(days=DAYS_AHEAD_MAX):
        raise RuleBroken("{day} is more than a year ahead. Choose an earlier day.", day=expires)
    return expires


def begin(cart: Cart, kind: CartKind, expires: date | None) -> Cart:
    """The cart as an order or a quote from now on; what was agreed already stays.

    Raises:
        RuleBroken: money was taken, which a quote does not take (decision 9), or an order that exists would become
            a quote or the other way round.
    """
    check_whole(cart)
    if kind is CartKind.QUOTE and cart.tenders:
        raise RuleBroken("A quote takes no money. Remove the payment first.")
    if cart.act is not None and cart.kind is not kind:
        raise RuleBroken(
            "This is an order already and stays one. Discard this and begin anew."
            if kind is CartKind.QUOTE
            else "This is a quote already and stays one. Discard this, then make the quote an order."
        )
    terms = cart.terms or OrderTerms()
    if kind is CartKind.QUOTE:
        terms = replace(terms, override=None, pay_in_full=False, balance=None)
    return replace(cart, terms=replace(terms, kind=kind, expires=expires))
