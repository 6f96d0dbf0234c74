"""Tenders settle what is due; cash is rounded to coins and gives change, and no cent is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.errors import RuleBroken
from retail.tender import TENDERS_MAX, Tender, TenderType, cash_due, settle_cash

# due, smallest coin, handed over (None: just what is due) -> change, rounding, settled
WORKED = [
    (998, 5, 1000, (0, 2, 998)),
    (997, 5, 2000, (1005, -2, 997)),
    (1000, 1, None, (0, 0, 1000)),
    (998, 5, None, (0, 2, 998)),
    (1000, 1, 400, (0, 0, 400)),
    (224, 1, 500, (276, 0, 224)),
    (2, 5, None, (0, -2, 2)),
    (2, 5, 0, (0, -2, 2)),
    (2, 5, 500, (500, -2, 2)),
]


@pytest.mark.parametrize(("due", "coin", "tendered", "outcome"), WORKED)
def test_cash_follows_the_worked_table(
    due: int, coin: int, tendered: int | None, outcome: tuple[int, int, int]
) -> None:
    tender = settle_cash(1, tendered, due, coin, "USD")

    assert (tender.change_minor, tender.rounding_minor, tender.settled_minor) == outcome


@given(
    st.integers(1, 10**9), st.sampled_from([1, 5, 10, 50, 100]), st.lists(st.integers(1, 10**7), max_size=6)
)
def test_cash_in_any_pieces_settles_exactly_what_is_due(due: int, coin: int, pieces: list[int]) -> None:
    left = due
    tenders: list[Tender] = []
    for piece in [each * coin for each in pieces] + [None]:
        if left <= 0:
            break
        tender = settle_cash(len(tenders) + 1, piece, left, coin, "USD")
        tenders.append(tender)
        left -= tender.settled_minor

    assert left == 0
    kept = sum(tender.tendered_minor - tender.change_minor for tender in tenders)
    assert kept == due + sum(tender.rounding_minor for tender in tenders)
    assert kept == cash_due(kept, coin)
    assert all(2 * abs(tender.rounding_minor) <= coin for tender in tenders)


@pytest.mark.parametrize(
    ("tendered", "due", "words"),
    [
        (100, 0, "Nothing is due. Conclude the sale."),
        (100, -5, "Nothing is due. Conclude the sale."),
        (-5, 100, "-0.05 is not an amount to pay with. Type what the customer hands over."),
        (0, 100, "0.00 is not an amount to pay with. Type what the customer hands over."),
        (98, 100, "0.98 cannot be paid in cash: the smallest coin is 0.05."),
    ],
)
def test_cash_is_refused_in_words(tendered: int, due: int, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        settle_cash(1, tendered, due, 5, "USD")

    assert str(refused.value) == words


def test_payments_have_an_end() -> None:
    with pytest.raises(RuleBroken, match="at most 1000 payments"):
        settle_cash(TENDERS_MAX + 1, 5, 100, 1, "USD")


def test_a_tender_whose_parts_disagree_cannot_exist() -> None:
    with pytest.raises(ValueError, match="tender 2: 500 less change 100 is not 399 plus rounding 0"):
        Tender(2, TenderType.CASH, 500, 100, 0, 399)
