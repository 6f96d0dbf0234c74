"""Charges that a person adds or types over, on the whole order or on lines."""

from collections.abc import Collection
from dataclasses import replace

from retail.cart import PRICE_MAX_MINOR, is_billed, line_of
from retail.cart_values import Cart
from retail.charge_taxes import charge_rate, leading_delivery, taxed_anew
from retail.charges import Charge, ChargeOverride, ChargeSource, charge_of
from retail.errors import RuleBroken
from retail.money import Money
from retail.orders.fixed import check_price_changes, check_whole
from retail.pricing import Consent
from retail.settings import StoreSettings
from retail.texts import clean_text


def add_header_charge(
    cart: Cart, settings: StoreSettings, amount_minor: int, code: str | None = None
) -> Cart:
    """Add a charge on the whole order.

    Raises:
        RuleBroken: a plain sale, an amount out of bounds, an unknown code, or a shipping charge beside one on lines.
    """
    if cart.terms is None:
        raise RuleBroken("A plain sale has no charge on the whole. Add it to a line.")
    _check_header(cart)
    charge = _typed(cart, settings, amount_minor, code)
    if charge.code == settings.shipping_charge_code and any(
        _has_typed(line.charges, charge.code) for line in cart.active_lines
    ):
        raise RuleBroken("Lines have shipping charges. A charge is on the order or on lines, never both.")
    return replace(cart, charges=(*cart.charges, charge))


def add_line_charge(
    cart: Cart, settings: StoreSettings, numbers: Collection[int], amount_minor: int, code: str | None = None
) -> Cart:
    """Add a charge on each of these lines.

    Raises:
        RuleBroken: no such line, an amount out of bounds, an unknown code, or a shipping charge beside the order's.
    """
    charge, lines = _typed(cart, settings, amount_minor, code), list(cart.lines)
    if charge.code == settings.shipping_charge_code and _has_typed(cart.charges, charge.code):
        raise RuleBroken("The order has a shipping charge. A charge is on the order or on lines, never both.")
    for number in numbers:
        line = line_of(cart, number)
        check_price_changes(cart, line)
        here = taxed_anew((charge,), line.delivery, cart.customer, settings)
        lines[number - 1] = replace(line, charges=(*line.charges, *here))
    return replace(cart, lines=tuple(lines))


def charges_at(cart: Cart, number: int | None) -> tuple[Charge, ...]:
    """The charges of a line, or of the whole order for None."""
    return cart.charges if number is None else line_of(cart, number).charges


def change_charge(cart: Cart, number: int | None, position: int, amount_minor: int, consent: Consent) -> Cart:
    """Type over one charge of a line (None: of the whole), by its position from 0. It stays as typed from then on.

    Why and by whose right is kept with it, beside what it was before the first change of this document.

    Raises:
        RuleBroken: there is no such charge, or an amount out of bounds.
    """
    if number is None:
        _check_header(cart)
    else:
        check_price_changes(cart, line_of(cart, number))
    charges = list(charges_at(cart, number))
    if not 0 <= position < len(charges):
        raise RuleBroken("There is no such charge to change. Add one instead.")
    _check(cart, amount_minor)
    before = charges[position]
    original = before.original_minor
    if before.source is not ChargeSource.TYPED and original is None:
        original = before.amount_minor
    override = _override(before, amount_minor, consent)
    charges[position] = replace(before, amount_minor=amount_minor, original_minor=original, override=override)
    if number is None:
        return replace(cart, charges=tuple(charges))
    lines = list(cart.lines)
    lines[number - 1] = replace(line_of(cart, number), charges=tuple(charges))
    return replace(cart, lines=tuple(lines))


def _override(charge: Charge, amount_minor: int, consent: Consent) -> ChargeOverride | None:
    before = charge.amount_minor if charge.override is None else charge.override.before_minor
    if before == amount_minor:
        return None
    return ChargeOverride(before, clean_text("Reason", consent.reason), consent.approved_by)


def _check_header(cart: Cart) -> None:
    check_whole(cart)
    if is_billed(cart):
        raise RuleBroken("The charge of this order was billed already. Type a charge for lines instead.")


def _typed(cart: Cart, settings: StoreSettings, amount_minor: int, code: str | None) -> Charge:
    _check(cart, amount_minor)
    chosen = code or settings.shipping_charge_code
    if chosen is None:
        raise RuleBroken("No charge code for shipping is set up. Ask headquarters to set one up.")
    known = {settings.shipping_charge_code, *(each.code for each in settings.charge_codes)}
    if chosen not in known:
        raise RuleBroken("There is no charge code {code}. Choose one of the list.", code=chosen)
    said = settings.charge_code(chosen)
    rate = charge_rate(said, leading_delivery(cart.lines), cart.customer, settings)
    return charge_of(chosen, amount_minor, rate, refundable=said.refundable)


def _check(cart: Cart, amount_minor: int) -> None:
    if not 0 <= amount_minor <= PRICE_MAX_MINOR:
        raise RuleBroken("A charge of {charge} cannot be: charges go from 0 to {limit}. Type it again.",
                         charge=Money(amount_minor, cart.currency),
                         limit=Money(PRICE_MAX_MINOR, cart.currency))  # fmt: skip


def _has_typed(charges: tuple[Charge, ...], code: str) -> bool:
    return any(each.source is ChargeSource.TYPED and each.code == code for each in charges)
