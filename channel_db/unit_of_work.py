"""One commit: everything in the body is kept together, or nothing of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection


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
        if connection.connection.driver_connection.in_transaction:  # type: ignore[union-attr]
            connection.exec_driver_sql("ROLLBACK")
        raise
