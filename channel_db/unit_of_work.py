"""One commit: everything in the body is kept together, or nothing of it; and the driver itself behind a connection."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

EXPLAINED_BY = "explained_by"
"""The execution option of an engine that says what an error of its driver means."""


@contextmanager
def unit_of_work(connection: Connection) -> Iterator[None]:
    """Hold the file's writing lock for the body and commit at its end; an exception takes everything back.

    BEGIN IMMEDIATE takes the lock first: a read that turns into a write could not wait for it.
    """
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # After some faults (a full disk) SQLite has taken everything back by itself.
        if driver_of(connection).in_transaction:
            connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def part_of_work(connection: Connection) -> Iterator[None]:
    """A part of the unit of work that is open: an exception takes back what was done in the part alone."""
    connection.exec_driver_sql("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if driver_of(connection).in_transaction:
            connection.exec_driver_sql("ROLLBACK TO part")
            connection.exec_driver_sql("RELEASE part")
        raise
    connection.exec_driver_sql("RELEASE part")


def driver_of(connection: Connection) -> Any:
    """The driver's own connection, for what SQLAlchemy has no word for."""
    return connection.connection.driver_connection


def explain_all(connection: Connection, fault: dbapi2.Error, sql: str) -> None:
    """Raise what the driver's own error means, as for a statement that SQLAlchemy was asked to run.

    Raises:
        StorageError, StorageBug: see `channel_db.faults.explain`.
    """
    told = connection.get_execution_options().get(EXPLAINED_BY)
    if told is not None:
        told(fault, sql)
