"""The table of changes that registers read."""

from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, BigKey

EVERYBODY = ""
"""The scope of what every store sees."""


class Change(Base):
    """The latest change of one key for one scope: a value, or that it is gone.

    A new change of a key takes the old row away and adds one with a higher sequence; AUTOINCREMENT never gives
    a sequence twice. On SQLite the single writer makes reading `sequence > cursor` safe. On PostgreSQL sequences
    are drawn before commit, so a reader must also stay below `pg_snapshot_xmin(pg_current_snapshot())`, ordering
    by (transaction id, sequence), or it skips what commits late.
    """

    __tablename__ = "changes"
    __table_args__ = (
        UniqueConstraint("feed", "scope", "key"),
        Index(None, "feed", "sequence"),
        {"sqlite_autoincrement": True},
    )

    sequence: Mapped[int] = mapped_column(BigKey, primary_key=True)
    feed: Mapped[str]
    scope: Mapped[str]
    key: Mapped[str]
    gone: Mapped[bool]
    value: Mapped[dict[str, Any] | None]


class FeedPosition(Base):
    """How far a register has read a feed and kept what it read: up to this sequence, as its cursor says."""

    __tablename__ = "feed_positions"
    __table_args__ = (UniqueConstraint("register", "feed"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str]
    feed: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigKey)
    told_at: Mapped[str]
