"""Data that is odd, newer, or changes while it is in use; and a copy that is taken in the middle of a sale."""

import json
import shutil
from datetime import date
from pathlib import Path

from sqlalchemy import select

from channel_db.engine import open_catalog, open_journal
from channel_db.salvage.copies import copy_of
from headquarters.uploads.models import KeptDocument
from retail.wire.protocol import FeedRow
from retail.wire.settings import settings_values
from tests.channel_db.making import SetClock
from tests.faults.whole import check_whole
from tests.fixtures.fix_register import PRODUCTS, SETTINGS, Register, Shop, at_work, product_row
from tests.headquarters.conftest import Books
from tests.headquarters.shop import changed, sent

DAY = date(2026, 11, 21)


def sell(register: Register) -> str:
    register.do("tender.cash", amount="500")
    return str(register.do("transaction.conclude").values["transaction"])


def test_76_a_product_repriced_and_taken_out_while_in_a_cart_is_sold_as_shown_and_not_scanned_again(
    shop: Shop,
) -> None:
    register = at_work(shop)
    register.do("product.add", number="A")
    register.do("product.add", number="B")
    shown = register.cart["due_minor"]
    news = {
        "prices": {"A": {"number": "A", "price_minor": 12500}},
        "products": {number: product_row(number) | {"sellable": number != "B"} for number in PRODUCTS},
    }

    shop.publish(SETTINGS, **news)

    assert "Merino sock" in register.refused("product.add", number="B")
    sell(register)
    document = register.session.journal.last_transaction()
    assert document is not None
    assert [line.price_minor for line in document.lines] == [10000, 4000]
    assert document.total_minor == shown
    register.do("product.add", number="A")
    assert register.cart["due_minor"] == 12500


def test_84_a_copy_taken_in_the_middle_of_a_sale_is_whole_up_to_the_sale_before(
    shop: Shop, tmp_path: Path
) -> None:
    register = at_work(shop)
    register.do("product.add", number="A")
    first = sell(register)
    register.do("product.add", number="B")
    journal = register.session.journal
    other = open_journal(shop.folder, shop.clock)

    with journal.unit_of_work() as work:
        work.next_number("transaction")
        assert other.keep_copy(DAY)
    other.close()
    second = sell(register)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(copy_of(shop.folder, DAY), elsewhere / "journal.db")
    restored = open_journal(elsewhere, SetClock())
    assert check_whole(restored) == [first]
    cart = restored.open_cart()
    assert cart is not None
    assert cart.id == second
    restored.close()


def test_70_what_a_newer_headquarters_says_besides_is_kept_and_harms_nothing(shop: Shop) -> None:
    newer = settings_values(SETTINGS) | {"robots_allowed": True, "hologram": {"depth": 3}}
    product = product_row("A") | {"scent": "pine", "parts": [1, {"two": 2}]}

    price = {"number": "A", "price_minor": 10000, "valid_from": "2027-01-01"}

    catalog = open_catalog(shop.folder, shop.clock, writer=True)
    values = {
        "settings": {"HOUSTON": {"values": newer, "signed": "x"}}, "products": {"A": product}, "prices": {"A": price},
    }  # fmt: skip
    for feed, rows in values.items():
        page = [FeedRow(key=key, gone=False, value=value) for key, value in rows.items()]
        catalog.apply_page(feed, page, "2", shop.clock.now())
    catalog.close()

    register = at_work(shop)
    register.do("product.add", number="A")
    sell(register)
    connection = register.session.catalog._connection
    kept = json.loads(connection.exec_driver_sql("SELECT text FROM settings").scalar_one())
    assert (kept["signed"], kept["values"]["hologram"]) == ("x", {"depth": 3})
    assert register.session.catalog.further_fields("products", "A") == {
        "scent": "pine",
        "parts": [1, {"two": 2}],
    }
    assert register.session.catalog.further_fields("prices", "A") == {"valid_from": "2027-01-01"}
    assert register.session.catalog.further_fields("products", "B") == {}


def test_70_further_fields_follow_their_product_and_go_with_it(shop: Shop) -> None:
    catalog = open_catalog(shop.folder, shop.clock, writer=True)

    def told(value: dict[str, object] | None) -> dict[str, object]:
        row = FeedRow.model_validate({"key": "A", "gone": value is None, "value": value})
        catalog.apply_page("products", [row], "2", shop.clock.now())
        return catalog.further_fields("products", "A")

    assert told(product_row("A") | {"scent": "pine"}) == {"scent": "pine"}
    assert told(product_row("A") | {"scent": "oak", "weight": 3}) == {"scent": "oak", "weight": 3}
    assert told(product_row("A")) == {}
    assert told(product_row("A") | {"scent": "pine"}) == {"scent": "pine"}
    assert told(None) == {}
    catalog.close()


def test_71_a_document_of_a_newer_register_is_kept_raw_and_parked_and_holds_up_nobody(books: Books) -> None:
    register = books.enrol()
    before, newer, after = sent(register.sale()), sent(register.sale()), sent(register.sale())
    newer = changed(newer, '"kind":"transaction"', '"hologram":true,"kind":"transaction"')

    results = books.upload(before, newer, after)

    assert [result.outcome for result in results] == ["stored", "parked", "stored"]
    assert "hologram" in str(results[1].reason)
    with books.parts.database.reading() as session:
        kept = session.scalars(select(KeptDocument.text).where(KeptDocument.uuid == newer["id"])).one()
    assert kept == newer["text"]
