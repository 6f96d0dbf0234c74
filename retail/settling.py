"""How a cart comes to rest after a change: prices of what changed, the discount on the whole, automatic charges."""

from dataclasses import replace

from retail.auto_charges import charged
from retail.cart_values import Cart, CartLine
from retail.pricing import Pricing, affiliations_of, priced, share_total
from retail.settings import StoreSettings


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
    same_prices = before is not None and affiliations_of(before) == affiliations_of(cart)
    cart = _priced(cart, known if same_prices else (), pricing)
    if cart.discount is not None:
        cart = share_total(cart)
    if cart.act is not None and not known:
        return cart
    same_buyer = before is not None and cart.customer is before.customer
    return charged(cart, settings, known if same_buyer else ())


def _priced(cart: Cart, known: tuple[CartLine, ...], pricing: Pricing) -> Cart:
    lines, affiliations = list(cart.lines), affiliations_of(cart)
    for position, line in enumerate(cart.lines):
        if not line.voided and not (position < len(known) and known[position] is line):
            lines[position] = priced(line, pricing.book, pricing.today, affiliations)
    if all(new is old for new, old in zip(lines, cart.lines, strict=True)):
        return cart
    return replace(cart, lines=tuple(lines))
