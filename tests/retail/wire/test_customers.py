"""Customers and their changes travel whole, and what no register may have made is refused."""

from dataclasses import replace
from typing import Any

import pytest

from retail.customer_changes import CustomerChange, CustomerField, FieldChange, merge
from retail.errors import RuleBroken
from retail.wire.conversion import address_part, customer_document
from retail.wire.customers import change_document, change_of, check_change, customer_in, customer_of
from retail.wire.feeds import AddressRow, CustomerRow
from retail.wire.uploads import CustomerChangeDocument
from tests.retail.shop import ANNA, HOME, NOW

CHANGE = CustomerChange(
    "01900000-0000-7000-8000-0000000000d1",
    ANNA.id,
    2,
    fields=(FieldChange(CustomerField.PHONE, "", "55"),),
    addresses=(HOME,),
    affiliations=("VIP",),
    loyalty_cards=("LC1",),
)
DOCUMENT = change_document(CHANGE, ANNA.name, "HOUSTON-1", "HOUSTON", "cashier", NOW)


def test_a_change_travels_whole() -> None:
    again = CustomerChangeDocument.read(DOCUMENT.written())

    assert (again, change_of(again)) == (DOCUMENT, CHANGE)
    assert (again.customer_name, again.made_by, again.based_on) == ("Anna Berg", "cashier", 2)
    check_change(again)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"fields": (), "addresses": (), "affiliations": (), "loyalty_cards": ()}, "changes nothing"),
        ({"fields": ({"field": "name", "before": "Anna Berg", "after": ""},)}, "needs a name"),
        ({"fields": ({"field": "type", "before": "person", "after": "robot"},)}, "customer type robot"),
        ({"affiliations": ("-",)}, "affiliation needs a name"),
        ({"loyalty_cards": (" ",)}, "no number"),
        ({"addresses": (address_part(replace(HOME, line1="", city="")),)}, "street or a city"),
    ],
)
def test_a_change_that_no_register_makes_is_refused(fault: dict[str, Any], words: str) -> None:
    document = CustomerChangeDocument.model_validate({**dict(DOCUMENT), **fault})

    with pytest.raises(RuleBroken, match=words):
        check_change(document)


def test_a_customer_comes_back_from_their_document_and_their_row() -> None:
    made = replace(ANNA, account=None)
    document = customer_document(made, "HOUSTON-1", "HOUSTON", "cashier", NOW)
    changed, _ = merge(replace(made, account="1001"), CHANGE)
    row = CustomerRow(
        **document.model_dump(include={"id", "type", "name", "email", "language", "business"}),
        account="1001", phone="55", affiliations=("VIP",), loyalty_cards=("LC1",), version=1, changes=(CHANGE.id,),
        addresses=tuple(AddressRow(**each.model_dump()) for each in document.addresses),
    )  # fmt: skip

    assert customer_of(document) == made
    assert customer_of(document, "1001").account == "1001"
    assert replace(customer_in(row), addresses=()) == replace(changed, addresses=())
