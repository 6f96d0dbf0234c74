"""The account of what was done proves itself, and names the entry that was tampered with."""

import sqlite3  # noqa: TID251 -- a tamperer uses what is at hand, not our driver
from contextlib import closing
from pathlib import Path

import pytest

from channel_db.errors import ChainBroken
from channel_db.journal import entries
from channel_db.journal.repository import Journal
from retail.journal import FIRST, link
from tests.channel_db.making import opened


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine entries are more than two pages."""
    monkeypatch.setattr(entries, "PAGE", 4)


@pytest.fixture
def file(journal: Journal, tmp_path: Path) -> Path:
    """A journal file with nine entries, closed."""
    for number in range(1, 10):
        with journal.unit_of_work() as work:
            work.add_journal_entry(
                f"2026-11-21T10:0{number}:00.000+00:00", "line.void", "ann", f"line {number}"
            )
    journal.close()
    return tmp_path / "journal.db"


def tamper(file: Path, sql: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)
        connection.commit()


def broken_at(file: Path) -> int | None:
    journal = opened(file.parent)
    try:
        journal.verify_chain()
    except ChainBroken as broken:
        return broken.number
    finally:
        journal.close()
    return None


def test_an_untouched_account_proves_itself(file: Path) -> None:
    assert broken_at(file) is None


def test_an_empty_account_proves_itself(journal: Journal) -> None:
    journal.verify_chain()

    assert list(journal.entries()) == []


@pytest.mark.parametrize(
    ("sql", "number"),
    [
        ("UPDATE journal_entries SET text = 'line 8' WHERE number = 4", 4),
        ("UPDATE journal_entries SET at = '2026-11-21T10:04:00.001+00:00' WHERE number = 4", 4),
        ("UPDATE journal_entries SET user = 'bob' WHERE number = 1", 1),
        ("UPDATE journal_entries SET kind = 'line.add' WHERE number = 9", 9),
        (
            "UPDATE journal_entries SET hash = (SELECT hash FROM journal_entries WHERE number = 2) WHERE number = 3",
            3,
        ),
        ("DELETE FROM journal_entries WHERE number = 5", 5),
        ("DELETE FROM journal_entries WHERE number = 1", 1),
        ("INSERT INTO journal_entries VALUES (10, 't', 'k', 'u', 'x', 'h')", 10),
    ],
)
def test_tampering_is_found_by_its_number(file: Path, sql: str, number: int) -> None:
    tamper(file, sql)

    assert broken_at(file) == number


def test_a_changed_entry_with_a_right_hash_breaks_the_one_after(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        (previous,) = connection.execute("SELECT hash FROM journal_entries WHERE number = 3").fetchone()
    forged = link(previous, 4, "2026-11-21T10:04:00.000+00:00", "line.void", "ann", "nothing")
    tamper(file, f"UPDATE journal_entries SET text = 'nothing', hash = '{forged}' WHERE number = 4")

    assert broken_at(file) == 5


def test_the_first_entry_stands_on_the_known_beginning(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        work.add_journal_entry("t", "k", "u", "x")

    (entry,) = journal.entries()
    assert entry.hash == link(FIRST, 1, "t", "k", "u", "x")


def test_an_entry_taken_back_leaves_no_gap(journal: Journal) -> None:
    with pytest.raises(UnicodeEncodeError), journal.unit_of_work() as work:
        work.add_journal_entry("t", "k", "u", "\ud800")
    with journal.unit_of_work() as work:
        work.add_journal_entry("t", "k", "u", "x")

    assert [entry.number for entry in journal.entries()] == [1]
    journal.verify_chain()
