"""The machine's trouble is told calmly; our own mistakes are logged with their statement."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from channel_db.engine import open_journal
from channel_db.errors import DatabaseBusy, DatabaseDamaged, DiskFull, DiskTrouble, StorageBug
from channel_db.journal.repository import Journal
from retail.cart import Cart
from tests.channel_db.making import SetClock, conclude, opened, order_cart, sale_cart


def fill(journal: Journal) -> None:
    """Let SQLite believe that the disk has no page left."""
    pages = journal._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    journal._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").close()


def conclude_the_cart(journal: Journal, cart: Cart, afterwards: Callable[[], object] = lambda: None) -> None:
    with journal.unit_of_work() as work:
        conclude(work, cart)
        if journal.open_cart() is not None:
            work.keep_cart(cart, None)
        afterwards()


def test_a_full_disk_is_told_calmly_and_nothing_is_kept_by_half(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        work.keep_cart(None, order_cart(lines=100))
    fill(journal)

    with pytest.raises(DiskFull, match="Make room"):
        conclude_the_cart(journal, order_cart(lines=100))

    assert journal.open_cart() == order_cart(lines=100)
    assert journal.last_transaction() is None
    assert journal.waiting().count == 0


def test_the_next_sale_works_when_there_is_room_again(journal: Journal) -> None:
    fill(journal)
    with pytest.raises(DiskFull), journal.unit_of_work() as work:
        conclude(work, order_cart(lines=100))
    journal._connection.exec_driver_sql("PRAGMA max_page_count = 1000000").close()

    with journal.unit_of_work() as work:
        made = conclude(work, order_cart(lines=100))

    assert made.number == 1
    assert journal.last_transaction() == made


def test_a_file_held_by_another_for_too_long_is_told_calmly(journal: Journal, tmp_path: Path) -> None:
    other = open_journal(tmp_path, SetClock())
    other._connection.exec_driver_sql("PRAGMA busy_timeout = 50").close()

    with (
        journal.unit_of_work(),
        pytest.raises(DatabaseBusy, match="Nothing was changed"),
        other.unit_of_work(),
    ):
        pass
    other.close()


def test_a_file_held_for_a_moment_is_waited_for(journal: Journal, tmp_path: Path) -> None:
    other = open_journal(tmp_path, SetClock())
    begun, done = threading.Event(), []

    def wait_and_sell() -> None:
        begun.set()
        with other.unit_of_work() as work:
            done.append(conclude(work, sale_cart(2)).number)

    with journal.unit_of_work() as work:
        waiter = threading.Thread(target=wait_and_sell)
        waiter.start()
        begun.wait(60)
        conclude(work, sale_cart(1))
    waiter.join(60)

    assert done == [2]
    other.close()


def test_damage_that_shows_later_is_told_in_words(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for number in range(1, 40):
        with journal.unit_of_work() as work:
            conclude(work, sale_cart(number))
    journal._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
    with (tmp_path / "journal.db").open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(4096)
        file.write(b"\x17" * (size - 4096))

    # A process of its own, which has none of the pages in memory.
    code = (
        "import sys; from pathlib import Path; from channel_db.engine import connect, set_pragmas;"
        "from channel_db.kinds import JOURNAL;"
        "c = connect(Path(sys.argv[1])); set_pragmas(c); c.exec_driver_sql('SELECT * FROM transactions').all()"
    )
    journal.close()
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "journal.db")],
        check=False, capture_output=True, text=True, timeout=300,
    )  # fmt: skip

    assert f"{DatabaseDamaged.__module__}.{DatabaseDamaged.__name__}" in ended.stderr


def test_a_folder_that_cannot_hold_files_is_told_calmly(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal._connection.exec_driver_sql("PRAGMA query_only = ON").close()

    with pytest.raises(DiskTrouble, match="does not answer"), journal.unit_of_work() as work:
        conclude(work, sale_cart())
    journal.close()


def test_a_broken_rule_of_the_tables_is_a_bug_with_its_statement_in_the_log(
    journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    with journal.unit_of_work() as work:
        conclude(work, sale_cart())

    with (
        caplog.at_level(logging.ERROR),
        pytest.raises(StorageBug, match="UNIQUE"),
        journal.unit_of_work() as work,
    ):
        conclude(work, sale_cart())

    assert "INSERT INTO transactions" in caplog.text
    assert "HOUSTON-1-000001" not in caplog.text
    assert journal.last_transaction() is not None


def test_what_was_wrong_with_our_own_code_passes_through(journal: Journal) -> None:
    with pytest.raises(ZeroDivisionError):
        conclude_the_cart(journal, sale_cart(), afterwards=lambda: 1 // 0)

    assert journal.last_transaction() is None
