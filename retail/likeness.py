"""Whether two records of customers may be one person's: the same e-mail, phone, or name and address."""

from enum import StrEnum

from retail.customer_extras import ContactKind, contacts_in
from retail.customers import Customer
from retail.folding import digits_of, fold, fold_code
from retail.messages import phrase

PHONE_LEAST = 6
"""Fewer digits are no phone number that would tell people apart."""


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


def marks_of(customer: Customer) -> dict[str, Likeness]:
    """What a customer is recognised by; who shares one of these with another may be the same."""
    marks: dict[str, Likeness] = {}
    contacts = contacts_in(customer.extras)
    for email in (customer.email, *[each.value for each in contacts if each.kind is ContactKind.EMAIL]):
        if email:
            marks[f"email {fold_code(email)}"] = Likeness.EMAIL
    for phone in (customer.phone, *[each.value for each in contacts if each.kind is ContactKind.PHONE]):
        digits = digits_of(phone)
        if len(digits) >= PHONE_LEAST:
            marks[f"phone {digits}"] = Likeness.PHONE
    name = fold(customer.name)
    for address in customer.addresses:
        place = fold(f"{address.line1} {address.postcode} {address.city}")
        if name and address.line1:
            marks[f"place {name}, {place}"] = Likeness.PLACE
    return marks


def likeness(one: Customer, other: Customer) -> Likeness | None:
    """In what these two are alike; None where nothing says that they are one."""
    theirs = marks_of(other)
    return next((what for mark, what in marks_of(one).items() if mark in theirs), None)
