"""Customers and their addresses, and what must be right before one is kept."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from retail.customer_extras import EXTRAS_MAX, check_extra
from retail.errors import RuleBroken
from retail.messages import phrase
from retail.texts import check_email, clean_text

NAME_MAX = 100
ADDRESSES_MAX = 100
PENDING_SYNC = phrase("Pending sync")


class CustomerType(StrEnum):
    """Who a customer is: a person, or an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class ReceiptOption(StrEnum):
    """How a customer wants their receipts."""

    PRINTED = "printed"
    EMAIL = "email"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Address:
    """A place goods can be sent to; `region` is its state or county.

    `tax_group` names the group of headquarters' list it is taxed by; where the store knows no such one, by its own
    `tax_percent`.
    """

    id: str
    purpose: str = "Home"
    name: str = ""
    phone: str = ""
    line1: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    region: str = ""
    tax_percent: Decimal | None = None
    tax_group: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.line1, f"{self.postcode} {self.city}".strip()) if part)


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer: `id` is ours for ever, `account` headquarters' number once it has arrived.

    `receipt_option` is one of `ReceiptOption` or empty; `currency` a code, `group` the name of a customer group.
    `extras` are attributes and further contacts by their keys (`customer_extras`), in the order of the keys.
    `tax_exempt` is headquarters' word that they pay no tax; a store's setting says whether it counts.
    `version` counts the changes made to them at registers; `changes` are the newest of these, by their documents.
    """

    id: str
    name: str
    type: CustomerType = CustomerType.PERSON
    account: str | None = None
    email: str = ""
    phone: str = ""
    language: str = ""
    business: bool = False
    tax_exempt: bool = False
    addresses: tuple[Address, ...] = field(default=())
    affiliations: tuple[str, ...] = ()
    loyalty_cards: tuple[str, ...] = ()
    version: int = 0
    changes: tuple[str, ...] = ()
    title: str = ""
    group: str = ""
    currency: str = ""
    receipt_option: str = ""
    receipt_email: str = ""
    extras: tuple[tuple[str, str], ...] = ()

    @property
    def is_pending(self) -> bool:
        """The account id has not arrived yet."""
        return self.account is None

    @property
    def shown_account(self) -> str:
        """What stands where the account id will be."""
        return self.account or PENDING_SYNC


_CURRENCY = re.compile("[A-Z]{3}")


def check_new(customer: Customer) -> Customer:
    """Give back the customer with its texts cleaned, fit to be kept. Only a name is required.

    Raises:
        RuleBroken: no name, a broken e-mail address, too many addresses, or a text that cannot be kept.
    """
    if len(customer.addresses) > ADDRESSES_MAX:
        raise RuleBroken("A customer has at most {limit} addresses. Remove one first.", limit=ADDRESSES_MAX)
    name = clean_text("Name", customer.name, NAME_MAX)
    if not any(sign.isalnum() for sign in name):
        raise RuleBroken("A customer needs a name. Type the name.")
    if len(customer.extras) > EXTRAS_MAX:
        raise RuleBroken(
            "A customer has at most {limit} attributes and contacts. Remove one first.", limit=EXTRAS_MAX
        )
    if customer.currency and not _CURRENCY.fullmatch(customer.currency):
        raise RuleBroken("{currency} is no currency. Type its three letters.", currency=customer.currency)
    if customer.receipt_option not in ("", *ReceiptOption):
        raise RuleBroken("There is no receipt preference {option}. Choose printed, email, both or none.",
                         option=customer.receipt_option)  # fmt: skip
    return replace(
        customer, name=name, email=check_email(customer.email), title=clean_text("Title", customer.title, 60),
        group=clean_text("Customer group", customer.group, 60), receipt_email=check_email(customer.receipt_email),
        phone=clean_text("Phone", customer.phone, 40),
        addresses=tuple(check_address(address) for address in customer.addresses),
        extras=tuple(sorted((key, clean) for key, text in customer.extras if (clean := check_extra(key, text)))),
    )  # fmt: skip


def check_address(address: Address) -> Address:
    """Give back the address with its texts cleaned.

    Raises:
        RuleBroken: neither street nor city, or a text that cannot be kept.
    """
    clean = Address(
        id=address.id, purpose=clean_text("Purpose", address.purpose, 40),
        name=clean_text("Name", address.name, NAME_MAX), phone=clean_text("Phone", address.phone, 40),
        line1=clean_text("Street", address.line1), postcode=clean_text("Postcode", address.postcode, 20),
        city=clean_text("City", address.city, 60), country=clean_text("Country", address.country, 60),
        region=clean_text("Region", address.region, 60), tax_percent=address.tax_percent,
        tax_group=clean_text("Tax group", address.tax_group, 100),
    )  # fmt: skip
    if not clean.line1 and not clean.city:
        raise RuleBroken("An address needs a street or a city. Type one of them.")
    return clean
