"""What is changed of a customer, merged by field: each value with the one it rested on, so that no version is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from retail.customer_extras import EXTRAS_MAX, Contact
from retail.customers import ADDRESSES_MAX, Address, Customer, CustomerType, check_address, check_new
from retail.errors import RuleBroken
from retail.texts import clean_text

CHANGES_KEPT = 100
"""So many changes a customer remembers by their documents; older ones are known by the version alone."""

AFFILIATION_MAX = 60
CARDS_MAX = 20


class CustomerField(StrEnum):
    """What can be edited of a customer, each by itself."""

    NAME = "name"
    TYPE = "type"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    BUSINESS = "business"
    TITLE = "title"
    GROUP = "group"
    CURRENCY = "currency"
    RECEIPT_OPTION = "receipt_option"
    RECEIPT_EMAIL = "receipt_email"


_FIELDS = frozenset(CustomerField)
_ADDRESS = "address"
ADDRESS_PARTS = ("purpose", "name", "phone", "line1", "postcode", "city", "country", "region")
"""What can be edited of an address, each by itself under a key of its own: `address:<id>:city`."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field, or a key of what else is said, with the value it rested on and the one it gets, as texts."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CustomerChange:
    """One change of a customer; `based_on` is the version that was seen when it was made."""

    id: str
    customer: str
    based_on: int
    fields: tuple[FieldChange, ...] = ()
    addresses: tuple[Address, ...] = ()
    affiliations: tuple[str, ...] = ()
    loyalty_cards: tuple[str, ...] = ()


class Version(NamedTuple):
    """One value that somebody gave a field: the change it came with, when that was made, and what it rested on."""

    change: str
    made_at: datetime
    before: str
    after: str


def standing(versions: Iterable[Version]) -> Version | None:
    """The one of the versions of a field that stands, whatever order changes arrived in; those of one register are here
    in the order they were made. Who knew the value that stood gave another one on purpose; of those who did not know
    of each other, the one made later stands.

    >>> at = datetime.fromisoformat
    >>> late, early = Version("a", at("2026-11-02T10:00"), "", "1"), Version("b", at("2026-11-02T09:00"), "", "2")
    >>> standing([late, early]).after, standing([early, late]).after
    ('1', '1')
    >>> standing([late, Version("c", at("2026-11-02T08:00"), "1", "3"), early]).after
    '3'
    """
    stands: Version | None = None
    for each in versions:
        if stands is None or each.before == stands.after:
            # A clock that is behind must not make it older than what it was put in the place of.
            stands = each if stands is None else each._replace(made_at=max(each.made_at, stands.made_at))
        elif (each.made_at, each.change) > (stands.made_at, stands.change):
            stands = each
    return stands


@dataclass(frozen=True, slots=True)
class Collision:
    """A field that somebody else had changed meanwhile: the later value stands, and this is what it replaced."""

    change: FieldChange
    replaced: str


def value_of(customer: Customer, field: str) -> str:
    """One field, a part of an address, or what else is said under such a key, as a text."""
    if (place := _place_of(field)) is not None:
        found = next((each for each in customer.addresses if each.id == place.id), None)
        return "" if found is None else str(getattr(found, place.part))
    if field not in _FIELDS:
        return dict(customer.extras).get(field, "")
    if field == CustomerField.BUSINESS:
        return "yes" if customer.business else "no"
    return str(getattr(customer, field))


def with_value(customer: Customer, field: str, text: str) -> Customer:
    """The customer with another value in one field, or under a key of what else is said of them.

    Raises:
        RuleBroken: no customer can have this value.
    """
    value: Any = text
    if (place := _place_of(field)) is not None:
        part: dict[str, Any] = {place.part: text}
        return replace(customer, addresses=tuple(
            replace(each, **part) if each.id == place.id else each for each in customer.addresses
        ))  # fmt: skip
    if field not in _FIELDS:
        extras = {**dict(customer.extras), field: text}
        return replace(customer, extras=tuple(sorted((key, each) for key, each in extras.items() if each)))
    if field == CustomerField.TYPE:
        types = {each.value: each for each in CustomerType}
        if text not in types:
            raise RuleBroken("There is no customer type {type}. Choose person or organisation.", type=text)
        value = types[text]
    elif field == CustomerField.BUSINESS:
        value = text == "yes"
    changed: dict[str, Any] = {str(field): value}
    return replace(customer, **changed)


def edit(
    id: str, customer: Customer, typed: Mapping[CustomerField, str] | Mapping[str, str]
) -> CustomerChange:
    """The change that gives these fields these values; those that are so already are left out.

    Raises:
        RuleBroken: a value that cannot be kept, or nothing that would be different.
    """
    clean = check_fields(typed)
    fields = [FieldChange(each, value_of(customer, each), text) for each, text in clean.items()]
    different = tuple(each for each in fields if each.before != each.after)
    if not different:
        raise RuleBroken("Nothing would be different. Type what is to change, or close.")
    return CustomerChange(id, customer.id, customer.version, fields=different)


def check_fields(typed: Mapping[CustomerField, str] | Mapping[str, str]) -> dict[str, str]:
    """Give back these values cleaned. What is not among them may be as it likes: it is not what is being changed.

    Raises:
        RuleBroken: a value that cannot be kept.
    """
    places = {place.id for field in typed if (place := _place_of(field)) is not None}
    customer = Customer(
        id="", name="x", addresses=tuple(Address(each, line1="x", city="x") for each in places)
    )
    for field, text in typed.items():
        customer = with_value(customer, field, text)
    customer = replace(check_new(customer), language=clean_text("Language", customer.language, 10))
    return {field: value_of(customer, field) for field in typed}


def edit_address(id: str, customer: Customer, address: str, typed: Mapping[str, str]) -> CustomerChange:
    """The change that gives these parts of an address these values, each merged by itself.

    Raises:
        RuleBroken: the customer has no such address, a value cannot be kept, or nothing would be different.
    """
    stands = next((each for each in customer.addresses if each.id == address), None)
    if stands is None:
        raise RuleBroken("{name} has no such address any more. Open the customer again.", name=customer.name)
    parts: dict[str, Any] = {part: text for part, text in typed.items() if part in ADDRESS_PARTS}
    clean = check_address(replace(stands, **parts))
    return edit(id, customer, {f"{_ADDRESS}:{address}:{part}": getattr(clean, part) for part in parts})


def name_of_field(field: str) -> str:
    """What people call a field: `city of an address`, the attribute's or the contact's own name."""
    place = _place_of(field)
    return field.partition(":")[2] or field if place is None else f"{place.part} of an address"


class _Place(NamedTuple):
    """A part of an address."""

    id: str
    part: str


def _place_of(field: str) -> _Place | None:
    kind, _, rest = field.partition(":")
    id, _, part = rest.rpartition(":")
    return _Place(id, part) if kind == _ADDRESS and id and part in ADDRESS_PARTS else None


def set_contact(id: str, customer: Customer, contact: Contact, *, remove: bool = False) -> CustomerChange:
    """The change that adds a contact, says another consent, or takes the contact away.

    Raises:
        RuleBroken: nothing would be different, or there are too many.
    """
    is_new = contact.key not in dict(customer.extras)
    if is_new and len(customer.extras) >= EXTRAS_MAX:
        raise RuleBroken(
            "A customer has at most {limit} attributes and contacts. Remove one first.", limit=EXTRAS_MAX
        )
    return edit(id, customer, {contact.key: "" if remove else contact.consent})


def add_address(id: str, customer: Customer, address: Address) -> CustomerChange:
    """The change that adds an address.

    Raises:
        RuleBroken: there are too many, or the address cannot be kept.
    """
    if len(customer.addresses) >= ADDRESSES_MAX:
        raise RuleBroken(
            "A customer has at most {limit} addresses. Have headquarters remove one first.",
            limit=ADDRESSES_MAX,
        )
    return CustomerChange(id, customer.id, customer.version, addresses=(check_address(address),))


def add_affiliation(id: str, customer: Customer, affiliation: str) -> CustomerChange:
    """The change that adds an affiliation.

    Raises:
        RuleBroken: it has no name, one that cannot be kept, or the customer has it.
    """
    clean = check_affiliation(affiliation)
    if clean.casefold() in {each.casefold() for each in customer.affiliations}:
        raise RuleBroken("{name} has the affiliation {affiliation} already. Choose another one.",
                         name=customer.name, affiliation=clean)  # fmt: skip
    return CustomerChange(id, customer.id, customer.version, affiliations=(clean,))


def check_affiliation(affiliation: str) -> str:
    """Give back the affiliation cleaned.

    Raises:
        RuleBroken: it has no name, or one that cannot be kept.
    """
    clean = clean_text("Affiliation", affiliation, AFFILIATION_MAX)
    if not any(sign.isalnum() for sign in clean):
        raise RuleBroken("An affiliation needs a name. Type it.")
    return clean


def issue_card(id: str, customer: Customer, number: str) -> CustomerChange:
    """The change that gives a loyalty card; the number was checked.

    Raises:
        RuleBroken: the customer has it, or has too many.
    """
    if number in customer.loyalty_cards:
        raise RuleBroken(
            "{name} has the card {card} already. Scan another card.", name=customer.name, card=number
        )
    if len(customer.loyalty_cards) >= CARDS_MAX:
        raise RuleBroken(
            "A customer has at most {limit} loyalty cards. Have headquarters remove one first.",
            limit=CARDS_MAX,
        )
    return CustomerChange(id, customer.id, customer.version, loyalty_cards=(number,))


def merge(customer: Customer, change: CustomerChange) -> tuple[Customer, tuple[Collision, ...]]:
    """The customer with this change, whatever happened meanwhile, and the fields that somebody else had changed.

    Fields go each by itself, the later one stands; addresses, affiliations and cards are only ever added. A change
    that is known changes nothing.
    """
    if change.id in customer.changes:
        return customer, ()
    merged, collisions = customer, []
    for each in change.fields:
        stands = value_of(customer, each.field)
        if stands not in (each.before, each.after):
            collisions.append(Collision(each, stands))
        merged = with_value(merged, each.field, each.after)
    addresses = {each.id for each in customer.addresses}
    affiliations = {each.casefold() for each in customer.affiliations}
    merged = replace(
        merged,
        addresses=(
            *merged.addresses,
            *[each for each in change.addresses if each.id not in addresses],
        ),
        affiliations=(
            *customer.affiliations,
            *[each for each in change.affiliations if each.casefold() not in affiliations],
        ),
        loyalty_cards=tuple(dict.fromkeys((*customer.loyalty_cards, *change.loyalty_cards))),
        version=merged.version + 1,
        changes=(*merged.changes, change.id)[-CHANGES_KEPT:],
    )
    return merged, tuple(collisions)


def as_changed_here(customer: Customer, changes: Sequence[CustomerChange]) -> Customer:
    """The customer as headquarters knows them, with what was changed here (oldest first) and it does not know yet.

    What one register changed is taken in its order: if headquarters knows one of the changes, it knows those before.
    """
    unknown: list[CustomerChange] = []
    for change in reversed(changes):
        if change.id in customer.changes or customer.version >= change.based_on + CHANGES_KEPT:
            break
        unknown.append(change)
    for change in reversed(unknown):
        customer, _ = merge(customer, change)
    return customer
