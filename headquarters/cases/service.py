"""Opening, counting and closing reconciliation cases."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.cases.models import Case, CaseNote
from headquarters.office.refusals import refuse
from retail.messages import Message, phrase
from retail.wire.coded import coded

SETTLED = phrase("settled by itself")
"""Who closes a case that has become none."""
TOOK, CLOSED, AGREED = phrase("took it"), phrase("closed it"), phrase("both agree again")
DONE = (TOOK, CLOSED, AGREED)
"""What notes say that nobody typed."""
NEEDS_NOTE = frozenset({"statement"})
"""The kinds of cases that nobody closes without a word."""


def open_case(session: Session, kind: str, about: str, message: Message, at: str) -> None:
    """Bring a contradiction before a person."""
    words, said = str(message), coded(message)
    session.add(Case(kind=kind, about=about, words=words, said=said, opened_at=at, closed_at=None, owner=""))


def open_cases(session: Session, most: int | None = None) -> Sequence[Case]:
    """The cases that wait for a person, oldest first."""
    return session.scalars(select(Case).where(Case.closed_at.is_(None)).order_by(Case.id).limit(most)).all()


def count_open(session: Session) -> int:
    """How many cases wait for a person."""
    return session.scalar(select(func.count()).select_from(Case).where(Case.closed_at.is_(None))) or 0


def take_case(session: Session, case_id: int, by: str, at: str) -> None:
    """From now on this person looks into it.

    Raises:
        Refusal: there is no such open case.
    """
    case = _open(session, case_id)
    if case.owner != by:
        case.owner = by
        _note(session, case, by, TOOK, at)


def add_note(session: Session, case_id: int, by: str, words: str, at: str) -> None:
    """Say what was found or done; the same words twice, one after the other, are one note.

    Raises:
        Refusal: there is no such open case, or nothing is said.
    """
    case = _open(session, case_id)
    said = words.strip()
    if not said:
        raise refuse(422, "A note needs words. Say what was found or done.")
    newest = session.scalars(
        select(CaseNote).where(CaseNote.case_id == case.id).order_by(CaseNote.id.desc()).limit(1)
    ).first()
    if newest is None or (newest.by, newest.words) != (by, said):
        _note(session, case, by, said, at)


def close_case(session: Session, case_id: int, by: str, at: str) -> None:
    """This person has looked at it.

    Raises:
        Refusal: there is no such open case, or it is of a kind that needs a note first and has none.
    """
    case = _open(session, case_id)
    if case.kind in NEEDS_NOTE and all(each.words in DONE for each in history(session, [case])[case.id]):
        raise refuse(422, "This case closes with a note. Say what was found, then close it.")
    case.closed_at = at
    _note(session, case, by, CLOSED, at)


def history(session: Session, cases: Sequence[Case]) -> dict[int, list[CaseNote]]:
    """What was done about these cases, by whom and when, oldest first."""
    rows = session.scalars(
        select(CaseNote).where(CaseNote.case_id.in_([each.id for each in cases])).order_by(CaseNote.id)
    )
    found: dict[int, list[CaseNote]] = {each.id: [] for each in cases}
    for note in rows:
        found[note.case_id].append(note)
    return found


def settle_cases(
    session: Session, kind: str, prefix: str, messages: Mapping[str, Message], new: set[str], at: str
) -> None:
    """Make the open cases of a kind about what begins with `prefix` say these messages, by what they are about.

    Those that are about nothing of it any more are closed; one is opened only where it is `new`, so that a case that
    a person has closed stays closed.
    """
    about = Case.about.startswith(prefix, autoescape=True)
    rows = session.scalars(select(Case).where(about, Case.kind == kind, Case.closed_at.is_(None)))
    open_ones = {case.about: case for case in rows}
    for name, case in open_ones.items():
        if name in messages:
            case.words, case.said = str(messages[name]), coded(messages[name])
        else:
            case.closed_at = at
            _note(session, case, SETTLED, AGREED, at)
    for name, message in messages.items():
        if name in new and name not in open_ones:
            open_case(session, kind, name, message, at)


def has_open_case(session: Session, kind: str, about: str) -> bool:
    """Whether a person still has this to look into."""
    query = select(Case.id).where(Case.about == about, Case.kind == kind, Case.closed_at.is_(None))
    return session.scalar(query.limit(1)) is not None


def _open(session: Session, case_id: int) -> Case:
    case = session.get(Case, case_id) if 0 < case_id < 2**31 else None
    if case is None or case.closed_at is not None:
        raise refuse(404, "There is no such open case. Somebody else has closed it.")
    return case


def _note(session: Session, case: Case, by: str, words: str, at: str) -> None:
    session.add(CaseNote(case_id=case.id, at=at, by=by, words=words))
