"""Which of the prices of lists is the price at a moment."""

import pytest

from retail.price_lists import ListPrice, price_at

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
