"""The web pages for an administrator; all of it works without internet."""

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse

from headquarters.auth import Anybody
from headquarters.backoffice.page import HEADERS, TEMPLATES, page
from headquarters.backoffice.signing_in import COOKIE, Fields, OwnForm, Person, SignedIn, SignIns
from headquarters.cases.service import add_note, close_case, history, open_cases, take_case
from headquarters.context import Context
from headquarters.customers.changing import history_of
from headquarters.customers.duplicates import keep_apart, merge_customers
from headquarters.customers.looking import last_look
from headquarters.customers.models import Customer
from headquarters.customers.service import count_undistributed, customer_value
from headquarters.devices.models import Register
from headquarters.devices.service import active_devices, all_registers, make_code, revoke
from headquarters.errors import Refusal
from headquarters.jobs.models import JobSession
from headquarters.jobs.service import DUPLICATES, JOBS, P_JOB, run_job
from headquarters.jobs.work import reached_note
from headquarters.manage.routes import counts_of
from headquarters.orders.assigning import assign, rejected_lines
from headquarters.orders.models import Order
from headquarters.orders.service import state_of
from headquarters.tallies.service import still_held
from headquarters.uploads.models import QuarantinedDocument, State
from headquarters.uploads.posting import retry
from headquarters.uploads.service import count, holes, in_state
from retail.likeness import WORDS

router = APIRouter(prefix="/office", include_in_schema=False)
ROWS_SHOWN = 100
ADMINISTRATOR = "administrator"


@router.get("/style.css")
def style(anybody: Anybody) -> Response:
    """The one style sheet."""
    sheet = (TEMPLATES / "style.css").read_bytes()
    return Response(sheet, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


@router.get("/sign-in")
def sign_in_page(anybody: Anybody) -> Response:
    """Where an administrator signs in."""
    return page("sign_in.html")


@router.post("/sign-in")
def sign_in(request: Request, headquarters: Context, anybody: Anybody, fields: Fields) -> Response:
    """Sign in with the administrator's token; guessing is slowed down."""
    attempts, address = request.app.state.attempts, request.client.host if request.client else ""
    attempts.check(address)
    if not headquarters.is_administrator(fields.get("token", "").strip()):
        attempts.failed(address)
        return page("sign_in.html", status=401, notice="This is not the administrator's token.")
    sign_ins: SignIns = request.app.state.sign_ins
    response = RedirectResponse("/office", 303)
    response.set_cookie(
        COOKIE,
        sign_ins.begin(),
        path="/",
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response


@router.post("/sign-out")
def sign_out(request: Request, person: Person, form: OwnForm) -> Response:
    """Sign off."""
    sign_ins: SignIns = request.app.state.sign_ins
    sign_ins.end(request.cookies.get(COOKIE, ""))
    return _to("/office/sign-in")


@router.get("")
def overview(headquarters: Context, person: Person) -> Response:
    """What is in the books, and what needs a person."""
    with headquarters.database.reading() as session:
        cases = open_cases(session)
        return _page(
            "overview.html", person, counts=counts_of(headquarters), waiting=count(session, State.WAITING),
            undistributed=count_undistributed(session), holes=holes(session), held=still_held(session),
            cases=cases, history=history(session, cases),
        )  # fmt: skip


@router.get("/customers")
def customers(headquarters: Context, person: Person) -> Response:
    """The newest customers."""
    with headquarters.database.reading() as session:
        return _page(
            "customers.html", person, customers=_newest(session, Customer), total=_total(session, Customer)
        )


@router.get("/customers/duplicates")
def duplicates(headquarters: Context, person: Person) -> Response:
    """Customers who may be one."""
    with headquarters.database.reading() as session:
        return _page("duplicates.html", person, look=last_look(session), words=WORDS)


@router.post("/customers/duplicates/look")
def look(headquarters: Context, person: Person, form: OwnForm) -> Response:
    """Look for duplicates now."""
    run_job(headquarters, DUPLICATES, ADMINISTRATOR)
    return _to("/office/customers/duplicates")


@router.get("/customers/{row}/history")
def customer_history(headquarters: Context, person: Person, row: int) -> Response:
    """What registers changed of a customer, and what the customer said of their contacts."""
    with headquarters.database.reading() as session:
        customer = session.get(Customer, row)
        if customer is None:
            raise Refusal(404, "There is no such customer.")
        return _page(
            "customer_history.html", person, customer=customer, changes=history_of(session, customer),
            consents=customer_value(customer).get("consents", ()),
        )  # fmt: skip


@router.post("/customers/{gone}/merge/{stays}")
def merge(headquarters: Context, person: Person, form: OwnForm, gone: int, stays: int) -> Response:
    """Two customers are one from now on."""
    with headquarters.database.writing() as session:
        uuids = _customer(session, gone), _customer(session, stays)
        merge_customers(session, *uuids, "administrator", headquarters.now())
    return _to("/office/customers/duplicates")


@router.post("/customers/{one}/apart/{other}")
def apart(headquarters: Context, person: Person, form: OwnForm, one: int, other: int) -> Response:
    """Two customers are not one, whatever they share."""
    with headquarters.database.writing() as session:
        keep_apart(session, _customer(session, one), _customer(session, other), headquarters.now())
    return _to("/office/customers/duplicates")


@router.get("/orders")
def orders(headquarters: Context, person: Person) -> Response:
    """The newest orders."""
    with headquarters.database.reading() as session:
        shown = [state_of(order) for order in _newest(session, Order)]
        return _page(
            "orders.html",
            person,
            orders=shown,
            total=_total(session, Order),
            rejected=rejected_lines(session),
        )


@router.post("/orders/{order}/lines/{line}/assign")
def assign_line(
    headquarters: Context, person: Person, form: OwnForm, fields: Fields, order: str, line: int
) -> Response:
    """Give a rejected line to another store."""
    with headquarters.database.writing() as session:
        assign(session, headquarters, order, line, fields.get("store", "").strip(), "administrator")
    return _to("/office/orders")


@router.get("/documents")
def documents(headquarters: Context, person: Person) -> Response:
    """The documents that a person must look at, and those that wait."""
    with headquarters.database.reading() as session:
        return _page(
            "documents.html", person, parked=in_state(session, State.PARKED, ROWS_SHOWN),
            waiting=in_state(session, State.WAITING, ROWS_SHOWN), quarantined=_newest(session, QuarantinedDocument),
        )  # fmt: skip


@router.post("/documents/{row}/retry")
def retry_document(headquarters: Context, person: Person, form: OwnForm, row: int) -> Response:
    """Check a parked document again and post it, now that its cause may be gone."""
    with headquarters.database.writing() as session:
        retry(session, row, headquarters.now())
    return _to("/office/documents")


@router.post("/cases/{case}/close")
def close(headquarters: Context, person: Person, form: OwnForm, case: int) -> Response:
    """Close a case that was looked into."""
    with headquarters.database.writing() as session:
        close_case(session, case, ADMINISTRATOR, headquarters.now())
    return _to("/office")


@router.post("/cases/{case}/take")
def take(headquarters: Context, person: Person, form: OwnForm, fields: Fields, case: int) -> Response:
    """Say who looks into a case."""
    with headquarters.database.writing() as session:
        take_case(session, case, _by(fields), headquarters.now())
    return _to("/office")


@router.post("/cases/{case}/note")
def note(headquarters: Context, person: Person, form: OwnForm, fields: Fields, case: int) -> Response:
    """Say what was found or done about a case."""
    with headquarters.database.writing() as session:
        add_note(session, case, _by(fields), fields.get("words", ""), headquarters.now())
    return _to("/office")


@router.get("/jobs")
def jobs(headquarters: Context, person: Person) -> Response:
    """The jobs and their last sessions."""
    with headquarters.database.reading() as session:
        shown = [
            (
                each,
                reached_note(session, each.id, headquarters.clock.now()) if each.job == P_JOB else each.note,
            )
            for each in _newest(session, JobSession)
        ]
        return _page("jobs.html", person, jobs=JOBS.values(), sessions=shown)


@router.post("/jobs/{name}/run")
def run(headquarters: Context, person: Person, form: OwnForm, name: str) -> Response:
    """Run a job now."""
    run_job(headquarters, name, "administrator")
    return _to("/office/jobs")


@router.get("/registers")
def registers(headquarters: Context, person: Person) -> Response:
    """The registers and whether they are enrolled."""
    return _registers(headquarters, person)


@router.post("/registers/{row}/code")
def code(headquarters: Context, person: Person, form: OwnForm, row: int) -> Response:
    """Show a new enrolment code, once."""
    with headquarters.database.writing() as session:
        register = _register(session, row)
        made = make_code(session, register.register, headquarters.clock.now())
    return _registers(headquarters, person, code=made, code_register=register.register)


@router.post("/registers/{row}/revoke")
def take_token(headquarters: Context, person: Person, form: OwnForm, row: int) -> Response:
    """Take away a register's token."""
    with headquarters.database.writing() as session:
        revoke(session, _register(session, row).register, headquarters.clock.now())
    return _to("/office/registers")


def _by(fields: dict[str, str]) -> str:
    """The name that whoever signed in gave, since all of them sign in as one."""
    return fields.get("by", "").strip() or ADMINISTRATOR


def _registers(headquarters: Context, person: SignedIn, code: str = "", code_register: str = "") -> Response:
    with headquarters.database.reading() as session:
        devices = active_devices(session)
        shown = [(register, devices.get(register.register)) for register in all_registers(session)]
        return _page("registers.html", person, registers=shown, code=code, code_register=code_register)


def _register(session: Session, row: int) -> Register:
    found = session.get(Register, row)
    if found is None:
        raise Refusal(404, "There is no such register.")
    return found


def _customer(session: Session, row: int) -> str:
    found = session.get(Customer, row)
    if found is None:
        raise Refusal(404, "There is no such customer.")
    return found.uuid


def _page(template: str, person: SignedIn, **values: Any) -> Response:
    return page(template, form_secret=person.form_secret, **values)


def _to(address: str) -> Response:
    return RedirectResponse(address, 303, HEADERS)


def _newest(session: Session, table: type[Any]) -> list[Any]:
    return list(session.scalars(select(table).order_by(table.id.desc()).limit(ROWS_SHOWN)))


def _total(session: Session, table: type[Any]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0
