"""A store may ask more of a new customer than a name; what is missing is named, all of it at once."""

from dataclasses import replace

import pytest

from retail.attributes import Attribute
from retail.customer_required import FIELDS, check_required, needed
from retail.customers import Address, Customer
from retail.errors import RuleBroken
from retail.settings import StoreSettings

CLUB = Attribute("club", "Club")
PLAIN = Customer(id="c", name="Ole")
EVERYTHING = Customer(
    id="c", name="Ole", phone="900", email="o@x.no", title="Dr.", group="t", receipt_email="r@x.no",
    addresses=(Address("a", city="Oslo"),), extras=(("attribute:club", "yes"),),
)  # fmt: skip


def settings(*required: str) -> StoreSettings:
    return StoreSettings("S", customer_attributes=(CLUB,), required_customer_fields=required)


def test_a_name_is_enough_where_nothing_else_is_asked_for() -> None:
    check_required(PLAIN, settings())
    assert needed(settings()) is None


@pytest.mark.parametrize("field", [*FIELDS, "attribute:club"])
def test_each_field_can_be_required(field: str) -> None:
    check_required(EVERYTHING, settings(field))
    with pytest.raises(RuleBroken, match="A new customer needs here: "):
        check_required(PLAIN, settings(field))


def test_all_that_is_missing_is_named() -> None:
    asked = settings("phone", "address", "attribute:club")
    blank = replace(PLAIN, phone="900")

    with pytest.raises(RuleBroken) as refused:
        check_required(blank, asked)

    assert str(refused.value) == "A new customer needs here: Address, Club. Type it."
    assert str(needed(asked)) == "Phone, Address, Club"


@pytest.mark.parametrize("wrong", ["shoe", "attribute:shoe", "name", "attribute"])
def test_what_no_customer_has_cannot_be_required(wrong: str) -> None:
    with pytest.raises(ValueError, match=f"a customer has no '{wrong}'"):
        settings(wrong)
