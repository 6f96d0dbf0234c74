"""Adding many rows at once: the statement is made once, and the rows go to the driver as they are."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, Connection, Dialect, Table, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from headquarters.base import Base, as_json, table_of

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]


def add_rows(session: Session, model: type[Base], columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Add rows of these columns of a table, in this order; no rows are no statement."""
    if not rows:
        return
    session.flush()
    put_rows(session.connection(), model, columns, rows)


def put_rows(
    connection: Connection, model: type[Base], columns: tuple[str, ...], rows: Sequence[Row]
) -> None:
    """The same for who has no session."""
    for place, convert in _converts(connection.dialect, model, columns):
        rows = [(*row[:place], convert(row[place]), *row[place + 1 :]) for row in rows]
    if connection.dialect.name == "postgresql":
        copy_in(connection, table_of(model), columns, rows)
    else:
        connection.exec_driver_sql(_insertion(connection.dialect, model, columns), list(rows))


def copy_in(connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Send rows to PostgreSQL as one stream, which it takes several times as fast as a statement a row."""
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join([quote(name) for name in columns])
    statement = f"COPY {quote(table.name)} ({names}) FROM STDIN"
    driver: Any = connection.connection.driver_connection
    fault = connection.dialect.loaded_dbapi.Error
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except fault as trouble:  # past SQLAlchemy, which would have said it so
        raise DBAPIError.instance(statement, None, trouble, fault, dialect=connection.dialect) from trouble


@lru_cache
def _insertion(dialect: Dialect, model: type[Base], columns: tuple[str, ...]) -> str:
    """The statement as its database reads it."""
    table = table_of(model)
    statement = insert(table).compile(dialect=dialect, column_keys=columns)
    if tuple(statement.positiontup or ()) != columns:
        raise TypeError(f"rows of {table.name} have the columns {statement.positiontup}, not {columns}")
    return str(statement)


@lru_cache
def _converts(
    dialect: Dialect, model: type[Base], columns: tuple[str, ...]
) -> tuple[tuple[int, Convert], ...]:
    """The places whose values the driver has to be given otherwise, and how."""
    table = table_of(model)
    types = [(place, table.c[name].type) for place, name in enumerate(columns)]
    converts = [
        (place, as_json if isinstance(each, JSON) else each.dialect_impl(dialect).bind_processor(dialect))
        for place, each in types
    ]
    return tuple([(place, convert) for place, convert in converts if convert is not None])
