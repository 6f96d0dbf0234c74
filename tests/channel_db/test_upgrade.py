"""Upgrades: a copy first, then all of it or nothing."""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from channel_db import upgrade
from channel_db.base import CatalogBase, JournalBase
from channel_db.catalog import models as catalog_models
from channel_db.engine import connect, open_journal, set_pragmas
from channel_db.errors import DatabaseDamaged, StorageBug
from channel_db.journal import models as journal_models
from channel_db.journal import shift_models
from channel_db.kinds import CATALOG, JOURNAL, Kind
from tests.channel_db.making import SetClock, conclude, opened, order_cart

BASES = {"journal": JournalBase, "catalog": CatalogBase}
assert len({journal_models, shift_models, catalog_models}) == 3  # loaded, so that the metadata is full

MIGRATION = '''"""{why}."""

import os
import signal

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before!r}


def upgrade() -> None:
{steps}
'''
FIRST = """    op.create_table("parents", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.Text()))
    op.create_table(
        "children",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("parents.id", name="fk_children", ondelete="CASCADE")),
    )
"""
CHANGE_PARENTS = """    with op.batch_alter_table("parents") as parents:
        parents.alter_column("name", nullable=False, existing_type=sa.Text(), server_default="")
        parents.add_column(sa.Column("age", sa.Integer()))
"""


class Scripts:
    """A migration folder of the test's own, for a file of its own."""

    kind = Kind("family", 0x46414D00, 2)

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "scripts"
        self.file = folder / "family.db"
        (self.folder / "versions").mkdir(parents=True)
        source = (upgrade.migrations_folder("journal") / "env.py").read_text()
        (self.folder / "env.py").write_text(source)
        self.add("0001", None, FIRST)

    def add(self, revision: str, before: str | None, steps: str) -> None:
        text = MIGRATION.format(why=f"Step {revision}", revision=revision, before=before, steps=steps)
        (self.folder / "versions" / f"{revision}.py").write_text(text)

    def upgrade(self) -> Connection:
        """Upgrade the file as far as the folder goes, and open it as the register would."""
        connection = connect(self.file)
        try:
            upgrade.upgrade(connection, self.kind, self.file, SetClock(), self.folder)
        except BaseException:
            connection.close()
            raise
        set_pragmas(connection)
        return connection

    def family(self) -> Connection:
        """The file at its first version, with a parent and two children."""
        connection = self.upgrade()
        connection.exec_driver_sql("INSERT INTO parents VALUES (1, 'Ann')")
        connection.exec_driver_sql("INSERT INTO children VALUES (1, 1), (2, 1)")
        return connection


@pytest.fixture
def scripts(tmp_path: Path) -> Scripts:
    return Scripts(tmp_path)


def schema_of(connection: Connection) -> dict[str, str]:
    texts = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in texts}


def count(connection: Connection, table: str) -> int:
    number: int = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    return number


@pytest.mark.parametrize("kind", [JOURNAL, CATALOG], ids=lambda kind: kind.name)
def test_migrations_make_exactly_what_the_models_say(tmp_path: Path, kind: Kind) -> None:
    connection = connect(tmp_path / kind.file)
    upgrade.upgrade(connection, kind, tmp_path / kind.file, SetClock())
    made = schema_of(connection)

    tables = BASES[kind.name].metadata.tables
    said = {
        name: str(CreateTable(table).compile(dialect=connection.dialect)) for name, table in tables.items()
    }
    for table in tables.values():
        said |= {str(i.name): str(CreateIndex(i).compile(dialect=connection.dialect)) for i in table.indexes}
    # CHECK constraints among them, which `alembic check` does not see.
    assert {name: _plain(made[name]) for name in said} == {name: _plain(text) for name, text in said.items()}
    connection.close()


@pytest.mark.parametrize("kind", [JOURNAL, CATALOG], ids=lambda kind: kind.name)
def test_every_constraint_has_a_name(kind: Kind) -> None:
    for table in BASES[kind.name].metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name, f"{table.name}: {constraint}"


@pytest.mark.parametrize("kind", [JOURNAL, CATALOG], ids=lambda kind: kind.name)
def test_models_and_migrations_agree(kind: Kind) -> None:
    upgrade.check(kind)


@pytest.mark.parametrize("kind", [JOURNAL, CATALOG], ids=lambda kind: kind.name)
def test_a_model_without_its_migration_fails_the_check(
    kind: Kind, capsys: pytest.CaptureFixture[str]
) -> None:
    from sqlalchemy import Column, Table, Text  # noqa: PLC0415 -- only to plant the difference

    metadata = BASES[kind.name].metadata
    planted = Table("forgotten", metadata, Column("name", Text, primary_key=True))
    try:
        assert upgrade.main(["--check"]) == 1
    finally:
        metadata.remove(planted)
    assert "forgotten" in capsys.readouterr().err
    assert upgrade.main(["--check"]) == 0


@pytest.mark.parametrize("kind", [JOURNAL, CATALOG], ids=lambda kind: kind.name)
def test_the_version_we_know_is_the_newest_migration(kind: Kind) -> None:
    folder = upgrade.migrations_folder(kind.name) / "versions"

    assert max(int(each.name[:4]) for each in folder.glob("0*.py")) == kind.version


def test_a_new_file_needs_no_copy(tmp_path: Path) -> None:
    open_journal(tmp_path, SetClock()).close()

    assert not list(tmp_path.glob("*before-upgrade*"))


def test_the_copy_made_before_holds_the_old_tables_and_rows(scripts: Scripts) -> None:
    family = scripts.family()
    scripts.add("0002", "0001", CHANGE_PARENTS)

    scripts.upgrade().close()

    # The family was open all the time: its rows lay in the log, not yet in the file.
    copy = connect(scripts.file.with_name("family.before-upgrade-of-1-20261121T100000.db"))
    assert count(copy, "children") == 2
    assert "age" not in schema_of(copy)["parents"]
    copy.close()
    family.close()


def test_a_batch_migration_keeps_the_children_of_a_cascade(scripts: Scripts) -> None:
    scripts.family().close()
    scripts.add("0002", "0001", CHANGE_PARENTS)

    family = scripts.upgrade()

    assert (count(family, "parents"), count(family, "children")) == (1, 2)
    assert family.exec_driver_sql("PRAGMA user_version").scalar_one() == 2
    assert family.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    family.close()


def test_the_cascade_trap_is_real(scripts: Scripts) -> None:
    family = scripts.family()
    family.exec_driver_sql("PRAGMA foreign_keys = ON")

    family.exec_driver_sql("CREATE TABLE _alembic_tmp_parents (id INTEGER PRIMARY KEY, name TEXT)")
    family.exec_driver_sql("INSERT INTO _alembic_tmp_parents SELECT * FROM parents")
    family.exec_driver_sql("DROP TABLE parents")

    assert count(family, "children") == 0
    family.close()


def test_a_migration_that_fails_half_way_leaves_the_old_tables(scripts: Scripts) -> None:
    scripts.family().close()
    before = _schema(scripts.file)
    scripts.add("0002", "0001", CHANGE_PARENTS + '    op.execute("INSERT INTO nowhere VALUES (1)")\n')

    with pytest.raises(StorageBug):
        scripts.upgrade()

    assert _schema(scripts.file) == before


def test_a_migration_that_breaks_a_reference_is_taken_back(scripts: Scripts) -> None:
    scripts.family().close()
    scripts.add("0002", "0001", '    op.execute("DELETE FROM parents")\n')

    with pytest.raises(DatabaseDamaged):
        scripts.upgrade()

    family = connect(scripts.file)
    assert (count(family, "parents"), count(family, "children")) == (1, 2)
    family.close()


def test_a_migration_killed_in_the_middle_leaves_the_old_tables_and_can_go_again(scripts: Scripts) -> None:
    scripts.family().close()
    before = _schema(scripts.file)
    scripts.add("0002", "0001", CHANGE_PARENTS + "    os.kill(os.getpid(), signal.SIGKILL)\n")
    code = (
        "import sys; from pathlib import Path; from channel_db import upgrade; from channel_db.engine import connect;"
        "from tests.channel_db.making import SetClock; from tests.channel_db.test_upgrade import Scripts;"
        "folder = Path(sys.argv[1]); file = folder / 'family.db';"
        "upgrade.upgrade(connect(file), Scripts.kind, file, SetClock(), folder / 'scripts')"
    )

    killed = subprocess.run([sys.executable, "-c", code, str(scripts.file.parent)], check=False, timeout=300)

    assert killed.returncode == -signal.SIGKILL
    assert _schema(scripts.file) == before
    scripts.add("0002", "0001", CHANGE_PARENTS)
    family = scripts.upgrade()
    assert "age" in schema_of(family)["parents"]
    family.close()


def test_two_processes_that_open_a_new_file_at_once_make_it_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.channel_db.making import SetClock;"
        "from channel_db.engine import open_journal; open_journal(Path(sys.argv[1]), SetClock()).close()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]

    both = [subprocess.Popen(command) for _ in range(2)]

    assert [each.wait(timeout=300) for each in both] == [0, 0]
    opened(tmp_path).close()


def test_an_upgraded_journal_can_be_sold_on(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    upgrade.upgrade(journal._connection, JOURNAL, tmp_path / "journal.db", SetClock())
    set_pragmas(journal._connection)

    with journal.unit_of_work() as work:
        conclude(work, order_cart())
    journal.verify_chain()
    journal.close()


def test_the_draft_of_a_migration_is_numbered_after_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(upgrade.migrations_folder("catalog"), tmp_path / "catalog")
    before = {each.name for each in (tmp_path / "catalog" / "versions").glob("*.py")}
    monkeypatch.setattr(upgrade, "migrations_folder", lambda name: tmp_path / name)

    assert upgrade.main(["--new", "catalog", "nothing new"]) == 0

    made = {each.name for each in (tmp_path / "catalog" / "versions").glob("*.py")} - before
    assert made == {f"{max(int(name[:4]) for name in before) + 1:04}_nothing_new.py"}


def _schema(file: Path) -> dict[str, str]:
    connection = connect(file)
    try:
        return schema_of(connection)
    finally:
        connection.close()


def _plain(sql: str) -> tuple[str, list[str]]:
    """The columns and the constraints of a statement; the order of constraints means nothing."""
    text = re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")").replace('"', "").strip()
    columns, *constraints = (
        text.replace(") STRICT", ", STRICT").replace(") WITHOUT", ", WITHOUT").split(", CONSTRAINT ")
    )
    return columns, sorted(each for part in constraints for each in part.split(", "))
