"""Two records of one customer are recognised, however they were typed; two customers are not taken for one."""

import pytest

from retail.customers import Address, Customer
from retail.likeness import Likeness, likeness, plain_name

STREET = Address("1", line1="Storgt. 1", postcode="5003", city="Bergen")
ANNA = Customer("1", "Anna Bjørk", email="Anna@Example.com", phone="+47 (900) 12-345", addresses=(STREET,))


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (Customer("2", "A. B.", email=" anna@example.COM"), Likeness.EMAIL),
        (Customer("2", "A. B.", phone="4790012345"), Likeness.PHONE),
        (Customer("2", "Anna Bjørk", email="anna@example.com", phone="4790012345"), Likeness.EMAIL),
        (
            Customer("2", "anna  bjork", addresses=(Address("2", city="Oslo"), Address("3", line1="STORGT 1",
                     postcode="5003", city="bergen"))),
            Likeness.PLACE,
        ),
        (Customer("2", "Anna Bjørk"), None),
        (Customer("2", "Anna Bjørk", addresses=(Address("2", city="Bergen"),)), None),
        (Customer("2", "Anna Berg", addresses=(STREET,)), None),
        (Customer("2", "Anna Bjørk", phone="47"), None),
    ],
)  # fmt: skip
def test_customers_are_alike_by_email_phone_or_name_and_address(
    other: Customer, what: Likeness | None
) -> None:
    assert likeness(ANNA, other) is what
    assert likeness(other, ANNA) is what


def test_what_is_empty_makes_nobody_alike() -> None:
    assert likeness(Customer("1", "Ole", phone="1"), Customer("2", "Ole", phone="1")) is None
    assert likeness(Customer("1", "!", addresses=(STREET,)), Customer("2", "?", addresses=(STREET,))) is None


@pytest.mark.parametrize(
    "name",
    ["Berg Bygg", "Berg Bygg AS", "BERG BYGG A/S", "Berg Bygg Co. Ltd.", "Berg Bygg b.v.", "berg bygg as as"],
)
def test_an_organisation_is_the_same_with_another_legal_form(name: str) -> None:
    known = Customer("1", "Berg Bygg AS", addresses=(STREET,))

    assert plain_name(name) == "berg bygg"
    assert likeness(Customer("2", name, addresses=(STREET,)), known) is Likeness.PLACE


def test_a_name_that_is_only_a_legal_form_stays() -> None:
    assert [plain_name(each) for each in ("AS", "A/S", "", "As Ltd", "Berg A B C")] == [
        "as", "a s", "", "as", "berg a b c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "country", "are_alike"),
    [
        ("+47 912 34 567", "91234567", "NO", True),
        ("0047 91234567", "912 34 567", "no", True),
        ("4791234567", "91234567", "NO", True),
        ("+31 (0)6 1234 5678", "06-12345678", "NL", True),
        ("+31612345678", "612345678", "NL", True),
        ("+1 (713) 555-0100", "713 555 0100", "US", True),
        ("+46 91234567", "91234567", "NO", False),
        ("+46 91234567", "+47 91234567", "NO", False),
        ("+47 91234567", "91234567", "", False),
        ("+47 91234567", "91234568", "NO", False),
        ("47123456", "+47 123456", "NO", True),
    ],
)
def test_a_phone_is_the_same_with_and_without_the_code_of_its_country(
    one: str, other: str, country: str, are_alike: bool
) -> None:
    pair = Customer("1", "A", phone=one), Customer("2", "B", phone=other)

    assert [likeness(*each, country) is Likeness.PHONE for each in (pair, pair[::-1])] == [are_alike] * 2


def test_a_phone_is_of_the_country_where_the_customer_lives() -> None:
    swedish = Customer("2", "B", phone="070-1234567", addresses=(Address("3", city="Malmö", country="SE"),))

    assert likeness(Customer("1", "A", phone="+46 70 123 45 67"), swedish, "NO") is Likeness.PHONE
    assert likeness(Customer("1", "A", phone="+47 70 123 45 67"), swedish, "NO") is None
