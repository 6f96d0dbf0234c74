"""A cashier who waits finds customers of every store by what they are called, reached or known by."""

from dataclasses import replace

import pytest

from headquarters.customers.duplicates import merge_customers
from headquarters.customers.search import search_customers
from retail.customer_changes import issue_card, merge, set_contact
from retail.customer_extras import typed_contact
from retail.customers import Address, Customer
from retail.wire.customers import change_document
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import ANNA, NOW, sent

CARD = "LC000000000075"
PLACE = Address("01900000-0000-7000-8000-0000000000a1", line1="Åsveien 3", postcode="5003", city="Bergen")


def found(books: Books, text: str) -> list[str]:
    with books.parts.database.reading() as session:
        return [each["name"] for each in search_customers(session, text)]


def test_every_way_to_ask_finds_the_customer_and_too_little_finds_nobody(books: Books) -> None:
    paper = books.enrol("SEATTLE-1")
    ole = paper.customer("Åse Moe", email="Ase@Example.com", phone="+47 (900) 12-345", addresses=(PLACE,))
    card = issue_card(paper.ids.new(), Customer(ole.id, ole.name), CARD)
    travelling = change_document(card, ole.name, paper.register, paper.store, "cashier", NOW)
    books.upload(sent(ole), sent(travelling), by="SEATTLE-1", at_once=True)

    for text in ("moe åse", "ÅSE MOE", "ase@example", "90012345", "(47) 900-1", "10002", "bergen åsv", "5003",
                 "lc 0000 0000 0075"):  # fmt: skip
        assert found(books, text) == ["Åse Moe"], text
    for text in ("", "Åse", "  moe  ", "nobody", "100%", "moe\0se", "90012346"):
        assert found(books, text) == [], text


@both_engines
def test_who_has_only_some_of_the_words_stands_last_the_more_the_higher(books: Books) -> None:
    paper = books.enrol()
    names = ("Moe Anna Lie", "Åse Moe", "Lie Moe", "Anna L. Vik", "Else M. Vang")
    books.upload(*[sent(paper.customer(name)) for name in names], at_once=True)

    assert found(books, "moe lie anna") == ["Moe Anna Lie", "Lie Moe", "Anna Berg", "Anna L. Vik", "Åse Moe"]
    assert found(books, "nobody m") == []


@both_engines
@pytest.mark.parametrize("kept", ["+47 900 12 345", "90012345", "0047 90012345", "090012345"])
def test_a_phone_is_found_with_and_without_the_code_of_its_country(books: Books, kept: str) -> None:
    paper = books.enrol()
    further = paper.customer("Further", extras=((f"phone:{kept}", "yes"),))
    books.upload(sent(paper.customer("First", phone=kept)), sent(further), at_once=True)

    for text in ("+47 900 12 345", "0047 900 12 345", "0 900 12 345"):
        assert found(books, text) == ["First", "Further"], text
    assert found(books, "+46 900 12 346") == []


def test_a_further_e_mail_or_phone_finds_the_customer_and_one_that_was_taken_away_does_not(
    books: Books,
) -> None:
    paper = books.enrol()
    ole = paper.customer(extras=(("attribute:member", "since 9001234567"),))
    books.upload(sent(ole), at_once=True)
    state = Customer(ole.id, ole.name, extras=ole.extras)

    def say(contact: str, consent: str, *, remove: bool = False) -> None:
        nonlocal state
        change = set_contact(paper.ids.new(), state, typed_contact(contact, consent), remove=remove)
        state, _ = merge(state, change)
        books.upload(
            sent(change_document(change, ole.name, paper.register, paper.store, "cashier", NOW)), at_once=True
        )

    say("Ole.Work@Example.com", "yes")
    say("+47 (911) 22-333", "no")

    for text in ("ole.work@", "91122333", "+47 911 22"):
        assert found(books, text) == ["Ole Moe"], text
    for text in ("work@example", "9001234567", "91122334"):
        assert found(books, text) == [], text

    say("Ole.Work@Example.com", "yes", remove=True)
    say("+47 (911) 22-333", "no", remove=True)
    assert found(books, "ole.work@") == found(books, "91122333") == []


@pytest.mark.parametrize("text", ["Ole Moe", "10002", "Anna"])
def test_of_a_merged_customer_the_one_that_stays_is_found_once(books: Books, text: str) -> None:
    paper = books.enrol()
    ole = paper.customer()
    books.upload(sent(ole), at_once=True)
    with books.parts.database.writing() as session:
        merge_customers(session, ole.id, ANNA, "administrator", "now")

    assert found(books, text) == ["Anna Berg"]


@both_engines
def test_the_name_of_a_field_limits_the_search_to_it(books: Books) -> None:
    paper = books.enrol()
    people = [
        paper.customer("Moen Anna", email="x@example.com", phone="900 12 345"),
        paper.customer("Kari", email="moen@example.com", extras=(("phone:+47 911 22 333", "yes"),)),
        paper.customer("Per", email="", addresses=(replace(PLACE, line1="Moenveien 9001"),)),
        paper.customer("Ola", email="", extras=(("email:moen.ola@example.com", "no"),)),
    ]
    books.upload(*[sent(each) for each in people], at_once=True)

    assert set(found(books, "moen")) == {"Moen Anna", "Kari", "Per", "Ola"}
    assert found(books, "name: moen") == ["Moen Anna"]
    assert set(found(books, "email:moen")) == {"Kari", "Ola"}
    assert found(books, "address: moenv") == ["Per"]
    assert found(books, "phone: 90012345") == ["Moen Anna"]
    assert found(books, "phone: 0911 22 333") == ["Kari"]
    assert found(books, "account: moen") == found(books, "card: moen") == found(books, "phone: 90") == []


def test_whose_e_mail_or_number_it_is_stands_first_then_whose_name_begins_so(books: Books) -> None:
    paper = books.enrol()
    people = [
        paper.customer("Aase", email="zoe.anna@example.com", addresses=(replace(PLACE, line1="Zoe Anna 1"),)),
        paper.customer("Berg Zoe Anna"),
        paper.customer("Zoe Anna Berg"),
        paper.customer("Zz", phone="10002 55"),
    ]
    books.upload(*[sent(each) for each in people], at_once=True)

    assert found(books, "zoe anna") == ["Zoe Anna Berg", "Aase", "Berg Zoe Anna", "Anna Berg"]
    assert found(books, "zoe.anna@example.com") == ["Aase"]
    assert found(books, "1000255") == ["Zz"]
    assert found(books, people[1].id) == ["Berg Zoe Anna"]
