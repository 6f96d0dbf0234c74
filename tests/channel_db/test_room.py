"""Room for the open sale is proved before money is taken."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from channel_db import engine, room
from channel_db.errors import DatabaseDamaged, DatabaseReplaced, DiskFull, DiskTrouble
from channel_db.faults import explain
from channel_db.journal.repository import Journal
from channel_db.kinds import Kind
from retail.clock import Clock
from tests.channel_db.making import conclude, opened, order_cart
from tests.channel_db.test_faults import fill


def test_the_reserve_is_real_bytes(journal: Journal, tmp_path: Path) -> None:
    journal.check_room()

    reserve = (tmp_path / room.RESERVE).stat()
    assert reserve.st_size == room.RESERVE_BYTES
    assert reserve.st_blocks * 512 >= room.RESERVE_BYTES


def test_a_reserve_that_stands_is_not_written_again(journal: Journal, tmp_path: Path) -> None:
    journal.check_room()
    before = (tmp_path / room.RESERVE).stat()
    journal.check_room()

    assert (tmp_path / room.RESERVE).stat().st_mtime_ns == before.st_mtime_ns


def test_a_reserve_cut_short_is_made_whole(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / room.RESERVE).write_bytes(b"short")
    journal.check_room()

    assert (tmp_path / room.RESERVE).stat().st_size == room.RESERVE_BYTES


def test_a_disk_without_room_for_the_reserve_is_refused_before_money_is_taken(tmp_path: Path) -> None:
    too_much = shutil.disk_usage(tmp_path).free + (1 << 40)

    with pytest.raises(DiskFull, match="Make room on it before the next sale"):
        room.check(tmp_path, reserve_bytes=too_much)
    assert not (tmp_path / room.RESERVE).exists()


def test_a_disk_with_the_reserve_and_nothing_else_is_refused_too(tmp_path: Path) -> None:
    room.check(tmp_path)

    with pytest.raises(DiskFull):
        room.check(tmp_path, free_bytes_min=shutil.disk_usage(tmp_path).free + (1 << 40))
    assert (tmp_path / room.RESERVE).exists()


def test_a_sale_whose_money_was_taken_is_kept_by_giving_the_reserve_up(journal: Journal) -> None:
    journal.check_room()
    fill(journal)
    with pytest.raises(DiskFull), journal.unit_of_work() as work:
        conclude(work, order_cart(lines=100))

    assert journal.release_room()
    journal._connection.exec_driver_sql("PRAGMA max_page_count = 1000000").close()
    with journal.unit_of_work() as work:
        conclude(work, order_cart(lines=100))

    assert journal.waiting().count == 1
    assert not journal.release_room()


@pytest.mark.parametrize("what", ["removed", "replaced"])
def test_a_journal_that_is_not_there_any_more_takes_no_money(tmp_path: Path, what: str) -> None:
    journal = opened(tmp_path)
    journal.check_room()
    os.rename(tmp_path / "journal.db", tmp_path / "moved.db")  # noqa: PTH104 -- the plain act of a tidy person
    if what == "replaced":
        shutil.copy(tmp_path / "moved.db", tmp_path / "journal.db")

    with pytest.raises(DatabaseReplaced, match="Take no money"):
        journal.check_room()
    journal.close()


def test_a_journal_that_finds_no_room_to_open_gives_the_reserve_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path).close()
    room.check(tmp_path)
    really_open = engine._open

    def open_where_there_is_room(kind: Kind, folder: Path, clock: Clock) -> Connection:
        if (folder / room.RESERVE).exists():
            raise DiskFull
        return really_open(kind, folder, clock)

    monkeypatch.setattr(engine, "_open", open_where_there_is_room)

    opened(tmp_path).close()

    assert not (tmp_path / room.RESERVE).exists()


def test_a_journal_that_finds_no_room_and_no_reserve_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> Connection:
        raise DiskFull

    monkeypatch.setattr(engine, "_open", refuse)

    with pytest.raises(DiskFull):
        opened(tmp_path)


@pytest.mark.parametrize(("free", "meaning"), [(0, DiskFull), (1 << 30, DiskTrouble)])
def test_an_io_error_on_a_disk_without_a_free_page_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, meaning: type[Exception]
) -> None:
    fault = dbapi2.OperationalError("disk I/O error")
    fault.sqlite_errorcode = 10
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=free))

    with pytest.raises(meaning):
        explain(fault, "SELECT 1", tmp_path / "journal.db", DatabaseDamaged)
