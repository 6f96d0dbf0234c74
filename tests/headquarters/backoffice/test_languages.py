"""The web pages speak three languages, each of them whole."""

import re

import pytest
from babel.messages.pofile import read_po

from headquarters.backoffice.languages import catalogue, language_of, translated, worded
from retail.messages import say
from tests.headquarters.backoffice.spoken import catalogue_file, of_code, of_template, spoken

TRANSLATED = ("nb", "nl")
ALIKE = {
    "nb": {
        "API", "English", "Filter", "Format", "Journal", "Logo", "Nederlands", "Norsk bokmål", "Region", "Status",
        "Type", "administrator", "journal", "person", "standard",
    },
    "nl": {
        "API", "Account", "Bytes", "Code", "Details", "Document", "E-mail", "English", "Filter", "Filters", "Filters:",
        "Logo", "Nederlands", "Norsk bokmål", "Order", "Orders", "Product", "Record", "Status", "Type", "auditor",
        "document", "open", "orders", "parameters",
    },
}  # fmt: skip
"""What is the same word as in English."""


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_and_no_translation_is_left_over(language: str) -> None:
    known = catalogue(language)

    assert spoken() - set(known) == set()
    assert set(known) - spoken() == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_values_of_its_text_and_is_not_a_copy(language: str) -> None:
    known = catalogue(language)
    values = re.compile(r"\{\w+\}|%\(\w+\)[sd]")

    assert [
        text for text in known if sorted(values.findall(text)) != sorted(values.findall(known[text]))
    ] == []
    assert {text for text, said in known.items() if text == said} == ALIKE[language]


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_says_each_text_once_and_marks_none_as_unsure(language: str) -> None:
    with catalogue_file(language).open(encoding="utf-8") as file:
        entries = [each for each in read_po(file) if each.id]

    assert len({each.id for each in entries}) == len(entries)
    assert [each.id for each in entries if each.fuzzy] == []


def test_a_text_without_a_translation_is_noticed() -> None:
    assert set(of_template('<p>{{ _("Never said before") }}</p>')) == {"Never said before"}
    assert set(of_template('{{ _("Never %(x)s", x=1) }}')) == {"Never %(x)s"}
    assert set(of_code('raise refuse(409, "Never said {x}.", x=1)')) == {"Never said {x}."}
    assert {"Never said before", "Never said {x}."}.isdisjoint(spoken())


def test_values_and_messages_in_messages_are_spoken_in_the_language() -> None:
    assert translated("nb", "Keep {account}", account="10001") == "Behold 10001"
    assert translated("nl", "Code for {register}:", register=say("Register")) == "Code voor Kassa:"
    assert worded("nb", say("The two passwords differ. Type the same twice.")).startswith("De to passordene")
    assert worded("nb", "Somebody's {own} text") == "Somebody's {own} text"


@pytest.mark.parametrize(
    ("chosen", "accepted", "spoken"),
    [
        ("", "", "en"),
        ("nl", "nb", "nl"),
        ("xx", "fr, nl-BE;q=0.8", "nl"),
        ("", "no", "nb"),
        ("", "nn-NO, en", "nb"),
    ],
)
def test_language_is_the_chosen_one_or_the_first_that_the_browser_accepts(
    chosen: str, accepted: str, spoken: str
) -> None:
    assert language_of(chosen, accepted) == spoken
