"""Tenders settle what is due; cash is rounded to coins and gives change, and no cent is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.errors import RuleBroken
from retail.tender import (
    TENDERS_MAX,
    Tender,
    TenderType,
    cash_due,
    refund_cash,
    refund_exactly,
    settle_cash,
    settle_exactly,
)

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
        (100, -5, "0.05 is to be paid back, so nothing can be paid. Refund it."),
        (-5, 100, "-0.05 is not an amount to pay with. Type what the customer hands over."),
        (0, 100, "0.00 is not an amount to pay with. Type what the customer hands over."),
        (
            98,
            100,
            "0.98 cannot be paid in cash: the smallest coin is 0.05. Type another amount, or take a card.",
        ),
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


@pytest.mark.parametrize(("amount", "settled"), [(None, 998), (998, 998), (1, 1)])
def test_a_card_pays_to_the_cent_and_gives_no_change(amount: int | None, settled: int) -> None:
    tender = settle_exactly(1, TenderType.CARD, amount, 998, "USD")

    assert tender == Tender(1, TenderType.CARD, settled, 0, 0, settled)


@pytest.mark.parametrize(
    ("amount", "due", "words"),
    [
        (999, 998, "Only 9.98 is due, and only cash gives change. Type 9.98 or less."),
        (0, 998, "0.00 is not an amount to pay with. Type 9.98 or less."),
        (-1, 998, "-0.01 is not an amount to pay with. Type 9.98 or less."),
        (None, 0, "Nothing is due. Conclude the sale."),
        (None, -5, "0.05 is to be paid back, so nothing can be paid. Refund it."),
    ],
)
def test_a_card_is_refused_in_words(amount: int | None, due: int, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        settle_exactly(1, TenderType.CARD, amount, due, "USD")

    assert str(refused.value) == words


# due, smallest coin, given back (None: all of it) -> tendered, rounding, settled
REFUNDS = [
    (-1000, 1, None, (-1000, 0, -1000)),
    (-1000, 1, 400, (-400, 0, -400)),
    (-998, 5, None, (-1000, -2, -998)),
    (-997, 5, None, (-995, 2, -997)),
    (-997, 5, 995, (-995, 2, -997)),
    (-997, 5, 500, (-500, 0, -500)),
    (-2, 5, None, (0, 2, -2)),
    (-2, 5, 0, (0, 2, -2)),
]


@pytest.mark.parametrize(("due", "coin", "amount", "outcome"), REFUNDS)
def test_a_refund_in_cash_follows_the_worked_table(
    due: int, coin: int, amount: int | None, outcome: tuple[int, int, int]
) -> None:
    tender = refund_cash(1, amount, due, coin, "USD")

    assert (tender.tendered_minor, tender.rounding_minor, tender.settled_minor) == outcome
    assert tender.change_minor == 0


def test_a_refund_to_a_card_is_to_the_cent() -> None:
    assert refund_exactly(3, TenderType.CARD, None, -998, "USD") == Tender(
        3, TenderType.CARD, -998, 0, 0, -998
    )
    assert refund_exactly(3, TenderType.CARD, 98, -998, "USD").settled_minor == -98


@pytest.mark.parametrize(
    ("amount", "due", "words"),
    [
        (1005, -998, "Only 10.00 is to be paid back. Type 10.00 or less."),
        (0, -998, "0.00 is not an amount to pay back. Type 10.00 or less."),
        (-5, -998, "-0.05 is not an amount to pay back. Type 10.00 or less."),
        (
            998,
            -998,
            "9.98 cannot be paid in cash: the smallest coin is 0.05. Type another amount, or take a card.",
        ),
        (None, 0, "Nothing is to be paid back. Take the payment, or conclude."),
        (None, 998, "Nothing is to be paid back. Take the payment, or conclude."),
    ],
)
def test_a_refund_in_cash_is_refused_in_words(amount: int | None, due: int, words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        refund_cash(1, amount, due, 5, "USD")

    assert str(refused.value) == words


def test_a_card_is_never_given_more_than_is_owed() -> None:
    with pytest.raises(RuleBroken, match=r"Only 9\.98 is to be paid back"):
        refund_exactly(1, TenderType.CARD, 999, -998, "USD")
    with pytest.raises(RuleBroken, match="Nothing is to be paid back"):
        refund_exactly(1, TenderType.CARD, 1, 998, "USD")


@given(st.integers(1, 10**9), st.sampled_from([1, 5, 10, 100]), st.lists(st.integers(1, 10**6), max_size=5))
def test_refunds_in_any_pieces_settle_exactly_what_is_owed(owed: int, coin: int, pieces: list[int]) -> None:
    due = -owed
    for piece in [*pieces, None]:
        if due and (piece is None or piece * coin <= cash_due(-due, coin)):
            due -= refund_cash(1, None if piece is None else piece * coin, due, coin, "USD").settled_minor

    assert due == 0
