"""Documents whose posting ends this process: a mark is committed before it, and the next start sees what was left.

Documents that were being posted when the process ended are posted alone from then on. One that ends it again is set
aside for a person; all others flow.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.context import Headquarters
from headquarters.uploads.models import DeadlyDocument, KeptDocument, PostingMark, State

DEATHS_MAX = 2
REASON = "Posting it ended headquarters twice, so it was set aside. Mend the cause, then try it again."


@contextmanager
def posting(headquarters: Headquarters, uuids: Sequence[str]) -> Iterator[Session]:
    """A writing unit of work in which these documents are posted; if the process ends in it, the next start knows.

    Raises:
        DatabaseBusy: nothing was kept.
    """
    with headquarters.database.writing() as session:
        mark = PostingMark(uuids=list(uuids), began_at=headquarters.now())
        session.add(mark)
        session.flush()
        number = mark.id
    this = delete(PostingMark).where(PostingMark.id == number)
    try:
        with headquarters.database.writing() as session:
            yield session
            session.execute(this)
            session.execute(delete(DeadlyDocument).where(DeadlyDocument.uuid.in_(_posted(session, uuids))))
    except Exception:
        # The process lives: whatever went wrong, it was no death.
        with headquarters.database.writing() as session:
            session.execute(this)
        raise


def look_back(session: Session, at: str) -> None:
    """At a start: whatever mark is left was left by a process that ended while it posted."""
    for mark in session.scalars(select(PostingMark).order_by(PostingMark.id)).all():
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
