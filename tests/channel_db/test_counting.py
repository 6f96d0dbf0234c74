"""Claims: how many wait is what is there, whatever was done to them, and costs the same of few and of many."""

import random

import pytest

from channel_db.journal import waiting
from channel_db.journal.repository import Journal
from channel_db.journal.waiting import Waiting
from retail.wire.protocol import UploadResult
from tests.channel_db.making import NOW, uuid


def counted_anew(journal: Journal) -> Waiting:
    """What is open, looked at row by row."""
    rows = journal._connection.exec_driver_sql(
        "SELECT state, kept_at, money_minor FROM outbox WHERE state <> 'acknowledged' ORDER BY id"
    ).all()
    in_need = sum(state == "attention" for state, _, _ in rows)
    oldest = rows[0][1] if rows else None
    return Waiting(len(rows) - in_need, in_need, oldest, sum(money for _, _, money in rows))


@pytest.mark.parametrize("seed", range(6))
def test_79_how_many_wait_is_what_is_there_whatever_was_done(
    journal: Journal, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "COUNTED_ANEW_MAX", 3)
    chance, made = random.Random(seed), list[str]()
    deeds = ("add", "add", "add", "look", "acknowledge", "quarantine", "unpark", "all", "again", "purge")
    for at in range(150):
        deed, some = chance.choice(deeds), chance.sample(made, min(len(made), 3))
        if deed == "add":
            made.append(uuid(7, at))
            with journal.unit_of_work() as work:
                work.add_outbox(made[-1], "transaction", "{}", money_minor=chance.randint(-500, 500))
        elif deed == "look":
            journal.lease(NOW, 2, "agent", NOW, force=True)
            journal.release_leases("agent")
        elif deed in ("acknowledge", "quarantine"):
            said = {"outcome": "stored" if deed == "acknowledge" else "quarantined"}
            journal.acknowledge([UploadResult.model_validate({"id": each, **said}) for each in some], NOW)
        elif deed == "unpark" and some:
            with journal.unit_of_work() as work:
                work.unpark(some[0])
        elif deed == "all":
            journal.unpark_all()
        elif deed == "again":
            journal.offer_again()
        elif deed == "purge":
            journal.purge(NOW.replace(year=2030), NOW)
        assert journal.waiting() == counted_anew(journal), (at, deed)
    up_to = journal._connection.exec_driver_sql("SELECT up_to FROM outbox_counted").scalar_one()
    assert up_to > 0, "nothing was ever counted for good"


def test_79_a_sale_writes_nothing_to_what_is_counted(journal: Journal) -> None:
    driver = journal._connection.connection.driver_connection
    assert driver is not None
    before = driver.total_changes
    with journal.unit_of_work() as work:
        work.add_outbox(uuid(7, 1), "transaction", "{}")

    assert driver.total_changes == before + 1
