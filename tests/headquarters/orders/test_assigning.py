"""What a store rejects goes to another one: shipments by themselves, goods that are fetched when a person says so."""

import pytest

from headquarters.errors import Refusal
from headquarters.jobs.work import is_idle
from headquarters.orders.assigning import Rejected, assign, rejected_lines
from headquarters.settings.service import keep_stores
from retail.orders.order import OrderLine, OrderState
from retail.settings import FulfilmentPlace, StoreSettings
from tests.headquarters.conftest import Books
from tests.headquarters.shop import PaperRegister, sent


@pytest.fixture
def paper(books: Books) -> PaperRegister:
    """A register of Houston, whose goods Seattle and then Boston may handle instead."""
    places = tuple([FulfilmentPlace(each, each.title()) for each in ("SEATTLE", "BOSTON")])
    with books.parts.database.writing() as session:
        keep_stores(
            session,
            [
                ("HOUSTON", "Houston", StoreSettings("HOUSTON", fulfilment_group=places)),
                ("SEATTLE", "Seattle", StoreSettings("SEATTLE", manual_accept=True)),
                ("BOSTON", "Boston", StoreSettings("BOSTON")),
            ],
        )
    return books.enrol()


def state(books: Books, store: str = "HOUSTON") -> OrderState:
    [order] = books.orders(store)
    return order


def line(books: Books, store: str = "HOUSTON") -> OrderLine:
    return state(books, store).lines[0]


def reject(books: Books, paper: PaperRegister) -> None:
    books.upload(sent(paper.steps(state(books), "reject", 1)), at_once=True)


def waiting(books: Books) -> list[Rejected]:
    with books.parts.database.reading() as session:
        return rejected_lines(session)


def test_a_rejected_shipment_goes_to_the_next_store_and_back_to_none_that_rejected_it(
    books: Books, paper: PaperRegister
) -> None:
    books.upload(sent(paper.shipment()), at_once=True)
    reject(books, paper)
    assert line(books).status == "rejected"

    done = books.job("synchronize-orders")

    assert "1 rejected lines were given to another store" in done.note
    assert (line(books).store, line(books).status, line(books, "SEATTLE").rejected_by) == (
        "SEATTLE", "pending", ("HOUSTON",),
    )  # fmt: skip
    assert books.orders("BOSTON") == []
    with books.parts.database.reading() as session:
        assert is_idle(session, "synchronize-orders")


def test_goods_that_are_fetched_wait_for_a_person(books: Books, paper: PaperRegister) -> None:
    books.upload(sent(paper.order()), at_once=True)
    reject(books, paper)

    books.job("synchronize-orders")

    [one] = waiting(books)
    assert (one.store, one.is_shipped, one.candidates) == ("HOUSTON", False, ("SEATTLE", "BOSTON"))
    with books.parts.database.writing() as session:
        assign(session, books.parts, one.order, one.line, "BOSTON", "administrator")
    assert (line(books).store, line(books).status) == ("BOSTON", "accepted")
    assert state(books).events[-1].by == "administrator"
    assert waiting(books) == []


def test_a_line_goes_only_where_there_is_a_store_and_a_rejected_line(
    books: Books, paper: PaperRegister
) -> None:
    books.upload(sent(paper.order()), at_once=True)
    order = state(books).id
    for what, words in (
        ((order, 1, "BOSTON"), "is not rejected"),
        ((order, 1, "OSLO"), "There is no store OSLO"),
        (("01900000-0000-7000-8000-00000000dead", 1, "BOSTON"), "There is no such order"),
    ):
        with books.parts.database.writing() as session, pytest.raises(Refusal, match=words):
            assign(session, books.parts, *what, "administrator")
    assert line(books).status == "accepted"
