"""Adding many rows at once: the statement is made once, and the rows go to the driver as they are."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, insert
from sqlalchemy.orm import Session

from headquarters.base import Base, table_of

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]


def add_rows(session: Session, model: type[Base], columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Add rows of these columns of a table, in this order; no rows are no statement."""
    if not rows:
        return
    session.flush()
    connection = session.connection()
    statement, converts = _insertion(connection.dialect, model, columns)
    for place, convert in converts:
        rows = [(*row[:place], convert(row[place]), *row[place + 1 :]) for row in rows]
    connection.exec_driver_sql(statement, list(rows))


@lru_cache
def _insertion(
    dialect: Dialect, model: type[Base], columns: tuple[str, ...]
) -> tuple[str, tuple[tuple[int, Convert], ...]]:
    """The statement as its database reads it, and the places whose values it has to be given otherwise."""
    table = table_of(model)
    statement = insert(table).compile(dialect=dialect, column_keys=columns)
    if tuple(statement.positiontup or ()) != columns:
        raise TypeError(f"rows of {table.name} have the columns {statement.positiontup}, not {columns}")
    converts = [(place, table.c[name].type.dialect_impl(dialect).bind_processor(dialect))
                for place, name in enumerate(columns)]  # fmt: skip
    return str(statement), tuple([(place, convert) for place, convert in converts if convert is not None])
