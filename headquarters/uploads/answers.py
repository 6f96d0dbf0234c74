"""Answers to info codes: kept one a row, and found by the transaction they were given in."""

from collections.abc import Sequence

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base
from headquarters.uploads.models import KeptDocument
from retail.wire.notices import InfoDocument


class InfoAnswerRow(Base):
    """What a register was answered at an event: `document` is the one it came in, `about` the transaction or ""."""

    __tablename__ = "info_answers"
    __table_args__ = (Index(None, "event", "id"), Index(None, "register", "id"), Index(None, "about"))

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(index=True)
    register: Mapped[str]
    store: Mapped[str]
    at: Mapped[str]
    who: Mapped[str]
    operation: Mapped[str]
    about: Mapped[str]
    event: Mapped[str]
    code: Mapped[str]
    prompt: Mapped[str]
    answer: Mapped[str]


def keep_answers(session: Session, document: InfoDocument) -> None:
    """Keep what was answered."""
    session.add_all([
        InfoAnswerRow(
            document=document.id, register=document.register_name, store=document.store, at=document.made_at,
            who=document.made_by, operation=document.operation, about=document.about, event=each.event,
            code=each.code, prompt=each.prompt, answer=each.answer,
        )
        for each in document.answers
    ])  # fmt: skip


def answers_about(session: Session, kept: KeptDocument) -> Sequence[InfoAnswerRow]:
    """What was answered while this transaction was made, or in this document of answers, in its order."""
    of = InfoAnswerRow.document if kept.kind == "info" else InfoAnswerRow.about
    return session.scalars(select(InfoAnswerRow).where(of == kept.uuid).order_by(InfoAnswerRow.id)).all()
