"""Rows under a key of headquarters': kept by page, each with its small integer id and its words in the index."""

import json
from collections.abc import Collection, Mapping
from typing import Any, cast

from sqlalchemy import Connection, FromClause, Table, bindparam, delete, func, select, update

from channel_db.catalog.words import WordIndex
from channel_db.statements import Statement, insertion


class KeyedRows:
    """One table whose rows have an `id`, a unique key and, where they can be searched, a `folded` name."""

    def __init__(self, source: FromClause, key: str, words: WordIndex) -> None:
        table = cast("Table", source)
        columns = [column.name for column in table.columns if column.name != "id"]
        listed = func.json_each(bindparam("keys")).table_valued("value")
        self._words = words
        self._known = Statement(
            select(table.c.id, table.c[key], table.c.folded).where(table.c[key].in_(select(listed.c.value)))
        )
        self._last = Statement(select(func.max(table.c.id)))
        self._add = insertion(table, "id", *columns)
        self._change = Statement(
            update(table)
            .where(table.c.id == bindparam("row"))
            .values({name: bindparam(name) for name in columns})
        )
        self._drop = Statement(delete(table).where(table.c.id == bindparam("row")))

    def ids(self, connection: Connection, keys: Collection[str]) -> dict[str, int]:
        """The ids of the keys that are there."""
        return {key: row for row, key, _folded in self._find(connection, keys)}

    def keep(self, connection: Connection, rows: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
        """Keep these rows, in place of those with the same keys; say which id each has."""
        known = {key: (row, folded) for row, key, folded in self._find(connection, rows)}
        next_id = (self._last.run(connection).scalar() or 0) + 1
        ids = {key: row for key, (row, _folded) in known.items()}
        for key in rows:
            if key not in ids:
                ids[key], next_id = next_id, next_id + 1
        self._change.run_all(connection, [{**rows[key], "row": ids[key]} for key in rows if key in known])
        self._add.run_all(connection, [{**rows[key], "id": ids[key]} for key in rows if key not in known])
        renamed = [
            (ids[key], values["folded"])
            for key, values in rows.items()
            if key not in known or known[key][1] != values["folded"]
        ]
        self._words.replace(connection, renamed)
        return ids

    def drop(self, connection: Connection, keys: Collection[str]) -> None:
        """Take these rows out; keys that are not there are no fault."""
        gone = list(self.ids(connection, keys).values())
        self._words.remove(connection, gone)
        self._drop.run_all(connection, [{"row": row} for row in gone])

    def _find(self, connection: Connection, keys: Collection[str]) -> list[Any]:
        return list(self._known.run(connection, keys=json.dumps(list(keys))))
