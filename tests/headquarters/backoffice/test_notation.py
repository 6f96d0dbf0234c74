"""Figures and days of a page are written as its language writes them; what is typed is read either way."""

from decimal import Decimal

import pytest

from headquarters.backoffice.languages import translated
from headquarters.backoffice.notation import Quantity, Sum, moment
from retail.money import Money, parse_amount


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "-1,203.50 EUR of 1,203.50 for 1.25 at 2.5"),
        ("nl", "-1.203,50 EUR of 1.203,50 for 1,25 at 2,5"),
        ("nb", "\u22121\u00a0203,50 EUR of 1\u00a0203,50 for 1,25 at 2,5"),
    ],
)
def test_a_sentence_writes_its_amounts_quantities_and_numbers_as_its_language_does(
    language: str, shown: str
) -> None:
    said = translated(
        language, "{sum} of {money} for {much} at {rate}", sum=Sum(-120350, "EUR"), money=Money(120350, "EUR"),
        much=Quantity(1250), rate=Decimal("2.5"),
    )  # fmt: skip

    assert said == shown


@pytest.mark.parametrize("language", ["en", "nb", "nl"])
def test_an_amount_as_it_is_shown_can_be_typed(language: str) -> None:
    shown = translated(language, "{money}", money=Money(-120350, "EUR"))

    assert parse_amount(shown, "EUR") == -120350


def test_a_moment_is_said_in_utc_with_the_day_as_the_language_writes_it() -> None:
    shown = {
        language: moment(language, "2026-11-28T01:30:00+02:00").striptags() for language in ("en", "nb", "nl")
    }

    assert shown == {
        "en": "2026-11-27 23:30:00 UTC",
        "nb": "27.11.2026 23:30:00 UTC",
        "nl": "27-11-2026 23:30:00 UTC",
    }
