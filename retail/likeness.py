"""Whether two records of customers may be one person's: the same e-mail, phone, or name and address."""

from collections.abc import Mapping
from enum import StrEnum

from retail.customer_extras import ContactKind, contacts_in
from retail.customers import Customer
from retail.folding import digits_of, fold, fold_code
from retail.messages import phrase
from retail.phones import calling_code, dialled

PHONE_LEAST = 6
"""Fewer digits are no phone number that would tell people apart."""


LEGAL_FORMS = frozenset({
    "as", "asa", "ans", "da", "sa", "nuf", "ab", "bv", "nv", "vof", "cv", "ltd", "limited", "plc", "llc", "llp", "inc",
    "corp", "co", "company", "gmbh", "ag", "kg", "aps", "oy", "oyj",
})  # fmt: skip
"""What stands behind the name of an organisation, or is left out: it tells nobody apart."""


class Likeness(StrEnum):
    """In what two customers are alike, the surest first."""

    EMAIL = "email"
    PHONE = "phone"
    PLACE = "place"


WORDS = {
    Likeness.EMAIL: phrase("Same e-mail"),
    Likeness.PHONE: phrase("Same phone number"),
    Likeness.PLACE: phrase("Same name and address"),
}


def plain_name(name: str) -> str:
    """A name as people are recognised by it: folded, and without the legal form at its end.

    >>> plain_name("Berg Bygg A/S"), plain_name("Berg  Bygg AS"), plain_name("AS")
    ('berg bygg', 'berg bygg', 'as')
    """
    words = fold(name).split()
    while (behind := _legal_words(words)) and behind < len(words):
        del words[-behind:]
    return " ".join(words)


def _legal_words(words: list[str]) -> int:
    """How many words at the end are a legal form: `as`, and `a s` as `A/S` is folded, too."""
    if words and words[-1] in LEGAL_FORMS:
        return 1
    return 2 if all(len(each) == 1 for each in words[-2:]) and "".join(words[-2:]) in LEGAL_FORMS else 0


def marks_of(customer: Customer, country: str = "") -> dict[str, Likeness]:
    """What a customer is recognised by; who shares one of these with another may be the same.

    A phone that names no country is of the country of their address, else of `country`: their store's.
    """
    marks: dict[str, Likeness] = {}
    contacts = contacts_in(customer.extras)
    for email in (customer.email, *[each.value for each in contacts if each.kind is ContactKind.EMAIL]):
        if email:
            marks[f"email {fold_code(email)}"] = Likeness.EMAIL
    home = next((each.country for each in customer.addresses if calling_code(each.country)), country)
    for phone in (customer.phone, *[each.value for each in contacts if each.kind is ContactKind.PHONE]):
        digits = digits_of(phone)
        if len(digits) >= PHONE_LEAST:
            marks |= {f"phone {each}": Likeness.PHONE for each in (digits, dialled(phone, home)) if each}
    name = plain_name(customer.name)
    for address in customer.addresses:
        place = fold(f"{address.line1} {address.postcode} {address.city}")
        if name and address.line1:
            marks[f"place {name}, {place}"] = Likeness.PLACE
    return marks


def likeness(one: Customer, other: Customer, country: str = "") -> Likeness | None:
    """In what these two are alike, in a store of this country; None where nothing says that they are one."""
    return shared(marks_of(one, country), marks_of(other, country))


def shared(marks: Mapping[str, Likeness], theirs: Mapping[str, Likeness]) -> Likeness | None:
    """The first of these marks that is among theirs too."""
    return next((what for mark, what in marks.items() if mark in theirs), None)
