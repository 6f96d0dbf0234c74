"""What a new customer takes over from the store's default customer, and from the group they belong to."""

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from retail.customers import Customer, CustomerType, ReceiptOption
from retail.errors import RuleBroken
from retail.messages import phrase

if TYPE_CHECKING:
    from retail.settings import StoreSettings


RECEIPT_WORDS = {
    ReceiptOption.PRINTED: phrase("Printed"),
    ReceiptOption.EMAIL: phrase("By e-mail"),
    ReceiptOption.BOTH: phrase("Printed and by e-mail"),
    ReceiptOption.NONE: phrase("No receipt"),
}


@dataclass(frozen=True, slots=True)
class DefaultCustomer:
    """The store's default customer: what new customers start as. Empty is what the store itself has, or nothing."""

    type: CustomerType = CustomerType.PERSON
    group: str = ""
    receipt_option: str = ""
    receipt_email: str = ""
    currency: str = ""
    language: str = ""
    affiliations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.receipt_option:
            ReceiptOption(self.receipt_option)


NO_DEFAULT = DefaultCustomer()
"""The default customer of a store that has set none."""


@dataclass(frozen=True, slots=True)
class CustomerGroup:
    """A group of customers; `dimensions` are the financial dimensions (name, value) of those who belong to it."""

    group: str
    name: str = ""
    dimensions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Something customers can belong to, which prices and charges ask for."""

    affiliation: str
    name: str = ""


def inherit(
    customer: Customer, typed: Container[str], settings: "StoreSettings", *, with_affiliations: bool
) -> Customer:
    """The customer with what was not typed: the default customer's, then the store's.

    A receipt e-mail is taken over only where none was typed. Affiliations are, only where the customer may have some
    already: not while the account id is pending, unless the store's setting says so (decision 19).
    """
    default = settings.default_customer
    values: dict[str, Any] = {
        "type": default.type,
        "group": default.group,
        "receipt_option": default.receipt_option,
        "currency": default.currency or settings.currency,
        "language": default.language or settings.language,
    }
    missing = {name: value for name, value in values.items() if name not in typed}
    receipt_email = customer.receipt_email or default.receipt_email
    affiliations = default.affiliations if with_affiliations else ()
    return replace(customer, **missing, receipt_email=receipt_email, affiliations=affiliations)


def dimensions_of(group: str, settings: "StoreSettings") -> dict[str, str]:
    """The financial dimensions of a customer of this group: the group's, never the default customer's own."""
    return next((dict(each.dimensions) for each in settings.customer_groups if each.group == group), {})


def check_choices(customer: Customer, settings: "StoreSettings") -> None:
    """Let a customer pass whose group is one the store knows.

    Raises:
        RuleBroken: it is not.
    """
    groups = [each.group for each in settings.customer_groups]
    if groups and customer.group and customer.group not in groups:
        raise RuleBroken("There is no customer group {group}. Choose one of: {groups}.",
                         group=customer.group, groups=", ".join(groups))  # fmt: skip


def known_affiliation(typed: str, settings: "StoreSettings") -> str:
    """The affiliation that was typed, by its name too, as the store knows it; anything where it names none.

    Raises:
        RuleBroken: the store names others.
    """
    known, sought = settings.affiliations, typed.strip().casefold()
    if not known or not sought:
        return typed
    for each in known:
        if sought in (each.affiliation.casefold(), each.name.casefold()):
            return each.affiliation
    raise RuleBroken("There is no affiliation {affiliation}. Choose one of: {affiliations}.",
                     affiliation=typed, affiliations=", ".join([each.affiliation for each in known]))  # fmt: skip
