"""Headquarters' database on a PostgreSQL server, which several processes share; with everything only PostgreSQL needs.

What has to go one after another waits for an advisory lock of the server: booking, because numbers without gaps are
given in the order of commits, and the documents of one register. Keeping documents of different registers, and all
reading, go on side by side. Advisory locks and not locked rows: a row that is locked draws a transaction id, and feeds
are told up to the oldest of those only, so that a job of ten minutes would hold up every feed for as long.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from headquarters.base import as_json
from headquarters.errors import DatabaseUnusable
from headquarters.migrating import migrate, missing_migration
from headquarters.units import Database, plain_words

OLDEST_SERVER = 14
BUSY_SECONDS = 5
CONNECT_SECONDS = 10
CONNECTIONS = 20
DECIDING_SECONDS = 60
"""So long an import waits for its turn to book; it has been read and checked by then."""
GIVEN_UP = {
    "40001",  # serialisation failure
    "40P01",  # deadlock
    "57014",  # a statement took too long
    "23505",  # the same document on two lines at once: the second try finds the first
}
SETTINGS = {
    "lock_timeout": f"{BUSY_SECONDS}s",
    "statement_timeout": "60s",
    "idle_in_transaction_session_timeout": "60s",  # a process that hangs must not hold up the feeds for good
}
KEPT_ALIVE = {
    # A machine that vanishes says no farewell: within a minute the server finds out and frees what it had claimed.
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
_BOOKS, _REGISTERS, _CLAIMS, _MIGRATING = 0x4B730, 0x4B731, 0x4B732, 0x4B733
"""Our classes of advisory locks."""


class OnPostgresql(Database):
    """One database for any number of processes."""

    def __init__(self, engine: Engine, claims: Engine, connections: int) -> None:
        # A reader sees one moment. A writer has to see what was committed while it waited for its turn.
        super().__init__(
            engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True),
            engine.execution_options(isolation_level="READ COMMITTED"),
            connections,
            is_shared=True,
        )
        self._engine, self._claims = engine, claims

    @contextmanager
    def claim(self, work: str, *, wait: bool = False) -> Iterator[bool]:
        """See `Database`. The server frees the lock of a process that was killed at once, of a machine in a minute."""
        with plain_words():
            connection = self._claims.connect()
        with connection:
            function = "pg_advisory_lock" if wait else "pg_try_advisory_lock"
            with plain_words():
                got = connection.exec_driver_sql(f"SELECT {function}({_CLAIMS}, hashtext(%s))", (work,))
                is_ours = got.scalar_one() is not False
            try:
                yield is_ours
            finally:
                if is_ours:
                    with plain_words():
                        connection.exec_driver_sql("SELECT pg_advisory_unlock_all()")

    @contextmanager
    def staging(self) -> Iterator[Connection]:
        """See `Database`. Each statement may take as long as it takes: nobody waits for it."""
        with plain_words(), self._claims.connect() as connection:
            yield connection.execution_options(isolation_level="READ COMMITTED")

    def version(self, connection: Connection) -> None:
        """See `Database`: units of work are numbered here, whatever they write."""

    @contextmanager
    def deciding(self, connection: Connection) -> Iterator[None]:
        """See `Database`. Whoever books comes first, however many they are."""
        with connection.begin():
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{DECIDING_SECONDS}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_BOOKS}, 0)")
            yield

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
        self._claims.dispose()

    @contextmanager
    def _unit(self, *, books: bool, register: str) -> Iterator[Session]:
        with Session(self._writers, expire_on_commit=False) as session, session.begin():
            connection = session.connection()
            if books:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_BOOKS}, 0)")
            if register:
                connection.exec_driver_sql(
                    f"SELECT pg_advisory_xact_lock({_REGISTERS}, hashtext(%s))", (register,)
                )
            yield session

    def _is_given_up(self, trouble: DBAPIError) -> bool:
        return getattr(trouble.orig, "sqlstate", None) in GIVEN_UP


@contextmanager
def arriving(address: str) -> Iterator[Connection]:
    """One unit of work on the database at this address that takes as long as it takes; it is migrated if needed.

    Raises:
        DatabaseUnusable: see `open_postgresql`.
    """
    open_postgresql(address).close()
    engine = _engine(_place(address), {}, poolclass=NullPool)
    with engine.begin() as connection:
        yield connection


def open_postgresql(address: str, connections: int = CONNECTIONS) -> OnPostgresql:
    """Open the database at this `postgresql://` address with so many connections at most; make or migrate it if needed.

    Raises:
        DatabaseUnusable: there is no such server or database, it does not let us in, it is too old, it holds what is
            not ours or what a newer version made, or the driver is not installed.
    """
    place = _place(address)
    engine = _engine(place, SETTINGS, pool_size=connections, max_overflow=0, pool_timeout=BUSY_SECONDS)
    try:
        with engine.begin() as connection:
            _check_and_migrate(connection, shown(place))
    except DBAPIError as trouble:
        engine.dispose()
        words = " ".join(str(trouble.orig).split())
        raise DatabaseUnusable(
            f"{shown(place)} cannot be opened: {words}. "
            "Mend the address, the server or the rights there, and start again."
        ) from trouble
    except DatabaseUnusable:
        engine.dispose()
        raise
    claims = _engine(place, KEPT_ALIVE, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    return OnPostgresql(engine, claims, connections)


def shown(place: URL) -> str:
    """An address as it may be read by anybody."""
    return place.render_as_string(hide_password=True)


def _place(address: str) -> URL:
    try:
        place = make_url(address)
    except ArgumentError:
        place = None
    if place is None or place.drivername != "postgresql":
        raise DatabaseUnusable(
            "The address of a database reads postgresql://user@host:5432/name. Give it so, or none for a file."
        )
    return place


def _engine(place: URL, settings: dict[str, str], **options: Any) -> Engine:
    try:
        engine = create_engine(
            place.set(drivername="postgresql+psycopg"), json_serializer=as_json,
            connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "kassa headquarters"}, **options,
        )  # fmt: skip
    except (ImportError, NoSuchModuleError):
        raise DatabaseUnusable(
            "The driver of PostgreSQL is not installed. Install kassa[postgres], and start again."
        ) from None

    from psycopg.types.string import StrDumper  # noqa: PLC0415 -- only who uses PostgreSQL has the driver

    class KeepableDumper(StrDumper):
        """PostgreSQL has no room for a NUL, which no document that can be read has: it stays visible as one lost."""

        def dump(self, obj: str) -> Any:
            return super().dump(obj.replace("\0", "\ufffd") if "\0" in obj else obj)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: object) -> None:
        connection.adapters.register_dumper(str, KeepableDumper)
        connection.autocommit = True
        for name, value in settings.items():
            connection.execute(f"SET {name} = '{value}'")
        connection.autocommit = False

    return engine


def _check_and_migrate(connection: Connection, where: str) -> None:
    """Several processes may start at once: one of them migrates, the others wait."""
    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATING}, 0)")
    version, encoding = (
        connection.exec_driver_sql(f"SELECT current_setting('{name}')").scalar_one()
        for name in ("server_version_num", "server_encoding")
    )
    if int(version) // 10_000 < OLDEST_SERVER:
        raise DatabaseUnusable(
            f"{where} is PostgreSQL {int(version) // 10_000}; {OLDEST_SERVER} or newer is needed. Update the server."
        )
    if encoding != "UTF8":
        raise DatabaseUnusable(
            f"{where} keeps texts as {encoding}, which has no room for every name. Make a database with encoding UTF8."
        )
    tables = set(inspect(connection).get_table_names())
    if tables and not {"alembic_version", "installations"} <= tables:
        raise DatabaseUnusable(f"{where} is not headquarters' own. Name a database that is empty.")
    if missing_migration(connection, where) is not None:
        migrate(connection)
