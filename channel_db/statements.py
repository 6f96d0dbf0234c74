"""Core statements compiled once to SQL text, for the paths where every tenth of a millisecond counts."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Executable,
    FromClause,
    Table,
    bindparam,
    insert,
)
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

_DIALECT = SQLiteDialect_pysqlite(paramstyle="qmark")


class Statement:
    """One statement as text; its parameters are given by name. Values are bound as they are: texts, integers, None."""

    def __init__(self, construct: Executable) -> None:
        compiled = construct.compile(dialect=_DIALECT)  # type: ignore[attr-defined]
        self.sql = str(compiled)
        self._names: tuple[str, ...] = tuple(compiled.positiontup or ())
        self._constants: Mapping[str, Any] = compiled.params

    def run(self, connection: Connection, **values: Any) -> CursorResult[*tuple[Any, ...]]:
        """Run it once."""
        return connection.exec_driver_sql(self.sql, self._row(values))

    def run_all(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it for every row, as one call of the driver; no rows, no call."""
        all_rows = [self._row(values) for values in rows]
        if all_rows:
            connection.exec_driver_sql(self.sql, all_rows)

    def _row(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        constants = self._constants
        return tuple([values[name] if name in values else constants[name] for name in self._names])


def insertion(table: FromClause, *columns: str, **worked_out: ColumnElement[Any]) -> Statement:
    """An INSERT into these columns, whose values are given by the columns' names, and into those worked out."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    return Statement(insert(cast("Table", table)).values({**values, **worked_out}))
