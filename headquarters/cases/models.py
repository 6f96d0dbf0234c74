"""The tables of reconciliation cases and of what was done about them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base
from retail.messages import Message
from retail.wire.coded import message_of


class Case(Base):
    """A fact that contradicts another; open until a person has closed it.

    `owner` looks into it, empty while nobody does. `words` say it in English, and `said` is their message as a code;
    a case that an older version opened has words alone.
    """

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    about: Mapped[str] = mapped_column(index=True)
    words: Mapped[str]
    opened_at: Mapped[str]
    closed_at: Mapped[str | None] = mapped_column(index=True)
    owner: Mapped[str] = mapped_column(server_default="")
    said: Mapped[str] = mapped_column(server_default="")

    @property
    def message(self) -> Message | str:
        """What it says, for whoever reads in whatever language."""
        return message_of(self.said) or self.words


class CaseNote(Base):
    """What somebody did about a case: took it, said something of it, closed it."""

    __tablename__ = "case_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[str]
    by: Mapped[str]
    words: Mapped[str]
