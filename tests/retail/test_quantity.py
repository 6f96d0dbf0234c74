"""Quantities as people type and read them, and as whole thousandths inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.quantity import QUANTITY_MAX_THOUSANDTHS, QuantityUnreadable, parse_quantity, show_quantity


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [("1", 1000), (" 2 ", 2000), ("0,5", 500), ("1.125", 1125), ("1.5000", 1500), ("0", 0)],
)
def test_parse_quantity_reads_what_people_type(text: str, thousandths: int) -> None:
    assert parse_quantity(text) == thousandths


@pytest.mark.parametrize("text", ["", "x", "-1", "1.", ".5", "1e3", "1 000", "\u0663", "1" * 10, "+1"])
def test_parse_quantity_refuses_what_is_no_quantity(text: str) -> None:
    with pytest.raises(QuantityUnreadable, match="is not a quantity"):
        parse_quantity(text)


def test_parse_quantity_refuses_a_fourth_decimal() -> None:
    with pytest.raises(QuantityUnreadable, match="more than three decimals"):
        parse_quantity("1.0005")


@given(st.integers(0, QUANTITY_MAX_THOUSANDTHS))
def test_a_quantity_shown_and_typed_again_is_the_same(thousandths: int) -> None:
    assert parse_quantity(show_quantity(thousandths)) == thousandths


def test_a_negative_quantity_shows_its_sign() -> None:
    assert [show_quantity(each) for each in (-1500, -2000, 1125)] == ["-1.5", "-2", "1.125"]


def test_parse_quantity_says_no_more_than_the_beginning_of_a_text_without_end() -> None:
    with pytest.raises(QuantityUnreadable) as refused:
        parse_quantity("1" * 10_000)

    assert str(refused.value) == f"'{'1' * 39}…' is not a quantity"
