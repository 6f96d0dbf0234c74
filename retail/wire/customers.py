"""Customers and what is changed of them, between their values and the documents and rows they travel as."""

from datetime import datetime

from retail.clock import stamp
from retail.customer_changes import (
    CustomerChange,
    FieldChange,
    check_affiliation,
    check_fields,
)
from retail.customers import Address, Customer, CustomerType, check_address
from retail.errors import RuleBroken
from retail.texts import clean_text
from retail.wire.arrival import address_of
from retail.wire.conversion import address_part
from retail.wire.feeds import CustomerRow
from retail.wire.uploads import CustomerChangeDocument, CustomerDocument, FieldChangePart


def change_document(
    change: CustomerChange, name: str, register: str, store: str, user: str, at: datetime
) -> CustomerChangeDocument:
    """The document of a change that was made on this register of the customer of this name."""
    return CustomerChangeDocument(
        id=change.id,
        register_name=register,
        store=store,
        made_at=stamp(at),
        made_by=user,
        customer=change.customer,
        customer_name=name,
        based_on=change.based_on,
        fields=tuple(
            [
                FieldChangePart(field=str(each.field), before=each.before, after=each.after)
                for each in change.fields
            ]
        ),
        addresses=tuple([address_part(address) for address in change.addresses]),
        affiliations=change.affiliations,
        loyalty_cards=change.loyalty_cards,
    )


def change_of(document: CustomerChangeDocument) -> CustomerChange:
    """The change in a document."""
    return CustomerChange(
        id=document.id,
        customer=document.customer,
        based_on=document.based_on,
        fields=tuple([FieldChange(each.field, each.before, each.after) for each in document.fields]),
        addresses=tuple([address_of(part) for part in document.addresses]),
        affiliations=document.affiliations,
        loyalty_cards=document.loyalty_cards,
    )


def check_change(document: CustomerChangeDocument) -> None:
    """Let a change pass only if a register may have made it.

    Raises:
        RuleBroken: it changes nothing, or to something that no customer can have.
    """
    change = change_of(document)
    if not (change.fields or change.addresses or change.affiliations or change.loyalty_cards):
        raise RuleBroken("It changes nothing.")
    check_fields({each.field: each.after for each in change.fields})
    for address in change.addresses:
        check_address(address)
    for affiliation in change.affiliations:
        check_affiliation(affiliation)
    for card in change.loyalty_cards:
        if not clean_text("Loyalty card", card):
            raise RuleBroken("A loyalty card has no number.")


def customer_of(document: CustomerDocument, account: str | None = None) -> Customer:
    """The customer in a document."""
    return Customer(
        id=document.id,
        name=document.name,
        type=CustomerType(document.type),
        account=account,
        email=document.email,
        phone=document.phone,
        language=document.language,
        business=document.business,
        addresses=tuple([address_of(part) for part in document.addresses]),
        title=document.title,
        group=document.group,
        currency=document.currency,
        receipt_option=document.receipt_option,
        receipt_email=document.receipt_email,
        extras=document.extras,
        affiliations=document.affiliations,
    )


def customer_in(row: CustomerRow) -> Customer:
    """The customer in a row of the feed."""
    return Customer(
        id=row.id,
        name=row.name,
        type=CustomerType(row.type),
        account=row.account,
        email=row.email,
        phone=row.phone,
        language=row.language,
        business=row.business,
        tax_exempt=row.tax_exempt,
        addresses=tuple([Address(**each.model_dump()) for each in row.addresses]),
        affiliations=row.affiliations,
        loyalty_cards=row.loyalty_cards,
        version=row.version,
        changes=row.changes,
        title=row.title,
        group=row.group,
        currency=row.currency,
        receipt_option=row.receipt_option,
        receipt_email=row.receipt_email,
        extras=row.extras,
    )
