"""Figures and days are written as Unicode's locale data says, and what is shown can be typed again."""

from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_decimal, get_minus_sign_symbol
from hypothesis import given
from hypothesis import strategies as st

from pos_app.language.glossary import LANGUAGES
from pos_app.language.notation import PATTERNS, Notation
from pos_app.ui.sheets.places_and_days import read_day
from retail.money import MINOR_MAX, decimals, parse_amount
from retail.quantity import QUANTITY_MAX_THOUSANDTHS, parse_quantity, pieces

NOTATIONS = {code: Notation(code) for code in LANGUAGES}
MINOR = st.integers(-MINOR_MAX, MINOR_MAX)
CODES = st.sampled_from(sorted(LANGUAGES))


@pytest.mark.parametrize(
    ("code", "minor", "currency", "text"),
    [
        ("en", 123_450, "USD", "1,234.50"),
        ("en", -123_450, "USD", "-1,234.50"),
        ("nb", 123_450, "NOK", "1\u00a0234,50"),
        ("nb", -123_456_789, "NOK", "\u22121\u00a0234\u00a0567,89"),
        ("nl", 124_950, "EUR", "1.249,50"),
        ("nl", -5, "EUR", "-0,05"),
        ("nl", 1500, "JPY", "1.500"),
        ("nb", 1234, "KWD", "1,234"),
    ],
)
def test_amounts_are_written_as_each_language_does(code: str, minor: int, currency: str, text: str) -> None:
    assert NOTATIONS[code].amount(minor, currency) == text


@given(CODES, MINOR, st.sampled_from(["NOK", "EUR", "USD", "JPY", "KWD"]))
def test_amounts_are_those_of_the_locale_data(code: str, minor: int, currency: str) -> None:
    digits = decimals(currency)
    pattern = "#,##0" + (f".{'0' * digits}" if digits else "")
    expected = format_decimal(Decimal(minor).scaleb(-digits), pattern, locale=code)

    # Babel writes the minus of a pattern that is given to it as it stands there.
    minus = get_minus_sign_symbol(code)
    assert NOTATIONS[code].amount(minor, currency) == expected.replace("-", minus)


@given(CODES, MINOR, st.sampled_from(["NOK", "EUR", "USD", "JPY"]))
def test_an_amount_as_it_is_shown_can_be_typed_again(code: str, minor: int, currency: str) -> None:
    assert parse_amount(NOTATIONS[code].amount(minor, currency), currency) == minor


@given(CODES, st.integers(1, QUANTITY_MAX_THOUSANDTHS))
def test_a_quantity_as_it_is_shown_can_be_typed_again(code: str, thousandths: int) -> None:
    assert parse_quantity(NOTATIONS[code].number(pieces(thousandths))) == thousandths


@given(CODES, st.dates(date(2026, 11, 21), date(2036, 11, 21)))
def test_a_day_in_figures_can_be_typed_again(code: str, day: date) -> None:
    if code == "en":  # its months are words, so that nobody takes the day for the month
        return
    assert read_day(NOTATIONS[code].figures(day), date(2026, 11, 21)) == day


@pytest.mark.parametrize(
    ("code", "figures", "day", "full_day"),
    [
        ("en", "5 Dec 2026", "Sat 5 Dec", "Sat 5 Dec 2026"),
        ("nb", "05.12.2026", "lør. 5. des.", "lør. 5. des. 2026"),
        ("nl", "05-12-2026", "za 5 dec", "za 5 dec 2026"),
    ],
)
def test_days_are_written_as_each_language_does(code: str, figures: str, day: str, full_day: str) -> None:
    saturday, notation = date(2026, 12, 5), NOTATIONS[code]

    assert (notation.figures(saturday), notation.day(saturday), notation.full_day(saturday)) == (
        figures,
        day,
        full_day,
    )


def test_weeks_begin_with_monday() -> None:
    assert [NOTATIONS[code].weekdays[0] for code in PATTERNS] == ["Mon", "man", "ma"]
