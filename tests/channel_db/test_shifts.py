"""One shift is open at a time."""

from pathlib import Path

import pytest

from channel_db.engine import open_journal
from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from retail.shift import Count
from retail.tender import TenderType
from tests.channel_db.making import NOW, SetClock, conclude, sale_cart, shift


def test_no_shift_is_open_at_first(tmp_path: Path) -> None:
    journal = open_journal(tmp_path, SetClock())

    assert journal.open_shift() is None
    journal.close()


def test_the_open_shift_is_found_after_a_restart(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    again = open_journal(tmp_path, SetClock())

    assert again.open_shift() == shift()
    again.close()


def test_a_second_open_shift_is_a_bug_and_takes_its_unit_of_work_back(journal: Journal) -> None:
    def sell_and_open_another() -> None:
        with journal.unit_of_work() as work:
            conclude(work, sale_cart())
            work.open_shift(shift(2))

    with pytest.raises(StorageBug, match="UNIQUE"):
        sell_and_open_another()

    assert journal.open_shift() == shift()
    assert journal.last_transaction() is None
    with journal.unit_of_work() as work:
        conclude(work, sale_cart())


def test_a_closed_shift_keeps_what_was_counted(journal: Journal) -> None:
    counts = [Count(TenderType.CASH, 500, 450), Count(TenderType.CARD, 100, 100)]

    with journal.unit_of_work() as work:
        work.close_shift(shift().id, NOW.isoformat(), counts)

    assert journal.open_shift() is None
    closed = journal.last_closed_shift()
    assert closed is not None
    assert closed[0].closed_at == NOW.isoformat()
    assert {each.type: each for each in closed[1]} == {each.type: each for each in counts}


def test_a_shift_is_closed_once(journal: Journal) -> None:
    assert journal.last_closed_shift() is None
    with journal.unit_of_work() as work:
        work.close_shift(shift().id, NOW.isoformat(), [])

    with pytest.raises(StorageBug, match="is not open"), journal.unit_of_work() as work:
        work.close_shift(shift().id, NOW.isoformat(), [])
