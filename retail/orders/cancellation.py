"""Cancelling an order: the charge that is kept of its deposit, or collected on top (decision 7)."""

from dataclasses import replace

from retail.cart_values import Cart
from retail.charge_taxes import charge_rate
from retail.charges import ChargeSource, charge_of
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.money import MINOR_MAX, Money
from retail.orders.acts import ActKind, OtherCharge, act_on
from retail.orders.kinds import CartKind
from retail.orders.order import OrderState
from retail.rounding import percent_of
from retail.settings import StoreSettings


def default_charge(order: OrderState, settings: StoreSettings) -> int:
    """What cancelling costs unless somebody changes it: a share of the order total, nothing for a quote.

    Units: minor units, without the charge's own tax where prices are without tax.
    """
    if order.kind is CartKind.QUOTE:
        return 0
    return percent_of(order.total_minor, settings.cancellation_charge_percent)


def start_cancellation(
    order: OrderState,
    customer: Customer,
    settings: StoreSettings,
    cart_id: str,
    charge_minor: int | None = None,
    reason: str = "",
) -> Cart:
    """The cancellation as a cart; `charge_minor` None means what cancelling costs by default.

    Raises:
        RuleBroken: no charge code is set up, or an amount that cannot be.
    """
    code = settings.cancellation_charge_code
    if code is None and order.kind is not CartKind.QUOTE:
        raise RuleBroken(
            "No cancellation charge is set up. Ask headquarters to set one up, or edit the order."
        )
    usual = default_charge(order, settings)
    amount = usual if charge_minor is None else charge_minor
    if not 0 <= amount <= MINOR_MAX:
        raise RuleBroken("A cancellation charge of {charge} cannot be. Type 0 or more.",
                         charge=Money(amount, order.currency))  # fmt: skip
    taxed = settings.charge_code_at(code or "", settings.cancellation_charge_tax_percent)
    rate = charge_rate(taxed, None, customer, settings)
    charge = charge_of(code or "", amount, rate, ChargeSource.CANCELLATION)
    act = act_on(ActKind.CANCEL, order, reason)
    if amount != usual:
        act = replace(act, other_charge=OtherCharge(code or "", usual))
    return Cart(
        id=cart_id,
        order_id=order.id,
        currency=order.currency,
        customer=customer,
        charges=(charge,) if amount else (),
        act=act,
    )
