"""Taking goods of an order back: never more than was invoiced, each with its reason (decision 13)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retail.cart_values import Cart
from retail.charge_taxes import charge_rate
from retail.charges import Charge, ChargeSource, charge_of, charges_sum
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.money import MINOR_MAX, Money
from retail.orders.acts import ActKind, act_on
from retail.orders.beginning import share_line
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.invoices import invoice_named, returnable
from retail.orders.ledger import Invoice
from retail.orders.order import OrderLine, OrderState
from retail.orders.shares import Share
from retail.quantity import ONE, pieces
from retail.serials import SERIAL_MAX
from retail.settings import StoreSettings
from retail.texts import clean_text
from retail.units import check_parts


@dataclass(frozen=True, slots=True)
class Returned:
    """What comes back of one line, and why; `serials` are those of its pieces, where it left with such."""

    line: int
    quantity_thousandths: int
    reason: str
    serials: tuple[str, ...] = ()


def start_return(
    order: OrderState,
    items: Sequence[Returned],
    customer: Customer | None,
    settings: StoreSettings,
    cart_id: str,
    shipping_minor: int = 0,
    invoice: str = "",
) -> Cart:
    """What comes back as a cart with negative lines; new goods may be added in exchange (decision 31).

    With `invoice`, the goods come back of that one; without, of any of the order or the sale.

    Raises:
        RuleBroken: nothing was chosen, a reason is missing, more than was handed out, no such invoice, a part of what
            is sold whole, a serial number that is missing or not out, or a refund of shipping that cannot be.
    """
    chosen = invoice_named(order, invoice) if invoice else None
    if not items:
        raise RuleBroken("Nothing was chosen. Choose what comes back.")
    lines = []
    for position, item in enumerate(items, 1):
        line = _returnable(order, item, chosen)
        check_parts(item.quantity_thousandths, line.unit, settings.sales_units, line.name)
        share = _refundable(line, line.give_back(item.quantity_thousandths), settings).negative()
        reason = clean_text("Reason", item.reason)
        kept = replace(share_line(position, line, share, reason), delivery=None)
        serials = _serials_back(line, item)
        lines.append(replace(kept, charges=_as_refund(kept.charges), serials=serials))
    return Cart(
        id=cart_id,
        order_id=order.id,
        currency=order.currency,
        lines=tuple(lines),
        customer=customer,
        charges=(
            *_header_refund(order, settings),
            *_shipping_refund(order, settings, customer, shipping_minor),
        ),
        act=replace(act_on(ActKind.RETURN, order), invoice="" if chosen is None else chosen.document),
    )


def refunded_charges(cart: Cart) -> int:
    """What a return gives back of charges, as a positive amount without tax."""
    own = [charge for line in cart.active_lines if line.share is not None for charge in line.charges]
    return -charges_sum((*cart.charges, *own))


def needs_shipping_right(cart: Cart, settings: StoreSettings) -> bool:
    """With this return, more charges are given back on the order than the store allows without a manager.

    Earlier returns of the same order count, and so do charges that are refunded by themselves (decisions 32, 41);
    these alone need nobody where the store has set no ceiling.
    """
    earlier = 0 if cart.act is None or cart.act.order is None else cart.act.order.shipping_refunded_minor
    return is_above_ceiling(refunded_charges(cart), earlier, settings)


def is_above_ceiling(refunded_minor: int, earlier_minor: int, settings: StoreSettings) -> bool:
    """With these refunds of charges, and the `earlier` ones of the order, a manager has to agree."""
    ceiling = settings.max_shipping_refund_without_approval_minor
    if refunded_minor <= 0 or (settings.advanced_auto_charges and not ceiling):
        return False
    return earlier_minor + refunded_minor > ceiling


def _returnable(order: OrderState, item: Returned, invoice: Invoice | None) -> OrderLine:
    line = order.line(item.line)
    if line is None:
        raise RuleBroken("There is no line {number} on this order. Choose one of the list.", number=item.line)
    left = returnable(line, invoice)
    if item.quantity_thousandths <= 0:
        raise RuleBroken("Choose 1 or more of {name}.", name=line.name)
    if item.quantity_thousandths > left:
        raise RuleBroken("Only {left} of {name} can come back: that many were handed out and are not back yet. "
            "Type {left} or less.",
                         left=pieces(left), name=line.name)  # fmt: skip
    if not item.reason.strip():
        raise RuleBroken("Say why {name} comes back.", name=line.name)
    return line


def _serials_back(line: OrderLine, item: Returned) -> tuple[str, ...]:
    """The serial numbers of what comes back; pieces that left without one come back without one."""
    clean = [clean_text("Serial number", each, SERIAL_MAX) for each in item.serials]
    given = tuple([each for each in dict.fromkeys(clean) if each])
    for serial in given:
        if serial not in line.serials_out:
            raise RuleBroken(
                "{name} with the serial number {serial} did not leave with this, or is back already. Check the number.",
                name=line.name, serial=serial,
            )  # fmt: skip
    plain = line.invoiced_thousandths - line.returned_thousandths - len(line.serials_out) * ONE
    without_number = item.quantity_thousandths - len(given) * ONE
    if without_number < 0 or without_number > max(0, plain):
        raise RuleBroken(
            "{name} left with serial numbers: {given} given for {quantity}. Scan or type that of each piece.",
            name=line.name, given=len(given), quantity=pieces(item.quantity_thousandths),
        )  # fmt: skip
    return given


def _refundable(line: OrderLine, share: Share, settings: StoreSettings) -> Share:
    """The share without the charges that stay taken: where charges are typed, none comes back by itself."""
    by_rules = settings.advanced_auto_charges

    def kept(figures: tuple[int, ...]) -> tuple[int, ...]:
        pairs = zip(line.charges, figures, strict=False)
        return tuple([minor if charge.refundable and by_rules else 0 for charge, minor in pairs])

    return replace(
        share, charges_minor=kept(share.charges_minor), charge_taxes_minor=kept(share.charge_taxes_minor)
    )


def _as_refund(charges: tuple[Charge, ...]) -> tuple[Charge, ...]:
    return tuple([replace(charge, source=ChargeSource.REFUND) for charge in charges])


def _header_refund(order: OrderState, settings: StoreSettings) -> tuple[Charge, ...]:
    """The refundable charges of the whole order, whole, with the first return: they cannot be split fairly."""
    if not settings.advanced_auto_charges or not order.charges_invoiced or order.charges_returned:
        return ()
    back = [
        replace(charge, amount_minor=-charge.amount_minor) for charge in order.charges if charge.refundable
    ]
    return _as_refund(tuple(back))


def _shipping_refund(
    order: OrderState, settings: StoreSettings, customer: Customer | None, shipping_minor: int
) -> tuple[Charge, ...]:
    if not shipping_minor:
        return ()
    if order.is_sale:
        raise RuleBroken("Nothing of this sale was shipped. Take the goods back without shipping.")
    if not 0 < shipping_minor <= MINOR_MAX:
        raise RuleBroken("A refund of {amount} for shipping cannot be. Type 0 or more.",
                         amount=Money(shipping_minor, order.currency))  # fmt: skip
    if settings.advanced_auto_charges:
        raise RuleBroken("Refundable charges go back by themselves here. No amount is needed.")
    if not settings.refund_shipping_charges or settings.shipping_charge_code is None:
        raise RuleBroken("This store does not refund shipping. Take the goods back without it.")
    code = settings.charge_code_at(settings.shipping_charge_code, settings.shipping_charge_tax_percent)
    rate = charge_rate(code, _sent_to(order), customer, settings)
    return (charge_of(code.code, -shipping_minor, rate, ChargeSource.REFUND),)


def _sent_to(order: OrderState) -> Delivery | None:
    """Where what was shipped of an order went: its shipping was taxed there."""
    plans = [line.plan for line in order.lines if line.plan is not None]
    return next((plan for plan in plans if plan.kind is DeliveryKind.SHIP), None)
