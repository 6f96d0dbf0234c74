"""The first page: what is in the books and what needs a person; a store manager sees their own stores."""

from fastapi import APIRouter, Response

from headquarters.backoffice.counting import counted
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person, SeesAll
from headquarters.backoffice.work_pages.seen import names_seen, to
from headquarters.cases.models import Case
from headquarters.cases.service import add_note, close_case, history, open_cases, take_case
from headquarters.context import Context
from headquarters.customers.models import Customer
from headquarters.feeds.held_back import held_back
from headquarters.office.audit import note
from headquarters.orders.models import Order, Transaction
from headquarters.tallies.service import still_held
from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.service import holes

router = APIRouter(prefix="/office", include_in_schema=False)
CASES_SHOWN = 50


@router.get("")
def overview(headquarters: Context, person: Person) -> Response:
    """What is in the books, and what needs a person; a store manager sees what their registers hold."""
    with headquarters.database.reading() as session:
        seen = names_seen(session, person)
        if seen is not None:
            return page("own_stores.html", person, holes=holes(session, seen), held=still_held(session, seen))
        cases = open_cases(session, CASES_SHOWN)
        counts = {
            "customers": counted(session, Customer), "orders": counted(session, Order),
            "transactions": counted(session, Transaction),
            "cases": counted(session, Case, Case.closed_at.is_(None)),
            "parked": counted(
                session, KeptDocument, KeptDocument.state == State.PARKED, KeptDocument.left_by == ""
            ),
            "waiting": counted(session, KeptDocument, KeptDocument.state == State.WAITING),
            "undistributed": counted(session, Customer, Customer.distributed.is_(False)),
        }  # fmt: skip
        return page(
            "overview.html", person, counts=counts, holes=holes(session), held=still_held(session), cases=cases,
            history=history(session, cases), is_cut=len(cases) == CASES_SHOWN, held_back=held_back(session),
        )  # fmt: skip


@router.post("/cases/{case}/close")
def close(headquarters: Context, person: SeesAll, form: ChangingForm, case: int) -> Response:
    """Close a case that was looked into."""
    with headquarters.database.writing() as session:
        close_case(session, case, person.name, headquarters.now())
        note(session, person.name, headquarters.now(), "close", "case", str(case))
    return to("/office")


@router.post("/cases/{case}/take")
def take(headquarters: Context, person: SeesAll, form: ChangingForm, case: int) -> Response:
    """Whoever presses it looks into a case."""
    with headquarters.database.writing() as session:
        take_case(session, case, person.name, headquarters.now())
        note(session, person.name, headquarters.now(), "take", "case", str(case))
    return to("/office")


@router.post("/cases/{case}/note")
def add_to_case(headquarters: Context, person: SeesAll, form: ChangingForm, case: int) -> Response:
    """Say what was found or done about a case."""
    with headquarters.database.writing() as session:
        add_note(session, case, person.name, form.get("words", ""), headquarters.now())
        note(session, person.name, headquarters.now(), "add a note", "case", str(case))
    return to("/office")
