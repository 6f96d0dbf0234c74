"""Every text a cashier reads can be translated, is translated, and says in each language what it says in English."""

import json
from dataclasses import replace

import pytest

from pos_app.language.glossary import LANGUAGES, Term, read_glossary
from pos_app.language.translations import OURS, Entry, read_entries
from tests.house.sources import CHECKOUT
from tests.house.texts import Found, collect, our_entries, sources_spoken, templates_spoken, ts_file
from tests.house.translations import (
    copied_faults,
    form_faults,
    label_faults,
    misleading_faults,
    pair_faults,
    term_faults,
    whole_faults,
)

TRANSLATED = ("nb", "nl")
ALIKE = {
    "nb": {
        "CRM", "Disk", "Enter", "Kassa {version}", "OK", "PIN", "Person", "Standard", "Status", "Type", "{gap} ms",
        "{register} ({store}), Kassa {version}",
        "{what} for {name}",
    },
    "nl": {
        "+1 week", "Barcode", "CRM", "E-mail", "Enter", "Express", "Filters", "Filters {count}", "Kassa {version}",
        "Later", "OK", "Offline", "Online", "Open", "Order", "Orders", "order", "Postcode", "Printer", "Scans",
        "Scans {number}", "Scanner", "Status", "{register} ({store}), Kassa {version}", "{version} in {checkout}",
        "Sync: {text}", "Type", "prefix, {end}", "{gap} ms",
    },
}  # fmt: skip
"""What is the same word as in English."""


@pytest.fixture(scope="module")
def spoken() -> dict[str, Found]:
    return templates_spoken()


@pytest.fixture(scope="module")
def terms() -> tuple[Term, ...]:
    return read_glossary((CHECKOUT / "resources" / "i18n" / "glossary.json").read_text("utf-8"))


def entry(source: str, *forms: str, state: str = "") -> Entry:
    return Entry(OURS, source, forms, len(forms) > 1, state)


def found_in(content: str) -> list[Found]:
    return collect([("pos_app/ui/example.py", content)])


# ---------------------------------------------------------------------- what the sources say


def test_no_text_is_out_of_reach_of_a_translation() -> None:
    assert [each for each in collect(sources_spoken()) if each.fault] == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('say(f"{name} was added.")', "f-string"),
        ('say("Added " + name)', "put together"),
        ('title = "Find an order"', "goes through"),
        ('label.setText("Nothing paid yet")', "goes through"),
        ('label.setText(f"{count} lines were voided")', "goes through"),
        ('WORDS = "Try again"\ntr(WORDS)', "constant"),
        ('raise RuleBroken(f"No {thing} here.")', "f-string"),
        ('tr("Yes, now" if sure else f"Not {name}")', "f-string"),
    ],
)
def test_text_out_of_reach_is_rejected(line: str, reason: str) -> None:
    errors = (
        "class RuleBroken(Exception):\n"
        "    def __init__(self, template, **values):\n"
        "        self.message = Message(template, values)\n"
        "        super().__init__(str(self.message))\n"
    )

    assert reason in " ".join(each.fault for each in found_in(f"{errors}{line}\n"))


@pytest.mark.parametrize(
    ("line", "template"),
    [
        ('say("Sign in first.")', "Sign in first."),
        ('language.say("Added {name}.", name=name)', "Added {name}."),
        ('KNOWN = phrase("Try again")', "Try again"),
        ('@operation("order.find", title="Find order")\ndef find(): ...', "Find order"),
        ('Rule("name", applies, {ACTION}, "Accept this line first.")', "Accept this line first."),
        ('tr("One" if one else "The other")', "The other"),
        (
            'class Full(Broken):\n    def __init__(self):\n        super().__init__("It is full.")',
            "It is full.",
        ),
    ],
)
def test_text_is_found_however_it_is_given(line: str, template: str) -> None:
    errors = (
        "class Broken(Exception):\n"
        "    def __init__(self, template, **values):\n"
        "        self.message = Message(template, values)\n"
        "        super().__init__(str(self.message))\n"
    )
    found = found_in(f"{errors}{line}\n")

    assert template in {each.template for each in found if not each.fault}
    assert [each for each in found if each.fault] == []


def test_docstrings_types_and_names_for_machines_are_no_texts() -> None:
    content = (
        '"""A module that says something."""\n'
        'def draw(view: "Sale View | None") -> "Some View":\n'
        '    """Draw it all."""\n'
        '    log.warning("This is for the log")\n'
        '    raise ValueError("A button is missing")\n'
        '    widget.setObjectName("Main Window")\n'
    )

    assert found_in(content) == []


# ---------------------------------------------------------------------- the translations


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_and_no_translation_is_stale(
    language: str, spoken: dict[str, Found]
) -> None:
    assert list(whole_faults(our_entries(language), spoken)) == []


def test_english_has_its_plurals_and_nothing_else(spoken: dict[str, Found]) -> None:
    counted = {template: found for template, found in spoken.items() if found.has_plural}

    assert list(whole_faults(our_entries("en"), counted)) == []


def test_missing_stale_and_unfinished_translations_are_rejected() -> None:
    said = {each: Found(each, "retail/cart.py:1") for each in ("Missing.", "Empty.", "Unfinished.")}
    entries = [
        entry("Empty.", " "),
        entry("Unfinished.", "Halv.", state="unfinished"),
        entry("Gone.", "Borte."),
    ]

    faults = list(whole_faults({each.source: each for each in entries}, said))

    assert faults == [
        "'Missing.' is missing; retail/cart.py:1 says it",
        "'Empty.' is not finished",
        "'Unfinished.' is not finished",
        "'Gone.' is stale: nothing says it any more",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_plurals_and_ends_agree(language: str) -> None:
    assert list(form_faults(our_entries(language).values())) == []


@pytest.mark.parametrize(
    "wrong",
    [
        entry("Added {name}.", "Lagt til."),
        entry("Added {name}.", "Lagt til {navn}."),
        entry("Added {name}.", "Lagt til {name}"),
        entry("{count} found.", "{count} funnet."),
        entry("Found.", "Funnet.", "Funnet."),
        entry("Voided {count} lines.", "Linje annullert.", "{count} linjer annullert."),
    ],
)
def test_other_places_ends_and_plurals_are_rejected(wrong: Entry) -> None:
    assert len(list(form_faults([wrong]))) == 1


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_reads_as_english_is_meant_to(language: str) -> None:
    assert list(copied_faults(our_entries(language).values(), ALIKE[language])) == []


def test_text_left_in_english_is_rejected() -> None:
    assert list(copied_faults([entry("Quantity", "Quantity")], [])) == ["'Quantity' is left in English"]
    assert list(copied_faults([entry("Type", "Soort")], ["Type"])) == ["'Type' is not the same as in English"]


# ---------------------------------------------------------------------- the glossary


@pytest.mark.parametrize("language", TRANSLATED)
def test_labels_are_those_of_the_glossary(language: str, terms: tuple[Term, ...]) -> None:
    assert list(term_faults(our_entries(language), terms, language)) == []


@pytest.mark.parametrize(
    "file", sorted((CHECKOUT / "resources" / "layouts").glob("*.json")), ids=lambda file: file.name
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_of_the_layouts_are_labelled_as_the_glossary_says(
    file: object, language: str, terms: tuple[Term, ...]
) -> None:
    layout = json.loads((CHECKOUT / str(file)).read_text("utf-8"))

    assert list(label_faults(layout, terms, language)) == []


def test_another_label_than_the_glossarys_is_rejected(terms: tuple[Term, ...]) -> None:
    layout = {"grids": [{"buttons": [{"operation": "order.find", "text": {"nl": "Order intrekken"}}]}]}

    assert list(label_faults(layout, terms, "nl")) == [
        "order.find is 'Order intrekken'; the glossary says 'Order zoeken'"
    ]
    assert list(term_faults({"Ship all": entry("Ship all", "Alles sturen")}, terms, "nl")) == [
        "'Ship all' is 'Alles sturen'; the glossary says 'Alles verzenden'"
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_word_misleads(language: str, terms: tuple[Term, ...]) -> None:
    entries = read_entries(ts_file(language).read_text("utf-8"))
    shown = [form for each in entries for form in each.forms] + [term.screen[language] for term in terms]
    of_documents = {
        term.canonical[language] for term in terms if term.screen == term.canonical and not term.operation
    }

    assert list(misleading_faults(set(shown) - of_documents, language)) == []


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("nb", "Avbryt"), ("nb", "Tilbakekall ordre"), ("nb", "Plukk alle"), ("nb", "Annullert produkt"),
        ("nb", "Prosent for annulleringstillegg"), ("nl", "Order intrekken"), ("nl", "Alle producten uitvoeren"),
        ("nl", "Schip geselecteerd"), ("nl", "Deposito over\u00adschrijven"), ("nl", "Annuleren"),
        ("nl", "In behandeling"), ("nl", "Ongeldig gemaakte transactie"), ("nl", "Betaalt verzendkosten"),
    ],
)  # fmt: skip
def test_every_trap_of_the_documents_is_rejected(language: str, label: str) -> None:
    assert len(list(misleading_faults([label], language))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_not_be_confused_has_labels_of_its_own(language: str, terms: tuple[Term, ...]) -> None:
    assert list(pair_faults(terms, language)) == []


def test_one_word_for_closing_and_cancelling_is_rejected(terms: tuple[Term, ...]) -> None:
    cancel = next(term for term in terms if term.key == "order_cancel")
    confusing = [replace(term, screen=cancel.screen) if term.key == "close" else term for term in terms]

    assert list(pair_faults(confusing, "nb")) == ["order_cancel and close are both 'annuller ordre'"]


def test_a_term_has_every_language_and_a_key_of_its_own(terms: tuple[Term, ...]) -> None:
    assert len({term.key for term in terms}) == len(terms)
    for term in terms:
        assert set(term.canonical) == set(term.screen) == set(LANGUAGES), term.key
