"""A new customer takes over what was not typed: the default customer's, then the store's."""

from dataclasses import replace

import pytest

from retail.customer_defaults import (
    Affiliation,
    CustomerGroup,
    DefaultCustomer,
    check_choices,
    dimensions_of,
    inherit,
    known_affiliation,
)
from retail.customers import Customer, CustomerType, ReceiptOption, check_new
from retail.errors import RuleBroken
from retail.wire.settings import settings_of, settings_values
from tests.retail.shop import SETTINGS

DEFAULT = DefaultCustomer(
    CustomerType.ORGANISATION, "trade", "both", "shop@example.com", "NOK", "nb", ("Members", "Trade")
)
GROUPS = (
    CustomerGroup("trade", "Trade", (("Department", "020"), ("Channel", "store"))),
    CustomerGroup("staff"),
)
STORE = replace(SETTINGS, currency="USD", language="en", default_customer=DEFAULT, customer_groups=GROUPS)
OLE = Customer("1", "Ole Moe")


def test_everything_that_was_not_typed_is_the_default_customers() -> None:
    made = inherit(OLE, {"name"}, STORE, with_affiliations=True)

    assert made == Customer(
        "1", "Ole Moe", type=CustomerType.ORGANISATION, group="trade", receipt_option="both",
        receipt_email="shop@example.com", currency="NOK", language="nb", affiliations=("Members", "Trade"),
    )  # fmt: skip


def test_what_was_typed_stands_even_if_it_is_empty_and_pending_customers_get_no_affiliation() -> None:
    typed = {"name", "type", "group", "receipt_option", "currency", "language", "receipt_email"}

    made = inherit(replace(OLE, receipt_email="ole@example.com"), typed, STORE, with_affiliations=False)

    assert made == replace(OLE, receipt_email="ole@example.com")


def test_without_a_default_customer_it_is_the_store() -> None:
    made = inherit(OLE, {"name"}, replace(STORE, default_customer=DefaultCustomer()), with_affiliations=True)

    assert made == replace(OLE, currency="USD", language="en")


def test_financial_dimensions_are_those_of_the_group() -> None:
    assert dimensions_of("trade", STORE) == {"Department": "020", "Channel": "store"}
    assert dimensions_of("staff", STORE) == dimensions_of("unknown", STORE) == {}


def test_a_group_the_store_does_not_know_is_refused_where_it_knows_any() -> None:
    check_choices(replace(OLE, group="staff"), STORE)
    check_choices(OLE, STORE)
    check_choices(replace(OLE, group="gold"), SETTINGS)
    with pytest.raises(RuleBroken, match=r"There is no customer group gold\. Choose one of: trade, staff\."):
        check_choices(replace(OLE, group="gold"), STORE)


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("currency", "kr", "kr is no currency"),
        ("receipt_option", "fax", "no receipt preference fax"),
        ("receipt_email", "ole@", "not an e-mail address"),
    ],
)
def test_what_nobody_can_have_is_refused(field: str, typed: str, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        check_new(replace(OLE, **{field: typed}))  # type: ignore[arg-type]  # the field is one of texts


def test_every_receipt_preference_can_be_kept() -> None:
    for option in ReceiptOption:
        assert check_new(replace(OLE, receipt_option=option)).receipt_option == option
    with pytest.raises(ValueError, match="fax"):
        DefaultCustomer(receipt_option="fax")


def test_the_default_customer_and_groups_travel_with_the_settings() -> None:
    assert settings_of(settings_values(STORE)) == STORE


@pytest.mark.parametrize("typed", ["vip", " VIP ", "very important"])
def test_an_affiliation_is_found_by_what_it_is_called_among_those_that_the_store_names(typed: str) -> None:
    store = replace(STORE, affiliations=(Affiliation("STAFF"), Affiliation("VIP", "Very important")))

    assert known_affiliation(typed, store) == "VIP"
    assert known_affiliation("", store) == ""
    assert known_affiliation("Anything", STORE) == "Anything"
    with pytest.raises(RuleBroken, match=r"There is no affiliation Gold. Choose one of: STAFF, VIP\."):
        known_affiliation("Gold", store)
