"""Sales orders: finding them, keeping how they stand, and showing them to the stores that hand them out."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from headquarters.customers.models import Customer
from headquarters.customers.service import find_customer
from headquarters.feeds.service import publish, scopes_of
from headquarters.installation import INVOICES, SALES_ORDERS, next_number
from headquarters.orders.models import Order, OrderLine
from retail.orders.order import OrderLine as LineState
from retail.orders.order import OrderState
from retail.wire.base import Json
from retail.wire.orders import order_of, order_values

FOUND_MAX = 50


def find_order(session: Session, uuid: str) -> Order | None:
    """The order with this id."""
    return session.scalars(select(Order).where(Order.uuid == uuid)).first()


def concerned_order(session: Session, uuid: str, store: str) -> list[Order]:
    """The order with this id, if this store made it or hands some of it out."""
    query = select(Order).where(Order.uuid == uuid, _concerns(store))
    return list(session.scalars(query))


def search_orders(session: Session, text: str, store: str) -> Sequence[Order]:
    """The newest orders this store made or hands out, by number, invoice, receipt, confirmation number or customer."""
    if "\0" in text:
        return []  # no name or number has it, and databases do not agree on what it means in a search
    found = Order.sought.contains(text.strip().casefold(), autoescape=True)
    query = select(Order).where(_concerns(store), found).order_by(Order.id.desc()).limit(FOUND_MAX)
    return session.scalars(query).all()


def state_of(order: Order) -> OrderState:
    """How an order stands."""
    return order_of(order.state)


def order_value(order: Order) -> Json:
    """The order as registers see it."""
    return order.state


def keep_order(session: Session, known: Order | None, state: OrderState) -> Order:
    """Keep how an order stands now, with a number of ours for it and for each of its invoices; tell the stores.

    Raises:
        ValueError: its customer is not in the books.
    """
    customer = find_customer(session, state.customer.id)
    if customer is None:
        raise ValueError(f"order {state.confirmation_number}: its customer is not in the books")
    numbered = _numbered(session, state, customer)
    row = Order(uuid=state.id, number=numbered.number, customer_id=customer.id) if known is None else known
    row.confirmation_number, row.revision = numbered.confirmation_number, numbered.revision
    row.kind, row.status, row.store = numbered.kind.value, numbered.status.value, numbered.store
    row.origin, row.made_at, row.currency = numbered.origin.value, numbered.made_at, numbered.currency
    row.total_minor, row.paid_minor = numbered.total_minor, numbered.paid_minor
    row.sought = _sought(numbered, customer)
    row.state = order_values(numbered)
    session.add(row)
    session.flush()
    row.lines = [_line(row, line) for line in numbered.lines]
    session.flush()
    publish_order(session, row)
    return row


def publish_order(session: Session, order: Order) -> None:
    """Tell the stores concerned how the order stands now; a store that no longer is, that it is gone."""
    value = order_value(order)
    concerned = {order.store} | {line.store for line in order.lines}
    for store in sorted(concerned):
        publish(session, "orders", {order.uuid: value}, scope=store)
    for store in sorted(scopes_of(session, "orders", order.uuid) - concerned):
        publish(session, "orders", {order.uuid: None}, scope=store)


def _concerns(store: str) -> ColumnElement[bool]:
    return or_(Order.store == store, Order.lines.any(OrderLine.store == store))


def _numbered(session: Session, state: OrderState, customer: Customer) -> OrderState:
    number = state.number or f"SO-{next_number(session, SALES_ORDERS):06d}"
    invoices = tuple(
        [
            invoice
            if invoice.number
            else replace(invoice, number=f"INV-{next_number(session, INVOICES):06d}")
            for invoice in state.invoices
        ]
    )
    known = replace(state.customer, account=customer.account, name=customer.name)
    return replace(state, number=number, invoices=invoices, customer=known)


def _sought(state: OrderState, customer: Customer) -> str:
    words = [state.number, state.confirmation_number, customer.account, customer.name]
    named = [name for invoice in state.invoices for name in (invoice.number, invoice.receipt)]
    return " ".join([*words, *named]).casefold()


def _line(order: Order, line: LineState) -> OrderLine:
    return OrderLine(
        order_id=order.id, number=line.number, product=line.product, name=line.name, status=line.status.value,
        ordered_thousandths=line.ordered_thousandths, invoiced_thousandths=line.invoiced_thousandths,
        returned_thousandths=line.returned_thousandths, amount_minor=line.amount_minor,
        delivery=line.delivery.value, store=line.store, day=line.day,
    )  # fmt: skip
