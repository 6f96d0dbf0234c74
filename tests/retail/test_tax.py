"""Tax on lines: which rate holds, on top of the price or inside it, rounded once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.tax import line_rate, tax_of
from tests.retail.shop import HOME, SETTINGS, pickup, shipment

STORE_TAX = replace(SETTINGS, tax_percent=Decimal(7))
BY_ADDRESS = replace(STORE_TAX, destination_based_tax=True)


@pytest.mark.parametrize(
    ("amount_minor", "rate", "included", "tax_minor"),
    [
        (9999, "6.25", True, 588),
        (19_999, "8", False, 1600),
        (1980, "10", False, 198),
        (55, "8", False, 4),
        (-9999, "6.25", True, -588),
        (100, "0", False, 0),
    ],
)
def test_tax_is_rounded_once(amount_minor: int, rate: str, included: bool, tax_minor: int) -> None:
    assert tax_of(amount_minor, Decimal(rate), included=included) == tax_minor


def test_goods_without_a_rate_of_their_own_take_the_stores() -> None:
    assert line_rate(None, None, STORE_TAX) == 7
    assert line_rate(Decimal(2), None, STORE_TAX) == 2


def test_shipped_goods_take_the_address_rate_where_settings_say_so() -> None:
    by_customer = replace(STORE_TAX, customer_based_tax=True)

    assert line_rate(Decimal(2), shipment(), BY_ADDRESS) == 9
    assert line_rate(None, shipment(), by_customer) == 9
    assert line_rate(None, shipment(), STORE_TAX) == 7


def test_an_address_without_a_rate_changes_nothing() -> None:
    plain = replace(shipment(), address=replace(HOME, tax_percent=None))

    assert line_rate(Decimal(2), plain, BY_ADDRESS) == 2


def test_goods_to_be_fetched_take_the_rate_of_the_store_that_hands_them_out() -> None:
    assert line_rate(None, pickup("SEATTLE"), BY_ADDRESS) == 5
    assert line_rate(None, pickup("HOUSTON"), BY_ADDRESS) == 7
    assert line_rate(Decimal(2), pickup("SEATTLE"), BY_ADDRESS) == 2
