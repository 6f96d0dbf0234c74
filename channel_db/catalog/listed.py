"""The price a product has at a moment: that of a price list where one holds, else its own."""

import json
from collections.abc import Callable

from retail.price_lists import ListPrice, price_at

Moment = Callable[[], str]
"""Says the moment prices are asked for. It is called only for what has prices of lists: nobody else waits for it."""


def NEVER() -> str:  # noqa: N802 -- it stands for a value
    """Before any moment that a price begins or ends at."""
    return ""


def now_priced(
    number: str, own_minor: int | None, listed: str | None, moment: Moment, unit: str = ""
) -> tuple[int | None, str]:
    """The price and the list it is from, of a product with these texts of list prices; its own where no list holds.

    A key that begins as a product's number does may be another's, whose number goes on behind a slash.
    """
    if listed is None:
        return own_minor, ""
    prices = [_price(**said) for said in json.loads(f"[{listed}]") if said["number"] == number]
    found = price_at(prices, moment(), unit)
    return (own_minor, "") if found is None else (found.price_minor, found.list)


def _price(
    *, list: str, price_minor: int, unit: str = "", starts: str = "", ends: str = "", of_store: bool = False,
    **_further: object,
) -> ListPrice:  # fmt: skip
    return ListPrice(list, price_minor, unit, starts, ends, of_store)
