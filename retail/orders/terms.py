"""Agreeing on an order: deposit override, payment in full, what lets it conclude."""

from dataclasses import replace
from datetime import date

from retail.carried_serials import check_serials
from retail.cart import Cart, CartKind, CartLine, DepositOverride, change_terms
from retail.cart_values import WITHOUT_LINES
from retail.errors import RuleBroken
from retail.money import MINOR_MAX, Money
from retail.orders.deposit import check_override
from retail.orders.rest import check_rest_arranged, spent_cards
from retail.settings import StoreSettings
from retail.texts import clean_text
from retail.totals import Totals, is_ended, totals_of


def override_deposit(
    cart: Cart, settings: StoreSettings, amount_minor: int, reason: str, approved_by: str
) -> Cart:
    """State another deposit than the calculated one; the calculated amount itself takes the override away.

    Raises:
        RuleBroken: a plain sale, a quote, an amount outside its bounds (D8, decision 2), or no fit reason.
    """
    totals = totals_of(cart, settings)
    if cart.kind is CartKind.QUOTE:
        raise RuleBroken("A quote takes no money. Make it an order first.")
    why = clean_text("Reason", reason)
    changed = change_terms(cart, lambda terms: terms)
    _check_stated(cart, totals, amount_minor)
    if cart.act is None and amount_minor < totals.paid_minor:
        raise RuleBroken("{paid} has been paid already. Remove the payment first.",
                         paid=Money(totals.paid_minor, cart.currency))  # fmt: skip
    stated = None
    if amount_minor != totals.calculated_deposit_minor:
        stated = DepositOverride(amount_minor, why, approved_by)
    return change_terms(
        changed, lambda terms: replace(terms, override=stated, pay_in_full=False, topped_up=False)
    )


def pay_in_full(cart: Cart) -> Cart:
    """Raise the deposit to the order total; it follows the total from then on (decision 37).

    Raises:
        RuleBroken: a plain sale or a quote.
    """
    if cart.kind is CartKind.QUOTE:
        raise RuleBroken("A quote takes no money. Make it an order first.")
    return change_terms(
        cart,
        lambda terms: replace(
            terms.with_cards(*spent_cards(cart)), pay_in_full=True, override=None, balance=None
        ),
    )


def check_agreed(cart: Cart, settings: StoreSettings, today: date) -> Totals:
    """Give back the totals of a cart whose goods and promises can stand; whether its money is settled is not asked.

    Raises:
        RuleBroken: nothing in the cart, a serial number missing, a sum that no sale holds, an override above the
            total, or a delivery date that has passed.
    """
    totals = totals_of(cart, settings)
    if not cart.active_lines and cart.kind not in WITHOUT_LINES:
        raise RuleBroken(
            "There is nothing to conclude. Scan or type an item."
            if cart.act is None
            else "Nothing is left on this order. Discard the changes and cancel the order instead."
        )
    check_serials(cart)
    if totals.total_minor > MINOR_MAX:
        raise RuleBroken("This comes to more than {limit}. Void a line and sell it apart.",
                         limit=Money(MINOR_MAX, cart.currency))  # fmt: skip
    if cart.terms is not None:
        _check_order(cart, settings, today, totals)
    return totals


def check_concludable(cart: Cart, settings: StoreSettings, today: date) -> Totals:
    """Give back the totals of a cart that can be concluded now; whether headquarters must answer is not asked here.

    Raises:
        RuleBroken: what only shows at the end: what `check_agreed` refuses, something due, or the rest not arranged.
    """
    totals = check_agreed(cart, settings, today)
    if totals.due_minor > 0:
        raise RuleBroken("{due} is still due. Take the payment first.",
                         due=Money(totals.due_minor, cart.currency))  # fmt: skip
    if totals.due_minor < 0:
        raise RuleBroken(
            "{due} too much was paid. Remove a payment first."
            if cart.act is None
            else "{due} is owed to the customer. Give it back first.",
            due=Money(-totals.due_minor, cart.currency),
        )
    if cart.kind is CartKind.ORDER and totals.balance_minor > 0 and not _is_over(cart):
        check_rest_arranged(cart, settings, totals)
    return totals


def _check_order(cart: Cart, settings: StoreSettings, today: date, totals: Totals) -> None:
    if cart.customer is None:
        raise RuleBroken("An order needs a customer. Search for one or add a new one.")
    if cart.act is None and not any(line.delivery for line in cart.active_lines):
        raise RuleBroken("Nothing of this order is shipped or picked up. Say how its goods leave us first.")
    for line in cart.active_lines:
        if line.delivery is not None and line.delivery.date < today and _is_newly_promised(cart, line):
            raise RuleBroken("The date of {name} has passed. Choose its delivery again.", name=line.name)
    override = cart.terms.override if cart.terms else None
    if override is not None and not _is_over(cart):
        if override.amount_minor > totals.most_deposit_minor:
            raise RuleBroken("The order comes to {most} now, less than the deposit. State the deposit again.",
                             most=Money(totals.most_deposit_minor, cart.currency))  # fmt: skip
        _check_stated(cart, totals, override.amount_minor)


def _check_stated(cart: Cart, totals: Totals, amount_minor: int) -> None:
    has_begun = cart.act is not None and bool(cart.act.deposit_used_minor or cart.act.settled_minor)
    most, least = totals.most_deposit_minor, totals.least_deposit_minor
    check_override(amount_minor, most, least, cart.currency, has_begun=has_begun)


def _is_over(cart: Cart) -> bool:
    """Concluding this edit ends its order."""
    return cart.act is not None and is_ended(cart)


def _is_newly_promised(cart: Cart, line: CartLine) -> bool:
    """The delivery of this line is not one that was agreed before."""
    order = None if cart.act is None else cart.act.order
    known = None if order is None or line.order_line is None else order.line(line.order_line)
    return known is None or known.plan != line.delivery
