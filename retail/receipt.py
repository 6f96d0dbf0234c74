"""What stands on a receipt, as rows made from the concluded transaction; printing them is for others."""

from retail.messages import say
from retail.receipt_acts import act_rows
from retail.receipt_orders import carried_out, money_rows, order_head, order_lines, quote_end
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
from retail.receipt_rows import Barcode, Item, Pair, Row, Rule, StoreFacts, Text, Title
from retail.wire.uploads import TransactionDocument

__all__ = ["Barcode", "Item", "Pair", "Row", "Rule", "StoreFacts", "Text", "Title", "receipt_of"]


def receipt_of(
    document: TransactionDocument, store: StoreFacts, number: str | None = None, *, copy: bool = False
) -> tuple[Row, ...]:
    """The rows of a transaction's receipt; `number` is headquarters' order number where it is known."""
    rows: list[Row] = []
    if copy:
        rows.append(Title(say("COPY")))
    rows += [Title(words(store.name)), *[Text(words(line)) for line in store.lines]]
    if document.act is not None:
        rows += act_rows(document, document.act, number)
    elif document.order is None:
        rows += _sale(document)
    else:
        rows += order_head(document, document.order, number)
        rows += order_lines(document, store)
        rows += (
            quote_end(document.order)
            if document.order.kind == "quote"
            else money_rows(document, document.order, store)
        )
        rows += carried_out(document)
    return tuple(rows)


def _sale(document: TransactionDocument) -> list[Row]:
    rows: list[Row] = [Title(say("Sales receipt")), Pair(say("Receipt"), words(document.receipt_number))]
    rows += who_and_when(document)
    if document.customer is not None:
        rows.append(customer_row(document))
    rows.append(Rule())
    rows += [row for line in document.lines for row in item_rows(line, document.currency)]
    if document.charges_minor:
        rows.append(Pair(say("Charges"), money_of(document, document.charges_minor)))
    rows += [Rule(), Pair(say("Total"), money_of(document, document.total_minor), strong=True)]
    rows += tax_rows(document, document.lines, (*document.charges, *charges_of(document.lines)))
    return [*rows, Rule(), *tender_rows(document), Barcode(document.receipt_number)]
