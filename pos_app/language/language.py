"""A language of the register: every word, amount and day that somebody reads is written by one of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from pos_app.language.glossary import LANGUAGES, read_glossary
from pos_app.language.notation import Notation
from pos_app.language.pseudo import PSEUDO, Stretched
from pos_app.language.translations import OURS, Words, read_entries, words_of
from pos_app.resources import resource
from retail.messages import Message, Name, fill, say
from retail.money import Money

FALLBACK = "en"
_ALIASES = {"no": "nb", "nn": "nb"}
"""Codes under which people may know a language of ours."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Writes for people. English is the language of the templates; it needs translations for its plurals only.

    `words_of_qt` are those of menus and dialogs that Qt draws itself, by their contexts.
    """

    code: str
    notation: Notation
    words: Words
    labels: Mapping[str, str] = field(default_factory=dict)
    words_of_qt: Mapping[str, Words] = field(default_factory=dict)

    def say(self, template: str, /, **values: Any) -> str:
        """A sentence with its values."""
        return fill(self._template(template, values), values, self.write) if values else self.word(template)

    def tell(self, message: Message) -> str:
        """A message that was made somewhere else."""
        return self.say(message.template, **message.values)

    def word(self, text: str) -> str:
        """A text without values; one that is not ours stays as it is."""
        return self.words.get(text, (text,))[0]

    def name(self, text: str) -> str:
        """What a thing is called: a known name in this language, any other as headquarters wrote it.

        The first letter stays small or capital, as it was given.
        """
        forms = self.words.get(text)
        if forms is not None or not text[:1].islower():
            return text if forms is None else forms[0]
        capital = text[0].upper() + text[1:]
        found = self.words.get(capital, (capital,))[0]
        return found[:1].lower() + found[1:] if found != capital else text

    def label(self, operation: str, otherwise: str) -> str:
        """What stands on a button that starts an operation, where its layout does not say."""
        return self.labels.get(operation) or self.word(otherwise)

    def write(self, value: Any) -> str:
        """A value within a sentence."""
        match value:
            case Message():
                return self.tell(value)
            case Name(text):
                return self.name(text)
            case Money(minor, currency):
                return self.amount(minor, currency)
            case Decimal():
                return self.notation.number(value)
            case date():
                return self.notation.figures(value)
            case _:
                return str(value)

    def counted(self, quantity: Decimal, unit: str = "") -> str:
        """A quantity with the unit it counts: 1,5 kg."""
        return f"{self.write(quantity)} {unit}".rstrip()

    def amount(self, minor: int, currency: str) -> str:
        """An amount with its thousands apart, without its currency."""
        return self.notation.amount(minor, currency)

    def moment(self, stamp: str, today: date) -> str:
        """When something was made: the time for today, else the day, with the year where it is another one."""
        moment = datetime.fromisoformat(stamp)
        if moment.date() == today:
            return self.say("today {time}", time=f"{moment:%H:%M}")
        if moment.year == today.year:
            return self.notation.short_day(moment.date())
        return self.notation.figures(moment.date())

    def finished(self, message: Message) -> Message:
        """The message as a text that every language leaves as it is."""
        return say("{text}", text=self.tell(message))

    def _template(self, template: str, values: Mapping[str, Any]) -> str:
        forms = self.words.get(template)
        if forms is None:
            return template
        count = values.get("count")
        # All our languages have two forms: one for exactly 1, and one for everything else.
        return forms[-1] if isinstance(count, int) and count != 1 else forms[0]


def known_code(code: str) -> str:
    """The language of ours that a code means; none where we do not speak it.

    >>> known_code("nb_NO"), known_code("no"), known_code("EN-us"), known_code("sv")
    ('nb', 'nb', 'en', '')
    """
    plain = code.replace("_", "-").split("-")[0].lower()
    plain = _ALIASES.get(plain, plain)
    return plain if plain in LANGUAGES or plain == PSEUDO else ""


@cache
def language_of(code: str) -> Language:
    """The language of this code, or English."""
    known = known_code(code) or FALLBACK
    if known == PSEUDO:
        return Language(PSEUDO, Notation("nb"), Stretched())
    words = words_of(read_entries(resource("i18n", f"{known}.ts").read_text("utf-8")))
    terms = read_glossary(resource("i18n", "glossary.json").read_text("utf-8"))
    labels = {term.operation: term.screen[known] for term in terms if term.operation}
    others = {context: each for context, each in words.items() if context != OURS}
    return Language(known, Notation(known), words.get(OURS, {}), labels, others)
