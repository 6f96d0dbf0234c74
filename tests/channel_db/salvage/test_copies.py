"""Claims: once a day a whole copy, for its owner alone; a week of them; never at the cost of a sale."""

import os
import shutil
from collections import namedtuple
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from channel_db.journal.repository import Journal
from channel_db.salvage import copies
from tests.channel_db.making import conclude, sale_cart

DAY = date(2026, 11, 21)


def test_a_copy_holds_what_still_lies_in_the_log_and_is_the_owners_alone(
    journal: Journal, tmp_path: Path
) -> None:
    with journal.unit_of_work() as work:
        made = conclude(work, sale_cart())
    assert (tmp_path / "journal.db-wal").stat().st_size > 0

    assert journal.keep_copy(DAY)

    copy = copies.copy_of(tmp_path, DAY)
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600
    with closing(dbapi2.connect(str(copy))) as driver:
        assert driver.execute("SELECT uuid FROM transactions").fetchall() == [(made.id,)]


def test_one_copy_a_day_and_a_week_of_them(journal: Journal, tmp_path: Path) -> None:
    made = [journal.keep_copy(DAY + timedelta(days=at)) for at in range(9)]

    assert all(made)
    assert not journal.keep_copy(DAY + timedelta(days=8))
    kept = sorted(each.name for each in (tmp_path / copies.FOLDER).iterdir())
    assert kept == [f"journal-2026-11-{day}.db" for day in range(23, 30)]
    assert copies.newest_copy(tmp_path) == copies.copy_of(tmp_path, date(2026, 11, 29))


def test_a_disk_without_room_keeps_its_sales_and_its_older_copies(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.keep_copy(DAY)
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil gives it
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(0, 0, 1024))

    assert not journal.keep_copy(DAY + timedelta(days=1))

    assert copies.newest_copy(tmp_path) == copies.copy_of(tmp_path, DAY)


def test_a_damaged_journal_takes_no_copys_place(journal: Journal, tmp_path: Path) -> None:
    journal.keep_copy(DAY)
    journal.close()
    (tmp_path / "journal.db").write_bytes(b"SQLite format 3\0" + b"nonsense" * 1000)

    assert not copies.keep_copy(tmp_path, DAY + timedelta(days=1))

    assert [each.name for each in (tmp_path / copies.FOLDER).iterdir()] == ["journal-2026-11-21.db"]
