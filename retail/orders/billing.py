"""The ledger of an order: payments from a transaction, and the invoice of what it handed out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from retail.messages import Message
from retail.orders.ledger import Invoice, InvoicedLine, InvoiceKind, Payment
from retail.orders.order import OrderState
from retail.wire.uploads import TransactionDocument


class Misfit(Exception):
    """Something of a document that no longer fits the order; the message says what, for a person."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


def payments_of(
    document: TransactionDocument, *, is_deposit: bool, settled_minor: int | None = None
) -> tuple[Payment, ...]:
    """The tenders of a transaction as payments of its order.

    With `settled_minor` they come to that much: what the tenders did not settle was settled by goods given in
    exchange.
    """
    paid = tuple(
        [
            Payment(
                document.id,
                tender.type,
                tender.settled_minor,
                is_deposit,
                document.made_at,
                document.register_name,
                "" if tender.card is None else tender.card.token,
                "" if tender.card is None else tender.card.last_four,
            )
            for tender in document.tenders
        ]
    )
    rest = 0 if settled_minor is None else settled_minor - sum(each.settled_minor for each in paid)
    if not rest:
        return paid
    exchange = Payment(document.id, "exchange", rest, is_deposit, document.made_at, document.register_name)
    return (*paid, exchange)


def split(payments: tuple[Payment, ...], unpaid_minor: int) -> tuple[Payment, ...]:
    """Payments of which the first so much is for goods that have gone, and the rest is paid ahead.

    A negative one gives back what was paid too much for goods (negative), then what was paid ahead.
    """
    parts = []
    for each in payments:
        is_back = each.settled_minor < 0
        for_goods = (
            max(min(0, unpaid_minor), each.settled_minor)
            if is_back
            else min(max(0, unpaid_minor), each.settled_minor)
        )
        unpaid_minor -= for_goods
        parts += [
            replace(each, settled_minor=part, is_deposit=is_deposit)
            for part, is_deposit in ((for_goods, False), (each.settled_minor - for_goods, True))
            if part
        ]
    return tuple(parts)


def bill(
    order: OrderState,
    document: TransactionDocument,
    kind: InvoiceKind,
    total_minor: int,
    applied_minor: int,
    quantities: Mapping[int, int] | None = None,
    *,
    tax_minor: int,
) -> OrderState:
    """The order with an invoice for what this transaction handed out, took back or charged."""
    invoice = invoice_of(document, kind, total_minor, applied_minor, quantities, tax_minor=tax_minor)
    return replace(order, invoices=(*order.invoices, invoice))


def invoice_of(
    document: TransactionDocument,
    kind: InvoiceKind,
    total_minor: int,
    applied_minor: int,
    quantities: Mapping[int, int] | None = None,
    *,
    tax_minor: int,
) -> Invoice:
    """The invoice of what a transaction handed out, took back or charged.

    `quantities` are the thousandths of each line that stand on it, `tax_minor` is what of the total is tax.
    """
    return Invoice(
        document.id, kind, total_minor, applied_minor, document.made_at, receipt=document.receipt_number,
        lines=invoiced_lines(quantities or {}), tax_minor=tax_minor,
    )  # fmt: skip


def invoiced_lines(quantities: Mapping[int, int]) -> tuple[InvoicedLine, ...]:
    """The lines of an invoice, with how much of each stands on it."""
    return tuple([InvoicedLine(line, quantity) for line, quantity in quantities.items() if quantity])
