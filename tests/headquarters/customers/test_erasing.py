"""An erased customer is nowhere in the books any more, and every sum, number and proof is what it was."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from headquarters.backoffice.work_pages.found import newest_customers
from headquarters.cases.service import open_case
from headquarters.customers.duplicates import merge_customers
from headquarters.customers.erasing import erase, what_blocks
from headquarters.customers.search import search_customers
from headquarters.customers.service import find_customer, keep_customers
from headquarters.journals.keeping import Chain, keep_entries
from headquarters.journals.models import JournalLine
from headquarters.models import Base
from headquarters.orders.desk import customer_known
from headquarters.orders.models import Invoice, Transaction
from headquarters.uploads.models import KeptDocument
from retail.customer_changes import CustomerChange, CustomerField, FieldChange
from retail.customers import Address, Customer
from retail.journal import FIRST, link
from retail.messages import say
from retail.orders.order import OrderState
from retail.orders.pickup import start_pickup
from retail.wire.base import fingerprint
from retail.wire.customers import change_document
from retail.wire.erasing import nameless, seal
from retail.wire.feeds import CustomerRow
from retail.wire.journal import EntryPart
from retail.wire.uploads import CustomerChangeDocument, Document, TransactionDocument
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import NOW, PaperRegister, sent

AT = "2026-11-02T12:00:00.000+00:00"
TODAY = date(2026, 11, 2)
HOME = Address(
    "01900000-0000-7000-8000-0000000000a1", name="Tiril Quist", line1="Kvistveien 77", city="Bergen"
)
WHO = ("Tiril", "Quist", "Kvistveien", "tiril@", "90077077", "LC0000000075")
SUMS = (
    select(
        Transaction.receipt_number, Transaction.total_minor, Transaction.paid_minor, Transaction.customer_uuid
    ),
    select(Invoice.number, Invoice.total_minor, Invoice.applied_minor, Invoice.document),
    select(KeptDocument.uuid, KeptDocument.number, KeptDocument.money_minor, KeptDocument.tendered),
)


def everything(books: Books) -> str:
    """What stands in any table, as one text."""
    with books.parts.database.reading() as session:
        return str([list(map(tuple, session.execute(each.select()))) for each in Base.metadata.sorted_tables])


def found_in(books: Books) -> list[str]:
    said = everything(books).casefold()
    return [each for each in WHO if each.casefold() in said]


def sums(books: Books) -> list[Any]:
    with books.parts.database.reading() as session:
        return [list(map(tuple, session.execute(query))) for query in SUMS]


def blocks(books: Books, uuid: str) -> list[str]:
    with books.parts.database.reading() as session:
        customer = find_customer(session, uuid)
        assert customer is not None
        return [str(each) for each in what_blocks(session, customer, TODAY)]


def erase_now(books: Books, *uuids: str) -> None:
    with books.parts.database.writing() as session:
        rows = [customer for each in uuids if (customer := find_customer(session, each))]
        erase(session, rows, "ada", "asked for it", AT)


def change_of(paper: PaperRegister, uuid: str) -> CustomerChangeDocument:
    fields = (FieldChange(CustomerField.NAME, "Tiril Quist", "Tiril Q. Quist"),)
    change = CustomerChange(paper.ids.new(), uuid, 0, fields, (HOME,), (), ("LC0000000075",))
    return change_document(change, "Tiril Quist", paper.register, paper.store, "cashier", NOW)


def known(books: Books, paper: PaperRegister) -> str:
    """A customer of whom every table knows what it can, with nothing open; gives back their id."""
    made = paper.customer("Tiril Quist", email="tiril@example.com", phone="90077077", addresses=(HOME,))
    edited, bought = change_of(paper, made.id), paper.order(made.id, "Tiril Quist")
    books.upload(sent(made), sent(edited), sent(bought), at_once=True)
    books.upload(sent(picked_up(paper, books.orders()[0])), at_once=True)
    with books.parts.database.writing() as session:
        open_case(session, "loyalty", edited.id, say("{name} has two cards.", name="Tiril Q. Quist"), AT)
    return made.id


def picked_up(paper: PaperRegister, order: OrderState) -> TransactionDocument:
    who = Customer(order.customer.id, order.customer.name, account=order.customer.account)
    return paper.act(start_pickup(order, {1: 1000}, who, paper.settings, "c", "Per Quist"))


@both_engines
def test_an_erased_customer_stands_in_no_table_and_every_sum_is_what_it_was(books: Books) -> None:
    uuid = known(books, books.enrol())
    before, [order] = sums(books), books.orders()
    assert set(found_in(books)) == set(WHO)
    assert blocks(books, uuid) == []

    erase_now(books, uuid)

    assert found_in(books) == []
    assert sums(books) == before
    [now] = books.orders()
    assert (now.paid_minor, now.invoices, now.acts) == (order.paid_minor, order.invoices, order.acts)
    assert now.customer == replace(order.customer, name=str(order.customer.account))
    assert books.feed("erasures") == {uuid: {"customer": uuid}}
    assert uuid not in books.feed("customers")
    assert blocks(books, uuid) == ["This customer was erased already."]


def test_open_orders_deposits_and_what_is_not_booked_stand_in_the_way_in_words(books: Books) -> None:
    paper = books.enrol()
    made = paper.customer("Tiril Quist")
    bought = paper.order(made.id, "Tiril Quist")
    books.upload(sent(made), sent(bought), at_once=True)
    books.upload(sent(change_of(paper, made.id)))

    assert blocks(books, made.id) == [
        "Orders are open: SO-000001. Finish or cancel them first.",
        "Documents are not booked yet: 1. Run the jobs, or put right what is parked.",
    ]


def test_who_was_merged_is_erased_with_the_one_who_stays_and_not_alone(books: Books) -> None:
    paper = books.enrol()
    one, other = paper.customer("Tiril Quist"), paper.customer("Tiril Kvist", email="tiril@example.com")
    books.upload(sent(one), sent(other), at_once=True)
    with books.parts.database.writing() as session:
        merge_customers(session, one.id, other.id, "ada", AT)

    assert blocks(books, one.id) == ["This customer is another one now. Erase the one they were merged into."]
    erase_now(books, other.id)

    assert found_in(books) == []
    assert set(books.feed("erasures")) == {one.id, other.id}


def test_nobody_who_was_erased_is_found_by_a_register_or_given_an_order(books: Books) -> None:
    uuid = known(books, books.enrol())
    erase_now(books, uuid)

    with books.parts.database.reading() as session:
        account = find_customer(session, uuid)
        assert account is not None
        assert search_customers(session, uuid) == search_customers(session, account.account) == []
        assert customer_known(session, uuid) is None
        assert uuid not in [each.uuid for each in newest_customers(session)]


def test_a_list_of_the_retailer_brings_nobody_back(books: Books) -> None:
    row = CustomerRow(id="01900000-0000-7000-8000-00000000f001", account="", name="Tiril Quist")
    for _ in range(2):
        with books.parts.database.writing() as session:
            keep_customers(session, [row], "headquarters", AT)
        erase_now(books, row.id)

        assert found_in(books) == []


@both_engines
def test_what_an_offline_register_still_sends_is_booked_and_brings_no_name_back(books: Books) -> None:
    paper = books.enrol()
    uuid = known(books, paper)
    late: list[Document] = [change_of(paper, uuid), paper.order(uuid, "Tiril Quist")]
    erase_now(books, uuid)

    results = books.upload(*[sent(each) for each in late], at_once=True)

    assert [each.outcome for each in results] == ["stored", "stored"]
    assert found_in(books) == []
    assert books.counts()["transactions"] == 3
    assert books.counts()["parked"] == 0


def test_a_document_is_known_with_and_without_its_name_and_quarantined_with_another(books: Books) -> None:
    paper = books.enrol()
    uuid, bought = known(books, paper), paper.order("01900000-0000-7000-8000-00000000a00a", "Anna Berg")
    books.upload(sent(bought), at_once=True)
    with books.parts.database.reading() as session:
        pickup = session.scalars(select(KeptDocument).where(KeptDocument.text.contains("Per Quist"))).one()
        as_sent = {
            "id": pickup.uuid,
            "kind": pickup.kind,
            "fingerprint": pickup.fingerprint,
            "text": pickup.text,
        }
    erase_now(books, uuid)
    bare = nameless(as_sent["text"])

    def sent_again(words: str) -> str:
        [result] = books.upload(as_sent | {"text": words, "fingerprint": fingerprint(words)})
        return result.outcome

    assert [sent_again(as_sent["text"]), sent_again(bare)] == ["known", "known"]
    assert sent_again(as_sent["text"].replace('"cashier"', '"manager"')) == "quarantined"
    assert found_in(books) == []


@both_engines
def test_an_entry_proves_its_document_before_and_after_and_an_older_one_loses_its_names(books: Books) -> None:
    paper = books.enrol()
    uuid = known(books, paper)
    with books.parts.database.reading() as session:
        pickup = session.scalars(select(KeptDocument).where(KeptDocument.text.contains("Per Quist"))).one()
    [order] = books.orders()
    texts = [
        ("pickup.collector", {"cart": pickup.uuid, "collector": "Per Quist", "order": order.id}),
        ("transaction.conclude", {"cart": None, "sealed": seal(pickup.text), "transaction": pickup.uuid}),
    ]
    entries, before = [], FIRST
    for number, (kind, facts) in enumerate(texts, 1):
        written = json.dumps(facts, separators=(",", ":"))
        before = link(before, number, AT, kind, "cashier", written)
        entries.append(EntryPart(number=number, at=AT, kind=kind, user="cashier", text=written, hash=before))
    chain = Chain("HOUSTON-1", "epoch", entries[0].hash)
    cases = books.cases()
    with books.parts.database.writing() as session:
        assert keep_entries(session, chain, entries, AT) == 2

    erase_now(books, uuid)

    assert found_in(books) == []
    with books.parts.database.writing() as session:
        lines = session.scalars(select(JournalLine).order_by(JournalLine.number)).all()
        again = [
            EntryPart(
                number=each.number, at=each.at, kind=each.kind, user=each.user, text=each.text, hash=each.hash
            )
            for each in lines
        ]
        assert [each.hash for each in again] == [each.hash for each in entries]
        assert again[0].follows(FIRST)
        assert again[1].follows(again[0].hash)
        assert keep_entries(session, chain, again, AT) == 2
    assert books.cases() == cases


def entries_about(facts: list[tuple[str, dict[str, Any]]]) -> list[EntryPart]:
    """Entries as an older register wrote them, one behind the other."""
    entries, before = [], FIRST
    for number, (kind, said) in enumerate(facts, 1):
        written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        before = link(before, number, AT, kind, "cashier", written)
        entries.append(EntryPart(number=number, at=AT, kind=kind, user="cashier", text=written, hash=before))
    return entries


@both_engines
def test_s35_an_entry_of_a_register_loses_nothing_but_the_name_of_the_one_who_is_erased(books: Books) -> None:
    paper = books.enrol()
    uuid, made = known(books, paper), paper.customer("Nils Holm")
    books.upload(sent(made), at_once=True)
    other = made.id
    entries = entries_about(
        [
            ("customer.edit", {"cart": None, "customer": uuid, "fields": ["Åse Quist"], "total": 12}),
            ("customer.edit", {"cart": None, "customer": other, "fields": ["Nils"]}),
            ("user.sign_in", {"cart": None, "customer": uuid}),
        ]
    )
    chain = Chain("HOUSTON-1", "epoch", entries[0].hash)
    with books.parts.database.writing() as session:
        keep_entries(session, chain, entries, AT)
        session.execute(text(
            "INSERT INTO erasures (customer, account, erased_at, erased_by, reason) "
            f"VALUES ('{uuid}', 'C', 'x', 'ada', 'x')"))  # fmt: skip
    bare = f'{{"erased":true,"cart":null,"customer":"{uuid}","total":12}}'
    refused = [
        (1, f'{{"erased":true,"cart":null,"customer":"{uuid}","total":13}}', uuid),
        (1, f'{{"erased":true,"cart":null,"customer":"{uuid}"}}', uuid),
        (1, f'{{"cart":null,"customer":"{uuid}","total":12}}', uuid),
        (1, bare, other),
        (1, "no json", uuid),
        (2, f'{{"erased":true,"cart":null,"customer":"{other}"}}', uuid),
        (3, f'{{"erased":true,"cart":null,"customer":"{uuid}"}}', uuid),
    ]

    change = text("UPDATE journal_lines SET text = :text, erased = :whose WHERE number = :number")
    for number, said, whose in refused:
        with pytest.raises(DatabaseError, match="never changed"), books.parts.database.writing() as session:
            session.execute(change, {"number": number, "text": said, "whose": whose})
    with books.parts.database.writing() as session:
        session.execute(change, {"number": 1, "text": bare, "whose": uuid})
    with pytest.raises(DatabaseError, match="never changed"), books.parts.database.writing() as session:
        session.execute(change, {"number": 1, "text": bare, "whose": uuid})


@both_engines
def test_s35_entries_about_sales_and_orders_and_about_who_was_merged_name_whom_they_are_of(
    books: Books,
) -> None:
    paper = books.enrol()
    uuid, made = known(books, paper), paper.customer("Tiril Kvist")
    books.upload(sent(made), at_once=True)
    merged = made.id
    with books.parts.database.writing() as session:
        merge_customers(session, merged, uuid, "ada", AT)
        sale = session.scalars(select(Transaction).where(Transaction.customer_uuid == uuid)).first()
    assert sale is not None
    [order] = books.orders()
    entries = entries_about(
        [
            ("transaction.suspend", {"cart": sale.uuid, "name": "Tiril"}),
            ("pickup.collector", {"cart": None, "collector": "Quist", "order": order.id}),
            ("customer.edit", {"cart": None, "customer": merged, "fields": ["Quist"]}),
        ]
    )
    with books.parts.database.writing() as session:
        keep_entries(session, Chain("HOUSTON-1", "epoch", entries[0].hash), entries, AT)

    erase_now(books, uuid)

    with books.parts.database.reading() as session:
        lines = session.scalars(select(JournalLine).order_by(JournalLine.number)).all()
    assert [each.erased for each in lines] == [uuid, uuid, merged]
    assert found_in(books) == []


@both_engines
def test_no_text_changes_but_that_of_somebody_erased_and_only_once(books: Books) -> None:
    uuid = known(books, books.enrol())
    refused = ["UPDATE uploads SET text = '{}', erased = 'somebody'", "UPDATE uploads SET text = '{}'"]
    erase_now(books, uuid)
    refused += [
        f"UPDATE uploads SET text = '{{}}' WHERE erased = '{uuid}'",
        "DELETE FROM erasures",
        "UPDATE erasures SET customer = 'x'",
    ]

    for statement in refused:
        with pytest.raises(DatabaseError, match="never changed"), books.parts.database.writing() as session:
            session.execute(text(statement))
