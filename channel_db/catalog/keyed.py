"""Rows under a key of headquarters': kept by page, each with its small integer id and its place in the indexes."""

from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, FromClause, Table, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.schema import CreateIndex, DropIndex

from channel_db.catalog.marks import DIGEST, MARK, mark_of
from channel_db.catalog.text_index import TextIndex
from channel_db.statements import Statement, as_json, insertion

REBUILT_FROM = 30
"""Where one row in so many changes, the indexes are made anew."""

_DIALECT = SQLiteDialect_pysqlite()


class KeyedRows:
    """One table whose rows have an `id` and a unique key. `indexed` are the columns its text indexes are made of.

    An empty table may be filled bare: its indexes but the key's are taken down, and made when all rows are there.
    That they are missing is itself the note that the filling is not done; it outlives the agent.
    """

    def __init__(
        self, source: FromClause, key: str, indexed: Sequence[str], text_indexes: Sequence[TextIndex]
    ) -> None:
        table = cast("Table", source)
        columns = [column.name for column in table.columns if column.name != "id"]
        listed = func.json_each(bindparam("keys")).table_valued("value")
        self._indexed = indexed
        self.text_indexes = text_indexes
        self._indexes = sorted(table.indexes, key=lambda each: str(each.name))
        self._all = itemgetter(*columns)
        self._marked = itemgetter(*[name for name in columns if name not in (MARK, DIGEST)])
        self._here = Statement(
            select(*[table.c[name] for name in columns]).where(table.c[key].in_(select(listed.c.value)))
        )
        self._known = Statement(
            select(table.c[key], table.c.id, *[table.c[name] for name in indexed]).where(
                table.c[key].in_(select(listed.c.value))
            )
        )
        self._last = Statement(select(func.max(table.c.id)))
        self._add = insertion(table, "id", *columns)
        added = insert(table).values({name: bindparam(name) for name in columns})
        self._fill = Statement(
            added.on_conflict_do_update(
                index_elements=[key], set_={name: added.excluded[name] for name in columns}
            )
        )
        self._change = Statement(
            update(table)
            .where(table.c.id == bindparam("row"))
            .values({name: bindparam(name) for name in columns})
        )
        self._drop = Statement(delete(table).where(table.c.id == bindparam("row")))

    def news(
        self, connection: Connection, rows: Mapping[str, dict[str, Any]], digests: Mapping[str, int]
    ) -> Mapping[str, dict[str, Any]]:
        """Those of these rows that do not stand here just so, with their marks and digests."""
        for key, row in rows.items():
            row[MARK], row[DIGEST] = mark_of(self._marked(row)), digests[key]
        if not rows or self.is_bare(connection):
            return rows
        here = set(map(tuple, self._here.run(connection, keys=as_json(rows))))
        return {key: row for key, row in rows.items() if self._all(row) not in here}

    def keep(self, connection: Connection, rows: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep these rows, in place of those with the same keys."""
        if self.is_bare(connection):
            self._fill.run_all(connection, rows.values())
            return
        known = {key: (row, texts) for key, row, *texts in self._find(connection, rows)}
        first = self._last_id(connection) + 1
        new = {key: row for row, key in enumerate((key for key in rows if key not in known), first)}
        self._change.run_all(connection, [{**rows[key], "row": row} for key, (row, _texts) in known.items()])
        self._add.run_all(connection, [{**rows[key], "id": row} for key, row in new.items()])
        renamed = [
            row for key, (row, texts) in known.items() if texts != [rows[key][name] for name in self._indexed]
        ]
        for index in self.text_indexes:
            index.remove(connection, renamed)
            index.add(connection, [*renamed, *new.values()])

    def drop(self, connection: Connection, keys: Collection[str]) -> None:
        """Take these rows out; keys that are not there are no fault."""
        gone = [row for _key, row, *_texts in self._find(connection, keys)]
        if not self.is_bare(connection):
            for index in self.text_indexes:
                index.remove(connection, gone)
        self._drop.run_all(connection, [{"row": row} for row in gone])

    def is_bare(self, connection: Connection) -> bool:
        """The table is being filled, and its indexes are not there."""
        found = connection.exec_driver_sql(
            "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", (self._indexes[0].name,)
        )
        return found.first() is None

    def bare_if_empty(self, connection: Connection) -> None:
        """Take the indexes down where there is no row yet."""
        if self._last_id(connection) or self.is_bare(connection):
            return
        for index in self._indexes:
            connection.exec_driver_sql(str(DropIndex(index).compile(dialect=_DIALECT)))

    def is_much(self, connection: Connection, news: int, of: int, waiting: int) -> bool:
        """Whether making the indexes anew is cheaper than changing them, which is dear in a text index.

        `news` of these rows are new or other, and so many rows, these among them, are to be kept in this unit of work.
        """
        foreseen = news * waiting // of if of else 0
        return foreseen * REBUILT_FROM > self._last_id(connection) and not self.is_bare(connection)

    def undress(self, connection: Connection) -> None:
        """Make a filled table bare, to be dressed again in the same unit of work."""
        if self.is_bare(connection):
            return
        for index in self._indexes:
            connection.exec_driver_sql(str(DropIndex(index).compile(dialect=_DIALECT)))
        for text_index in self.text_indexes:
            text_index.empty(connection)

    def dress(self, connection: Connection) -> None:
        """Make the indexes of a bare table."""
        for index in self._indexes:
            connection.exec_driver_sql(str(CreateIndex(index).compile(dialect=_DIALECT)))
        for text_index in self.text_indexes:
            text_index.fill(connection)

    def _find(self, connection: Connection, keys: Collection[str]) -> list[Any]:
        return list(self._known.run(connection, keys=as_json(keys))) if keys else []

    def _last_id(self, connection: Connection) -> int:
        return self._last.run(connection).scalar() or 0
