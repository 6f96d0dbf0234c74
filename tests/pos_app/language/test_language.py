"""A language fills templates with its own words, forms, amounts and days."""

from datetime import date
from decimal import Decimal

import pytest

from pos_app.language.glossary import LANGUAGES
from pos_app.language.language import known_code, language_of
from pos_app.register.names import state_name
from retail.messages import Message, Name, say
from retail.money import Money
from retail.orders.order import LineStatus, OrderStatus


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "1,250.50 is still due. Take the payment first."),
        ("nb", "1\u00a0250,50 gjenstår å betale. Ta imot betalingen først."),
        ("nl", "Er moet nog 1.250,50 worden betaald. Neem eerst de betaling aan."),
    ],
)
def test_a_message_is_told_with_the_amounts_of_the_language(code: str, words: str) -> None:
    message = say("{due} is still due. Take the payment first.", due=Money(125_050, "NOK"))

    assert language_of(code).tell(message) == words


@pytest.mark.parametrize(
    ("code", "one", "more"),
    [
        ("en", "Voided 1 line.", "Voided 2 lines."),
        ("nb", "1 linje annullert.", "2 linjer annullert."),
        ("nl", "1 regel geannuleerd.", "2 regels geannuleerd."),
    ],
)
def test_a_count_decides_between_singular_and_plural(code: str, one: str, more: str) -> None:
    language = language_of(code)

    assert [language.say("Voided {count} lines.", count=count) for count in (1, 2, 0)] == [
        one,
        more,
        more.replace("2", "0"),
    ]


def test_a_message_within_a_message_is_translated_too() -> None:
    why = say("the folder {folder} cannot be written", folder="/paper")
    message = say("Receipt not printed: {why}. Sale is saved. Print again.", why=why)

    assert language_of("nl").tell(message) == (
        "Bon niet afgedrukt: in de map /paper kan niet worden geschreven. De verkoop is bewaard. Druk opnieuw af."
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("12.5"), "12,5"),
        (Decimal(-3), "\u22123"),
        (date(2026, 11, 21), "21.11.2026"),
        (Money(-100, "NOK"), "\u22121,00"),
        (Name("Home"), "Hjem"),
        (Name("ground"), "standard"),
        (Name("Cash"), "Kontant"),
        (Name("DHL"), "DHL"),
        ("Cash", "Cash"),
        (3, "3"),
    ],
)
def test_values_are_written_by_what_they_are(value: object, written: str) -> None:
    assert language_of("nb").write(value) == written


def test_what_headquarters_or_a_customer_wrote_stays_as_it_is() -> None:
    words = language_of("nl").tell(
        say("Added {quantity} × {name}   {amount}", quantity=Decimal(1), name="Cash", amount="{x}")
    )

    assert words == "Toegevoegd 1 × Cash   {x}"


def test_a_text_that_is_not_known_is_english() -> None:
    assert (
        language_of("nb").tell(Message("Nobody says this, {name}.", {"name": "Kari"}))
        == "Nobody says this, Kari."
    )


@pytest.mark.parametrize("state", [*OrderStatus, *LineStatus])
def test_every_state_has_a_name_in_every_language(state: str) -> None:
    english = language_of("en").write(state_name(state))
    names = {code: language_of(code).write(state_name(state)) for code in ("nb", "nl")}

    assert "_" not in english
    assert names["nb"] != english
    assert names["nl"] != english or english == "Open"


@pytest.mark.parametrize(
    ("code", "today", "this_year", "before"),
    [
        ("en", "today 14:05", "12 Nov", "1 Dec 2025"),
        ("nb", "i dag 14:05", "12. nov.", "01.12.2025"),
        ("nl", "vandaag 14:05", "12 nov", "01-12-2025"),
    ],
)
def test_a_moment_is_told_as_shortly_as_it_can_be(code: str, today: str, this_year: str, before: str) -> None:
    language, now = language_of(code), date(2026, 11, 21)

    assert language.moment("2026-11-21T14:05:00.000+00:00", now) == today
    assert language.moment("2026-11-12T14:05:00.000+00:00", now) == this_year
    assert language.moment("2025-12-01T14:05:00.000+00:00", now) == before


@pytest.mark.parametrize(
    ("given", "code"),
    [("nb-NO", "nb"), ("no", "nb"), ("nn_NO", "nb"), ("NL", "nl"), ("en_US", "en"), ("sv", ""), ("", "")],
)
def test_codes_are_known_under_their_usual_names(given: str, code: str) -> None:
    assert known_code(given) == code
    assert language_of(given).code == (code or "en")


def test_an_operation_is_labelled_by_the_glossary_where_its_layout_is_silent() -> None:
    labels = {code: language_of(code).label("order.find", "Find an order") for code in LANGUAGES}

    assert labels == {"en": "Recall order", "nb": "Finn ordre", "nl": "Order zoeken"}
    assert language_of("nb").label("no.such", "Cash") == "Kontant"


def test_the_pseudo_language_is_bracketed_and_longer() -> None:
    pseudo = language_of("pseudo")
    told = pseudo.tell(
        say(
            "{count} × {mode} to {address} on {day}.",
            count=2,
            mode=Name("Ground"),
            address="Storgt 1",
            day="Monday",
        )
    )

    assert told == "[2 × [Grøûñd~] tø Storgt 1 øñ Monday.~~~]"
    for text in ("Cash exact", "No customer – press F2 to search or add one"):
        assert len(pseudo.word(text)) >= 1.4 * len(text)
    assert pseudo.word("12:30 · 5") == "12:30 · 5"
