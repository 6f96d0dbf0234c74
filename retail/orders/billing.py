"""The ledger of an order: payments from a transaction, and the invoice of what it handed out."""

from dataclasses import replace

from retail.orders.kinds import Balance
from retail.orders.order import Invoice, InvoiceKind, OrderState, Payment
from retail.wire.uploads import TransactionDocument


class Misfit(Exception):
    """Something of a document that no longer fits the order; the text says what, for a person."""


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
                card="" if tender.card is None or tender.type != Balance.CARD_ON_FILE else tender.card.token,
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
    """Payments of which the first so much is for goods that have gone, and the rest is paid ahead."""
    parts = []
    for each in payments:
        for_goods = min(unpaid_minor, each.settled_minor)
        unpaid_minor -= for_goods
        parts += [
            replace(each, settled_minor=part, is_deposit=is_deposit)
            for part, is_deposit in ((for_goods, False), (each.settled_minor - for_goods, True))
            if part
        ]
    return tuple(parts)


def bill(
    order: OrderState, document: TransactionDocument, kind: InvoiceKind, total_minor: int, applied_minor: int
) -> OrderState:
    """The order with an invoice for what this transaction handed out; for nothing there is none."""
    if not total_minor and not applied_minor:
        return order
    invoice = Invoice(
        document.id, kind, total_minor, applied_minor, document.made_at, receipt=document.receipt_number
    )
    return replace(order, invoices=(*order.invoices, invoice))
