"""Databases in memory that outlive who had them open, programs that end at a commit, and copies to put back later."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from channel_db.engine import connect, set_pragmas
from channel_db.kinds import Kind
from channel_db.unit_of_work import driver_of
from channel_db.upgrade import upgrade
from headquarters.on_sqlite import OnSqlite
from tests.channel_db.making import SetClock
from tests.fixtures.one_process import Killed

BOOKS = "file:/model-of-headquarters?vfs=memdb&uri=true"


@dataclass
class Doom:
    """When a program ends: after so many places more, each just before a commit or just behind it; None: never."""

    places: int | None = None
    commits: int = 0
    is_dying: bool = False
    seen: Callable[[], None] | None = None
    """Who looks at what was committed."""

    def before_commit(self) -> None:
        """The last moment at which nothing of it is kept."""
        self.commits += 1
        if self._is_here():
            raise Killed

    def after_commit(self) -> None:
        """It is kept, and nobody has heard of it: the program ends before whatever it does next."""
        self.is_dying = self._is_here()
        if self.seen is not None:
            self.seen()

    def go_on(self) -> None:
        """Whatever the program does next.

        Raises:
            Killed: it ended before this.
        """
        if self.is_dying:
            self.is_dying = False
            raise Killed

    def _is_here(self) -> bool:
        if self.places is None:
            return False
        self.places -= 1
        if self.places >= 0:
            return False
        self.places = None
        return True


class Disk:
    """The pages of one database."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def copy(self) -> Any:
        """What lies there now, committed."""
        copy = dbapi2.connect(":memory:")
        self.driver.backup(copy)
        return copy

    def put_back(self, copy: Any) -> None:
        """Make it what it was when the copy was taken."""
        if self.driver.in_transaction:
            self.driver.rollback()
        copy.backup(self.driver)


class MortalConnection(Connection):
    """A connection of a program that ends where its doom says."""

    doom: Doom

    def exec_driver_sql(self, statement: str, *values: Any, **options: Any) -> CursorResult[Any]:
        self.doom.go_on()
        if statement != "COMMIT":
            return super().exec_driver_sql(statement, *values, **options)
        self.doom.before_commit()
        done = super().exec_driver_sql(statement)
        self.doom.after_commit()
        return done


def register_file(kind: Kind, doom: Doom) -> Connection:
    """A register's file in memory, with the product's tables and pragmas."""
    engine = connect(Path(":memory:")).engine
    connection = MortalConnection(engine)
    connection.doom = doom
    driver_of(empty_file(kind)).backup(driver_of(connection))
    set_pragmas(connection)
    return connection


@cache
def empty_file(kind: Kind) -> Connection:
    """A file with a register's tables and nothing in them."""
    connection = connect(Path(":memory:"))
    upgrade(connection, kind, Path(":memory:"), SetClock())
    return connection


def disk_of(connection: Connection) -> Disk:
    return Disk(driver_of(connection))


class MortalDatabase(OnSqlite):
    """Headquarters' database, whose program ends where its doom says."""

    doom: Doom

    @contextmanager
    def _unit(self, *, books: bool, register: str) -> Iterator[Session]:
        self.doom.go_on()
        with super()._unit(books=books, register=register) as session:
            yield session
            self.doom.before_commit()
        self.doom.after_commit()
        self.doom.go_on()
