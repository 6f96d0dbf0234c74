"""Tables of the documents as they came."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, BigKey, word
from retail.messages import Message
from retail.wire.coded import coded, message_of


class State(StrEnum):
    """What became of a kept document."""

    WAITING = "waiting"
    POSTED = "posted"
    PARKED = "parked"


class KeptDocument(Base):
    """One document, its text untouched. `reason` says why it is parked, what it waits for, or what it met, in English,
    and `said` is its message as a code; a row of an older version has the words alone.

    `repaired` is the text that a person made of a parked one so that it could be posted; None for all others.

    `left_by` has said of a parked one, for a reason, that nothing further is done about it; empty while nobody has.

    `erased` is the customer who was erased from text and fingerprint, empty while nobody was.

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
    said: Mapped[str] = mapped_column(server_default="")
    erased: Mapped[str] = mapped_column(server_default="")
    left_by: Mapped[str] = mapped_column(server_default="")
    left_because: Mapped[str] = mapped_column(server_default="")
    left_at: Mapped[str] = mapped_column(server_default="")

    @property
    def why(self) -> Message | str:
        """The reason, for whoever reads in whatever language."""
        return message_of(self.said) or self.reason

    def give_reason(self, reason: Message | None) -> None:
        """Keep this reason, or that there is none."""
        self.reason, self.said = kept_reason(reason)

    @property
    def posted_text(self) -> str:
        """The text it is posted by."""
        return self.text if self.repaired is None else self.repaired


def kept_reason(reason: Message | None) -> tuple[str, str]:
    """A reason as it is kept: its words and its code."""
    return ("", "") if reason is None else (str(reason), coded(reason))


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
    erased: Mapped[str] = mapped_column(server_default="")


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
