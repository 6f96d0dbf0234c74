"""Publishing many changes by one statement."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, false, insert, literal, true

from headquarters.feeds.models import EVERYBODY, Change


def publish_rows(
    connection: Connection, feed: str, key: ColumnElement[str], value: ColumnElement[Any], rows: Select[Any],
    scope: str = EVERYBODY, *, is_gone: bool = False,
) -> None:  # fmt: skip
    """Say the values that a query finds, or that they are gone: what was said of their keys before is replaced, with
    higher sequences.
    """
    gone = true() if is_gone else false()
    said = rows.with_only_columns(literal(feed), literal(scope), key, gone, value)
    columns = ["feed", "scope", "key", "gone", "value"]
    adding = insert(Change)
    if connection.dialect.name == "sqlite":
        # SQLite takes the old row away when the new one has its feed, scope and key.
        adding = adding.prefix_with("OR REPLACE")
    else:
        keys = rows.with_only_columns(key).order_by(None)
        connection.execute(
            delete(Change).where(Change.feed == feed, Change.scope == scope, Change.key.in_(keys))
        )
    connection.execute(adding.from_select(columns, said))
