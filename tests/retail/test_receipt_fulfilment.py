"""What stands on the picking list and on the packing slip: what is left of a line, where it goes, and no prices."""

from dataclasses import replace
from datetime import UTC, datetime

from retail.cart import deliver
from retail.orders.order import OrderState
from retail.orders.terms import pay_in_full
from retail.receipt_fulfilment import packing_slip_of, picking_list_of, picking_lists_of
from retail.receipt_rows import Item
from tests.retail.orders.lives import Life
from tests.retail.shop import SETTINGS, cart_with, pickup, shipment
from tests.retail.test_receipt import STORE, printed

AT = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


def made(*, ships: bool) -> OrderState:
    """An order of three of one product and one of another."""
    life = Life(SETTINGS)
    cart = deliver(cart_with(4000, 8000), [1, 2], shipment() if ships else pickup(), SETTINGS)
    line = replace(cart.lines[0], quantity_thousandths=3000)
    life.conclude(pay_in_full(replace(cart, lines=(line, *cart.lines[1:]))))
    return life.order


def test_the_picking_list_says_what_is_left_to_be_picked_and_of_what() -> None:
    order = made(ships=False)
    begun = replace(order.lines[0], picked_thousandths=1000)

    rows = picking_list_of(order, [begun, order.lines[1]], STORE, AT)

    lines = printed(rows)
    assert "# Picking list" in lines
    assert "Customer: Anna Berg" in lines
    assert [(row.name, row.quantity and str(row.quantity)) for row in rows if isinstance(row, Item)] == [
        ("Product A", "2"),
        ("Product B", None),
    ]
    assert sum("Picked up at" in line for line in lines) == 2
    assert lines[-1] == f"||{order.confirmation_number}||"


def test_one_paper_lists_what_is_to_be_picked_of_several_orders() -> None:
    fetched, sent = made(ships=False), made(ships=True)

    rows = picking_lists_of([(fetched, fetched.lines), (sent, sent.lines[:1])], STORE, AT)

    assert rows == (
        *picking_list_of(fetched, fetched.lines, STORE, AT),
        *picking_list_of(sent, sent.lines[:1], STORE, AT),
    )


def test_the_packing_slip_says_what_is_in_the_parcel_and_where_it_goes_once() -> None:
    order = made(ships=True)
    packed = replace(order.lines[0], packed_thousandths=2000)

    rows = packing_slip_of(order, [packed, order.lines[1]], STORE, AT)

    lines = printed(rows)
    items = [row for row in rows if isinstance(row, Item)]
    assert "# Packing slip" in lines
    assert [(row.name, row.quantity and str(row.quantity)) for row in items] == [
        ("Product A", "2"),
        ("Product B", None),
    ]
    assert all(row.price is None and row.amount is None for row in items)
    assert sum("Shipped (" in line for line in lines) == 1


def test_papers_say_how_urgent_the_mode_is_that_goods_leave_by() -> None:
    order, urgent = made(ships=True), replace(STORE, expedite={"ground": "Today"})

    for paper in (picking_list_of, packing_slip_of):
        assert "# Expedite: Today" in printed(paper(order, order.lines, urgent, AT))
        assert "Expedite" not in str(printed(paper(order, order.lines, STORE, AT)))
