"""Cash goes into a till or out of it by amounts that can be, with the reason and the bag that each kind needs."""

import pytest

from retail.errors import RuleBroken
from retail.till import Movement, MovementKind, by_kind, check_amount, check_bag, check_reason, moved
from tests.retail.shop import NOW

FLOAT, REMOVAL, SAFE, BANK = MovementKind


def movement(kind: MovementKind, amount_minor: int) -> Movement:
    return Movement("m", kind, amount_minor, "", "", NOW.isoformat(), "cashier", "cashier")


def test_a_float_comes_in_and_everything_else_leaves() -> None:
    each = [movement(FLOAT, 500), movement(BANK, 50), movement(SAFE, 100), movement(SAFE, 20)]

    assert moved(each) == 330
    assert by_kind(each) == {FLOAT: (1, 500), SAFE: (2, 120), BANK: (1, 50)}
    assert list(by_kind(each)) == [FLOAT, SAFE, BANK]


@pytest.mark.parametrize("amount", [0, -1, 10**13])
@pytest.mark.parametrize("kind", MovementKind)
def test_an_amount_that_nobody_counts_is_refused(kind: MovementKind, amount: int) -> None:
    with pytest.raises(RuleBroken, match=r"cannot be moved\. Type how much is counted\."):
        check_amount(kind, amount, 10**14, "USD")


def test_no_more_leaves_a_till_than_it_should_hold_and_nothing_is_said_of_how_much_that_is() -> None:
    assert check_amount(FLOAT, 600, 500, "USD") == 600
    for kind in (REMOVAL, SAFE, BANK):
        assert check_amount(kind, 500, 500, "USD") == 500
        with pytest.raises(RuleBroken, match=r"5\.01 is more than the till should hold\.") as refused:
            check_amount(kind, 501, 500, "USD")
        assert "5.00" not in str(refused.value)


def test_a_removal_needs_a_reason_and_the_others_may_have_a_comment() -> None:
    with pytest.raises(RuleBroken, match="A removal needs a reason"):
        check_reason(REMOVAL, "  ")
    assert check_reason(REMOVAL, " stamps ") == "stamps"
    assert check_reason(SAFE, "") == ""
    with pytest.raises(RuleBroken, match="at most 100 fit"):
        check_reason(FLOAT, "x" * 101)


def test_what_goes_to_the_bank_has_a_bag_and_nothing_else_has() -> None:
    assert check_bag(BANK, " 4711 ") == "4711"
    assert check_bag(SAFE, "") == ""
    with pytest.raises(RuleBroken, match="needs the number of its bag"):
        check_bag(BANK, "")
    with pytest.raises(RuleBroken, match=r"Only a bank drop has a bag\. Leave 4711 out"):
        check_bag(REMOVAL, "4711")
