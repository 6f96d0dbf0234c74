"""What a new customer needs besides a name, where a store asks for more (decision 39)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from retail.customer_extras import ATTRIBUTE, attribute_key
from retail.customers import Customer
from retail.errors import CannotBe, RuleBroken
from retail.messages import Message, Name, listed, phrase, say

if TYPE_CHECKING:
    from retail.settings import StoreSettings

FIELDS: Mapping[str, str] = {
    "phone": phrase("Phone"),
    "email": phrase("E-mail"),
    "address": phrase("Address"),
    "title": phrase("Title"),
    "group": phrase("Group"),
    "receipt_email": phrase("Receipt e-mail"),
}
"""What can be required, and what it is called; an attribute is required by its key, `attribute:club`."""


def check_known(required: tuple[str, ...], attributes: frozenset[str]) -> None:
    """Let settings pass that require only what a customer can have.

    Raises:
        CannotBe: names what no customer has.
    """
    for each in required:
        kind, _, attribute = each.partition(":")
        if each not in FIELDS and not (kind == ATTRIBUTE and attribute in attributes):
            raise CannotBe("a customer has no '{field}' that could be required", field=each)


def check_required(customer: Customer, settings: "StoreSettings") -> None:
    """Let a new customer pass who has all that the store asks for.

    Raises:
        RuleBroken: names what is missing.
    """
    missing = [each for each in settings.required_customer_fields if not _is_there(customer, each)]
    if missing:
        what = listed([name_of(each, settings) for each in missing])
        raise RuleBroken("A new customer needs here: {what}. Type it.", what=what)


def needed(settings: "StoreSettings") -> Message | None:
    """What is asked for besides the name; None where a name is enough."""
    names = [name_of(each, settings) for each in settings.required_customer_fields]
    return listed(names) if names else None


def name_of(field: str, settings: "StoreSettings") -> Message:
    """What a required field is called."""
    if field in FIELDS:
        return say("{name}", name=Name(FIELDS[field]))
    names = {attribute_key(each.attribute): each.name for each in settings.customer_attributes}
    return say("{name}", name=names[field])


def _is_there(customer: Customer, field: str) -> bool:
    if field == "address":
        return bool(customer.addresses)
    if field in FIELDS:
        return bool(getattr(customer, field).strip())
    return bool(dict(customer.extras).get(field, ""))
