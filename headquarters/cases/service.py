"""Opening, counting and closing reconciliation cases."""

from collections.abc import Sequence

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
