"""The database is opened one way only, and everything SQLite needs for our promises is in force."""

import json
import shutil
from pathlib import Path

import pytest
import sqlalchemy
from alembic import command
from alembic.util import CommandError
from sqlalchemy import Column, Integer, Table, select, text
from sqlcipher3 import dbapi2 as sqlite_driver

from headquarters import database, migrating, on_sqlite
from headquarters.bootstrap import books_from
from headquarters.cases.models import Case
from headquarters.catalog.models import Price, Product
from headquarters.database import FILE_NAME, PRAGMAS, Database, check_migrations, open_database
from headquarters.drafts.staff import staff_changes
from headquarters.errors import DatabaseBusy, DatabaseUnusable
from headquarters.feeds.models import Change
from headquarters.migrating import alembic_on
from headquarters.models import Base
from headquarters.on_sqlite import migration_engine
from headquarters.people.models import Person, StaffRole
from headquarters.people.service import StaffMember, keep_staff
from headquarters.uploads.models import KeptDocument
from tests.headquarters.shop import PaperRegister

LATER = ("create_order", "pick_up_goods", "reprint_receipt", "sales_rep", "ship_goods", "suspend_sale")
"""Rights that a migration gave to everybody, who could do it before."""


@pytest.fixture
def folder(shop_folder: Path, tmp_path: Path) -> Path:
    shutil.copytree(shop_folder, tmp_path / "books")
    return tmp_path / "books"


def changed(folder: Path, *statements: str) -> None:
    connection = sqlite_driver.connect(str(folder / FILE_NAME), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def case() -> Case:
    return Case(kind="test", about="x", words="x", opened_at="x", closed_at=None)


def add_case(opened: Database) -> None:
    with opened.writing() as session:
        session.add(case())


def break_after_writing(opened: Database) -> None:
    with opened.writing() as session:
        session.add(case())
        session.flush()
        raise ZeroDivisionError


def test_models_and_migrations_agree() -> None:
    check_migrations()


def test_model_without_its_migration_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    extra = Table("forgotten", Base.metadata, Column("id", Integer, primary_key=True))
    try:
        with pytest.raises(CommandError, match="forgotten"):
            check_migrations()
        assert database.main(["--check"]) == 1
        assert "forgotten" in capsys.readouterr().err
    finally:
        Base.metadata.remove(extra)
    assert database.main(["--check"]) == 0


def test_pragmas_hold_on_every_connection(folder: Path) -> None:
    opened = open_database(folder)
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000,
                "trusted_schema": 0, "cell_size_check": 1, "recursive_triggers": 1, "secure_delete": 1}  # fmt: skip
    assert set(expected) == set(PRAGMAS)
    for work in (opened.reading, opened.writing):
        with work() as session:
            assert {name: session.scalar(text(f"PRAGMA {name}")) for name in expected} == expected
    opened.close()


def test_unit_of_work_that_raises_leaves_nothing(folder: Path) -> None:
    opened = open_database(folder)
    with pytest.raises(ZeroDivisionError):
        break_after_writing(opened)
    with opened.reading() as session:
        assert session.scalars(select(Case)).all() == []
    opened.close()


def test_reader_is_not_held_up_by_a_writer_and_sees_one_moment(folder: Path) -> None:
    opened = open_database(folder)
    with opened.reading() as reader:
        assert reader.scalars(select(Case)).all() == []
        with opened.writing() as session:
            session.add(case())
        assert reader.scalars(select(Case)).all() == []
    opened.close()


def test_second_writer_that_waits_too_long_is_told_to_try_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_sqlite, "BUSY_SECONDS", 0.1)
    opened = open_database(folder)
    with opened.writing() as first:
        first.add(case())
        first.flush()
        with pytest.raises(DatabaseBusy):
            add_case(opened)
    with opened.reading() as session:
        assert len(session.scalars(select(Case)).all()) == 1
    opened.close()


def test_row_without_its_parent_is_refused(folder: Path) -> None:
    opened = open_database(folder)
    with pytest.raises(sqlalchemy.exc.IntegrityError), opened.writing() as session:
        session.add(Price(number="nothing", price_minor=1))
    opened.close()


def test_file_is_its_owners_alone(folder: Path, tmp_path: Path) -> None:
    open_database(tmp_path / "new").close()

    assert (tmp_path / "new" / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    changed(tmp_path, "CREATE TABLE theirs (id)")
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(DatabaseUnusable, match="is not headquarters' own"):
        open_database(tmp_path)
    connection = sqlite_driver.connect(str(tmp_path / FILE_NAME))
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    connection.close()
    assert before[:16] == b"SQLite format 3\0"


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"<html>" * 1000)

    with pytest.raises(DatabaseUnusable, match="cannot be read"):
        open_database(tmp_path)


def test_database_of_a_newer_program_is_refused(folder: Path) -> None:
    changed(folder, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseUnusable, match="newer version"):
        open_database(folder)


def test_start_that_was_cut_short_is_begun_again(tmp_path: Path) -> None:
    changed(tmp_path, "PRAGMA journal_mode = WAL")

    open_database(tmp_path).close()


def test_migrations_can_be_taken_back(tmp_path: Path) -> None:
    open_database(tmp_path).close()

    with migration_engine(tmp_path / FILE_NAME) as engine, engine.begin() as connection:
        command.downgrade(alembic_on(connection), "base")
        left = (
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        )
    assert set(left) <= {"alembic_version", "sqlite_sequence"}


def newest_migration() -> str:
    return max(file.name for file in (migrating.MIGRATIONS / "versions").glob("*.py"))[:4]


def test_transactions_kept_before_they_were_compared_get_their_day_and_money(folder: Path) -> None:
    sale = PaperRegister().sale()
    with migration_engine(folder / FILE_NAME) as engine, engine.begin() as connection:
        command.downgrade(alembic_on(connection), "0010")
        row = (sale.id, "transaction", "f", sale.written(), "HOUSTON-1", "epoch", 1, "", "waiting", "")
        columns = "uuid, kind, fingerprint, text, register, epoch, number, received_at, state, reason"
        connection.exec_driver_sql(f"INSERT INTO uploads ({columns}) VALUES ({', '.join('?' * 10)})", row)

    opened = open_database(folder)

    with opened.reading() as session:
        kept = session.scalars(select(KeptDocument)).one()
        assert (kept.business_date, kept.money_minor) == (sale.business_date, 8000)
        assert kept.tendered == '{"cash": 8000}'
    opened.close()


def test_rights_that_became_their_own_go_to_whoever_could_do_it_before_and_are_told(folder: Path) -> None:
    had = {"kari": ["edit_order", "return_sale"], "ole": ["retrieve_order"], "boss": ["edit_order"]}
    with migration_engine(folder / FILE_NAME) as engine, engine.begin() as connection:
        command.downgrade(alembic_on(connection), "0015")
        for user, rights in had.items():
            person = (user, user, "cashier", "h", json.dumps(rights), "", True)
            connection.exec_driver_sql("INSERT INTO people (user, name, role, pin_hash, rights, language, active) "
                                       "VALUES (?, ?, ?, ?, ?, ?, ?)", person)  # fmt: skip
            told = ("staff", "", user, False, json.dumps({"user": user, "rights": rights}))
            connection.exec_driver_sql(
                "INSERT INTO changes (feed, scope, key, gone, value) VALUES (?, ?, ?, ?, ?)", told
            )
        last = connection.exec_driver_sql("SELECT max(sequence) FROM changes").scalar_one()

    opened = open_database(folder)

    with opened.reading() as session:
        people = {row.user: row.rights for row in session.scalars(select(Person)) if row.user in had}
        changes = {row.key: row for row in session.scalars(select(Change).where(Change.feed == "staff"))}
    opened.close()
    then = {
        "kari": ["edit_order", "return_sale", "quote_expiry"],
        "ole": ["retrieve_order"],
        "boss": ["edit_order", "return_sale", "quote_expiry"],
    }
    assert people == {user: sorted([*rights, *LATER]) for user, rights in then.items()}
    values = {user: changes[user].value for user in had}
    assert values == {user: {"user": user, "rights": rights} for user, rights in then.items()}
    assert [user for user in had if changes[user].sequence > last] == ["kari", "boss"]


def test_what_a_migration_gave_staff_is_told_at_the_next_start_and_nothing_waits(folder: Path) -> None:
    with books_from(folder, None, 1) as headquarters, headquarters.database.writing() as session:
        keep_staff(session, [StaffMember("kari", "Kari", "cashier", "482913", ("edit_order",))], "now")
    with migration_engine(folder / FILE_NAME) as engine, engine.begin() as connection:
        command.downgrade(alembic_on(connection), "0042")
        for table, column in (("people", "rights"), ("staff_roles", "rights"), ("staff_drafts", "withheld")):
            for id, rights in connection.exec_driver_sql(f"SELECT id, {column} FROM {table}").all():
                before = json.dumps([each for each in json.loads(rights) if each not in LATER])
                connection.exec_driver_sql(f"UPDATE {table} SET {column} = ? WHERE id = ?", (before, id))

    with books_from(folder, None, 1) as headquarters, headquarters.database.reading() as session:
        changes = session.scalars(select(Change).where(Change.feed == "staff", Change.key == "kari"))
        told = {row.key: row.value for row in changes if row.value is not None}
        assert "create_order" in told["kari"]["rights"]
        assert told["kari"]["signature"]
        assert staff_changes(session) == []
        assert "create_order" in session.scalars(select(StaffRole.rights)).one()


def test_whoever_closes_shifts_counts_them_from_then_on_and_managers_take_cash_out_too(folder: Path) -> None:
    counting = ["floating_declaration", "tender_declaration"]
    removing = ["blind_close", "cash_removal"]
    till = {*counting, *removing}
    had = {
        "kari": ("cashier", ["close_shift"]),
        "ole": ("cashier", ["edit_order"]),
        "boss": ("manager", ["close_shift"]),
    }
    with books_from(folder, None, 1) as headquarters, headquarters.database.writing() as session:
        staff = [
            StaffMember(user, user, role, "482913", tuple(rights)) for user, (role, rights) in had.items()
        ]
        keep_staff(session, staff, "now")
    with migration_engine(folder / FILE_NAME) as engine, engine.begin() as connection:
        command.downgrade(alembic_on(connection), "0083")
        for table, column in (
            ("people", "rights"), ("staff_roles", "rights"), ("staff_drafts", "withheld"), ("staff_drafts", "given"),
        ):  # fmt: skip
            for id, rights in connection.exec_driver_sql(f"SELECT id, {column} FROM {table}").all():
                before = json.dumps([each for each in json.loads(rights) if each not in {*till, *LATER}])
                connection.exec_driver_sql(f"UPDATE {table} SET {column} = ? WHERE id = ?", (before, id))

    with books_from(folder, None, 1) as headquarters, headquarters.database.reading() as session:
        people = {
            row.user: set(row.rights) & till for row in session.scalars(select(Person)) if row.user in had
        }
        assert people == {"kari": set(counting), "ole": set(), "boss": till}
        assert staff_changes(session) == []


def test_copy_is_made_before_a_migration(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    migrations = tmp_path / "migrations"
    shutil.copytree(migrating.MIGRATIONS, migrations)
    last = newest_migration()
    (migrations / "versions" / "9999_next.py").write_text(
        f"from alembic import op\nrevision, down_revision = '9999', '{last}'\n"
        "def upgrade() -> None:\n"
        "    with op.batch_alter_table('products') as table:\n"
        "        table.alter_column('name', nullable=True)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(migrating, "MIGRATIONS", migrations)

    opened = open_database(folder)

    with opened.reading() as session:
        assert session.scalars(select(Product.number)).all() == ["A"]
        assert session.scalars(select(Price.number)).all() == ["A"]
    opened.close()
    copy = sqlite_driver.connect(str(folder / f"{FILE_NAME}.before-9999"))
    assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [(last,)]
    copy.close()


def test_migration_that_fails_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    migrations = tmp_path / "migrations"
    shutil.copytree(migrating.MIGRATIONS, migrations)
    last = newest_migration()
    (migrations / "versions" / "9999_next.py").write_text(
        f"from alembic import op\nrevision, down_revision = '9999', '{last}'\n"
        "def upgrade() -> None:\n"
        "    op.execute('CREATE TABLE half (id INTEGER)')\n"
        "    raise ZeroDivisionError\n",
        encoding="utf-8",
    )
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "MIGRATIONS", migrations)
        with pytest.raises(ZeroDivisionError):
            open_database(folder)

    opened = open_database(folder)
    with opened.reading() as session:
        assert session.scalars(text("SELECT name FROM sqlite_master WHERE name = 'half'")).all() == []
    opened.close()
