"""What a newer or faulty headquarters sends and the tables cannot hold: rows that are set aside, and further fields."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, select, tuple_
from sqlalchemy import text as sql
from sqlalchemy.dialects.sqlite import insert

from channel_db.catalog.models import FurtherFieldsRow, SetAsideRow
from channel_db.statements import Statement, as_json

_KEYS = sql("key IN (SELECT value FROM json_each(:keys))").bindparams(bindparam("keys"))
_ADD = Statement(
    insert(SetAsideRow)
    .values({name: bindparam(name) for name in ("feed", "key", "text", "why", "at")})
    .on_conflict_do_update(
        index_elements=[SetAsideRow.feed, SetAsideRow.key],
        set_={name: bindparam(name) for name in ("text", "why", "at")},
    )
)
_ANY = Statement(select(SetAsideRow.key).limit(1))
_DROP = Statement(delete(SetAsideRow).where(SetAsideRow.feed == bindparam("feed"), _KEYS))
_SOME = Statement(
    select(SetAsideRow.feed, SetAsideRow.key, SetAsideRow.text, SetAsideRow.why, SetAsideRow.at)
    .where(tuple_(SetAsideRow.feed, SetAsideRow.key) > tuple_(bindparam("feed"), bindparam("key")))
    .order_by(SetAsideRow.feed, SetAsideRow.key)
    .limit(bindparam("most"))
)
_COUNTS = Statement(select(SetAsideRow.feed, func.count()).group_by(SetAsideRow.feed))
_ANY_FURTHER = Statement(select(FurtherFieldsRow.key).limit(1))
_DROP_FURTHER = Statement(delete(FurtherFieldsRow).where(FurtherFieldsRow.feed == bindparam("feed"), _KEYS))
_FORGET_FURTHER = Statement(delete(FurtherFieldsRow).where(FurtherFieldsRow.feed == bindparam("feed")))
_DROP_ALL = Statement(delete(SetAsideRow).where(SetAsideRow.feed == bindparam("feed")))
_ADD_FURTHER = Statement(
    insert(FurtherFieldsRow).values({name: bindparam(name) for name in ("feed", "key", "text")})
)
_FURTHER = Statement(
    select(FurtherFieldsRow.text).where(
        FurtherFieldsRow.feed == bindparam("feed"), FurtherFieldsRow.key == bindparam("key")
    )
)


class Unfit(NamedTuple):
    """A row as it came, with its content as JSON, and why it cannot be used, as a coded message."""

    feed: str
    key: str
    text: str
    why: str
    at: str


def set_aside(connection: Connection, rows: Sequence[Unfit]) -> None:
    """Keep these rows beside the tables; one that was set aside before is kept as it came now."""
    _ADD.run_all(connection, [row._asdict() for row in rows])


def settle(connection: Connection, feed: str, keys: Collection[str]) -> None:
    """These keys came again, or are gone: what was set aside under them has been mended."""
    if keys and _ANY.run(connection).first() is not None:
        _DROP.run(connection, feed=feed, keys=as_json(keys))


def some_set_aside(connection: Connection, most: int, after: Unfit | None) -> list[Unfit]:
    """The first `most` of the rows that cannot be used, by feed and key, or of those after this one."""
    feed, key = ("", "") if after is None else (after.feed, after.key)
    return [Unfit(*row) for row in _SOME.run(connection, feed=feed, key=key, most=most)]


def counts(connection: Connection) -> dict[str, int]:
    """How many rows of each feed cannot be used; feeds without any are left out."""
    return {feed: count for feed, count in _COUNTS.run(connection)}  # noqa: C416 - rows, not pairs


def keep_further(
    connection: Connection, feed: str, values: Mapping[str, Mapping[str, Any]], known: frozenset[str]
) -> None:
    """Keep what these rows say besides the fields that we know."""
    drop_further(connection, feed, values.keys())
    further = [
        {"feed": feed, "key": key, "text": json.dumps({name: value[name] for name in value.keys() - known})}
        for key, value in values.items()
        if not value.keys() <= known
    ]
    _ADD_FURTHER.run_all(connection, further)


def drop_further(connection: Connection, feed: str, keys: Collection[str]) -> None:
    """Forget what these rows said besides."""
    if keys and _ANY_FURTHER.run(connection).first() is not None:
        _DROP_FURTHER.run(connection, feed=feed, keys=as_json(keys))


def forget_further(connection: Connection, feed: str) -> None:
    """Forget what any row of a feed said besides."""
    _FORGET_FURTHER.run(connection, feed=feed)


def drop_set_aside(connection: Connection, feed: str) -> None:
    """Forget every row of a feed that cannot be used."""
    _DROP_ALL.run(connection, feed=feed)


def further(connection: Connection, feed: str, key: str) -> dict[str, Any]:
    """What a row says besides the fields that we know; nothing for most."""
    text = _FURTHER.run(connection, feed=feed, key=key).scalar()
    found: dict[str, Any] = json.loads(text) if text else {}
    return found
