"""A sales order has lines, a ledger of payments, and invoices for what was handed out."""

from sqlalchemy import select

from headquarters.orders.models import Transaction
from tests.headquarters.conftest import Books
from tests.headquarters.shop import sent


def test_pickup_order_is_open_with_its_deposit_available(books: Books) -> None:
    books.upload(sent(books.enrol().order()), at_once=True)

    [order] = books.orders()
    assert (order.number, order.status, order.revision) == ("SO-000001", "open", 1)
    assert (order.total_minor, order.paid_minor, order.deposit_available_minor) == (8000, 800, 800)
    [line] = order.lines
    assert (line.status, line.delivery, line.store, str(line.day)) == (
        "accepted",
        "pickup",
        "HOUSTON",
        "2026-11-04",
    )


def test_goods_carried_out_are_invoiced_at_once_and_use_the_deposit(books: Books) -> None:
    books.upload(sent(books.enrol().order(carried_out=1)), at_once=True)

    [order] = books.orders()
    assert order.status == "partially_invoiced"
    assert (order.paid_minor, order.deposit_available_minor) == (8800, 800)
    assert [(line.status, line.invoiced_thousandths) for line in order.lines] == [
        ("accepted", 0),
        ("invoiced", 1000),
    ]
    [invoice] = order.invoices
    assert (invoice.number, invoice.total_minor, invoice.applied_minor) == ("INV-000001", 8000, 8000)
    assert [payment.settled_minor for payment in order.payments] == [8800]


def test_shipment_paid_in_full_waits_to_be_shipped(books: Books) -> None:
    books.upload(sent(books.enrol().shipment()), at_once=True)

    [order] = books.orders()
    assert (order.status, order.paid_minor, order.deposit_available_minor) == ("open", 8000, 8000)
    [line] = order.lines
    assert (line.status, line.delivery, line.mode, line.store, line.place) == (
        "accepted", "ship", "ground", "HOUSTON", "Storgt 1, Bergen")  # fmt: skip


def test_plain_sale_is_a_transaction_and_no_order(books: Books) -> None:
    books.upload(sent(books.enrol().sale(quantity=2)), at_once=True)

    assert books.counts() == {"customers": 1, "orders": 0, "transactions": 1, "cases": 0, "parked": 0}
    with books.parts.database.reading() as session:
        [booked] = session.scalars(select(Transaction))
        assert (booked.total_minor, booked.paid_minor, booked.number, booked.order_uuid) == (
            16000,
            16000,
            1,
            None,
        )


def test_numbers_of_orders_have_no_gaps(books: Books) -> None:
    paper = books.enrol()
    bad = paper.order("01900000-0000-7000-8000-00000000dead", "Nobody")

    numbers = [
        result.number for document in (paper.order(), bad, paper.order())
        for result in books.upload(sent(document), at_once=True)
    ]  # fmt: skip

    assert numbers == ["SO-000001", None, "SO-000002"]
