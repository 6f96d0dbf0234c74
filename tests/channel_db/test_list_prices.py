"""Prices of lists in the catalogue: the price of the moment, found by scan, number and name."""

from pathlib import Path

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from retail.wire.feeds import ListPriceRow
from tests.channel_db.making import NOW, SetClock, product_row, rows

BEFORE, AFTER = "2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z"


def listed(number: str, price_minor: int, **others: object) -> ListPriceRow:
    return ListPriceRow.model_validate({"list": "L", "number": number, "price_minor": price_minor, **others})


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    catalog = open_catalog(tmp_path, SetClock(), writer=True)
    products = {
        each: product_row(each, f"Pear {each}", barcodes=[f"7{at}"])
        for at, each in enumerate(("A", "A/L", "B"))
    }
    catalog.apply_page("products", rows(products), "1", NOW)
    own = {number: {"number": number, "price_minor": 500} for number in ("A", "A/L")}
    catalog.apply_page("prices", rows(own), "1", NOW)
    prices = [listed("A", 450, starts=AFTER), listed("A/L", 300), listed("B", 700, starts=AFTER)]
    catalog.apply_page(
        "list_prices", rows({each.key: each.model_dump(mode="json") for each in prices}), "1", NOW
    )
    return catalog


def test_a_scan_gives_the_price_of_its_moment_and_the_list_it_is_from(catalog: Catalog) -> None:
    (before,) = catalog.product_by_barcode("70", lambda: BEFORE)
    (after,) = catalog.product_by_barcode("70", lambda: AFTER)

    assert (before.price_minor, before.price_list) == (500, "")
    assert (after.price_minor, after.price_list) == (450, "L")
    found = {each.number: each.price_minor for each in catalog.find_products("pear", 9, moment=lambda: AFTER)}
    assert found == {"A": 450, "A/L": 300, "B": 700}


def test_a_number_that_goes_on_behind_a_slash_is_another_product(catalog: Catalog) -> None:
    product = catalog.product_by_number("A/L", lambda: AFTER)

    assert product is not None
    assert product.price_minor == 300


def test_what_only_a_list_has_a_price_of_is_sold_while_that_holds(catalog: Catalog) -> None:
    assert [each.sellable for each in catalog.product_by_barcode("72", lambda: BEFORE)] == [False]
    assert [each.sellable for each in catalog.product_by_barcode("72", lambda: AFTER)] == [True]


def test_nobody_asks_what_time_it_is_for_what_no_list_has(catalog: Catalog) -> None:
    catalog.apply_page("products", rows({"C": product_row("C", "Plum", barcodes=["79"])}), "2", NOW)

    def never() -> str:
        raise AssertionError

    assert len(catalog.product_by_barcode("79", never)) == 1
