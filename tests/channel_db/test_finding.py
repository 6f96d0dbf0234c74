"""Customers and orders of headquarters are found by what people say of them."""

from typing import Any

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.unit_of_work import driver_of
from retail.phones import at_home
from tests.channel_db.making import NOW, rows, uuid
from tests.channel_db.test_pages import customer_row, order_row

NAMES = ["Åse Bjørnson", "José García-Peña", "Customer 17850", "Anna Hansen", "Hans Anderson", "O'Brien"]


@pytest.fixture
def shop(catalog: Catalog) -> Catalog:
    people = {uuid(1, number): customer_row(number, name) for number, name in enumerate(NAMES, 1)}
    orders = {
        uuid(3, number): order_row(number, name, origin="online" if number > 2 else "store")
        for number, name in enumerate(NAMES, 1)
    }
    catalog.apply_page("customers", rows(people), "1", NOW)
    catalog.apply_page("orders", rows(orders), "1", NOW)
    return catalog


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ase", [0]),
        ("BJØRN", [0]),
        ("pena jo", [1]),
        ("17850", [2]),
        ("anna han", [3]),
        ("han", [3, 4]),
        ("han an", [3, 4]),
        ("an", [3, 4]),
        ("c000002", [1]),
        ("C 000 002", [1]),
        ("c3@example.com", [2]),
        ("+47 22 33 0004", [3]),
        ("47 2233 0004", [3]),
        ("22330005", [4]),
        ("example.com", [0, 1, 2, 3, 4, 5]),
        ("rien", [5]),
        ("nobody", []),
        ("", []),
        ("%", []),
        ('"', []),
        ("zz", []),
    ],
)
def test_what_is_typed_finds_the_customer(shop: Catalog, typed: str, found: list[int]) -> None:
    assert sorted(each.name for each in shop.find_customers(typed, 10)) == sorted(NAMES[at] for at in found)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("s000002", [2]),
        ("L-HOUSTON-1-00003", [3]),
        ("hansen", [4]),
        ("bjornson as", [1]),
        ("", [6, 5, 4, 3, 2, 1]),
        ("S9", []),
        ("!", []),
    ],
)
def test_what_is_typed_finds_the_order(shop: Catalog, typed: str, found: list[int]) -> None:
    assert [each.id for each in shop.find_orders(typed, 10)] == [uuid(3, number) for number in found]


def test_no_more_than_asked_for(shop: Catalog) -> None:
    assert (
        len(shop.find_customers("c0", 2))
        == len(shop.find_orders("s0", 2))
        == len(shop.find_orders("", 2))
        == 2
    )


def test_a_renamed_customer_is_found_by_the_new_name_alone(shop: Catalog) -> None:
    shop.apply_page("customers", rows({uuid(1, 4): customer_row(4, "Anna Olsen")}), "2", NOW)

    assert [each.name for each in shop.find_customers("olsen", 5)] == ["Anna Olsen"]
    assert shop.find_customers("anna hansen", 5) == []


def test_a_text_without_digits_does_not_find_everybody_who_has_no_phone(shop: Catalog) -> None:
    shop.apply_page("customers", rows({uuid(1, 9): customer_row(9, "Kari Nord", phone="")}), "2", NOW)

    assert shop.find_customers("nobody", 5) == []


def test_loyalty_cards_find_their_customer_and_say_so(shop: Catalog) -> None:
    holder = customer_row(3, NAMES[2], loyalty_cards=["LC000000000075", "LC111111111111"])
    shop.apply_page("customers", rows({uuid(1, 3): holder}), "2", NOW)

    for typed in ("lc0000", "LC 0000 0000 0075", "lc1111", "11111111"):
        assert [(each.name, each.field) for each in shop.find_customers(typed, 5)] == [(NAMES[2], "card")]


def test_a_card_that_was_taken_away_finds_nobody(shop: Catalog) -> None:
    shop.apply_page(
        "customers", rows({uuid(1, 3): customer_row(3, loyalty_cards=["LC000000000075"])}), "2", NOW
    )
    shop.apply_page("customers", rows({uuid(1, 3): customer_row(3)}), "3", NOW)

    assert shop.find_customers("lc0000", 5) == []


def test_whose_e_mail_it_is_stands_first_then_whose_name_begins_so(catalog: Catalog) -> None:
    people = {
        uuid(1, number): customer_row(number, f"Nobody {number}", email=f"anna{number}@example.com")
        for number in range(1, 9)
    }
    people[uuid(1, 20)] = customer_row(20, "Berg Anna", email="berg@example.com")
    people[uuid(1, 21)] = customer_row(21, "Anna Berg", email="anna8@example.com.no")
    people[uuid(1, 22)] = customer_row(22, "Zoe", email="anna8@example.com")
    catalog.apply_page("customers", rows(people), "1", NOW)

    assert [each.name for each in catalog.find_customers("anna", 4)][:2] == ["Anna Berg", "Berg Anna"]
    assert [each.name for each in catalog.find_customers("anna8@example.com", 3)] == [
        "Nobody 8",
        "Zoe",
        "Anna Berg",
    ]
    catalog.apply_page("customers", rows({uuid(1, 23): customer_row(23, "Kari", phone="0000")}), "2", NOW)
    assert catalog.find_customers("0000", 9)[0].name == "Kari"


def test_what_looks_like_an_e_mail_being_typed_asks_for_names_only_while_there_is_room(
    catalog: Catalog,
) -> None:
    people = {
        uuid(1, 1): customer_row(1, "Nobody", email="st.olav@example.com"),
        uuid(1, 2): customer_row(2, "St. Olav", email="olav@example.com"),
    }
    catalog.apply_page("customers", rows(people), "1", NOW)

    assert [each.name for each in catalog.find_customers("st.olav", 1)] == ["Nobody"]
    assert [each.name for each in catalog.find_customers("st.olav", 2)] == ["St. Olav", "Nobody"]
    assert [each.name for each in catalog.find_customers("st.", 1)] == ["St. Olav"]


def test_what_begins_with_a_plus_is_the_beginning_of_a_phone_number_alone(catalog: Catalog) -> None:
    people = {
        uuid(1, 1): customer_row(1, "A", phone="+47 40 12 00 00"),
        uuid(1, 2): customer_row(2, "B", email="+47401200@example.com", phone="1"),
    }
    catalog.apply_page("customers", rows(people), "1", NOW)

    assert [each.name for each in catalog.find_customers("+47 40 12", 1)] == ["A"]


DIALLED: dict[str, dict[str, Any]] = {
    "At home": {"phone": "912 34 567"},
    "From abroad": {"phone": "+47 91234567"},
    "With zeros": {"phone": "0047 912-34-567"},
    "With a zero": {"phone": "091234567"},
    "Further contact": {"phone": "1", "extras": (("phone:+47 912 34 567", "yes"),)},
    "Further at home": {"phone": "1", "extras": (("phone:91234567", "yes"),)},
    "Somebody else": {"phone": "912 34 568"},
}


@pytest.mark.parametrize(
    ("typed", "first", "others"),
    [
        ("+47 912 34 567", "From abroad", {"Somebody else"}),
        ("0047 91234567", "With zeros", {"Somebody else"}),
        ("091234567", "With a zero", {"Somebody else"}),
    ],
)
def test_one_question_finds_a_phone_in_every_way_to_dial_it_whose_it_is_as_typed_first(
    catalog: Catalog, typed: str, first: str, others: set[str]
) -> None:
    people = {
        uuid(1, number): customer_row(number, name, **values)
        for number, (name, values) in enumerate(DIALLED.items(), 1)
    }
    catalog.apply_page("customers", rows(people), "1", NOW)
    asked: list[str] = []
    driver_of(catalog._connection).set_trace_callback(asked.append)

    found = catalog.find_customers(typed, 10, home=at_home(typed))

    driver_of(catalog._connection).set_trace_callback(None)
    assert {hit.name for hit in found} == set(DIALLED) - others
    assert {hit.field for hit in found} == {"phone"}
    assert found[0].name == first
    about = [sql for sql in asked if " FROM customer" in sql and not sql.startswith("--")]
    assert len([sql for sql in about if "phone_digits" in sql or "MATCH" in sql]) == 1
