"""The proof that a document's amounts agree: everything is worked out again, and each fault is named."""

from collections.abc import Iterator

from retail.cart import Cart, CartLine
from retail.discounts import DiscountSource, worked_out
from retail.errors import RuleBroken
from retail.messages import Message, Name, phrase, say
from retail.order_attributes import shape_faults
from retail.orders.deposit import check_override
from retail.pricing import share_total
from retail.tender import TenderType
from retail.totals import Totals, is_ended, totals_of
from retail.wire.arrival import attributes_from, cart_of
from retail.wire.plain import is_plainly_sound
from retail.wire.uploads import LinePart, TransactionDocument

ACTS = frozenset({"payment", "pickup", "cancellation", "return"})
"""The types of transactions that do something to an order without being the whole of it."""
_TYPES = {
    "sale": phrase("sale"), "order": phrase("order"), "quote": phrase("quote"), "payment": phrase("payment"),
    "pickup": phrase("pickup"), "cancellation": phrase("cancellation"), "return": phrase("return"),
}  # fmt: skip
WORKS_OUT = phrase("{name} is {said}, but works out as {right}")
WITHOUT_LINES = frozenset({"payment", "cancellation"})
"""Those that hand out nothing and take nothing back."""


def faults_of(document: TransactionDocument) -> list[Message]:
    """Work out every amount of a document again; name each that does not agree. Empty means sound."""
    of_amounts = [] if is_plainly_sound(document) else found_by_cart(document)
    return [*of_amounts, *shape_faults(attributes_from(document.attributes))]


def found_by_cart(document: TransactionDocument) -> list[Message]:
    """What is wrong with its amounts by a cart made of the document, in words."""
    try:
        cart, settings = cart_of(document)
        totals = totals_of(cart, settings)
    except (ValueError, ArithmeticError) as fault:
        return [say("{fault}", fault=str(fault))]
    return [
        *_shape_faults(document),
        *_amount_faults(document, cart, totals),
        *_line_faults(document, cart, totals),
        *_total_discount_faults(document, cart),
        *_tender_faults(document),
    ]


def _shape_faults(document: TransactionDocument) -> Iterator[Message]:
    order, numbers = document.order, [line.number for line in document.lines]
    last = len(numbers) + document.voided_lines
    if not numbers:
        if document.type not in WITHOUT_LINES:
            yield say("there are no lines")
    elif numbers != sorted(set(numbers)) or numbers[0] < 1 or numbers[-1] > last:
        yield say("line numbers {numbers} do not ascend from 1 to at most {last}", numbers=numbers, last=last)
    yield from _line_shape_faults(document)
    if document.type in ACTS:
        yield from _act_faults(document)
        return
    made = "sale" if order is None else order.kind
    if document.type != made:
        yield say(
            "type is {type}, but it makes a {made}", type=_type(document), made=say(_TYPES.get(made, made))
        )
    delivered = [line.number for line in document.lines if line.delivery is not None]
    if order is None:
        if delivered:
            yield say("lines {numbers} have a delivery, but there is no order", numbers=delivered)
        typed = sum(each.amount_minor for each in document.charges if each.source == "typed")
        if typed:
            yield say("there is a charge of {amount} on an order, but no order", amount=typed)
        return
    before = (order.deposit_before_minor, order.used_before_minor, order.settled_before_minor)
    if not order.based_on and (order.revision != 1 or any(before)):
        yield say(
            "the order is new, but has a revision {revision} and amounts {amounts} from before",
            revision=order.revision, amounts=before,
        )  # fmt: skip
    if document.customer is None:
        yield say("there is an order, but no customer")
    if not delivered and not order.based_on:
        yield say("there is an order, but nothing to ship or to pick up")


def _type(document: TransactionDocument) -> Message:
    return say(_TYPES.get(document.type, document.type))


def _of_line(line: LinePart, fault: Message) -> Message:
    return say("line {number}: {fault}", number=line.number, fault=fault)


def _line_shape_faults(document: TransactionDocument) -> Iterator[Message]:
    """What comes back is negative, of an order, of a sale or of nothing known; everything else is more than nothing."""
    what = _type(document)
    for line in document.lines:
        comes_back = document.type == "return" and (
            line.order_line is not None or line.quantity_thousandths < 0
        )
        if (line.quantity_thousandths >= 0) if comes_back else (line.quantity_thousandths <= 0):
            yield _of_line(
                line, say("quantity is {quantity} in a {type}", quantity=line.quantity_thousandths, type=what)
            )
        of_an_order = line.order_line is not None
        if document.type not in ACTS:
            of_an_order = of_an_order and line.quantity_thousandths == line.gone_thousandths
        if line.is_share != of_an_order:
            yield _of_line(line, say("a share of an order's line is out of place in a {type}", type=what))
        if not line.is_share and any(charge.part_tax_minor is not None for charge in line.charges):
            yield _of_line(line, say("a part of a charge is out of place in a {type}", type=what))
        if comes_back and not line.reason:
            yield _of_line(line, say("{name} comes back without a reason", name=line.name))


def _act_faults(document: TransactionDocument) -> Iterator[Message]:
    act, what = document.act, _type(document)
    if act is None or document.order is not None:
        yield say("type is {type}, but it does not say which order it is about", type=what)
        return
    if act.about != "order" and document.type != "return":
        yield say("a {type} is about an order, not about {about}", type=what, about=act.about)
    if act.about == "nothing" and any(line.order_line is not None for line in document.lines):
        yield say("goods came back without a receipt, but name lines of one")
    if document.type == "return" and not any(line.quantity_thousandths < 0 for line in document.lines):
        yield say("nothing came back")
    if document.type in WITHOUT_LINES and document.lines:
        yield say("a {type} has lines", type=what)
    if document.type == "payment" and (not act.asked_minor or document.charges):
        yield say(
            "a payment of {amount} has {number} charges", amount=act.asked_minor, number=len(document.charges)
        )
    if document.type == "pickup" and any(line.order_line is None for line in document.lines):
        yield say("a pickup has goods that are on no order")
    if document.type == "pickup" and not 0 <= act.applied_minor <= max(0, act.available_minor):
        yield say(
            "{used} of the deposit is used, but {left} is left",
            used=act.applied_minor,
            left=act.available_minor,
        )


def _amount_faults(document: TransactionDocument, cart: Cart, totals: Totals) -> Iterator[Message]:
    known = {
        phrase("goods"): (document.goods_minor, totals.goods_minor),
        phrase("charges"): (document.charges_minor, totals.charges_minor),
        phrase("tax"): (document.tax_minor, totals.tax_minor),
        phrase("total"): (document.total_minor, totals.total_minor),
        phrase("carry-out"): (document.carry_out_minor, totals.carry_out_minor),
        phrase("paid"): (document.paid_minor, totals.paid_minor),
        phrase("change"): (document.change_minor, totals.change_minor),
        phrase("rounding"): (document.rounding_minor, totals.rounding_minor),
        phrase("due"): (0, totals.due_minor),
    }
    order = document.order
    if order is not None:
        known[phrase("calculated deposit")] = (
            order.calculated_deposit_minor,
            totals.calculated_deposit_minor,
        )
        known[phrase("deposit")] = (order.deposit_minor, totals.deposit_minor)
    for name, (said, right) in known.items():
        if said != right:
            yield say(WORKS_OUT, name=say(name), said=said, right=right)
    is_over = cart.act is not None and is_ended(cart)
    if order is not None and order.override is not None and not is_over:
        try:
            check_override(
                order.override.amount_minor,
                totals.most_deposit_minor,
                totals.least_deposit_minor,
                document.currency,
            )
        except RuleBroken as fault:
            yield fault.message


def _line_faults(document: TransactionDocument, cart: Cart, totals: Totals) -> Iterator[Message]:
    for line, again, tax in zip(document.lines, cart.lines, totals.line_taxes_minor, strict=True):
        if line.amount_minor != again.amount_minor:
            yield _of_line(
                line, say(WORKS_OUT, name=say("amount"), said=line.amount_minor, right=again.amount_minor)
            )
        if line.tax_minor != tax:
            yield _of_line(line, say(WORKS_OUT, name=say("tax"), said=line.tax_minor, right=tax))
        for fault in _price_faults(line, again):
            yield _of_line(line, fault)


def _price_faults(line: LinePart, again: CartLine) -> Iterator[Message]:
    price, listed = line.price_minor, line.list_price_minor
    has_promotion = any(step.source == "promotion" for step in line.discounts)
    if line.price_source == "list" and price != listed:
        yield say("price is {price}, but the list has {listed}", price=price, listed=listed)
    if line.price_source == "deal" and not (has_promotion and price < listed):
        yield say(
            "price {price} is said to be a deal, but the list has {listed} and no promotion is named",
            price=price, listed=listed,
        )  # fmt: skip
    if (line.price_source == "override") != (line.price_override is not None):
        yield say(
            "price {price} is from {source}, but who stated it and why does not fit that",
            price=price, source=line.price_source,
        )  # fmt: skip
    if line.is_share or not again.discounts:
        return
    steps = worked_out(again.discounts, again.gross_minor, again.quantity_thousandths)
    for said, right in zip(again.discounts, steps, strict=True):
        if said.amount_minor != right.amount_minor:
            yield say(
                WORKS_OUT, name=say("discount {name}", name=said.name), said=said.amount_minor,
                right=right.amount_minor,
            )  # fmt: skip


def _total_discount_faults(document: TransactionDocument, cart: Cart) -> Iterator[Message]:
    said = cart.discount
    if said is not None and said.source is not DiscountSource.TOTAL:
        yield say("the discount on the whole is said to be one on a {source}", source=said.source.value)
    again = share_total(cart)
    if again.discount != said:
        right = 0 if again.discount is None else again.discount.amount_minor
        amount = 0 if said is None else said.amount_minor
        yield say(WORKS_OUT, name=say("the discount on the whole"), said=amount, right=right)
    for line, before, after in zip(document.lines, cart.lines, again.lines, strict=True):
        if before is not after and before != after:  # most are the same, and comparing lines is dear
            shared = say("with its share of the discount on the whole it")
            yield _of_line(
                line, say(WORKS_OUT, name=shared, said=before.amount_minor, right=after.amount_minor)
            )


def _tender_faults(document: TransactionDocument) -> Iterator[Message]:
    numbers = [tender.number for tender in document.tenders]
    if numbers != sorted(set(numbers)):
        yield say("tender numbers {numbers} do not ascend", numbers=numbers)
    coin = document.rules.cash_rounding_minor
    for tender in document.tenders:
        if tender.type != TenderType.CASH and (tender.change_minor or tender.rounding_minor):
            yield say(
                "tender {number}: {type} gives no change and is not rounded",
                number=tender.number, type=Name(tender.type.replace("_", " ")),
            )  # fmt: skip
        if 2 * abs(tender.rounding_minor) > coin:
            yield say(
                "tender {number}: rounding is {rounding}, but the smallest coin {coin}",
                number=tender.number, rounding=tender.rounding_minor, coin=coin,
            )  # fmt: skip
