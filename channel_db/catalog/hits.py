"""What a search of the catalogue finds: enough to choose from, and the field that what was typed stands in."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from retail.customer_extras import Contact, ContactKind, contacts_in
from retail.customer_search import SearchField
from retail.customers import Customer
from retail.folding import digits_of, fold, fold_code


class Field(StrEnum):
    """Where what was typed was found."""

    NUMBER = "number"
    BARCODE = "barcode"
    NAME = "name"
    ACCOUNT = "account"
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ADDRESS = "address"


FIELDS = {field.value: field for field in Field}


class ProductHit(NamedTuple):
    """A product in a list, as a pack where `unit` names one.

    Units: `price_minor` in minor units of the store's currency.
    """

    field: Field
    number: str
    name: str
    price_minor: int
    sellable: bool
    key_in_price: bool
    barcodes: tuple[str, ...]
    unit: str = ""


class CustomerHit(NamedTuple):
    """A customer in a list; `city` is that of their first address, `place` the address that was looked for."""

    field: Field
    id: str
    account: str | None
    name: str
    email: str
    phone: str
    city: str
    place: str = ""


def rank_of(text: str, home: str = "") -> Callable[..., int]:
    """What stands where in a list for this text, as a key to sort by: whose number, e-mail, phone or card it is, who
    has the phone that was typed by its digits at `home`, whose name begins so, who has such words in their name, all
    others; and last, the more words the higher, who has only some of them. The key takes a hit, and its name folded
    where that is known.
    """
    code, digits, folded = fold_code(text), digits_of(text), fold(text)
    words = folded.split()
    at_home = {home, f"0{home}"} if home else set()

    def rank(hit: CustomerHit, name: str | None = None) -> int:
        field = hit.field
        if field is Field.NAME:  # as most are
            name = fold(hit.name) if name is None else name
            missing = sum(word not in name for word in words) if len(words) > 1 else 0
            return 4 + missing if missing else 2 if name.startswith(folded) else 3
        if field is Field.PHONE:
            dialled = digits_of(hit.phone)
            if dialled != digits and dialled in at_home:
                return 1
            return 0 if dialled == digits else 4
        if field is Field.ACCOUNT:
            is_theirs = fold_code(hit.account or "") == code
        elif field is Field.EMAIL:
            is_theirs = fold_code(hit.email) == code
        else:
            is_theirs = field is Field.CARD
        return 0 if is_theirs else 4

    return rank


def place_of(customer: Customer, text: str) -> str:
    """The address of this customer with every word of the text in it; else their first one, if any."""
    words = fold(text).split()
    folded = [(str(each), f" {fold(str(each))}") for each in customer.addresses]
    found = [place for place, words_of in folded if all(f" {word}" in words_of for word in words)]
    return next(iter([*found, *[place for place, _ in folded]]), "")


def contact_of(customer: Customer, text: str) -> Contact | None:
    """The further contact of this customer that what was typed stands in."""
    code, digits = fold_code(text), digits_of(text)
    for each in contacts_in(customer.extras):
        sought = code if each.kind is ContactKind.EMAIL else digits
        if sought and sought in (fold_code(each.value) if sought is code else digits_of(each.value)):
            return each
    return None


def _is_named(customer: Customer, words: list[str]) -> bool:
    """Whether the words stand in the name; of several one is enough, if they do not stand in an address."""
    name = fold(customer.name)
    if all(word in name for word in words):
        return True
    is_placed = any(all(word in fold(str(each)) for word in words) for each in customer.addresses)
    return not is_placed and any(word in name for word in words)


def hit_of(customer: Customer, text: str) -> CustomerHit:
    """A customer made or changed here, found for this text, as one of the list."""
    code, digits = fold_code(text), digits_of(text)
    if code and code in fold_code(customer.account or ""):
        field = Field.ACCOUNT
    elif code and code in fold_code(customer.email):
        field = Field.EMAIL
    elif digits and digits in digits_of(customer.phone):
        field = Field.PHONE
    elif code and any(code in fold_code(card) for card in customer.loyalty_cards):
        field = Field.CARD
    elif (contact := contact_of(customer, text)) is not None:
        field = Field(contact.kind)
        shown: dict[str, Any] = {contact.kind: contact.value}
        customer = replace(customer, **shown)
    elif _is_named(customer, fold(text).split()):
        field = Field.NAME
    else:
        field = Field.ADDRESS
    return _hit(customer, field, text)


def hit_in(customer: Customer, text: str, only: SearchField) -> CustomerHit | None:
    """A customer found for this text in this field alone, as one of the list; None where it does not stand there."""
    code, digits, words = fold_code(text), digits_of(text), fold(text).split()
    contact = contact_of(customer, text)
    if only in (SearchField.EMAIL, SearchField.PHONE):
        own = fold_code(customer.email) if only is SearchField.EMAIL else digits_of(customer.phone)
        sought = code if only is SearchField.EMAIL else digits
        if sought and sought in own:
            return _hit(customer, Field(only), text)
        if contact is None or contact.kind.value != only.value:
            return None
        shown: dict[str, Any] = {contact.kind: contact.value}
        return _hit(replace(customer, **shown), Field(only), text)
    stands = {
        SearchField.ACCOUNT: bool(code) and code in fold_code(customer.account or ""),
        SearchField.CARD: bool(code) and any(code in fold_code(card) for card in customer.loyalty_cards),
        SearchField.NAME: bool(words) and all(word in fold(customer.name) for word in words),
        SearchField.ADDRESS: bool(words)
        and any(all(word in fold(str(each)) for word in words) for each in customer.addresses),
    }
    return _hit(customer, Field(only), text) if stands[only] else None


def _hit(customer: Customer, field: Field, text: str) -> CustomerHit:
    city = customer.addresses[0].city if customer.addresses else ""
    return CustomerHit(
        field, customer.id, customer.account, customer.name, customer.email, customer.phone, city,
        place_of(customer, text) if field is Field.ADDRESS else "",
    )  # fmt: skip
