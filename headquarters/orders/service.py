"""Sales orders: finding them, showing them to the stores that hand them out, counting what was booked."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from headquarters.customers.models import Customer
from headquarters.feeds.service import publish, scopes_of
from headquarters.orders.models import Order, OrderLine, Transaction
from retail.wire.base import Json
from retail.wire.feeds import OrderLineRow, OrderRow

FOUND_MAX = 50


def find_order(
    session: Session, *, uuid: str | None = None, transaction_uuid: str | None = None
) -> Order | None:
    """The order with this id, or the one this transaction made."""
    query = select(Order)
    if transaction_uuid is not None:
        made_by = Transaction.order_uuid == Order.uuid
        query = query.join(Transaction, made_by).where(Transaction.uuid == transaction_uuid)
    else:
        query = query.where(Order.uuid == uuid)
    return session.scalars(query).first()


def search_orders(session: Session, text: str, store: str) -> Sequence[Order]:
    """The newest orders this store made or hands out, by number, confirmation number or customer."""
    if "\0" in text:
        return []  # no name or number has it, and databases do not agree on what it means in a search
    made_or_handed_out = or_(Order.store == store, Order.lines.any(OrderLine.store == store))
    found = Order.sought.contains(text.strip().casefold(), autoescape=True)
    query = select(Order).where(made_or_handed_out, found).order_by(Order.id.desc()).limit(FOUND_MAX)
    return session.scalars(query).all()


def publish_order(session: Session, order: Order) -> None:
    """Tell the stores concerned how the order stands now; a store that no longer is, that it is gone."""
    value = order_value(session, order)
    concerned = {order.store} | {line.store for line in order.lines if line.store}
    for store in sorted(concerned):
        publish(session, "orders", {order.uuid: value}, scope=store)
    for store in sorted(scopes_of(session, "orders", order.uuid) - concerned):
        publish(session, "orders", {order.uuid: None}, scope=store)


def order_value(session: Session, order: Order) -> Json:
    """The order as registers see it."""
    customer = session.get_one(Customer, order.customer_id)
    return OrderRow(
        id=order.uuid, number=order.number, confirmation_number=order.confirmation_number, revision=order.revision,
        kind=order.kind, status=order.status, store=order.store, origin=order.origin, made_at=order.made_at,
        currency=order.currency, customer_id=customer.uuid, customer_account=customer.account,
        customer_name=customer.name, total_minor=order.total_minor, paid_minor=order.paid_minor,
        deposit_available_minor=order.deposit_available_minor,
        card_authorisation_minor=order.card_authorisation_minor, collector=order.collector, expires=order.expires,
        lines=tuple([_line_row(line) for line in order.lines]),
    ).model_dump(mode="json")  # fmt: skip


def _line_row(line: OrderLine) -> OrderLineRow:
    return OrderLineRow(
        number=line.number, product=line.product, name=line.name, status=line.status,
        ordered_thousandths=line.ordered_thousandths, invoiced_thousandths=line.invoiced_thousandths,
        returned_thousandths=line.returned_thousandths, price_minor=line.price_minor,
        amount_minor=line.amount_minor, tax_minor=line.tax_minor, delivery=line.delivery, mode=line.mode,
        store=line.store, day=line.day, place=line.place,
    )  # fmt: skip
