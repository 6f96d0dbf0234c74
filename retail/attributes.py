"""Attributes: what a retailer wants to know besides, of customers, orders and sales, and what a value of one may be."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from retail.errors import CannotBe, RuleBroken
from retail.texts import clean_text

_DIGITS_MAX = 15
ATTRIBUTE_ID = re.compile("[A-Za-z0-9_-]{1,40}")
_LANGUAGE = re.compile("[a-z]{2}")


class AttributeKind(StrEnum):
    """What an attribute can hold."""

    TEXT = "text"
    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLAG = "flag"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something a retailer wants to know; `least` and `most` are the range of a number.

    `unit` is what a number counts, `help` says what to type; what is new starts with the `default`.
    `translations` say the name, a choice, the unit or the help in other languages: `("nb Club", "Klubb")`.
    """

    attribute: str
    name: str
    kind: AttributeKind = AttributeKind.TEXT
    choices: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    unit: str = ""
    help: str = ""
    default: str = ""
    translations: tuple[tuple[str, str], ...] = ()

    def said_in(self, language: str, text: str) -> str:
        """One of its texts in a language; as it is written where nobody has translated it."""
        return dict(self.translations).get(f"{language} {text}", text)

    def __post_init__(self) -> None:
        texts = {self.name, self.unit, self.help, *self.choices} - {""}
        for source, words in self.translations:
            language, _, text = source.partition(" ")
            if not _LANGUAGE.fullmatch(language) or text not in texts or not words.strip():
                raise CannotBe(
                    "attribute {attribute}: '{source}' is no language with one of its texts, like 'nb Club'",
                    attribute=self.attribute, source=source,
                )  # fmt: skip
        if not ATTRIBUTE_ID.fullmatch(self.attribute):
            raise CannotBe(
                "attribute '{attribute}': its id takes letters, digits, - and _", attribute=self.attribute
            )
        if (self.kind is AttributeKind.CHOICE) != bool(self.choices):
            raise CannotBe(
                "attribute {attribute}: a choice, and only that, has choices", attribute=self.attribute
            )
        try:
            fits = read_attribute(self, self.default) == self.default
        except RuleBroken:
            fits = False
        if not fits:
            raise CannotBe(
                "attribute {attribute}: its default '{value}' is no value of it",
                attribute=self.attribute, value=self.default,
            )  # fmt: skip


class AskedOf(StrEnum):
    """Of what an attribute is asked."""

    ORDERS = "orders"
    SALES = "sales"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class OrderAttribute(Attribute):
    """An attribute of orders (quotes are such), of plain sales, or both; one that is `required` is asked for before
    these are concluded.
    """

    asked_of: AskedOf = AskedOf.ORDERS
    required: bool = False


def read_attribute(attribute: Attribute, typed: str) -> str:
    """A typed value as it is kept: numbers plain, dates ISO, yes or no; empty stays empty.

    Raises:
        RuleBroken: it is no value of this attribute.
    """
    text = clean_text("Attribute", typed)
    if not text:
        return ""
    if attribute.kind is AttributeKind.CHOICE:
        return _one_of(attribute, text, attribute.choices)
    if attribute.kind is AttributeKind.FLAG:
        return _one_of(attribute, text, ("yes", "no"))
    if attribute.kind is AttributeKind.DATE:
        return _day(attribute, text)
    if attribute.kind is AttributeKind.TEXT:
        return text
    return _number(attribute, text)


def _one_of(attribute: Attribute, text: str, choices: tuple[str, ...]) -> str:
    for each in choices:
        if each.casefold() == text.casefold():
            return each
    raise RuleBroken("{name} is one of {choices}, not '{typed}'. Choose one.",
                     name=attribute.name, choices=", ".join(choices), typed=text)  # fmt: skip


def _day(attribute: Attribute, text: str) -> str:
    try:
        if "." in text:
            return datetime.strptime(text, "%d.%m.%Y").date().isoformat()  # noqa: DTZ007 - a day has no zone
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise RuleBroken("{name} is a day, not '{typed}'. Type it like 2026-12-24.",
                         name=attribute.name, typed=text) from None  # fmt: skip


def _number(attribute: Attribute, text: str) -> str:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _DIGITS_MAX:
        raise RuleBroken("{name} is a number, not '{typed}'. Type it again.", name=attribute.name, typed=text)
    if attribute.kind is AttributeKind.INTEGER and number % 1:
        raise RuleBroken(
            "{name} is a whole number, not '{typed}'. Type it again.", name=attribute.name, typed=text
        )
    if attribute.least is not None and number < attribute.least:
        raise RuleBroken(
            "{name} is at least {least}. Type it again.", name=attribute.name, least=attribute.least
        )
    if attribute.most is not None and number > attribute.most:
        raise RuleBroken("{name} is at most {most}. Type it again.", name=attribute.name, most=attribute.most)
    return f"{number.normalize():f}"
