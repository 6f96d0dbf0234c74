"""When registers worked without headquarters, from when to when and why, as their own accounts tell."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.journals.kinds import ENDS
from headquarters.journals.models import OF_LINE, JournalLine
from retail.messages import Message, phrase, say
from retail.switching import Cause

CAUSES = {
    Cause.SILENT: phrase("headquarters did not answer"),
    Cause.ODD: phrase("an answer that could not be read"),
    Cause.SLOW: phrase("a slow answer"),
    Cause.DEGRADED: phrase("answers got slower"),
}
BY_CHOICE = "sync.work_offline"
CHOSEN = phrase("chosen at the register")
_BEGINS = {end: begin for begin, end in ENDS.items()}
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which a register worked without headquarters, by its own clock; `why` is a text of our own lists.

    `since` and `until` are None where its account does not say: it was ended, or has not told yet. `chosen_by` is the
    user of a choice.
    """

    register: str
    since: str | None
    until: str | None
    is_over: bool
    why: str
    chosen_by: str
    told_at: str

    def seconds(self, now: datetime) -> float | None:
        """How long it took, or has taken by now; None where nobody knows."""
        until = now if self.until is None and not self.is_over else _moment(self.until)
        since = _moment(self.since)
        return None if since is None or until is None else max(0.0, (until - since).total_seconds())


def spell_of(session: Session, entry: JournalLine) -> Spell | None:
    """The spell that an entry of a line tells of; None for its beginning where another entry tells its end."""
    if entry.kind in ENDS:
        following = _beside(session, entry, is_after=True)
        if following is not None and following.kind == ENDS[entry.kind]:
            return None
        by = entry.user if entry.kind == BY_CHOICE else ""
        is_over = following is not None
        return Spell(entry.register, _told(entry.at), None, is_over, _why(entry), by, entry.received_at)
    before = _beside(session, entry, is_after=False)
    begins = before is not None and before.kind == _BEGINS[entry.kind]
    begun = before if begins and before is not None else None
    since = _told(_said(entry, "since")) or (None if begun is None else _told(begun.at))
    by = "" if begun is None or begun.kind != BY_CHOICE else begun.user
    why = CHOSEN if _BEGINS[entry.kind] == BY_CHOICE else _why(entry)
    return Spell(entry.register, since, _told(entry.at), True, why, by, entry.received_at)


def spells_of(session: Session, entries: Sequence[JournalLine]) -> list[Spell]:
    """The spells that these entries tell of, in their order."""
    return [spell for each in entries if (spell := spell_of(session, each)) is not None]


def duration(seconds: float | None) -> Message | None:
    """How long something took, as people say it; None where nobody knows."""
    if seconds is None:
        return None
    whole = round(seconds)
    if whole < _MINUTE:
        return say("less than a minute")
    return say("{hours} h {minutes} min", hours=whole // _HOUR, minutes=whole % _HOUR // _MINUTE)


def _beside(session: Session, entry: JournalLine, *, is_after: bool) -> JournalLine | None:
    """The entry of the same register's line that came next, or before."""
    query = select(JournalLine).where(OF_LINE, JournalLine.register == entry.register)
    if is_after:
        query = query.where(JournalLine.id > entry.id).order_by(JournalLine.id)
    else:
        query = query.where(JournalLine.id < entry.id).order_by(JournalLine.id.desc())
    return session.scalars(query.limit(1)).first()


def _why(entry: JournalLine) -> str:
    if entry.kind == BY_CHOICE:
        return CHOSEN
    said = _said(entry, "because")
    return CAUSES[Cause(said)] if said in list(Cause) else said


def _said(entry: JournalLine, name: str) -> str:
    try:
        said = json.loads(entry.text)
    except ValueError:
        return ""
    found = said.get(name, "") if isinstance(said, dict) else ""
    return found if isinstance(found, str) else ""


def _told(at: str) -> str | None:
    """A moment as a register wrote it; None where that is none."""
    return at if _moment(at) is not None else None


def _moment(at: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(at or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
