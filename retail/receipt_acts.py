"""What stands on the receipt of a pickup, a cancellation and a return: what was done to which order, and its money."""

from retail.messages import Message, say
from retail.receipt_parts import (
    charges_of,
    customer_row,
    item_rows,
    money_of,
    tax_rows,
    tender_rows,
    who_and_when,
    words,
)
from retail.receipt_rows import Barcode, Pair, Row, Rule, Text, Title
from retail.wire.uploads import ActPart, TransactionDocument


def act_rows(document: TransactionDocument, act: ActPart, number: str | None) -> list[Row]:
    """The rows of a transaction that did something to an order."""
    rows: list[Row] = [Title(title) for title in _titles(document)]
    rows += [
        Pair(say("Receipt"), words(document.receipt_number)),
        Pair(say("Order"), words(act.confirmation_number)),
    ]
    if number is not None:
        rows.append(Pair(say("Our number"), words(number)))
    rows += [*who_and_when(document), customer_row(document), Rule()]
    for line in document.lines:
        rows += item_rows(line, document.currency)
        if line.reason:
            rows.append(Text(say("Reason: {reason}", reason=line.reason)))
    charges = (*document.charges, *charges_of(document.lines))
    if document.charges_minor:
        label = say("Cancellation charge") if document.type == "cancellation" else say("Charges")
        rows.append(Pair(label, money_of(document, document.charges_minor)))
    rows += [Rule(), Pair(say("Total"), money_of(document, document.total_minor), strong=True)]
    rows += [*tax_rows(document, document.lines, charges), *_deposit_rows(document, act)]
    if act.reason:
        rows.append(Text(say("Reason: {reason}", reason=act.reason)))
    if act.approved_by:
        rows.append(Text(say("Approved by {user}", user=act.approved_by)))
    return [*rows, Rule(), *tender_rows(document), Barcode(document.receipt_number)]


def _titles(document: TransactionDocument) -> list[Message]:
    if document.type == "pickup":
        return [say("Pickup")]
    if document.type == "cancellation":
        return [say("Order cancelled")]
    exchanged = any(line.order_line is None for line in document.lines)
    return [say("Return receipt"), *([say("Sales receipt")] if exchanged else [])]


def _deposit_rows(document: TransactionDocument, act: ActPart) -> list[Row]:
    if document.type == "pickup":
        left = act.available_minor - act.applied_minor
        rows: list[Row] = [Pair(say("Deposit used"), money_of(document, act.applied_minor))]
        if left:
            rows.append(Pair(say("Deposit left"), money_of(document, left)))
        return rows
    if document.type == "cancellation":
        return [Pair(say("Deposit paid"), money_of(document, act.available_minor))]
    return []
