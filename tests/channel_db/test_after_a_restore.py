"""What a register does for a headquarters that was restored: it knows its keys, and offers its documents again."""

from channel_db.catalog.repository import Catalog
from channel_db.journal.repository import Journal
from retail.wire.protocol import UploadResult
from tests.channel_db.making import NOW, SetClock, conclude, product_row, rows, sale_cart
from tests.fixtures.catalog_keys import keys_in


def test_the_keys_of_a_feed_are_those_of_its_rows(catalog: Catalog) -> None:
    products = rows({"1": product_row("1", "Apple"), "a": product_row("a", "Pear")})
    catalog.apply_page("products", products, "1", NOW)
    catalog.apply_page("prices", rows({"1": {"number": "1", "price_minor": 5}}), "1", NOW)

    assert keys_in(catalog, "products") == {"1", "a"}
    assert keys_in(catalog, "prices") == {"1"}
    assert [keys_in(catalog, feed) for feed in ("settings", "staff", "layouts", "customers", "orders")] == [
        set()
    ] * 5


def test_what_was_acknowledged_waits_again_whatever_the_clock_shows_since(
    journal: Journal, clock: SetClock
) -> None:
    sold = []
    for number in (1, 2, 3):
        with journal.unit_of_work() as work:
            sold.append(conclude(work, sale_cart(number)).id)
        if number < 3:
            journal.acknowledge([UploadResult(id=sold[-1], outcome="stored")], clock.now())
    clock.go_on(days=400)

    assert journal.offer_again() == 2

    assert [entry.uuid for entry in journal.outbox()] == sold
    assert journal.lease(clock.now(), 9, "agent", clock.now())[0].uuid == sold[0]
