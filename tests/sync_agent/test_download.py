"""Cut off anywhere, nothing is skipped; a poisoned row stops nobody; the cursor moves with its rows alone."""

import json
from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from channel_db.catalog.repository import Catalog
from channel_db.catalog.unfit import Unfit
from retail.wire.protocol import FEED_NAMES, FeedPage, FeedRow
from sync_agent import download
from sync_agent.download import Downloader
from sync_agent.errors import CursorTooOld, HqRefused, HqUnreachable
from tests.fixtures.catalog_keys import keys_in
from tests.fixtures.heard import heard
from tests.sync_agent.carrying import page_of, price, product
from tests.sync_agent.fetching import Fetching


def numbers(catalog: Catalog) -> list[str]:
    return sorted(keys_in(catalog, "products"))


def test_feeds_are_read_in_the_order_of_the_protocol(fetching: Fetching) -> None:
    received = fetching.downloader.pull()

    assert [feed for feed, _ in fetching.hq.asked] == list(FEED_NAMES)
    assert (received.rows, received.skipped, received.fault) == (0, 0, None)


def test_without_news_only_what_was_begun_is_asked_for(fetching: Fetching) -> None:
    fetching.downloader.pull()
    fetching.downloader.mend("prices")
    fetching.hq.asked.clear()

    fetching.downloader.pull(())
    fetching.downloader.pull(())

    assert fetching.hq.asked == [("prices", "")]


def test_pages_are_read_to_the_end_with_the_cursor_of_the_last(fetching: Fetching) -> None:
    fetching.hq.pages = [
        page_of("products", [product("1"), product("2")], cursor="a", more=True),
        page_of("products", [product("3")], cursor="b"),
    ]

    received = fetching.downloader.pull()

    assert numbers(fetching.catalog) == ["1", "2", "3"]
    assert [each for each in fetching.hq.asked if each[0] == "products"] == [
        ("products", ""),
        ("products", "a"),
    ]
    assert fetching.catalog.cursor("products") == "b"
    assert fetching.progress == [("products", 2), ("products", 3)]
    assert received.rows == 3


@pytest.mark.parametrize(("feed", "status", "is_fault"), [
    ("erasures", 404, False), ("erasures", 403, True), ("products", 404, True),
])  # fmt: skip
def test_a_headquarters_that_erases_nobody_yet_holds_up_no_other_feed(
    fetching: Fetching, feed: str, status: int, is_fault: bool
) -> None:
    page = fetching.hq.page

    def unless_older(asked: str, cursor: str, *, counted: bool = False) -> object:
        if asked == feed:
            refused = HqRefused("There is no such feed.")
            refused.status = status
            raise refused
        return page(asked, cursor)

    fetching.hq.page = unless_older  # type: ignore[method-assign, assignment]

    assert (fetching.downloader.pull().fault is not None) == is_fault


def test_a_lost_line_keeps_what_came_and_goes_on_there(fetching: Fetching) -> None:
    fetching.hq.pages = [
        page_of("products", [product("1")], cursor="a", more=True),
    ]
    page = fetching.hq.page

    def then_lost(feed: str, cursor: str, *, counted: bool = False) -> object:
        if (feed, cursor) == ("products", "a"):
            raise HqUnreachable("no line")
        return page(feed, cursor)

    fetching.hq.page = then_lost  # type: ignore[method-assign, assignment]
    received = fetching.downloader.pull()
    assert isinstance(received.fault, HqUnreachable)
    assert numbers(fetching.catalog) == ["1"]

    fetching.hq.page = page  # type: ignore[method-assign]
    fetching.hq.pages = [page_of("products", [product("2")], cursor="b")]
    fetching.hq.asked.clear()
    fetching.downloader.pull()

    assert ("products", "a") in fetching.hq.asked
    assert numbers(fetching.catalog) == ["1", "2"]


def test_a_poisoned_row_is_skipped_and_the_rest_applied(
    fetching: Fetching, caplog: pytest.LogCaptureFixture
) -> None:
    fetching.hq.pages = [
        page_of("products", [product("1"), product("2")]),
        page_of("prices", [price("1", 100), price("2", 2.5)], cursor="p"),
    ]

    received = fetching.downloader.pull()

    assert (received.rows, received.skipped) == (3, 1)
    found = fetching.catalog.product_by_number("1")
    assert found is not None
    assert found.price_minor == 100
    assert fetching.catalog.cursor("prices") == "p"
    assert "prices: row 2 is set aside" in caplog.text
    [unfit] = fetching.catalog.set_aside(10)
    assert (unfit.feed, unfit.key, json.loads(unfit.text)) == (
        "prices",
        "2",
        {"number": "2", "price_minor": 2.5},
    )


def test_a_row_that_is_mended_or_gone_is_not_kept_aside_any_more(fetching: Fetching) -> None:
    fetching.hq.pages = [page_of("prices", [price("1", 2.5), price("2", 2.5), price("3", 2.5)], cursor="p")]
    fetching.downloader.pull()
    assert fetching.catalog.counts_set_aside() == {"prices": 3}
    gone = FeedRow(key="2", gone=True, value=None)
    fetching.hq.pages = [page_of("prices", [price("1", 100), gone], cursor="q")]

    fetching.downloader.pull()

    assert [each.key for each in fetching.catalog.set_aside(10)] == ["3"]


def test_a_kill_between_keeping_a_poisoned_row_and_moving_the_cursor_cannot_be(fetching: Fetching) -> None:
    fetching.hq.pages = [page_of("prices", [price("1", 100), price("2", 2.5)], cursor="p")]
    seen: list[tuple[str, int]] = []

    def look(*_: object) -> None:
        with closing(dbapi2.connect(str(fetching.folder / "catalog.db"))) as other:
            cursor = other.execute("SELECT cursor FROM feeds WHERE name = 'prices'").fetchone()
            (kept,) = other.execute("SELECT count(*) FROM set_aside_rows").fetchone()
            seen.append(("" if cursor is None else cursor[0], kept))

    with heard(look):
        fetching.downloader.pull()
    look()

    assert set(seen) == {("", 0), ("p", 1)}


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_a_newer_program_uses_what_an_older_one_had_to_set_aside(
    fetching: Fetching, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are, so many are held at once."""
    monkeypatch.setattr(download, "SET_ASIDE_AT_ONCE", at_once)
    fetching.hq.pages = [page_of("products", [product("1")])]
    fetching.downloader.pull()
    older = Unfit("prices", "1", '{"number": "1", "price_minor": 700}', "unknown then", "2026-01-01")
    still = Unfit("prices", "2", '{"number": "2", "price_minor": "hologram"}', "unknown", "2026-01-01")
    fetching.catalog.apply_page("prices", (), "p", fetching.clock.now(), unfit=[still, older])
    assert [each.key for each in fetching.catalog.set_aside(1)] == ["1"]

    restarted = Downloader(fetching.catalog, fetching.hq, fetching.clock, lambda feed, rows: None)
    restarted.pull()

    found = fetching.catalog.product_by_number("1")
    assert found is not None
    assert found.price_minor == 700
    assert [each.key for each in fetching.catalog.set_aside(10)] == ["2"]


def test_a_row_that_does_not_fit_the_tables_is_skipped_too(
    fetching: Fetching, caplog: pytest.LogCaptureFixture
) -> None:
    fetching.hq.pages = [
        page_of("products", [product("1"), product("2")]),
        page_of("prices", [price("1", 100), price("2", 10**30), price("3", 300)], cursor="p"),
    ]

    received = fetching.downloader.pull()

    assert (received.rows, received.skipped) == (4, 1)
    assert fetching.catalog.cursor("prices") == "p"
    assert fetching.catalog.is_ready() is False
    assert "prices: row 2 is set aside" in caplog.text
    assert json.loads(fetching.catalog.set_aside(10)[0].text)["price_minor"] == 10**30


class Reloading:
    """A headquarters that no longer knows the cursor `old`, and whose line breaks where `lost_at` says."""

    def __init__(self, fetching: Fetching) -> None:
        self.asked = fetching.hq.asked
        self.page = fetching.hq.page
        self.lost_at: str | None = None
        fetching.hq.page = self.answer  # type: ignore[method-assign]

    def answer(self, feed: str, cursor: str, *, counted: bool = False) -> FeedPage:
        if cursor == "old":
            self.asked.append((feed, cursor))
            raise CursorTooOld("read it from the start")
        if feed == "products" and cursor == self.lost_at:
            raise HqUnreachable("no line")
        return self.page(feed, cursor)

    def cursors(self) -> list[str]:
        return [cursor for feed, cursor in self.asked if feed == "products"]


def test_a_cursor_too_old_starts_that_feed_again_and_drops_what_is_no_longer_there(
    fetching: Fetching,
) -> None:
    fetching.hq.pages = [page_of("products", [product("1"), product("2"), product("3")], cursor="old")]
    fetching.downloader.pull()
    reloading = Reloading(fetching)
    fetching.hq.asked.clear()
    fetching.hq.pages = [
        page_of("products", [product("2")], cursor="a", more=True),
        page_of("products", [product("4")], cursor="new"),
    ]
    between: list[list[str]] = []

    received = fetching.downloader.pull(between=lambda: between.append(numbers(fetching.catalog)))

    assert received.fault is None
    assert reloading.cursors() == ["old", "", "a"]
    assert between == [["1", "2", "3"]], "what stands here stays usable until the end"
    assert numbers(fetching.catalog) == ["2", "4"]
    assert fetching.catalog.cursor("products") == "new"


def test_a_reload_goes_on_where_the_line_was_lost(fetching: Fetching) -> None:
    fetching.hq.pages = [page_of("products", [product("1"), product("2")], cursor="old")]
    fetching.downloader.pull()
    reloading = Reloading(fetching)
    fetching.hq.pages = [page_of("products", [product("2")], cursor="a", more=True)]
    reloading.lost_at = "a"
    assert fetching.downloader.pull().fault is not None
    assert numbers(fetching.catalog) == ["1", "2"]
    fetching.hq.asked.clear()
    fetching.hq.pages = [page_of("products", [product("3")], cursor="new")]
    reloading.lost_at = None

    fetching.downloader.pull()

    assert reloading.cursors() == ["a"]
    assert numbers(fetching.catalog) == ["2", "3"]


def test_a_poisoned_row_of_a_reload_keeps_what_stood_there(fetching: Fetching) -> None:
    fetching.hq.pages = [
        page_of("products", [product("1"), product("2")]),
        page_of("prices", [price("1", 100), price("2", 200)], cursor="old"),
    ]
    fetching.downloader.pull()
    Reloading(fetching)
    fetching.hq.pages = [page_of("prices", [price("1", "poison")], cursor="new")]

    assert fetching.downloader.pull().skipped == 1
    prices = {found.number: found.price_minor for found in fetching.catalog.find_products("Apple", 9)}
    assert prices["1"] == 100


def test_a_start_that_is_too_old_is_a_fault_not_a_loop(fetching: Fetching) -> None:
    def too_old(feed: str, cursor: str, *, counted: bool = False) -> object:
        raise CursorTooOld("always")

    fetching.hq.page = too_old  # type: ignore[method-assign, assignment]

    assert isinstance(fetching.downloader.pull().fault, CursorTooOld)


def test_a_feed_that_does_not_move_on_is_left(fetching: Fetching) -> None:
    fetching.hq.pages = [
        page_of("products", [product("1")], cursor="a", more=True),
        page_of("products", [], cursor="a", more=True),
    ]

    fetching.downloader.pull()

    assert [each for each in fetching.hq.asked if each[0] == "products"] == [
        ("products", ""),
        ("products", "a"),
    ]
    assert ("orders", "") in fetching.hq.asked


def test_sales_may_go_between_two_pages(fetching: Fetching) -> None:
    fetching.hq.pages = [
        page_of("products", [product("1")], cursor="a", more=True),
        page_of("products", [product("2")], cursor="b"),
    ]
    between: list[list[str]] = []

    fetching.downloader.pull(between=lambda: between.append(numbers(fetching.catalog)))

    assert between == [["1"]]


def test_it_stops_between_two_pages(fetching: Fetching) -> None:
    fetching.hq.pages = [page_of("products", [product("1")], cursor="a", more=True)]

    fetching.downloader.pull(may_go_on=lambda: not fetching.progress)

    assert fetching.catalog.cursor("products") == "a"
    assert fetching.hq.asked[-1] == ("products", "")


def test_a_feed_without_news_costs_no_disk_sync_but_once_a_minute(fetching: Fetching) -> None:
    fetching.downloader.pull()
    first = fetching.catalog.contact().received

    fetching.clock.go_on(seconds=30)
    fetching.downloader.pull()
    assert fetching.catalog.contact().received == first

    fetching.clock.go_on(seconds=31)
    fetching.downloader.pull()
    assert fetching.catalog.contact().received["prices"] > first["prices"]


def test_what_a_row_says_besides_goes_when_its_feed_is_emptied(fetching: Fetching) -> None:
    row = FeedRow(key="1", gone=False, value={"number": "1", "name": "Apple", "colour": "red"})
    fetching.hq.pages = [page_of("products", [row])]
    fetching.downloader.pull()
    assert fetching.catalog.further_fields("products", "1") == {"colour": "red"}

    with fetching.catalog.together():
        fetching.catalog.empty("products")

    assert fetching.catalog.further_fields("products", "1") == {}
