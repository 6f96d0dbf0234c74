"""Questions asked of the driver itself: SQLAlchemy's share of a look-up would be larger than SQLite's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from channel_db.unit_of_work import driver_of

_INTERRUPTED = 9
_STEPS_BETWEEN = 2_000
"""So many steps of SQLite lie between two looks whether the answer is still wanted: well under a millisecond."""

Stale = Callable[[], bool]
"""Says that nobody waits for the answer any more. It is called in the middle of the search, on its thread."""


class SearchGivenUp(Exception):
    """A newer search has taken this one's place; there is no answer."""


def ask(connection: Connection, sql: str, values: tuple[Any, ...], most: int | None = None) -> list[Any]:
    """The rows, as plain tuples; not more than `most`.

    Raises:
        SearchGivenUp: see `given_up_when`.
        StorageError: the machine is in trouble.
    """
    if most is not None:
        # As text: SQLite plans a statement anew at every call whose limit is a bound value, which costs more than it.
        sql = f"{sql} LIMIT {most:d}"
    try:
        rows: list[Any] = driver_of(connection).execute(sql, values).fetchall()
    except dbapi2.Error as fault:
        if getattr(fault, "sqlite_errorcode", None) == _INTERRUPTED:
            raise SearchGivenUp from None
        # Asked again the long way, which says in our words what is wrong.
        return [tuple(row) for row in connection.exec_driver_sql(sql, values)]
    return rows


@contextmanager
def given_up_when(connection: Connection, is_stale: Stale) -> Iterator[None]:
    """What is asked in the body ends as soon as nobody waits for it."""
    if is_stale():
        raise SearchGivenUp
    driver = driver_of(connection)
    driver.set_progress_handler(is_stale, _STEPS_BETWEEN)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)
