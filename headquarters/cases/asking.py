"""A question from a register about a document that was set aside: it stands with the case of the document."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.cases.models import Case
from headquarters.cases.service import add_note, open_case
from headquarters.office.refusals import refuse
from headquarters.uploads.service import find_kept
from retail.messages import say

QUESTION = "question"


def ask(session: Session, register: str, document: str, by: str, words: str, at: str) -> None:
    """Put it with the newest open case of the document, and open one where there is none; said twice it stands once.

    Raises:
        Refusal: the document is another register's, or nothing is asked.
    """
    kept = find_kept(session, document)
    if kept is not None and kept.register != register:
        raise refuse(404, "This register has sent no such document. Look at the sync centre again.")
    about = select(Case).where(Case.about == document, Case.closed_at.is_(None)).order_by(Case.id.desc())
    case = session.scalars(about.limit(1)).first()
    if case is None:
        asked = say("{register} asks about a document that was set aside.", register=register)
        open_case(session, QUESTION, document, asked, at)
        session.flush()
        case = session.scalars(about.limit(1)).one()
    add_note(session, case.id, f"{by}, {register}", words, at)
