"""Customers: found by how they are called and reached, each with what was changed and bought; merging duplicates."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SeesAll
from headquarters.backoffice.work_pages.found import found_customers
from headquarters.backoffice.work_pages.paging import Below, Text, newest
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.backoffice.work_pages.sorting import (
    AT_FIRST,
    Head,
    Listed,
    Place,
    narrowing,
    read_sorted,
    sorting,
)
from headquarters.context import Context
from headquarters.customers.changing import history_of
from headquarters.customers.duplicates import keep_apart, merge_customers
from headquarters.customers.erasing import erasure_of
from headquarters.customers.looking import last_look
from headquarters.customers.models import Customer
from headquarters.customers.search import LETTERS_MIN, search_customers
from headquarters.customers.service import customer_value, find_customer
from headquarters.jobs.service import DUPLICATES, start_job
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.orders.models import Order, Transaction
from headquarters.orders.service import HEADS
from headquarters.uploads.checks import read_document
from headquarters.uploads.models import KeptDocument, State
from retail.customer_changes import name_of_field
from retail.likeness import WORDS

router = APIRouter(prefix="/office", include_in_schema=False)
KINDS = ("customer", "customer_change")
SHOWN_MAX = 20
HEADS_OF_CUSTOMERS = {
    "account": Head(Customer.account), "name": Head(Customer.name), "email": Head(Customer.email),
    "phone": Head(Customer.phone),
}  # fmt: skip


@router.get("/customers")
def customers(
    headquarters: Context, person: SeesAll, text: Text = "", wide: Annotated[bool, Query()] = False,
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """The newest customers, sorted, or those that a text finds: at once by its beginning, or in every word (`wide`)."""
    with headquarters.database.reading() as session:
        by = sorting(Customer.id, HEADS_OF_CUSTOMERS, narrowing(person, {"text": text}), at)
        if text.strip():
            listed = Listed(
                _in_every_word(session, text) if wide else found_customers(session, text), by.heads
            )
        else:
            listed = read_sorted(session, select(Customer), by)
        may_widen = not wide and len(text.strip()) >= LETTERS_MIN
        return page("customers.html", person, listed=listed, text=text, may_widen=may_widen)


@router.get("/customers/unfinished")
def unfinished(headquarters: Context, person: SeesAll, below: Below = None) -> Response:
    """Customers of registers that are not made yet, what failed and why, and whom 1010 has not told of yet."""
    with headquarters.database.reading() as session:
        pending = select(Customer).where(Customer.distributed.is_(False))
        listed = newest(session, pending, Customer.id, below)
        failed, waiting = _documents(session, State.PARKED), _documents(session, State.WAITING)
        return page(
            "customers_unfinished.html", person, failed=failed, waiting=waiting, pending=listed.rows,
            older=listed.older, who={each.id: _named_in(each) for each in (*failed, *waiting)},
        )  # fmt: skip


@router.get("/customers/duplicates")
def duplicates(headquarters: Context, person: SeesAll) -> Response:
    """Customers who may be one."""
    with headquarters.database.reading() as session:
        return page("duplicates.html", person, look=last_look(session), alike=WORDS)


@router.post("/customers/duplicates/look")
def look(headquarters: Context, person: SeesAll, form: ChangingForm) -> Response:
    """Look for duplicates now."""
    start_job(headquarters, DUPLICATES, person.name)
    with headquarters.database.writing() as session:
        note(session, person.name, headquarters.now(), "run", "job", DUPLICATES)
    return to("/office/customers/duplicates")


@router.get("/customers/{row}")
def customer(headquarters: Context, person: SeesAll, row: int) -> Response:
    """One customer: what is known of them, who changed what, what they ordered and bought."""
    with headquarters.database.reading() as session:
        found = _customer(session, row)
        stays = find_customer(session, found.merged_into) if found.merged_into else None
        orders = HEADS.where(Order.customer_id == found.id).order_by(Order.id.desc()).limit(SHOWN_MAX)
        bought = (
            select(Transaction, KeptDocument.id)
            .outerjoin(KeptDocument, KeptDocument.uuid == Transaction.uuid)
            .where(Transaction.customer_uuid == found.uuid)
            .order_by(Transaction.id.desc())
            .limit(SHOWN_MAX)
        )
        return page(
            "customer.html", person, customer=found, stays=stays,
            changes=history_of(session, found), name_of_field=name_of_field,
            consents=customer_value(found).get("consents", ()),
            gone=session.scalars(select(Customer).where(Customer.merged_into == found.uuid)).all(),
            orders=session.scalars(orders).all(), transactions=session.execute(bought).all(),
            done=entries(session, kind="customer", about=found.uuid), erasure=erasure_of(session, found),
        )  # fmt: skip


@router.post("/customers/{gone}/merge/{stays}")
def merge(headquarters: Context, person: SeesAll, form: ChangingForm, gone: int, stays: int) -> Response:
    """Two customers are one from now on."""
    with headquarters.database.writing() as session:
        uuids = _customer(session, gone).uuid, _customer(session, stays).uuid
        merge_customers(session, *uuids, person.name, headquarters.now())
        note(session, person.name, headquarters.now(), "merge", "customer", uuids[0], {},
             {"merged into": uuids[1]})  # fmt: skip
    return to("/office/customers/duplicates")


@router.post("/customers/{one}/apart/{other}")
def apart(headquarters: Context, person: SeesAll, form: ChangingForm, one: int, other: int) -> Response:
    """Two customers are not one, whatever they share."""
    with headquarters.database.writing() as session:
        uuids = _customer(session, one).uuid, _customer(session, other).uuid
        keep_apart(session, *uuids, headquarters.now())
        note(session, person.name, headquarters.now(), "tell apart", "customer", uuids[0], {},
             {"is not": uuids[1]})  # fmt: skip
    return to("/office/customers/duplicates")


def _customer(session: Session, row: int) -> Customer:
    found = row_of(session, Customer, row)
    if found is None:
        raise refuse(404, "There is no such customer. Go back to the list.")
    return found


def _in_every_word(session: Session, text: str) -> Sequence[Customer]:
    ids = [str(each["id"]) for each in search_customers(session, text)]
    return session.scalars(select(Customer).where(Customer.uuid.in_(ids)).order_by(Customer.name)).all()


def _documents(session: Session, state: State) -> list[KeptDocument]:
    """The oldest documents of customers in a state, of each kind by its index."""
    found: list[KeptDocument] = []
    for kind in KINDS:
        query = select(KeptDocument).where(
            KeptDocument.state == state, KeptDocument.kind == kind, KeptDocument.left_by == ""
        )
        found += session.scalars(query.order_by(KeptDocument.id).limit(SHOWN_MAX))
    return found


def _named_in(kept: KeptDocument) -> str:
    """The name of the customer that a document is about; "" where it does not say one that can be read."""
    try:
        found = read_document(kept.kind, kept.text)
    except (ValueError, KeyError):
        return ""
    if found.kind == "customer":
        return found.name
    return found.customer_name if found.kind == "customer_change" else ""
