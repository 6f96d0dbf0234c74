"""What stands on the receipt of a payment, a pickup, a cancellation and a return: what was done to which order."""

from retail.messages import Message, Name, say
from retail.quantity import pieces
from retail.receipt_parts import (
    charge_rows,
    charges_of,
    customer_row,
    item_rows,
    money_of,
    tax_rows,
    tender_rows,
    who_and_when,
    words,
)
from retail.receipt_rows import Barcode, Pair, Row, Rule, StoreFacts, Text, Title
from retail.wire.faults import WITHOUT_LINES
from retail.wire.uploads import ActPart, TransactionDocument


def act_rows(
    document: TransactionDocument, act: ActPart, store: StoreFacts, number: str | None, invoice: str | None
) -> list[Row]:
    """The rows of a transaction that did something to an order."""
    rows: list[Row] = [Title(title) for title in _titles(document)]
    rows += _numbers(document, act, number, invoice)
    rows += [*who_and_when(document), customer_row(document)]
    if act.collector:
        rows.append(Pair(say("Handed to"), words(act.collector)))
    rows.append(Rule())
    if document.type == "payment":
        return [*rows, *_payment_rows(document, act), Barcode(document.receipt_number)]
    for line in document.lines:
        rows += item_rows(line, document.currency)
        if line.reason:
            rows.append(Text(say("Reason: {reason}", reason=Name(line.reason))))
    charges = (*document.charges, *charges_of(document.lines))
    rows += [*_charge_rows(document, store), Rule()]
    rows.append(Pair(say("Total"), money_of(document, document.total_minor), strong=True))
    rows += [*tax_rows(document, document.lines, charges), *_money_rows(document, act)]
    if act.reason:
        rows.append(Text(say("Reason: {reason}", reason=Name(act.reason))))
    if act.approved_by:
        rows.append(Text(say("Approved by {user}", user=act.approved_by)))
    rows += [Rule(), *tender_rows(document)]
    if document.type == "pickup":
        rows += _remaining_rows(act)
    return [*rows, Barcode(document.receipt_number)]


def _titles(document: TransactionDocument) -> list[Message]:
    if document.type == "payment":
        return [say("Payment on an order")]
    if document.type == "pickup":
        return [say("Pickup receipt")]
    if document.type == "cancellation":
        return [say("Order cancelled")]
    exchanged = any(line.quantity_thousandths > 0 for line in document.lines)
    return [say("Return receipt"), *([say("Sales receipt")] if exchanged else [])]


def _numbers(
    document: TransactionDocument, act: ActPart, number: str | None, invoice: str | None
) -> list[Row]:
    rows: list[Row] = [Pair(say("Receipt"), words(document.receipt_number))]
    following = say("number follows")
    if act.about == "nothing":
        return [*rows, Text(say("Came back without a receipt"))]
    if act.about == "sale":
        rows.append(Pair(say("Original receipt"), words(act.confirmation_number)))
        return [*rows, Pair(say("Credit invoice"), following if invoice is None else words(invoice))]
    rows.append(Pair(say("Order"), words(act.confirmation_number)))
    rows.append(Pair(say("Our number"), following if number is None else words(number)))
    if document.type not in WITHOUT_LINES:
        rows.append(Pair(say("Invoice"), following if invoice is None else words(invoice)))
    rows += [Pair(say("Original receipt"), words(original)) for original in act.originals]
    return rows


def _payment_rows(document: TransactionDocument, act: ActPart) -> list[Row]:
    paid = document.paid_minor
    return [
        Pair(say("Left to pay before"), money_of(document, act.balance_minor + paid)),
        Pair(say("Paid now") if paid >= 0 else say("Refund"), money_of(document, abs(paid)), strong=True),
        Pair(say("Balance of the order"), money_of(document, act.balance_minor)),
        Rule(),
        *tender_rows(document),
    ]


def _charge_rows(document: TransactionDocument, store: StoreFacts) -> list[Row]:
    """The charges: what cancelling costs, what of shipping goes back, and what was added."""
    labels = {"cancellation": say("Cancellation charge"), "refund": say("Shipping refunded")}
    sums, others = dict.fromkeys(labels, 0), []
    for charge in (*document.charges, *charges_of(document.lines)):
        if charge.source in labels:
            sums[charge.source] += charge.amount_minor
        else:
            others.append(charge)
    rows: list[Row] = [
        Pair(labels[source], money_of(document, amount)) for source, amount in sums.items() if amount
    ]
    return [*rows, *charge_rows(document, others, store)]


def _money_rows(document: TransactionDocument, act: ActPart) -> list[Row]:
    """What of the deposit was used or given back, and what remains to be paid of the order."""
    if document.type == "pickup":
        left = act.available_minor - act.applied_minor
        return [
            Pair(say("Deposit used"), money_of(document, act.applied_minor)),
            Pair(say("Paid now"), money_of(document, document.paid_minor), strong=True),
            *([Pair(say("Deposit left"), money_of(document, left))] if left else []),
            Pair(say("Balance of the order"), money_of(document, act.balance_minor)),
        ]
    rows: list[Row] = []
    if document.type == "cancellation":
        rows.append(Pair(say("Deposit paid"), money_of(document, act.available_minor)))
    if document.paid_minor < 0:
        rows.append(Pair(say("Refund"), money_of(document, -document.paid_minor), strong=True))
    return rows


def _remaining_rows(act: ActPart) -> list[Row]:
    if not act.remaining:
        return [Rule(), Text(say("Nothing of this order is left to be handed out."))]
    return [
        Rule(),
        Text(say("Still to be handed out:")),
        *[
            Pair(words(part.name), say("{quantity}", quantity=pieces(part.quantity_thousandths)))
            for part in act.remaining
        ],
    ]
