"""Amounts as people type and read them, and as whole minor units inside."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.money import MINOR_MAX, AmountUnreadable, Money, decimals, parse_amount


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("12.50", "USD", 1250),
        ("12,5", "USD", 1250),
        (" 12 ", "USD", 1200),
        ("-3", "JPY", -3),
        ("\u22123.20", "EUR", -320),
        ("+7", "EUR", 700),
        ("1 234,50", "NOK", 123_450),
        ("1\u00a0234\u202f567", "NOK", 123_456_700),
        ("0.1000", "USD", 10),
        ("5.", "USD", 500),
        ("1.234", "BHD", 1234),
        ("1,000,000.00", "USD", 100_000_000),
        ("1.234,50", "EUR", 123_450),
        ("1.234.567", "EUR", 123_456_700),
        ("1,500", "JPY", 1500),
        ("0.500", "EUR", 50),
        ("10000000000", "USD", MINOR_MAX),
    ],
)
def test_parse_amount_reads_what_people_type(text: str, currency: str, minor: int) -> None:
    assert parse_amount(text, currency) == minor


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "-",
        "abc",
        "1.2.3",
        "1,00,000.00",
        "1.234.5",
        "1'000.00",
        "0x10",
        "1e3",
        "NaN",
        "Infinity",
        "$1.00",
        "--1",
        "1 2",
        "1 23",
        "١٢",
        "²",
        "1\n2",
        "9" * 13,
    ],
)
def test_parse_amount_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(AmountUnreadable, match="is not an amount"):
        parse_amount(text, "USD")


def test_parse_amount_refuses_decimals_the_currency_does_not_have() -> None:
    with pytest.raises(AmountUnreadable, match="too many decimals: USD has 2"):
        parse_amount("1.005", "USD")
    with pytest.raises(AmountUnreadable, match="too many decimals: JPY has 0"):
        parse_amount("1.5", "JPY")


@pytest.mark.parametrize("text", ["1.500", "1,500", "12.000", "1500.000"])
def test_parse_amount_refuses_what_could_be_thousands_or_decimals(text: str) -> None:
    with pytest.raises(AmountUnreadable, match="too many decimals: EUR has 2"):
        parse_amount(text, "EUR")


def test_parse_amount_refuses_what_is_over_the_limit() -> None:
    with pytest.raises(AmountUnreadable, match=r"over the limit of 10000000000\.00"):
        parse_amount("10000000000.01", "USD")


@given(st.integers(-MINOR_MAX, MINOR_MAX), st.sampled_from(["USD", "JPY", "BHD"]))
def test_an_amount_shown_and_typed_again_is_the_same(minor: int, currency: str) -> None:
    assert parse_amount(str(Money(minor, currency)), currency) == minor


def test_money_shows_as_many_digits_as_its_currency_has() -> None:
    assert [str(Money(-5, code)) for code in ("USD", "JPY", "BHD")] == ["-0.05", "-5", "-0.005"]
    assert [decimals(code) for code in ("NOK", "KRW", "KWD")] == [2, 0, 3]


def test_money_is_never_a_float_or_a_truth_value() -> None:
    for wrong in (1.0, True, "1"):
        with pytest.raises(TypeError, match="is not a whole number of minor units"):
            Money(wrong, "USD")  # type: ignore[arg-type]


def test_parse_amount_says_no_more_than_the_beginning_of_a_text_without_end() -> None:
    with pytest.raises(AmountUnreadable) as refused:
        parse_amount("1" * 10_000, "USD")

    assert str(refused.value) == f"'{'1' * 39}…' is not an amount"


WITHOUT_COINS = frozenset({
    "ADP", "AFN", "ALL", "BYR", "ESP", "IQD", "IRR", "ITL", "KPW", "LAK", "LBP", "LUF", "MGA", "MGF", "MMK", "MRO",
    "RSD", "SLL", "SOS", "STD", "SYP", "TMM", "TRL", "YER", "ZMK", "ZWD",
})  # fmt: skip
"""Currencies whose law knows a smaller unit than anybody pays with: ISO 4217 keeps its digits, CLDR shows none."""


@pytest.mark.shared
def test_every_currency_has_the_digits_of_its_minor_unit(shared: Path) -> None:
    known = json.loads((shared / "data/cldr-currency/fractions.json").read_text(encoding="utf-8"))[
        "fractions"
    ]
    digits = {code: int(each["_digits"]) for code, each in known.items() if code != "DEFAULT"}

    differing = {code for code, shown in digits.items() if decimals(code) != shown}

    assert differing == WITHOUT_COINS
    assert {digits[code] for code in WITHOUT_COINS} == {0}
    assert {decimals(code) for code in digits if digits[code] == 3} == {3}
