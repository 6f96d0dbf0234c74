"""Every rounding of the trade: half away from zero, once, and parts that sum to the whole."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.rounding import divide, percent_of, percent_within, spread, to_coin

amounts = st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -3), (5, -2, -3), (-5, -2, 3), (4, 3, 1), (0, 7, 0), (1, 2, 1), (-1, 2, -1)],
)
def test_divide_rounds_half_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert divide(numerator, denominator) == rounded


@given(amounts, st.integers(1, 10**6))
def test_divide_is_never_further_off_than_half(numerator: int, denominator: int) -> None:
    assert abs(Fraction(numerator, denominator) - divide(numerator, denominator)) <= Fraction(1, 2)


@given(amounts, st.integers(1, 10**6))
def test_divide_mirrors_negative_amounts(numerator: int, denominator: int) -> None:
    assert divide(-numerator, denominator) == -divide(numerator, denominator)


def test_divide_by_nothing_is_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        divide(1, 0)


# The worked table. Source: the deposits, pickups and tax of the acceptance scenarios, in minor units.
WORKED_PERCENTS = [
    (20_000, "10", 2000),
    (21_599, "10", 2160),
    (5, "10", 1),
    (4, "10", 0),
    (23_100, "5", 1155),
    (1155, "10", 116),
    (1980, "10", 198),
    (55, "8", 4),
    (2237, "10", 224),
    (51_999, "10", 5200),
]


@pytest.mark.parametrize(("amount_minor", "percent", "share_minor"), WORKED_PERCENTS)
def test_percent_of_follows_the_worked_table(amount_minor: int, percent: str, share_minor: int) -> None:
    assert percent_of(amount_minor, Decimal(percent)) == share_minor
    assert percent_of(-amount_minor, Decimal(percent)) == -share_minor


@pytest.mark.parametrize(
    ("gross_minor", "percent", "tax_minor"),
    [(9999, "6.25", 588), (10_000, "19", 1597), (10_000, "0", 0), (1, "25", 0), (3, "25", 1)],
)
def test_percent_within_takes_the_tax_out(gross_minor: int, percent: str, tax_minor: int) -> None:
    assert percent_within(gross_minor, Decimal(percent)) == tax_minor


@pytest.mark.parametrize(
    ("amount_minor", "coin_minor", "payable_minor"),
    [(998, 5, 1000), (997, 5, 995), (-998, 5, -1000), (250, 100, 300), (249, 100, 200), (7, 1, 7), (2, 5, 0)],
)
def test_to_coin_follows_the_worked_table(amount_minor: int, coin_minor: int, payable_minor: int) -> None:
    assert to_coin(amount_minor, coin_minor) == payable_minor


@pytest.mark.parametrize(
    ("amount_minor", "weights", "shares"),
    [
        (700, [1000, 6000], [100, 600]),
        (1500, [5000, 3000], [938, 562]),
        (100, [1, 1, 1], [33, 33, 34]),
        (2, [1, 1, 1, 1], [1, 1, 0, 0]),
        (-2, [1, 1, 1, 1], [-1, -1, 0, 0]),
        (-1500, [5000, 3000], [-938, -562]),
        (10, [0, 0], [5, 5]),
        (10, [7], [10]),
        (0, [], []),
    ],
)
def test_spread_follows_the_worked_table(amount_minor: int, weights: list[int], shares: list[int]) -> None:
    assert spread(amount_minor, weights) == shares


@given(amounts, st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_spread_always_sums_to_the_whole_and_keeps_the_sign(amount_minor: int, weights: list[int]) -> None:
    shares = spread(amount_minor, weights)

    assert sum(shares) == amount_minor
    assert all(share * amount_minor >= 0 for share in shares)


def test_spread_refuses_a_negative_weight() -> None:
    with pytest.raises(ValueError, match=r"\[1, -1\]"):
        spread(10, [1, -1])
