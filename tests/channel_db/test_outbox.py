"""The outbox: what waits goes in order, a claim lapses, and nothing leaves before headquarters has it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from channel_db.errors import StorageBug
from channel_db.journal.outbox import EntryState, OutboxEntry
from channel_db.journal.repository import Journal
from channel_db.order_heads import head_of
from retail.orders.applying import order_after
from retail.wire.base import fingerprint
from retail.wire.orders import order_values
from retail.wire.protocol import UploadResult
from tests.channel_db.making import (
    NOW,
    SetClock,
    add_customer,
    conclude,
    customer,
    opened,
    order_cart,
    sale_cart,
    uuid,
)

SOON = NOW + timedelta(minutes=5)
AGENT, REGISTER = "agent", "register"


def add(journal: Journal, *uuids: str, depends_on: str | None = None) -> None:
    for each in uuids:
        with journal.unit_of_work() as work:
            work.add_outbox(each, "transaction", f"text of {each}", depends_on)


def lease(journal: Journal, now: datetime = NOW, limit: int = 10, *, force: bool = False) -> list[str]:
    return [each.uuid for each in journal.lease(now, limit, AGENT, now + timedelta(minutes=5), force=force)]


def entry(journal: Journal, uuid: str) -> OutboxEntry:
    (found,) = [each for each in journal.outbox() if each.uuid == uuid]
    return found


def stored(uuid: str, **more: Any) -> UploadResult:
    return UploadResult(id=uuid, outcome="stored", **more)


def test_entries_go_in_the_order_they_were_made(journal: Journal) -> None:
    add(journal, "c", "a", "b")

    assert lease(journal, limit=2) == ["c", "a"]
    assert lease(journal) == ["b"]
    assert lease(journal) == []


def test_the_fingerprint_is_that_of_the_text(journal: Journal) -> None:
    add(journal, "a")

    (leased,) = journal.lease(NOW, 1, AGENT, SOON)
    assert (leased.text, leased.fingerprint) == ("text of a", fingerprint("text of a"))


def test_a_claim_lapses_by_itself(journal: Journal) -> None:
    add(journal, "a")
    assert lease(journal) == ["a"]

    assert lease(journal, NOW + timedelta(minutes=4, seconds=59)) == []
    assert lease(journal, NOW + timedelta(minutes=5)) == ["a"]


def test_times_of_different_offsets_compare_as_moments(journal: Journal) -> None:
    add(journal, "a")
    summer = timezone(timedelta(hours=2))
    journal.lease(NOW, 1, AGENT, (NOW + timedelta(minutes=5)).astimezone(summer))

    assert lease(journal, (NOW + timedelta(minutes=4)).astimezone(timezone(timedelta(hours=-6)))) == []
    assert lease(journal, (NOW + timedelta(minutes=5)).astimezone(timezone(timedelta(hours=-6)))) == ["a"]


def test_an_entry_leased_when_it_was_made_is_left_to_its_maker(journal: Journal) -> None:
    until = (NOW + timedelta(seconds=5)).isoformat()
    with journal.unit_of_work() as work:
        work.add_outbox("a", "transaction", "t", None, REGISTER, until)
    add(journal, "b")

    assert lease(journal, force=True) == ["b"]
    assert lease(journal, NOW + timedelta(seconds=5)) == ["a"]


def test_a_failed_attempt_waits_and_is_counted(journal: Journal) -> None:
    add(journal, "a", "b")
    lease(journal)
    journal.release(["a", "b"], NOW, "HQ did not answer", NOW + timedelta(seconds=30))

    assert lease(journal, NOW + timedelta(seconds=29)) == []
    assert lease(journal, NOW + timedelta(seconds=30)) == ["a", "b"]
    waiting = entry(journal, "a")
    assert (waiting.attempts, waiting.last_error, waiting.state) == (
        1,
        "HQ did not answer",
        EntryState.WAITING,
    )
    assert waiting.tried_at == "2026-11-21T10:00:00.000+00:00"


def test_sync_now_does_not_wait_for_the_next_try(journal: Journal) -> None:
    add(journal, "a")
    lease(journal)
    journal.release(["a"], NOW, "HQ did not answer", NOW + timedelta(hours=9))

    assert lease(journal, force=False) == []
    assert lease(journal, force=True) == ["a"]


def test_an_order_goes_together_with_its_customer_and_behind_them(journal: Journal) -> None:
    add(journal, "customer", "other")
    add(journal, "order", depends_on="customer")

    assert lease(journal) == ["customer", "other", "order"]


def test_an_order_does_not_go_before_its_customer(journal: Journal) -> None:
    add(journal, "customer", "other")
    add(journal, "order", depends_on="customer")

    assert lease(journal, limit=1) == ["customer"]
    assert lease(journal) == ["other"]
    journal.acknowledge([stored("customer")], NOW)
    assert lease(journal) == ["order"]


def test_an_order_waits_for_a_customer_that_is_not_due(journal: Journal) -> None:
    add(journal, "customer")
    add(journal, "order", depends_on="customer")
    lease(journal, limit=1)
    journal.release(["customer"], NOW, "", NOW + timedelta(hours=1))

    assert lease(journal) == []
    assert lease(journal, NOW + timedelta(hours=1)) == ["customer", "order"]


def test_an_order_goes_when_its_customer_was_purged_long_ago(journal: Journal) -> None:
    add(journal, "order", depends_on="gone")

    assert lease(journal) == ["order"]


def test_a_parked_entry_never_blocks_those_behind_it(journal: Journal) -> None:
    add(journal, "customer")
    add(journal, *[f"order {number}" for number in range(30)], depends_on="customer")
    add(journal, "other")
    journal.park("customer", "HQ knows another one under this id")

    # More of them wait than one claim holds: the one behind must be reached all the same.
    assert lease(journal, limit=10) == ["other"]
    assert entry(journal, "customer").last_error == "HQ knows another one under this id"
    assert (journal.waiting().count, journal.waiting().attention) == (31, 1)


def test_a_parked_entry_goes_again_when_a_person_says_so(journal: Journal) -> None:
    add(journal, "a")
    journal.park("a", "why")
    assert lease(journal, force=True) == []

    journal.unpark_all()

    assert lease(journal) == ["a"]


def test_a_restarted_agent_lets_go_of_what_it_held_and_of_nothing_else(journal: Journal) -> None:
    add(journal, "a")
    lease(journal)
    with journal.unit_of_work() as work:
        work.add_outbox("b", "transaction", "t", None, REGISTER, SOON.isoformat())

    journal.release_leases(AGENT)

    assert lease(journal) == ["a"]


@pytest.mark.parametrize("outcome", ["stored", "known", "parked"])
def test_what_headquarters_has_kept_is_done(journal: Journal, outcome: str) -> None:
    add(journal, "a")
    lease(journal)

    journal.acknowledge([UploadResult(id="a", outcome=outcome, reason="why")], NOW)  # type: ignore[arg-type]  # one of three

    assert journal.waiting().count == journal.waiting().attention == 0
    assert lease(journal, NOW + timedelta(days=1), force=True) == []


def test_what_headquarters_quarantined_needs_a_person(journal: Journal) -> None:
    add(journal, "a")

    journal.acknowledge([UploadResult(id="a", outcome="quarantined", reason="other content")], NOW)

    assert (journal.waiting().count, journal.waiting().attention) == (0, 1)
    assert entry(journal, "a").last_error == "other content"


def test_an_answer_about_nothing_we_sent_changes_nothing(journal: Journal) -> None:
    add(journal, "a")

    journal.acknowledge([stored("b", account="C1", number="S1")], NOW)

    assert journal.waiting().count == 1


def test_account_and_number_arrive_with_the_acknowledgement(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        add_customer(work, customer())
        made = conclude(work, order_cart(), depends_on=customer().id)
    assert journal.customer(customer().id) == customer()

    numbered = order_values(replace(order_after(made).order, number="S000009"))
    journal.acknowledge(
        [stored(customer().id, account="C000017"), stored(made.id, number="S000009", order=numbered)], NOW
    )

    known, order = journal.customer(customer().id), journal.order(order_cart().order_id)
    assert known is not None
    assert order is not None
    assert (known.account, order.state.number) == ("C000017", "S000009")
    assert [each.head for each in journal.find_orders("s000009", 5)] == [head_of(order.state)]


def test_the_first_account_stays(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        add_customer(work, customer())
        work.set_account(customer().id, "C1")
    with journal.unit_of_work() as work:
        work.set_account(customer().id, "C2")

    known = journal.customer(customer().id)
    assert known is not None
    assert known.account == "C1"


def test_waiting_says_since_when(journal: Journal, clock: SetClock) -> None:
    assert journal.waiting().oldest_at is None
    add(journal, "a")
    clock.go_on(hours=3)
    add(journal, "b")

    assert journal.waiting().oldest_at == "2026-11-21T10:00:00.000+00:00"
    journal.acknowledge([stored("a")], NOW)
    assert journal.waiting().oldest_at == "2026-11-21T13:00:00.000+00:00"


def test_acknowledged_documents_are_kept_until_they_are_purged(journal: Journal) -> None:
    add(journal, "old", "new", "waiting")
    journal.acknowledge([stored("old")], NOW)
    journal.acknowledge([stored("new")], NOW + timedelta(days=1))

    assert journal.purge(NOW + timedelta(hours=1), NOW) == 1
    assert journal.purge(NOW + timedelta(days=99), NOW) == 1
    assert lease(journal) == ["waiting"]


def test_a_number_is_never_used_again_after_a_purge(journal: Journal) -> None:
    add(journal, "a", "b")
    journal.acknowledge([stored("a"), stored("b")], NOW)
    journal.purge(NOW + timedelta(days=99), NOW)
    add(journal, "c")

    assert entry(journal, "c").id == 3


def test_the_same_document_is_not_added_twice(journal: Journal) -> None:
    add(journal, "a")

    with pytest.raises(StorageBug, match="UNIQUE"):
        add(journal, "a")


@pytest.mark.parametrize(
    "change", ["text = 'x'", "fingerprint = 'x'", "uuid = 'x'", "kind = 'x'", "depends_on = 'x'"]
)
def test_a_document_is_sent_as_it_was_written(journal: Journal, change: str) -> None:
    add(journal, "a")

    with pytest.raises(StorageBug, match="sent as it was written"):
        journal._connection.exec_driver_sql(f"UPDATE outbox SET {change}")


@pytest.mark.parametrize("sql", ["DELETE FROM outbox", "INSERT OR REPLACE INTO outbox SELECT * FROM outbox"])
def test_what_was_not_accepted_cannot_be_deleted(journal: Journal, sql: str) -> None:
    add(journal, "a")

    with pytest.raises(StorageBug, match="stays until headquarters has it"):
        journal._connection.exec_driver_sql(sql)


def test_leases_and_attempts_survive_a_restart(journal: Journal, tmp_path: Path) -> None:
    with journal.unit_of_work() as work:
        conclude(work, sale_cart())
    lease(journal)
    journal.release([uuid(2, 1)], NOW, "no line", SOON)
    journal.close()

    again = opened(tmp_path)

    assert [(each.attempts, each.last_error) for each in again.outbox()] == [(1, "no line")]
    again.close()


def test_looking_for_nothing_takes_no_lock(journal: Journal, tmp_path: Path) -> None:
    agent = opened(tmp_path)
    agent._connection.exec_driver_sql("PRAGMA busy_timeout = 0").close()

    with journal.unit_of_work():
        assert lease(agent) == []
    agent.close()


def test_the_index_of_open_entries_answers(journal: Journal) -> None:
    from channel_db.journal.outbox import _ENTRIES, _FREE  # noqa: PLC0415 -- the very statements in use
    from channel_db.journal.waiting import _BEHIND, _OLDEST_AT  # noqa: PLC0415 -- likewise

    for statement in (_BEHIND, _OLDEST_AT, _FREE, _ENTRIES):
        values = (None,) * statement.sql.count("?")
        plan = journal._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.sql}", values).all()
        assert any("ix_outbox_open" in row.detail for row in plan), (statement.sql, plan)


def test_an_entry_is_open_until_headquarters_has_accepted_it(journal: Journal) -> None:
    add(journal, "a", "b")
    before = journal.open_entry("a")

    journal.acknowledge([stored("a")], NOW)

    assert before is not None
    assert before.uuid == "a"
    assert journal.open_entry("a") is None
    assert journal.open_entry("c") is None
