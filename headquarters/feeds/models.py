"""The table of changes that registers read."""

from typing import Any

from sqlalchemy import BigInteger, FetchedValue, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, BigKey

EVERYBODY = ""
"""The scope of what every store sees."""


class Change(Base):
    """The latest change of one key for one scope: a value, or that it is gone.

    A new change of a key takes the old row away and adds one with a higher sequence; AUTOINCREMENT never gives
    a sequence twice. On PostgreSQL sequences are drawn before commit: there `unit` is the unit of work that said it, by
    the server's own number, and registers read by both (`headquarters.feeds.telling`). On SQLite, whose one writer
    draws its sequences and commits, it is 0. `digest` is that of the row (`retail.wire.sums`), 0 where the key is gone.
    """

    __tablename__ = "changes"
    __table_args__ = (
        UniqueConstraint("feed", "scope", "key"),
        Index(None, "feed", "unit", "sequence"),
        {"sqlite_autoincrement": True},
    )

    sequence: Mapped[int] = mapped_column(BigKey, primary_key=True)
    unit: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    feed: Mapped[str]
    scope: Mapped[str]
    key: Mapped[str]
    gone: Mapped[bool]
    value: Mapped[dict[str, Any] | None]
    digest: Mapped[int] = mapped_column(BigInteger, server_default="0")


class FeedPosition(Base):
    """How far a register has read a feed and kept what it read: up to this place, as its cursor says."""

    __tablename__ = "feed_positions"
    __table_args__ = (UniqueConstraint("register", "feed"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    register: Mapped[str]
    feed: Mapped[str]
    unit: Mapped[int] = mapped_column(BigInteger)
    sequence: Mapped[int] = mapped_column(BigKey)
    told_at: Mapped[str]
