"""Tax on lines: which rate holds, on top of the price or inside it, rounded once."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from retail.charge_rules import ChargeCode
from retail.charge_taxes import charge_rate
from retail.customers import Address
from retail.orders.delivery import Delivery
from retail.settings import TaxGroup
from retail.tax import line_rate, tax_group, tax_of
from tests.retail.shop import ANNA, HOME, SETTINGS, pickup, shipment

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
    assert line_rate(None, None, STORE_TAX).percent == 7
    assert line_rate(Decimal(2), None, STORE_TAX).percent == 2


def test_shipped_goods_take_the_address_rate_where_settings_say_so() -> None:
    by_customer = replace(STORE_TAX, customer_based_tax=True)

    assert line_rate(Decimal(2), shipment(), BY_ADDRESS).percent == 9
    assert line_rate(None, shipment(), by_customer).percent == 9
    assert line_rate(None, shipment(), STORE_TAX).percent == 7


def test_an_address_without_a_rate_changes_nothing() -> None:
    plain = replace(shipment(), address=replace(HOME, tax_percent=None))

    assert line_rate(Decimal(2), plain, BY_ADDRESS).percent == 2


def test_goods_to_be_fetched_take_the_rate_of_the_store_that_hands_them_out() -> None:
    assert line_rate(None, pickup("SEATTLE"), BY_ADDRESS).percent == 5
    assert line_rate(None, pickup("HOUSTON"), BY_ADDRESS).percent == 7
    assert line_rate(Decimal(2), pickup("SEATTLE"), BY_ADDRESS).percent == 2


REGIONS = (
    TaxGroup("Norway", Decimal(25), country="NO"),
    TaxGroup("Svalbard", Decimal(0), country="NO", postcodes=("917", "9178")),
    TaxGroup("Texas", Decimal("6.25"), country="US", region="TX"),
    TaxGroup("Houston", Decimal("8.25"), country="US", region="TX", postcodes=("770", "772 ")),
    TaxGroup("Texas again", Decimal(7), country="us", region="tx"),
)


@pytest.mark.parametrize(
    ("country", "region", "postcode", "group"),
    [
        ("NO", "", "5003", "Norway"),
        ("no ", "Vestland", "5003", "Norway"),
        ("NO", "", "9170", "Svalbard"),
        ("US", "TX", "77002-1234", "Houston"),
        ("US", "TX", "77201", "Houston"),
        ("US", "TX", "75001", "Texas"),
        ("US", "CA", "77002", None),
        ("SE", "", "5003", None),
        ("", "", "", None),
    ],
)
def test_an_address_falls_into_the_group_that_says_most_of_it(
    country: str, region: str, postcode: str, group: str | None
) -> None:
    found = tax_group(Address("x", country=country, region=region, postcode=postcode), REGIONS)

    assert (None if found is None else found.name) == group


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"tax_percent": Decimal(101), "country": "NO"}, "between 0 and 100"),
        ({"tax_percent": Decimal(-1), "country": "NO"}, "between 0 and 100"),
        ({"tax_percent": Decimal(1)}, "needs a country"),
        ({"tax_percent": Decimal(1), "postcodes": ("",)}, "needs a country"),
    ],
)
def test_a_group_that_cannot_be_is_refused(parts: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        TaxGroup("Here", **parts)


BERGEN = replace(HOME, tax_percent=None)


def sent_to(address: Address) -> Delivery:
    return replace(shipment(), address=address)


def test_a_destinations_own_group_goes_before_one_that_fits_it() -> None:
    groups = replace(BY_ADDRESS, tax_groups=REGIONS)

    assert line_rate(None, sent_to(HOME), groups).percent == 9
    assert line_rate(None, sent_to(BERGEN), groups).percent == 25
    assert line_rate(None, sent_to(replace(BERGEN, country="SE")), groups).percent == 7
    assert line_rate(None, sent_to(BERGEN), replace(groups, destination_based_tax=False)).percent == 7
    assert line_rate(None, None, groups).percent == 7
    assert line_rate(None, pickup("SEATTLE"), groups).percent == 5


def test_the_customers_delivery_address_decides_where_the_destination_does_not() -> None:
    """Decision 40: destination first; only what is shipped follows either."""
    both = replace(BY_ADDRESS, customer_based_tax=True, tax_groups=REGIONS)
    once = Address("once", line1="Kungsgatan 1", city="Stockholm", country="SE")
    works = replace(HOME, id="a2", purpose="Delivery", tax_percent=Decimal(12))
    customer = replace(ANNA, addresses=(HOME, works))

    assert line_rate(None, sent_to(once), both, customer).percent == 12
    assert line_rate(None, sent_to(once), both, ANNA).percent == 9
    assert line_rate(None, sent_to(replace(once, country="NO")), both, customer).percent == 25
    assert line_rate(None, sent_to(HOME), replace(both, destination_based_tax=False), customer).percent == 9
    assert line_rate(None, sent_to(once), both, replace(ANNA, addresses=())).percent == 7
    assert line_rate(None, None, both, customer).percent == 7


def test_who_is_exempt_pays_no_tax_where_the_store_lets_it_count() -> None:
    exempt = replace(ANNA, tax_exempt=True)
    counting = replace(BY_ADDRESS, calculate_customer_exempt=True)

    assert line_rate(Decimal(2), shipment(), counting, exempt).percent == 0
    code = ChargeCode("FREIGHT", tax_percent=Decimal(8))
    assert charge_rate(code, None, exempt, counting).percent == 0
    assert line_rate(Decimal(2), None, BY_ADDRESS, exempt).percent == 2
    assert charge_rate(code, None, exempt, BY_ADDRESS).percent == 8
    assert line_rate(Decimal(2), None, counting, ANNA).percent == 2
    assert line_rate(Decimal(2), None, counting, None).percent == 2
