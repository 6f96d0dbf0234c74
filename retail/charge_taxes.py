"""How a fee is taxed: by its code's own rate, or by the item sales tax group of its code, where what it is for goes."""

from collections.abc import Iterable
from dataclasses import replace

from retail.cart_values import CartLine
from retail.charge_rules import ChargeCode
from retail.charges import Charge
from retail.customers import Customer
from retail.item_tax_groups import met
from retail.orders.delivery import Delivery, DeliveryKind
from retail.settings import StoreSettings
from retail.tax import NOTHING, is_exempt, place_rate
from retail.tax_codes import TaxRate


def charge_rate(
    code: ChargeCode, delivery: Delivery | None, customer: Customer | None, settings: StoreSettings
) -> TaxRate:
    """The rate of a charge for what leaves us by this delivery: none for who is exempt, its code's own, or those taxes
    of the place that its code's item sales tax group names.

    Raises:
        RuleBroken: the store does not have that group.
    """
    if is_exempt(customer, settings):
        return TaxRate(NOTHING)
    if code.tax_percent is not None:
        return TaxRate(code.tax_percent)
    place = place_rate(delivery, settings, customer)
    return met(place, code.item_tax_group, settings.item_tax_groups, code.name or code.code)


def leading_delivery(lines: Iterable[CartLine]) -> Delivery | None:
    """Where a charge on the whole is taxed: where the first shipped line goes; None for the store."""
    return next((line.delivery for line in lines if not line.voided and _is_shipped(line)), None)


def taxed_anew(
    charges: tuple[Charge, ...], delivery: Delivery | None, customer: Customer | None, settings: StoreSettings
) -> tuple[Charge, ...]:
    """The charges with the taxes of where they go now; those of a code with a rate of its own keep what they have."""
    return tuple([_taxed_anew(charge, delivery, customer, settings) for charge in charges])


def _taxed_anew(
    charge: Charge, delivery: Delivery | None, customer: Customer | None, settings: StoreSettings
) -> Charge:
    code = settings.charge_code(charge.code)
    if code.tax_percent is not None:
        return charge
    rate = charge_rate(code, delivery, customer, settings)
    return (
        charge if rate == charge.tax_rate else replace(charge, tax_percent=rate.percent, tax_codes=rate.codes)
    )


def _is_shipped(line: CartLine) -> bool:
    return line.delivery is not None and line.delivery.kind is DeliveryKind.SHIP
