"""Opening, counting and closing reconciliation cases."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.cases.models import Case
from headquarters.errors import Refusal


def open_case(session: Session, kind: str, about: str, words: str, at: str) -> None:
    """Bring a contradiction before a person."""
    session.add(Case(kind=kind, about=about, words=words, opened_at=at, closed_at=None))


def open_cases(session: Session) -> Sequence[Case]:
    """The cases that wait for a person, oldest first."""
    return session.scalars(select(Case).where(Case.closed_at.is_(None)).order_by(Case.id)).all()


def count_open(session: Session) -> int:
    """How many cases wait for a person."""
    return session.scalar(select(func.count()).select_from(Case).where(Case.closed_at.is_(None))) or 0


def close_case(session: Session, case_id: int, at: str) -> None:
    """A person has looked at it.

    Raises:
        Refusal: there is no such open case.
    """
    case = session.get(Case, case_id)
    if case is None or case.closed_at is not None:
        raise Refusal(404, "There is no such open case.")
    case.closed_at = at


def settle_cases(
    session: Session, kind: str, prefix: str, words: Mapping[str, str], new: set[str], at: str
) -> None:
    """Make the open cases of a kind about what begins with `prefix` say these words, by what they are about.

    Those that are about nothing of it any more are closed; one is opened only where it is `new`, so that a case that
    a person has closed stays closed.
    """
    about = Case.about.startswith(prefix, autoescape=True)
    rows = session.scalars(select(Case).where(about, Case.kind == kind, Case.closed_at.is_(None)))
    open_ones = {case.about: case for case in rows}
    for name, case in open_ones.items():
        if name in words:
            case.words = words[name]
        else:
            case.closed_at = at
    for name in words:
        if name in new and name not in open_ones:
            open_case(session, kind, name, words[name], at)


def has_open_case(session: Session, kind: str, about: str) -> bool:
    """Whether a person still has this to look into."""
    query = select(Case.id).where(Case.about == about, Case.kind == kind, Case.closed_at.is_(None))
    return session.scalar(query.limit(1)) is not None
