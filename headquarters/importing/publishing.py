"""Publishing what a query finds, however much it is: read and said a piece at a time, each row with its digest."""

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Text, cast, delete

from headquarters.base import Written
from headquarters.feeds.models import EVERYBODY, Change
from headquarters.rows import put_rows
from retail.wire.sums import row_digest

_COLUMNS = ("feed", "scope", "key", "gone", "value", "digest")
_PIECE = 5000


def publish_rows(
    connection: Connection, feed: str, key: ColumnElement[str], value: ColumnElement[Any], rows: Select[Any],
    scope: str = EVERYBODY,
) -> None:  # fmt: skip
    """Say the values that a query finds: what was said of their keys before is replaced, with higher sequences."""
    _forget(connection, feed, key, rows, scope)
    query = rows.with_only_columns(key, cast(value, Text))
    with connection.execute(query, execution_options={"yield_per": _PIECE}) as found:
        for piece in found.partitions():
            said = [
                (feed, scope, each, False, Written(text), row_digest(each, json.loads(text)))
                for each, text in piece
            ]
            put_rows(connection, Change, _COLUMNS, said)


def publish_gone(
    connection: Connection, feed: str, key: ColumnElement[str], rows: Select[Any], scope: str = EVERYBODY
) -> None:
    """Say that the keys that a query finds are gone."""
    _forget(connection, feed, key, rows, scope)
    with connection.execute(rows.with_only_columns(key), execution_options={"yield_per": _PIECE}) as found:
        for piece in found.partitions():
            said = [(feed, scope, each, True, None, 0) for (each,) in piece]
            put_rows(connection, Change, _COLUMNS, said)


def _forget(
    connection: Connection, feed: str, key: ColumnElement[str], rows: Select[Any], scope: str
) -> None:
    keys = rows.with_only_columns(key).order_by(None)
    connection.execute(delete(Change).where(Change.feed == feed, Change.scope == scope, Change.key.in_(keys)))
