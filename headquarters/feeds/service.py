"""Publishing changes, and reading them a page at a time by an opaque cursor."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Text, cast, delete, func, select
from sqlalchemy.orm import Session, aliased

from headquarters.base import Written, table_of
from headquarters.errors import Refusal
from headquarters.feeds.models import EVERYBODY, Change
from headquarters.feeds.telling import (
    START,
    Position,
    beyond,
    last_position,
    may_be_told,
    position_of,
    up_to,
)
from headquarters.installation import installation
from headquarters.rows import add_rows
from retail.wire.base import Json
from retail.wire.protocol import FEED_NAMES, PAGE_BYTES
from retail.wire.sums import row_digest

_CHUNK = 500
_CHANGES = table_of(Change)


class Told(NamedTuple):
    """One change. Its value stays the JSON text it is kept as: a page is neither read nor written anew."""

    key: str
    gone: bool
    text: str | None

    @property
    def value(self) -> Json | None:
        """What the text says."""
        value: Json | None = json.loads(self.written_value)
        return value

    @property
    def written_value(self) -> str:
        """The value as JSON."""
        return self.text or "null"

    def written(self) -> str:
        """The row of a `FeedPage` as JSON."""
        gone = "true" if self.gone else "false"
        return f'{{"key":{json.dumps(self.key)},"gone":{gone},"value":{self.written_value}}}'


@dataclass(frozen=True, slots=True)
class Page:
    """Changes after a cursor, and the cursor to go on from; from the start also how many there are in all."""

    rows: tuple[Told, ...]
    cursor: str
    more: bool
    total: int | None = None


def publish(
    session: Session, feed: str, values: Mapping[str, Json | Written | None], scope: str = EVERYBODY
) -> int:
    """Say the present value of these keys, None for one that is gone; what has not changed is not said again.

    Gives back how many changes that were.
    """
    keys = list(values)
    said = 0
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        where = (Change.feed == feed, Change.scope == scope)
        known = {key: (gone, value) for key, gone, value in session.execute(
            select(Change.key, Change.gone, Change.value).where(*where, Change.key.in_(chunk)))}  # fmt: skip
        changed = [key for key in chunk if _is_new(known.get(key), values[key])]
        if not changed:
            continue
        there = [key for key in changed if key in known]
        if there:
            session.execute(delete(_CHANGES).where(*where, Change.key.in_(there)))
        rows = [
            (feed, scope, key, values[key] is None, values[key], _digest(key, values[key])) for key in changed
        ]
        add_rows(session, Change, ("feed", "scope", "key", "gone", "value", "digest"), rows)
        said += len(changed)
    return said


def scopes_of(session: Session, feed: str, key: str) -> set[str]:
    """The scopes that see this key now."""
    return set(session.scalars(
        select(Change.scope).where(Change.feed == feed, Change.key == key, Change.gone.is_(False))))  # fmt: skip


def page(session: Session, feed: str, store: str, cursor: str, limit: int) -> Page:
    """The changes that this store may see, after the cursor, oldest first.

    Raises:
        Refusal: there is no such feed (404), or the cursor is of another incarnation or of times to come (410).
    """
    incarnation, after = begin(session, feed, cursor)
    rows, last, more = changes(session, feed, store, after, limit)
    count = None if cursor else total(session, feed, store)
    return Page(tuple(rows), f"{incarnation}.{last.written()}", more, count)


def begin(session: Session, feed: str, cursor: str) -> tuple[str, Position]:
    """This headquarters' incarnation, and the position that the cursor stands for.

    Raises:
        Refusal: see `page`.
    """
    if feed not in FEED_NAMES:
        raise Refusal(404, "There is no such feed.")
    incarnation = installation(session).incarnation
    return incarnation, _after(session, feed, cursor, incarnation)


def changes(
    session: Session, feed: str, store: str, after: Position, limit: int, until: Position | None = None
) -> tuple[list[Told], Position, bool]:
    """The changes after a position, `until` another where one is given; the position of the last of them, and whether
    there are more.
    """
    query = (
        select(Change.unit, Change.sequence, Change.key, Change.gone, cast(Change.value, Text))
        .where(*_seen_by(feed, store), beyond(session, after), may_be_told(session))
        .where(*([] if until is None else [up_to(session, until)]))
        .order_by(Change.unit, Change.sequence)
        .limit(limit + 1)
    )
    rows: list[Told] = []
    last, size = after, 0
    with session.execute(query, execution_options={"yield_per": _CHUNK}) as found:
        for unit, sequence, key, gone, text in found:
            if len(rows) == limit or size > PAGE_BYTES:
                return rows, last, True
            rows.append(Told(key, gone, text))
            last = Position(unit, sequence)
            size += len(text or "")
    return rows, last, False


def total(session: Session, feed: str, store: str) -> int:
    """How many keys of a feed a store may see, those that are gone among them."""
    told = (*_seen_by(feed, store), may_be_told(session))
    changed = session.scalar(select(func.count()).select_from(Change).where(*told)) or 0
    return changed - _said_twice(session, feed, store)


def count_between(session: Session, feed: str, after: Position, last: Position) -> int:
    """How many changes of a feed, whoever sees them, lie in this part of it."""
    between = (Change.feed == feed, beyond(session, after), up_to(session, last))
    return session.scalar(select(func.count()).select_from(Change).where(*between)) or 0


def _said_twice(session: Session, feed: str, store: str) -> int:
    """How many keys were said to everybody and to this store: a layout that became the store's own, for one."""
    everybodys = aliased(Change)
    twice = select(func.count()).select_from(Change).join(
        everybodys,
        (everybodys.feed == Change.feed) & (everybodys.scope == EVERYBODY) & (everybodys.key == Change.key),
    )  # fmt: skip
    mine = (Change.feed == feed, Change.scope == store, may_be_told(session))
    return session.scalar(twice.where(*mine)) or 0 if store else 0


def _seen_by(feed: str, store: str) -> tuple[ColumnElement[bool], ...]:
    return (Change.feed == feed, Change.scope.in_((EVERYBODY, store)))


def _is_new(known: tuple[bool, Json | None] | None, value: Json | Written | None) -> bool:
    if known is None:
        return value is not None
    if isinstance(value, Written):
        value = json.loads(value)
    return known != (value is None, value)


def _digest(key: str, value: Json | Written | None) -> int:
    if value is None:
        return 0
    return row_digest(key, json.loads(value) if isinstance(value, Written) else value)


def _after(session: Session, feed: str, cursor: str, incarnation: str) -> Position:
    if not cursor:
        return START
    after = position_of(cursor, incarnation)
    if after is None:
        raise Refusal(410, "This cursor is not of this headquarters. Read the feed from the start.")
    if after > last_position(session, feed):
        raise Refusal(410, "This cursor is ahead of this headquarters. Read the feed from the start.")
    return after
