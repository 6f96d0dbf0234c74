"""One agent with its real files and client: what it does turn by turn, and after what went wrong."""

import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from channel_db.journal.repository import Journal
from retail.clock import stamp
from retail.wire.protocol import FEED_NAMES, UploadRequest
from sync_agent.agent import Agent
from sync_agent.errors import HqUnreachable
from sync_agent.hq_client import HqClient
from sync_agent.planning import Pace
from sync_agent.steps import take_step
from tests.channel_db.making import (
    SetClock,
    add_customer,
    conclude,
    customer,
    sale_cart,
    uuid,
)
from tests.sync_agent.carrying import journal_with
from tests.sync_agent.conftest import always, counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, Request, answer, proper_body


@dataclass
class Books:
    """Answers as headquarters does, from what it was sent; `down` answers 503 instead."""

    incarnation: str = "one"
    down: bool = False
    uploads_down: bool = False
    asks: bool = False
    clock: SetClock = field(default_factory=SetClock)
    wants_tally: bool = False
    news: tuple[str, ...] | None = None
    pages: dict[str, int] = field(default_factory=dict)
    """How many pages of a feed there still are."""
    sells: Callable[[], object] = lambda: None
    """What happens at the register while headquarters keeps its documents."""
    published: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def __call__(self, connection: Any, request: Request) -> None:
        self.lines.append(request.line.split()[1])
        if self.down or (self.uploads_down and request.body):
            connection.sendall(answer(b'{"detail": "closed"}', status="503 Service Unavailable"))
            return
        if self.lines[-1] == "/v1/tally":
            connection.sendall(answer(b'{"detail": "tally.shelf is unknown"}', status="422 Unprocessable"))
            return
        connection.sendall(
            answer(proper_body(request, incarnation=self.incarnation, **self._fields(request)))
        )

    def _fields(self, request: Request) -> dict[str, Any]:
        path = request.line.split()[1]
        if request.body:
            body = request.body
            if request.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            results = []
            for upload in UploadRequest.read(body).documents:
                outcome = "known" if upload.id in self.kept else "stored"
                self.kept[upload.id] = upload.text
                results.append({"id": upload.id, "outcome": outcome})
            self.sells()
            return {"results": results}
        if path.startswith("/v1/feeds/"):
            feed = path.split("/")[3].partition("?")[0]
            rows = self.published.pop(feed, [])
            left = self.pages[feed] = max(self.pages.get(feed, 1) - 1, 0)
            return {"feed": feed, "cursor": f"{self.incarnation}.{left + 1}", "more": left > 0, "rows": rows}
        now = stamp(self.clock.now())
        said = {"now": now, "upload_asked": self.asks, "tally_wanted": self.wants_tally}
        return said if self.news is None else {**said, "news": self.news}

    @property
    def pulls(self) -> int:
        return len([line for line in self.lines if line.startswith("/v1/feeds/customers")])


class Shop:
    """A register's files, its agent, and the headquarters it talks to."""

    def __init__(self, folder: Path, hq: MisbehavingHq) -> None:
        self.clock = SetClock()
        self.books = Books(clock=self.clock)
        hq.behaviour = self.books
        self.journal: Journal = journal_with(folder, self.clock)
        self.catalog: Catalog = open_catalog(folder, self.clock, writer=True)
        self.client = HqClient(device_at(hq.address), self.clock, counted_nonces())
        self.agent = self.new_agent()

    def new_agent(self) -> Agent:
        return Agent(
            client=self.client,
            journal=self.journal,
            catalog=self.catalog,
            clock=self.clock,
            randomness=random.Random(1),
            pace=Pace(),
            progress=lambda feed, rows: None,
        )

    def sell(self, number: int) -> str:
        with self.journal.unit_of_work() as work:
            return conclude(work, sale_cart(number)).id

    def turns(self, seconds: float, each: float = 0.25) -> None:
        """Let the agent take its turns while so much time goes by."""
        for _ in range(round(seconds / each)):
            self.agent.turn()
            self.clock.go_on(seconds=each)


@pytest.fixture
def shop(tmp_path: Path, hq: MisbehavingHq) -> Iterator[Shop]:
    shop = Shop(tmp_path, hq)
    yield shop
    shop.client.close()
    shop.catalog.close()
    shop.journal.close()


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


def test_feeds_are_read_every_ten_seconds(shop: Shop) -> None:
    shop.turns(21, each=0.5)

    assert len([line for line in shop.books.lines if line.startswith("/v1/feeds/settings")]) == 3


def test_an_idle_cycle_is_one_call_and_the_data_grow_no_older(shop: Shop) -> None:
    shop.turns(1)
    before = shop.catalog.contact().received
    shop.books.lines.clear()
    shop.books.news = ()

    shop.turns(71, each=0.5)

    assert [line.partition("?")[0] for line in shop.books.lines] == ["/v1/hello"] * 7
    assert all(f"{feed}%3Aone.1" in shop.books.lines[0] for feed in FEED_NAMES)
    received = shop.catalog.contact().received
    assert received.keys() == before.keys()
    assert all(received[feed] > before[feed] for feed in before)


def test_of_what_has_news_only_that_is_read(shop: Shop) -> None:
    shop.turns(1)
    shop.books.lines.clear()
    shop.books.news = ("stock",)

    shop.turns(11, each=0.5)

    assert [line.partition("?")[0] for line in shop.books.lines] == ["/v1/hello", "/v1/feeds/stock"]


def test_a_register_asks_for_every_feed_that_it_never_read_to_its_end(shop: Shop) -> None:
    shop.books.news = ()

    shop.turns(1)

    assert [line.partition("?")[0] for line in shop.books.lines[1:]] == [
        f"/v1/feeds/{feed}" for feed in FEED_NAMES
    ]


def test_a_load_of_many_pages_ends_while_sales_go_on_without_end(shop: Shop) -> None:
    shop.turns(1)
    shop.agent._pace = Pace(push_seconds=0)
    shop.books.pages = {"products": 5}

    def sell_on() -> None:
        """While one sale is sent the next one is made."""
        if len(shop.books.kept) < 20:
            shop.sell(len(shop.books.kept) + 1)

    shop.books.sells = sell_on
    shop.books.lines.clear()
    first = shop.sell(1)

    shop.agent.pull_now()

    told = [line.partition("?")[0] for line in shop.books.lines]
    page, upload = "/v1/feeds/products", "/v1/uploads"
    assert (told.count(page), told.count(upload)) == (5, 4)
    assert first in shop.books.kept
    assert shop.journal.waiting().count == 1


def test_headquarters_is_told_which_layout_the_register_shows(shop: Shop) -> None:
    with shop.journal.unit_of_work() as work:
        work.keep_layout_shown("kiosk 3")

    shop.turns(1)

    assert [line for line in shop.books.lines if line.startswith("/v1/hello") and "layout=kiosk+3" in line]


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
    shop.turns(1)
    shop.clock.go_on(hours=2)
    shop.turns(1)
    shop.books.kept.clear()
    shop.books.incarnation = "two"

    shop.turns(60)

    assert list(shop.books.kept) == [kept]


def test_a_clock_set_ahead_forgets_nothing_that_a_restored_headquarters_may_lack(shop: Shop) -> None:
    shop.books.clock = SetClock()
    sale = shop.sell(1)
    shop.turns(3)
    shop.clock.go_on(days=400)
    shop.turns(1)
    shop.clock.go_on(hours=2)
    shop.turns(1)
    shop.books.kept.clear()
    shop.books.incarnation = "two"

    shop.turns(60)

    assert list(shop.books.kept) == [sale]


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
