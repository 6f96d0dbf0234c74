"""A register's first load, with the real headquarters: killed, changed on its way or out of room, it goes on where it
was, and what is there at the end is what headquarters has.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog, open_journal
from channel_db.errors import DiskFull
from headquarters.bootstrap import books_from
from headquarters.importing.service import Wish, import_file
from retail.clock import stamp
from retail.wire.protocol import FEED_NAMES, PAGE_ROWS_MAX
from sync_agent.exchange import Exchange
from sync_agent.reply import Answer
from sync_agent.steps import take_step
from tests.fixtures.catalog_keys import keys_in
from tests.fixtures.fix_headquarters import RunningHeadquarters, headquarters
from tests.headquarters.shop import RETAILER
from tests.sync_agent.test_end_to_end import Register
from tests.sync_agent.test_main import Started

__all__ = ["headquarters"]
MANY = 2 * PAGE_ROWS_MAX + 2000


@pytest.fixture
def register(tmp_path: Path, headquarters: RunningHeadquarters) -> Register:
    """A register that was just enrolled; headquarters has one product."""
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER)
    return Register(tmp_path / "register", headquarters)


@pytest.fixture
def large(register: Register, headquarters: RunningHeadquarters) -> Register:
    """The same, with so many products that they take three pages."""
    import_goods(headquarters, register.folder.parent)
    return register


def import_goods(headquarters: RunningHeadquarters, folder: Path) -> None:
    file = folder / "goods.csv"
    text = "".join(f"N{at:06d},Kettle {at},{40000000 + at},{at}.50\n" for at in range(MANY - 1))
    file.write_text(f"number,name,barcode,price\n{text}", encoding="utf-8")
    with books_from(headquarters.folder, None, 1) as books:
        import_file(
            books, Wish("products", file, {}, folder / "rejects.csv", currency="USD"), lambda *_: None
        )


@contextmanager
def catalogue(register: Register) -> Iterator[Catalog]:
    catalog = open_catalog(register.folder, register.clock, writer=False)
    yield catalog
    catalog.close()


def assert_whole(register: Register) -> None:
    """All of it is there once, and found by every index."""
    with catalogue(register) as catalog:
        assert catalog.is_ready()
        assert len(keys_in(catalog, "products")) == len(keys_in(catalog, "prices")) == MANY
        last = f"N{MANY - 2:06d}"
        (found,) = catalog.product_by_barcode(str(40000000 + MANY - 2))
        assert (found.number, found.price_minor) == (last, (MANY - 2) * 100 + 50)
        assert [hit.number for hit in catalog.find_products(f"kettle {MANY - 2}", 5)] == [last]
        assert len(catalog.find_products("kettle", 50)) == 50
        connection = catalog._connection
        for table in ("products", "product_words", "product_parts"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == MANY


def test_a_register_of_a_store_that_pauses_it_is_loaded_once_somebody_has_signed_in(
    register: Register, headquarters: RunningHeadquarters
) -> None:
    stores = [{"store": "HOUSTON", "name": "Houston", "settings": {"pause_unused": True}}]
    headquarters.manage(
        "PUT", "/v1/manage/retailer", RETAILER | {"stores": [*stores, *RETAILER["stores"][1:]]}
    )
    for _ in range(2):
        assert register.step("sync").complete
    with catalogue(register) as catalog:
        assert set(catalog.contact().received) == {"settings", "staff", "layouts"}
        assert [each.user for each in catalog.all_staff()] == ["cashier"]
        assert not catalog.is_ready()

    journal = open_journal(register.folder, register.clock)
    with journal.unit_of_work() as work:
        work.add_journal_entry(stamp(register.clock.now()), "user.sign_in", "cashier", "{}")
    journal.close()

    assert register.step("sync").complete
    with catalogue(register) as catalog:
        assert set(catalog.contact().received) == set(FEED_NAMES)
        assert catalog.is_ready()


def test_a_killed_first_load_goes_on_at_its_page(large: Register) -> None:
    agent = Started(large.folder, "--progress", "once", "pull")
    assert agent.process.stdout is not None
    for line in agent.process.stdout:
        if '"products"' in line:
            break
    agent.process.kill()
    agent.process.communicate()
    with catalogue(large) as catalog:
        cursor, rows = catalog.cursor("products"), len(keys_in(catalog, "products"))
        assert cursor
        assert rows % PAGE_ROWS_MAX == 0
        assert catalog.arriving()["products"] == (rows, MANY)
        assert not catalog.is_ready()

    done = large.step("pull")

    assert done.complete
    assert done.rows < 2 * MANY  # what had come was not fetched again
    assert_whole(large)


def test_a_page_that_was_changed_on_its_way_is_not_taken(
    large: Register, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One word in the second page of products, packed anew as it should be: only the digest tells."""
    answers = Exchange.answer
    pages: list[int] = []

    def answer(exchange: Exchange) -> Answer:
        whole = answers(exchange)
        pages.append(len(whole.body))
        if (
            len(pages) != FEED_NAMES.index("products") + 3
        ):  # those before it, what is told of it, and its first page
            return whole
        return replace(
            whole, body=gzip.compress(gzip.decompress(whole.body).replace(b"Kettle", b"Cattle", 1))
        )

    monkeypatch.setattr(Exchange, "answer", answer)

    assert large.step("pull").complete

    assert "asked for row by row: A page is not the one that headquarters told of" in caplog.text
    assert_whole(large)


def test_a_disk_that_fills_up_during_a_load_keeps_the_cursor_and_selling_goes_on(
    register: Register, headquarters: RunningHeadquarters
) -> None:
    assert register.step("pull").complete
    with catalogue(register) as catalog:
        before = catalog.cursor("products")
    import_goods(headquarters, register.folder.parent)

    with register.agent() as agent:
        room = agent._catalog._connection
        pages = room.exec_driver_sql("PRAGMA page_count").scalar_one()
        room.exec_driver_sql(f"PRAGMA max_page_count = {pages + 50}").close()
        with pytest.raises(DiskFull):
            take_step(agent, "pull")

        with catalogue(register) as catalog:
            assert catalog.cursor("products") == before
            assert keys_in(catalog, "products") == {"A"}
            apple = catalog.product_by_barcode("4006381333931")
            assert [each.price_minor for each in apple] == [8000]
        sell(register)
        assert take_step(agent, "push").sent == 1

        room.exec_driver_sql("PRAGMA max_page_count = 1073741823").close()
        assert take_step(agent, "pull").complete
    assert_whole(register)


def sell(register: Register) -> None:
    journal = open_journal(register.folder, register.clock)
    sale = register.paper.sale()
    with journal.unit_of_work() as work:
        work.add_outbox(sale.id, "transaction", sale.written())
    journal.close()


def test_the_scheduled_agent_tries_again_after_a_full_disk(large: Register) -> None:
    with large.agent() as agent:
        room = agent._catalog._connection
        pages = room.exec_driver_sql("PRAGMA page_count").scalar_one()
        room.exec_driver_sql(f"PRAGMA max_page_count = {pages + 50}").close()
        agent.hurry()
        agent.turn()
        with catalogue(large) as catalog:
            assert not catalog.is_ready()

        room.exec_driver_sql("PRAGMA max_page_count = 1073741823").close()
        agent.hurry()
        agent.turn()
    assert_whole(large)
