"""What is done to an order is booked once; what no longer fits opens one case and keeps its money (decision 20)."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import select

from headquarters.cases.models import Case
from headquarters.orders.models import OrderLine, Transaction
from headquarters.uploads.models import KeptDocument
from retail.cart import add_line, set_quantity, void_line
from retail.customers import Customer
from retail.orders.applying import order_after
from retail.orders.cancellation import start_cancellation
from retail.orders.editing import start_edit
from retail.orders.order import OrderState, OrderStatus
from retail.orders.pickup import start_pickup
from retail.orders.returns import Returned, start_return
from retail.settings import StoreSettings
from retail.wire.orders import order_of
from retail.wire.uploads import FulfilmentDocument, TransactionDocument
from tests.headquarters.conftest import Books
from tests.headquarters.shop import APPLE, PaperRegister, sent

WHO = Customer(id="01900000-0000-7000-8000-00000000a00a", name="Anna Berg", account="10001")


@dataclass
class Order:
    """An order in the books, and the register that acts on it as headquarters has it."""

    books: Books
    paper: PaperRegister

    @property
    def state(self) -> OrderState:
        [state] = self.books.orders()
        return state

    def pickup(self, quantity: int = 1000, line: int = 1) -> TransactionDocument:
        cart = start_pickup(self.state, {line: quantity}, WHO, self.paper.settings, "c")
        return self.paper.act(cart)

    def cancellation(self, charge: int = 0) -> TransactionDocument:
        return self.paper.act(start_cancellation(self.state, WHO, self.paper.settings, "c", charge))

    def edit(self, quantity: int) -> TransactionDocument:
        return self.paper.act(set_quantity(start_edit(self.state, WHO, "c"), 1, quantity))

    def give_back(self, quantity: int = 1000) -> TransactionDocument:
        items = [Returned(1, quantity, "Too small")]
        return self.paper.act(start_return(self.state, items, WHO, self.paper.settings, "c"))

    def post(self, *documents: TransactionDocument | FulfilmentDocument) -> OrderState:
        for document in documents:
            self.books.upload(sent(document), at_once=True)
        return self.state

    def cases(self) -> list[str]:
        with self.books.parts.database.reading() as session:
            return list(session.scalars(select(Case.words)))


@pytest.fixture
def order(books: Books) -> Order:
    """One apple for 80.00 to be fetched, 8.00 paid ahead."""
    made = Order(books, books.enrol())
    made.post(made.paper.order())
    return made


@pytest.fixture
def shipment(books: Books) -> Order:
    """One apple to be shipped, paid in full."""
    made = Order(books, books.enrol())
    made.post(made.paper.shipment())
    return made


def test_an_edit_makes_the_next_revision_under_the_same_number(order: Order) -> None:
    after = order.post(order.edit(3000))

    assert (after.number, after.revision, after.total_minor, after.paid_minor) == (
        "SO-000001",
        2,
        24_000,
        2400,
    )
    assert [line.ordered_thousandths for line in after.lines] == [3000]
    assert order.cases() == []


def test_a_pickup_is_an_invoice_with_a_number_of_headquarters(order: Order) -> None:
    after = order.post(order.pickup())

    [invoice] = after.invoices
    assert (after.status, after.paid_minor, after.balance_minor) == ("invoiced", 8000, 0)
    assert (invoice.kind, invoice.number, invoice.total_minor, invoice.applied_minor) == (
        "pickup", "INV-000001", 8000, 800,
    )  # fmt: skip


def test_a_number_once_given_to_an_invoice_stays(order: Order) -> None:
    order.post(order.edit(2000))
    order.post(order.pickup())
    after = order.post(order.pickup())

    assert [invoice.number for invoice in after.invoices] == ["INV-000001", "INV-000002"]


def test_a_cancellation_keeps_its_charge(order: Order) -> None:
    after = order.post(order.cancellation(500))

    assert (after.status, after.total_minor, after.paid_minor, after.balance_minor) == (
        "cancelled",
        500,
        500,
        0,
    )


def test_a_return_gives_back_what_was_invoiced(order: Order) -> None:
    order.post(order.pickup())
    after = order.post(order.give_back())

    assert (after.lines[0].returned_thousandths, after.returned_minor, after.paid_minor) == (1000, 8000, 0)
    assert after.invoices[-1].number == "INV-000002"


def test_steps_of_fulfilment_are_taken_and_shipping_bills(shipment: Order) -> None:
    order = shipment
    assert order.post(order.paper.steps(order.state, "pick", 1)).lines[0].status == "picked"
    assert order.post(order.paper.steps(order.state, "pack", 1)).lines[0].status == "packed"

    after = order.post(order.paper.steps(order.state, "ship", 1))

    assert (after.status, after.deposit_available_minor) == ("invoiced", 0)
    assert [(each.kind, each.number) for each in after.invoices] == [("shipment", "INV-000001")]


@pytest.mark.parametrize("at_once", [True, False])
def test_an_act_sent_twice_is_booked_once(order: Order, at_once: bool) -> None:
    pickup = order.pickup()
    for _ in range(2):
        order.books.upload(sent(pickup), at_once=at_once)
        order.books.job("synchronize-orders")

    assert (order.state.paid_minor, len(order.state.invoices)) == (8000, 1)
    assert order.books.counts()["transactions"] == 2
    assert order.cases() == []


def test_steps_sent_twice_are_taken_once(shipment: Order) -> None:
    order = shipment
    ship = order.paper.steps(order.state, "ship", 1)

    order.post(ship, ship)

    assert len(order.state.invoices) == 1
    assert order.cases() == []


def test_the_answer_in_real_time_carries_the_order_as_it_stands(order: Order) -> None:
    pickup = order.pickup()

    [result] = order.books.upload(sent(pickup), at_once=True)
    [again] = order.books.upload(sent(pickup), at_once=True)

    assert (result.outcome, again.outcome) == ("stored", "known")
    assert result.order is not None
    assert order_of(result.order) == order.state
    assert again.order == result.order


def test_what_is_only_kept_is_answered_without_an_order(order: Order) -> None:
    [result] = order.books.upload(sent(order.pickup()))

    assert (result.number, result.order) == (None, None)


def test_a_cancellation_of_goods_that_went_opens_one_case_and_its_money_stays(order: Order) -> None:
    order.post(order.edit(2000))
    cancelled, pickup = order.cancellation(), order.pickup()
    order.post(pickup)

    after = order.post(cancelled, cancelled)

    [words] = order.cases()
    assert words == (
        f"SO-000001, receipt {cancelled.receipt_number}: It was cancelled, but goods of it had been handed out."
    )
    assert after.status is OrderStatus.PARTIALLY_INVOICED
    assert after.payments[-1].settled_minor == -1600
    assert after.acts[-1] == cancelled.id
    with order.books.parts.database.reading() as session:
        assert session.scalars(
            select(Transaction.paid_minor).where(Transaction.uuid == cancelled.id)
        ).all() == [-1600]


def test_goods_that_two_registers_handed_out_open_one_case(order: Order) -> None:
    first, second = order.pickup(), order.pickup()

    order.post(first)
    after = order.post(second)

    assert len(order.cases()) == 1
    assert "1 of Apple went, but only 0 were left." in order.cases()[0]
    assert (after.lines[0].invoiced_thousandths, after.paid_minor) == (1000, 8000 + second.paid_minor)


def test_a_step_that_no_longer_fits_opens_one_case_and_the_order_knows_of_it(shipment: Order) -> None:
    order = shipment
    late = order.paper.steps(order.state, "pick", 1)
    order.post(order.cancellation())

    after = order.post(late, late)

    [words] = order.cases()
    assert words.startswith("SO-000001: a step of HOUSTON does not fit any more.")
    assert (after.status, after.acts[-1], after.lines[0].picked_thousandths) == ("cancelled", late.id, 0)


def test_an_act_before_its_order_waits_for_it(order: Order) -> None:
    other = order.paper.order()
    made = order.books.orders()[0]
    assert other.order is not None
    unknown = PaperRegister(seed=9, epoch=order.paper.epoch)
    unknown.number = 50
    steps = unknown.steps(made, "pick", 1).model_copy(update={"order": other.order.id})

    [result] = order.books.upload(sent(steps), at_once=True)

    assert (result.outcome, result.order) == ("stored", None)
    with order.books.parts.database.reading() as session:
        reasons = session.scalars(select(KeptDocument.reason).where(KeptDocument.reason != "")).all()
    assert reasons == ["It waits for its order, which has not been made yet."]

    order.books.upload(sent(other), at_once=True)
    assert order.books.job("synchronize-orders").rows == 1
    picked = next(each for each in order.books.orders() if each.id == other.order.id)
    assert picked.lines[0].status == "picked"


def test_the_lines_that_are_searched_follow_the_order(order: Order) -> None:
    cart = add_line(start_edit(order.state, WHO, "c"), APPLE, order.paper.settings)
    order.post(order.paper.act(void_line(cart, 1)))

    with order.books.parts.database.reading() as session:
        lines = session.execute(
            select(OrderLine.number, OrderLine.status, OrderLine.invoiced_thousandths).order_by(
                OrderLine.number
            )
        ).all()
    assert [tuple(line) for line in lines] == [(1, "cancelled", 0), (2, "invoiced", 1000)]


def test_a_store_that_hands_out_hears_of_every_act(books: Books) -> None:
    made = Order(books, books.enrol())
    made.post(made.paper.order(pickup_store="SEATTLE"))
    seattle = replace(books.enrol("SEATTLE-1"), settings=StoreSettings(store="SEATTLE"), seed=11)

    pickup = seattle.act(start_pickup(made.state, {1: 1000}, WHO, seattle.settings, "c"))
    books.upload(sent(pickup), by="SEATTLE-1", at_once=True)

    for store in ("HOUSTON", "SEATTLE"):
        [state] = books.orders(store)
        assert (state.status, state.acts[-1]) == ("invoiced", pickup.id)
    assert books.orders("BOSTON") == []


def test_what_a_register_handed_in_before_is_posted_before_what_it_does_at_once(order: Order) -> None:
    """The pickup is only kept, as the agent brings it; the return of it comes while somebody waits."""
    pickup = order.pickup()
    order.books.upload(sent(pickup))
    handed_out = order_after(pickup, order.state, manual_accept=False).order
    assert order.state.acts != handed_out.acts
    back = order.paper.act(
        start_return(handed_out, [Returned(1, 1000, "Too small")], WHO, order.paper.settings, "c")
    )

    state = order.post(back)

    assert state.acts == (*handed_out.acts, back.id)
    assert (state.lines[0].invoiced_thousandths, state.lines[0].returned_thousandths) == (1000, 1000)
    assert order.cases() == []


def test_what_waits_for_what_is_missing_before_it_goes_on_waiting(books: Books) -> None:
    """The order waits for its customer, who has not arrived: what was done to it waits behind it."""
    paper = books.enrol()
    unknown = paper.customer()
    made = paper.order(customer=unknown.id)
    order = order_after(made, None, manual_accept=False).order
    steps = paper.steps(order, "pick", 1)

    for document in (made, steps):
        books.upload(sent(document), at_once=True)

    assert books.orders() == []
    books.upload(sent(unknown), at_once=True)
    books.job("synchronize-orders")
    [state] = books.orders()
    assert state.acts[-1] == steps.id
