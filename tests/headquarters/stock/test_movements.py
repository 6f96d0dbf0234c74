"""Stock moves by what registers hand over and take back: on hand is the opening and all movements since, always."""

import itertools

import pytest
from sqlalchemy import select

from headquarters.orders.models import Invoice, Order
from headquarters.settings.models import Store
from headquarters.stock.models import Stock, StockMovement
from headquarters.stock.service import adjust, draw_on, keep_stock, shared_warehouses, uncounted
from retail.cart import void_line
from retail.customers import Customer
from retail.orders.applying import order_after
from retail.orders.editing import start_edit
from retail.orders.order import OrderState
from retail.orders.pickup import start_pickup
from retail.orders.returns import Returned, start_return
from retail.orders.selling import sold
from retail.wire.feeds import StockRow
from retail.wire.uploads import TransactionDocument
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, PaperRegister, sent

PIECE = 1000
WHO = Customer(id=ANNA, name="Anna Berg", account="10001")


@pytest.fixture
def paper(books: Books) -> PaperRegister:
    return books.enrol()


def open_with(books: Books, pieces: int, place: str = "HOUSTON") -> None:
    row = StockRow(product="A", place=place, quantity_thousandths=pieces * PIECE, as_of=books.parts.now())
    with books.parts.database.writing() as session:
        keep_stock(session, [row])


def told(books: Books, place: str = "HOUSTON") -> int | None:
    """What registers know of apples there, in pieces, after all that moved was counted."""
    books.job("synchronize-orders")
    row = books.feed("stock").get(f"{place}/A")
    return None if row is None else int(row["quantity_thousandths"]) // PIECE


def movements(books: Books) -> list[tuple[str, str, int]]:
    with books.parts.database.reading() as session:
        rows = session.scalars(select(StockMovement).order_by(StockMovement.id))
        return [(each.kind, each.place, each.quantity_thousandths // PIECE) for each in rows]


def figure(books: Books, place: str = "HOUSTON") -> Stock:
    with books.parts.database.reading() as session:
        return session.scalars(select(Stock).where(Stock.place == place)).one()


def test_the_last_piece_sold_twice_is_two_movements_and_one_too_few(
    books: Books, paper: PaperRegister
) -> None:
    books.enrol("HOUSTON-2")
    other = PaperRegister("HOUSTON-2", "HOUSTON", books.devices["HOUSTON-2"].epoch, seed=8)
    open_with(books, 1)

    for register, document in (("HOUSTON-2", sent(other.sale())), ("HOUSTON-1", sent(paper.sale()))) * 2:
        books.upload(document, by=register)

    assert told(books) == -1
    assert movements(books) == [("sale", "HOUSTON", -1)] * 2
    assert books.job("synchronize-orders").rows == 0


def lives(paper: PaperRegister) -> dict[str, TransactionDocument]:
    """A sale of three of which one comes back, and an order of one carried out and one fetched later."""
    sale = paper.sale(3)
    back = paper.act(start_return(sold(sale), [Returned(1, PIECE, "Damaged")], None, paper.settings, "c"))
    order = paper.order(carried_out=1)
    state: OrderState = order_after(order).order
    pickup = paper.act(start_pickup(state, {1: PIECE}, WHO, paper.settings, "c"))
    return {"sale": sale, "back": back, "order": order, "pickup": pickup}


@pytest.mark.parametrize("arrival", list(itertools.permutations(("sale", "back", "order", "pickup")))[::7])
def test_on_hand_is_the_opening_and_all_movements_in_every_order_of_arrival(
    books: Books, paper: PaperRegister, arrival: tuple[str, ...]
) -> None:
    documents = lives(paper)
    open_with(books, 10)

    for name in arrival:
        books.upload(sent(documents[name]))
        books.job("synchronize-orders")
    books.job("synchronize-orders")

    assert told(books) == 10 - 3 + 1 - 1 - 1
    assert sorted(movements(books)) == [
        ("pickup", "HOUSTON", -1), ("return", "HOUSTON", 1), ("sale", "HOUSTON", -3), ("sale", "HOUSTON", -1)
    ]  # fmt: skip


def test_what_is_shipped_leaves_the_place_it_is_shipped_from_and_what_is_only_ordered_moves_nothing(
    books: Books, paper: PaperRegister
) -> None:
    open_with(books, 5)
    books.upload(sent(paper.shipment()), at_once=True)
    assert told(books) == 5
    (order,) = books.orders()

    for step in ("pick", "pack", "ship"):
        books.upload(sent(paper.steps(books.orders()[0], step, 1)), at_once=True)

    assert order.lines[0].product == "A"
    assert told(books) == 4
    assert movements(books) == [("shipment", "HOUSTON", -1)]


def test_an_edit_moves_only_what_it_newly_hands_over(books: Books, paper: PaperRegister) -> None:
    open_with(books, 5)
    books.upload(sent(paper.order(carried_out=1)), at_once=True)
    edited = paper.act(void_line(start_edit(books.orders()[0], WHO, "c"), 1))
    books.upload(sent(edited), at_once=True)

    assert told(books) == 4
    assert movements(books) == [("sale", "HOUSTON", -1)]


def test_what_was_sold_before_it_was_counted_is_in_the_count_whenever_it_arrives(
    books: Books, paper: PaperRegister
) -> None:
    early, late = sent(paper.sale()), sent(paper.sale())
    books.upload(early)
    books.clock.forward(hours=1)
    open_with(books, 7)
    assert told(books) == 7
    books.upload(late)

    assert told(books) == 7
    assert len(movements(books)) == 2


def test_a_movement_of_a_clock_that_runs_ahead_stays_on_top_of_a_new_opening(
    books: Books, paper: PaperRegister
) -> None:
    books.clock.forward(hours=-1)
    open_with(books, 7)
    books.upload(sent(paper.sale()))
    assert told(books) == 6

    open_with(books, 20)

    assert told(books) == 19


def test_what_nobody_has_counted_is_moved_but_not_told(books: Books, paper: PaperRegister) -> None:
    books.upload(sent(paper.sale()))

    assert told(books) is None
    assert figure(books).on_hand_thousandths == -PIECE


def test_an_adjustment_is_a_movement_with_its_reason_and_told_at_once(
    books: Books, paper: PaperRegister
) -> None:
    open_with(books, 5)
    with books.parts.database.writing() as session:
        row = session.scalars(select(Stock)).one()
        adjust(session, row, -2 * PIECE, "broken", "Ada", "x", books.parts.now())

    assert books.feed("stock")["HOUSTON/A"]["quantity_thousandths"] == 3 * PIECE
    assert movements(books) == [("adjustment", "HOUSTON", -2)]


def test_two_stores_on_one_warehouse_share_its_figure_and_are_named(
    books: Books, paper: PaperRegister
) -> None:
    open_with(books, 5)
    open_with(books, 2, "SEATTLE")

    with books.parts.database.writing() as session:
        store = session.scalars(select(Store).where(Store.store == "SEATTLE")).one()
        draw_on(session, store, "HOUSTON")
        assert shared_warehouses(session) == {"HOUSTON": ["HOUSTON", "SEATTLE"]}
    assert (told(books), told(books, "SEATTLE")) == (5, 5)
    books.upload(sent(paper.sale()), at_once=True)
    with books.parts.database.reading() as session:
        assert uncounted(session, [("HOUSTON", "A")]) == {("HOUSTON", "A"): -PIECE}

    assert (told(books), told(books, "SEATTLE")) == (4, 4)
    with books.parts.database.writing() as session:
        draw_on(session, session.scalars(select(Store).where(Store.store == "SEATTLE")).one(), "SEATTLE")
    assert (told(books), told(books, "SEATTLE")) == (4, 2)


def test_every_invoice_stands_in_the_book_and_what_is_left_of_deposits_with_its_order(
    books: Books, paper: PaperRegister
) -> None:
    sale = paper.sale(2)
    back = paper.act(start_return(sold(sale), [Returned(1, PIECE, "Damaged")], None, paper.settings, "c"))
    books.upload(sent(sale), sent(back), sent(paper.order(carried_out=1)), at_once=True)

    with books.parts.database.reading() as session:
        book = {each.number: (each.kind, each.total_minor, each.applied_minor, each.store)
                for each in session.scalars(select(Invoice))}  # fmt: skip
        assert book == {
            "CRN-000001": ("return", -8000, 0, "HOUSTON"), "INV-000001": ("carry_out", 8000, 8000, "HOUSTON")
        }  # fmt: skip
        assert session.scalars(select(Order.deposit_left_minor)).all() == [800]


def test_what_leaves_and_comes_back_as_a_pack_moves_what_it_holds(books: Books, paper: PaperRegister) -> None:
    sale = paper.sale(2)
    box = {"unit": "box", "contains_thousandths": 6000}
    boxed = tuple(each.model_copy(update=box) for each in sale.lines)
    sale = sale.model_copy(update={"lines": boxed})
    back = paper.act(start_return(sold(sale), [Returned(1, PIECE, "Damaged")], None, paper.settings, "c"))
    for document in (sale, back):
        books.upload(sent(document))
    books.job("synchronize-orders")

    assert back.lines[0].unit == "box"
    assert movements(books) == [("sale", "HOUSTON", -12), ("return", "HOUSTON", 6)]
