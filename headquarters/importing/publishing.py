"""Publishing many changes by one statement, and feed values made where the rows are."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, false, func, insert, literal

from headquarters.feeds.models import EVERYBODY, Change


def publish_rows(
    connection: Connection, feed: str, key: ColumnElement[str], value: ColumnElement[Any], rows: Select[Any]
) -> None:
    """Say the values that a query finds: what was said of their keys before is replaced, with higher sequences."""
    said = rows.with_only_columns(literal(feed), literal(EVERYBODY), key, false(), value)
    columns = ["feed", "scope", "key", "gone", "value"]
    # SQLite takes the old row away when the new one has its feed, scope and key.
    connection.execute(insert(Change).prefix_with("OR REPLACE").from_select(columns, said))


def json_flag(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A flag as JSON's true or false; SQLite keeps a number."""
    return func.json(case((column, "true"), else_="false"))
