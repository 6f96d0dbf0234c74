"""What registers wrote into their journals about security: who signed in, what was refused, approved or moved aside."""

from datetime import datetime

from fastapi import APIRouter, Response
from sqlalchemy import ColumnElement, literal_column, select

from headquarters.backoffice.languages import translated
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ReadsAudit
from headquarters.backoffice.work_pages.paging import Text
from headquarters.backoffice.work_pages.sorting import AT_FIRST, Head, Place, narrowing, read_sorted, sorting
from headquarters.context import Context
from headquarters.journals.kinds import SECURITY
from headquarters.journals.models import JournalLine

router = APIRouter(prefix="/office", include_in_schema=False)
_SECURITY: ColumnElement[bool] = literal_column("journal_lines.is_security")
"""Written out, so that the databases find the indexes that have such entries alone."""
HEADS_OF_EVENTS = {
    "register": Head(JournalLine.register), "who": Head(JournalLine.user), "kind": Head(JournalLine.kind),
}  # fmt: skip


@router.get("/audit/registers")
def events(
    headquarters: Context, person: ReadsAudit, who: Text = "", register: Text = "", kind: Text = "",
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """The newest events of security of all registers, or sorted, narrowed by what was asked for."""
    filters = {"who": who, "register": register, "kind": kind}
    by = sorting(JournalLine.id, HEADS_OF_EVENTS, narrowing(person, filters), at)
    wanted = {JournalLine.user: who.strip(), JournalLine.register: register.strip(), JournalLine.kind: kind}
    way = [column == value for column, value in wanted.items() if value]
    named = {code: translated(person.language, words) for code, words in SECURITY.items()}
    with headquarters.database.reading() as session:
        events = select(JournalLine).where(_SECURITY)
        listed = read_sorted(session, events, by, (tuple(way),))
        return page(
            "events.html", person, events=listed.rows, listed=listed, kinds=named,
            done_at={each.id: _moment(each) for each in listed.rows},
            filters=filters,
        )  # fmt: skip


def _moment(event: JournalLine) -> str:
    """When it was done by the register's clock; where that says no time, when it came."""
    try:
        datetime.fromisoformat(event.at)
    except ValueError:
        return event.received_at
    return event.at
