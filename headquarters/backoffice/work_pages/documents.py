"""What registers sent, as it came: transactions and all other documents, those that are parked with their reason."""

import json

from fastapi import APIRouter, Response
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person
from headquarters.backoffice.work_pages.attribute_inputs import details_shown
from headquarters.backoffice.work_pages.differing import differing
from headquarters.backoffice.work_pages.paging import EVERYTHING, Text, Way
from headquarters.backoffice.work_pages.seen import both, names_seen, one_of, row_of, to
from headquarters.backoffice.work_pages.sorting import AT_FIRST, Head, Place, narrowing, read_sorted, sorting
from headquarters.cases.models import Case
from headquarters.context import Context
from headquarters.customers.service import standing_customer
from headquarters.devices.models import Register
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.orders.models import Transaction
from headquarters.orders.posting import order_named
from headquarters.orders.service import find_order
from headquarters.settings.service import settings_of_store
from headquarters.uploads.answers import answers_about
from headquarters.uploads.branching import is_branched
from headquarters.uploads.checks import read_document
from headquarters.uploads.clocks import doubtful_time
from headquarters.uploads.correcting import choices_for, corrected_text
from headquarters.uploads.leaving import leave
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from headquarters.uploads.posting import repair, retry
from headquarters.uploads.repairing import repaired_text, values_of
from retail.messages import phrase
from retail.order_attributes import Said
from retail.wire.arrival import attributes_from
from retail.wire.reading import read_transaction

router = APIRouter(prefix="/office", include_in_schema=False)
REASON_MAX = 254
LEFT = phrase("no further troubleshooting")
"""A state of its own in the list: parked, and nothing further is done about it."""
KINDS = ("transaction", "fulfilment", "customer", "customer_change", "info", "correction", "shift")


@router.get("/documents")
def documents(
    headquarters: Context, person: Person, text: Text = "", state: Text = "", kind: Text = "", register: Text = "",
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """The newest documents, or sorted, narrowed by what was asked for."""
    with headquarters.database.reading() as session:
        filters = {"text": text, "state": state, "kind": kind, "register": register}
        heads = {"register": Head(KeptDocument.register)}
        by = sorting(KeptDocument.id, heads, narrowing(person, filters), at)
        seen = names_seen(session, person)
        ways = EVERYTHING if seen is None else one_of(KeptDocument.register, seen)
        if register:
            ways = both(ways, KeptDocument.register == register)
        states = [each for each in State if each.value == (State.PARKED.value if state == LEFT else state)]
        if states:
            kinds = [each for each in KINDS if kind in ("", each)]
            by_state: list[Way] = [
                (KeptDocument.state == states[0], KeptDocument.kind == each) for each in kinds
            ]
            if states[0] is State.PARKED:
                is_left = KeptDocument.left_by != "" if state == LEFT else KeptDocument.left_by == ""
                by_state = [(*way, is_left) for way in by_state]
            ways = tuple([(*way, *more) for way in ways for more in by_state])
        elif kind:
            ways = both(ways, KeptDocument.kind == kind)
        if text.strip():
            ways = both(ways, _named(text.strip()))
        listed = read_sorted(session, select(KeptDocument), by, ways)
        return page(
            "documents.html", person, documents=listed.rows, listed=listed, filters=filters, kinds=KINDS,
            states=[*[each.value for each in State], LEFT],
            doubtful={row.id for row in listed.rows if doubtful_time(row.text, row.received_at)},
        )  # fmt: skip


@router.get("/documents/quarantined")
def quarantined(headquarters: Context, person: Person, at: Place = AT_FIRST) -> Response:
    """Documents whose id is known with other content."""
    with headquarters.database.reading() as session:
        seen = names_seen(session, person)
        ways = EVERYTHING if seen is None else one_of(QuarantinedDocument.register, seen)
        by = sorting(QuarantinedDocument.id, {}, narrowing(person, {}), at)
        listed = read_sorted(session, select(QuarantinedDocument), by, ways)
        return page("quarantined.html", person, documents=listed.rows, listed=listed)


@router.get("/documents/quarantined/{row}")
def quarantined_document(headquarters: Context, person: Person, row: int) -> Response:
    """One of them, as it came, and the one that is known."""
    with headquarters.database.reading() as session:
        found, seen = row_of(session, QuarantinedDocument, row), names_seen(session, person)
        if found is None or (seen is not None and found.register not in seen):
            raise refuse(404, "There is no such document. Go back to the list.")
        known = session.scalars(select(KeptDocument).where(KeptDocument.uuid == found.uuid)).first()
        return page(
            "quarantined_document.html", person, document=found, known=known, text=readable(found.text),
            differs=[] if known is None else differing(known.text, found.text),
        )  # fmt: skip


@router.get("/documents/{row}")
def document(headquarters: Context, person: Person, row: int) -> Response:
    """One document as it came, what became of it, and what it is about."""
    with headquarters.database.reading() as session:
        found = _document(session, person, row)
        booked = session.scalars(select(Transaction).where(Transaction.uuid == found.uuid)).first()
        order, customer = _about(found)
        undelivered, lost = choices_for(session, found)
        register = session.scalars(select(Register).where(Register.register == found.register)).one()
        settings = settings_of_store(session, register.store)
        return page(
            "document.html", person, document=found, text=readable(found.text), booked=booked,
            order=find_order(session, order), customer=standing_customer(session, customer),
            cases=session.scalars(select(Case).where(Case.about == found.uuid)).all(),
            done=entries(session, kind="document", about=found.uuid), currency=settings.currency,
            undelivered=undelivered, lost=lost,
            values=values_of(found.text) if found.state is State.PARKED else [],
            register=register, doubtful=doubtful_time(found.text, found.received_at),
            answers=answers_about(session, found),
            details=details_shown(_said(found), settings.order_attributes, person.language),
            is_branched=is_branched(session, found),
            repaired=None if found.repaired is None else readable(found.repaired),
        )  # fmt: skip


def _said(kept: KeptDocument) -> Said:
    """What was said of a sale or an order with a transaction that can be read."""
    if kept.kind != "transaction" or kept.state is State.PARKED:
        return ()
    return attributes_from(read_transaction(kept.repaired or kept.text).attributes)


@router.post("/documents/{row}/retry")
def retry_document(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Check a parked document again and post it, now that its cause may be gone."""
    with headquarters.database.writing() as session:
        kept = _document(session, person, row)
        before = kept.state.value
        after = retry(session, row, headquarters.now())
        note(session, person.name, headquarters.now(), "try again", "document", kept.uuid,
             {"state": before}, {"state": after.value})  # fmt: skip
    return to(f"/office/documents/{row}")


@router.post("/documents/{row}/leave")
def leave_document(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Nothing further is done about a parked document."""
    with headquarters.database.writing() as session:
        uuid = _document(session, person, row).uuid
        left = leave(session, row, person.name, form.get("because", ""), headquarters.now())
        note(session, person.name, headquarters.now(), "leave", "document", uuid,
             {"reason": ""}, {"reason": left.left_because})  # fmt: skip
    return to(f"/office/documents/{row}")


@router.post("/documents/{row}/repair")
def repair_document(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Post a parked document by what a person put right of it; what came stays as it came, and the reason is kept."""
    reason = form.get("reason", "").strip()
    with headquarters.database.writing() as session:
        kept = _document(session, person, row)
        if not reason or len(reason) > REASON_MAX:
            raise refuse(422, "A repair has a reason of 1 to {most} characters. Type one.", most=REASON_MAX)
        before = {each.path: each.shown for each in values_of(kept.text)}
        typed = {path: form[path] for path in before if path in form}
        after = repair(session, row, repaired_text(kept.text, typed), headquarters.now())
        was, now = before | {"state": "parked", "reason": ""}, {"state": after.value, "reason": reason}
        note(
            session,
            person.name,
            headquarters.now(),
            "repair",
            "document",
            kept.uuid,
            was,
            before | typed | now,
        )
    return to(f"/office/documents/{row}")


@router.post("/documents/{row}/delivery")
def fix_delivery(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Post an order that was set aside for its modes of delivery by those that were chosen; what came stays."""
    with headquarters.database.writing() as session:
        kept = _document(session, person, row)
        _, lost = choices_for(session, kept)
        modes = {line: form.get(f"mode {line}", "") for line in lost}
        if not modes or any(mode not in lost[line][1] for line, mode in modes.items()):
            raise refuse(422, "Choose a mode of delivery of the list for each of these lines.")
        after = repair(session, row, corrected_text(kept.posted_text, modes), headquarters.now())
        note(session, person.name, headquarters.now(), "repair", "document", kept.uuid,
             {"state": "parked"}, {"modes by line": str(modes), "state": after.value})  # fmt: skip
    return to(f"/office/documents/{row}")


def readable(text: str) -> str:
    """The text of a document with a line for every field; what is no JSON stays as it came."""
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text


def _document(session: Session, person: Visitor, row: int) -> KeptDocument:
    found, seen = row_of(session, KeptDocument, row), names_seen(session, person)
    if found is None or (seen is not None and found.register not in seen):
        raise refuse(404, "There is no such document. Go back to the list.")
    return found


def _named(text: str) -> ColumnElement[bool]:
    """By the id, or by the number on a receipt."""
    receipts = select(Transaction.uuid).where(Transaction.receipt_number.in_({text, text.upper()}))
    return (KeptDocument.uuid == text) | KeptDocument.uuid.in_(receipts)


def _about(kept: KeptDocument) -> tuple[str, str]:
    """The ids of the order and of the customer a document is about; "" where it names none or cannot be read."""
    try:
        found = read_document(kept.kind, kept.posted_text)
    except (ValueError, KeyError):
        return "", ""
    if found.kind == "customer":
        return "", found.id
    if found.kind == "customer_change":
        return "", found.customer
    if found.kind == "info" or found.kind == "correction" or found.kind == "shift":  # noqa: PLR1714 -- mypy reads this
        return "", ""
    customer = found.customer.id if found.kind == "transaction" and found.customer is not None else ""
    return order_named(found)[0], customer
