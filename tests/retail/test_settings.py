"""Settings no store can have are refused where they are made."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.retail.shop import SETTINGS


def test_without_both_asynchronous_ways_orders_need_headquarters() -> None:
    strict = replace(SETTINGS, async_orders=False, async_order_backup=False)

    assert strict.needs_headquarters_for_orders
    assert not replace(strict, async_orders=True).needs_headquarters_for_orders
    assert not SETTINGS.needs_headquarters_for_orders


def test_a_smallest_coin_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="smallest coin is 0"):
        replace(SETTINGS, cash_rounding_minor=0)


@pytest.mark.parametrize("percent", ["-1", "100.01"])
def test_a_deposit_outside_0_to_100_percent_is_refused(percent: str) -> None:
    with pytest.raises(ValueError, match=f"deposit is {percent} %"):
        replace(SETTINGS, deposit_percent=Decimal(percent))
