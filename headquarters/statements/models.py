"""The tables of statements, of the closed shifts they are about, and of what was posted."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, true
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, listed_by, word


class State(StrEnum):
    """How far a statement is: documents missing, the two sides agree or differ, posted."""

    OPEN = "open"
    AGREES = "agrees"
    DIFFERS = "differs"
    POSTED = "posted"


class Statement(Base):
    """What one closed shift, or those of one store and business date, came to.

    `method` is the store's statement method when it was begun: of a `day`, `register` is empty and `number` 0.
    `figures` are what was found when it was worked out last (`statements/figures.py`); `is_stale` says that documents
    have been posted since, which may have changed it.
    """

    __tablename__ = "statements"
    __table_args__ = (
        *listed_by("store", "state", "register", "business_date"),
        Index(None, "is_stale", "id"),
        Index(None, "store", "over_short_minor", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    method: Mapped[str]
    store: Mapped[str]
    register: Mapped[str]
    number: Mapped[int] = mapped_column(BigInteger)
    business_date: Mapped[date]
    currency: Mapped[str]
    state: Mapped[State] = mapped_column(word(State))
    is_stale: Mapped[bool] = mapped_column(server_default=true())
    over_short_minor: Mapped[int] = mapped_column(BigInteger)
    figures: Mapped[dict[str, Any]]
    made_at: Mapped[str]
    posted_at: Mapped[str | None]
    posted_by: Mapped[str]


class ShiftClosing(Base):
    """A shift that a register closed; `uuid` is the shift and the document that told of it."""

    __tablename__ = "shift_closings"

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    statement: Mapped[int] = mapped_column(ForeignKey("statements.id"), index=True)
    register: Mapped[str]
    number: Mapped[int] = mapped_column(BigInteger)
    closed_at: Mapped[str]


class StatementPosting(Base):
    """What was over (above zero) or short of a tender type, with the account it is posted to."""

    __tablename__ = "statement_postings"

    id: Mapped[int] = mapped_column(primary_key=True)
    statement: Mapped[int] = mapped_column(ForeignKey("statements.id"), index=True)
    account: Mapped[str]
    tender: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(BigInteger)
