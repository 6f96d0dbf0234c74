"""What a customer said of being reached at a contact is never overwritten, and registers can read all of it."""

from typing import Any

from headquarters.customers.consents import KEPT, with_consents
from headquarters.customers.duplicates import merge_customers
from headquarters.customers.service import customer_value, find_customer
from retail.customer_changes import merge, set_contact
from retail.customer_extras import typed_contact
from retail.customers import Customer
from retail.wire.customers import change_document
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, NOW, PaperRegister, sent


def said_of(books: Books, customer: str) -> list[tuple[str, str]]:
    """Contact and consent, as the feed has them."""
    with books.parts.database.reading() as session:
        row = find_customer(session, customer)
        assert row is not None
        rows: list[dict[str, Any]] = customer_value(row).get("consents", [])
        return [(each["contact"], each["consent"]) for each in rows]


def say(
    books: Books, paper: PaperRegister, state: Customer, consent: str, *, remove: bool = False
) -> Customer:
    contact = typed_contact("ole@example.com", consent)
    change = set_contact(paper.ids.new(), state, contact, remove=remove)
    document = change_document(change, state.name, paper.register, paper.store, "kari", NOW)
    books.upload(sent(document), at_once=True)
    return merge(state, change)[0]


def test_every_word_stays_with_who_heard_it_where_and_when(books: Books) -> None:
    paper = books.enrol()
    ole = paper.customer(extras=(("phone:900", "unknown"),))
    books.upload(sent(ole), at_once=True)
    state = say(books, paper, Customer(ole.id, ole.name, extras=ole.extras), "no")
    state = say(books, paper, state, "yes")
    say(books, paper, state, "yes", remove=True)

    assert said_of(books, ole.id) == [
        ("phone:900", "unknown"), ("email:ole@example.com", "no"), ("email:ole@example.com", "yes"),
        ("email:ole@example.com", ""),
    ]  # fmt: skip
    row = books.feed("customers")[ole.id]["consents"][1]
    assert (row["register_name"], row["said_to"], row["at"][:10]) == ("HOUSTON-1", "kari", "2026-11-02")


def test_two_customers_who_are_one_have_said_what_both_said(books: Books) -> None:
    paper = books.enrol()
    ole = paper.customer(extras=(("phone:900", "no"),))
    books.upload(sent(ole), at_once=True)
    say(books, paper, Customer(ANNA, "Anna Berg"), "yes")

    with books.parts.database.writing() as session:
        merge_customers(session, ole.id, ANNA, "administrator", "now")

    assert sorted(said_of(books, ANNA)) == [("email:ole@example.com", "yes"), ("phone:900", "no")]


def test_the_newest_are_told_and_what_is_no_contact_is_none() -> None:
    said = [("attribute:shoe", "42"), *[(f"phone:{number}", "yes") for number in range(KEPT + 1)]]

    details = with_consents({"title": "Dr."}, {}, said, "R", "u", "t")

    assert details["title"] == "Dr."
    assert [each["contact"] for each in details["consents"]][:1] == ["phone:1"]
    assert with_consents({}, {}, [("name", "x")], "R", "u", "t") == {}
