"""What a store lets people type, and whether goods are sold and come back in one sale."""

from dataclasses import replace

import pytest

from retail.errors import RuleBroken
from retail.sale_limits import (
    asks_price,
    check_store_quantity,
    check_takes_returns,
    check_takes_sales,
    check_typed_price,
)
from tests.retail.shop import EMPTY, SETTINGS, cart_with, product

BOUNDED = replace(SETTINGS, price_max_minor=10_000, quantity_max=5)
APART = replace(SETTINGS, prohibit_mixed_returns=True)


def test_what_is_typed_keeps_within_the_bounds_of_the_store() -> None:
    assert check_typed_price("Shoe", 10_000, BOUNDED, "USD") == 10_000
    assert check_typed_price("Shoe", 10_001, SETTINGS, "USD") == 10_001
    assert check_store_quantity("Shoe", -5000, BOUNDED) == -5000
    assert check_store_quantity("Shoe", 6000, SETTINGS) == 6000
    with pytest.raises(RuleBroken, match=r"Shoe cannot cost 100\.01: the most that is typed here is 100\.00"):
        check_typed_price("Shoe", 10_001, BOUNDED, "USD")
    with pytest.raises(RuleBroken, match=r"6 × Shoe is too much: this store takes at most 5 on a line"):
        check_store_quantity("Shoe", -6000, BOUNDED)


def test_a_store_may_keep_sales_and_returns_apart() -> None:
    sale = cart_with(1000)
    back = replace(sale, lines=(replace(sale.lines[0], quantity_thousandths=-1000),))

    check_takes_sales(back, SETTINGS)
    check_takes_returns(sale, SETTINGS)
    check_takes_sales(sale, APART)
    check_takes_returns(back, APART)
    check_takes_returns(EMPTY, APART)
    with pytest.raises(RuleBroken, match="Conclude the return first"):
        check_takes_sales(back, APART)
    with pytest.raises(RuleBroken, match="Conclude the sale first"):
        check_takes_returns(sale, APART)


def test_goods_that_cost_nothing_have_their_price_typed_where_the_store_wants_it() -> None:
    wants = replace(SETTINGS, key_in_zero_price=True)
    free = product("A", 0)

    assert asks_price(replace(product("A"), key_in_price=True), SETTINGS)
    assert asks_price(free, wants)
    assert not asks_price(free, SETTINGS)
    assert not asks_price(product("A"), wants)
    assert not asks_price(replace(free, sellable=False), wants)
