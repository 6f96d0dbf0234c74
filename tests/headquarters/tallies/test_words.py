"""A difference is said in one or two sentences that name the register, the day and the money."""

from datetime import date

import pytest

from headquarters.tallies.holding import Day
from headquarters.tallies.words import amount, holds, of_day
from retail.wire.tally import DayTally, Tally


def told(count: int, **tendered: int) -> DayTally:
    return DayTally(business_date=date(2026, 11, 26), count=count, first=1, last=count, tendered=tendered)


@pytest.mark.parametrize(
    ("ours", "theirs", "missing", "words"),
    [
        (
            told(57, cash=320100, card=5000),
            Day(56, {"cash": 310000, "card": 5000}),
            [12],
            (
                "HOUSTON-2 says it has 57 transactions of 26 Nov worth 3,201.00 in cash; "
                "headquarters has 56 worth 3,100.00. Number 12 is missing."
            ),
        ),
        (
            told(2, cash=100, card=-2000),
            Day(1, {"customer_account": 300}),
            [],
            (
                "HOUSTON-2 says it has 2 transactions of 26 Nov worth -20.00 by card, 1.00 in cash and 0.00 on account"
                "; headquarters has 1 worth 0.00 by card, 0.00 in cash and 3.00 on account."
            ),
        ),
        (
            told(9),
            Day(1),
            [9, 2, 3, 4, 5, 6, 7, 8],
            (
                "HOUSTON-2 says it has 9 transactions of 26 Nov; headquarters has 1. "
                "Numbers 2, 3, 4, 5, 6 and 3 more are missing."
            ),
        ),
        (
            told(1, voucher=100),
            Day(),
            [],
            "HOUSTON-2 says it has 1 transaction of 26 Nov worth 1.00 by voucher; headquarters has 0 worth 0.00.",
        ),
    ],
)
def test_a_day_is_told_with_what_differs_of_it_alone(
    ours: DayTally, theirs: Day, missing: list[int], words: str
) -> None:
    assert str(of_day("HOUSTON-2", ours, theirs, missing, "USD")) == words


@pytest.mark.parametrize(
    ("held", "attention", "words"),
    [
        (1, 1, "HOUSTON-2 still holds 1 document worth 1,203.50; 1 needs attention."),
        (14, 0, "HOUSTON-2 still holds 14 documents worth 1,203.50."),
        (14, 3, "HOUSTON-2 still holds 14 documents worth 1,203.50; 3 need attention."),
    ],
)
def test_what_is_held_is_told_with_its_money(held: int, attention: int, words: str) -> None:
    tally = Tally(
        held=held, attention=attention, held_minor=120350, first=0, last=0, open=(), days=(), chain_number=0,
        chain_hash="",
    )  # fmt: skip

    assert str(holds("HOUSTON-2", tally, "USD")) == words


def test_amounts_have_their_thousands_apart_in_every_currency() -> None:
    assert [amount(-120350, "USD"), amount(-50, "USD"), amount(1234567, "JPY")] == [
        "-1,203.50",
        "-0.50",
        "1,234,567",
    ]
