"""Translations as Qt's tools keep them: .ts files, read into templates and their forms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

OURS = "Kassa"
"""The context of our own words; the other contexts of a file hold words of Qt's own menus and dialogs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a .ts file. `state` is empty, or `unfinished`, `vanished` or `obsolete`.

    A template with a count has one form for each of the language's plural categories, the others one in all.
    """

    context: str
    source: str
    forms: tuple[str, ...]
    has_plural: bool = False
    state: str = ""


def read_entries(text: str) -> Iterator[Entry]:
    """The messages of a .ts file, in their order."""
    # The files come with the program; nobody else's XML is ever read here.
    for context in ET.fromstring(text).iter("context"):  # noqa: S314 -- our own file, see above
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            has_plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield Entry(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                forms=tuple(forms) if has_plural else (translation.text or "",),
                has_plural=has_plural,
                state=translation.get("type", ""),
            )


Words = Mapping[str, tuple[str, ...]]
"""The forms of each template's translation."""


def words_of(entries: Iterator[Entry]) -> dict[str, Words]:
    """The finished translations by context and template."""
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in entries:
        if not entry.state and all(entry.forms):
            words.setdefault(entry.context, {})[entry.source] = entry.forms
    return dict(words)
