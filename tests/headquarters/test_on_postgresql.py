"""The same tables and promises on PostgreSQL, and words for every way in which it cannot be opened."""

import socket
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy
from alembic import command
from sqlalchemy import Engine, create_engine, inspect, select
from sqlalchemy.orm import Session

from headquarters import on_postgresql
from headquarters.cases.models import Case
from headquarters.catalog.models import Price
from headquarters.database import open_database
from headquarters.errors import DatabaseBusy, DatabaseUnusable
from headquarters.migrating import alembic_on, check
from headquarters.on_postgresql import open_postgresql
from headquarters.uploads.models import KeptDocument
from tests.fixtures.fix_postgresql import PostgresServer
from tests.headquarters.conftest import POSTGRESQL, Books

NOWHERE = Path("no folder is needed")


def engine_on(address: str) -> Engine:
    return create_engine(address, poolclass=sqlalchemy.NullPool)


def case(about: str = "x") -> Case:
    return Case(kind="test", about=about, words="x", opened_at="x", closed_at=None)


def test_migrations_alone_make_what_the_models_say_and_can_be_taken_back(postgresql: PostgresServer) -> None:
    address = postgresql.make()
    open_database(NOWHERE, address).close()

    with engine_on(address).begin() as connection:
        check(connection)
        command.downgrade(alembic_on(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_processes_that_start_at_once_on_an_empty_database_all_open_it(postgresql: PostgresServer) -> None:
    address, troubles = postgresql.make(), []
    begun = threading.Barrier(3)

    def start() -> None:
        try:
            begun.wait()
            open_database(NOWHERE, address).close()
        except Exception as trouble:  # noqa: BLE001 -- told below
            troubles.append(trouble)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert troubles == []


@pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)
def test_numbers_and_money_beyond_32_bits_are_kept(books: Books) -> None:
    big = 2**53 - 1
    with books.parts.database.writing() as session:
        session.add(
            KeptDocument(
                uuid="u", kind="transaction", fingerprint="f", text="{}", register="r", epoch="e", number=big,
                received_at="x", state="waiting", reason="", posted_at=None, business_date=None,
                money_minor=big, tendered="{}",
            )
        )  # fmt: skip
    with books.parts.database.reading() as session:
        kept = session.scalars(select(KeptDocument)).one()
        assert (kept.number, kept.money_minor) == (big, big)


@pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)
def test_a_text_that_postgresql_has_no_room_for_is_kept_parked_and_known(books: Books) -> None:
    books.enrol()
    broken = {"id": "broken", "kind": "transaction", "fingerprint": "", "text": '{"id": "\0"}'}

    results = [books.upload(broken)[0] for _ in range(2)]

    assert [each.outcome for each in results] == ["parked", "parked"]
    with books.parts.database.reading() as session:
        assert session.scalars(select(KeptDocument.text)).all() == ['{"id": "\ufffd"}']


@pytest.mark.parametrize("engine", [POSTGRESQL], indirect=True)
class TestUnits:
    """What a unit of work promises."""

    def test_row_without_its_parent_and_row_there_twice_are_refused(self, books: Books) -> None:
        for wrong in (
            Price(number="nothing", price_minor=1),
            Price(number="A", price_minor=1),
        ):
            with pytest.raises(sqlalchemy.exc.IntegrityError), books.parts.database.writing() as session:
                session.add(wrong)

    def test_a_unit_that_raises_leaves_nothing_and_a_reader_sees_one_moment(self, books: Books) -> None:
        def break_off(session: Session) -> None:
            session.add(case())
            session.flush()
            raise ZeroDivisionError

        with books.parts.database.reading() as reader:
            assert reader.scalars(select(Case)).all() == []
            with pytest.raises(ZeroDivisionError):
                books.parts.database.committed(break_off)
            with books.parts.database.writing() as session:
                session.add(case())
            assert reader.scalars(select(Case)).all() == []
        assert books.cases() == 1

    def test_who_only_reads_cannot_write(self, books: Books) -> None:
        def write(session: Session) -> None:
            session.add(case())
            session.flush()

        with (
            books.parts.database.reading() as session,
            pytest.raises(sqlalchemy.exc.InternalError, match="read-only"),
        ):
            write(session)

    def test_a_second_booker_waits_for_the_first_and_is_told_to_try_again(
        self, books: Books, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(on_postgresql.SETTINGS, "lock_timeout", "100ms")
        other = open_database(NOWHERE, books.address)
        with books.parts.database.writing() as session:
            session.add(case())
            with pytest.raises(DatabaseBusy), other.writing():
                pytest.fail("two booked at once")
            # Who does not book need not wait.
            assert other.committed(lambda session: 1, books=False, register="HOUSTON-1") == 1
        with other.writing() as session:
            assert session.scalar(select(Case.about)) == "x"
        other.close()

    def test_a_server_that_is_gone_for_a_moment_is_busy_and_then_there(
        self, books: Books, postgresql: PostgresServer
    ) -> None:
        def be_cut_off(session: Session) -> None:
            session.add(case())
            session.flush()
            postgresql.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                f"WHERE datname = '{postgresql.name_of(books.address)}'"
            )

        with pytest.raises(DatabaseBusy):
            books.parts.database.committed(be_cut_off)
        with books.parts.database.writing() as session:
            session.add(case())
        assert books.cases() == 1

    def test_only_one_of_several_processes_gets_a_claim_and_a_killed_one_lets_go(
        self, books: Books, postgresql: PostgresServer
    ) -> None:
        other = open_database(NOWHERE, books.address)
        with books.parts.database.claim("work") as ours, other.claim("work") as theirs:
            assert (ours, theirs) == (True, False)
            with other.claim("other work") as free:
                assert free
        with other.claim("work") as theirs, books.parts.database.claim("work") as ours:
            assert (ours, theirs) == (False, True)
        with ExitStack() as killed:
            assert killed.enter_context(other.claim("work"))
            postgresql.run(
                "SELECT pg_terminate_backend(pid, 60000) FROM pg_locks WHERE locktype = 'advisory'"
            )
            with books.parts.database.claim("work", wait=True) as ours:
                assert ours
            with pytest.raises(DatabaseBusy):
                killed.close()
        other.close()


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def refused(address: str) -> str:
    with pytest.raises(DatabaseUnusable) as why:
        open_postgresql(address)
    words = str(why.value)
    assert "secret" not in words
    return words


def test_address_that_is_none_is_refused_with_one_that_is() -> None:
    for address in ("mysql://localhost/kassa", "kassa", "sqlite:///kassa.db"):
        assert "reads postgresql://user@host:5432/name" in refused(address)


def test_server_that_is_not_there_is_named_without_the_password() -> None:
    port = closed_port()

    words = refused(f"postgresql://kassa:secret@127.0.0.1:{port}/kassa")

    assert words.startswith(f"postgresql://kassa:***@127.0.0.1:{port}/kassa cannot be opened: ")
    assert "Connection refused" in words
    assert words.endswith(". Mend the address, the server or the rights there, and start again.")


def test_database_and_user_that_are_not_there_are_named(postgresql: PostgresServer) -> None:
    address = postgresql.make()

    assert 'database "nowhere" does not exist' in refused(
        address.replace(postgresql.name_of(address), "nowhere")
    )
    assert 'role "nobody" does not exist' in refused(address.replace("postgres:@", "nobody:@"))


def test_wrong_password_is_said(postgresql: PostgresServer) -> None:
    address = postgresql.make()
    postgresql.run("CREATE ROLE guest LOGIN PASSWORD 'right'")
    with postgresql.asking_for_passwords("guest"):
        assert 'password authentication failed for user "guest"' in refused(
            address.replace("postgres:@", "guest:secret@")
        )


def test_user_who_may_make_no_tables_is_said(postgresql: PostgresServer) -> None:
    address = postgresql.make()
    postgresql.run("CREATE ROLE looker LOGIN")

    assert "permission denied for schema public" in refused(address.replace("postgres:@", "looker:@"))


def test_server_that_is_too_old_is_refused(
    postgresql: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_postgresql, "OLDEST_SERVER", 99)

    assert "; 99 or newer is needed. Update the server." in refused(postgresql.make())


def test_database_with_no_room_for_every_name_is_refused(postgresql: PostgresServer) -> None:
    assert "Make a database with encoding UTF8." in refused(postgresql.make("LATIN1"))


def test_database_of_another_program_is_refused_and_left_alone(postgresql: PostgresServer) -> None:
    address = postgresql.make()
    postgresql.run("CREATE TABLE theirs (id int)", address)

    assert "is not headquarters' own. Name a database that is empty." in refused(address)
    assert postgresql.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", address) == [
        ("theirs",)
    ]


def test_database_of_a_newer_program_is_refused(postgresql: PostgresServer) -> None:
    address = postgresql.make()
    open_database(NOWHERE, address).close()
    postgresql.run("UPDATE alembic_version SET version_num = '9999'", address)

    assert "newer version" in refused(address)


def test_missing_driver_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    assert "Install kassa[postgres]" in refused("postgresql://kassa@localhost/kassa")
