"""The work pages: what is in the books and what needs a person; a store manager sees their own stores."""

from typing import Any

from fastapi import APIRouter, Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse

from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.visiting import ChangingForm, Person, SeesAll
from headquarters.cases.service import add_note, close_case, history, open_cases, take_case
from headquarters.context import Context
from headquarters.customers.changing import history_of
from headquarters.customers.duplicates import keep_apart, merge_customers
from headquarters.customers.looking import last_look
from headquarters.customers.models import Customer
from headquarters.customers.service import count_undistributed, customer_value
from headquarters.devices.models import Register
from headquarters.devices.service import active_devices, all_registers, make_code, revoke
from headquarters.jobs.models import JobSession
from headquarters.jobs.service import DUPLICATES, JOBS, P_JOB, run_job
from headquarters.jobs.work import reached_note
from headquarters.manage.routes import counts_of
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.orders.assigning import assign, rejected_lines
from headquarters.orders.models import Order
from headquarters.orders.service import find_order, state_of
from headquarters.tallies.service import still_held
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from headquarters.uploads.posting import retry
from headquarters.uploads.service import count, holes, in_state
from retail.likeness import WORDS

router = APIRouter(prefix="/office", include_in_schema=False)
ROWS_SHOWN = 100


@router.get("")
def overview(headquarters: Context, person: Person) -> Response:
    """What is in the books, and what needs a person; a store manager sees what their registers hold."""
    with headquarters.database.reading() as session:
        seen = _names_seen(session, person)
        if seen is not None:
            return page("own_stores.html", person, holes=holes(session, seen), held=still_held(session, seen))
        cases = open_cases(session)
        return page(
            "overview.html", person, counts=counts_of(headquarters), waiting=count(session, State.WAITING),
            undistributed=count_undistributed(session), holes=holes(session), held=still_held(session),
            cases=cases, history=history(session, cases),
        )  # fmt: skip


@router.get("/customers")
def customers(headquarters: Context, person: SeesAll) -> Response:
    """The newest customers."""
    with headquarters.database.reading() as session:
        return page(
            "customers.html", person, customers=_newest(session, Customer), total=_total(session, Customer)
        )


@router.get("/customers/duplicates")
def duplicates(headquarters: Context, person: SeesAll) -> Response:
    """Customers who may be one."""
    with headquarters.database.reading() as session:
        return page("duplicates.html", person, look=last_look(session), alike=WORDS)


@router.post("/customers/duplicates/look")
def look(headquarters: Context, person: SeesAll, form: ChangingForm) -> Response:
    """Look for duplicates now."""
    done = run_job(headquarters, DUPLICATES, person.name)
    with headquarters.database.writing() as session:
        note(session, person.name, headquarters.now(), "run", "job", DUPLICATES, {}, {"session": done.id})
    return _to("/office/customers/duplicates")


@router.get("/customers/{row}/history")
def customer_history(headquarters: Context, person: SeesAll, row: int) -> Response:
    """What registers changed of a customer, and what the customer said of their contacts."""
    with headquarters.database.reading() as session:
        customer = session.get(Customer, row)
        if customer is None:
            raise refuse(404, "There is no such customer. Go back to the list.")
        return page(
            "customer_history.html", person, customer=customer, changes=history_of(session, customer),
            consents=customer_value(customer).get("consents", ()),
        )  # fmt: skip


@router.post("/customers/{gone}/merge/{stays}")
def merge(headquarters: Context, person: SeesAll, form: ChangingForm, gone: int, stays: int) -> Response:
    """Two customers are one from now on."""
    with headquarters.database.writing() as session:
        uuids = _customer(session, gone), _customer(session, stays)
        merge_customers(session, *uuids, person.name, headquarters.now())
        note(
            session,
            person.name,
            headquarters.now(),
            "merge",
            "customer",
            uuids[0],
            {},
            {"merged into": uuids[1]},
        )
    return _to("/office/customers/duplicates")


@router.post("/customers/{one}/apart/{other}")
def apart(headquarters: Context, person: SeesAll, form: ChangingForm, one: int, other: int) -> Response:
    """Two customers are not one, whatever they share."""
    with headquarters.database.writing() as session:
        uuids = _customer(session, one), _customer(session, other)
        keep_apart(session, *uuids, headquarters.now())
        note(
            session,
            person.name,
            headquarters.now(),
            "tell apart",
            "customer",
            uuids[0],
            {},
            {"is not": uuids[1]},
        )
    return _to("/office/customers/duplicates")


@router.get("/orders")
def orders(headquarters: Context, person: Person) -> Response:
    """The newest orders."""
    with headquarters.database.reading() as session:
        query = select(Order).order_by(Order.id.desc()).limit(ROWS_SHOWN)
        total = select(func.count()).select_from(Order)
        if person.stores is not None:
            query, total = (
                query.where(Order.store.in_(person.stores)),
                total.where(Order.store.in_(person.stores)),
            )
        return page(
            "orders.html", person, orders=[state_of(order) for order in session.scalars(query)],
            total=session.scalar(total) or 0,
            rejected=[each for each in rejected_lines(session) if person.sees(each.store)],
        )  # fmt: skip


@router.post("/orders/{order}/lines/{line}/assign")
def assign_line(headquarters: Context, person: Person, form: ChangingForm, order: str, line: int) -> Response:
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
    return _to("/office/orders")


@router.get("/documents")
def documents(headquarters: Context, person: Person) -> Response:
    """The documents that a person must look at, and those that wait."""
    with headquarters.database.reading() as session:
        seen = _names_seen(session, person)
        query = select(QuarantinedDocument).order_by(QuarantinedDocument.id.desc()).limit(ROWS_SHOWN)
        if seen is not None:
            query = query.where(QuarantinedDocument.register.in_(seen))
        return page(
            "documents.html", person, parked=in_state(session, State.PARKED, ROWS_SHOWN, seen),
            waiting=in_state(session, State.WAITING, ROWS_SHOWN, seen), quarantined=list(session.scalars(query)),
        )  # fmt: skip


@router.post("/documents/{row}/retry")
def retry_document(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Check a parked document again and post it, now that its cause may be gone."""
    with headquarters.database.writing() as session:
        kept, seen = session.get(KeptDocument, row), _names_seen(session, person)
        if kept is None or (seen is not None and kept.register not in seen):
            raise refuse(404, "There is no such document. Go back to the list.")
        before = kept.state.value
        after = retry(session, row, headquarters.now())
        note(session, person.name, headquarters.now(), "try again", "document", kept.uuid,
             {"state": before}, {"state": after.value})  # fmt: skip
    return _to("/office/documents")


@router.post("/cases/{case}/close")
def close(headquarters: Context, person: SeesAll, form: ChangingForm, case: int) -> Response:
    """Close a case that was looked into."""
    with headquarters.database.writing() as session:
        close_case(session, case, person.name, headquarters.now())
        note(session, person.name, headquarters.now(), "close", "case", str(case))
    return _to("/office")


@router.post("/cases/{case}/take")
def take(headquarters: Context, person: SeesAll, form: ChangingForm, case: int) -> Response:
    """Whoever presses it looks into a case."""
    with headquarters.database.writing() as session:
        take_case(session, case, person.name, headquarters.now())
        note(session, person.name, headquarters.now(), "take", "case", str(case))
    return _to("/office")


@router.post("/cases/{case}/note")
def add_to_case(headquarters: Context, person: SeesAll, form: ChangingForm, case: int) -> Response:
    """Say what was found or done about a case."""
    with headquarters.database.writing() as session:
        add_note(session, case, person.name, form.get("words", ""), headquarters.now())
        note(session, person.name, headquarters.now(), "add a note", "case", str(case))
    return _to("/office")


@router.get("/jobs")
def jobs(headquarters: Context, person: SeesAll) -> Response:
    """The jobs and their last sessions."""
    with headquarters.database.reading() as session:
        shown = [
            (
                each,
                reached_note(session, each.id, headquarters.clock.now()) if each.job == P_JOB else each.note,
            )
            for each in _newest(session, JobSession)
        ]
        return page("jobs.html", person, jobs=JOBS.values(), sessions=shown)


@router.post("/jobs/{name}/run")
def run(headquarters: Context, person: SeesAll, form: ChangingForm, name: str) -> Response:
    """Run a job now."""
    done = run_job(headquarters, name, person.name)
    with headquarters.database.writing() as session:
        note(session, person.name, headquarters.now(), "run", "job", name, {}, {"session": done.id})
    return _to("/office/jobs")


@router.get("/registers")
def registers(headquarters: Context, person: Person) -> Response:
    """The registers and whether they are enrolled."""
    return _registers(headquarters, person)


@router.post("/registers/{row}/code")
def code(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Show a new enrolment code, once."""
    with headquarters.database.writing() as session:
        register = _register(session, person, row)
        made = make_code(session, register.register, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "new enrolment code", "register", register.register)
    return _registers(headquarters, person, code=made, code_register=register.register)


@router.post("/registers/{row}/revoke")
def take_token(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Take away a register's token."""
    with headquarters.database.writing() as session:
        register = _register(session, person, row).register
        revoke(session, register, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "revoke", "register", register)
    return _to("/office/registers")


def _registers(headquarters: Context, person: Visitor, code: str = "", code_register: str = "") -> Response:
    with headquarters.database.reading() as session:
        devices = active_devices(session)
        shown = [(register, devices.get(register.register)) for register in _registers_seen(session, person)]
        return page("registers.html", person, registers=shown, code=code, code_register=code_register)


def _registers_seen(session: Session, person: Visitor) -> list[Register]:
    return [each for each in all_registers(session) if person.sees(each.store)]


def _names_seen(session: Session, person: Visitor) -> frozenset[str] | None:
    """The registers of a store manager's stores; None for who sees all."""
    if person.stores is None:
        return None
    return frozenset(each.register for each in _registers_seen(session, person))


def _register(session: Session, person: Visitor, row: int) -> Register:
    found = session.get(Register, row)
    if found is None or not person.sees(found.store):
        raise refuse(404, "There is no such register. Go back to the list.")
    return found


def _customer(session: Session, row: int) -> str:
    found = session.get(Customer, row)
    if found is None:
        raise refuse(404, "There is no such customer. Go back to the list.")
    return found.uuid


def _to(address: str) -> Response:
    return RedirectResponse(address, 303, HEADERS)


def _newest(session: Session, table: type[Any]) -> list[Any]:
    return list(session.scalars(select(table).order_by(table.id.desc()).limit(ROWS_SHOWN)))


def _total(session: Session, table: type[Any]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0
