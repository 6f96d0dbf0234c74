"""One shift is open at a time."""

from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.engine import open_journal
from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from retail.shift import Count
from retail.tender import TenderType
from retail.till import Movement, MovementKind
from tests.channel_db.making import NOW, SetClock, conclude, sale_cart, shift, uuid


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


def movement(number: int, kind: MovementKind = MovementKind.SAFE_DROP) -> Movement:
    return Movement(uuid(7, number), kind, 500, "", "", NOW.isoformat(), "ann", "ann")


def test_cash_that_was_moved_stands_on_its_shift_in_order_and_never_changes(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        work.add_movement(shift().id, movement(2))
        work.add_movement(shift().id, movement(1, MovementKind.FLOAT))

    assert journal.shift_movements(shift().id) == [movement(2), movement(1, MovementKind.FLOAT)]
    for statement in ("UPDATE till_movements SET amount_minor = 1", "DELETE FROM till_movements"):
        with pytest.raises(StorageBug, match="stays as it was written"):
            journal._connection.exec_driver_sql(statement)
    with pytest.raises(StorageBug, match="is not here"), journal.unit_of_work() as work:
        work.add_movement(uuid(4, 99), movement(3))


def test_the_last_declaration_counts(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        work.declare(shift().id, {TenderType.CASH: 100, TenderType.CARD: 5})
        work.declare(shift().id, {TenderType.CASH: 90})
        work.declare_start(shift().id, 70)

    assert journal.declared(shift().id) == {TenderType.CASH: 90}
    assert journal.open_shift() == replace(shift(), start_minor=70)


def test_a_shift_closed_blind_lets_another_open_is_counted_later_and_is_then_the_last_one_closed(
    journal: Journal,
) -> None:
    early, later = "2026-11-21T12:00:00.000+01:00", "2026-11-21T12:30:00.000+00:00"
    with journal.unit_of_work() as work:
        work.close_blind(shift().id, early, 3)
        work.open_shift(shift(2))
    [blind] = journal.blind_shifts()
    assert (blind.is_open, blind.is_closed, blind.blind_closed_at) == (False, False, early)
    assert journal.shift_facts(blind.id).voided == 3

    with journal.unit_of_work() as work:
        work.close_shift(shift(2).id, "2026-11-21T13:29:00.000+01:00", [])
        work.close_shift(blind.id, later, [])

    closed = journal.last_closed_shift()
    assert closed is not None
    assert (closed[0].number, journal.blind_shifts()) == (1, [])
    with pytest.raises(StorageBug, match="is not open"), journal.unit_of_work() as work:
        work.close_blind(blind.id, later, 0)
