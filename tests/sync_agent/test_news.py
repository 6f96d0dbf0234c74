"""What a register asks for: nothing that headquarters says is not new, and no load without a share for its sales."""

from retail.wire.protocol import FEED_NAMES
from sync_agent.planning import Pace
from tests.sync_agent.one_agent import Shop, shop

__all__ = ["shop"]


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

    assert [line.partition("?")[0] for line in shop.books.lines[1:] if line != "/v1/feeds"] == [
        f"/v1/feeds/{feed}" for feed in FEED_NAMES
    ]


def test_a_load_of_many_pages_ends_while_sales_go_on_without_end(shop: Shop) -> None:
    shop.turns(1)
    shop.agent._pace = Pace(push_seconds=0)
    shop.books.pages_left = {"products": 5}

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


def test_feeds_are_read_every_ten_seconds(shop: Shop) -> None:
    shop.turns(21, each=0.5)

    assert len([line for line in shop.books.lines if line.startswith("/v1/feeds/settings")]) == 3


def test_headquarters_is_told_which_layout_the_register_shows(shop: Shop) -> None:
    with shop.journal.unit_of_work() as work:
        work.keep_layout_shown("kiosk 3")

    shop.turns(1)

    assert [line for line in shop.books.lines if line.startswith("/v1/hello") and "layout=kiosk+3" in line]
