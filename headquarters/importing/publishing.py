"""Publishing what a query finds, however much it is; each row bears its digest, as what is said one by one does."""

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
    null,
    true,
)

from headquarters.base import Written
from headquarters.feeds.models import EVERYBODY, Change
from headquarters.rows import put_rows
from retail.wire.sums import text_digest

_COLUMNS = ("feed", "scope", "key", "gone", "value", "digest")
_PIECE = 5000


def publish_rows(
    connection: Connection, feed: str, key: ColumnElement[str], value: ColumnElement[Any], rows: Select[Any],
    scope: str = EVERYBODY,
) -> None:  # fmt: skip
    """Say the values that a query finds: what was said of their keys before is replaced, with higher sequences.

    SQLite asks us for the digest of each row within its one statement (`headquarters.on_sqlite`); of PostgreSQL rows
    are read and said a piece at a time.
    """
    if connection.dialect.name == "sqlite":
        _replace(connection, feed, key, rows, scope, false(), value, func.text_digest(key, value))
        return
    _forget(connection, feed, key, rows, scope)
    query = rows.with_only_columns(key, cast(value, Text))
    with connection.execute(query, execution_options={"yield_per": _PIECE}) as found:
        for piece in found.partitions():
            said = [
                (feed, scope, each, False, Written(text), text_digest(each, text)) for each, text in piece
            ]
            put_rows(connection, Change, _COLUMNS, said)


def publish_gone(
    connection: Connection, feed: str, key: ColumnElement[str], rows: Select[Any], scope: str = EVERYBODY
) -> None:
    """Say that the keys that a query finds are gone."""
    if connection.dialect.name != "sqlite":
        _forget(connection, feed, key, rows, scope)
    _replace(connection, feed, key, rows, scope, true(), null(), literal(0))


def _replace(
    connection: Connection, feed: str, key: ColumnElement[str], rows: Select[Any], scope: str,
    *said: ColumnElement[Any],
) -> None:  # fmt: skip
    """Add what is said of each key; SQLite takes the old row away that has its feed, scope and key."""
    adding = insert(Change)
    if connection.dialect.name == "sqlite":
        adding = adding.prefix_with("OR REPLACE")
    found = rows.with_only_columns(literal(feed), literal(scope), key, *said)
    connection.execute(adding.from_select(list(_COLUMNS), found))


def _forget(
    connection: Connection, feed: str, key: ColumnElement[str], rows: Select[Any], scope: str
) -> None:
    keys = rows.with_only_columns(key).order_by(None)
    connection.execute(delete(Change).where(Change.feed == feed, Change.scope == scope, Change.key.in_(keys)))
