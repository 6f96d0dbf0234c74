"""The parts of an order confirmation and of a quote."""

from retail.charges import charges_gross
from retail.messages import Message, Name, say
from retail.orders.delivery import DeliveryKind
from retail.receipt_parts import (
    charge_rows,
    charges_of,
    customer_row,
    item_rows,
    money_of,
    plain,
    tax_rows,
    tender_rows,
    who_and_when,
    words,
)
from retail.receipt_rows import Barcode, Pair, Row, Rule, StoreFacts, Text, Title
from retail.wire.arrival import charges_from, delivery_of
from retail.wire.uploads import LinePart, OrderPart, TransactionDocument

SIGNATURE_LENGTH = 24


def order_head(document: TransactionDocument, order: OrderPart, number: str | None) -> list[Row]:
    is_quote = order.kind == "quote"
    rows: list[Row] = [Title(say("Quote") if is_quote else say("Order confirmation – deposit"))]
    following = say("number follows") if number is None else words(number)
    rows += [
        Pair(say("Quote") if is_quote else say("Order"), words(order.confirmation_number)),
        Pair(say("Our number"), following),
        Barcode(order.confirmation_number),
        *who_and_when(document),
        customer_row(document),
    ]
    if order.collector:
        rows.append(Pair(say("Collected by"), words(order.collector)))
    return [*rows, Rule()]


def order_lines(document: TransactionDocument, store: StoreFacts) -> list[Row]:
    rows: list[Row] = []
    for part in document.lines:
        rows += [*item_rows(part, document.currency), Text(_delivery(part, document, store))]
    charges = (*document.charges, *charges_of(document.lines))
    rows += charge_rows(document, charges, store)
    rows += [Rule(), Pair(say("Order total"), money_of(document, document.total_minor), strong=True)]
    return [*rows, *tax_rows(document, document.lines, charges)]


def _delivery(part: LinePart, document: TransactionDocument, store: StoreFacts) -> Message:
    if part.delivery is None:
        if not part.gone_thousandths and document.type != "quote":
            return say("Carried out: sales receipt {receipt}", receipt=document.receipt_number)
        return say("Carried out")
    plan = delivery_of(part.delivery)
    if plan.kind is DeliveryKind.SHIP:
        return say(
            "Shipped ({mode}) on {day} to {place}", mode=Name(plan.mode), day=plan.date, place=plan.address
        )
    handing = plan.store or document.store
    place = store.store_names.get(handing, handing)
    return say("Picked up at {place} on {day}", place=place, day=plan.date)


def money_rows(document: TransactionDocument, order: OrderPart, store: StoreFacts) -> list[Row]:
    rest, carried = document.total_minor - document.carry_out_minor, document.carry_out_minor
    rows: list[Row] = []
    if carried:
        rows.append(Pair(say("Carried out, paid"), money_of(document, carried)))
    rows.append(
        Pair(_deposit_words(document, order, rest), money_of(document, order.deposit_minor - carried))
    )
    before = order.deposit_before_minor + order.settled_before_minor
    balance = document.total_minor - before - document.paid_minor
    rows.append(Pair(_balance_words(order, balance), money_of(document, balance), strong=True))
    rows += [Rule(), *tender_rows(document)]
    percent = store.cancellation_charge_percent
    if percent:
        rows.append(Text(say("Cancelling costs {percent} % of the order total.", percent=plain(percent))))
    else:
        rows.append(Text(say("Cancelling is free of charge.")))
    if store.signature:
        rows.append(Pair(say("Signature"), words("_" * SIGNATURE_LENGTH)))
    return rows


def _deposit_words(document: TransactionDocument, order: OrderPart, rest_minor: int) -> Message:
    rest = money_of(document, rest_minor)
    if order.pay_in_full:
        return say("Paid in full")
    if order.override is not None:
        return say("Deposit as agreed of {rest}", rest=rest)
    if document.customer is not None and document.customer.business:
        return say("Deposit (business customer) of {rest}", rest=rest)
    return say("Deposit {percent} % of {rest}", percent=plain(order.deposit_percent), rest=rest)


def _balance_words(order: OrderPart, balance_minor: int) -> Message:
    if balance_minor == 0:
        return say("Nothing left to pay")
    if order.balance == "card_on_file":
        return say("Balance, by the card given")
    return say("Balance, paid at pickup")


def quote_end(order: OrderPart) -> list[Row]:
    rows: list[Row] = [Text(say("This is not an order. Nothing was paid."))]
    if order.expires is not None:
        rows.append(Pair(say("Valid until"), say("{day}", day=order.expires)))
    return rows


def carried_out(document: TransactionDocument, store: StoreFacts) -> list[Row]:
    lines = tuple(line for line in document.lines if line.delivery is None and not line.gone_thousandths)
    if not lines or document.type == "quote":
        return []
    charges = charges_of(lines)
    rows: list[Row] = [
        Rule(),
        Title(say("Sales receipt")),
        Pair(say("Receipt"), words(document.receipt_number)),
    ]
    rows += [row for line in lines for row in item_rows(line, document.currency)]
    rows += charge_rows(document, charges, store)
    included = document.rules.price_includes_tax
    total = charges_gross(charges_from(charges), included=included)
    total += sum(line.amount_minor + (0 if included else line.tax_minor) for line in lines)
    rows.append(Pair(say("Carried out"), money_of(document, total), strong=True))
    return [*rows, *tax_rows(document, lines, charges), Barcode(document.receipt_number)]
