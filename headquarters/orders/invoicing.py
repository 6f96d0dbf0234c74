"""The book of invoices: a row for each invoice and credit invoice when it is given its number."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from headquarters.orders.models import Invoice
from headquarters.rows import Row, add_rows
from retail.orders.ledger import Invoice as Issued
from retail.orders.order import OrderState

_COLUMNS = (
    "number", "order_uuid", "reference", "document", "kind", "store", "customer_name", "receipt", "currency",
    "total_minor", "applied_minor", "made_at",
)  # fmt: skip


NUMBER, DOCUMENT = _COLUMNS.index("number"), _COLUMNS.index("document")
"""Where these two stand in a row of the book."""


def invoice_row(order: OrderState, invoice: Issued) -> Row:
    """What the book says of a numbered invoice of this order, or of this plain sale."""
    return (
        invoice.number, order.id, order.reference, invoice.document, invoice.kind.value, order.store,
        order.customer.name, invoice.receipt, order.currency, invoice.total_minor, invoice.applied_minor,
        invoice.made_at,
    )  # fmt: skip


def keep_invoices(session: Session, rows: Iterable[Row]) -> None:
    """Enter them in the book."""
    add_rows(session, Invoice, _COLUMNS, list(rows))
