"""Prepayments: what customers have paid ahead and no invoice has used yet, which the retailer owes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session

from headquarters.orders.models import Order

OPEN: ColumnElement[bool] = Order.deposit_left_minor != literal_column("0")
"""Written out, so that the databases find the indexes that have such orders alone."""


@dataclass(frozen=True, slots=True)
class Owed:
    """How much a store holds in a currency, and of how many orders."""

    store: str
    currency: str
    orders: int
    amount_minor: int


def owed(session: Session, stores: frozenset[str] | None) -> Sequence[Owed]:
    """What is held by each store, or by some of them."""
    query = select(Order.store, Order.currency, func.count(), func.sum(Order.deposit_left_minor)).where(OPEN)
    if stores is not None:
        query = query.where(Order.store.in_(stores))
    rows = session.execute(query.group_by(Order.store, Order.currency).order_by(Order.store, Order.currency))
    return [Owed(store, currency, count, int(amount)) for store, currency, count, amount in rows]
