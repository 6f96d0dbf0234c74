"""Documents whose posting ends a process: a mark is committed before it, and the next start sees what was left by those
that do not live any more.

Documents that were being posted when the process ended are posted alone from then on. One that ends it again is set
aside for a person; all others flow.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.context import Headquarters
from headquarters.uploads.models import DeadlyDocument, KeptDocument, PostingMark, State

Result = TypeVar("Result")

DEATHS_MAX = 2
REASON = "Posting it ended headquarters twice, so it was set aside. Mend the cause, then try it again."


def posted_under_mark(
    headquarters: Headquarters, uuids: Sequence[str], work: Callable[[Session], Result], register: str = ""
) -> Result:
    """What this work, in which these documents are posted, gave; if the process ends in it, the next start knows.

    `register` is the one whose documents are kept in it as well.

    Raises:
        DatabaseBusy: nothing was kept.
    """
    database = headquarters.database
    at, owner = headquarters.now(), headquarters.process
    number = database.committed(lambda session: _mark(session, uuids, at, owner), books=False)
    this = delete(PostingMark).where(PostingMark.id == number)

    def post(session: Session) -> Result:
        done = work(session)
        session.execute(this)
        session.execute(delete(DeadlyDocument).where(DeadlyDocument.uuid.in_(_posted(session, uuids))))
        return done

    try:
        return database.committed(post, register=register)
    except Exception:
        # The process lives: whatever went wrong, it was no death.
        database.committed(lambda session: session.execute(this), books=False)
        raise


def _mark(session: Session, uuids: Sequence[str], at: str, owner: str) -> int:
    mark = PostingMark(uuids=list(uuids), began_at=at, owner=owner)
    session.add(mark)
    session.flush()
    return mark.id


def life_of(process: str) -> str:
    """What a process claims for as long as it lives."""
    return f"life of {process}"


def look_back(session: Session, at: str, lives: Callable[[str], bool]) -> None:
    """At a start: whatever mark is left of a process that does not live any more was left when it ended."""
    for mark in session.scalars(select(PostingMark).order_by(PostingMark.id)).all():
        if lives(mark.owner):
            continue
        for uuid in mark.uuids:
            row = session.scalars(select(DeadlyDocument).where(DeadlyDocument.uuid == uuid)).first()
            if row is None:
                row = DeadlyDocument(uuid=uuid, deaths=0)
                session.add(row)
            row.deaths += 1
            if len(mark.uuids) == 1 and row.deaths >= DEATHS_MAX:
                set_aside(session, [uuid], at)
        session.delete(mark)


def suspects(session: Session, uuids: Sequence[str]) -> dict[str, int]:
    """Those of these documents that were being posted when the process ended, and how often that was."""
    rows = session.execute(
        select(DeadlyDocument.uuid, DeadlyDocument.deaths).where(DeadlyDocument.uuid.in_(uuids))
    )
    return {row.uuid: row.deaths for row in rows}


def apart(uuids: Sequence[str], suspected: dict[str, int]) -> list[list[str]]:
    """The documents in their order as those that may be posted together, and each suspect alone."""
    found: list[list[str]] = []
    for uuid in uuids:
        if uuid in suspected or not found or found[-1][-1] in suspected:
            found.append([])
        found[-1].append(uuid)
    return found


def set_aside(session: Session, uuids: Sequence[str], at: str) -> None:
    """Park these documents, as far as they wait, and bring them before a person."""
    if not uuids:
        return  # the database would look through all that waits
    waiting = (KeptDocument.uuid.in_(uuids), KeptDocument.state == State.WAITING)
    rows = session.execute(
        select(KeptDocument.uuid, KeptDocument.kind, KeptDocument.register).where(*waiting)
    ).all()
    session.execute(update(KeptDocument).where(*waiting).values(state=State.PARKED, reason=REASON))
    for uuid, kind, register in rows:
        open_case(session, "deadly document", uuid, f"A {kind} of {register}: {REASON}", at)


def forgive(session: Session, uuid: str) -> None:
    """A person has mended the cause: the document is tried again as if nothing had been."""
    session.execute(delete(DeadlyDocument).where(DeadlyDocument.uuid == uuid))


def _posted(session: Session, uuids: Sequence[str]) -> list[str]:
    """Those that did no harm; where none is suspected, nothing is looked up."""
    suspected = suspects(session, uuids)
    if not suspected:
        return []
    rows = session.scalars(
        select(KeptDocument.uuid).where(
            KeptDocument.uuid.in_(tuple(suspected)), KeptDocument.state != State.WAITING
        )
    )
    return list(rows)
