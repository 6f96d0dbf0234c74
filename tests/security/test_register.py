"""A register's files are its owner's, run nothing that was planted in them, and hold what was done."""

import stat
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from channel_db.engine import open_journal
from channel_db.errors import StorageBug, StorageError
from channel_db.journal.repository import Journal
from channel_db.logs import logging_to
from retail.settings import StoreSettings
from tests.channel_db.making import SetClock, conclude, opened, sale_cart

CHECKOUT = Path(__file__).resolve().parents[2]
EMPTY = {"journal.reserve"}
"""Files of which nobody learns anything: room that is kept free."""
PAGE = CHECKOUT / "docs" / "security.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register's data folder with a sale in it, and nobody at work."""
    data = tmp_path / "data"
    journal = opened(data)
    with journal.unit_of_work() as work:
        conclude(work, sale_cart(1))
    journal.keep_copy(SetClock().now().date())
    journal.check_room()
    journal.close()
    return data


@pytest.fixture
def journal(folder: Path) -> Iterator[Journal]:
    found = open_journal(folder, SetClock())
    yield found
    found.close()


def test_s33_nobody_else_reads_what_lies_in_a_data_folder(folder: Path) -> None:
    with logging_to(folder, "agent"):
        pass

    readable = {
        file.name
        for file in folder.rglob("*")
        if file.is_file() and is_others(file) and not any(closed(each, folder) for each in file.parents)
    }

    assert readable == EMPTY


def is_others(file: Path) -> bool:
    """Whether anybody but its owner may read or write it."""
    return bool(file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def closed(place: Path, folder: Path) -> bool:
    return place != folder and folder in place.parents and not is_others(place)


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER evil AFTER INSERT ON outbox BEGIN SELECT load_extension('/tmp/evil'); END",
        "CREATE TRIGGER evil AFTER INSERT ON outbox BEGIN SELECT fts3_tokenizer('simple', x'00'); END",
    ],
)
def test_s37_what_was_planted_in_a_database_is_not_run(folder: Path, planted: str) -> None:
    with dbapi2.connect(str(folder / "journal.db")) as file:
        file.execute(planted)
    journal = open_journal(folder, SetClock())

    with pytest.raises((StorageBug, StorageError)) as refused, journal.unit_of_work() as work:
        conclude(work, sale_cart(2))

    journal.close()
    assert any(
        words in str(refused.value) for words in ("unsafe use of", "not authorized", "no such function")
    )


def test_s37_no_extension_can_be_loaded(journal: Journal) -> None:
    with pytest.raises((StorageBug, StorageError), match=r"not authorized|no such function"):
        journal._connection.exec_driver_sql("SELECT load_extension('/tmp/evil')")


@pytest.mark.parametrize(
    "attempt",
    [
        "DELETE FROM journal_entries",
        "UPDATE journal_entries SET user = 'nobody'",
        "INSERT OR REPLACE INTO journal_entries SELECT number, at, kind, 'nobody', text, hash FROM journal_entries",
        "DELETE FROM transactions",
        "UPDATE transactions SET total_minor = 0",
        "DELETE FROM tenders",
        "UPDATE outbox SET text = '{}'",
        "DELETE FROM outbox",
    ],
)
def test_s43_no_statement_takes_back_what_was_done(journal: Journal, attempt: str) -> None:
    driver = journal._connection
    tables = ("journal_entries", "transactions", "tenders", "outbox")
    before = [driver.exec_driver_sql(f"SELECT * FROM {table}").all() for table in tables]

    with pytest.raises(StorageBug):
        driver.exec_driver_sql(attempt)

    assert [driver.exec_driver_sql(f"SELECT * FROM {table}").all() for table in tables] == before


def test_s47_every_switch_of_a_store_stands_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    listed = page.partition("## Every switch")[2].partition("all of it:")[2].partition("\n\n")[0]

    named = set(listed.split("`")[1::2])
    assert named == {each.name for each in fields(StoreSettings)}
