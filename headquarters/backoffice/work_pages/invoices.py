"""Invoices as they were numbered, and prepayments that no invoice has used yet."""

from fastapi import APIRouter, Response
from sqlalchemy import select

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import Person
from headquarters.backoffice.work_pages.paging import Id, Text, Way
from headquarters.backoffice.work_pages.seen import both, stores_seen, ways_of_stores
from headquarters.backoffice.work_pages.sorting import (
    AT_FIRST,
    IN_A_STORE,
    Head,
    Place,
    narrowing,
    read_sorted,
    sorting,
)
from headquarters.context import Context
from headquarters.office.refusals import refuse
from headquarters.orders.invoice_lines import InvoiceLine
from headquarters.orders.models import Invoice, Order
from headquarters.orders.prepayments import OPEN, owed
from headquarters.orders.service import HEADS
from retail.orders.ledger import InvoiceKind

router = APIRouter(prefix="/office", include_in_schema=False)
HEADS_OF_INVOICES = {
    "number": Head(Invoice.number), "kind": Head(Invoice.kind), "store": Head(Invoice.store),
    "receipt": Head(Invoice.receipt), "total": Head(Invoice.total_minor, IN_A_STORE),
}  # fmt: skip
HEADS_OF_PREPAYMENTS = {"owed": Head(Order.deposit_left_minor, IN_A_STORE)}


@router.get("/invoices")
def invoices(
    headquarters: Context, person: Person, text: Text = "", store: Text = "", kind: Text = "",
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """The newest invoices and credit invoices, or sorted, by number, receipt or order."""
    with headquarters.database.reading() as session:
        filters = {"text": text, "store": store, "kind": kind}
        by = sorting(Invoice.id, HEADS_OF_INVOICES, narrowing(person, filters), at)
        narrowed = [Invoice.kind == kind] if kind else []
        ways = both(ways_of_stores(person, Invoice.store, store), *narrowed)
        if text.strip():
            codes = {text.strip(), text.strip().upper()}
            numbered = select(Order.uuid).where(
                Order.number.in_(codes) | Order.confirmation_number.in_(codes)
            )
            found: list[Way] = [
                (Invoice.number.in_(codes),), (Invoice.receipt.in_(codes),), (Invoice.order_uuid.in_(numbered),)
            ]  # fmt: skip
            ways = tuple([(*each, *way) for each in found for way in ways])
        listed = read_sorted(session, select(Invoice), by, ways)
        return page(
            "invoices.html", person, invoices=listed.rows, listed=listed,
            filters=filters, kinds=[each.value for each in InvoiceKind],
            stores=stores_seen(session, person),
        )  # fmt: skip


@router.get("/invoices/{number}")
def invoice(headquarters: Context, person: Person, number: Id) -> Response:
    """One invoice with its lines: goods and charges, each charge with the account it is posted to."""
    with headquarters.database.reading() as session:
        found = session.scalars(select(Invoice).where(Invoice.number == number)).first()
        if found is None or not person.sees(found.store):
            raise refuse(404, "There is no such invoice. Go back to the list.")
        lines = select(InvoiceLine).where(InvoiceLine.invoice == number).order_by(InvoiceLine.id)
        return page("invoice.html", person, invoice=found, lines=session.scalars(lines).all())


@router.get("/prepayments")
def prepayments(
    headquarters: Context, person: Person, store: Text = "", at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """What is owed for deposits, by store and currency, and the orders it is of."""
    with headquarters.database.reading() as session:
        stores = stores_seen(session, person)
        ways: list[Way] = [(Order.store == each, OPEN) for each in stores if store in ("", each)]
        if person.stores is None and not store:
            ways = [(OPEN,)]
        filters = {"store": store}
        by = sorting(Order.id, HEADS_OF_PREPAYMENTS, narrowing(person, filters), at)
        listed = read_sorted(session, HEADS, by, ways)
        return page(
            "prepayments.html", person, owed=owed(session, person.stores), orders=listed.rows, listed=listed,
            filters=filters, stores=stores,
        )  # fmt: skip
