"""Agreeing on an order: deposit override, payment in full, how the rest is paid, what lets it conclude."""

from dataclasses import dataclass, replace
from datetime import date

from retail.cards import CardOnFile
from retail.cart import Balance, Cart, CartKind, CartLine, DepositOverride, change_terms
from retail.charges import charges_gross
from retail.errors import RuleBroken
from retail.messages import NOTHING, Message
from retail.money import MINOR_MAX, Money
from retail.orders.delivery import DeliveryKind
from retail.orders.deposit import card_reservation, check_override
from retail.settings import StoreSettings
from retail.texts import clean_text
from retail.totals import Totals, is_ended, standing_charges, totals_of


@dataclass(frozen=True, slots=True)
class CardFacts:
    """Whether a card can be taken for the rest right now; if not, `why_not` says what to do instead."""

    possible: bool
    why_not: Message = NOTHING


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
    return change_terms(changed, lambda terms: replace(terms, override=stated, pay_in_full=False))


def pay_in_full(cart: Cart) -> Cart:
    """Raise the deposit to the order total; it follows the total from then on (decision 37).

    Raises:
        RuleBroken: a plain sale or a quote.
    """
    if cart.kind is CartKind.QUOTE:
        raise RuleBroken("A quote takes no money. Make it an order first.")
    return change_terms(
        cart, lambda terms: replace(terms, pay_in_full=True, override=None, balance=None, card=None)
    )


def reservation_of(cart: Cart, settings: StoreSettings, totals: Totals) -> int:
    """What a card would have to reserve for the shipped lines of this cart and its charges."""
    shipped, included = 0, settings.price_includes_tax
    for line, tax in zip(cart.active_lines, totals.line_taxes_minor, strict=True):
        if line.delivery is not None:
            shipped += charges_gross(line.charges, included=included)
            if line.delivery.kind is DeliveryKind.SHIP:
                shipped += line.amount_minor + (0 if included else tax)
    if not any(line.delivery and line.delivery.kind is DeliveryKind.SHIP for line in cart.active_lines):
        return 0
    shipped += charges_gross(standing_charges(cart), included=included)
    return card_reservation(shipped, totals.total_minor, totals.carry_out_minor, totals.deposit_minor)


def arrange_balance(cart: Cart, settings: StoreSettings, balance: Balance, card: CardFacts) -> Cart:
    """Say how the rest of the order will be paid. A card that was given before is let go.

    Raises:
        RuleBroken: nothing is left to pay, goods are shipped (pay at pickup), or no card can be taken.
    """
    totals = _check_rest(cart, settings)
    if balance is Balance.PAY_AT_PICKUP and reservation_of(cart, settings, totals) > 0:
        raise RuleBroken("Shipped goods are not paid at pickup. Choose Pay in full, or a card for the rest.")
    if balance is Balance.CARD_ON_FILE and not card.possible:
        raise RuleBroken("{why} Choose Pay in full.", why=card.why_not)
    return change_terms(cart, lambda terms: replace(terms, balance=balance, card=None))


def card_amount(cart: Cart, settings: StoreSettings, stated_minor: int | None) -> int:
    """What a card for the rest is asked to reserve: what was stated, else what shipped goods need, else the rest.

    Raises:
        RuleBroken: nothing is left to pay, or the stated amount is not one: none, above the rest, or less than
            the shipped goods need (decision 38).
    """
    totals = _check_rest(cart, settings)
    needed, rest, currency = reservation_of(cart, settings, totals), totals.balance_minor, cart.currency
    if stated_minor is None:
        return needed or rest
    if stated_minor <= 0 or stated_minor > rest:
        raise RuleBroken("A card can be asked for {rest} or less. Type the amount again.",
                         rest=Money(rest, currency))  # fmt: skip
    if stated_minor < needed:
        raise RuleBroken("The shipped goods need {needed} on the card. Type {needed} or more.",
                         needed=Money(needed, currency))  # fmt: skip
    return stated_minor


def give_card(cart: Cart, card: CardOnFile) -> Cart:
    """The cart with the card that a terminal has authorised for its rest."""
    return change_terms(cart, lambda terms: replace(terms, balance=Balance.CARD_ON_FILE, card=card))


def _check_rest(cart: Cart, settings: StoreSettings) -> Totals:
    if cart.kind is not CartKind.ORDER:
        raise RuleBroken("Only an order is paid later. Take the payment now.")
    totals = totals_of(cart, settings)
    if totals.balance_minor <= 0:
        raise RuleBroken("Nothing is left to pay later. Take what is due and conclude.")
    return totals


def check_concludable(
    cart: Cart, settings: StoreSettings, today: date, headquarters_answers: bool | None
) -> Totals:
    """Give back the totals of a cart that can be concluded now.

    `headquarters_answers` is None where nobody needs to know.

    Raises:
        RuleBroken: what only shows at the end: nothing in the cart, something due, an override above the
            total, the rest not arranged, a delivery date that has passed, or HQ needed and not there.
    """
    totals = totals_of(cart, settings)
    if not cart.active_lines and cart.kind is not CartKind.CANCELLATION:
        raise RuleBroken(
            "There is nothing to conclude. Scan or type an item."
            if cart.act is None
            else "Nothing is left on this order. Discard the changes and cancel the order instead."
        )
    if totals.total_minor > MINOR_MAX:
        raise RuleBroken("This comes to more than {limit}. Void a line and sell it apart.",
                         limit=Money(MINOR_MAX, cart.currency))  # fmt: skip
    if cart.terms is not None:
        _check_order(cart, settings, today, totals)
        if settings.needs_headquarters_for_orders and headquarters_answers is False:
            raise RuleBroken(
                "Headquarters does not answer, and without it no order is made here. Try again later."
            )
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
        _check_balance(cart, settings, totals)
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


def _check_balance(cart: Cart, settings: StoreSettings, totals: Totals) -> None:
    arranged = cart.terms.balance if cart.terms else None
    rest = Money(totals.balance_minor, cart.currency)
    if reservation_of(cart, settings, totals) > 0:
        _check_card(cart, settings, totals)
    elif arranged is None:
        raise RuleBroken("Say how the other {rest} will be paid: at pickup, or Pay in full now.", rest=rest)


def _check_card(cart: Cart, settings: StoreSettings, totals: Totals) -> None:
    """A card that covers what the shipped goods need; their sum may have grown since it was given."""
    terms, needed = cart.terms, reservation_of(cart, settings, totals)
    if terms is None or terms.balance is not Balance.CARD_ON_FILE:
        raise RuleBroken("{rest} is not paid for shipped goods. Choose Pay in full, or give a card.",
                         rest=Money(totals.balance_minor, cart.currency))  # fmt: skip
    if terms.card is not None and terms.card.authorised_minor < needed:
        raise RuleBroken("The shipped goods need {needed} on the card now. Give the card again.",
                         needed=Money(needed, cart.currency))  # fmt: skip
