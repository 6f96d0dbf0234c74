"""The rates a cart carries, made anew where its customer changes."""

from dataclasses import replace

from retail.cart_values import Cart, CartLine
from retail.charge_taxes import charge_rate, leading_delivery
from retail.charges import Charge, ChargeSource
from retail.customers import Customer
from retail.orders.delivery import Delivery
from retail.settings import StoreSettings
from retail.tax import line_rate


def for_customer(cart: Cart, customer: Customer | None, settings: StoreSettings) -> Cart:
    """The cart with this customer, taxed as they are; what an order agreed on keeps its tax."""
    if cart.act is not None and not cart.act.is_blind:
        return replace(cart, customer=customer)
    lines = tuple([_taxed(line, customer, settings) for line in cart.lines])
    charges = _rated(cart.charges, leading_delivery(cart.lines), customer, settings)
    return replace(cart, customer=customer, lines=lines, charges=charges)


def _taxed(line: CartLine, customer: Customer | None, settings: StoreSettings) -> CartLine:
    """The line with its rates; the very same one where they stay."""
    rate = line_rate(
        line.own_tax_percent,
        line.delivery,
        settings,
        customer,
        item_tax_group=line.item_tax_group,
        name=line.name,
    )
    charges = _rated(line.charges, line.delivery, customer, settings)
    if rate == line.tax_rate and charges == line.charges:
        return line
    return replace(line, tax_percent=rate.percent, tax_codes=rate.codes, charges=charges)


def _rated(
    charges: tuple[Charge, ...], delivery: Delivery | None, customer: Customer | None, settings: StoreSettings
) -> tuple[Charge, ...]:
    return tuple([_charge(charge, delivery, customer, settings) for charge in charges])


def _charge(
    charge: Charge, delivery: Delivery | None, customer: Customer | None, settings: StoreSettings
) -> Charge:
    """The charge with its rates; the one a product brings is taxed as shipping is."""
    code = settings.charge_code(charge.code)
    if charge.source is ChargeSource.PRODUCT:
        code = settings.charge_code_at(charge.code, settings.shipping_charge_tax_percent)
    rate = charge_rate(code, delivery, customer, settings)
    return replace(charge, tax_percent=rate.percent, tax_codes=rate.codes)
