"""Tables of the documents as they came."""

from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, word


class State(StrEnum):
    """What became of a kept document."""

    WAITING = "waiting"
    POSTED = "posted"
    PARKED = "parked"


class KeptDocument(Base):
    """One document, its text untouched. `reason` says why it is parked, what it waits for, or what it met."""

    __tablename__ = "uploads"
    __table_args__ = (Index(None, "state", "kind", "id"), Index(None, "register", "epoch", "number"))

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    fingerprint: Mapped[str]
    text: Mapped[str]
    register: Mapped[str]
    epoch: Mapped[str]
    number: Mapped[int | None]
    received_at: Mapped[str]
    state: Mapped[State] = mapped_column(word(State))
    reason: Mapped[str]
    posted_at: Mapped[str | None]


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
