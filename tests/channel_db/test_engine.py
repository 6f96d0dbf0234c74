"""Opening a file: made where there is none, refused in words where it is not ours."""

import sqlite3  # noqa: TID251 -- another program's SQLite, as a shopkeeper's tool would open the file
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from channel_db.engine import PRAGMAS, open_catalog, open_journal
from channel_db.errors import (
    CatalogNotReady,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    LibraryTooOld,
    StorageError,
)
from channel_db.kinds import CATALOG, JOURNAL, LIBRARY_MIN, Kind, check_library
from channel_db.unit_of_work import driver_of
from tests.channel_db.making import NOW, SetClock, opened, product_row, rows

NUMBERS = {"WAL": "wal", "FULL": 2, "NORMAL": 1, "ON": 1, "OFF": 0, "MEMORY": 2}


def test_the_library_is_one_that_cannot_corrupt_a_shared_log() -> None:
    check_library(dbapi2.sqlite_version_info)


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_an_affected_library_is_refused_in_words(version: tuple[int, int, int]) -> None:
    with pytest.raises(LibraryTooOld, match=r"at least 3\.51\.3 is needed"):
        check_library(version)
    check_library(LIBRARY_MIN)


@pytest.mark.parametrize("pragma", PRAGMAS, ids=lambda pragma: str(pragma[0]))
def test_pragmas_hold_on_both_files(tmp_path: Path, pragma: tuple[str, str, str]) -> None:
    name, value, reason = pragma
    journal, catalog = open_journal(tmp_path, SetClock()), open_catalog(tmp_path, SetClock(), writer=False)

    for connection in (journal._connection, catalog._connection):
        found = connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
        assert found == NUMBERS.get(value, value) or str(found) == value
    assert reason
    journal.close()
    catalog.close()


def test_only_what_can_be_downloaded_again_is_committed_without_a_sync(tmp_path: Path) -> None:
    journal, catalog = open_journal(tmp_path, SetClock()), open_catalog(tmp_path, SetClock(), writer=True)

    levels = [
        each._connection.exec_driver_sql("PRAGMA synchronous").scalar_one() for each in (journal, catalog)
    ]

    assert levels == [NUMBERS["FULL"], NUMBERS["NORMAL"]]
    journal.close()
    catalog.close()


@pytest.mark.parametrize("kind", [JOURNAL, CATALOG], ids=lambda kind: kind.name)
def test_both_files_bear_their_own_mark(tmp_path: Path, kind: Kind) -> None:
    open_journal(tmp_path, SetClock()).close()
    open_catalog(tmp_path, SetClock(), writer=True).close()

    with closing(sqlite3.connect(tmp_path / kind.file)) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (kind.application_id,)
        assert file.execute("PRAGMA user_version").fetchone() == (kind.version,)


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    journal = opened(tmp_path)

    modes = {each.name: each.stat().st_mode & 0o077 for each in tmp_path.glob("journal.db*")}
    assert modes == {"journal.db": 0, "journal.db-shm": 0, "journal.db-wal": 0}
    journal.close()


@pytest.mark.parametrize("name", ["journal.db", "catalog.db"])
def test_another_programs_file_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    with closing(sqlite3.connect(tmp_path / name)) as file:
        file.execute("CREATE TABLE recipes (name)")
        file.commit()
    before = (tmp_path / name).read_bytes()

    with pytest.raises(DatabaseForeign, match=f"{name} belongs to another program"):
        _open(name, tmp_path)
    assert (tmp_path / name).read_bytes() == before


def test_the_other_file_under_this_name_is_refused(tmp_path: Path) -> None:
    open_catalog(tmp_path, SetClock(), writer=True).close()
    (tmp_path / "catalog.db").replace(tmp_path / "journal.db")

    with pytest.raises(DatabaseForeign):
        open_journal(tmp_path, SetClock())


@pytest.mark.parametrize("name", ["journal.db", "catalog.db"])
def test_a_newer_programs_file_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    _open(name, tmp_path)
    with closing(sqlite3.connect(tmp_path / name)) as file:
        file.execute("PRAGMA user_version = 77")
    before = (tmp_path / name).read_bytes()

    with pytest.raises(DatabaseNewer, match="Install the newer Kassa"):
        _open(name, tmp_path)
    assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize("damage", ["text", "page"])
def test_a_damaged_journal_is_refused_in_words_and_left_as_it_is(tmp_path: Path, damage: str) -> None:
    opened(tmp_path).close()
    _damage(tmp_path / "journal.db", damage)
    before = (tmp_path / "journal.db").read_bytes()

    with pytest.raises(DatabaseDamaged, match=r"journal\.db is damaged"):
        open_journal(tmp_path, SetClock())
    assert (tmp_path / "journal.db").read_bytes() == before
    assert not list(tmp_path.glob("*damaged*"))


@pytest.mark.parametrize("damage", ["text", "staff"])
def test_a_damaged_catalogue_is_moved_aside_and_made_anew_by_the_agent(tmp_path: Path, damage: str) -> None:
    open_catalog(tmp_path, SetClock(), writer=True).close()
    _damage(tmp_path / "catalog.db", damage)
    before = (tmp_path / "catalog.db").read_bytes()

    with pytest.raises(CatalogNotReady, match="being fetched anew"):
        open_catalog(tmp_path, SetClock(), writer=False)
    catalog = open_catalog(tmp_path, SetClock(), writer=True)

    assert (catalog.cursor("products"), catalog.is_ready()) == ("", False)
    assert (tmp_path / "catalog.damaged-20261121T100000.db").read_bytes() == before
    catalog.close()


def test_damage_among_the_products_is_found_by_the_agent_and_told_to_whoever_reads_them(
    tmp_path: Path,
) -> None:
    """Reading through a million products would hold up a register's start; the agent does it beside."""
    catalog = open_catalog(tmp_path, SetClock(), writer=True)
    catalog.apply_page("products", rows({"1": product_row("1", "One")}), "1", NOW)
    catalog.close()
    _damage(tmp_path / "catalog.db", "products")

    reader = open_catalog(tmp_path, SetClock(), writer=False)
    with pytest.raises(CatalogNotReady, match="being fetched anew"):
        reader.product_by_number("1")
    anew = open_catalog(tmp_path, SetClock(), writer=True)

    assert anew.cursor("products") == ""
    assert reader.is_replaced()
    anew.close()
    reader.close()


def test_a_reader_notices_that_the_catalogue_was_made_anew(tmp_path: Path) -> None:
    open_catalog(tmp_path, SetClock(), writer=True).close()
    reader = open_catalog(tmp_path, SetClock(), writer=False)
    assert not reader.is_replaced()
    reader._connection.exec_driver_sql("SELECT 1").close()
    _damage(tmp_path / "catalog.db", "text")

    open_catalog(tmp_path, SetClock(), writer=True).close()

    assert reader.is_replaced()
    reader.close()


def test_only_the_writer_can_change_the_catalogue(tmp_path: Path) -> None:
    reader = open_catalog(tmp_path, SetClock(), writer=False)

    with pytest.raises(StorageError):
        reader.apply_page("products", rows({"1": product_row("1", "One")}), "1", NOW)
    reader.close()


def test_opening_again_needs_no_alembic(tmp_path: Path) -> None:
    opened(tmp_path).close()
    code = (
        "import sys; from pathlib import Path; from tests.channel_db.making import opened;"
        f"opened(Path({str(tmp_path)!r})).close(); sys.exit('alembic' in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)


def test_a_change_of_another_process_shows(tmp_path: Path) -> None:
    writer = open_catalog(tmp_path, SetClock(), writer=True)
    reader = open_catalog(tmp_path, SetClock(), writer=False)
    before = reader.changes()
    assert reader.changes() == before

    writer.apply_page("products", rows({"1": product_row("1", "One")}), "1", NOW)

    assert reader.changes() != before
    writer.close()
    reader.close()


def test_statements_are_understood_by_the_driver_we_ask_for(tmp_path: Path) -> None:
    journal = opened(tmp_path)

    assert type(driver_of(journal._connection)).__module__.startswith("sqlcipher3")
    journal.close()


def _open(name: str, folder: Path) -> None:
    if name == "journal.db":
        open_journal(folder, SetClock()).close()
    else:
        open_catalog(folder, SetClock(), writer=True).close()


def _damage(file: Path, how: str) -> None:
    if how == "text":
        file.write_text("This is no database at all, but it is long enough to be looked at. " * 100)
        return
    content = bytearray(file.read_bytes())
    # The second and third page, header included: their cells cannot be what the schema promises.
    begin, end = 4096, 3 * 4096
    if how != "page":
        with closing(dbapi2.connect(str(file))) as driver:
            sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            (page,) = driver.execute(sql, (how,)).fetchone()
        begin, end = (page - 1) * 4096, page * 4096
    content[begin:end] = b"\x17" * (end - begin)
    file.write_bytes(bytes(content))
