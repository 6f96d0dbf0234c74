"""Rows that a damaged file still gives: read from both ends, and one by one where neither end gets through."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Integer, Table
from sqlcipher3 import dbapi2

Row = dict[str, Any]

MISSES_MAX = 500
"""So many numbers in a row that cannot be read or are not there end the search where no upper end is known."""


def readable_rows(driver: Any, table: Table) -> list[Row]:
    """Every row of a table that can be read, in the order of its key; none where the file is none."""
    keys = [column.name for column in table.primary_key]
    columns = [column.name for column in table.columns]
    from_start, is_whole = _walk(driver, table, columns, keys, "ASC")
    if is_whole:
        return from_start
    from_end, _ = _walk(driver, table, columns, keys, "DESC")
    found = {_key(row, keys): row for row in from_start + from_end}
    if _is_numbered(table):
        first = from_start[-1][keys[0]] if from_start else 0
        last = from_end[-1][keys[0]] if from_end else None
        found.update({_key(row, keys): row for row in _one_by_one(driver, table, columns, first, last)})
    return [found[key] for key in sorted(found)]


def _walk(
    driver: Any, table: Table, columns: Sequence[str], keys: Sequence[str], way: str
) -> tuple[list[Row], bool]:
    """The rows from one end as far as they can be read, and whether that was the other end."""
    order = ", ".join(f'"{key}" {way}' for key in keys)
    rows: list[Row] = []
    try:
        for values in driver.execute(f"{_select(table, columns)} ORDER BY {order}"):
            rows.append(dict(zip(columns, values, strict=True)))  # noqa: PERF401 - those before a fault stay
    except dbapi2.Error:
        return rows, False
    return rows, True


def _one_by_one(
    driver: Any, table: Table, columns: Sequence[str], first: int, last: int | None
) -> Iterator[Row]:
    """The rows between two numbers that were read, each asked for by its number."""
    sql = f'{_select(table, columns)} WHERE "{next(iter(table.primary_key)).name}" = ?'
    number, misses = first + 1, 0
    while number < last if last is not None else misses < MISSES_MAX:
        values = None
        with suppress(dbapi2.Error):
            values = driver.execute(sql, (number,)).fetchone()
        if values is None:
            misses += 1
        else:
            misses = 0
            yield dict(zip(columns, values, strict=True))
        number += 1


def _select(table: Table, columns: Sequence[str]) -> str:
    # The names are our own models', never somebody's input.
    names = ", ".join(f'"{name}"' for name in columns)
    return f'SELECT {names} FROM "{table.name}"'


def _is_numbered(table: Table) -> bool:
    """One whole number is the key, so that a row can be asked for by guessing it."""
    keys = list(table.primary_key)
    return len(keys) == 1 and isinstance(keys[0].type, Integer)


def _key(row: Row, keys: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[key] for key in keys)
