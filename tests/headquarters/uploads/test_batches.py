"""A batch that is booked as a whole leaves in the books what its documents leave there one by one."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text

from headquarters.orders.models import Transaction
from headquarters.uploads.models import KeptDocument
from retail.cart import deliver, set_quantity
from retail.customers import Customer
from retail.orders.applying import order_after
from retail.orders.cancellation import start_cancellation
from retail.orders.delivery import Delivery
from retail.orders.editing import start_edit
from retail.orders.order import OrderState
from retail.orders.pickup import start_pickup
from retail.orders.returns import Returned, start_return
from retail.wire.uploads import TransactionDocument
from tests.headquarters.conftest import Books, HandClock, only_sqlite, parts_on
from tests.headquarters.shop import ANNA, PaperRegister, changed, sent

WHO = Customer(id=ANNA, name="Anna Berg", account="10001")
TABLES = ("transactions", "orders", "order_lines", "changes", "cases", "series", "customers", "uploads")


class Life:
    """Documents a register makes while nobody answers, on top of each other."""

    def __init__(self, paper: PaperRegister) -> None:
        self.paper = paper
        self.documents: list[dict[str, str]] = []

    def begin(self, **wish: object) -> OrderState:
        made = self.paper.order(**wish)  # type: ignore[arg-type]  # the words of `order`
        self.documents.append(sent(made))
        return order_after(made).order

    def then(self, state: OrderState, act: TransactionDocument) -> OrderState:
        self.documents.append(sent(act))
        return order_after(act, state).order

    def step(self, state: OrderState, action: str) -> None:
        self.documents.append(sent(self.paper.steps(state, action, 1)))

    def pickup(self, state: OrderState) -> TransactionDocument:
        return self.paper.act(start_pickup(state, {1: 1000}, WHO, self.paper.settings, "c"))

    def edit(self, state: OrderState, quantity: int) -> TransactionDocument:
        return self.paper.act(set_quantity(start_edit(state, WHO, "c"), 1, quantity))

    def cancellation(self, state: OrderState) -> TransactionDocument:
        return self.paper.act(start_cancellation(state, WHO, self.paper.settings, "c", 0))

    def give_back(self, state: OrderState) -> TransactionDocument:
        return self.paper.act(
            start_return(state, [Returned(1, 1000, "Too small")], WHO, self.paper.settings, "c")
        )

    def moved(self, state: OrderState, store: str) -> TransactionDocument:
        plan = state.lines[0].plan
        assert plan is not None
        elsewhere: Delivery = replace(plan, store=store)
        cart = deliver(start_edit(state, WHO, "c"), [1], elsewhere, self.paper.settings)
        return self.paper.act(cart)


def all_that_can_happen(paper: PaperRegister) -> list[dict[str, str]]:
    """Orders with all that follows, a pickup too many, a step too many, a sale, and who is waited for."""
    life = Life(paper)
    fetched = life.begin(carried_out=1)
    picked = life.then(fetched, life.pickup(fetched))
    life.then(picked, life.give_back(picked))
    life.then(fetched, life.pickup(fetched))
    edited = life.begin(pickup_store="SEATTLE")
    edited = life.then(edited, life.edit(edited, 3000))
    life.then(edited, life.moved(edited, "BOSTON"))
    cancelled = life.begin()
    life.then(cancelled, life.cancellation(cancelled))
    life.step(cancelled, "pick")
    ole = paper.customer()
    late = paper.order(ole.id, ole.name)
    nobody = paper.order("01900000-0000-7000-8000-00000000dead", "Nobody")
    return [*life.documents, sent(paper.sale()), sent(late), sent(ole), sent(nobody)]


def rows(books: Books) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the books but the keys of rows, which say only how often a row was written, and what is gone."""
    with books.parts.database.reading() as session:
        found = {}
        for table in TABLES:
            what = "changes WHERE NOT gone" if table == "changes" else table
            result = session.execute(text(f"SELECT * FROM {what}"))
            names = [name for name in result.keys() if name not in ("id", "sequence", "order_id")]  # noqa: SIM118 -- a result is no dict
            found[table] = sorted([tuple(row._mapping[name] for name in names) for row in result], key=repr)
        return found


@pytest.fixture
def other(shop_folder: Path, tmp_path: Path) -> Books:
    """A second headquarters with the same retailer."""
    folder = tmp_path / "other"
    shutil.copytree(shop_folder, folder)
    clock = HandClock()
    return Books(parts_on(folder, clock), clock, folder)


@only_sqlite
@pytest.mark.parametrize("at_once", [True, False])
def test_a_batch_leaves_what_its_documents_leave_one_by_one(
    books: Books, other: Books, at_once: bool
) -> None:
    paper = books.enrol()
    documents = all_that_can_happen(paper)
    other.enrol()
    other.devices = books.devices
    with books.parts.database.reading() as session:
        epoch = session.scalar(text("SELECT epoch FROM devices"))
    with other.parts.database.writing() as session:
        session.execute(text("UPDATE devices SET epoch = :epoch"), {"epoch": epoch})

    told = books.upload(*documents, at_once=at_once)
    told_one_by_one = [result for each in documents for result in other.upload(each, at_once=at_once)]
    for each in (books, other):
        each.job("synchronize-customers")
        each.job("synchronize-orders")

    assert rows(books) == rows(other)
    assert books.counts() == {
        "customers": 2, "orders": 4, "transactions": 11, "arrived": 1, "cases": 2, "parked": 0,
    }  # fmt: skip
    assert [each.number for each in told][:4] == ["SO-000001" if at_once else None] * 4
    assert [each.number for each in told_one_by_one][:4] == ["SO-000001" if at_once else None] * 4
    with books.parts.database.reading() as session:
        waits = session.scalars(select(KeptDocument.reason).where(KeptDocument.state == "waiting")).all()
    assert waits == ["It waits for its customer Nobody, who has not arrived yet."]
    other.parts.database.close()


def test_what_was_booked_is_left_as_it_is_when_its_batch_comes_again(books: Books) -> None:
    documents = all_that_can_happen(books.enrol())
    books.upload(*documents, at_once=True)
    before = rows(books)

    again = books.upload(*documents, at_once=True)

    assert rows(books) == before
    assert {each.outcome for each in again} == {"known"}
    assert again[0].order is not None


def test_of_two_documents_under_one_id_the_first_is_booked_and_the_other_put_aside(books: Books) -> None:
    paper = books.enrol()
    sale = sent(paper.sale())
    other = changed(sale, '"user":"cashier"', '"user":"somebody else"')

    results = books.upload(sale, sale, other, at_once=True)

    assert [each.outcome for each in results] == ["stored", "known", "quarantined"]
    with books.parts.database.reading() as session:
        assert session.scalars(select(Transaction.user)).all() == ["cashier"]
    assert (books.counts()["transactions"], books.cases()) == (1, 1)
