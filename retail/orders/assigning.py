"""Giving a rejected line to another store: what headquarters does with what a store would not handle."""

from dataclasses import dataclass, replace

from retail.errors import RuleBroken
from retail.orders.delivery import DeliveryKind
from retail.orders.events import Change, Event, EventKind, What
from retail.orders.order import LineStatus, OrderLine, OrderState


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who gives which line to which store, when; `id` is its own for ever, `at` a stamp."""

    id: str
    line: int
    store: str
    by: str
    at: str


def assigned(order: OrderState, assignment: Assignment, *, manual_accept: bool) -> OrderState:
    """The order with the rejected line at another store; pending where shipments are accepted by hand there.

    Raises:
        RuleBroken: there is no such line, nobody rejected it, or it is that very store that did last.
    """
    line = order.line(assignment.line)
    if line is None or line.status is not LineStatus.REJECTED:
        raise RuleBroken("Line {number} of {order} is not rejected. Look at the order again.",
                         number=assignment.line, order=order.reference)  # fmt: skip
    if line.store == assignment.store:
        raise RuleBroken("{store} rejected {name}. Choose another store.",
                         store=line.store, name=line.name)  # fmt: skip
    moved = _moved(line, assignment.store, manual_accept=manual_accept)
    event = Event(
        document=assignment.id,
        kind=EventKind.ASSIGNED,
        at=assignment.at,
        by=assignment.by,
        register="",
        revision=order.revision,
        changes=(Change(What.STORE, line.name, line.store, assignment.store),),
    )
    return replace(
        order,
        lines=tuple([moved if each.number == moved.number else each for each in order.lines]),
        acts=(*order.acts, assignment.id),
        events=(*order.events, event),
    )


def _moved(line: OrderLine, store: str, *, manual_accept: bool) -> OrderLine:
    is_shipped = line.delivery is DeliveryKind.SHIP
    status = LineStatus.PENDING if is_shipped and manual_accept else LineStatus.ACCEPTED
    plan = line.plan and (
        replace(line.plan, ship_from=store) if is_shipped else replace(line.plan, store=store)
    )
    return replace(line, store=store, status=status, plan=plan)
