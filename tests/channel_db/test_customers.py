"""Customers made here are found at once, whatever they are called."""

import pytest

from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from retail.customers import Customer, CustomerType
from tests.channel_db.making import add_customer, customer, uuid

NAMES = [
    "Åse Bjørnson",
    "Ærlig Øst",
    "José García-Peña",
    "O'Brien",
    "Łukasz Straße",
    "100% Cotton_Co",
    "王小明",
]


def names(found: list[Customer]) -> list[str]:
    return [each.name for each in found]


@pytest.fixture
def filled(journal: Journal) -> Journal:
    with journal.unit_of_work() as work:
        for number, name in enumerate(NAMES, 1):
            add_customer(work, customer(number, name))
    return journal


def test_a_customer_comes_back_as_they_were_made(journal: Journal) -> None:
    made = customer(7, "Acme AS", type=CustomerType.ORGANISATION, business=True, language="nb")
    with journal.unit_of_work() as work:
        add_customer(work, made)

    assert journal.customer(made.id) == made
    assert made.is_pending


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("åse", "Åse Bjørnson"),
        ("ASE BJORN", "Åse Bjørnson"),
        ("aerlig", "Ærlig Øst"),
        ("garcia", "José García-Peña"),
        ("pena", "José García-Peña"),
        ("brien", "O'Brien"),
        ("strasse", "Łukasz Straße"),
        ("lukasz", "Łukasz Straße"),
        ("小明", "王小明"),
    ],
)
def test_case_and_accents_do_not_count(filled: Journal, typed: str, name: str) -> None:
    assert names(filled.find_customers(typed, 5)) == [name]


def test_phone_and_mail_find_them_too(filled: Journal) -> None:
    assert names(filled.find_customers("22330003", 5)) == ["José García-Peña"]
    assert names(filled.find_customers("c4@example", 5)) == ["O'Brien"]


def test_a_phone_typed_with_spaces_finds_them(filled: Journal) -> None:
    assert names(filled.find_customers("22 33 00 03", 5)) == ["José García-Peña"]


def test_the_account_finds_them_once_it_has_arrived(filled: Journal) -> None:
    with filled.unit_of_work() as work:
        work.set_account(uuid(1, 4), "C-000017")

    assert names(filled.find_customers("c-0000", 5)) == ["O'Brien"]


@pytest.mark.parametrize("sign", ["%", "_", "!", "'", '"', "*", "--", ";", "\\", "NEAR("])
def test_signs_of_the_search_itself_mean_nothing(filled: Journal, sign: str) -> None:
    assert names(filled.find_customers(f"xyz{sign}", 5)) == []


def test_the_newest_come_first_and_no_more_than_asked_for(filled: Journal) -> None:
    assert names(filled.find_customers("", 2)) == [NAMES[6], NAMES[5]]


def test_an_id_is_taken_once(filled: Journal) -> None:
    with pytest.raises(StorageBug, match="UNIQUE"), filled.unit_of_work() as work:
        work.add_customer(customer(1), "{}")
