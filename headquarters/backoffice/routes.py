"""The work pages: what is in the books and what needs a person; a store manager sees their own stores."""

from typing import Any

from fastapi import APIRouter, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person, SeesAll
from headquarters.backoffice.work_pages.seen import names_seen, register_of, to
from headquarters.cases.service import close_case, open_cases
from headquarters.context import Context
from headquarters.customers.service import count_undistributed
from headquarters.devices.models import Register
from headquarters.devices.service import active_devices, all_registers, make_code, revoke
from headquarters.jobs.models import JobSession
from headquarters.jobs.service import JOBS, P_JOB, run_job
from headquarters.jobs.work import reached_note
from headquarters.manage.routes import counts_of
from headquarters.office.audit import note
from headquarters.office.sessions import Visitor
from headquarters.tallies.service import still_held
from headquarters.uploads.models import State
from headquarters.uploads.service import count, holes

router = APIRouter(prefix="/office", include_in_schema=False)
ROWS_SHOWN = 100


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
    return to("/office/jobs")


@router.get("/registers")
def registers(headquarters: Context, person: Person) -> Response:
    """The registers and whether they are enrolled."""
    return _registers(headquarters, person)


@router.post("/registers/{row}/code")
def code(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Show a new enrolment code, once."""
    with headquarters.database.writing() as session:
        register = register_of(session, person, row)
        made = make_code(session, register.register, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "new enrolment code", "register", register.register)
    return _registers(headquarters, person, code=made, code_register=register.register)


@router.post("/registers/{row}/revoke")
def take_token(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Take away a register's token."""
    with headquarters.database.writing() as session:
        register = register_of(session, person, row).register
        revoke(session, register, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "revoke", "register", register)
    return to("/office/registers")


def _registers(headquarters: Context, person: Visitor, code: str = "", code_register: str = "") -> Response:
    with headquarters.database.reading() as session:
        devices = active_devices(session)
        shown = [(register, devices.get(register.register)) for register in _registers_seen(session, person)]
        return page("registers.html", person, registers=shown, code=code, code_register=code_register)


def _registers_seen(session: Session, person: Visitor) -> list[Register]:
    return [each for each in all_registers(session) if person.sees(each.store)]


def _newest(session: Session, table: type[Any]) -> list[Any]:
    return list(session.scalars(select(table).order_by(table.id.desc()).limit(ROWS_SHOWN)))
