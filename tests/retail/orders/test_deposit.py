"""Deposits: required, stated by somebody, and what a card must reserve for the rest."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.errors import RuleBroken
from retail.orders.deposit import card_reservation, check_override, required_deposit


@pytest.mark.parametrize(
    ("total", "carried_out", "percent", "deposit"),
    [
        (21_000, 4000, "10", 5700),
        (20_000, 0, "10", 2000),
        (2237, 0, "10", 224),
        (4, 0, "10", 0),
        (5, 0, "10", 1),
        (20_000, 0, "0", 0),
        (4000, 4000, "10", 4000),
    ],
)
def test_required_deposit_follows_the_worked_table(
    total: int, carried_out: int, percent: str, deposit: int
) -> None:
    assert required_deposit(total, carried_out, Decimal(percent)) == deposit


@pytest.mark.parametrize("amount", [4000, 5700, 21_000])
def test_an_override_between_the_goods_carried_out_and_the_total_stands(amount: int) -> None:
    assert check_override(amount, 21_000, 4000, "USD") == amount


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (-1, "A deposit cannot be negative. Type 0 or more."),
        (3999, "The goods carried out cost 40.00; the deposit cannot be less. Type 40.00 or more."),
        (21_001, "The order comes to 210.00; the deposit cannot be more. Type 210.00 or less."),
    ],
)
def test_an_override_outside_is_refused(amount: int, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_override(amount, 21_000, 4000, "USD")

    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (3999, "Goods that have gone used 40.00 of the deposit; it cannot be less. Type 40.00 or more."),
        (
            21_001,
            "Without what was paid at pickup, the order comes to 210.00. Type a deposit of 210.00 or less.",
        ),
    ],
)
def test_an_override_of_an_order_that_has_begun_says_what_bounds_it(amount: int, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_override(amount, 21_000, 4000, "USD", has_begun=True)

    assert str(refused.value) == words
    assert check_override(4000, 21_000, 4000, "USD", has_begun=True) == 4000


@pytest.mark.parametrize(
    ("shipped", "total", "carried_out", "deposit", "reserved"),
    [
        (11_000, 21_000, 0, 2100, 9900),
        (21_500, 21_500, 0, 2150, 19_350),
        (11_200, 11_200, 0, 1120, 10_080),
        (7000, 21_000, 4000, 5700, 6300),
        (0, 20_000, 0, 2000, 0),
        (5000, 4000, 4000, 4000, 0),
        (5000, 5000, 0, 6000, 0),
    ],
)
def test_a_card_reserves_the_shipped_part_less_its_share_of_the_deposit(
    shipped: int, total: int, carried_out: int, deposit: int, reserved: int
) -> None:
    assert card_reservation(shipped, total, carried_out, deposit) == reserved


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["0", "10", "33.3", "100"]))
def test_a_required_deposit_never_leaves_its_bounds(carried_out: int, rest: int, percent: str) -> None:
    deposit = required_deposit(carried_out + rest, carried_out, Decimal(percent))

    assert carried_out <= deposit <= carried_out + rest
