"""What is done to an order, or taken back, that takes a right, by a document and the order as it stood before."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from retail.messages import Message, say
from retail.orders.cancellation import default_charge
from retail.orders.order import OrderLine, OrderState
from retail.orders.returns import is_above_ceiling, refunded_charges
from retail.permissions import Right, RoleLimit
from retail.return_limits import is_above_limit
from retail.settings import StoreSettings
from retail.wire.arrival import cart_of
from retail.wire.uploads import ActPart, LinePart, TransactionDocument

Free = Callable[[StoreSettings, RoleLimit], bool]
"""Whether these settings and limits let somebody do it without the right."""


def never(settings: StoreSettings, limit: RoleLimit) -> bool:
    """Nobody does it without the right."""
    return False


class Step(NamedTuple):
    """Something that takes a right: the right, who is said to have allowed it, what it was, and who needs no right."""

    right: Right
    allowed_by: str
    what: Message
    free: Free = never


def steps_on_order(document: TransactionDocument, before: OrderState | None) -> Iterator[Step]:
    """What a change of an order takes, a pickup, a cancellation or a return."""
    act = document.act
    if document.order is not None and document.order.based_on:
        yield Step(Right.EDIT_ORDER, document.order.agreed_by, say("an order changed"))
    if act is None:
        return
    if document.type == "pickup":
        yield Step(Right.EDIT_ORDER, act.approved_by, say("goods of an order handed out"))
    elif document.type == "cancellation":
        yield Step(Right.EDIT_ORDER, act.approved_by, say("an order cancelled"))
        if before is not None:
            yield _charged(document, act, before)
    elif document.type == "return":
        if act.about == "order":
            yield Step(Right.EDIT_ORDER, act.approved_by, say("goods of an order taken back"))
        yield from _given_back(document, act, before)


def is_agreed(line: LinePart, before: OrderState | None) -> bool:
    """Whether this line of an order has the price and the discounts that it had before."""
    agreed: OrderLine | None = None if before is None else before.line(line.order_line or 0)
    if agreed is None or line.is_share:
        return line.order_line is not None
    said = [(each.name, each.percent, each.stated_minor) for each in line.discounts if each.source == "line"]
    known = [
        (each.name, each.percent, each.stated_minor) for each in agreed.discounts if each.source == "line"
    ]
    return agreed.price_minor == line.price_minor and said == known


def _charged(document: TransactionDocument, act: ActPart, before: OrderState) -> Step:
    charge = sum(each.amount_minor for each in document.charges if each.source == "cancellation")

    def is_usual(settings: StoreSettings, limit: RoleLimit) -> bool:
        return charge == default_charge(before, settings)

    return Step(Right.CANCELLATION_CHARGE, act.approved_by, say("another charge for cancelling"), is_usual)


def _given_back(document: TransactionDocument, act: ActPart, before: OrderState | None) -> Iterator[Step]:
    cart, rules = cart_of(document)

    def is_within(settings: StoreSettings, limit: RoleLimit) -> bool:
        return not is_above_limit(cart, rules, limit)

    yield Step(Right.RETURN_LIMIT, act.approved_by, say("more given back than the role may"), is_within)
    refunded, earlier = refunded_charges(cart), 0 if before is None else before.shipping_refunded_minor

    def is_below(settings: StoreSettings, limit: RoleLimit) -> bool:
        return not is_above_ceiling(refunded, earlier, settings)

    if refunded > 0:
        yield Step(
            Right.SHIPPING_REFUND, act.approved_by, say("more charges given back than alone"), is_below
        )
