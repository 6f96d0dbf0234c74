"""Loyalty cards: what a register makes it reads again, and a slip of the finger is noticed."""

import pytest

from retail.errors import RuleBroken
from retail.loyalty import check_card, is_card, make_card, read_card

CARD = make_card("LC", 49_927_398_71)


@pytest.mark.parametrize("randomness", [0, 7, 10**11 - 1, 10**11, 2**80])
def test_a_card_made_here_can_be_read_here(randomness: int) -> None:
    assert is_card(make_card("LC", randomness), "LC")
    assert len(make_card("LC", randomness)) == 14


def test_every_single_wrong_digit_is_noticed() -> None:
    wrong = [
        CARD[:place] + str((int(CARD[place]) + by) % 10) + CARD[place + 1 :]
        for place in range(2, len(CARD))
        for by in range(1, 10)
    ]

    assert not [each for each in wrong if is_card(each, "LC")]


def test_two_neighbours_that_change_places_are_noticed_but_for_nought_and_nine() -> None:
    swapped = {CARD[:at] + CARD[at + 1] + CARD[at] + CARD[at + 2 :] for at in range(2, len(CARD) - 1)} - {
        CARD
    }
    passed = [each for each in swapped if is_card(each, "LC")]

    assert all(
        {"0", "9"} == {one for one, other in zip(each, CARD, strict=True) if one != other} for each in passed
    )


def test_a_card_is_read_as_people_write_it() -> None:
    assert read_card(" lc 0000-0000 0075 ") == "LC000000000075"
    assert check_card("lc 0000-0000 0075", "LC") == "LC000000000075"


@pytest.mark.parametrize(
    "typed",
    ["LC", "LC75", "LC0000000000750000000000000", "XX000000000075", "LC00000000007a", "LC٠٠٠٠٠٠٠٠٠٠٧٥"],
)
def test_what_is_no_card_is_refused_in_words(typed: str) -> None:
    with pytest.raises(RuleBroken, match="no loyalty card of ours"):
        check_card(typed, "LC")


def test_a_retailer_without_a_prefix_has_cards_of_digits_alone() -> None:
    assert is_card("79927398713", "")
