"""What takes several pages is shown all at once: whoever reads meanwhile, or after a crash, sees the old or the new."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import pytest

from channel_db.catalog.beside import NAME
from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from channel_db.errors import DiskFull, StorageBug
from retail.wire.protocol import FeedPage, FeedRow
from sync_agent.download import Downloader
from sync_agent.errors import CursorTooOld, HqUnreachable
from tests.channel_db.making import SetClock
from tests.fixtures.catalog_keys import keys_in
from tests.sync_agent.carrying import ToldHq, page_of, price, product

Prices = Mapping[str, int]
OLD: Prices = {"1": 100, "2": 200, "3": 300}
NEW: Prices = {"1": 101, "2": 202, "3": 303}


class WatchedClock(SetClock):
    """A clock at each of whose looks, also those in the middle of a commit, somebody else looks too."""

    look: Callable[[], object] = staticmethod(lambda: None)

    def now(self) -> datetime:
        self.look()
        return super().now()


def prices_in(catalog: Catalog) -> Prices:
    return {hit.number: hit.price_minor for hit in catalog.find_products("Apple", 99)}


class Till:
    """A register's catalogue as its agent keeps it and as its cashier reads it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = WatchedClock()
        self.hq = ToldHq()
        self.catalog = open_catalog(folder, self.clock, writer=True)
        self.restart()
        self.hq.pages = [
            page_of("products", [product(number) for number in OLD], cursor="old"),
            page_of("prices", [price(number, minor) for number, minor in OLD.items()], cursor="old"),
        ]
        assert self.downloader.pull().rows == 6
        self.cashier = open_catalog(folder, SetClock(), writer=False)
        self.hq.asked.clear()

    def restart(self) -> None:
        """Open the catalogue as an agent does that was killed."""
        self.catalog.close()
        self.catalog = open_catalog(self.folder, self.clock, writer=True)
        self.downloader = Downloader(self.catalog, self.hq, self.clock, lambda feed, rows: None)

    def has_news(self, feed: str, *pages: list[FeedRow]) -> None:
        """Headquarters has these pages of a feed; the last one's cursor is `new`."""
        cursors = [*[f"page {at}" for at in range(1, len(pages))], "new"]
        self.hq.pages += [
            page_of(feed, rows, cursor, more=cursor != "new")
            for rows, cursor in zip(pages, cursors, strict=True)
        ]

    def forgets(self, *cursors: str) -> None:
        """Headquarters no longer knows these cursors."""
        page = self.hq.page

        def answer(feed: str, cursor: str, *, counted: bool = False) -> object:
            if cursor in cursors:
                raise CursorTooOld("read it from the start")
            return page(feed, cursor)

        self.hq.page = answer  # type: ignore[method-assign, assignment]

    def is_cut_off_at(self, cursor: str) -> Callable[[], None]:
        """The line is lost when this page is asked for; gives back what mends it."""
        page = self.hq.page

        def lost(feed: str, asked: str, *, counted: bool = False) -> object:
            if asked == cursor:
                raise HqUnreachable("no line")
            return page(feed, asked)

        self.hq.page = lost  # type: ignore[method-assign, assignment]

        def mend() -> None:
            self.hq.page = page  # type: ignore[method-assign]

        return mend


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    till = Till(tmp_path)
    yield till
    till.cashier.close()
    till.catalog.close()


def rows(prices: Prices) -> list[FeedRow]:
    return [price(number, minor) for number, minor in prices.items()]


def gone(key: str) -> FeedRow:
    return FeedRow(key=key, gone=True, value=None)


def test_66_prices_that_come_in_several_pages_are_shown_at_once(till: Till) -> None:
    till.has_news("prices", rows({"1": 101}), rows({"2": 202}), rows({"3": 303}))
    seen: list[Prices] = []
    till.clock.look = lambda: seen.append(prices_in(till.cashier))
    before = till.cashier.changes()

    assert till.downloader.pull(between=till.clock.look).rows == 3

    assert prices_in(till.cashier) == NEW
    assert till.cashier.changes() != before
    assert len(seen) > 6
    assert all(prices in (OLD, NEW) for prices in seen)
    assert till.catalog.cursor("prices") == "new"
    assert not (till.folder / NAME).exists()


def test_products_and_prices_that_come_in_several_pages_are_shown_together(till: Till) -> None:
    till.has_news("products", [product("1", "Apple x")], [product("4", "Apple y"), gone("2")])
    till.has_news("prices", rows({"1": 1}), [price("4", 4), gone("2")])
    new = {"1": 1, "3": 300, "4": 4}
    seen: list[Prices] = []
    till.clock.look = lambda: seen.append(prices_in(till.cashier))

    till.downloader.pull(between=till.clock.look)

    assert prices_in(till.cashier) == new
    assert all(prices in (OLD, new) for prices in seen)


def test_61_a_load_after_a_cursor_too_old_is_shown_at_once_and_drops_what_is_gone(till: Till) -> None:
    till.forgets("old")
    till.has_news("products", [product("1"), product("3")], [product("4", "Apple pie"), gone("9")])
    till.has_news("prices", rows({"1": 101, "3": 303}), rows({"4": 404}))
    seen: list[Prices] = []
    till.clock.look = lambda: seen.append(prices_in(till.cashier))

    received = till.downloader.pull(between=till.clock.look)

    assert prices_in(till.cashier) == {"1": 101, "3": 303, "4": 404}
    assert all(prices in (OLD, prices_in(till.cashier)) for prices in seen)
    assert received.rows == 9  # seven that came, and of products and prices one each that did not
    assert keys_in(till.catalog, "prices") == {"1", "3", "4"}


def test_a_load_by_a_killed_agent_goes_on_at_its_page(till: Till) -> None:
    till.forgets("old")
    mend = till.is_cut_off_at("page 1")
    till.has_news("products", [product("1"), product("2")], [product("4")])
    assert till.downloader.pull().fault is not None
    till.restart()
    mend()
    till.hq.asked.clear()

    assert till.downloader.pull().fault is None

    assert [cursor for feed, cursor in till.hq.asked if feed == "products"] == ["page 1"]
    assert keys_in(till.catalog, "products") == {"1", "2", "4"}


def test_a_whole_load_that_was_not_shown_yet_takes_what_is_new_since(till: Till) -> None:
    mend = till.is_cut_off_at("page 1")
    till.has_news("products", [product("1", "Pear")], [product("2", "Pear")])
    till.downloader.pull()
    mend()
    till.downloader.pull(may_go_on=lambda: till.catalog.beside.reading("products").cursor != "new")  # type: ignore[union-attr]
    assert prices_in(till.cashier) == OLD
    till.hq.pages = [page_of("products", [product("3", "Pear")], cursor="newer")]

    till.downloader.pull()

    assert till.catalog.cursor("products") == "newer"
    assert len(till.cashier.find_products("Pear", 9)) == 3


def test_33_a_disk_that_fills_up_in_the_middle_of_the_change_leaves_the_old_prices(till: Till) -> None:
    many = {f"{number}": number for number in range(4000)}
    till.has_news("prices", rows(many), rows(NEW))
    room = till.catalog._connection
    pages = room.exec_driver_sql("PRAGMA page_count").scalar_one()
    room.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}").close()
    with pytest.raises(DiskFull):
        till.downloader.pull()
    assert (prices_in(till.cashier), till.catalog.cursor("prices")) == (OLD, "old")

    room.exec_driver_sql("PRAGMA max_page_count = 1073741823").close()
    till.hq.asked.clear()
    till.downloader.pull()

    assert prices_in(till.cashier) == NEW
    assert ("prices", "old") not in till.hq.asked  # what had come was not fetched again


class ByCursor:
    """A headquarters whose prices have these pages."""

    pages: ClassVar = {
        "old": page_of("prices", rows({"1": 101}), "a", more=True),
        "a": page_of("prices", rows({"2": 202}), "b", more=True),
        "b": page_of("prices", rows({"3": 303}), "c"),
    }

    def page(self, feed: str, cursor: str, *, counted: bool = False) -> FeedPage:
        return (
            page_of(feed, (), cursor) if feed != "prices" else self.pages.get(cursor, page_of(feed, (), "c"))
        )


def copied(folder: Path, to: Path) -> Path:
    """What an agent that is killed now leaves: the files as other processes of this machine see them."""
    to.mkdir()
    for file in folder.glob("catalog*"):
        shutil.copy(file, to)
    return to


def test_an_agent_killed_at_any_moment_leaves_the_old_prices_or_the_new_and_the_next_goes_on(
    till: Till,
) -> None:
    left: list[Path] = []
    till.clock.look = lambda: left.append(copied(till.folder, till.folder / f"killed-{len(left)}"))
    by_cursor = ByCursor()
    Downloader(till.catalog, by_cursor, till.clock, lambda feed, rows: None).pull(between=till.clock.look)
    till.clock.look()

    found = []
    for folder in left:
        with closing(open_catalog(folder, SetClock(), writer=True)) as catalog:
            found.append(prices_in(catalog))
            Downloader(catalog, by_cursor, SetClock(), lambda feed, rows: None).pull()
            assert prices_in(catalog) == NEW
            assert not (folder / NAME).exists()
    assert (found[0], found[-1]) == (OLD, NEW)
    assert all(prices in (OLD, NEW) for prices in found)


def test_what_was_shown_already_is_not_shown_again_by_the_next_agent(till: Till) -> None:
    """Killed after the commit and before the file beside was dropped; since then another price has come."""
    till.has_news("prices", rows({"1": 101}), rows(NEW))
    till.clock.look = lambda: (
        (till.folder / NAME).exists()
        and shutil.copytree(
            till.folder, till.folder / "kept", ignore=shutil.ignore_patterns("kept"), dirs_exist_ok=True
        )
    )
    till.downloader.pull()
    till.clock.look = lambda: None
    till.catalog.apply_page("prices", rows({"1": 111}), "newer", till.clock.now())
    for file in (till.folder / "kept").glob(f"{NAME}*"):
        shutil.copy(file, till.folder)
    till.restart()
    assert till.catalog.beside.reading("prices") is not None

    till.downloader.pull()

    assert prices_in(till.cashier) == {**NEW, "1": 111}
    assert not (till.folder / NAME).exists()


def test_a_damaged_file_beside_the_catalogue_is_dropped(till: Till, caplog: pytest.LogCaptureFixture) -> None:
    (till.folder / NAME).write_bytes(b"no database " * 1000)
    till.has_news("prices", rows({"1": 101}), rows({"2": 202, "3": 303}))

    till.downloader.pull()

    assert prices_in(till.cashier) == NEW
    assert "is dropped" in caplog.text


def test_a_poisoned_row_of_several_pages_is_skipped_and_the_rest_shown(till: Till) -> None:
    till.has_news("prices", rows({"1": 101}), [price("2", "poison"), price("3", 10**30), price("3", 303)])

    received = till.downloader.pull()

    assert (received.rows, received.skipped) == (2, 1)
    assert prices_in(till.cashier) == {**NEW, "2": 200}


def test_a_load_with_fewer_rows_than_headquarters_counts_is_not_shown_but_made_again(till: Till) -> None:
    till.forgets("old")
    counted = page_of("prices", rows({"2": 202}), "new").model_copy(update={"total": 3})
    till.has_news("products", [product(number) for number in OLD])
    till.hq.pages += [page_of("prices", rows({"1": 101}), "page 1", more=True), counted]

    fault = till.downloader.pull().fault

    assert str(fault) == "Headquarters has 3 rows of prices, but 2 came: they are fetched again"
    assert prices_in(till.cashier) == OLD
    till.hq.pages = [page_of("prices", rows({"1": 101, "3": 303}), "page 1", more=True), counted]
    assert till.downloader.pull().fault is None
    assert prices_in(till.cashier) == NEW


@pytest.mark.parametrize("renamed", [1, 30])
def test_after_a_load_every_index_finds_exactly_what_is_there(till: Till, renamed: int) -> None:
    """One renamed product changes its own rows of the indexes; where many are, the indexes are made anew."""

    def goods(numbers: range, name: str) -> list[FeedRow]:
        return [
            FeedRow(
                key=f"K{at}", gone=False, value={"number": f"K{at}", "name": name, "barcodes": [f"40{at}"]}
            )
            for at in numbers
        ]

    till.forgets("goods", "old")
    till.hq.pages = [page_of("products", [*goods(range(40), "Kettle"), product("1")], cursor="goods")]
    till.downloader.pull()
    till.has_news("products", goods(range(renamed), "Teapot"), goods(range(renamed, 35), "Kettle"))

    till.downloader.pull()

    connection = till.cashier._connection
    assert keys_in(till.catalog, "products") == {f"K{at}" for at in range(35)}
    assert len(till.cashier.find_products("teapot", 99)) == renamed
    assert len(till.cashier.find_products("ettle", 99)) == 35 - renamed
    assert [each.name for each in till.cashier.product_by_barcode("400")] == ["Teapot"]
    assert till.cashier.product_by_barcode("4039") == []
    for table in ("products", "barcodes", "product_words", "product_parts"):
        assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 35
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index'").scalars()
    assert "ix_products_number_folded" in set(names)


def test_a_load_that_brings_what_stands_there_already_writes_nothing_of_it(till: Till) -> None:
    till.forgets("old")
    till.has_news("products", [product("1"), product("2")], [product("3")])
    till.has_news("prices", rows({"1": 100, "2": 200}), rows({"3": 300}))
    connection = till.catalog._connection
    before = connection.exec_driver_sql("SELECT total_changes()").scalar_one()

    till.downloader.pull()

    noted = 2 * 5 + 2 * 5  # the readings of two feeds, and how far they came: begun, moved, shown, dropped
    rows_beside = 2 * 3 + 2 * 3  # put there, and dropped
    after = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
    assert after - before <= noted + rows_beside + len(till.catalog.contact().received)


def test_a_file_beside_that_could_not_be_made_is_made_at_the_next_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_catalog(tmp_path, SetClock(), writer=True)) as catalog:
        with monkeypatch.context() as broken:
            broken.setattr("channel_db.catalog.beside._SCHEMA", ("CREATE TABLE beside.readings (nothing",))
            with pytest.raises(StorageBug):
                catalog.beside.begin("prices", "", is_anew=True)

        assert catalog.beside.reading("prices") is None
        catalog.beside.begin("prices", "", is_anew=True)
        assert catalog.beside.reading("prices") is not None
