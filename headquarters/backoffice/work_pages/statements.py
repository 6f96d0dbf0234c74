"""Statements: what closed shifts came to by their registers and by their documents, and posting them."""

from datetime import date

from fastapi import APIRouter, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person, SeesAll
from headquarters.backoffice.work_pages.paging import ROW_MAX, Text, Way
from headquarters.backoffice.work_pages.seen import both, row_of, stores_seen, to, ways_of_stores
from headquarters.backoffice.work_pages.sorting import (
    AT_FIRST,
    IN_A_STORE,
    Head,
    Place,
    narrowing,
    read_sorted,
    sorting,
)
from headquarters.cases.models import Case
from headquarters.cases.service import history
from headquarters.context import Context
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.statements.figures import figures_of
from headquarters.statements.models import State, Statement, StatementPosting
from headquarters.statements.posting import post_statement, why_not
from headquarters.statements.working_out import CASE, case_about, shifts_of

router = APIRouter(prefix="/office", include_in_schema=False)
HEADS_OF_STATEMENTS = {
    "status": Head(Statement.state), "store": Head(Statement.store), "register": Head(Statement.register),
    "day": Head(Statement.business_date), "over": Head(Statement.over_short_minor, IN_A_STORE),
}  # fmt: skip


@router.get("/statements")
def statements(
    headquarters: Context, person: Person, text: Text = "", store: Text = "", state: Text = "",
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """The newest statements, or sorted, by register, business date or number, narrowed by store and state."""
    with headquarters.database.reading() as session:
        filters = {"text": text, "store": store, "state": state}
        by = sorting(Statement.id, HEADS_OF_STATEMENTS, narrowing(person, filters), at)
        narrowed = [Statement.state == each for each in State if each.value == state]
        ways = both(ways_of_stores(person, Statement.store, store), *narrowed)
        if text.strip():
            ways = tuple([(*found, *way) for found in _named(text.strip()) for way in ways])
        listed = read_sorted(session, select(Statement), by, ways)
        return page(
            "statements.html", person, statements=listed.rows, listed=listed,
            filters=filters, stores=stores_seen(session, person),
            states=[each.value for each in State],
        )  # fmt: skip


@router.get("/statements/{row}")
def statement(headquarters: Context, person: Person, row: int) -> Response:
    """One statement: its shifts, tenders and transactions, what is missing and what differs, and what was posted."""
    with headquarters.database.reading() as session:
        found = _statement(session, person, row)
        about = Case.about == case_about(found)
        cases = session.scalars(select(Case).where(about, Case.kind == CASE).order_by(Case.id)).all()
        postings = (
            select(StatementPosting).where(StatementPosting.statement == row).order_by(StatementPosting.id)
        )
        is_posted = found.state is State.POSTED
        return page(
            "statement.html", person, statement=found, figures=figures_of(found.figures),
            shifts=shifts_of(session, found), cases=cases, history=history(session, cases),
            postings=session.scalars(postings).all(), is_posted=is_posted,
            why=None if is_posted else why_not(session, found, headquarters.clock.now()),
        )  # fmt: skip


@router.post("/statements/{row}/post")
def post(headquarters: Context, person: SeesAll, form: ChangingForm, row: int) -> Response:
    """Post a statement."""
    with headquarters.database.writing() as session:
        post_statement(session, _statement(session, person, row), person.name, headquarters.clock.now())
    return to(f"/office/statements/{row}")


def _named(text: str) -> list[Way]:
    """By its number, its register or its business date."""
    found: list[Way] = [(Statement.register.in_({text, text.upper()}),)]
    if text.isascii() and text.isdigit() and int(text[:10]) <= ROW_MAX:
        found.append((Statement.id == int(text[:10]),))
    try:
        found.append((Statement.business_date == date.fromisoformat(text),))
    except ValueError:
        return found
    return found


def _statement(session: Session, person: Visitor, row: int) -> Statement:
    found = row_of(session, Statement, row)
    if found is None or not person.sees(found.store):
        raise refuse(404, "There is no such statement. Go back to the list.")
    return found
