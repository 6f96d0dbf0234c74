"""How a cart comes to rest after a change: prices of what changed, the discount on the whole, automatic charges."""

from dataclasses import replace

from retail.auto_charges import charged
from retail.cart_values import Cart, CartLine
from retail.errors import RuleBroken
from retail.pricing import Pricing, affiliations_of, priced, share_total
from retail.promotions import PriceBook
from retail.settings import StoreSettings
from retail.totals import totals_of

NO_PROMOTIONS = PriceBook(())
"""What prices are worked out from where promotions wait for somebody who calculates the total."""


def settle(before: Cart | None, cart: Cart, pricing: Pricing, settings: StoreSettings) -> Cart:
    """The cart with prices and charges as they follow from it; the very same one where nothing has to change.

    Only lines that are not those of `before` are priced, so that a long sale costs no more than a short one. An order
    that is being opened keeps its charges; from its first change on they follow what it holds.
    """
    known: tuple[CartLine, ...] = ()
    if before is not None and before.id == cart.id:
        known = before.lines
        if cart.lines is known and cart.customer is before.customer and cart.charges is before.charges:
            return cart
    if settings.manual_discounts:
        pricing = replace(pricing, book=NO_PROMOTIONS)
    same_prices = before is not None and affiliations_of(before) == affiliations_of(cart)
    cart = _priced(cart, known if same_prices else (), pricing)
    if cart.discount is not None:
        cart = share_total(cart)
    if (cart.act is not None and not known) or settings.manual_charges:
        return cart
    same_buyer = before is not None and cart.customer is before.customer
    return charged(cart, settings, known if same_buyer else ())


def calculated(cart: Cart, pricing: Pricing, settings: StoreSettings) -> Cart:
    """The cart with every promotion and automatic charge, also where the store has them wait for somebody."""
    return charged(_by_itself(cart, pricing, settings), settings)


def _by_itself(cart: Cart, pricing: Pricing, settings: StoreSettings) -> Cart:
    return settle(None, cart, pricing, replace(settings, manual_discounts=False, manual_charges=False))


def check_calculated(cart: Cart, pricing: Pricing, settings: StoreSettings) -> None:
    """Let money be taken for a cart whose promotions and charges do not wait any more.

    Raises:
        RuleBroken: they do, and the total would be another one.
    """
    if not (settings.manual_discounts or settings.manual_charges):
        return
    now, then = [
        totals_of(each, settings).total_minor for each in (cart, _by_itself(cart, pricing, settings))
    ]
    if now != then:
        raise RuleBroken("Promotions and charges are not worked out yet. Press Calculate total first.")


def _priced(cart: Cart, known: tuple[CartLine, ...], pricing: Pricing) -> Cart:
    lines, affiliations = list(cart.lines), affiliations_of(cart)
    for position, line in enumerate(cart.lines):
        if not line.voided and not (position < len(known) and known[position] is line):
            lines[position] = priced(line, pricing.book, pricing.today, affiliations)
    if all(new is old for new, old in zip(lines, cart.lines, strict=True)):
        return cart
    return replace(cart, lines=tuple(lines))
