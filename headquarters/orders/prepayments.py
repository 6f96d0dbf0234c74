"""Prepayments: what customers have paid ahead and no invoice has used yet, which the retailer owes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from headquarters.orders.models import Order

OPEN: ColumnElement[bool] = Order.deposit_left_minor != literal_column("0")
"""Written out, so that the databases find the indexes that have such orders alone."""


@dataclass(frozen=True, slots=True)
class Owed:
    """How much a store owes in a currency, how much more was used than was paid, and of how many orders."""

    store: str
    currency: str
    orders: int
    amount_minor: int
    overdrawn_minor: int


def owed(session: Session, stores: frozenset[str] | None) -> Sequence[Owed]:
    """What is owed by each store, or by some of them; one order makes up for no other."""
    left = Order.deposit_left_minor
    query = select(
        Order.store, Order.currency, func.count(), _sum_of(left > 0, left), _sum_of(left < 0, -left)
    )
    query = query.where(OPEN)
    if stores is not None:
        query = query.where(Order.store.in_(stores))
    rows = session.execute(query.group_by(Order.store, Order.currency).order_by(Order.store, Order.currency))
    return [
        Owed(store, currency, count, int(amount), int(overdrawn))
        for store, currency, count, amount, overdrawn in rows
    ]


def _sum_of(
    which: ColumnElement[bool], amount: ColumnElement[int] | InstrumentedAttribute[int]
) -> ColumnElement[int]:
    return func.sum(case((which, amount), else_=0))
