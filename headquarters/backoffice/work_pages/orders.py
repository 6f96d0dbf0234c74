"""Customer orders: found by every number and by their customer, each with all that happened to it."""

from fastapi import APIRouter, Response
from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person, SeesAll
from headquarters.backoffice.work_pages.attribute_inputs import details_shown
from headquarters.backoffice.work_pages.found import found_customers
from headquarters.backoffice.work_pages.order_timeline import charges_of, timeline, under_way
from headquarters.backoffice.work_pages.paging import Id, Text, Way
from headquarters.backoffice.work_pages.seen import both, stores_seen, to, ways_of_stores
from headquarters.backoffice.work_pages.sorting import (
    AT_FIRST,
    IN_A_STORE,
    Head,
    Place,
    narrowing,
    read_sorted,
    sorting,
)
from headquarters.cards.service import settle_charges
from headquarters.context import Context, Headquarters
from headquarters.customers.service import find_customer
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from headquarters.office.roles import Right
from headquarters.office.sessions import Visitor
from headquarters.orders.assigning import assign, rejected_lines
from headquarters.orders.desk import desk_of
from headquarters.orders.editing import why_not
from headquarters.orders.fulfilling import steps_here, take_step
from headquarters.orders.models import Invoice, Order, Transaction
from headquarters.orders.service import HEADS, find_order, state_of
from headquarters.settings.service import settings_of_store
from retail.messages import Message, say
from retail.orders.facts import Action
from retail.orders.order import OrderState, OrderStatus

router = APIRouter(prefix="/office", include_in_schema=False)
KINDS = ("order", "quote")
HEADS_OF_ORDERS = {
    "confirmation": Head(Order.confirmation_number), "store": Head(Order.store), "status": Head(Order.status),
    "total": Head(Order.total_minor, IN_A_STORE),
}  # fmt: skip
"""Amounts are sorted by in one store, where they are of one currency."""


@router.get("/orders")
def orders(
    headquarters: Context, person: Person, text: Text = "", store: Text = "", status: Text = "", kind: Text = "",
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """The newest orders, or sorted, narrowed by what was asked for; in front of them the lines that stores rejected."""
    with headquarters.database.reading() as session:
        filters = {"text": text, "store": store, "status": status, "kind": kind}
        by = sorting(Order.id, HEADS_OF_ORDERS, narrowing(person, filters), at)
        narrowed: list[ColumnElement[bool]] = [
            column == value for column, value in ((Order.status, status), (Order.kind, kind)) if value
        ]
        ways = both(ways_of_stores(person, Order.store, store), *narrowed)
        if text.strip():
            ways = tuple([(*found, *way) for found in _named(session, text.strip()) for way in ways])
        listed = read_sorted(session, HEADS, by, ways)
        is_plain = not (text or store or status or kind or at.below)
        return page(
            "orders.html", person, orders=listed.rows, listed=listed, filters=filters,
            stores=stores_seen(session, person),
            statuses=[each.value for each in OrderStatus], kinds=KINDS,
            rejected=[each for each in rejected_lines(session) if person.sees(each.store)] if is_plain else [],
        )  # fmt: skip


@router.get("/orders/{uuid}")
def order(headquarters: Context, person: Person, uuid: Id) -> Response:
    """One order with its lines, its money and its whole timeline."""
    with headquarters.database.reading() as session:
        row = find_order(session, uuid)
        state = None if row is None else state_of(row)
        if state is None or not _is_seen(person, state):
            raise refuse(404, "There is no such order. Go back to the list.")
        return page(
            "order.html", person, order=state, customer=find_customer(session, state.customer.id),
            charges=charges_of(session, uuid), under_way=under_way(session, uuid),
            timeline=timeline(session, state, person.language), acts=_acts(session, headquarters, person, state),
            details=details_shown(
                state.attributes, settings_of_store(session, state.store).order_attributes, person.language
            ),
            steps=steps_here(session, headquarters, state) if _is_everywhere(person) else {},
        )  # fmt: skip


@router.post("/orders/{order}/lines/{line}/assign")
def assign_line(headquarters: Context, person: Person, form: ChangingForm, order: Id, line: int) -> Response:
    """Give a rejected line to another store."""
    with headquarters.database.writing() as session:
        row = find_order(session, order)
        rejected_by = (
            next((each.store for each in state_of(row).lines if each.number == line), "") if row else ""
        )
        if not person.sees(rejected_by):
            raise refuse(404, "There is no such order. Go back to the list.")
        store = form.get("store", "").strip()
        assign(session, headquarters, order, line, store, person.name)
        note(session, person.name, headquarters.now(), "assign", "order line", f"{order} {line}",
             {"store": rejected_by}, {"store": store})  # fmt: skip
    return to("/office/orders")


@router.post("/orders/{order}/lines/{line}/step")
def take_line_on(
    headquarters: Context, person: SeesAll, form: ChangingForm, order: Id, line: int
) -> Response:
    """Take a step on a line that a warehouse handles, where no register is."""
    action = form.get("action", "")
    with headquarters.database.writing() as session:
        row = find_order(session, order)
        if row is None:
            raise refuse(404, "There is no such order. Go back to the list.")
        take_step(session, headquarters, state_of(row), line, action, person.name)
        note(session, person.name, headquarters.now(), action, "order line", f"{order} {line}")
    if action == Action.SHIP:
        settle_charges(headquarters)
    return to(f"/office/orders/{order}")


def _acts(
    session: Session, headquarters: Headquarters, person: Visitor, state: OrderState
) -> list[tuple[str, Message, Message | None]]:
    """What this person may do with the order: its page, its name, and why it cannot be done now."""
    if not person.may(Right.CHANGE) or not person.sees(state.store):
        return []
    desk = desk_of(session, headquarters, state.store, person.name)
    return [
        ("edit", say("Edit the order"), why_not(state, desk, Action.EDIT)),
        ("cancel", say("Cancel the order"), why_not(state, desk, Action.CANCEL)),
    ]


def _is_everywhere(person: Visitor) -> bool:
    """Whether this person takes steps where no register is."""
    return person.may(Right.CHANGE) and person.stores is None


def _is_seen(person: Visitor, state: OrderState) -> bool:
    return any(person.sees(store) for store in (state.store, *[line.store for line in state.lines]))


def _named(session: Session, text: str) -> list[Way]:
    """The ways to find orders by a text: every number in somebody's hand, and the customer. Each has its index."""
    codes = {text, text.upper()}
    invoiced = select(Invoice.order_uuid).where(or_(Invoice.number.in_(codes), Invoice.receipt.in_(codes)))
    rung_up = select(Transaction.order_uuid).where(Transaction.receipt_number.in_(codes))
    ways: list[Way] = [
        (Order.number.in_(codes),), (Order.confirmation_number.in_(codes),), (Order.uuid == text,),
        (Order.uuid.in_(invoiced),), (Order.uuid.in_(rung_up.where(Transaction.order_uuid.is_not(None))),),
    ]  # fmt: skip
    return ways + [(Order.customer_id == each.id,) for each in found_customers(session, text)]
