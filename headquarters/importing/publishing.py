"""Publishing many changes by one statement."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    cast,
    delete,
    false,
    func,
    insert,
    literal,
    true,
)

from headquarters.base import table_of
from headquarters.feeds.models import EVERYBODY, Change
from headquarters.on_sqlite import DIGEST_OF
from headquarters.rows import copy_in
from retail.wire.sums import text_digest

_COLUMNS = ("feed", "scope", "key", "gone", "value", "digest")
_AT_ONCE = 5000


def publish_rows(
    connection: Connection, feed: str, key: ColumnElement[str], value: ColumnElement[Any], rows: Select[Any],
    scope: str = EVERYBODY, *, is_gone: bool = False,
) -> None:  # fmt: skip
    """Say the values that a query finds, or that they are gone: what was said of their keys before is replaced, with
    higher sequences.
    """
    if connection.dialect.name == "sqlite":
        # SQLite takes the old row away when the new one has its feed, scope and key.
        gone = true() if is_gone else false()
        said = (
            literal(feed),
            literal(scope),
            key,
            gone,
            value,
            literal(0) if is_gone else getattr(func, DIGEST_OF)(key, value),
        )
        adding = insert(Change).prefix_with("OR REPLACE")
        connection.execute(adding.from_select(_COLUMNS, rows.with_only_columns(*said)))
        return
    keys = rows.with_only_columns(key).order_by(None)
    connection.execute(delete(Change).where(Change.feed == feed, Change.scope == scope, Change.key.in_(keys)))
    for found in _read(connection, rows.with_only_columns(key, cast(value, Text))):
        told = [
            (feed, scope, name, is_gone, None if is_gone else text, 0 if is_gone else text_digest(name, text))
            for name, text in found
        ]
        copy_in(connection, table_of(Change), _COLUMNS, told)


def _read(connection: Connection, query: Select[str, str]) -> Iterator[list[Any]]:
    """What it finds in parts, so that nobody holds all of it in memory."""
    with connection.execute(query.execution_options(yield_per=_AT_ONCE)) as result:
        for part in result.partitions():
            yield list(part)
