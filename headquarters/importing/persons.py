"""How the cells of a customer are read: cleaned by the same rules as what a cashier types."""

import json
from collections.abc import Mapping

from headquarters.importing.cells import Reader
from headquarters.importing.errors import CellRefused
from retail.customers import NAME_MAX, TEXT_MAX, Customer, CustomerType, check_new, clean_text
from retail.errors import RuleBroken

_TYPES = {
    CustomerType.PERSON: ("person", "private", "privat", "persoon", "particulier"),
    CustomerType.ORGANISATION: (
        "organisation", "organization", "company", "business", "firma", "bedrift", "bedrijf", "organisasjon",
    ),
}  # fmt: skip
_TYPE_OF = {word: kind.value for kind, words in _TYPES.items() for word in words}


def words(label: str, longest: int = TEXT_MAX) -> Reader:
    """The reader of a text without spaces around it."""

    def read_words(cell: str) -> str | None:
        if cell.isascii() and cell.isprintable() and len(cell) <= longest:
            return cell.strip() or None  # all that the rule would do, and fast
        try:
            return clean_text(label, cell, longest) or None
        except RuleBroken as fault:
            raise CellRefused(str(fault)) from None

    return read_words


_read_name = words("Name", NAME_MAX)


def read_name(cell: str) -> str | None:
    """A name has a letter or a digit."""
    name = _read_name(cell)
    if isinstance(name, str) and not any(map(str.isalnum, name)):
        raise CellRefused("a customer needs a name")
    return name if isinstance(name, str) else None


def read_email(cell: str) -> str | None:
    """An e-mail address."""
    if not cell.strip():
        return None
    try:
        return check_new(Customer(id="", name="x", email=cell)).email
    except RuleBroken as fault:
        raise CellRefused(str(fault)) from None


def read_type(cell: str) -> str | None:
    """A person or an organisation."""
    word = cell.strip().casefold()
    if word and word not in _TYPE_OF:
        raise CellRefused(f"it is none of {', '.join(sorted(_TYPE_OF))}")
    return _TYPE_OF.get(word)


def address_text(parts: Mapping[str, str | int | None]) -> str | None:
    """The cells of an address as JSON. Without a street or a city it is no address."""
    if not (parts.get("line1") or parts.get("city")):
        return None
    return json.dumps({name: value for name, value in parts.items() if value is not None})
