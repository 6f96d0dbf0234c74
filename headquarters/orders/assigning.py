"""Lines that a store rejected: who could take a shipment instead, and giving a line to the store a person chose."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.orders.models import Order, OrderLine
from headquarters.orders.service import Standing, buyers, find_order, keep_orders, state_of
from headquarters.settings.service import known_stores, settings_of_store
from retail.errors import RuleBroken
from retail.orders.assigning import Assignment, assigned
from retail.orders.delivery import DeliveryKind
from retail.orders.order import LineStatus
from retail.orders.order import OrderLine as LineState

JOB = "Synchronize orders"
_REJECTED: ColumnElement[str] = literal_column(f"'{LineStatus.REJECTED.value}'")
"""Written out, so that the databases find the index that has such lines alone."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that waits for another store; `candidates` have not rejected it, the one to be tried first in front."""

    order: str
    reference: str
    customer: str
    line: int
    name: str
    store: str
    is_shipped: bool
    candidates: tuple[str, ...]


def rejected_lines(session: Session) -> list[Rejected]:
    """Every line that a store rejected, the longest waiting order first."""
    query = (
        select(Order, OrderLine.number)
        .join(OrderLine, OrderLine.order_id == Order.id)
        .where(OrderLine.status == _REJECTED)
        .order_by(OrderLine.order_id, OrderLine.number)
    )
    stores = sorted(known_stores(session))
    found = []
    for row, number in session.execute(query):
        state = state_of(row)
        line = state.line(number)
        if line is not None:
            found.append(
                Rejected(
                    state.id, state.reference, state.customer.name, number, line.name, line.store,
                    line.delivery is DeliveryKind.SHIP, _candidates(session, state.store, line, stores),
                )
            )  # fmt: skip
    return found


def assign(session: Session, headquarters: Headquarters, order: str, line: int, store: str, by: str) -> None:
    """Give a rejected line to another store; both stores and the one that made the order hear of it.

    Raises:
        Refusal: there is no such order or store (404), or the line is not rejected, or by that very store (409).
    """
    row = find_order(session, order)
    if row is None:
        raise refuse(404, "There is no such order. Go back to the list.")
    if store not in known_stores(session):
        raise refuse(404, "There is no store {store}. Choose one of the list.", store=store)
    assignment = Assignment(headquarters.ids.new(), line, store, by, headquarters.now())
    manual_accept = settings_of_store(session, store).manual_accept
    try:
        after = assigned(state_of(row), assignment, manual_accept=manual_accept)
    except RuleBroken as broken:
        raise OfficeRefusal(409, broken.message) from None
    standing = Standing(row.id, state_of(row))
    standing.change(after)
    keep_orders(session, [standing], buyers(session, [after.customer.id]))


def assignable(session: Session) -> list[Rejected]:
    """The rejected shipments that another store can be given without asking anybody.

    Where goods are fetched the customer chose the place, so a person asks them first.
    """
    return [each for each in rejected_lines(session) if each.is_shipped and each.candidates]


def assign_all(headquarters: Headquarters) -> int:
    """Give every rejected shipment to the next store that has not rejected it; how many there were."""
    with headquarters.database.reading() as session:
        waiting = assignable(session)
    for each in waiting:
        with headquarters.database.writing() as session:
            assign(session, headquarters, each.order, each.line, each.candidates[0], JOB)
    return len(waiting)


def _candidates(session: Session, store: str, line: LineState, stores: list[str]) -> tuple[str, ...]:
    """The store that made the order first, then those of its fulfilment group that may, then all others there are."""
    settings = settings_of_store(session, store)
    ships = line.delivery is DeliveryKind.SHIP
    named = [
        each.place
        for each in settings.fulfilment_group
        if not settings.fulfilment_locations or (each.ships if ships else each.hands_out)
    ]
    order = dict.fromkeys([store, *named, *([] if ships else stores)])
    return tuple([each for each in order if each in stores and each not in (*line.rejected_by, line.store)])
