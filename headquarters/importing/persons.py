"""How the cells of a customer are read: cleaned by the same rules as what a cashier types."""

import json
import re
from collections.abc import Callable, Mapping
from unicodedata import is_normalized

from headquarters.importing.errors import CellRefused
from retail.customers import NAME_MAX, Customer, CustomerType, check_new
from retail.errors import RuleBroken
from retail.texts import TEXT_MAX, clean_text

_TYPES = {
    CustomerType.PERSON: ("person", "private", "privat", "persoon", "particulier"),
    CustomerType.ORGANISATION: (
        "organisation", "organization", "company", "business", "firma", "bedrift", "bedrijf", "organisasjon",
    ),
}  # fmt: skip
ADDRESS = {
    "street": (
        "line1",
        ("street", "address", "address1", "addressline1", "line1", "adresse", "gateadresse", "gate", "adres", "straat"),
        254,
    ),
    "postcode": ("postcode", ("postcode", "postalcode", "zip", "zipcode", "postnummer", "postnr"), 20),
    "city": ("city", ("city", "town", "poststed", "sted", "plaats", "woonplaats", "stad"), 60),
    "country": ("country", ("country", "land"), 60),
    "region": ("region", ("region", "state", "county", "province", "fylke", "provincie"), 60),
}  # fmt: skip
"""The fields of an address: where each is staged, what its column is called, and how long it may be."""
_PLAIN_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_TYPE_OF = {word: kind.value for kind, words in _TYPES.items() for word in words}


def words(label: str, longest: int = TEXT_MAX) -> Callable[[str], str | None]:
    """The reader of a text without spaces around it."""

    def read_words(cell: str) -> str | None:
        if cell.isprintable() and len(cell) <= longest and is_normalized("NFC", cell):
            return cell.strip() or None  # all that the rule would do, and fast
        try:
            return clean_text(label, cell, longest) or None
        except RuleBroken as fault:
            raise CellRefused(fault.message) from None

    return read_words


_read_name = words("Name", NAME_MAX)


def read_name(cell: str) -> str | None:
    """A name has a letter or a digit."""
    name = _read_name(cell)
    if name and not (name[0].isalnum() or any(map(str.isalnum, name))):
        raise CellRefused("a customer needs a name")
    return name


def read_email(cell: str) -> str | None:
    """An e-mail address."""
    if _PLAIN_EMAIL.fullmatch(cell) and len(cell) <= TEXT_MAX:
        return cell  # as most are; the rule takes some seconds for a million
    if not cell.strip():
        return None
    try:
        return check_new(Customer(id="", name="x", email=cell)).email
    except RuleBroken as fault:
        raise CellRefused(fault.message) from None


def read_type(cell: str) -> str | None:
    """A person or an organisation."""
    word = cell.strip().casefold()
    if word and word not in _TYPE_OF:
        raise CellRefused("it is none of {words}", words=", ".join(sorted(_TYPE_OF)))
    return _TYPE_OF.get(word)


def address_text(parts: Mapping[str, str | int | None]) -> str | None:
    """The cells of an address as JSON. Without a street or a city it is no address."""
    if not (parts.get("line1") or parts.get("city")):
        return None
    return json.dumps({name: value for name, value in parts.items() if value is not None})
