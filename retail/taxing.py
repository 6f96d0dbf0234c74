"""The rates a cart carries, made anew where its customer changes."""

from dataclasses import replace

from retail.cart_values import Cart
from retail.charges import Charge, ChargeSource
from retail.customers import Customer
from retail.settings import StoreSettings
from retail.tax import charge_rate, line_rate


def for_customer(cart: Cart, customer: Customer | None, settings: StoreSettings) -> Cart:
    """The cart with this customer, taxed as they are; the lines of an order keep the tax that was agreed."""
    if cart.act is not None:
        return replace(cart, customer=customer)
    lines = [
        replace(
            line,
            tax_percent=line_rate(line.own_tax_percent, line.delivery, settings, customer),
            charges=_rated(line.charges, customer, settings),
        )
        for line in cart.lines
    ]
    return replace(
        cart, customer=customer, lines=tuple(lines), charges=_rated(cart.charges, customer, settings)
    )


def _rated(
    charges: tuple[Charge, ...], customer: Customer | None, settings: StoreSettings
) -> tuple[Charge, ...]:
    rate = charge_rate(settings.shipping_charge_tax_percent, customer, settings)
    return tuple(
        [
            replace(charge, tax_percent=rate)
            if charge.source in (ChargeSource.TYPED, ChargeSource.PRODUCT)
            else charge
            for charge in charges
        ]
    )
