"""What else is said of a customer, each under a key of its own: attributes the retailer defined, further contacts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from retail.attributes import Attribute, read_attribute
from retail.errors import RuleBroken
from retail.messages import phrase
from retail.texts import check_email, clean_text

EXTRAS_MAX = 60
ATTRIBUTE = "attribute"
_KEY = re.compile("(attribute|email|phone):.+")


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


def check_attributes(typed: Mapping[str, str], known: tuple[Attribute, ...]) -> dict[str, str]:
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


def default_attributes(known: tuple[Attribute, ...]) -> dict[str, str]:
    """What a new customer starts with, by the keys of the attributes."""
    return {attribute_key(each.attribute): each.default for each in known if each.default}
