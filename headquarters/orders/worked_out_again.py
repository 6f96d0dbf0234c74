"""What a document says of its order, worked out again from the order that headquarters has: each deviation in words."""

from collections.abc import Iterator

from retail.charges import charges_sum
from retail.messages import Message, phrase, say
from retail.money import Money
from retail.orders.order import OrderState
from retail.orders.pickup import deposit_share, ends_with, is_steered
from retail.orders.shares import Share
from retail.wire.arrival import charges_from
from retail.wire.uploads import ActPart, OrderPart, TransactionDocument

SHARES = {
    "amount": phrase("the amount of {name} is {said}, but that share of the order has {right}"),
    "tax": phrase("the tax of {name} is {said}, but that share of the order has {right}"),
    "charges": phrase("the charges of {name} are {said}, but that share of the order has {right}"),
}


def deviations(document: TransactionDocument, before: OrderState) -> list[Message]:
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
        found += _money_before(document.order, before, document.currency)
    elif document.type == "pickup" and document.act is not None:
        found += _deposit_used(document, document.act, before)
    return found


def _lines(document: TransactionDocument, before: OrderState, most_off: int) -> Iterator[Message]:
    """Goods that went or came back carry their share of the order's line."""
    sign = -1 if document.type == "return" else 1
    if document.type not in ("pickup", "return"):
        return
    currency = document.currency
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
                yield say(
                    SHARES[name],
                    name=part.name,
                    said=Money(is_said, currency),
                    right=Money(is_right, currency),
                )
        if sign < 0 and -charges_sum(charges) > sum(_above_nothing(share)) + most_off:
            yield say(
                "charges of {name} give back {said}, but it had {right}", name=part.name,
                said=Money(-charges_sum(charges), currency), right=Money(sum(share.charges_minor), currency),
            )  # fmt: skip


def _above_nothing(share: Share) -> list[int]:
    return [each for each in share.charges_minor if each > 0]


def _money_before(order: OrderPart, before: OrderState, currency: str) -> Iterator[Message]:
    said = {
        phrase("{said} is said to have been paid ahead, but it was {right}"):
            (order.deposit_before_minor, before.deposit_paid_minor),
        phrase("{said} of the deposit is said to have been used, but it was {right}"):
            (order.used_before_minor, before.deposit_used_minor),
        phrase("{said} is said to have been paid besides, but it was {right}"):
            (order.settled_before_minor, before.settled_minor),
    }  # fmt: skip
    for words, (is_said, is_right) in said.items():
        if is_said != is_right:
            yield say(words, said=Money(is_said, currency), right=Money(is_right, currency))


def _deposit_used(document: TransactionDocument, act: ActPart, before: OrderState) -> Iterator[Message]:
    available = before.deposit_available_minor
    if act.available_minor != available:
        yield say(
            "{said} of the deposit is said to be left, but it is {right}",
            said=Money(act.available_minor, document.currency), right=Money(available, document.currency),
        )  # fmt: skip
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
        yield say(
            "{said} of the deposit is used, but these goods use {right}",
            said=Money(act.applied_minor, document.currency), right=Money(right, document.currency),
        )  # fmt: skip
