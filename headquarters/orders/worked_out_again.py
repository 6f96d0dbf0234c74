"""What a document says of its order, worked out again from the order that headquarters has: each deviation in words."""

from collections.abc import Iterator

from retail.charges import charges_sum
from retail.orders.order import OrderState
from retail.orders.pickup import deposit_share, ends_with, is_steered
from retail.orders.shares import Share
from retail.wire.arrival import charges_from
from retail.wire.uploads import ActPart, OrderPart, TransactionDocument


def deviations(document: TransactionDocument, before: OrderState) -> list[str]:
    """In what a document that fits its order deviates from it; where others acted meanwhile, shares of what they left
    may be off by as many minor units as there were acts.
    """
    about = document.act or document.order
    if about is None or document.id in before.acts:
        return []
    meanwhile = abs(len(before.acts) - about.based_on)
    found = [*_lines(document, before, meanwhile)]
    if meanwhile:
        return found
    if document.order is not None:
        found += _money_before(document.order, before)
    elif document.type == "pickup" and document.act is not None:
        found += _deposit_used(document, document.act, before)
    return found


def _lines(document: TransactionDocument, before: OrderState, most_off: int) -> Iterator[str]:
    """Goods that went or came back carry their share of the order's line."""
    sign = -1 if document.type == "return" else 1
    if document.type not in ("pickup", "return"):
        return
    named = {part.order_line: part for part in document.lines if part.order_line is not None}
    for number, part in named.items():
        line = before.line(number)
        parts = [each for each in document.lines if each.order_line == number]
        quantity = sign * sum(each.quantity_thousandths for each in parts)
        if line is None or quantity <= 0:
            continue
        share = line.give_back(quantity) if sign < 0 else line.take(quantity)
        charges = charges_from(tuple([each for one in parts for each in one.charges]))
        said = {
            "amount": (sign * sum(each.amount_minor for each in parts), share.amount_minor),
            "tax": (sign * sum(each.tax_minor for each in parts), share.tax_minor),
        }
        if sign > 0:
            said["charges"] = (charges_sum(charges), sum(share.charges_minor))
        for name, (is_said, is_right) in said.items():
            if abs(is_said - is_right) > most_off:
                yield f"{name} of {part.name} is {is_said}, but that share of the order has {is_right}"
        if sign < 0 and -charges_sum(charges) > sum(_above_nothing(share)) + most_off:
            yield f"charges of {part.name} give back {-charges_sum(charges)}, but it had {sum(share.charges_minor)}"


def _above_nothing(share: Share) -> list[int]:
    return [each for each in share.charges_minor if each > 0]


def _money_before(order: OrderPart, before: OrderState) -> Iterator[str]:
    said = {
        "paid ahead": (order.deposit_before_minor, before.deposit_paid_minor),
        "used of the deposit": (order.used_before_minor, before.deposit_used_minor),
        "paid besides": (order.settled_before_minor, before.settled_minor),
    }
    for name, (is_said, is_right) in said.items():
        if is_said != is_right:
            yield f"{is_said} is said to have been {name}, but it was {is_right}"


def _deposit_used(document: TransactionDocument, act: ActPart, before: OrderState) -> Iterator[str]:
    available = before.deposit_available_minor
    if act.available_minor != available:
        yield f"{act.available_minor} of the deposit is said to be left, but it is {available}"
        return
    gone: dict[int, int] = {}
    for each in document.lines:
        if each.order_line is not None:
            gone[each.order_line] = gone.get(each.order_line, 0) + each.quantity_thousandths
    if ends_with(before, gone):
        right = available
    elif is_steered(before):
        return
    else:
        right = deposit_share(before, document.total_minor)
    if act.applied_minor != right:
        yield f"{act.applied_minor} of the deposit is used, but these goods use {right}"
