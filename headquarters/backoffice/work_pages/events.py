"""What registers wrote into their journals about security: who signed in, what was refused, approved or moved aside."""

from datetime import datetime

from fastapi import APIRouter, Response
from sqlalchemy import select, true

from headquarters.backoffice.languages import translated
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ReadsAudit
from headquarters.backoffice.work_pages.paging import Below, Text, newest
from headquarters.context import Context
from headquarters.journals.kinds import SECURITY
from headquarters.journals.models import JournalLine

router = APIRouter(prefix="/office", include_in_schema=False)


@router.get("/audit/registers")
def events(
    headquarters: Context, person: ReadsAudit, who: Text = "", register: Text = "", kind: Text = "",
    below: Below = None,
) -> Response:  # fmt: skip
    """The newest events of security of all registers, narrowed by what was asked for."""
    wanted = {JournalLine.user: who.strip(), JournalLine.register: register.strip(), JournalLine.kind: kind}
    way = [column == value for column, value in wanted.items() if value]
    named = {code: translated(person.language, words) for code, words in SECURITY.items()}
    with headquarters.database.reading() as session:
        events = select(JournalLine).where(JournalLine.is_security == true())
        listed = newest(session, events, JournalLine.id, below, (tuple(way),))
        return page(
            "events.html", person, events=listed.rows, older=listed.older, kinds=named,
            done_at={each.id: _moment(each) for each in listed.rows},
            filters={"who": who, "register": register, "kind": kind},
        )  # fmt: skip


def _moment(event: JournalLine) -> str:
    """When it was done by the register's clock; where that says no time, when it came."""
    try:
        datetime.fromisoformat(event.at)
    except ValueError:
        return event.received_at
    return event.at
