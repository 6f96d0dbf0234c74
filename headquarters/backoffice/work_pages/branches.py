"""What machines sold that are their register no more: taken in from a signed file, and booked as a person decides."""

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request, Response

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import Changes, ChangingForm, Person, SeesAll
from headquarters.backoffice.work_pages.bringing import own_form
from headquarters.backoffice.work_pages.paging import ROW_MAX
from headquarters.backoffice.work_pages.seen import register_of, to
from headquarters.context import Context, Headquarters
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.uploads.branching import take_in
from headquarters.uploads.handed_in import HandedIn, keep_file
from headquarters.uploads.models import State

router = APIRouter(prefix="/office", include_in_schema=False)
HANDED_OVER = "/office/handed-over"
FILE_MAX_BYTES = 64 * 1024 * 1024


@router.post("/registers/{row}/branch")
def book(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Book what a copy of a register sold under numbers that the register used too, as far as it was shown."""
    seen = form.get("last_row", "")
    if not seen.isdecimal() or int(seen) > ROW_MAX:
        raise refuse(422, "This form is out of date. Go back, load the page again and repeat it.")
    with headquarters.database.writing() as session:
        found = register_of(session, person, row)
        done = take_in(session, found.register, form.get("epoch", ""), int(seen), headquarters.now())
        if not done:
            raise refuse(404, "None of these documents waits any more. Load the page again.")
        for uuid, state in done.items():
            note(session, person.name, headquarters.now(), "book as a branch", "document", uuid,
                 {"state": State.PARKED.value}, {"state": state.value})  # fmt: skip
    return to(f"/office/registers/{row}")


@router.get("/handed-over")
def form(headquarters: Context, person: SeesAll, may: Changes) -> Response:
    """Where the file of a machine is chosen."""
    return page("handed_over.html", person, came=None)


@router.post("/handed-over")
async def bring(request: Request, headquarters: Context, person: SeesAll, may: Changes) -> Response:
    """Keep the documents of a file, as if their register had sent them."""
    async with own_form(request, person.form_secret, FILE_MAX_BYTES) as sent:
        content = await sent.file.read()
    came = await run_sync(_keep, headquarters, person, content)
    return page("handed_over.html", person, came=came)


def _keep(headquarters: Headquarters, person: Visitor, content: bytes) -> HandedIn:
    came = keep_file(headquarters, content)
    with headquarters.database.writing() as session:
        note(
            session,
            person.name,
            headquarters.now(),
            "take in a file",
            "register",
            came.register,
            None,
            came.outcomes,
        )
    return came
