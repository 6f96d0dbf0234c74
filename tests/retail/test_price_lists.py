"""Which of the prices of lists is the price at a moment."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from retail.cart import Cart, add_line
from retail.explaining import why_price
from retail.price_lists import ListPrice, price_at
from retail.pricing import Pricing, recalculate
from retail.promotions import PriceBook
from retail.wire.feeds import ListPriceRow
from tests.retail.shop import EMPTY, SETTINGS, TODAY, product

DECEMBER, JANUARY = "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"
ALWAYS = ListPrice("BASE", 100)
WINTER = ListPrice("BASE", 90, starts=DECEMBER, ends=JANUARY)
OSLO = ListPrice("OSLO", 120, of_store=True)
CHEAPER = ListPrice("OTHER", 80)


@pytest.mark.parametrize(
    ("prices", "moment", "holds"),
    [
        ([], DECEMBER, None),
        ([ALWAYS], "", ALWAYS),
        ([WINTER], "2026-11-30T23:59:59Z", None),
        ([ALWAYS, WINTER], "2026-11-30T23:59:59Z", ALWAYS),
        ([ALWAYS, WINTER], DECEMBER, WINTER),
        ([ALWAYS, WINTER], "2026-12-31T23:59:59Z", WINTER),
        ([ALWAYS, WINTER], JANUARY, ALWAYS),
        ([WINTER, OSLO], DECEMBER, OSLO),
        ([ALWAYS, CHEAPER], DECEMBER, CHEAPER),
        ([ListPrice("A", 7, unit="box")], DECEMBER, None),
    ],
)
def test_a_list_of_the_store_goes_first_then_what_began_last_then_what_is_lowest(
    prices: list[ListPrice], moment: str, holds: ListPrice | None
) -> None:
    assert price_at(prices, moment) == holds
    assert price_at(prices[::-1], moment) == holds


def test_a_line_remembers_the_list_and_why_names_it_until_another_list_prices_it_anew() -> None:
    winter = replace(product(price_minor=9000), price_list="WINTER")
    cart = add_line(EMPTY, winter, SETTINGS)
    pricing = Pricing(PriceBook(), lambda number: replace(winter, price_minor=8000, price_list="CLUB"), TODAY)

    fresh = recalculate(cart, pricing)

    assert cart.lines[0].price_list == "WINTER"
    assert words(cart) == ["The price list WINTER says 90.00."]
    assert words(fresh) == ["The price list CLUB says 80.00."]


def words(cart: Cart) -> list[str]:
    return [str(each) for each in why_price(cart, cart.lines[0], PriceBook(), TODAY)]


def test_a_row_of_the_feed_says_a_price_and_stands_under_its_product_list_and_beginning() -> None:
    row = ListPriceRow(list="BASE", number="A/1", price_minor=90, starts=DECEMBER, ends=JANUARY)

    assert row.key == f"A/1/BASE//{DECEMBER}"
    assert row.price() == WINTER
    with pytest.raises(ValidationError, match="starts"):
        ListPriceRow.model_validate(row.model_dump() | {"starts": "2026-12-01 06:00"})
