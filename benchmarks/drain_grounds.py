"""What a drain ends in, and what it is measured beside: the same rows added bare, in a file or on PostgreSQL."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from sqlcipher3 import dbapi2 as sqlite_driver

from benchmarks.csv_import import add_all, open_floor
from benchmarks.ingest import BATCH, NOT_ROWS
from headquarters.database import FILE_NAME, open_database
from headquarters.models import Base
from tests.fixtures.fix_postgresql import PostgresServer, started

STATEMENT_ROWS = 1000
Span = tuple[int, int]
"""Rows after a key, up to another."""


class Ground(Protocol):
    """Where headquarters keeps its books in this run."""

    @property
    def bare_words(self) -> str:
        """What it is measured beside."""

    @property
    def options(self) -> tuple[str, ...]:
        """What headquarters is started with."""

    def begin(self) -> None:
        """What is there now is not counted."""

    def bare(self, orders: int) -> tuple[float, float]:
        """The rows that came since, as many orders a commit as a call carries: their seconds, and those worked here."""


class OnFile:
    """The file of headquarters, and executemany into another one."""

    bare_words = f"executemany of the same rows, {BATCH} orders a commit"
    options: tuple[str, ...] = ()

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, int] = {}

    def begin(self) -> None:
        with closing(self._books()) as books:
            self._seen = _ends(books)

    def bare(self, orders: int) -> tuple[float, float]:
        floor = open_floor(self._folder / "floor")
        floor.execute("PRAGMA foreign_keys = OFF")  # its customer stands in the other file
        taken = Taken()
        with closing(self._books()) as books:
            for spans in _calls(self._seen, _ends(books), orders):
                rows = {
                    table: books.execute(
                        f"SELECT * FROM {table} WHERE rowid > ? AND rowid <= ?", span
                    ).fetchall()
                    for table, span in spans.items()
                }
                with taken.time():
                    add_all(floor, rows)
        floor.close()
        return taken.seconds, taken.worked

    def _books(self) -> Any:
        return sqlite_driver.connect(self._folder / "hq" / FILE_NAME)


def _ends(books: Any) -> dict[str, int]:
    """The last row of each table of a file."""
    tables = books.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {
        table: books.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0]
        for (table,) in tables
        if table not in NOT_ROWS
    }


class OnServer:
    """A database of a PostgreSQL server, and multi-row inserts into another one of it."""

    bare_words = f"multi-row inserts of the same rows, {BATCH} orders a commit"

    def __init__(self, server: PostgresServer) -> None:
        self._address, self._floor = server.make(), server.make()
        self.options = ("--database", self._address)
        self._seen: dict[str, int] = {}

    def begin(self) -> None:
        open_database(Path(), self._floor).close()
        with psycopg.connect(self._address) as books, psycopg.connect(self._floor) as floor:
            floor.execute(
                "SET session_replication_role = replica"
            )  # foreign keys are for the rows that are timed
            ends = _server_ends(books)
            for table, end in ends.items():
                _insert(floor, table, _server_rows(books, table, (0, end)))
            self._seen = ends

    def bare(self, orders: int) -> tuple[float, float]:
        taken = Taken()
        with psycopg.connect(self._address) as books, psycopg.connect(self._floor) as floor:
            for spans in _calls(self._seen, _server_ends(books), orders):
                rows = {table: _server_rows(books, table, span) for table, span in spans.items()}
                with taken.time():
                    for table, each in rows.items():
                        _insert(floor, table, each)
                    floor.commit()
        return taken.seconds, taken.worked


def _server_ends(books: Any) -> dict[str, int]:
    """The last key of each table of a server, in the order that foreign keys ask for."""
    return {
        table.name: books.execute(
            f"SELECT coalesce(max({key.name}), 0) FROM {table.name}".encode()
        ).fetchone()[0]
        for table in Base.metadata.sorted_tables
        if (key := table.autoincrement_column) is not None and table.name not in NOT_ROWS
    }


def _server_rows(books: Any, table: str, span: Span) -> list[Any]:
    """Rows of a table; of JSON the text, so that nothing is made of it."""
    model = Base.metadata.tables[table]
    key = model.autoincrement_column
    columns = ", ".join([
        f'"{each.name}"' + ("::text" if str(each.type) == "JSON" else "") for each in model.columns
    ])  # fmt: skip
    name = "" if key is None else key.name
    query = f"SELECT {columns} FROM {table} WHERE {name} > %s AND {name} <= %s ORDER BY {name}"
    found: list[Any] = books.execute(query.encode(), span).fetchall()
    return found


@contextmanager
def grounds(postgresql: bool) -> Iterator[PostgresServer | None]:
    """The server that is needed, as durable as it is by itself."""
    if not postgresql:
        yield None
        return
    with started() as server:
        yield server


class Taken:
    """How long something took that is timed piece by piece, and how long this process worked for it."""

    def __init__(self) -> None:
        self.seconds = self.worked = 0.0

    @contextmanager
    def time(self) -> Iterator[None]:
        """Time what is done in the body."""
        begin, before = time.perf_counter(), time.process_time()
        yield
        self.seconds += time.perf_counter() - begin
        self.worked += time.process_time() - before


def _calls(seen: dict[str, int], ends: dict[str, int], orders: int) -> Iterator[dict[str, Span]]:
    """Which rows of each table go in one commit: those of as many orders as a call carries. A few at a time are read:
    all of them would not fit into memory.
    """
    calls = -(-orders // BATCH)
    for call in range(calls):
        found = {}
        for table, end in ends.items():
            after = seen.get(table, 0)
            found[table] = (
                after + (end - after) * call // calls,
                after + (end - after) * (call + 1) // calls,
            )
        yield found


def _insert(connection: Any, table: str, rows: list[Any]) -> None:
    columns = ", ".join([f'"{column.name}"' for column in Base.metadata.tables[table].columns])
    for start in range(0, len(rows), STATEMENT_ROWS):
        part = rows[start : start + STATEMENT_ROWS]
        row = f"({', '.join(['%s'] * len(part[0]))})"
        statement = f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(part))}"
        connection.execute(statement, [value for each in part for value in each])
