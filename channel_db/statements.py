"""Core statements compiled once to SQL text, for the paths where every tenth of a millisecond counts."""

import json
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any, Protocol, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    FromClause,
    Select,
    Table,
    UpdateBase,
    bindparam,
    insert,
)
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlcipher3 import dbapi2

from channel_db.unit_of_work import driver_of, explain_all

_DIALECT = SQLiteDialect_pysqlite(paramstyle="qmark")


def as_json(keys: Iterable[str]) -> str:
    """Keys as one value, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(keys))


class Cursor(Protocol):
    """What the driver says of a statement that wrote."""

    @property
    def rowcount(self) -> int: ...

    @property
    def lastrowid(self) -> int: ...


class Statement:
    """One statement as text; its parameters are given by name.

    Values are bound as they are: texts, integers and None. `run` and what it gives back are SQLAlchemy's, which cost
    as much as SQLite's own part; `write`, `one` and `run_all` ask the driver itself.

    Raises:
        StorageError, StorageBug: as `channel_db.faults.explain`, whichever way it is run.
    """

    def __init__(self, construct: UpdateBase | Select[*tuple[Any, ...]]) -> None:
        compiled = construct.compile(dialect=_DIALECT)
        self.sql = str(compiled)
        names = tuple(compiled.positiontup or ())
        constants = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        pick = _picker(names)
        self._row = (lambda values: pick({**constants, **values})) if constants else pick

    def run(self, connection: Connection, **values: Any) -> CursorResult[*tuple[Any, ...]]:
        """Run it once."""
        return connection.exec_driver_sql(self.sql, self._row(values))

    def write(self, connection: Connection, **values: Any) -> Cursor:
        """Run it once and give the driver's cursor, which has `rowcount` and `lastrowid`; of one that gives no rows."""
        try:
            done: Cursor = driver_of(connection).execute(self.sql, self._row(values))
        except dbapi2.Error as fault:
            explain_all(connection, fault, self.sql)
            raise
        return done

    def one(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """The first row it gives, as a plain tuple; None where there is none."""
        try:
            cursor = driver_of(connection).execute(self.sql, self._row(values))
            row: tuple[Any, ...] | None = cursor.fetchone()
            cursor.close()  # a statement that is not through would hold the file
        except dbapi2.Error as fault:
            explain_all(connection, fault, self.sql)
            raise
        return row

    def run_all(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it for every row, as one call of the driver; no rows, no call."""
        all_rows = [self._row(values) for values in rows]
        if all_rows:
            try:
                driver_of(connection).executemany(self.sql, all_rows)
            except dbapi2.Error as fault:
                explain_all(connection, fault, self.sql)
                raise


def _picker(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """Picks the values of these names, in their order."""
    if not names:
        return lambda values: ()
    pick = itemgetter(*names)
    return pick if len(names) > 1 else lambda values: (pick(values),)


def insertion(table: FromClause, *columns: str, **worked_out: ColumnElement[Any]) -> Statement:
    """An INSERT into these columns, whose values are given by the columns' names, and into those worked out."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    return Statement(insert(cast("Table", table)).values({**values, **worked_out}))
