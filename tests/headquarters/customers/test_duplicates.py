"""Customers who may be one are found, told apart or merged; both ids live on, and what still comes finds its way."""

import pytest

from headquarters.customers.duplicates import find_duplicates, keep_apart, merge_customers
from headquarters.customers.looking import is_looked_through, last_look
from headquarters.customers.service import find_customer
from headquarters.errors import Refusal
from headquarters.jobs.schedule import run_if_needed
from headquarters.settings.service import keep_stores
from retail.customer_changes import CustomerChange, CustomerField, FieldChange, issue_card
from retail.customers import Address, Customer
from retail.settings import StoreSettings
from retail.wire.customers import change_document
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.customers.test_changing import history
from tests.headquarters.shop import ANNA, NOW, PaperRegister, sent

CARD = "LC000000000075"
HOME = Address("01900000-0000-7000-8000-0000000000a1", line1="Storgt 1", city="Bergen")


def pairs(books: Books) -> list[tuple[str, str, str]]:
    with books.parts.database.reading() as session:
        return [(each.first.name, each.second.name, each.likeness.value) for each in find_duplicates(session)]


def merge(books: Books, gone: str, stays: str) -> None:
    with books.parts.database.writing() as session:
        merge_customers(session, gone, stays, "administrator", "2026-11-02T12:00:00.000+00:00")


def phone_set(paper: PaperRegister, of: str, after: str) -> dict[str, str]:
    fields = (FieldChange(CustomerField.PHONE, "", after),)
    change = CustomerChange(paper.ids.new(), of, 0, fields=fields)
    return sent(change_document(change, "Ole", paper.register, paper.store, "cashier", NOW))


def test_who_shares_email_phone_or_name_and_address_is_found_until_told_apart(books: Books) -> None:
    paper = books.enrol()
    made = [
        paper.customer("Ole Moe", email="ole@example.com", phone="+47 900 12 345"),
        paper.customer("O. Moe", email="OLE@example.com "),
        paper.customer("Kari Moe", phone="4790012345", addresses=(HOME,)),
        paper.customer("KARI MOE", addresses=(HOME,)),
        paper.customer("Kari Moen", addresses=(HOME,)),
    ]
    books.upload(*map(sent, made), at_once=True)

    assert pairs(books) == [
        ("Ole Moe", "O. Moe", "email"),
        ("Ole Moe", "Kari Moe", "phone"),
        ("Kari Moe", "KARI MOE", "place"),
    ]
    with books.parts.database.writing() as session:
        assert len(find_duplicates(session, limit=1)) == 1
        for _ in range(2):
            keep_apart(session, made[1].id, made[0].id, "now")
    merge(books, made[3].id, made[2].id)
    assert pairs(books) == [("Ole Moe", "Kari Moe", "phone")]


@both_engines
def test_a_phone_without_a_country_is_of_that_of_the_store(books: Books) -> None:
    with books.parts.database.writing() as session:
        keep_stores(session, [("HOUSTON", "Houston", StoreSettings(store="HOUSTON", country="NO"))])
    houston, seattle = books.enrol(), books.enrol("SEATTLE-1")
    swede = Address("01900000-0000-7000-8000-0000000000a2", line1="Gata 1", city="Malmö", country="SE")
    books.upload(
        sent(houston.customer("At home", phone="912 34 567")),
        sent(houston.customer("From abroad", phone="+47 91234567")),
        sent(houston.customer("Somebody else", phone="+46 91234567")),
        sent(houston.customer("A Swede", phone="091234567", addresses=(swede,))),
        at_once=True,
    )
    books.upload(sent(seattle.customer("Of nowhere", phone="4791234567 8")), by="SEATTLE-1", at_once=True)

    assert pairs(books) == [("At home", "From abroad", "phone"), ("Somebody else", "A Swede", "phone")]
    run_if_needed(books.parts, "find-duplicates")
    with books.parts.database.reading() as session:
        assert [each.likeness.value for each in last_look(session).pairs] == ["phone", "phone"]


def test_the_job_keeps_what_it_found_until_somebody_has_changed(books: Books) -> None:
    def look() -> tuple[bool, list[tuple[str, str]]]:
        with books.parts.database.reading() as session:
            last = last_look(session)
            pairs = [(each.first.name, each.second.name) for each in last.pairs]
            return last.looked_at is not None, pairs

    paper = books.enrol()
    made = [paper.customer(name, email="ole@example.com") for name in ("Ole", "O. Moe", "Moe")]
    books.upload(*map(sent, made), at_once=True)
    assert look() == (False, [])

    run_if_needed(books.parts, "find-duplicates")
    assert look() == (True, [("Ole", "O. Moe"), ("O. Moe", "Moe")])

    with books.parts.database.writing() as session:
        keep_apart(session, made[0].id, made[1].id, "now")
        assert is_looked_through(session)
    assert look() == (True, [("O. Moe", "Moe")])
    merge(books, made[1].id, made[2].id)
    assert look() == (True, [("Ole", "Moe")])
    with books.parts.database.reading() as session:
        assert not is_looked_through(session)
    merge(books, made[2].id, made[0].id)
    run_if_needed(books.parts, "find-duplicates")
    assert look() == (True, [])


def test_orders_and_later_documents_of_the_merged_id_are_the_others(books: Books) -> None:
    paper = books.enrol()
    ole = paper.customer(email="ole@example.com", phone="1", addresses=(HOME,))
    before, later = paper.order(ole.id, "Ole Moe"), paper.order(ole.id, "Ole Moe")
    card = change_document(
        issue_card(paper.ids.new(), Customer(ole.id, "Ole Moe"), CARD), "Ole Moe", "HOUSTON-1", "HOUSTON", "x", NOW
    )  # fmt: skip
    books.upload(sent(ole), sent(card), sent(before), at_once=True)

    merge(books, ole.id, ANNA)
    [one] = books.upload(sent(later), at_once=True)
    books.upload(phone_set(paper, ole.id, "55"), at_once=True)

    feed = books.feed("customers")
    anna, gone = feed[ANNA], feed[ole.id]
    assert (gone["merged_into"], gone["account"], anna["merged_into"]) == (ANNA, "10002", "")
    assert (anna["name"], anna["email"], anna["phone"]) == ("Anna Berg", "ole@example.com", "55")
    assert ([each["line1"] for each in anna["addresses"]], anna["loyalty_cards"]) == (["Storgt 1"], [CARD])
    assert {(each.customer.id, each.customer.account, each.customer.name) for each in books.orders()} == {
        (ANNA, "10001", "Anna Berg")
    }
    assert (one.outcome, len(books.orders()), books.cases()) == ("stored", 2, 0)
    assert history(books) == [("", "", "ole@example.com"), ("", "", "1"), ("", "1", "55")]
    [again] = books.upload(sent(ole), at_once=True)
    assert (again.outcome, again.account) == ("known", "10002")


def test_who_was_merged_before_follows_the_last_merge(books: Books) -> None:
    paper = books.enrol()
    first, second = paper.customer("First"), paper.customer("Second")
    books.upload(sent(first), sent(second), at_once=True)

    merge(books, first.id, second.id)
    merge(books, second.id, ANNA)
    books.upload(phone_set(paper, first.id, "77"), at_once=True)

    feed = books.feed("customers")
    assert (feed[first.id]["merged_into"], feed[second.id]["merged_into"]) == (ANNA, ANNA)
    assert feed[ANNA]["phone"] == "77"


@pytest.mark.parametrize("again", [(0, 1), (1, 0), (0, 0), (0, 2)])
def test_what_is_one_already_or_not_there_is_refused(books: Books, again: tuple[int, int]) -> None:
    paper = books.enrol()
    ole = paper.customer()
    books.upload(sent(ole), at_once=True)
    merge(books, ole.id, ANNA)
    ids = (ole.id, ANNA, "01900000-0000-7000-8000-00000000dead")

    with pytest.raises(Refusal) as refused:
        merge(books, ids[again[0]], ids[again[1]])

    assert refused.value.status == (404 if again[1] == 2 else 409)
    with books.parts.database.reading() as session:
        anna = find_customer(session, ANNA)
        assert anna is not None
        assert anna.merged_into is None
