"""The rates a cart carries, made anew where its customer changes."""

from dataclasses import replace
from decimal import Decimal

from retail.cart_values import Cart, CartLine
from retail.charges import Charge, ChargeSource
from retail.customers import Customer
from retail.settings import StoreSettings
from retail.tax import charge_rate, line_rate


def for_customer(cart: Cart, customer: Customer | None, settings: StoreSettings) -> Cart:
    """The cart with this customer, taxed as they are; what an order agreed on keeps its tax."""
    if cart.act is not None and not cart.act.is_blind:
        return replace(cart, customer=customer)
    lines = tuple([_taxed(line, customer, settings) for line in cart.lines])
    charges = _rated(cart.charges, customer, settings)
    return replace(cart, customer=customer, lines=lines, charges=charges)


def _taxed(line: CartLine, customer: Customer | None, settings: StoreSettings) -> CartLine:
    """The line with its rates; the very same one where they stay."""
    rate = line_rate(line.own_tax_percent, line.delivery, settings, customer)
    charges = _rated(line.charges, customer, settings)
    if rate == line.tax_rate and charges == line.charges:
        return line
    return replace(line, tax_percent=rate.percent, tax_codes=rate.codes, charges=charges)


def _rated(
    charges: tuple[Charge, ...], customer: Customer | None, settings: StoreSettings
) -> tuple[Charge, ...]:
    return tuple(
        [
            replace(charge, tax_percent=charge_rate(_own_rate(charge, settings), customer, settings))
            for charge in charges
        ]
    )


def _own_rate(charge: Charge, settings: StoreSettings) -> Decimal:
    """The rate of its code; the charge a product brings is taxed as shipping is."""
    if charge.source is ChargeSource.PRODUCT:
        return settings.shipping_charge_tax_percent
    return settings.charge_code(charge.code).tax_percent
