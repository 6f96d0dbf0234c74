"""A telephone number has one way of being dialled from abroad, and few of being kept."""

import pytest

from retail.phones import CALLING_CODES, at_home, dialled


@pytest.mark.parametrize(
    ("phone", "country", "whole"),
    [
        ("912 34 567", "NO", "4791234567"),
        ("00 47 912 34 567", "NL", "4791234567"),
        ("(+47) 91234567", "", "4791234567"),
        ("020 123 4567", "NL", "31201234567"),
        ("06 1234 5678", "IT", "390612345678"),
        ("", "NO", ""),
        ("by post", "NO", ""),
        ("91234567", "Norway", ""),
    ],
)
def test_a_number_without_a_country_is_of_the_one_that_was_said(phone: str, country: str, whole: str) -> None:
    assert dialled(phone, country) == whole


@pytest.mark.parametrize(
    ("phone", "country", "home"),
    [
        ("+47 91234567", "NL", "91234567"),
        ("91234567", "NO", "91234567"),
        ("06-12345678", "NL", "612345678"),
        ("06-12345678", "", "612345678"),
        ("12345678", "", ""),
        ("12345", "NO", ""),
        ("", "NO", ""),
    ],
)
def test_the_digits_that_are_in_every_way_to_dial_a_number(phone: str, country: str, home: str) -> None:
    assert at_home(phone, country) == home


def test_codes_of_countries_are_those_of_the_international_plan() -> None:
    codes = set(CALLING_CODES.values())

    assert all(code.isdigit() and 1 <= len(code) <= 3 for code in codes)
    assert [code for code in codes for other in codes if other != code and other.startswith(code)] == []


def test_what_has_letters_is_no_number_to_dial() -> None:
    assert at_home("+47 abc") == ""
