"""What can be wrong with a translation: missing, stale, other places, no plural, another term, a word that misleads."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pos_app.language.glossary import Term
from pos_app.language.translations import Entry
from tests.house.texts import PLACE, Found

ENDS = re.compile(r"(?<!\bsynk)(?<!\bant)(?<!\baant)(?<!\bmva)[.?!:…]\)?$", re.IGNORECASE)
"""How a sentence ends; the dot of an abbreviation ends none."""

FORMS = 2
"""English, Norwegian and Dutch have two plural categories each."""

MISLEADING: Mapping[str, tuple[str, ...]] = {
    "nb": (
        r"\bavbryt",  # closes a sheet, and cancels an order
        r"tilbakekall",  # reads as withdrawing the order
        r"\butfør (alle|valgte)",  # to execute
        r"\bplukk (alle|valgte|opp)",  # what the warehouse does
        r"ansettelsesforhold",  # employment
        r"annullert produkt",  # no command
        r"tillegg\b",  # two words for one thing: gebyr
        r"depositum",  # the documents say innbetaling
    ),
    "nl": (
        r"intrekken",  # reads as withdrawing the order
        r"\buitvoeren",  # to execute
        r"\bschip",  # the noun
        r"betaalt verzendkosten",  # the opposite of a refund
        r"deposito",  # a bank deposit
        r"ongeldig gemaakt",  # no command
        r"in behandeling",  # close to what waits for headquarters
        r"^annuleren$",  # closes a sheet, and cancels an order
    ),
}
"""Words that must not stand on a screen. Source: ux.md, 8.4."""

DIFFERENT = (
    ("order_cancel", "close"),
    ("order_cancel", "back"),
    ("transaction_void", "close"),
    ("transaction_void", "order_cancel"),
    ("line_void", "close"),
    ("discard_changes", "close"),
    ("pickup_do", "pick"),
    ("order_recall", "transaction_void"),
    ("ful_pending", "pending_sync"),
)
"""Concepts whose labels must never be the same word. Source: ux.md, 8.1 and 8.4."""


def whole_faults(entries: Mapping[str, Entry], spoken: Mapping[str, Found]) -> Iterator[str]:
    """Every text has a finished translation, and nothing is translated that nobody says."""
    for template, found in spoken.items():
        if template not in entries:
            yield f"{template!r} is missing; {found.where} says it"
    for source, entry in entries.items():
        if source not in spoken:
            yield f"{source!r} is stale: nothing says it any more"
        elif entry.state or not all(form.strip() for form in entry.forms):
            yield f"{source!r} is not finished"


def form_faults(entries: Iterable[Entry]) -> Iterator[str]:
    """The places are those of the template, a count has its plural, and a sentence ends as it does in English."""
    for entry in entries:
        wanted = sorted(PLACE.findall(entry.source))
        for form in entry.forms:
            if sorted(PLACE.findall(form)) != wanted:
                yield f"{entry.source!r}: {form!r} has other places"
            if ENDS.findall(form) != ENDS.findall(entry.source):
                yield f"{entry.source!r}: {form!r} ends otherwise"
        forms = FORMS if "{count}" in entry.source else 1
        if entry.has_plural != (forms == FORMS) or len(entry.forms) != forms:
            yield f"{entry.source!r}: {forms} forms are needed"


def copied_faults(entries: Iterable[Entry], alike: Iterable[str]) -> Iterator[str]:
    """What reads the same as English does so on purpose."""
    known = set(alike)
    copied = {entry.source for entry in entries if entry.source in entry.forms}
    yield from (f"{source!r} is left in English" for source in sorted(copied - known))
    yield from (f"{source!r} is not the same as in English" for source in sorted(known - copied))


def term_faults(entries: Mapping[str, Entry], terms: Iterable[Term], language: str) -> Iterator[str]:
    """A label of the glossary is translated as the glossary says."""
    for term in terms:
        entry = entries.get(term.screen["en"])
        wanted = plain(term.screen[language])
        if entry is not None and plain(entry.forms[0]) != wanted:
            yield f"{term.screen['en']!r} is {entry.forms[0]!r}; the glossary says {wanted!r}"


def misleading_faults(texts: Iterable[str], language: str) -> Iterator[str]:
    """No word stands on the screen that a cashier could take for something else."""
    for text in texts:
        for pattern in MISLEADING[language]:
            if re.search(pattern, plain(text), re.IGNORECASE):
                yield f"{text!r} misleads: {pattern}"


def pair_faults(terms: Iterable[Term], language: str) -> Iterator[str]:
    """What must not be confused has labels of its own."""
    labels = {term.key: plain(term.screen[language]).casefold() for term in terms}
    for one, other in DIFFERENT:
        if labels[one] == labels[other]:
            yield f"{one} and {other} are both {labels[one]!r}"


def label_faults(layout: Mapping[str, object], terms: Iterable[Term], language: str) -> Iterator[str]:
    """The buttons of a layout read as the glossary says, so that an operation is called the same everywhere."""
    labels = {term.operation: plain(term.screen[language]) for term in terms if term.operation}
    grids = layout["grids"]
    assert isinstance(grids, list)
    for button in (button for grid in grids for button in grid["buttons"]):
        text, wanted = button["text"].get(language), labels.get(button["operation"])
        if text is not None and wanted is not None and plain(text) != wanted:
            yield f"{button['operation']} is {text!r}; the glossary says {wanted!r}"


def plain(text: str) -> str:
    """A label without the places where it may be broken."""
    return text.replace("\u00ad", "")
