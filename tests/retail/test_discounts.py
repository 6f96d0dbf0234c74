"""What is taken off a line never exceeds it, and each step can be worked out again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.discounts import Discount, DiscountSource, discounts_sum, without, worked_out

steps = st.builds(
    Discount, source=st.sampled_from(DiscountSource), name=st.just("Week"),
    percent=st.none() | st.decimals(0, 100, places=2), stated_minor=st.integers(0, 10**6),
)  # fmt: skip


@given(st.lists(steps, max_size=4), st.integers(0, 10**6), st.integers(1, 10**5))
def test_nothing_is_taken_off_beyond_the_whole(
    given_steps: list[Discount], gross: int, quantity: int
) -> None:
    done = worked_out(given_steps, gross, quantity)

    assert all(each.amount_minor >= 0 for each in done)
    assert 0 <= discounts_sum(done) <= gross
    assert worked_out(done, gross, quantity) == done


def test_a_promotion_takes_its_amount_off_each_piece_and_a_person_once() -> None:
    by_promotion = Discount(DiscountSource.PROMOTION, "Week", stated_minor=100)
    by_person = Discount(DiscountSource.LINE, "Staff", stated_minor=100)

    taken = [each.amount_minor for each in worked_out([by_promotion, by_person], 9000, 2500)]

    assert taken == [250, 100]


def test_what_a_share_leaves_is_rounded_half_away_from_zero() -> None:
    """As the lines of Northwind are: 15 % off 24.30 leaves 20.655."""
    (step,) = worked_out([Discount(DiscountSource.LINE, "Staff", Decimal(15))], 2430, 1000)

    assert 2430 - step.amount_minor == 2066


def test_steps_that_come_out_the_same_stay_the_same_objects() -> None:
    (step,) = worked_out([Discount(DiscountSource.LINE, "Staff", Decimal(10))], 1000, 1000)

    assert worked_out([step], 1000, 1000)[0] is step


def test_steps_of_one_source_can_be_left_out() -> None:
    mine, theirs = Discount(DiscountSource.LINE, "Staff"), Discount(DiscountSource.TOTAL, "Staff")

    assert without((mine, theirs), DiscountSource.TOTAL) == (mine,)
    both = (mine, theirs)
    assert without(both, DiscountSource.PROMOTION) is both


@pytest.mark.parametrize(("percent", "stated"), [(Decimal(101), 0), (Decimal(-1), 0), (None, -1)])
def test_a_discount_that_cannot_be_is_no_discount(percent: Decimal | None, stated: int) -> None:
    with pytest.raises(ValueError, match="cannot be taken off"):
        Discount(DiscountSource.LINE, "Staff", percent, stated)
