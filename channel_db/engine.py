"""The one place that opens the two files: library, identity, version and pragmas are settled here."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, NullPool, create_engine, event
from sqlcipher3 import dbapi2

from channel_db import room, single
from channel_db.errors import (
    CatalogNotReady,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DiskFull,
    StorageError,
)
from channel_db.faults import explain
from channel_db.kinds import CATALOG, JOURNAL, Kind, check_library
from channel_db.unit_of_work import EXPLAINED_BY
from retail.clock import Clock

if TYPE_CHECKING:
    from channel_db.catalog.repository import Catalog
    from channel_db.journal.repository import Journal

BUSY_SECONDS = 5

SMALL_TABLES = ("settings", "staff", "layouts", "feeds", "contacts")
"""What a register reads through of its catalogue. The rest grows with the number of products: reading through a
million of them took longer than everything else at its start. The agent does that, and makes a damaged file anew."""

WRITER_PRAGMAS = ("cache_size = -8000", "synchronous = NORMAL")
"""Of the agent's catalogue: an index built over a million rows comes back to its pages, in KiB; and what a power cut
takes of a download, its cursor with it, is downloaded again, while a sync for every page would hold up the sales.
"""

Damaged = Callable[[Path], StorageError]
"""What to raise when the file turns out to be damaged."""


PRAGMAS: tuple[tuple[str, str, str], ...] = (
    ("busy_timeout", str(BUSY_SECONDS * 1000), "the other process is waited for instead of failing at once"),
    ("journal_mode", "WAL", "readers never wait for the writer, and a commit is one disk sync"),
    ("synchronous", "FULL", "a commit that returned survives a power cut; NORMAL lost sales in half of them"),
    ("foreign_keys", "ON", "off by default on every connection; an order without its transaction cannot be"),
    ("recursive_triggers", "ON", "without it INSERT OR REPLACE deletes rows behind the triggers' back"),
    ("trusted_schema", "OFF", "a planted schema cannot call functions with side effects"),
    ("cell_size_check", "ON", "a damaged page is noticed when it is read, not when it has spread"),
    ("secure_delete", "ON", "what was erased is gone from the pages too, not from the tables alone"),
    ("journal_size_limit", "67108864", "the log shrinks again after a reader held it up"),
    (
        "cache_size",
        "-2000",
        "the driver takes 8 MB a connection; what was read lies in the system's memory as well",
    ),
    ("temp_store", "MEMORY", "sorting leaves no customer data in temporary files, and needs no disk"),
)
"""Every pragma of the application's connections, its value and why. They hold for a connection, not for a file."""


def open_journal(folder: Path, clock: Clock) -> "Journal":
    """Open journal.db of this data folder, made or upgraded first where needed. One lane owns what comes back.

    Raises:
        StorageError: the file is foreign, newer or damaged, or the machine is in trouble. The file is left alone.
    """
    from channel_db.journal.repository import Journal  # noqa: PLC0415 - models are not loaded to ask for a lock

    try:
        connection = _open(JOURNAL, folder, clock)
    except DiskFull:
        # Opening needs a little room itself; a sale may lie in there whose money was taken.
        if not room.release(folder):
            raise
        connection = _open(JOURNAL, folder, clock)
    return Journal(connection, folder, clock)


def reopen_journal(journal: "Journal", folder: Path, clock: Clock) -> None:
    """After the disk failed: open the file anew, have what is in its log written and synced, and go on with that.

    What was committed and what was not is then known, and stays so whatever happens to the machine.

    Raises:
        StorageError: the disk still does not do what it is asked; nothing is known, and the journal is as it was.
    """
    connection = _open(JOURNAL, folder, clock)
    try:
        is_busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(FULL)").one()
        if is_busy:
            raise DatabaseBusy
    except BaseException:
        connection.close()
        raise
    journal.take(connection)


def open_catalog(folder: Path, clock: Clock, *, writer: bool) -> "Catalog":
    """Open catalog.db of this data folder; only the agent is its writer.

    The writer reads through all of it, moves a damaged file aside, with a date, and starts an empty one: only a
    download is lost. Whoever reads looks at what is needed to sign in.

    Raises:
        CatalogNotReady: damaged, and we are not the writer.
        StorageError: the file is foreign or newer, or the machine is in trouble.
    """
    from channel_db.catalog.repository import Catalog  # noqa: PLC0415 - as above

    if not writer:
        connection = _open(
            CATALOG, folder, clock, damaged=lambda file: CatalogNotReady(), tables=SMALL_TABLES
        )
        connection.exec_driver_sql("PRAGMA query_only = ON")
    else:
        try:
            connection = _open(CATALOG, folder, clock)
        except DatabaseDamaged:
            _move_aside(folder / CATALOG.file, clock)
            connection = _open(CATALOG, folder, clock)
        for pragma in WRITER_PRAGMAS:
            connection.exec_driver_sql(f"PRAGMA {pragma}").close()
    return Catalog(connection, folder / CATALOG.file)


def connect(file: Path, damaged: Damaged = DatabaseDamaged) -> Connection:
    """A kept connection without pragmas yet. Statements commit by themselves until a unit of work begins.

    Raises:
        LibraryTooOld: this SQLite may damage the file.
    """
    check_library(dbapi2.sqlite_version_info)

    def told(fault: BaseException, statement: str | None) -> None:
        explain(fault, statement, file, damaged)

    engine = create_engine(
        "sqlite+pysqlite://",
        execution_options={EXPLAINED_BY: told},
        module=dbapi2,
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
        creator=lambda: dbapi2.connect(
            str(file),
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        ),
    )
    event.listen(engine, "handle_error", lambda context: told(context.original_exception, context.statement))
    return engine.connect()


def set_pragmas(connection: Connection) -> None:
    """Give a connection the settings of PRAGMAS."""
    for name, value, _reason in PRAGMAS:
        connection.exec_driver_sql(f"PRAGMA {name} = {value}").close()


def is_whole(connection: Connection, tables: Iterable[str] = ()) -> bool:
    """Read through the structure of these tables; of the whole file where none are named."""
    looks = [f"PRAGMA quick_check({table})" for table in tables] or ["PRAGMA quick_check(1)"]
    return all(connection.exec_driver_sql(look).scalar_one() == "ok" for look in looks)


def version_of(connection: Connection, kind: Kind, file: Path) -> int:
    """The version of the tables in the file; 0 in a brand-new one.

    Raises:
        DatabaseForeign: another program's file.
        DatabaseNewer: a newer Kassa's file.
    """
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    tables: int = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if mark != kind.application_id and (mark, version, tables) != (0, 0, 0):
        raise DatabaseForeign(file)
    if version > kind.version:
        raise DatabaseNewer(file, version, kind.version)
    return version


def _open(
    kind: Kind, folder: Path, clock: Clock, damaged: Damaged = DatabaseDamaged, tables: Iterable[str] = ()
) -> Connection:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / kind.file
    # Made by us before SQLite would: for its owner alone, and the log beside it takes the same mode.
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    connection = connect(file, damaged)
    try:
        with single.waiting_turn(folder / "opening.lock", seconds=60):
            if version_of(connection, kind, file) < kind.version:
                from channel_db import upgrade  # noqa: PLC0415 - Alembic costs 0.1 s, paid only when it is needed

                upgrade.upgrade(connection, kind, file, clock)
            set_pragmas(connection)
        # The agent reads through a large catalogue for seconds; nobody has to wait for that.
        if not is_whole(connection, tables):
            raise damaged(file)
    except BaseException:
        connection.close()
        raise
    return connection


def _move_aside(file: Path, clock: Clock) -> None:
    date = clock.now().strftime("%Y%m%dT%H%M%S")
    for end in ("", "-wal", "-shm"):
        part = file.with_name(file.name + end)
        if part.exists():
            part.replace(file.with_name(f"{file.stem}.damaged-{date}.db{end}"))
