"""How the rest of an order is paid: at pickup, or by cards, and what these must cover of the shipped goods."""

from dataclasses import dataclass, replace

from retail.cards import CardOnFile
from retail.cart import Balance, Cart, CartKind, CartLine, change_terms
from retail.charges import charges_gross
from retail.errors import RuleBroken
from retail.messages import NOTHING, Message
from retail.money import Money
from retail.orders.delivery import DeliveryKind
from retail.orders.deposit import card_reservation
from retail.rounding import divide
from retail.settings import StoreSettings
from retail.totals import Totals, standing_charges, totals_of


@dataclass(frozen=True, slots=True)
class CardFacts:
    """Whether a card can be taken for the rest right now; if not, `why_not` says what to do instead."""

    possible: bool
    why_not: Message = NOTHING


def reservation_of(cart: Cart, settings: StoreSettings, totals: Totals) -> int:
    """What cards would have to reserve for the goods of this cart that are still to be shipped, and its charges."""
    shipped, included, ships = 0, settings.price_includes_tax, False
    for line, tax in zip(cart.active_lines, totals.line_taxes_minor, strict=True):
        if line.delivery is not None:
            shipped += _still_to_go(line, charges_gross(line.charges, included=included))
            if line.delivery.kind is DeliveryKind.SHIP:
                ships = ships or line.gone_thousandths < line.quantity_thousandths
                shipped += _still_to_go(line, line.amount_minor + (0 if included else tax))
    if not ships:
        return 0
    if cart.act is None or cart.act.order is None or not cart.act.order.charges_invoiced:
        shipped += charges_gross(standing_charges(cart), included=included)
    gone = totals.least_deposit_minor
    settled = 0 if cart.act is None else cart.act.settled_minor
    return card_reservation(shipped, totals.total_minor - settled, gone, totals.deposit_minor)


def _still_to_go(line: CartLine, amount_minor: int) -> int:
    """What of an amount of this line stands for goods that have not gone yet."""
    return amount_minor - divide(amount_minor * line.gone_thousandths, line.quantity_thousandths)


def cards_left(cart: Cart) -> int:
    """What the cards given for the rest may still be charged."""
    return sum(_left_of(cart, card) for card in cart.terms.cards) if cart.terms else 0


def _left_of(cart: Cart, card: CardOnFile) -> int:
    order = None if cart.act is None else cart.act.order
    return max(0, card.authorised_minor - (0 if order is None else order.used_of(card)))


def arrange_balance(cart: Cart, settings: StoreSettings, balance: Balance, card: CardFacts) -> Cart:
    """Say how the rest of the order will be paid. A card that was given before is let go.

    Raises:
        RuleBroken: nothing is left to pay, goods are shipped (pay at pickup), or no card can be taken.
    """
    totals = _check_rest(cart, settings)
    if balance is Balance.PAY_AT_PICKUP and reservation_of(cart, settings, totals) > 0:
        raise RuleBroken("Shipped goods are not paid at pickup. Choose Pay in full, or a card for the rest.")
    if balance is Balance.CARD_ON_FILE:
        check_card_possible(card)
    return change_terms(cart, lambda terms: replace(terms.with_cards(*spent_cards(cart)), balance=balance))


def check_card_possible(card: CardFacts) -> None:
    """Let a card be taken for the rest.

    Raises:
        RuleBroken: none can be taken now.
    """
    if not card.possible:
        raise RuleBroken("{why} Choose Pay in full.", why=card.why_not)


def card_amount(
    cart: Cart, settings: StoreSettings, stated_minor: int | None, *, in_part: bool = False
) -> int:
    """What a card for the rest is asked to reserve: what was stated, else what shipped goods need, else the rest.

    `in_part`: the cards given before stay, and this one pays a part of what they do not cover.

    Raises:
        RuleBroken: nothing is left to pay, or the stated amount is not one: none, above the rest, or less than
            the shipped goods need of a single card (decision 38).
    """
    totals, given = _check_rest(cart, settings), cards_left(cart) if in_part else 0
    needed = max(0, reservation_of(cart, settings, totals) - given)
    rest, currency = totals.balance_minor - given, cart.currency
    if rest <= 0:
        raise RuleBroken("The cards given pay all of the rest. Take what is due and conclude.")
    if stated_minor is None:
        return needed or rest
    if stated_minor <= 0 or stated_minor > rest:
        raise RuleBroken("A card can be asked for {rest} or less. Type the amount again.",
                         rest=Money(rest, currency))  # fmt: skip
    if stated_minor < needed and not in_part:
        raise RuleBroken("The shipped goods need {needed} on the card. Type {needed} or more.",
                         needed=Money(needed, currency))  # fmt: skip
    return stated_minor


def give_card(cart: Cart, card: CardOnFile, *, in_part: bool = False) -> Cart:
    """The cart with the card that a terminal has authorised for its rest; `in_part` beside those given before."""
    kept = cart.terms.cards if in_part and cart.terms else spent_cards(cart)
    return change_terms(
        cart, lambda terms: replace(terms.with_cards(*kept, card), balance=Balance.CARD_ON_FILE)
    )


def spent_cards(cart: Cart) -> tuple[CardOnFile, ...]:
    """The cards that were charged already, as far as they were: nothing more is taken of them."""
    order = None if cart.act is None else cart.act.order
    if cart.terms is None or order is None:
        return ()
    used = [replace(card, authorised_minor=order.used_of(card)) for card in cart.terms.cards]
    return tuple([card for card in used if card.authorised_minor > 0])


def _check_rest(cart: Cart, settings: StoreSettings) -> Totals:
    if cart.kind is not CartKind.ORDER:
        raise RuleBroken("Only an order is paid later. Take the payment now.")
    totals = totals_of(cart, settings)
    if totals.balance_minor <= 0:
        raise RuleBroken("Nothing is left to pay later. Take what is due and conclude.")
    return totals


def check_rest_arranged(cart: Cart, settings: StoreSettings, totals: Totals) -> None:
    """Nothing of the rest is left without a way to be paid.

    Raises:
        RuleBroken: nothing was said, or cards do not cover the shipped goods.
    """
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
    if terms.cards and cards_left(cart) < needed:
        raise RuleBroken("The shipped goods need {needed} on a card; {left} is given. Give the card again, or another.",
                         needed=Money(needed, cart.currency), left=Money(cards_left(cart), cart.currency))  # fmt: skip
