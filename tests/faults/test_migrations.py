"""A program that ends at any statement of its migrations leaves old tables or new ones, and the next start finishes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from alembic import command
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.orm import Session

from channel_db import upgrade
from channel_db.engine import connect, open_journal
from channel_db.kinds import JOURNAL
from headquarters import migrating
from headquarters.database import FILE_NAME, open_database
from headquarters.on_sqlite import migration_engine
from tests.channel_db.making import SetClock
from tests.faults.whole import left_by_a_kill
from tests.headquarters.conftest import Books, HandClock, parts_on
from tests.headquarters.shop import sent

SOLD = """
INSERT INTO outbox (uuid, kind, text, fingerprint, kept_at, state, attempts, last_error) VALUES
('00000000-0000-7000-8000-000000000001', 'transaction', '{"kind": "transaction"}', 'print',
'2026-11-21', 'waiting', 0, '')
"""


def first_version(folder: Path) -> Connection:
    """A journal of the first version, with a document that waits."""
    folder.mkdir()
    scripts = folder.with_name("scripts")
    shutil.copytree(upgrade.migrations_folder("journal"), scripts)
    for each in (scripts / "versions").glob("*.py"):
        if not each.name.startswith("0001"):
            each.unlink()
    connection = connect(folder / JOURNAL.file)
    upgrade.upgrade(connection, JOURNAL, folder / JOURNAL.file, SetClock(), scripts)
    connection.exec_driver_sql(SOLD)
    return connection


class Seen:
    """What lay in a folder before each statement; the same as before another is kept once."""

    def __init__(self, folder: Path, to: Path) -> None:
        self.left: dict[bytes, Path] = {}
        self.statements = 0
        self._folder, self._to = folder, to

    @contextmanager
    def before_every_statement(self) -> Iterator[None]:
        event.listen(Engine, "before_cursor_execute", self._look)
        try:
            yield
        finally:
            event.remove(Engine, "before_cursor_execute", self._look)
        self._look()

    def _look(self, *given: object) -> None:
        self.statements += 1
        files = [each for each in sorted(self._folder.glob("*.db*")) if not each.name.endswith("-shm")]
        content = b"".join([each.read_bytes() for each in files])
        if content not in self.left:
            self.left[content] = left_by_a_kill(self._folder, self._to / f"left-{self.statements}")


def test_47_a_register_killed_at_any_statement_of_its_migrations_has_all_of_them_after_the_next_start(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "register"
    connection = first_version(folder)
    seen = Seen(folder, tmp_path)

    with seen.before_every_statement():
        upgrade.upgrade(connection, JOURNAL, folder / JOURNAL.file, SetClock())
    connection.close()

    assert seen.statements > 50
    versions = set()
    for each in seen.left.values():
        found = connect(each / JOURNAL.file)
        versions.add(found.exec_driver_sql("PRAGMA user_version").scalar_one())
        found.close()
        journal = open_journal(each, SetClock())
        [document] = journal.outbox()
        assert (document.text, document.fingerprint) == ('{"kind": "transaction"}', "print")
        journal.verify_chain()
        journal.close()
    assert versions == {1, JOURNAL.version}


def old_headquarters(folder: Path, shop_folder: Path) -> None:
    """The books of a shop that has sold, with the tables of an early version."""
    shutil.copytree(shop_folder, folder)
    clock = HandClock()
    books = Books(parts_on(folder, clock), clock, folder)
    register = books.enrol()
    ole = register.customer()
    books.upload(sent(ole), sent(register.order(ole.id, "Ole Moe")), sent(register.sale()))
    for job in ("synchronize-customers", "synchronize-orders"):
        books.job(job)
    assert books.counts() == {"customers": 2, "orders": 1, "transactions": 2, "cases": 0, "parked": 0}
    books.parts.database.close()
    with migration_engine(folder / FILE_NAME) as engine, engine.connect() as connection:
        command.downgrade(migrating.alembic_on(connection), "0002")
        connection.commit()


def test_47_a_headquarters_killed_at_any_statement_of_its_migrations_has_all_of_them_and_every_row_after_the_next_start(
    tmp_path: Path, shop_folder: Path
) -> None:
    folder = tmp_path / "headquarters"
    old_headquarters(folder, shop_folder)
    seen = Seen(folder, tmp_path)

    with seen.before_every_statement():
        open_database(folder).close()

    assert seen.statements > 100
    whole = after_a_start(folder)
    assert len(whole.rows["uploads"]) == 3
    assert len(whole.rows["changes"]) > 5
    for each in seen.left.values():
        assert after_a_start(each) == whole


class Everything(NamedTuple):
    """The tables of headquarters, whatever the order of their parts, and all their rows."""

    tables: list[str]
    rows: dict[str, list[Any]]


def after_a_start(folder: Path) -> Everything:
    """What is there once headquarters has started on these files."""
    opened = open_database(folder)
    with opened.reading() as session:
        found = session.execute(
            text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        ).all()
        rows = {name: rows_of(session, name) for kind, name, _ in found if kind == "table"}
    opened.close()
    return Everything(["".join(sorted(sql)) for *_, sql in found], rows)


def rows_of(session: Session, table: str) -> list[str]:
    """Every row of a table, but for a secret that a migration draws."""
    rows = session.execute(text(f"SELECT * FROM {table}")).mappings()
    return sorted([repr(sorted({**row, "token_secret": ""}.items())) for row in rows])
