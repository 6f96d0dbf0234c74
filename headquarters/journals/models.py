"""The table of what stands in the accounts of registers."""

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, BigKey
from headquarters.journals.kinds import LINE
from retail.erased_entries import NAMED

_SECURITY = text("is_security")
NAMING = text(f"kind IN ({', '.join([repr(each) for each in sorted(NAMED)])})")
"""Entries that may name a customer: those that older registers wrote do."""
OF_LINE = text(f"kind IN ({', '.join([repr(each) for each in LINE])})")
"""Entries of when a register began to work without headquarters, and when it ceased to."""


def _of_security(*columns: str) -> Index:
    return Index(None, *columns, "id", sqlite_where=_SECURITY, postgresql_where=_SECURITY)


class JournalLine(Base):
    """One entry of a register's journal, as it came. Triggers refuse to change or to delete a row.

    `chain` is the hash of the first entry of that journal, `before` that of the entry it follows, empty where it
    follows none: where a number stands twice in a chain, a copy of that register has gone on by itself. `document` is
    the id of the document that the entry was written for, with its `fingerprint`, or its seal (`retail.wire.erasing`).
    `erased` is the customer whose name was taken out of the `text`.
    """

    __tablename__ = "journal_lines"
    __table_args__ = (
        UniqueConstraint("register", "chain", "number", "hash"),
        Index(None, "document", sqlite_where=text("document <> ''"), postgresql_where=text("document <> ''")),
        Index(None, "register", "id"),
        _of_security("register", "is_security"),
        _of_security("user"),
        _of_security("kind"),
        Index("ix_journal_lines_id", "id", sqlite_where=NAMING, postgresql_where=NAMING),
        Index("ix_journal_lines_of_line", "id", sqlite_where=OF_LINE, postgresql_where=OF_LINE),
        Index(
            "ix_journal_lines_of_line_register",
            "register",
            "id",
            sqlite_where=OF_LINE,
            postgresql_where=OF_LINE,
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    register: Mapped[str]
    epoch: Mapped[str]
    chain: Mapped[str]
    number: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[str]
    kind: Mapped[str]
    user: Mapped[str]
    text: Mapped[str]
    hash: Mapped[str]
    before: Mapped[str]
    received_at: Mapped[str]
    document: Mapped[str]
    fingerprint: Mapped[str]
    is_security: Mapped[bool]
    erased: Mapped[str] = mapped_column(server_default="")
