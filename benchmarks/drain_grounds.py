"""What a drain ends in, and what it is measured beside: the same rows added bare, in a file or on PostgreSQL."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from sqlcipher3 import dbapi2 as sqlite_driver

from benchmarks.csv_import import add_all, open_floor
from benchmarks.ingest import BATCH, NOT_ROWS, new_rows
from headquarters.database import FILE_NAME, open_database
from headquarters.models import Base
from tests.fixtures.fix_postgresql import PostgresServer, started

STATEMENT_ROWS = 1000


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
        self._new_rows()

    def bare(self, orders: int) -> tuple[float, float]:
        rows = self._new_rows()
        floor = open_floor(self._folder / "floor")
        floor.execute("PRAGMA foreign_keys = OFF")  # its customer stands in the other file
        begin, before = time.perf_counter(), time.process_time()
        for part in _calls(rows, orders):
            add_all(floor, part)
        taken = time.perf_counter() - begin, time.process_time() - before
        floor.close()
        return taken

    def _new_rows(self) -> dict[str, list[Any]]:
        with closing(sqlite_driver.connect(self._folder / "hq" / FILE_NAME)) as books:
            return new_rows(books, self._seen)


class OnServer:
    """A database of a PostgreSQL server, and multi-row inserts into another one of it."""

    bare_words = f"multi-row inserts of the same rows, {BATCH} orders a commit"

    def __init__(self, server: PostgresServer) -> None:
        self._address, self._floor = server.make(), server.make()
        self.options = ("--database", self._address)
        self._seen: dict[str, int] = {}

    def begin(self) -> None:
        open_database(Path(), self._floor).close()
        with psycopg.connect(self._floor) as floor:
            floor.execute(
                "SET session_replication_role = replica"
            )  # foreign keys are for the rows that are timed
            for table, rows in self._new_rows().items():
                _insert(floor, table, rows)

    def bare(self, orders: int) -> tuple[float, float]:
        rows = self._new_rows()
        with psycopg.connect(self._floor) as floor:
            begin, before = time.perf_counter(), time.process_time()
            for part in _calls(rows, orders):
                for table, each in part.items():
                    _insert(floor, table, each)
                floor.commit()
            return time.perf_counter() - begin, time.process_time() - before

    def _new_rows(self) -> dict[str, list[Any]]:
        """By table, in the order that foreign keys ask for; of JSON the text, so that nothing is made of it."""
        found = {}
        with psycopg.connect(self._address) as books:
            for table in Base.metadata.sorted_tables:
                key = table.autoincrement_column
                if key is None or table.name in NOT_ROWS:
                    continue
                columns = ", ".join(
                    [
                        f'"{each.name}"' + ("::text" if str(each.type) == "JSON" else "")
                        for each in table.columns
                    ]
                )
                query = f"SELECT {columns} FROM {table.name} WHERE {key.name} > %s ORDER BY {key.name}"
                found[table.name] = books.execute(query.encode(), (self._seen.get(table.name, 0),)).fetchall()
                last = books.execute(
                    f"SELECT coalesce(max({key.name}), 0) FROM {table.name}".encode()
                ).fetchone()
                self._seen[table.name] = last[0] if last else 0
        return found


@contextmanager
def grounds(postgresql: bool) -> Iterator[PostgresServer | None]:
    """The server that is needed, as durable as it is by itself."""
    if not postgresql:
        yield None
        return
    with started() as server:
        yield server


def _calls(rows: dict[str, list[Any]], orders: int) -> Iterator[dict[str, list[Any]]]:
    calls = -(-orders // BATCH)
    for call in range(calls):
        yield {
            table: each[len(each) * call // calls : len(each) * (call + 1) // calls]
            for table, each in rows.items()
        }


def _insert(connection: Any, table: str, rows: list[Any]) -> None:
    columns = ", ".join([f'"{column.name}"' for column in Base.metadata.tables[table].columns])
    for start in range(0, len(rows), STATEMENT_ROWS):
        part = rows[start : start + STATEMENT_ROWS]
        row = f"({', '.join(['%s'] * len(part[0]))})"
        statement = f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(part))}"
        connection.execute(statement, [value for each in part for value in each])
