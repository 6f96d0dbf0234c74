"""Prices from a file: of known products only, and only those that are others now."""

import pytest

from tests.headquarters.conftest import both_engines
from tests.headquarters.importing.conftest import Imports, counts

pytestmark = both_engines


def test_changed_price_is_published_alone(imports: Imports) -> None:
    imports("products", "number,name,price\nP,Pear,1\nQ,Quince,2\n")
    before = imports.sequence()

    report = imports("prices", "number;price\nA;80,00\nP;1,50\nQ;2\n")

    assert counts(report) == (0, 1, 2, 0)
    assert imports.published_after(before) == [("prices", "P")]
    assert imports.books.feed("prices")["P"]["price_minor"] == 150


def test_product_that_had_none_gets_a_price(imports: Imports) -> None:
    imports("products", "number,name\nP,Pear\n")

    report = imports("prices", "sku,price\nP,1\n")

    assert counts(report) == (1, 0, 0, 0)
    assert imports.books.feed("prices")["P"] == {"number": "P", "price_minor": 100}


def test_unknown_product_gets_no_price(imports: Imports) -> None:
    report = imports("prices", "number,price\nA,1\na,2\n")

    assert counts(report) == (0, 1, 0, 1)
    assert imports.rejects == [
        {"line": "3", "column": "number", "value": "a", "rule": "there is no such product"}
    ]


@pytest.mark.parametrize(
    ("price", "rule"), [("", "needed and empty"), ("-0.01", "negative"), ("1.005", "too many decimals")]
)
def test_bad_price_changes_nothing(imports: Imports, price: str, rule: str) -> None:
    report = imports("prices", f"number,price\nA,{price}\n")

    assert counts(report) == (0, 0, 0, 1)
    assert rule in imports.rejects[0]["rule"]
    assert imports.books.feed("prices")["A"]["price_minor"] == 8000


def test_second_price_of_a_product_is_left_out(imports: Imports) -> None:
    report = imports("prices", "number,price\nA,1\nA,2\n")

    assert counts(report) == (0, 1, 0, 1)
    assert imports.books.feed("prices")["A"]["price_minor"] == 100
