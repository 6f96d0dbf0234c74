"""A plain sale as an order whose goods were all carried out, so that what comes back of it follows the same rules."""

from dataclasses import replace
from decimal import Decimal

from retail.charges import charges_gross, charges_tax
from retail.orders.billing import bill, payments_of
from retail.orders.kinds import CartKind, OrderTerms
from retail.orders.ledger import InvoiceKind
from retail.orders.making import line_of
from retail.orders.order import LineStatus, OrderCustomer, OrderState, OrderStatus
from retail.wire.arrival import attributes_from, charges_from
from retail.wire.uploads import TransactionDocument

SELLING = ("sale", "return")
"""The types of transactions that sell goods over the counter: a return, too, what is given in exchange."""


def sells(document: TransactionDocument) -> bool:
    """Goods were sold over the counter with this transaction, and may come back with its receipt."""
    return document.type in SELLING and any(_is_sold(part.order_line, part.quantity_thousandths)
                                            for part in document.lines)  # fmt: skip


def sold(document: TransactionDocument) -> OrderState:
    """What a transaction sold over the counter, as it stood when it was concluded. Its receipt is what it is called.

    Raises:
        ValueError: it sold nothing.
    """
    if not sells(document):
        raise ValueError(f"transaction {document.id} sold nothing over the counter")
    parts = [part for part in document.lines if _is_sold(part.order_line, part.quantity_thousandths)]
    lines = [line_of(part, part.number, document) for part in parts]
    gone = [replace(line, invoiced=line.whole, status=LineStatus.INVOICED) for line in lines]
    customer, included = document.customer, document.rules.price_includes_tax
    charges = () if document.type == "return" else charges_from(document.charges)
    state = OrderState(
        id=document.id,
        confirmation_number=document.receipt_number,
        status=OrderStatus.INVOICED,
        store=document.store,
        made_at=document.made_at,
        currency=document.currency,
        price_includes_tax=included,
        customer=OrderCustomer("", "")
        if customer is None
        else OrderCustomer(customer.id, customer.name, customer.account, customer.business),
        terms=OrderTerms(kind=CartKind.SALE),
        deposit_percent=Decimal(0),
        deposit_minor=0,
        total_minor=0,
        carry_out_minor=0,
        lines=tuple(gone),
        charges=charges,
        charges_invoiced=True,
        acts=(document.id,),
        attributes=attributes_from(document.attributes),
    )
    total = sum(state.gross(line.whole) for line in gone) + charges_gross(charges, included=included)
    return bill(
        replace(
            state,
            total_minor=total,
            carry_out_minor=total,
            payments=payments_of(document, is_deposit=False, settled_minor=total),
        ),
        document,
        InvoiceKind.SALE,
        total,
        0,
        {line.number: line.ordered_thousandths for line in gone},
        tax_minor=sum(state.tax(line.whole) for line in gone) + charges_tax(charges, included=included),
    )


def _is_sold(order_line: int | None, quantity_thousandths: int) -> bool:
    return order_line is None and quantity_thousandths > 0
