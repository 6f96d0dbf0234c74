"""Which registers are or were offline: who is silent now; since when, for how long and why, by their own word."""

from datetime import datetime

from fastapi import APIRouter, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import Person
from headquarters.backoffice.work_pages.paging import EVERYTHING, ROWS, Below, Text, Way, newest
from headquarters.backoffice.work_pages.seen import one_of, stores_seen
from headquarters.context import Context
from headquarters.devices.fleet import Behind, Narrowed, Wanted, machines
from headquarters.devices.models import Register
from headquarters.journals.models import OF_LINE, JournalLine
from headquarters.journals.spells import duration, spells_of
from headquarters.office.sessions import Visitor

router = APIRouter(prefix="/office", include_in_schema=False)


@router.get("/offline")
def offline(
    headquarters: Context, person: Person, register: Text = "", store: Text = "", after: Text = "",
    below: Below = None,
) -> Response:  # fmt: skip
    """Who has not been heard of lately, and the newest times of all registers without headquarters."""
    now = headquarters.clock.now()
    with headquarters.database.reading() as session:
        wanted = Wanted(register.strip(), store, Narrowed.SILENT, person.stores)
        silent = machines(session, wanted, Behind(after), ROWS + 1, now)
        shown = silent[:ROWS]
        ways = _ways(session, person, register.strip(), store)
        listed = newest(session, select(JournalLine).where(OF_LINE), JournalLine.id, below, ways)
        spells = spells_of(session, listed.rows)
        return page(
            "offline.html", person, stores=stores_seen(session, person), older=listed.older,
            silent=[(each, duration(_passed(each.device.seen_at, now))) for each in shown if each.device],
            more=shown[-1].register.register if len(silent) > ROWS else None,
            spells=[(each, duration(each.seconds(now))) for each in spells],
            filters={"register": register, "store": store},
        )  # fmt: skip


def _ways(session: Session, person: Visitor, register: str, store: str) -> tuple[Way, ...]:
    """The entries of the registers that are asked for and that this person sees."""
    if person.stores is None and not register and not store:
        return EVERYTHING
    wanted = Wanted(register, store, stores=person.stores)
    names = session.scalars(select(Register.register).where(*wanted.of_places()))
    return one_of(JournalLine.register, frozenset(names))


def _passed(since: str, now: datetime) -> float:
    return (now - datetime.fromisoformat(since)).total_seconds()
