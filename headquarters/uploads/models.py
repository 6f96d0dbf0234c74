"""Tables of the documents as they came."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, BigKey, word


class State(StrEnum):
    """What became of a kept document."""

    WAITING = "waiting"
    POSTED = "posted"
    PARKED = "parked"


class KeptDocument(Base):
    """One document, its text untouched. `reason` says why it is parked, what it waits for, or what it met.

    `repaired` is the text that a person made of a parked one so that it could be posted; None for all others.

    `business_date`, `money_minor` and `tendered`, the JSON text of the money by tender type, are a transaction's own.
    """

    __tablename__ = "uploads"
    __table_args__ = (
        Index(None, "state", "kind", "id"),
        Index(None, "register", "epoch", "number", "money_minor"),
        Index(None, "register", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    fingerprint: Mapped[str]
    text: Mapped[str]
    register: Mapped[str]
    epoch: Mapped[str]
    number: Mapped[int | None] = mapped_column(BigKey)
    received_at: Mapped[str]
    state: Mapped[State] = mapped_column(word(State))
    reason: Mapped[str]
    posted_at: Mapped[str | None]
    business_date: Mapped[date | None]
    money_minor: Mapped[int] = mapped_column(BigInteger)
    tendered: Mapped[str]
    repaired: Mapped[str | None]

    @property
    def posted_text(self) -> str:
        """The text it is posted by."""
        return self.text if self.repaired is None else self.repaired


class QuarantinedDocument(Base):
    """A document whose id is known with other content; nothing of it is ever merged."""

    __tablename__ = "quarantined_uploads"
    __table_args__ = (UniqueConstraint("uuid", "fingerprint", "register"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str]
    kind: Mapped[str]
    fingerprint: Mapped[str]
    text: Mapped[str]
    register: Mapped[str]
    epoch: Mapped[str]
    received_at: Mapped[str]


class PostingMark(Base):
    """The documents that are being posted now, by the process `owner`; `uuids` is a list."""

    __tablename__ = "posting_marks"

    id: Mapped[int] = mapped_column(primary_key=True)
    uuids: Mapped[list[Any]]
    began_at: Mapped[str]
    owner: Mapped[str] = mapped_column(server_default="")


class DeadlyDocument(Base):
    """A document that was being posted when the process ended, and how often. It need not be kept yet."""

    __tablename__ = "deadly_documents"

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    deaths: Mapped[int]
