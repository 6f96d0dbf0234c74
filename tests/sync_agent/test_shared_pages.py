"""Registers of a shop share their pages through a real cache; what is stale or forged in it is never applied."""

import gzip
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from channel_db.engine import open_catalog
from headquarters.bootstrap import books_from
from headquarters.importing.service import Wish, import_file
from retail.wire.base import digest
from retail.wire.protocol import DIGEST_HEADER, PAGE_ROWS_MAX, SHARED_FEEDS
from sync_agent.agent import Agent
from sync_agent.bootstrap import make_clock, opened_agent
from sync_agent.steps import Step
from tests.fixtures.caching_proxy import CachingProxy, Kept, may_be_kept
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.shop import RETAILER
from tests.sync_agent.enrolling import enrol_by_program
from tests.sync_agent.test_end_to_end import Register

GOODS = PAGE_ROWS_MAX + 100
"""A whole page of products and one of prices, and some more."""


class ThroughCache(Register):
    """A register of HOUSTON whose headquarters stands behind a cache."""

    def __init__(self, folder: Path, running: RunningHeadquarters, cache: CachingProxy, name: str) -> None:
        code = running.manage("POST", "/v1/manage/enrolment-codes", {"register": name})["code"]
        assert enrol_by_program(cache.url, code, folder) == 0
        self.folder = folder
        self.clock = make_clock(None)

    @contextmanager
    def agent(self) -> Iterator[Agent]:
        """With nonces of its own."""
        randomness = random.Random(str(self.folder))
        with opened_agent(self.folder, self.clock, randomness, lambda feed, rows: None) as agent:
            yield agent

    def prices(self) -> dict[str, int]:
        with closing(open_catalog(self.folder, self.clock, writer=False)) as catalog:
            rows = catalog._connection.exec_driver_sql("SELECT number, price_minor FROM prices")
            return {row.number: row.price_minor for row in rows}


@dataclass
class Shop:
    """Two registers behind one cache."""

    running: RunningHeadquarters
    cache: CachingProxy
    registers: tuple[ThroughCache, ThroughCache]

    def pull(self, register: int) -> Step:
        self.cache.forwarded.clear()
        self.cache.from_cache.clear()
        return self.registers[register].step("pull")

    @property
    def pages_forwarded(self) -> list[str]:
        return [path for path in self.cache.forwarded if "/pages/" in path]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters with goods for more than a page."""
    folder = tmp_path_factory.mktemp("shared")
    running = RunningHeadquarters(folder / "headquarters").start()
    running.manage("PUT", "/v1/manage/retailer", RETAILER)
    file = folder / "goods.csv"
    text = "".join(f"N{at:06d},Kettle {at},{at}.50\n" for at in range(GOODS - 1))
    file.write_text(f"number,name,price\n{text}", encoding="utf-8")
    with books_from(running.folder, None, 1) as books:
        wish = Wish("products", file, {}, folder / "rejects.csv", currency="USD")
        import_file(books, wish, lambda *_: None)
    yield running
    running.stop()


@pytest.fixture
def shop(running: RunningHeadquarters, tmp_path: Path) -> Iterator[Shop]:
    cache = CachingProxy(running.url)
    names = ("HOUSTON-1", "HOUSTON-2")
    first, second = (ThroughCache(tmp_path / name, running, cache, name) for name in names)
    yield Shop(running, cache, (first, second))
    cache.stop()


def forged(kept: Kept) -> Kept:
    """The page with one price changed, packed and fingerprinted as it should be."""
    changed = gzip.decompress(kept.body).replace(b'"price_minor":4050', b'"price_minor":40', 1)
    headers = [(name, value) for name, value in kept.headers if name.lower() != DIGEST_HEADER.lower()]
    return Kept(kept.status, (*headers, (DIGEST_HEADER, digest(changed))), gzip.compress(changed))


def test_the_pages_of_the_second_register_come_out_of_the_cache(shop: Shop) -> None:
    assert shop.pull(0).complete
    assert len(shop.pages_forwarded) == 2
    assert shop.cache.from_cache == []

    assert shop.pull(1).complete

    assert shop.pages_forwarded == []
    assert len(shop.cache.from_cache) == 2
    assert len(shop.registers[1].prices()) == GOODS
    assert shop.registers[0].prices() == shop.registers[1].prices()


def test_nothing_but_pages_of_goods_may_be_kept_by_a_cache(shop: Shop) -> None:
    shop.pull(0)
    shop.pull(0)

    kept = set(shop.cache._kept)
    assert kept
    assert {path.split("/")[3] for path in kept} <= set(SHARED_FEEDS)
    assert all("/pages/" in path for path in kept)
    assert shop.cache.from_cache == []  # what a second look asks is never out of the cache


def test_a_forged_page_is_refused_and_the_rows_are_asked_for_one_by_one(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    shop.pull(0)
    shop.cache.given = forged

    assert shop.pull(1).complete

    assert len(shop.cache.from_cache) == 2
    assert caplog.text.count("A page is not the one that headquarters told of") == 1  # no product costs that
    assert shop.registers[1].prices()["N000040"] == 4050
    assert shop.registers[0].prices() == shop.registers[1].prices()


def test_22_a_page_of_yesterday_is_refused_and_the_one_of_today_applied(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    """A cache that gives what it has of a feed, whatever page of it is asked for."""
    shop.cache.address = lambda path: path.partition("/pages/")[0] if "/pages/" in path else path
    shop.pull(0)
    raised = {"number": "N000040", "name": "Kettle 40", "price_minor": 4999}
    shop.running.manage("PUT", "/v1/manage/retailer", {"products": [raised]})

    assert shop.pull(1).complete

    assert shop.registers[1].prices()["N000040"] == 4999
    assert shop.registers[0].prices()["N000040"] == 4050
    assert "A page is not the one that headquarters told of" in caplog.text
    assert shop.pull(0).complete
    assert shop.registers[0].prices() == shop.registers[1].prices()
    shop.running.manage("PUT", "/v1/manage/retailer", {"products": [raised | {"price_minor": 4050}]})


def test_22_a_cache_that_keeps_what_it_must_not_moves_no_cursor(shop: Shop) -> None:
    shop.cache.keeps = lambda answer: answer.status == 200
    assert shop.pull(0).complete

    again = shop.pull(1)

    assert (again.complete, "replayed" in again.words) == (False, True)
    assert shop.registers[1].prices() == {}


def test_a_page_that_has_changed_since_it_was_told_of_is_asked_for_row_by_row(shop: Shop) -> None:
    shop.cache.keeps = lambda answer: False
    ask = shop.cache._ask
    raised = {"number": "N000050", "name": "Kettle 50", "price_minor": 5999}

    def after_a_change(method: str, path: str, headers: dict[str, str], body: bytes) -> Kept:
        if "/prices/pages/" in path:
            shop.running.manage("PUT", "/v1/manage/retailer", {"products": [raised]})
        answer = ask(method, path, headers, body)
        assert answer.status == (404 if "/prices/pages/" in path else 200)
        assert may_be_kept(answer) == ("/products/pages/" in path)
        return answer

    shop.cache._ask = after_a_change  # type: ignore[method-assign]

    assert shop.pull(0).complete

    prices = shop.registers[0].prices()
    assert (len(prices), prices["N000050"]) == (GOODS, 5999)
