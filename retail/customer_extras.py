"""What else is said of a customer, each under a key of its own: attributes the retailer defined, further contacts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from retail.errors import CannotBe, RuleBroken
from retail.messages import phrase
from retail.texts import check_email, clean_text

EXTRAS_MAX = 60
ATTRIBUTE = "attribute"
_DIGITS_MAX = 15
_KEY = re.compile("(attribute|email|phone):.+")
_ID = re.compile("[A-Za-z0-9_-]{1,40}")
_LANGUAGE = re.compile("[a-z]{2}")


class AttributeKind(StrEnum):
    """What a customer attribute can hold."""

    TEXT = "text"
    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLAG = "flag"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class CustomerAttribute:
    """Something a retailer wants to know of customers; `least` and `most` are the range of a number.

    `unit` is what a number counts, `help` says what to type; a new customer starts with the `default`.
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
                    "customer attribute {attribute}: '{source}' is no language with one of its texts, "
                    "like 'nb Club'",
                    attribute=self.attribute, source=source,
                )  # fmt: skip
        if not _ID.fullmatch(self.attribute):
            raise CannotBe(
                "customer attribute '{attribute}': its id takes letters, digits, - and _",
                attribute=self.attribute,
            )
        if (self.kind is AttributeKind.CHOICE) != bool(self.choices):
            raise CannotBe(
                "customer attribute {attribute}: a choice, and only that, has choices",
                attribute=self.attribute,
            )
        try:
            fits = read_attribute(self, self.default) == self.default
        except RuleBroken:
            fits = False
        if not fits:
            raise CannotBe(
                "customer attribute {attribute}: its default '{value}' is no value of it",
                attribute=self.attribute, value=self.default,
            )  # fmt: skip


class ContactKind(StrEnum):
    """What a further contact is."""

    EMAIL = "email"
    PHONE = "phone"


class Consent(StrEnum):
    """Whether a customer may be written to or called there."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


CONSENT_WORDS = {
    Consent.UNKNOWN: phrase("Consent not asked for"),
    Consent.YES: phrase("Consent given"),
    Consent.NO: phrase("Consent refused"),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """One e-mail or phone of a customer, with what they said about being reached there."""

    kind: ContactKind
    value: str
    consent: Consent

    @property
    def key(self) -> str:
        """Under which it is kept, and merged by itself."""
        return f"{self.kind}:{self.value}"


def contacts_in(extras: tuple[tuple[str, str], ...]) -> tuple[Contact, ...]:
    """The contacts among what else is said of a customer."""
    parts = [(*key.split(":", 1), text) for key, text in extras]
    return tuple(
        [Contact(ContactKind(kind), value, Consent(text)) for kind, value, text in parts if kind != ATTRIBUTE]
    )


def attribute_key(attribute: str) -> str:
    """Under which the value of an attribute is kept."""
    return f"{ATTRIBUTE}:{attribute}"


def typed_contact(typed: str, consent: str) -> Contact:
    """A contact as it was typed: with @ it is an e-mail, else a phone.

    Raises:
        RuleBroken: it is neither, or there is no such consent.
    """
    kind = ContactKind.EMAIL if "@" in typed else ContactKind.PHONE
    value = check_email(typed) if kind is ContactKind.EMAIL else clean_text("Phone", typed, 40)
    if not any(sign.isalnum() for sign in value):
        raise RuleBroken("Type an e-mail address or a phone number.")
    if consent not in list(Consent):
        raise RuleBroken("There is no consent {consent}. Choose yes, no or unknown.", consent=consent)
    return Contact(kind, value, Consent(consent))


def check_extra(key: str, text: str) -> str:
    """Give back a value cleaned, if a customer can have it under this key; an empty one takes it away.

    Raises:
        RuleBroken: there is no such key, or this cannot stand there.
    """
    if not _KEY.fullmatch(key) or clean_text("Name", key) != key:
        raise RuleBroken("A customer has no field {field}.", field=key)
    kind, value = key.split(":", 1)
    if kind == ATTRIBUTE or not text:
        return clean_text("Attribute", text)
    if typed_contact(value, text).key != key:
        raise RuleBroken("A customer has no field {field}.", field=key)
    return text


def check_attributes(typed: Mapping[str, str], known: tuple[CustomerAttribute, ...]) -> dict[str, str]:
    """The values of attributes that were typed, by their keys, as they are kept.

    Raises:
        RuleBroken: the store asks for no such attribute, or this is no value of it.
    """
    defined = {each.attribute: each for each in known}
    values = {}
    for id, text in typed.items():
        if id not in defined:
            raise RuleBroken(
                "This store keeps no attribute {attribute} of its customers. Leave it out.", attribute=id
            )
        values[attribute_key(id)] = read_attribute(defined[id], text)
    return values


def default_attributes(known: tuple[CustomerAttribute, ...]) -> dict[str, str]:
    """What a new customer starts with, by the keys of the attributes."""
    return {attribute_key(each.attribute): each.default for each in known if each.default}


def read_attribute(attribute: CustomerAttribute, typed: str) -> str:
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


def _one_of(attribute: CustomerAttribute, text: str, choices: tuple[str, ...]) -> str:
    for each in choices:
        if each.casefold() == text.casefold():
            return each
    raise RuleBroken("{name} is one of {choices}, not '{typed}'. Choose one.",
                     name=attribute.name, choices=", ".join(choices), typed=text)  # fmt: skip


def _day(attribute: CustomerAttribute, text: str) -> str:
    try:
        if "." in text:
            return datetime.strptime(text, "%d.%m.%Y").date().isoformat()  # noqa: DTZ007 - a day has no zone
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise RuleBroken("{name} is a day, not '{typed}'. Type it like 2026-12-24.",
                         name=attribute.name, typed=text) from None  # fmt: skip


def _number(attribute: CustomerAttribute, text: str) -> str:
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
