"""Kept documents are posted once each, in whatever order they come up."""

import itertools
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from headquarters.customers.models import Customer
from headquarters.errors import Refusal
from headquarters.orders.models import Order
from headquarters.orders.posting import Books
from headquarters.settings import service as settings_service
from headquarters.uploads.models import KeptDocument, State
from headquarters.uploads.posting import retry
from retail.wire.settings import settings_of
from retail.wire.uploads import TransactionDocument
from tests.headquarters.conftest import Books as Shop
from tests.headquarters.conftest import both_engines
from tests.headquarters.shop import changed, sent

pytestmark = both_engines

JOBS = ("synchronize-customers", "synchronize-orders", "1010")


def reasons(books: Shop) -> list[str]:
    with books.parts.database.reading() as session:
        return list(session.scalars(select(KeptDocument.reason).where(KeptDocument.reason != "")))


@pytest.mark.parametrize("order_of_jobs", list(itertools.permutations(JOBS)))
def test_order_of_the_jobs_does_not_matter(books: Shop, order_of_jobs: Sequence[str]) -> None:
    paper = books.enrol()
    ole = paper.customer()
    books.upload(sent(ole), sent(paper.order(ole.id, ole.name)), sent(paper.sale()))

    for job in (*order_of_jobs, *order_of_jobs):
        books.job(job)

    assert books.counts() == {"customers": 2, "orders": 1, "transactions": 2, "cases": 0, "parked": 0}
    [order] = books.orders()
    assert order.customer.account == books.feed("customers")[ole.id]["account"] == "10002"


def test_order_in_front_of_its_customer_in_the_same_batch_pulls_them_along(books: Shop) -> None:
    paper = books.enrol()
    ole = paper.customer()
    order = paper.order(ole.id, ole.name)

    results = books.upload(sent(order), sent(ole), at_once=True)

    assert [(each.account, each.number) for each in results] == [(None, "SO-000001"), ("10002", None)]
    assert books.counts()["customers"] == 2


def test_order_waits_for_a_customer_that_has_not_arrived_and_holds_up_nobody(books: Shop) -> None:
    paper = books.enrol()
    ole = paper.customer()
    order, sale = paper.order(ole.id, ole.name), paper.sale()

    [first, second] = books.upload(sent(order), sent(sale), at_once=True)

    assert (first.outcome, first.number, second.outcome) == ("stored", None, "stored")
    assert reasons(books) == ["It waits for its customer Ole Moe, who has not arrived yet."]
    assert books.counts() == {
        "customers": 1,
        "orders": 0,
        "transactions": 1,
        "cases": 0,
        "parked": 0,
        "arrived": 1,
    }

    books.upload(sent(ole))
    assert books.job("synchronize-orders").rows == 1
    assert books.counts()["orders"] == 1
    assert reasons(books) == []


def test_order_of_a_parked_customer_waits_and_others_go_on(books: Shop) -> None:
    paper = books.enrol()
    ole = paper.customer("Ole")
    bad = changed(sent(ole), '"name":"Ole"', '"name":""')
    books.upload(bad, sent(paper.order(ole.id, "Ole")), sent(paper.order()))

    session = books.job("synchronize-orders")

    assert (session.rows, session.note) == (1, "1 wait for their customer or their order.")
    assert "It waits for its customer Ole, whose document is parked." in reasons(books)


def test_sale_with_a_customer_that_has_not_arrived_is_booked_with_its_own_snapshot(books: Shop) -> None:
    paper = books.enrol()
    named = '"customer":{"id":"01900000-0000-7000-8000-00000000beef","account":null,"name":"Ole","business":false}'
    sale = changed(sent(paper.sale()), '"customer":null', named)

    books.upload(sale, at_once=True)

    assert books.counts()["transactions"] == 1


def test_document_kept_first_and_sent_again_in_real_time_is_known_and_posted(books: Shop) -> None:
    paper = books.enrol()
    ole = paper.customer()
    documents = [sent(ole), sent(paper.order(ole.id, ole.name))]
    books.upload(*documents)

    results = books.upload(*documents, at_once=True)

    assert [(each.outcome, each.account, each.number) for each in results] == [
        ("known", "10002", None),
        ("known", None, "SO-000001"),
    ]


@pytest.mark.parametrize("first_at_once", [True, False])
@pytest.mark.parametrize("then_at_once", [True, False])
def test_whichever_way_the_retry_goes_there_is_one_of_everything(
    books: Shop, first_at_once: bool, then_at_once: bool
) -> None:
    paper = books.enrol()
    ole = paper.customer()
    documents = [sent(ole), sent(paper.order(ole.id, ole.name))]

    books.upload(*documents, at_once=first_at_once)
    books.upload(*documents, at_once=then_at_once)
    for job in JOBS:
        books.job(job)

    assert books.counts() == {"customers": 2, "orders": 1, "transactions": 1, "cases": 0, "parked": 0}
    with books.parts.database.reading() as session:
        assert len(session.scalars(select(Order.number)).all()) == 1
        assert session.scalars(select(Customer.account)).all() == ["10001", "10002"]
    [order] = books.orders()
    assert [payment.settled_minor for payment in order.payments] == [800]


def poisoned(monkeypatch: pytest.MonkeyPatch, poison: TransactionDocument) -> None:
    """From now on this document breaks whatever books it."""
    book = Books.book

    def breaking(books: Books, document: TransactionDocument) -> None:
        book(books, document)
        if document.id == poison.id:
            raise ZeroDivisionError

    monkeypatch.setattr(Books, "book", breaking)


def test_document_that_breaks_posting_is_parked_and_undone_and_the_rest_goes_on(
    books: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    paper = books.enrol()
    before, poison, ole = paper.order(), paper.order(), paper.customer()
    theirs, sound = paper.order(ole.id, ole.name), paper.sale()
    books.upload(*[sent(each) for each in (before, poison, theirs, sound)], sent(ole))

    poisoned(monkeypatch, poison)
    done = books.job("synchronize-orders")

    assert (done.rows, done.errors, done.note) == (3, 1, "1 parked for a person.")
    assert books.counts() == {"customers": 2, "orders": 2, "transactions": 3, "cases": 0, "parked": 1}
    assert [order.number for order in books.orders()] == ["SO-000001", "SO-000002"]
    assert "ZeroDivisionError" in caplog.text

    monkeypatch.undo()
    with books.parts.database.writing() as session:
        row = session.scalars(select(KeptDocument).where(KeptDocument.uuid == poison.id)).one()
        assert retry(session, row.id, books.parts.now()) is State.POSTED
    assert books.counts()["transactions"] == 4
    assert [order.number for order in books.orders()] == ["SO-000001", "SO-000002", "SO-000003"]


def test_document_that_breaks_posting_in_real_time_is_answered_as_parked(
    books: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = books.enrol()
    sound, poison = paper.order(), paper.sale()
    poisoned(monkeypatch, poison)

    first, result = books.upload(sent(sound), sent(poison), at_once=True)

    assert (first.outcome, first.number) == ("stored", "SO-000001")
    assert (result.outcome, result.reason[:23]) == ("parked", "It could not be posted.")


def test_retry_of_an_unsound_document_leaves_it_parked(books: Shop) -> None:
    bad = changed(sent(books.enrol().sale()), '"total_minor":8000', '"total_minor":1')
    books.upload(bad)

    with books.parts.database.writing() as session:
        row = session.scalars(select(KeptDocument)).one()
        assert retry(session, row.id, books.parts.now()) is State.PARKED
        assert "works out as 8000" in row.reason


def test_retry_of_what_is_not_parked_is_refused(books: Shop) -> None:
    with books.parts.database.writing() as session, pytest.raises(Refusal, match="no such parked document"):
        retry(session, 1, books.parts.now())


def test_shipments_of_a_store_that_accepts_by_hand_start_pending(books: Shop) -> None:
    paper = books.enrol()
    with books.parts.database.writing() as session:
        settings = settings_service.settings_of_store(session, "HOUSTON")
        by_hand = settings_of({"store": "HOUSTON", "manual_accept": True})
        assert not settings.manual_accept
        settings_service.keep_stores(session, [("HOUSTON", "Houston", by_hand)])

    books.upload(sent(paper.shipment()), at_once=True)

    [order] = books.orders()
    assert [line.status for line in order.lines] == ["pending"]
