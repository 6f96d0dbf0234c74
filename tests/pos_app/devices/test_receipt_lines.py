"""Receipts as lines: nothing is wider than the paper, amounts stand at its edge, and nothing can be a command."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.devices.receipt_lines import Line, Look, receipt_lines
from pos_app.language.language import language_of
from retail.messages import say
from retail.money import Money
from retail.receipt import Barcode, Item, Pair, Row, Rule, Text, Title

ENGLISH, NORWEGIAN = language_of("en"), language_of("nb")


def lines(*rows: Row, columns: int = 20) -> list[str]:
    return [line.text for line in receipt_lines(rows, ENGLISH, columns)]


def words(text: str) -> Title:
    return Title(say("{text}", text=text))


def test_amounts_stand_at_the_edge_and_long_names_above_them() -> None:
    assert lines(Item("Sock", None, Money(4000, "USD"), Money(4000, "USD"))) == ["Sock           40.00"]
    assert lines(Item("A very long product name", Decimal(3), Money(100, "USD"), Money(300, "USD"))) == [
        "A very long",
        "product name    3.00",
        "  3 × 1.00",
    ]


def test_without_prices_the_quantity_stands_at_the_edge() -> None:
    assert lines(Item("Sock", None, None, None), Item("Hat", Decimal("1.5"), None, None)) == [
        "Sock               1",
        "Hat              1.5",
    ]


def test_what_is_too_long_for_the_right_edge_goes_below() -> None:
    right = say("{text}", text="L-OSLO-CITY-12-00045")

    assert lines(Pair(say("Order"), right)) == ["Order", "L-OSLO-CITY-12-00045"]
    assert lines(Pair(say("Order"), say(""))) == ["Order"]


def test_titles_are_centred_and_large_ones_take_twice_the_room() -> None:
    made = receipt_lines((Title(say("Quote")), Title(say("COPY"), large=True), Rule()), ENGLISH, 20)

    assert made == (
        Line("       Quote", Look.STRONG),
        Line("   COPY", Look.LARGE),
        Line("-" * 20),
    )


def test_a_code_has_its_text_under_it() -> None:
    assert receipt_lines((Barcode("L-1"),), ENGLISH, 9) == (Line("L-1", is_code=True), Line("   L-1"))


def test_an_amount_is_never_broken_in_two() -> None:
    words = say("Deposit {percent} % of {rest}", percent=Decimal(10), rest=Money(220450, "NOK"))
    made = receipt_lines((Pair(words, Money(22045, "NOK")),), NORWEGIAN, 32)

    assert [line.text for line in made] == ["Innbetaling 10 % av", "2 204,50                  220,45"]


@pytest.mark.parametrize("text", ["a\x1b@b", "a\nb", "a\x1dV\x00b", "a\u2028b"])
def test_signs_that_would_be_commands_are_not_printed(text: str) -> None:
    for row in (
        words(text),
        Text(say("{text}", text=text)),
        Item(text, None, Money(1, "USD"), Money(1, "USD")),
    ):
        for line in lines(row, columns=42):
            assert line.isprintable()


texts = st.text(max_size=60)
amounts = st.integers(-(10**9), 10**9).map(lambda minor: Money(minor, "NOK"))
rows = st.one_of(
    st.builds(Title, texts.map(lambda text: say("{text}", text=text)), st.booleans()),
    st.builds(Text, texts.map(lambda text: say("{text}", text=text))),
    st.builds(Pair, texts.map(lambda text: say("{text}", text=text)), amounts, st.booleans()),
    st.builds(
        Pair, texts.map(lambda t: say("{text}", text=t)), texts.map(lambda text: say("{text}", text=text))
    ),
    st.builds(Item, texts, st.none() | st.decimals(0, 999, places=3), amounts, amounts),
    st.just(Rule()),
)


@given(st.lists(rows, max_size=5), st.sampled_from([32, 42, 48]), st.sampled_from(["en", "nb", "nl"]))
def test_no_line_of_any_receipt_is_wider_than_the_paper(
    receipt: list[Row], columns: int, language: str
) -> None:
    for line in receipt_lines(receipt, language_of(language), columns):
        assert len(line.text) <= (columns // 2 if line.look is Look.LARGE else columns)
        assert line.text.isprintable() or not line.text.isascii()


def test_a_quantity_is_printed_with_its_unit() -> None:
    nails = Item("Nails", Decimal("1.25"), Money(2000, "USD"), Money(2500, "USD"), "kg")

    assert lines(nails, Item("Tiles", Decimal(2), None, None, "box")) == [
        "Nails          25.00", "  1.25 kg × 20.00", "Tiles          2 box",
    ]  # fmt: skip
