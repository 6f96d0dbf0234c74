"""Orders are sent to the stores that made them or hand them out, and found by every other that asks."""

from datetime import date

import pytest

from headquarters.orders.service import Narrowed, search_orders
from retail.cart import deliver
from retail.customers import Customer
from retail.orders.applying import order_after
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.editing import start_edit
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, sent


@pytest.fixture
def order_id(books: Books) -> str:
    """An order of Houston's that Seattle hands out."""
    document = books.enrol().order(pickup_store="SEATTLE")
    books.upload(sent(document), at_once=True)
    assert document.order is not None
    return document.order.id


def found(books: Books, text: str, store: str = "HOUSTON") -> list[str]:
    with books.parts.database.reading() as session:
        return [order.number for order in search_orders(session, text, store)]


def test_order_reaches_the_store_that_made_it_and_the_one_that_hands_it_out(
    books: Books, order_id: str
) -> None:
    assert list(books.feed("orders", "HOUSTON")) == [order_id]
    assert list(books.feed("orders", "SEATTLE")) == [order_id]
    assert list(books.feed("orders", "BOSTON")) == []


def test_store_that_no_longer_hands_it_out_hears_that_it_is_gone(books: Books) -> None:
    paper = books.enrol()
    made = paper.order(pickup_store="SEATTLE")
    state = order_after(made).order
    anna = Customer(id=ANNA, name="Anna Berg")
    plan = Delivery(DeliveryKind.PICKUP, "pickup", date(2026, 11, 5), store="BOSTON")
    books.upload(sent(made), at_once=True)

    books.upload(
        sent(paper.act(deliver(start_edit(state, anna, "c"), [1], plan, paper.settings))), at_once=True
    )

    assert [list(books.feed("orders", store)) for store in ("HOUSTON", "SEATTLE", "BOSTON")] == [
        [state.id], [], [state.id]]  # fmt: skip


@pytest.mark.parametrize("text", ["", "SO-000001", "so-0", " anna ", "BERG", "l-houston-1-00001", "10001"])
def test_search_finds_by_number_confirmation_and_customer(books: Books, order_id: str, text: str) -> None:
    assert found(books, text) == ["SO-000001"]
    assert found(books, text, "SEATTLE") == ["SO-000001"]
    assert found(books, text, "BOSTON") == (["SO-000001"] if text.strip() else [])


def test_orders_of_a_store_are_listed_for_another_that_names_it(books: Books, order_id: str) -> None:
    with books.parts.database.reading() as session:
        of_houston = search_orders(session, "", "BOSTON", Narrowed(store="HOUSTON"))
        assert [order.uuid for order in of_houston] == [order_id]
        assert search_orders(session, "", "BOSTON", Narrowed(store="SEATTLE")) == []


@pytest.mark.parametrize("text", ["bergen", "%", "_", "\\", "' OR 1=1 --", "\x00", "*", '"'])
def test_search_takes_signs_as_they_are(books: Books, order_id: str, text: str) -> None:
    assert found(books, text) == []


def test_search_ignores_case_outside_ascii(books: Books) -> None:
    paper = books.enrol()
    customer = paper.customer("Åse Ødegård")
    books.upload(sent(customer), sent(paper.order(customer.id, customer.name)), at_once=True)

    assert found(books, "åse ø") == ["SO-000001"]
