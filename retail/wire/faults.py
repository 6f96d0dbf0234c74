"""The proof that a document's amounts agree: everything is worked out again, and each fault is named."""

from collections.abc import Iterator

from retail.cart import Cart, CartLine
from retail.discounts import DiscountSource, worked_out
from retail.errors import RuleBroken
from retail.orders.deposit import check_override
from retail.pricing import share_total
from retail.tender import TenderType
from retail.totals import Totals, is_ended, totals_of
from retail.wire.arrival import cart_of
from retail.wire.uploads import LinePart, TransactionDocument

ACTS = frozenset({"payment", "pickup", "cancellation", "return"})
"""The types of transactions that do something to an order without being the whole of it."""
WITHOUT_LINES = frozenset({"payment", "cancellation"})
"""Those that hand out nothing and take nothing back."""


def faults_of(document: TransactionDocument) -> list[str]:
    """Work out every amount of a document again; name each that does not agree. Empty means sound."""
    try:
        cart, settings = cart_of(document)
        totals = totals_of(cart, settings)
    except (ValueError, ArithmeticError) as fault:
        return [str(fault)]
    return [
        *_shape_faults(document),
        *_amount_faults(document, cart, totals),
        *_line_faults(document, cart, totals),
        *_total_discount_faults(document, cart),
        *_tender_faults(document),
    ]


def _shape_faults(document: TransactionDocument) -> Iterator[str]:
    order, numbers = document.order, [line.number for line in document.lines]
    last = len(numbers) + document.voided_lines
    if not numbers:
        if document.type not in WITHOUT_LINES:
            yield "there are no lines"
    elif numbers != sorted(set(numbers)) or numbers[0] < 1 or numbers[-1] > last:
        yield f"line numbers {numbers} do not ascend from 1 to at most {last}"
    yield from _line_shape_faults(document)
    if document.type in ACTS:
        yield from _act_faults(document)
        return
    made = "sale" if order is None else order.kind
    if document.type != made:
        yield f"type is {document.type}, but it makes a {made}"
    delivered = [line.number for line in document.lines if line.delivery is not None]
    if order is None:
        if delivered:
            yield f"lines {delivered} have a delivery, but there is no order"
        typed = sum(each.amount_minor for each in document.charges if each.source == "typed")
        if typed:
            yield f"there is a charge of {typed} on an order, but no order"
        return
    before = (order.deposit_before_minor, order.used_before_minor, order.settled_before_minor)
    if not order.based_on and (order.revision != 1 or any(before)):
        yield f"the order is new, but has a revision {order.revision} and amounts {before} from before"
    if document.customer is None:
        yield "there is an order, but no customer"
    if not delivered and not order.based_on:
        yield "there is an order, but nothing to ship or to pick up"


def _line_shape_faults(document: TransactionDocument) -> Iterator[str]:
    """What comes back is negative, of an order, of a sale or of nothing known; everything else is more than nothing."""
    for line in document.lines:
        comes_back = document.type == "return" and (
            line.order_line is not None or line.quantity_thousandths < 0
        )
        if (line.quantity_thousandths >= 0) if comes_back else (line.quantity_thousandths <= 0):
            yield f"line {line.number}: quantity is {line.quantity_thousandths} in a {document.type}"
        of_an_order = line.order_line is not None
        if document.type not in ACTS:
            of_an_order = of_an_order and line.quantity_thousandths == line.gone_thousandths
        if line.is_share != of_an_order:
            yield f"line {line.number}: a share of an order's line is out of place in a {document.type}"
        if not line.is_share and any(charge.part_tax_minor is not None for charge in line.charges):
            yield f"line {line.number}: a part of a charge is out of place in a {document.type}"
        if comes_back and not line.reason:
            yield f"line {line.number}: {line.name} comes back without a reason"


def _act_faults(document: TransactionDocument) -> Iterator[str]:
    act = document.act
    if act is None or document.order is not None:
        yield f"type is {document.type}, but it does not say which order it is about"
        return
    if act.about != "order" and document.type != "return":
        yield f"a {document.type} is about an order, not about {act.about}"
    if act.about == "nothing" and any(line.order_line is not None for line in document.lines):
        yield "goods came back without a receipt, but name lines of one"
    if document.type == "return" and not any(line.quantity_thousandths < 0 for line in document.lines):
        yield "nothing came back"
    if document.type in WITHOUT_LINES and document.lines:
        yield f"a {document.type} has lines"
    if document.type == "payment" and (not act.asked_minor or document.charges):
        yield f"a payment of {act.asked_minor} has {len(document.charges)} charges"
    if document.type == "pickup" and any(line.order_line is None for line in document.lines):
        yield "a pickup has goods that are on no order"
    if document.type == "pickup" and not 0 <= act.applied_minor <= max(0, act.available_minor):
        yield f"{act.applied_minor} of the deposit is used, but {act.available_minor} is left"


def _amount_faults(document: TransactionDocument, cart: Cart, totals: Totals) -> Iterator[str]:
    known = {
        "goods": (document.goods_minor, totals.goods_minor),
        "charges": (document.charges_minor, totals.charges_minor),
        "tax": (document.tax_minor, totals.tax_minor),
        "total": (document.total_minor, totals.total_minor),
        "carry-out": (document.carry_out_minor, totals.carry_out_minor),
        "paid": (document.paid_minor, totals.paid_minor),
        "change": (document.change_minor, totals.change_minor),
        "rounding": (document.rounding_minor, totals.rounding_minor),
        "due": (0, totals.due_minor),
    }
    order = document.order
    if order is not None:
        known["calculated deposit"] = (order.calculated_deposit_minor, totals.calculated_deposit_minor)
        known["deposit"] = (order.deposit_minor, totals.deposit_minor)
    for name, (said, right) in known.items():
        if said != right:
            yield f"{name} is {said}, but works out as {right}"
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
            yield str(fault)


def _line_faults(document: TransactionDocument, cart: Cart, totals: Totals) -> Iterator[str]:
    for line, again, tax in zip(document.lines, cart.lines, totals.line_taxes_minor, strict=True):
        if line.amount_minor != again.amount_minor:
            yield f"line {line.number}: amount is {line.amount_minor}, but works out as {again.amount_minor}"
        if line.tax_minor != tax:
            yield f"line {line.number}: tax is {line.tax_minor}, but works out as {tax}"
        for fault in _price_faults(line, again):
            yield f"line {line.number}: {fault}"


def _price_faults(line: LinePart, again: CartLine) -> Iterator[str]:
    price, listed = line.price_minor, line.list_price_minor
    has_promotion = any(step.source == "promotion" for step in line.discounts)
    if line.price_source == "list" and price != listed:
        yield f"price is {price}, but the list has {listed}"
    if line.price_source == "deal" and not (has_promotion and price < listed):
        yield f"price {price} is said to be a deal, but the list has {listed} and no promotion is named"
    if (line.price_source == "override") != (line.price_override is not None):
        yield f"price {price} is from {line.price_source}, but who stated it and why does not fit that"
    if line.is_share or not again.discounts:
        return
    steps = worked_out(again.discounts, again.gross_minor, again.quantity_thousandths)
    for said, right in zip(again.discounts, steps, strict=True):
        if said.amount_minor != right.amount_minor:
            yield f"discount {said.name} is {said.amount_minor}, but works out as {right.amount_minor}"


def _total_discount_faults(document: TransactionDocument, cart: Cart) -> Iterator[str]:
    said = cart.discount
    if said is not None and said.source is not DiscountSource.TOTAL:
        yield f"the discount on the whole is said to be one on a {said.source}"
    again = share_total(cart)
    if again.discount != said:
        right = 0 if again.discount is None else again.discount.amount_minor
        yield f"the discount on the whole is {0 if said is None else said.amount_minor}, but works out as {right}"
    for line, before, after in zip(document.lines, cart.lines, again.lines, strict=True):
        if before is not after and before != after:  # most are the same, and comparing lines is dear
            yield (
                f"line {line.number}: with its share of the discount on the whole it is {before.amount_minor}, "
                f"but works out as {after.amount_minor}"
            )


def _tender_faults(document: TransactionDocument) -> Iterator[str]:
    numbers = [tender.number for tender in document.tenders]
    if numbers != sorted(set(numbers)):
        yield f"tender numbers {numbers} do not ascend"
    coin = document.rules.cash_rounding_minor
    for tender in document.tenders:
        if tender.type != TenderType.CASH and (tender.change_minor or tender.rounding_minor):
            yield f"tender {tender.number}: {tender.type} gives no change and is not rounded"
        if 2 * abs(tender.rounding_minor) > coin:
            yield f"tender {tender.number}: rounding is {tender.rounding_minor}, but the smallest coin {coin}"
