"""The one module that opens headquarters' database: SQLite by default, with everything only SQLite needs."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlite_driver

from headquarters.base import as_json
from headquarters.errors import DatabaseBusy, DatabaseUnusable
from headquarters.models import Base

FILE_NAME = "headquarters.db"
MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations" / "headquarters"
APPLICATION_ID = 0x4B734851  # "KsHQ": another program's file is refused before anything is written
OLDEST_SQLITE = (3, 51, 3)  # earlier ones can corrupt a WAL file that two processes write
BUSY_SECONDS = 5
READERS_MAX = 40

PRAGMAS = {
    "journal_mode": "WAL",  # readers go on while a document is being kept
    "synchronous": "FULL",  # acknowledged means on the disk
    "foreign_keys": "ON",  # SQLite forgets it for every connection
    "busy_timeout": str(BUSY_SECONDS * 1000),
    "trusted_schema": "OFF",  # a crafted file runs nothing
    "cell_size_check": "ON",  # a damaged page is noticed when read
}


class Database:
    """Headquarters' tables. A writing unit of work is one commit; on SQLite one writer works at a time."""

    def __init__(self, readers: Engine, writers: Engine) -> None:
        self._readers = readers
        self._writers = writers

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the books; nothing is changed.

        Raises:
            DatabaseBusy: it could not be read just now.
        """
        with _plain_words(), Session(self._readers) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One unit of work: committed when the block ends, undone when it raises.

        Raises:
            DatabaseBusy: another writer took too long, or the disk did not take it; nothing was changed.
        """
        with _plain_words(), Session(self._writers, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def staging(self) -> Iterator[Connection]:
        """A connection of its own for temporary tables, which lie on disk and are gone when the block ends. Its units
        of work lock nobody out; only those begun in `deciding` may write to the books.

        Raises:
            DatabaseBusy: another writer took too long, or the disk did not take it; nothing was changed.
        """
        with _plain_words(), self._readers.connect() as connection:
            connection.detach()
            connection.connection.cursor().execute("PRAGMA temp_store = FILE")
            yield connection

    @staticmethod
    @contextmanager
    def deciding(connection: Connection) -> Iterator[None]:
        """One unit of work of a staging connection that writes to the books: all of it or nothing."""
        connection.execution_options(begin="BEGIN IMMEDIATE")
        try:
            with connection.begin():
                yield
        finally:
            connection.execution_options(begin="BEGIN")

    def close(self) -> None:
        """Let go of the file."""
        self._readers.dispose()
        self._writers.dispose()


def open_database(folder: Path) -> Database:
    """Open the database in this folder, make or migrate it if needed.

    Raises:
        DatabaseUnusable: another program's file, one from a newer version, or a SQLite that is too old.
    """
    if sqlite_driver.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseUnusable(
            f"SQLite {sqlite_driver.sqlite_version} is too old; 3.51.3 or newer is needed."
        )
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / FILE_NAME
    try:
        _check_and_migrate(path)
    except DatabaseError as trouble:
        words = f"{path} cannot be read ({trouble.orig}). Restore it from its backup, or name another folder."
        raise DatabaseUnusable(words) from trouble
    readers = _sqlite_engine(path, "BEGIN", pool_size=READERS_MAX)
    # A pool of one connection is the queue of writers: they wait here, in order, instead of inside SQLite.
    writers = _sqlite_engine(path, "BEGIN IMMEDIATE", pool_size=1)
    return Database(readers, writers)


def check_migrations() -> None:
    """Make a database by the migrations alone and compare it with the models.

    Raises:
        alembic.util.CommandError: they differ; the text says in what.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        _check_and_migrate(path)
        with _migration_engine(path) as engine, engine.connect() as connection:
            command.check(_alembic(connection))


def _sqlite_engine(path: Path, begin: str, pool_size: int) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}", module=sqlite_driver, pool_size=pool_size, max_overflow=0, pool_timeout=BUSY_SECONDS,
        connect_args={"check_same_thread": False}, json_serializer=as_json,
    )  # fmt: skip

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver's guess
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def begin_unit(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", begin))

    return engine


@contextmanager
def _plain_words() -> Iterator[None]:
    """Tell 'the machine is in trouble' apart from 'we are wrong': only the first is worth another try."""
    try:
        yield
    except (OperationalError, PoolTimeout) as trouble:
        raise DatabaseBusy from trouble


@contextmanager
def _migration_engine(path: Path) -> Iterator[Engine]:
    """An engine with foreign keys off: rebuilding a table would otherwise delete the rows that point at it."""
    engine = _sqlite_engine(path, "BEGIN IMMEDIATE", pool_size=1)

    @event.listens_for(engine, "connect")
    def leave_children(connection: Any, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = OFF")

    try:
        yield engine
    finally:
        engine.dispose()


def _check_and_migrate(path: Path) -> None:
    with _migration_engine(path) as engine:
        with engine.begin() as connection:
            is_new = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
            owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            if owner != (0 if is_new else APPLICATION_ID):
                raise DatabaseUnusable(
                    f"{path} is not headquarters' own. Move it away, or name another folder."
                )
            present = MigrationContext.configure(connection).get_current_revision()
            scripts = ScriptDirectory.from_config(_alembic(connection))
            newest = scripts.get_current_head()
            if present == newest:
                return
            _refuse_newer(scripts, present, path)
        if not is_new:
            _copy(engine, path.with_name(f"{path.name}.before-{newest}"))
        with engine.begin() as connection:
            command.upgrade(_alembic(connection), "head")
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise DatabaseUnusable(
                    f"{path} could not be brought up to date: {len(broken)} rows lost their parent."
                )
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    path.chmod(0o600)


def _refuse_newer(scripts: ScriptDirectory, present: str | None, path: Path) -> None:
    if present is None:
        return
    try:
        scripts.get_revision(present)
    except CommandError:
        raise DatabaseUnusable(
            f"{path} was made by a newer version of this program. Install that version."
        ) from None


def _copy(engine: Engine, target: Path) -> None:
    """Keep a whole copy before a migration; a plain file copy of an open database can be broken."""
    target.unlink(missing_ok=True)
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
    target.chmod(0o600)


def _alembic(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    config.attributes["metadata"] = Base.metadata
    return config


def main(arguments: list[str]) -> int:
    """`python -m headquarters.database --check`: do models and migrations agree?"""
    parser = argparse.ArgumentParser(
        prog="headquarters.database", description="Look after headquarters' tables."
    )
    parser.add_argument("--check", action="store_true", required=True, help="compare models and migrations")
    parser.parse_args(arguments)
    try:
        check_migrations()
    except CommandError as difference:
        sys.stderr.write(f"Models and migrations differ: {difference}\n")
        return 1
    sys.stdout.write("Models and migrations agree.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
