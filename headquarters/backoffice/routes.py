"""The first page: what is in the books and what needs a person; a store manager sees their own stores."""

from fastapi import APIRouter, Response

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person, SeesAll
from headquarters.backoffice.work_pages.seen import names_seen, to
from headquarters.cases.service import close_case, open_cases
from headquarters.context import Context
from headquarters.customers.service import count_undistributed
from headquarters.manage.routes import counts_of
from headquarters.office.audit import note
from headquarters.tallies.service import still_held
from headquarters.uploads.models import State
from headquarters.uploads.service import count, holes

router = APIRouter(prefix="/office", include_in_schema=False)


@router.get("")
def overview(headquarters: Context, person: Person) -> Response:
    """What is in the books, and what needs a person; a store manager sees what their registers hold."""
    with headquarters.database.reading() as session:
        seen = names_seen(session, person)
        if seen is not None:
            return page("own_stores.html", person, holes=holes(session, seen), held=still_held(session, seen))
        return page(
            "overview.html", person, counts=counts_of(headquarters), waiting=count(session, State.WAITING),
            undistributed=count_undistributed(session), holes=holes(session), held=still_held(session),
            cases=open_cases(session),
        )  # fmt: skip


@router.post("/cases/{case}/close")
def close(headquarters: Context, person: SeesAll, form: ChangingForm, case: int) -> Response:
    """Close a case that was looked into."""
    with headquarters.database.writing() as session:
        close_case(session, case, headquarters.now())
        note(session, person.name, headquarters.now(), "close", "case", str(case))
    return to("/office")
