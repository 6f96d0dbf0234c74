"""What the agent knows of headquarters, kept where the register can see it: state, ages, cursors."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, case, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from channel_db.catalog.models import ContactRow, FeedRow
from channel_db.statements import Statement

_ONLY = 1
_COLUMNS = (
    "state",
    "last_success_at",
    "last_failure_at",
    "failures_in_a_row",
    "last_sent_at",
    "sending",
    "incarnation",
    "compared_at",
    "differences",
    "reply_ms",
    "p95_ms",
    "ahead_ms",
)
_KEEP = Statement(
    insert(ContactRow)
    .values({"id": _ONLY, **{name: bindparam(name) for name in _COLUMNS}})
    .on_conflict_do_update(index_elements=[ContactRow.id], set_={name: bindparam(name) for name in _COLUMNS})
)
_READ = Statement(select(*[ContactRow.__table__.c[name] for name in _COLUMNS]))
_FEEDS = Statement(select(FeedRow.name, FeedRow.received_at))
_CURSOR = Statement(select(FeedRow.cursor).where(FeedRow.name == bindparam("feed")))
_CURSORS = Statement(select(FeedRow.name, FeedRow.cursor))
_MOVE = Statement(
    insert(FeedRow)
    .values(
        name=bindparam("feed"),
        cursor=bindparam("cursor"),
        received_at=bindparam("at"),
        rows=bindparam("count"),
        total=bindparam("whole"),
    )
    .on_conflict_do_update(
        index_elements=[FeedRow.name],
        set_={
            "cursor": bindparam("cursor"),
            "received_at": func.coalesce(bindparam("at"), FeedRow.received_at),
            "rows": case((bindparam("is_start"), 0), else_=FeedRow.rows) + bindparam("count"),
            "total": case((bindparam("is_start"), bindparam("whole")), else_=FeedRow.total),
        },
    )
)
_FORGET = Statement(delete(FeedRow).where(FeedRow.name == bindparam("feed")))
_ARRIVING = Statement(select(FeedRow.name, FeedRow.rows, FeedRow.total).where(FeedRow.received_at.is_(None)))


@dataclass(frozen=True, slots=True)
class Contact:
    """How things stand with headquarters: `state` is online, slow, offline, refused or unknown; times are stamps.

    `received` says per feed when it was last read to its end, `prices_at` the same for the prices. At `compared_at`
    headquarters compared what it holds with this register, and `differences` is the JSON list of what it found. The
    last reply took `reply_ms`, 95 of 100 at most `p95_ms`; this clock is `ahead_ms` before headquarters'.
    """

    state: str = "unknown"
    last_success_at: str | None = None
    last_failure_at: str | None = None
    failures_in_a_row: int = 0
    last_sent_at: str | None = None
    sending: int = 0
    incarnation: str = ""
    compared_at: str | None = None
    differences: str = "[]"
    reply_ms: int | None = None
    p95_ms: int | None = None
    ahead_ms: int | None = None
    received: Mapping[str, str] = field(default_factory=dict)

    @property
    def prices_at(self) -> str | None:
        """When the prices were last as headquarters had them."""
        return self.received.get("prices")


class Arriving(NamedTuple):
    """How many rows of a feed's first reading have come, of how many."""

    rows: int
    total: int


class ReceivedFeed(NamedTuple):
    """When a feed was last read to its end, and how many rows of it there are."""

    name: str
    at: str
    rows: int


def read(connection: Connection) -> Contact:
    """How things stand."""
    received = {name: at for name, at in _FEEDS.run(connection) if at is not None}
    row = _READ.run(connection).first()
    return Contact(received=received) if row is None else replace(Contact(*row), received=received)


def keep(connection: Connection, contact: Contact) -> None:
    """Keep how things stand; `received` follows the feeds and is not taken from here."""
    _KEEP.write(connection, **{name: getattr(contact, name) for name in _COLUMNS})


def cursor(connection: Connection, feed: str) -> str:
    """How far this feed was read; empty before its first page."""
    return _CURSOR.run(connection, feed=feed).scalar() or ""


def cursors(connection: Connection) -> dict[str, str]:
    """How far every feed was read that was begun."""
    return {name: cursor for name, cursor in _CURSORS.run(connection) if cursor}


def move(
    connection: Connection, feed: str, to: str, received_at: str | None, rows: int, total: int | None
) -> None:
    """Note how far a feed was read, and when its end was reached; None leaves the last time as it is.

    `total` is how many rows there are where this reading begins at the start; None elsewhere.
    """
    whole = total or 0
    _MOVE.write(
        connection, feed=feed, cursor=to, at=received_at, count=rows, whole=whole, is_start=total is not None
    )


def forget(connection: Connection, feed: str) -> None:
    """This feed was never read."""
    _FORGET.write(connection, feed=feed)


def arriving(connection: Connection) -> dict[str, Arriving]:
    """How far the feeds are that were not read to their end yet."""
    return {name: Arriving(rows, max(rows, total)) for name, rows, total in _ARRIVING.run(connection)}
