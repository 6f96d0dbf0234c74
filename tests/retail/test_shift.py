"""A shift knows what its till should hold."""

from dataclasses import replace

import pytest

from retail.errors import RuleBroken
from retail.shift import Count, Shift, check_declared, check_start, count, expected
from retail.tender import Tender, TenderType, settle_cash
from retail.till import Movement, MovementKind
from tests.retail.shop import NOW, TODAY

SHIFT = Shift("s1", 1, NOW.isoformat(), "cashier", 10_000, TODAY)


def test_a_shift_is_open_until_it_is_closed() -> None:
    assert SHIFT.is_open
    assert not replace(SHIFT, closed_at=NOW.isoformat()).is_open
    blind = replace(SHIFT, blind_closed_at=NOW.isoformat())
    assert (blind.is_open, blind.is_closed) == (False, False)
    assert replace(blind, closed_at=NOW.isoformat()).is_closed


def test_the_till_holds_the_start_amount_and_what_stayed_in_it() -> None:
    cash = [settle_cash(1, 1000, 998, 5, "USD"), settle_cash(1, 2000, 997, 5, "USD")]
    card = Tender(1, TenderType.CARD, 997, 0, 0, 997)

    assert expected(0, [*cash, card]) == {TenderType.CASH: 1995, TenderType.CARD: 997}
    assert expected(10_000, []) == {TenderType.CASH: 10_000}


def test_the_till_holds_what_was_put_in_and_not_what_was_taken_out() -> None:
    moved = [
        Movement(str(kind), kind, amount, "", "", NOW.isoformat(), "cashier", "cashier")
        for kind, amount in ((MovementKind.FLOAT, 5000), (MovementKind.REMOVAL, 100), (MovementKind.SAFE_DROP, 2000),
                             (MovementKind.BANK_DROP, 400))
    ]  # fmt: skip

    assert expected(10_000, [], moved) == {TenderType.CASH: 12_500}


def test_a_refund_takes_from_the_till() -> None:
    refund = Tender(1, TenderType.CASH, -1000, 0, 0, -1000)

    assert expected(36_700, [refund]) == {TenderType.CASH: 35_700}


def test_over_and_short_are_declared_less_expected() -> None:
    held = {TenderType.CASH: 35_700, TenderType.CARD: 500}

    counted = count({TenderType.CASH: 35_000, TenderType.CARD: 600}, held)

    assert [each.over_short_minor for each in counted] == [-700, 100]


def test_cash_nobody_counted_is_missing_but_cards_stand_in_the_terminals_own_books() -> None:
    held = {TenderType.CASH: 35_700, TenderType.CARD: 500}

    assert count({}, held) == (Count(TenderType.CASH, 35_700, 0), Count(TenderType.CARD, 500, 500))


@pytest.mark.parametrize(
    "declared", [{TenderType.CASH: -1}, {TenderType.CASH: 10**13}, {TenderType.CARD: -(10**13)}]
)
def test_what_no_till_can_hold_was_not_counted(declared: dict[TenderType, int]) -> None:
    with pytest.raises(RuleBroken, match=r"cannot have been counted\. Count again\."):
        check_declared(declared, "USD")


def test_a_till_may_be_empty_and_cards_may_come_to_less_than_nothing() -> None:
    declared = {TenderType.CASH: 0, TenderType.CARD: -500}

    assert check_declared(declared, "USD") == declared


def test_a_start_amount_may_be_nothing() -> None:
    assert check_start(0, "USD") == 0


@pytest.mark.parametrize("start_minor", [-1, 10**13])
def test_a_start_amount_no_till_can_hold_is_refused(start_minor: int) -> None:
    with pytest.raises(RuleBroken, match=r"cannot be a start amount\. Count the till again\."):
        check_start(start_minor, "USD")
