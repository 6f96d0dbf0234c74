"""What a store asks for by an id or by a number in somebody's hand: an order or a plain sale, of every store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.orders.models import Transaction
from headquarters.orders.sales import sale_as_it_stands, sales_with_receipt
from headquarters.orders.service import find_order, order_value, search_orders, state_of
from retail.orders.invoices import has_number
from retail.wire.base import Json
from retail.wire.orders import order_values


def with_id(session: Session, uuid: str) -> tuple[Json, ...]:
    """The order with this id, or the plain sale with it."""
    order = find_order(session, uuid)
    if order is not None:
        return (order_value(order),)
    sale = sale_as_it_stands(session, uuid)
    return () if sale is None else (order_values(sale),)


def named_so(session: Session, number: str) -> tuple[Json, ...]:
    """Everything with exactly this number: sales by their receipt, orders by their own, an invoice's, a receipt's."""
    if "\0" in number:
        return ()
    wanted = number.strip()
    found = {sale.id: order_values(sale) for sale in sales_with_receipt(session, wanted)}
    for order in search_orders(session, wanted, ""):
        if has_number(state_of(order), wanted):
            found[order.uuid] = order_value(order)
    query = select(Transaction.order_uuid).where(
        Transaction.receipt_number.in_({wanted, wanted.upper()}), Transaction.order_uuid.is_not(None)
    )
    for uuid in session.scalars(query):
        for value in with_id(session, uuid) if uuid is not None else ():
            found.setdefault(str(value["id"]), value)
    return tuple(found.values())
