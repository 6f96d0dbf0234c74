"""Headquarters' database as one SQLite file, with everything only SQLite needs."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlite_driver

from headquarters.base import as_json
from headquarters.errors import DatabaseUnusable
from headquarters.migrating import migrate, missing_migration
from headquarters.units import Database, plain_words
from retail.wire.sums import text_digest

FILE_NAME = "headquarters.db"
APPLICATION_ID = 0x4B734851  # "KsHQ": another program's file is refused before anything is written
MOVED_ID = 0x4B734D56  # "KsMV": the books have gone to PostgreSQL, and nothing more may be written here
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
    "secure_delete": "ON",  # what was erased is gone from the pages too
    "recursive_triggers": "ON",  # without it INSERT OR REPLACE deletes rows behind the guards' back
}


class OnSqlite(Database):
    """One file, one process: one writer works at a time, whatever it does."""

    def __init__(self, readers: Engine, writers: Engine, askers: Engine | None = None) -> None:
        super().__init__(readers, writers, READERS_MAX, askers)
        self._claims: dict[str, Lock] = {}

    @contextmanager
    def claim(self, work: str, *, wait: bool = False) -> Iterator[bool]:
        """See `Database`; the processes of a headquarters on SQLite are one."""
        lock = self._claims.setdefault(work, Lock())
        is_ours = lock.acquire(blocking=wait)
        try:
            yield is_ours
        finally:
            if is_ours:
                lock.release()

    @contextmanager
    def staging(self) -> Iterator[Connection]:
        """See `Database`."""
        with plain_words(), self._readers.connect() as connection:
            connection.detach()
            connection.connection.cursor().execute("PRAGMA temp_store = FILE")
            yield connection

    def version(self, connection: Connection) -> int:
        """See `Database`."""
        return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    @contextmanager
    def deciding(self, connection: Connection) -> Iterator[None]:
        """See `Database`."""
        connection.execution_options(begin="BEGIN IMMEDIATE")
        try:
            with connection.begin():
                yield
        finally:
            connection.execution_options(begin="BEGIN")

    def forget_pages(self) -> None:
        """See `Database`."""
        with plain_words():
            connection = self._writers.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                connection.close()

    @contextmanager
    def _unit(self, *, books: bool, register: str) -> Iterator[Session]:
        with Session(self._writers, expire_on_commit=False) as session, session.begin():
            yield session

    def _is_given_up(self, trouble: DBAPIError) -> bool:
        return False  # a writer that has begun meets nobody


def open_sqlite(folder: Path) -> OnSqlite:
    """Open the file in this folder, make or migrate it if needed.

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
    readers = _engine(path, "BEGIN", pool_size=READERS_MAX)
    # A pool of one connection is the queue of writers: they wait here, in order, instead of inside SQLite.
    writers = _engine(path, "BEGIN IMMEDIATE", pool_size=1)
    # What every hello asks has a connection of its own: however many read, it never waits for one.
    return OnSqlite(readers, writers, _engine(path, "BEGIN", pool_size=1))


@contextmanager
def migration_engine(path: Path) -> Iterator[Engine]:
    """An engine with foreign keys off: rebuilding a table would otherwise delete the rows that point at it."""
    engine = _engine(path, "BEGIN IMMEDIATE", pool_size=1)

    @event.listens_for(engine, "connect")
    def leave_children(connection: Any, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = OFF")

    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def scratch_engine() -> Iterator[Engine]:
    """An empty file of its own to try something in; it is gone when the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        pragmas = {"journal_mode": "MEMORY", "synchronous": "OFF"}
        engine = _engine(Path(folder) / FILE_NAME, "BEGIN", pool_size=1, pragmas=pragmas)
        try:
            yield engine
        finally:
            engine.dispose()


@contextmanager
def leaving(folder: Path) -> Iterator[Connection]:
    """Read the file of this folder for the last time, with nobody else at it. When the block ends nothing opens it any
    more; where it raises, all is as it was.

    Raises:
        DatabaseUnusable: there is none, it is not ours, or headquarters runs.
    """
    path = folder / FILE_NAME
    if not path.exists():
        raise DatabaseUnusable(f"There is no {path}. Name the folder of the database with --data.")
    open_sqlite(folder).close()
    # Nobody can leave the journal that readers go on by while somebody else has the file open.
    alone = PRAGMAS | {"busy_timeout": "0", "journal_mode": "DELETE"}
    engine = _engine(path, "BEGIN EXCLUSIVE", pool_size=1, pragmas=alone)
    try:
        with engine.begin() as connection:
            yield connection
            connection.exec_driver_sql(f"PRAGMA application_id = {MOVED_ID}")
    except (OperationalError, sqlite_driver.OperationalError) as trouble:
        raise DatabaseUnusable(f"{path} is in use ({trouble}). Stop headquarters first.") from trouble
    finally:
        engine.dispose()


def _engine(path: Path, begin: str, pool_size: int, pragmas: dict[str, str] = PRAGMAS) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}", module=sqlite_driver, pool_size=pool_size, max_overflow=0, pool_timeout=BUSY_SECONDS,
        connect_args={"check_same_thread": False}, json_serializer=as_json,
    )  # fmt: skip

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver's guess
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name} = {value}")
        connection.create_function("text_digest", 2, text_digest)

    @event.listens_for(engine, "begin")
    def begin_unit(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", begin))

    return engine


def _check_and_migrate(path: Path) -> None:
    with migration_engine(path) as engine:
        with engine.begin() as connection:
            is_new = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
            owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            if owner == MOVED_ID:
                raise DatabaseUnusable(
                    f"{path} was moved to PostgreSQL. Start with --database and its address (docs/postgresql.md)."
                )
            if owner != (0 if is_new else APPLICATION_ID):
                raise DatabaseUnusable(
                    f"{path} is not headquarters' own. Move it away, or name another folder."
                )
            missing = missing_migration(connection, str(path))
        if missing is None:
            return
        if not is_new:
            _copy(engine, path.with_name(f"{path.name}.before-{missing}"))
        with engine.begin() as connection:
            migrate(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise DatabaseUnusable(
                    f"{path} could not be brought up to date: {len(broken)} rows lost their parent."
                )
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    path.chmod(0o600)


def _copy(engine: Engine, target: Path) -> None:
    """Keep a whole copy before a migration; a plain file copy of an open database can be broken."""
    target.unlink(missing_ok=True)
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
    target.chmod(0o600)
