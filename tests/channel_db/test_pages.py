"""A page of a feed is kept with its cursor, or not at all; the same page twice equals once."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from channel_db.catalog.repository import Catalog
from channel_db.catalog.text_index import (
    CUSTOMER_PARTS,
    CUSTOMER_WORDS,
    ORDER_WORDS,
    PRODUCT_PARTS,
    PRODUCT_WORDS,
    TextIndex,
)
from channel_db.engine import open_catalog
from retail.orders.order import OrderCustomer
from retail.settings import FulfilmentPlace, StoreSettings
from retail.wire.feeds import LayoutRow, StaffRow
from retail.wire.orders import order_of, order_values
from retail.wire.protocol import FEED_NAMES
from retail.wire.settings import settings_values
from tests.channel_db.making import NOW, SetClock, customer, ordered, product_row, rows, uuid

SETTINGS = StoreSettings(
    store="HOUSTON", tax_percent=Decimal("8.25"), fulfilment_group=(FulfilmentPlace("DALLAS", "Dallas", Decimal(8)),),
)  # fmt: skip
STAFF = {"user": "ann", "name": "Ann", "role": "cashier", "pin_hash": "$argon2id$", "rights": ["edit_order"]}
LAYOUT = {"name": "sale", "content": {"layout": "sale", "grids": []}}


def customer_row(number: int = 1, name: str = "Åse Bjørnson", **others: Any) -> dict[str, Any]:
    made = customer(number, name)
    address = {"id": made.addresses[0].id, "line1": "Main Street 1", "postcode": "77001", "city": "Houston"}
    return {
        "id": made.id, "account": f"C{number:06d}", "name": name, "email": made.email, "phone": made.phone,
        "addresses": [address], **others,
    }  # fmt: skip


def order_row(number: int = 1, name: str = "Åse Bjørnson", **others: Any) -> dict[str, Any]:
    whose = OrderCustomer(uuid(1, number), name, f"C{number:06d}")
    return {**order_values(ordered(number, number=f"S{number:06d}", customer=whose)), **others}


PAGES: dict[str, dict[str, dict[str, Any]]] = {
    "settings": {"HOUSTON": {"values": settings_values(SETTINGS)}},
    "staff": {"ann": STAFF},
    "layouts": {"sale": LAYOUT},
    "promotions": {"P1": {"id": "P1", "name": "Week", "kind": "percent", "products": ["1"], "percent": "10"}},
    "products": {"1": product_row("1", "One", barcodes=["7"])},
    "prices": {"1": {"number": "1", "price_minor": 500}},
    "list_prices": {"1/L//": {"list": "L", "number": "1", "price_minor": 400}},
    "stock": {
        "DALLAS/1": {"product": "1", "place": "DALLAS", "quantity_thousandths": 2000, "as_of": "2026-11-21"}
    },
    "customers": {uuid(1, 1): customer_row()},
    "orders": {uuid(3, 1): order_row()},
    "erasures": {uuid(1, 2): {"customer": uuid(1, 2)}},
}


def list_prices(catalog: Catalog) -> list[str]:
    return list(catalog._connection.exec_driver_sql("SELECT text FROM list_prices").scalars())


FOUND: dict[str, Callable[[Catalog], object]] = {
    "settings": lambda catalog: catalog.settings(),
    "staff": lambda catalog: catalog.staff("ann"),
    "layouts": lambda catalog: catalog.layouts() or None,
    "promotions": lambda catalog: catalog.promotions() or None,
    "products": lambda catalog: catalog.product_by_number("1"),
    "prices": lambda catalog: catalog.product_by_number("1"),
    "list_prices": lambda catalog: list_prices(catalog) or None,
    "stock": lambda catalog: catalog.stock("1", "DALLAS"),
    "customers": lambda catalog: catalog.customer(uuid(1, 1)),
    "orders": lambda catalog: catalog.order(uuid(3, 1)),
    "erasures": lambda catalog: catalog.erasures() or None,
}


def apply(catalog: Catalog, feed: str, cursor: str = "1", **others: Any) -> None:
    catalog.apply_page(feed, rows(PAGES[feed]), cursor, NOW, **others)


def content(catalog: Catalog) -> dict[str, list[Any]]:
    names = (
        "products",
        "barcodes",
        "prices",
        "list_prices",
        "customers",
        "orders",
        "staff",
        "settings",
        "layouts",
        "promotions",
        "erasures",
    )
    return {name: list(catalog._connection.exec_driver_sql(f"SELECT * FROM {name}")) for name in names}


def test_every_feed_of_the_protocol_has_its_tables(catalog: Catalog) -> None:
    assert set(PAGES) == set(FEED_NAMES)
    for feed in FEED_NAMES:
        apply(catalog, feed)

    assert all(FOUND[feed](catalog) is not None for feed in FEED_NAMES)


def test_values_come_back_as_headquarters_sent_them(catalog: Catalog) -> None:
    for feed in FEED_NAMES:
        apply(catalog, feed)

    assert catalog.settings() == SETTINGS
    assert catalog.staff("ann") == StaffRow.model_validate_json(json.dumps(STAFF))
    assert catalog.all_staff() == [catalog.staff("ann")]
    assert catalog.layouts() == [LayoutRow.model_validate(LAYOUT)]
    assert catalog.customer(uuid(1, 1)) == replace(customer(), account="C000001")
    assert catalog.order(uuid(3, 1)) == order_of(order_row())


def test_what_is_not_there_is_none(catalog: Catalog) -> None:
    assert [FOUND[feed](catalog) for feed in FEED_NAMES] == [None] * len(FEED_NAMES)
    assert catalog.all_staff() == []


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_the_same_page_twice_equals_once(catalog: Catalog, feed: str) -> None:
    apply(catalog, feed)
    once = content(catalog)

    apply(catalog, feed)

    assert content(catalog) == once


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_a_tombstone_takes_a_row_out(catalog: Catalog, feed: str) -> None:
    empty = content(catalog)
    apply(catalog, feed)

    catalog.apply_page(feed, rows({}, gone=(*PAGES[feed], "never was")), "2", NOW)

    assert content(catalog) == empty


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_a_row_that_is_not_what_its_feed_promises_keeps_nothing_of_the_page(
    catalog: Catalog, feed: str
) -> None:
    empty = content(catalog)
    broken = {**PAGES[feed], "broken": {"name": 5, "values": {"tax_percent": "no rate"}, "price_minor": "5"}}

    with pytest.raises(ValidationError):
        catalog.apply_page(feed, rows(broken), "1", NOW)

    assert content(catalog) == empty
    assert catalog.cursor(feed) == ""
    apply(catalog, feed)


def test_fields_we_do_not_know_yet_are_kept(catalog: Catalog) -> None:
    newer = {**customer_row(), "loyalty": "gold"}
    catalog.apply_page("customers", rows({newer["id"]: newer}), "1", NOW)

    (text,) = catalog._connection.exec_driver_sql("SELECT text FROM customers").scalars()
    assert json.loads(text)["loyalty"] == "gold"


def test_of_two_rows_with_one_key_the_later_holds(catalog: Catalog) -> None:
    first, second = rows({"1": product_row("1", "Old")}), rows({"1": product_row("1", "New")})

    catalog.apply_page("products", first + second, "1", NOW)
    assert [each.name for each in catalog.find_products("1", 5)] == ["New"]

    catalog.apply_page("products", second + rows({}, gone=("1",)), "2", NOW)
    assert catalog.product_by_number("1") is None


def test_the_word_indexes_hold_exactly_the_rows_there_are(catalog: Catalog) -> None:
    page = {str(number): product_row(str(number), f"Thing {number}") for number in range(50)}
    catalog.apply_page("products", rows(page), "1", NOW)
    catalog.apply_page("products", rows({"7": product_row("7", "Other")}, gone=("3", "4", "5")), "2", NOW)
    apply(catalog, "customers")
    apply(catalog, "orders")

    for index in (PRODUCT_WORDS, PRODUCT_PARTS, CUSTOMER_WORDS, CUSTOMER_PARTS, ORDER_WORDS):
        assert indexed(catalog, index) == there(catalog, index)
    assert len(indexed(catalog, PRODUCT_WORDS)) == 47


def indexed(catalog: Catalog, index: TextIndex) -> list[int]:
    found = catalog._connection.exec_driver_sql(f"SELECT id FROM {index.name}_docsize")
    return sorted(found.scalars())


def there(catalog: Catalog, index: TextIndex) -> list[int]:
    return sorted(catalog._connection.exec_driver_sql(f"SELECT id FROM {index.table}").scalars())


def test_the_cursor_moves_with_the_rows_and_survives(catalog: Catalog, tmp_path: Path) -> None:
    apply(catalog, "products", cursor="opaque/1=")
    catalog.close()

    again = open_catalog(tmp_path, SetClock(), writer=True)

    assert (again.cursor("products"), again.cursor("prices")) == ("opaque/1=", "")
    again.close()


def test_a_page_cut_off_in_the_middle_moves_nothing(catalog: Catalog, tmp_path: Path) -> None:
    apply(catalog, "products", cursor="1")
    pages = catalog._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    catalog._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").close()
    page = {str(number): product_row(str(number), f"Thing {number}" * 9) for number in range(500)}

    with pytest.raises(Exception, match="disk is full"):
        catalog.apply_page("products", rows(page), "2", NOW)

    assert catalog.cursor("products") == "1"
    assert len(content(catalog)["products"]) == 1


def test_a_feed_counts_as_received_when_its_end_was_reached(catalog: Catalog) -> None:
    apply(catalog, "prices", more=True)
    assert catalog.contact().received == {}

    apply(catalog, "prices")
    catalog.apply_page("prices", rows({}), "3", NOW + timedelta(hours=1), more=True)

    contact = catalog.contact()
    assert contact.received == {"prices": "2026-11-21T10:00:00.000+00:00"}
    assert contact.prices_at == "2026-11-21T10:00:00.000+00:00"


def test_a_register_is_ready_when_all_it_needs_to_sell_has_arrived(catalog: Catalog) -> None:
    for feed in ("settings", "staff", "products", "list_prices"):
        apply(catalog, feed)
        assert not catalog.is_ready()
    apply(catalog, "prices", more=True)
    assert not catalog.is_ready()

    apply(catalog, "prices")

    assert catalog.is_ready()
