"""Handing out goods of an order: which and how many, and how much of the deposit they use (D11-D17)."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from retail.cart_values import Cart
from retail.customers import NAME_MAX, Customer
from retail.errors import RuleBroken
from retail.money import Money
from retail.orders.acts import Act, ActKind, act_on
from retail.orders.beginning import share_line
from retail.orders.delivery import DeliveryKind
from retail.orders.order import OVER, LineStatus, OrderLine, OrderState
from retail.quantity import pieces
from retail.rounding import divide, percent_of
from retail.serials import checked_serials
from retail.settings import StoreSettings
from retail.texts import clean_text
from retail.totals import totals_of
from retail.units import check_parts

NO_SERIALS: Mapping[int, Sequence[str]] = {}


def start_pickup(
    order: OrderState,
    quantities: Mapping[int, int],
    customer: Customer,
    settings: StoreSettings,
    cart_id: str,
    collector: str = "",
    serials: Mapping[int, Sequence[str]] = NO_SERIALS,
    asking: AbstractSet[str] = frozenset(),
) -> Cart:
    """These quantities (thousandths by line number) as a cart to be paid and handed out.

    `collector` is who takes them; unless said, whom the order names, else the customer (decision 44). Of the products
    `asking` for them, each piece leaves with one of the line's `serials`.

    Raises:
        RuleBroken: nothing was chosen, a line is not fetched in this store, more than is open, a part of what is
            sold whole, or a serial number is missing or came twice.
    """
    if not quantities:
        raise RuleBroken("Nothing was chosen. Choose what is handed out.")
    taken_by = clean_text("Collected by", collector, NAME_MAX) or order.terms.collector or customer.name
    lines = []
    for position, (number, quantity) in enumerate(sorted(quantities.items()), 1):
        line = _open_line(order, number, quantity, settings)
        check_parts(quantity, line.unit, settings.sales_units, line.name)
        given = checked_serials(
            line.name, quantity, serials.get(number, ()), line.serials, asked=line.product in asking
        )
        lines.append(replace(share_line(position, line, line.take(quantity)), serials=given))
    act = replace(act_on(ActKind.PICKUP, order), collector=taken_by)
    cart = Cart(
        id=cart_id,
        order_id=order.id,
        currency=order.currency,
        lines=tuple(lines),
        customer=customer,
        charges=order.charges if bills_charges(order, ships=False) else (),
        act=act,
    )
    return _with_deposit(cart, act, order, quantities, settings)


def bills_charges(order: OrderState, *, ships: bool) -> bool:
    """The charges of the whole order go with this invoice: the first shipment, or where nothing ships the first."""
    if order.charges_invoiced or not order.charges:
        return False
    any_ships = any(
        line.delivery is DeliveryKind.SHIP and line.status is not LineStatus.CANCELLED for line in order.lines
    )
    return ships or not any_ships


def ends_with(order: OrderState, quantities: Mapping[int, int]) -> bool:
    """Nothing is left to be handed out or shipped after these quantities."""
    return all(line.outstanding_thousandths <= quantities.get(line.number, 0) for line in order.lines)


def deposit_share(order: OrderState, goods_minor: int) -> int:
    """How much of the deposit goods of this value use: in proportion, rounded once, never more than there is.

    Where all that is left was paid ahead, all of their value (decision 50); where more was paid ahead than was asked
    for, in proportion to that.
    """
    available, left = order.deposit_available_minor, order.total_minor - order.invoiced_minor
    if available >= left:
        return min(available, goods_minor)
    if order.terms.topped_up:
        return divide(goods_minor * available, left)
    return max(0, min(available, percent_of(goods_minor, order.deposit_percent)))


def is_steered(order: OrderState) -> bool:
    """Its deposit was overridden, so that whoever hands out states how much of it is used (D15)."""
    override = order.terms.override
    return override is not None and override.amount_minor != order.total_minor


def use_deposit(cart: Cart, settings: StoreSettings, amount_minor: int) -> Cart:
    """State how much of an overridden deposit this pickup uses.

    Raises:
        RuleBroken: the deposit was calculated (D17), this pickup ends the order (D16), or the amount is out of
            bounds.
    """
    act = cart.act
    if act is None or act.kind is not ActKind.PICKUP:
        raise RuleBroken("A deposit is used when goods of an order are handed out. Open a pickup first.")
    if not act.may_steer:
        raise RuleBroken(
            "This deposit is used as it was worked out, and the last pickup uses all of it. Take what is due."
        )
    if amount_minor < 0:
        raise RuleBroken("A deposit cannot be negative. Type 0 or more.")
    currency = cart.currency
    if amount_minor > act.deposit_available_minor:
        raise RuleBroken("Only {most} of the deposit is left. Type {most} or less.",
                         most=Money(act.deposit_available_minor, currency))  # fmt: skip
    due = totals_of(replace(cart, act=replace(act, applied_minor=0)), settings).due_minor
    if amount_minor > due:
        raise RuleBroken("Only {most} is due for these goods. Type {most} or less.",
                         most=Money(max(0, due), currency))  # fmt: skip
    return replace(cart, act=replace(act, applied_minor=amount_minor))


def _open_line(
    order: OrderState, number: int, quantity_thousandths: int, settings: StoreSettings
) -> OrderLine:
    line = order.line(number)
    if line is None or line.delivery is not DeliveryKind.PICKUP or line.status in OVER:
        raise RuleBroken("Line {number} of this order is not picked up. Choose others.", number=number)
    if line.store != settings.store:
        raise RuleBroken("{name} is picked up at {store}. Send the customer there, or edit the order.",
                         name=line.name, store=settings.place_name(line.store))  # fmt: skip
    if quantity_thousandths <= 0:
        raise RuleBroken("Choose 1 or more of {name}.", name=line.name)
    if quantity_thousandths > line.open_thousandths:
        raise RuleBroken("Only {open} of {name} is left to hand out. Choose fewer, or another line.",
                         open=pieces(line.open_thousandths), name=line.name)  # fmt: skip
    return line


def _with_deposit(
    cart: Cart, act: Act, order: OrderState, quantities: Mapping[int, int], settings: StoreSettings
) -> Cart:
    steered = False
    if ends_with(order, quantities):
        applied = order.deposit_available_minor
    elif is_steered(order):
        applied, steered = 0, True
    else:
        applied = deposit_share(order, totals_of(cart, settings).total_minor)
    return replace(cart, act=replace(act, applied_minor=applied, may_steer=steered))
