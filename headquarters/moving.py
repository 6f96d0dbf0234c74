"""`python -m headquarters move`: from the file to PostgreSQL, every table in one commit, digests of all compared."""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import JSON, ColumnElement, Connection, Table, Text, cast, func, select, text
from sqlalchemy.exc import DBAPIError

from headquarters.errors import DatabaseUnusable
from headquarters.installation import Installation
from headquarters.models import Base
from headquarters.on_postgresql import arriving
from headquarters.on_sqlite import leaving
from headquarters.rows import Row, copy_in

_PART = 1000


class Holding(NamedTuple):
    """What a table holds: how many rows, and a digest of what is in them, in whatever order they come."""

    rows: int
    digest: int


def run(folder: Path, address: str) -> int:
    """Move, and say table by table what was moved."""
    try:
        rows = move(folder, address, lambda words: print(words, flush=True))  # noqa: T201 -- a command that takes long
    except (DatabaseUnusable, OSError) as trouble:
        sys.stderr.write(f"{trouble}\nNothing was moved.\n")
        return 1
    sys.stdout.write(
        f"{rows:,} rows were moved, and the digests of all tables are equal. Start headquarters with --database.\n"
    )
    return 0


def move(folder: Path, address: str, told: Callable[[str], None]) -> int:
    """Move all books from the file in this folder to the empty database at the address; gives back how many rows.

    Headquarters must not run meanwhile. Registers go on where they are: tokens, cursors and numbers stay what they are.

    Raises:
        DatabaseUnusable: one of them cannot be opened, headquarters runs, the database holds books already, or what
            arrived is not what was sent. Nothing was moved, and the file is as it was.
    """
    moved = 0
    with leaving(folder) as source, arriving(address) as target:
        if target.scalar(select(Installation.id).limit(1)) is not None:
            raise DatabaseUnusable(
                "That database holds the books of a headquarters already. Name an empty one."
            )
        for table in Base.metadata.sorted_tables:
            sent = _copy(source, target, table)
            arrived = _holding(_rows(target, table))
            if sent != arrived:
                raise DatabaseUnusable(
                    f"Of table {table.name} {sent.rows:,} rows were sent and {arrived.rows:,} arrived, or they differ."
                )
            _go_on_counting(target, table)
            moved += sent.rows
            told(f"{table.name}: {sent.rows:,} rows, {sent.digest:064x}")
        target.exec_driver_sql("ANALYZE")  # the first question must not be planned for empty tables
    return moved


def _copy(source: Connection, target: Connection, table: Table) -> Holding:
    names = [column.name for column in table.columns]
    converts = [
        column.type.dialect_impl(target.dialect).bind_processor(target.dialect) for column in table.columns
    ]
    plain = [None if isinstance(column.type, JSON) else convert
             for column, convert in zip(table.columns, converts, strict=True)]  # fmt: skip
    sent = _Sum()

    def rows() -> Iterator[Row]:
        for row in sent.over(_rows(source, table)):
            yield tuple([value if convert is None else convert(value)
                         for value, convert in zip(row, plain, strict=True)])  # fmt: skip

    try:
        copy_in(target, table, names, rows())
    except DBAPIError as trouble:
        raise DatabaseUnusable(f"PostgreSQL did not take table {table.name}: {trouble.orig}.") from trouble
    return sent.holding


def _rows(connection: Connection, table: Table) -> Iterator[Row]:
    """The rows as a program reads them; of JSON the text, which is what registers are told."""
    query = select(*[_as_kept(column) for column in table.columns])
    with connection.execute(query, execution_options={"yield_per": _PART}) as found:
        for row in found:
            yield tuple(row)


def _as_kept(column: ColumnElement[object]) -> ColumnElement[object]:
    return cast(column, Text) if isinstance(column.type, JSON) else column


class _Sum:
    """Adds up the rows that pass: a sum is the same in whatever order they come."""

    def __init__(self) -> None:
        self.holding = Holding(0, 0)

    def over(self, rows: Iterator[Row]) -> Iterator[Row]:
        for row in rows:
            said = hashlib.sha256(json.dumps(row, default=str).encode()).digest()
            count, digest = self.holding
            self.holding = Holding(count + 1, (digest + int.from_bytes(said)) % 2**256)
            yield row


def _holding(rows: Iterator[Row]) -> Holding:
    passing = _Sum()
    for _ in passing.over(rows):
        pass
    return passing.holding


def _go_on_counting(target: Connection, table: Table) -> None:
    """The next row gets the next number, not one that is taken."""
    key = table.autoincrement_column
    if key is None:
        return
    numbers = func.pg_get_serial_sequence(table.name, key.name)
    last = select(func.coalesce(func.max(key), 0)).scalar_subquery()
    target.execute(select(func.setval(numbers, last + 1, text("false"))))
