"""Whether a plain document is sound, without making a cart of it: most are, and this costs a fifth of `faults`.

Plain is a sale or a new order without charges, discounts, stated prices, several taxes, or tax rounded by document.
Whatever else there is, and whatever does not agree, is for `faults` to say: here it is only not known to be sound.
"""

from decimal import Decimal

from retail.orders.deposit import required_deposit
from retail.quantity import ONE
from retail.rounding import divide, percent_of, percent_within
from retail.tender import TenderType
from retail.wire.uploads import DeliveryPart, LinePart, OrderPart, TenderPart, TransactionDocument

_NOTHING = Decimal(0)
_TENDERS = frozenset(TenderType)


def is_plainly_sound(document: TransactionDocument) -> bool:
    """Whether it is plain and `faults_of` finds nothing in it."""
    rules, order = document.rules, document.order
    return (
        document.type == ("sale" if order is None else "order")
        and document.act is None
        and document.discount is None
        and not document.charges
        and rules.tax_rounding == "line"
        and rules.cash_rounding_minor > 0
        and (order is None or _is_new(order, document))
        and _are_in_order(
            [line.number for line in document.lines], len(document.lines) + document.voided_lines
        )
        and all(_is_plain(line) for line in document.lines)
        and all(_agrees(tender, rules.cash_rounding_minor) for tender in document.tenders)
        and _are_in_order([tender.number for tender in document.tenders])
        and _adds_up(document)
    )


def _is_new(order: OrderPart, document: TransactionDocument) -> bool:
    return (
        order.kind == "order"
        and order.revision == 1
        and not (order.based_on or order.deposit_before_minor or order.used_before_minor)
        and not order.settled_before_minor
        and order.override is None
        and order.deposit_percent <= 100
        and document.customer is not None
    )


def _are_in_order(numbers: list[int], last: int | None = None) -> bool:
    if numbers != sorted(set(numbers)):
        return False
    return last is None or (bool(numbers) and numbers[0] > 0 and numbers[-1] <= last)


def _is_plain(line: LinePart) -> bool:
    """A line at its list price or one that was keyed, whose amount is that price times its quantity."""
    price, quantity, source, way = (
        line.price_minor,
        line.quantity_thousandths,
        line.price_source,
        line.delivery,
    )
    return (
        not (line.discounts or line.charges or line.tax_codes or line.is_share)
        and line.order_line is None
        and quantity > 0
        and line.price_override is None
        and ((source == "list" and price == line.list_price_minor) or source == "keyed")
        and line.amount_minor == divide(price * quantity, ONE)
        and (way is None or _can_be(way))
    )


def _can_be(way: DeliveryPart) -> bool:
    if way.kind == "pickup":
        return way.store is not None
    return way.address is not None and way.ship_from is not None


def _agrees(tender: TenderPart, coin_minor: int) -> bool:
    change, rounding = tender.change_minor, tender.rounding_minor
    return (
        tender.type in _TENDERS
        and tender.tendered_minor - change == tender.settled_minor + rounding
        and 2 * abs(rounding) <= coin_minor
        and (tender.type == TenderType.CASH or not (change or rounding))
    )


def _adds_up(document: TransactionDocument) -> bool:
    """Whether tax, totals and deposit follow from the amounts of the lines, and are paid by the tenders."""
    included = document.rules.price_includes_tax
    tax_of = percent_within if included else percent_of
    goods = tax = carry_out = delivered = 0
    for line in document.lines:
        amount, tax_minor = line.amount_minor, line.tax_minor
        if tax_minor != tax_of(amount, line.tax_percent):
            return False
        goods += amount
        tax += tax_minor
        if line.delivery is not None:
            delivered += 1
        else:
            carry_out += amount if included else amount + tax_minor
    total, tenders, order = goods if included else goods + tax, document.tenders, document.order
    paid = sum([tender.settled_minor for tender in tenders])
    return (
        document.goods_minor == goods
        and document.charges_minor == 0
        and document.tax_minor == tax
        and document.total_minor == total
        and document.carry_out_minor == carry_out
        and document.paid_minor == paid
        and document.change_minor == sum([tender.change_minor for tender in tenders])
        and document.rounding_minor == sum([tender.rounding_minor for tender in tenders])
        and ((paid == total and not delivered) if order is None else
             bool(delivered) and _is_paid_ahead(order, document, total, carry_out))
    )  # fmt: skip


def _is_paid_ahead(order: OrderPart, document: TransactionDocument, total: int, carry_out: int) -> bool:
    is_business = document.customer is not None and document.customer.business
    calculated = required_deposit(total, carry_out, _NOTHING if is_business else order.deposit_percent)
    asked = total if order.pay_in_full else min(max(calculated, carry_out), total)
    return (
        order.calculated_deposit_minor == calculated and document.paid_minor == order.deposit_minor == asked
    )
