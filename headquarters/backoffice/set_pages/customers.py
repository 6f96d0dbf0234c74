"""Set-up pages of customers: what stores ask of them, their groups and attributes, and what new ones begin as."""

from typing import Any

from starlette.requests import Request
from starlette_admin import StringField

from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.set_pages.attributes import PairsField, attribute_fields
from headquarters.backoffice.set_pages.columns import (
    choice,
    field,
    key,
    named,
    said_once,
    texts,
)
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.drafts.customers import (
    AffiliationDraft,
    CustomerAttributeDraft,
    CustomerGroupDraft,
    CustomerSet,
    DefaultCustomerDraft,
)
from retail.customer_defaults import RECEIPT_WORDS
from retail.customers import CustomerType
from retail.messages import phrase

TYPES = (
    (CustomerType.PERSON.value, phrase("person")),
    (CustomerType.ORGANISATION.value, phrase("organisation")),
)
RECEIPTS = tuple((each.value, words) for each, words in RECEIPT_WORDS.items())


class CustomerSets(SetUpView):
    """What stores ask of customers."""

    fields = (
        key(),
        said_once("code"),
        texts("required_customer_fields"),
        texts("customer_shortcuts"),
        field(CustomerSet, "loyalty_card_prefix", exclude_from_list=False),
    )
    related = (
        ("customer-groups", phrase("Customer groups"), "customers", "code"),
        ("customer-attributes", phrase("Customer attributes"), "customers", "code"),
        ("affiliations", phrase("Affiliations"), "customers", "code"),
        ("stores", phrase("Stores"), "customers", "code"),
    )


class CustomerGroups(SetUpView):
    """Customer groups with their financial dimensions."""

    is_deleted_here = True
    fields = (
        key(),
        named("customers", CustomerSet.code, exclude_from_edit=True),
        StringField("group", label=lazily(label("group")), required=True, maxlength=60),
        StringField("name", label=lazily(label("name")), maxlength=100),
        PairsField(
            "dimensions", label=lazily(label("dimensions")), rows=3, searchable=False, orderable=False, filters=[]
        ),
        field(CustomerGroupDraft, "position", exclude_from_list=False),
    )  # fmt: skip

    def _wrong(self, request: Request, field: Any, value: Any) -> str:
        if field.name == "dimensions" and not all(name and said for name, said in value):
            return phrase("Type a dimension and its value on each line, like Department: 42.")
        return super()._wrong(request, field, value)


class CustomerAttributes(SetUpView):
    """Customer attributes."""

    is_deleted_here = True
    fields = (
        key(),
        named("customers", CustomerSet.code, exclude_from_edit=True),
        StringField("attribute", label=lazily(label("attribute")), required=True, maxlength=40),
        StringField("name", label=lazily(label("name")), required=True, maxlength=100),
        *attribute_fields("default"),
        field(CustomerAttributeDraft, "position", exclude_from_list=False),
    )  # fmt: skip


class Affiliations(SetUpView):
    """Affiliations."""

    is_deleted_here = True
    fields = (
        key(),
        named("customers", CustomerSet.code, exclude_from_edit=True),
        StringField("affiliation", label=lazily(label("affiliation")), required=True, maxlength=60),
        StringField("name", label=lazily(label("name")), maxlength=100),
        field(AffiliationDraft, "position", exclude_from_list=False),
    )


class DefaultCustomers(SetUpView):
    """What new customers begin as."""

    fields = (
        key(),
        said_once("code"),
        choice("type", TYPES),
        StringField("group", label=lazily(label("group")), maxlength=60),
        choice("receipt_option", RECEIPTS, required=False),
        StringField("receipt_email", label=lazily(label("receipt_email")), maxlength=100, exclude_from_list=True),
        StringField("currency", label=lazily(label("currency")), maxlength=3, exclude_from_list=True),
        choice("language", tuple(LANGUAGES.items()), required=False, exclude_from_list=True),
        texts("affiliations", label=lazily(label("affiliation_lines"))),
    )  # fmt: skip
    related = (("stores", phrase("Stores"), "customer_template", "code"),)


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (CustomerSets, CustomerSet, "customer-sets", phrase("Customer parameters"), phrase("customer parameters")),
    (CustomerGroups, CustomerGroupDraft, "customer-groups", phrase("Customer groups"), phrase("customer group")),
    (
        CustomerAttributes, CustomerAttributeDraft, "customer-attributes", phrase("Customer attributes"),
        phrase("customer attribute"),
    ),
    (Affiliations, AffiliationDraft, "affiliations", phrase("Affiliations"), phrase("affiliation")),
    (
        DefaultCustomers, DefaultCustomerDraft, "default-customers", phrase("Default customers"),
        phrase("default customer"),
    ),
)  # fmt: skip
