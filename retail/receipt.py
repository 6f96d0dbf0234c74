"""What stands on a receipt, as rows made from the concluded transaction; printing them is for others."""

from retail.messages import Name, say
from retail.receipt_acts import act_rows
from retail.receipt_orders import carried_out, money_rows, order_head, order_lines, quote_end
from retail.receipt_parts import (
    charge_rows,
    charges_of,
    counted_up,
    customer_row,
    item_rows,
    money_of,
    several,
    tax_rows,
    tender_rows,
    who_and_when,
    words,
)
from retail.receipt_rows import Barcode, Item, Pair, Row, Rule, StoreFacts, Text, Title
from retail.wire.uploads import TransactionDocument

__all__ = [
    "Barcode",
    "Item",
    "Pair",
    "Row",
    "Rule",
    "StoreFacts",
    "Text",
    "Title",
    "gift_receipt_of",
    "receipt_of",
    "store_copy_of",
]


def receipt_of(
    document: TransactionDocument,
    store: StoreFacts,
    number: str | None = None,
    invoice: str | None = None,
    *,
    copy: bool = False,
) -> tuple[Row, ...]:
    """The rows of a transaction's receipt; `number` and `invoice` are headquarters', where they are known."""
    rows: list[Row] = []
    if copy:
        rows.append(Title(say("COPY"), large=True))
    rows += _head(store)
    if document.act is not None:
        rows += act_rows(document, document.act, store, number, invoice)
    elif document.order is None:
        rows += _sale(document, store)
    else:
        rows += order_head(document, document.order, number)
        rows += order_lines(document, store)
        rows += (
            quote_end(document.order)
            if document.order.kind == "quote"
            else money_rows(document, document.order, store)
        )
        rows += carried_out(document, store)
    return (*rows, *_foot(store))


def gift_receipt_of(document: TransactionDocument, store: StoreFacts) -> tuple[Row, ...]:
    """The goods that were handed over, without prices; no rows where nothing was."""
    given = [line for line in document.lines if line.delivery is None and line.quantity_thousandths > 0]
    if document.type == "quote" or not given:
        return ()
    when = who_and_when(document)[0]
    items = [Item(line.name, several(line), None, None, line.unit) for line in given]
    return (
        *_head(store),
        Title(say("Gift receipt")),
        Pair(say("Receipt"), words(document.receipt_number)),
        when,
        Rule(),
        *items,
        Rule(),
        Text(say("With this receipt the goods can be exchanged.")),
        Barcode(document.receipt_number),
        *_foot(store),
    )


def store_copy_of(document: TransactionDocument, store: StoreFacts) -> tuple[Row, ...]:
    """What the store keeps of an overridden deposit: the calculated one, the agreed one, and who allowed it."""
    order = document.order
    if order is None or order.override is None:
        return ()
    return (
        Title(say("Store copy")),
        *_head(store),
        Title(say("Deposit changed")),
        Pair(say("Order"), words(order.confirmation_number)),
        *who_and_when(document),
        customer_row(document),
        Rule(),
        Pair(say("Order total"), money_of(document, document.total_minor)),
        Pair(say("Deposit calculated"), money_of(document, order.calculated_deposit_minor)),
        Pair(say("Deposit agreed"), money_of(document, order.override.amount_minor), strong=True),
        Text(say("Reason: {reason}", reason=Name(order.override.reason))),
        Text(say("Approved by {user}", user=order.override.approved_by)),
        Barcode(order.confirmation_number),
    )


def _head(store: StoreFacts) -> list[Row]:
    return [Title(words(store.name)), *[Text(words(line)) for line in store.lines]]


def _foot(store: StoreFacts) -> list[Row]:
    return [Text(words(line)) for line in store.footer]


def _sale(document: TransactionDocument, store: StoreFacts) -> list[Row]:
    rows: list[Row] = [Title(say("Sales receipt")), Pair(say("Receipt"), words(document.receipt_number))]
    rows += who_and_when(document)
    if document.customer is not None:
        rows.append(customer_row(document))
    rows.append(Rule())
    lines = counted_up(document.lines) if store.counts_up else document.lines
    rows += [row for line in lines for row in item_rows(line, document.currency)]
    charges = (*document.charges, *charges_of(document.lines))
    rows += charge_rows(document, charges, store)
    rows += [Rule(), Pair(say("Total"), money_of(document, document.total_minor), strong=True)]
    rows += tax_rows(document, document.lines, charges)
    return [*rows, Rule(), *tender_rows(document), Barcode(document.receipt_number)]
