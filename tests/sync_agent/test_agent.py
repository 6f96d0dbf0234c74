"""One agent with its real files and client: what it does turn by turn, and after what went wrong."""

import json
from pathlib import Path

import pytest

from sync_agent.errors import HqUnreachable
from sync_agent.steps import take_step
from tests.channel_db.making import (
    SetClock,
    add_customer,
    customer,
    uuid,
)
from tests.sync_agent.conftest import always
from tests.sync_agent.misbehaving_hq import MisbehavingHq
from tests.sync_agent.one_agent import Shop, shop

__all__ = ["shop"]


def test_a_sale_goes_within_a_beat_and_nothing_is_asked_twice(shop: Shop) -> None:
    shop.agent.turn()
    shop.books.lines.clear()
    sale = shop.sell(1)

    shop.turns(2.5)

    assert list(shop.books.kept) == [sale]
    assert shop.books.lines == ["/v1/uploads"]
    assert shop.journal.waiting().count == 0
    assert shop.catalog.contact().last_sent_at is not None
    assert shop.catalog.contact().sending == 0


def test_the_journal_is_copied_once_a_day_whether_headquarters_answers_or_not(
    shop: Shop, tmp_path: Path
) -> None:
    shop.books.down = True

    shop.turns(3 * 24 * 3600, each=1800)

    copies = sorted(each.name for each in (tmp_path / "copies").iterdir())
    assert copies == [f"journal-2026-11-{day}.db" for day in (21, 22, 23, 24)]


def test_without_headquarters_only_probes_are_sent_at_a_growing_pace(shop: Shop) -> None:
    shop.books.down = True
    shop.sell(1)

    shop.turns(600)

    assert shop.catalog.contact().state == "offline"
    tail = shop.books.lines[1:]
    assert {line.partition("?")[0] for line in tail} == {"/v1/hello"}
    assert 20 < len(tail) < 100
    assert shop.journal.waiting().attention == 0


def test_when_headquarters_is_back_everything_goes_within_the_longest_wait(shop: Shop) -> None:
    shop.books.down = True
    sale = shop.sell(1)
    shop.turns(600)
    shop.books.down = False

    shop.turns(31)

    assert sale in shop.books.kept
    assert shop.catalog.contact().state == "online"


def test_uploads_that_fail_alone_back_off_while_feeds_go_on(shop: Shop) -> None:
    shop.books.uploads_down = True
    sale = shop.sell(1)

    shop.turns(300)

    uploads = shop.books.lines.count("/v1/uploads")
    assert 5 < uploads < 60
    assert any(line.startswith("/v1/feeds/") for line in shop.books.lines)
    shop.books.uploads_down = False
    shop.turns(31)
    assert sale in shop.books.kept


def test_a_new_agent_lets_go_of_what_a_killed_one_had_leased(shop: Shop) -> None:
    sale = shop.sell(1)
    now = shop.clock.now()
    shop.journal.lease(now, 10, "agent", now.replace(year=2036))

    shop.agent = shop.new_agent()
    shop.agent.turn()

    assert sale in shop.books.kept


def test_a_restored_headquarters_is_given_what_it_lost_and_read_again(shop: Shop) -> None:
    sale = shop.sell(1)
    shop.turns(3)
    assert shop.catalog.cursor("products") == "one.1"
    shop.books.kept.clear()
    shop.books.incarnation = "two"
    shop.books.lines.clear()

    shop.turns(60)

    assert list(shop.books.kept) == [sale]
    assert "/v1/feeds/products?cursor=&limit=5000&marks=true&counted=true" in shop.books.lines
    assert shop.catalog.contact().incarnation == "two"
    assert shop.catalog.cursor("products") == "two.1"
    assert shop.journal.waiting().count == 0


def test_a_bug_in_one_turn_is_logged_and_does_not_end_the_carrier(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sale = shop.sell(1)
    monkeypatch.setattr(shop.client, "upload", lambda entries: 1 / 0)
    shop.turns(30)
    assert "ZeroDivisionError" in caplog.text
    assert caplog.text.count("ZeroDivisionError: ") < 15
    monkeypatch.undo()

    shop.turns(31)

    assert sale in shop.books.kept


def test_old_acknowledged_documents_are_forgotten_after_thirty_days(shop: Shop) -> None:
    shop.sell(1)
    shop.turns(3)
    shop.clock.go_on(days=20)
    kept = shop.sell(2)
    shop.turns(3)
    shop.clock.go_on(days=11)

    assert shop.offered_to_a_restored_headquarters() == [kept]


def test_a_clock_set_ahead_forgets_nothing_that_a_restored_headquarters_may_lack(shop: Shop) -> None:
    shop.books.clock = SetClock()
    sale = shop.sell(1)
    shop.turns(3)
    shop.clock.go_on(days=400)

    assert shop.offered_to_a_restored_headquarters() == [sale]


def test_the_log_has_no_secret_and_no_document(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with shop.journal.unit_of_work() as work:
        add_customer(work, customer(1, name="Canary Birdsong"))
    shop.books.down = True
    shop.turns(5)
    shop.books.down = False
    shop.turns(60)

    assert shop.books.kept
    assert "Birdsong" not in caplog.text
    assert "device-token" not in caplog.text


def test_a_step_says_what_it_did(shop: Shop) -> None:
    shop.sell(1)

    done = json.loads(take_step(shop.agent, "sync").written())

    assert done == {
        "step": "sync",
        "sent": 1,
        "refused": 0,
        "rows": 0,
        "skipped": 0,
        "reached": True,
        "complete": True,
        "words": "1 sent. 0 received.",
    }


def test_a_step_with_nothing_to_send_still_asks_for_headquarters(shop: Shop) -> None:
    assert take_step(shop.agent, "push").reached
    shop.books.down = True

    done = take_step(shop.agent, "push")

    assert not done.reached
    assert done.words == "Headquarters is not ready: closed"


def test_a_step_does_not_wait_for_the_back_off(shop: Shop) -> None:
    sale = shop.sell(1)
    shop.books.down = True
    for _ in range(5):
        assert not take_step(shop.agent, "sync").reached
    shop.books.down = False

    assert take_step(shop.agent, "push").sent == 1
    assert sale in shop.books.kept


def test_a_step_carries_on_through_a_new_incarnation(shop: Shop) -> None:
    take_step(shop.agent, "sync")
    shop.books.incarnation = "two"
    shop.sell(1)

    done = take_step(shop.agent, "sync")

    assert (done.sent, done.reached) == (1, True)
    assert shop.catalog.contact().incarnation == "two"


def test_an_unknown_step_is_refused_in_words(shop: Shop) -> None:
    done = take_step(shop.agent, "dance")

    assert not done.reached
    assert "no step 'dance'" in done.words
    assert shop.books.lines == []


def test_a_probe_gives_the_reason(shop: Shop, hq: MisbehavingHq) -> None:
    assert shop.agent.probe() is None
    hq.behaviour = always(b"")

    assert isinstance(shop.agent.probe(), HqUnreachable)


def test_who_asks_at_the_register_does_not_wait_for_the_back_off(shop: Shop) -> None:
    shop.books.down = True
    sale = shop.sell(1)
    shop.turns(300)
    shop.books.down = False
    shop.books.lines.clear()

    shop.agent.hurry()
    shop.agent.turn()

    assert sale in shop.books.kept
    assert shop.books.lines[0] == "/v1/uploads"
    assert any(line.startswith("/v1/feeds/orders") for line in shop.books.lines)
    shop.books.lines.clear()
    shop.agent.turn()
    assert shop.books.lines == [], "it was asked once"


def test_a_stopped_agent_sends_no_more(shop: Shop) -> None:
    shop.sell(1)
    shop.agent.stop()

    shop.agent.turn()

    assert shop.books.kept == {}
    assert uuid(2, 1) in [entry.uuid for entry in shop.journal.outbox()]


def test_a_register_that_works_offline_by_choice_calls_nobody(shop: Shop) -> None:
    sale = shop.sell(1)
    with shop.journal.unit_of_work() as work:
        work.keep_offline_by("Kari")

    shop.turns(30)
    shop.agent.hurry()
    shop.agent.turn()
    done = take_step(shop.agent, "sync")

    assert shop.books.lines == []
    assert (done.reached, done.complete) == (False, False)
    assert done.words == "Kari had this register work offline. Work online again first."

    with shop.journal.unit_of_work() as work:
        work.keep_offline_by("")
    shop.turns(3)
    assert sale in shop.books.kept
