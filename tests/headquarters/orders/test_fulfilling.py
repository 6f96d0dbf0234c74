"""Lines that a warehouse handles are picked, packed and shipped at headquarters, by the table of actions."""

from dataclasses import replace
from typing import Any

import pytest

from headquarters.errors import Refusal
from headquarters.orders.desk import customer_known, desk_of
from headquarters.orders.edits import NewLine, Way
from headquarters.orders.fulfilling import steps_here, take_step
from headquarters.orders.keying import Keyed, make_order, propose_order
from headquarters.settings.service import keep_stores, settings_of_store
from retail.customers import Address
from retail.orders.order import LineStatus, OrderState, OrderStatus
from retail.places import FulfilmentPlace
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA

HOME = Address("x", line1="Storgt 1", postcode="5003", city="Bergen", country="NO")


def shipped_from(books: Books, warehouse: str, **more: Any) -> OrderState:
    """Two apples to be shipped from a warehouse of the store, paid elsewhere."""
    with books.parts.database.writing() as session:
        group = (
            FulfilmentPlace("CENTRAL", "Central", hands_out=False, is_store=False),
            FulfilmentPlace("HOUSTON", "Houston"),
        )
        settings = replace(
            settings_of_store(session, "HOUSTON"), fulfilment_locations=True, fulfilment_group=group
        )
        keep_stores(session, [("HOUSTON", "Houston", settings)])
    with books.parts.database.writing() as session:
        customer = customer_known(session, ANNA)
        assert customer is not None
        desk = desk_of(session, books.parts, "HOUSTON", "Ada")
        said: dict[str, Any] = {"paid_minor": 14400} | more
        keyed = Keyed(customer, (NewLine("A", 2000),), Way("ground", warehouse), address=HOME, **said)
        return make_order(session, desk, propose_order(desk, keyed))


def step(books: Books, order: OrderState, action: str, line: int = 1) -> OrderState:
    with books.parts.database.writing() as session:
        take_step(session, books.parts, order, line, action, "Ada")
    return books.orders()[0]


def possible(books: Books, order: OrderState) -> dict[int, list[str]]:
    with books.parts.database.reading() as session:
        return {
            line: [each.value for each in found]
            for line, found in steps_here(session, books.parts, order).items()
        }


def test_a_line_of_a_warehouse_is_picked_packed_and_shipped_here(books: Books) -> None:
    order = shipped_from(books, "CENTRAL")
    assert possible(books, order) == {1: ["pick", "pack", "ship"]}

    order = step(books, order, "pick")
    assert (order.lines[0].status, possible(books, order)) == (
        LineStatus.PICKED,
        {1: ["unpick", "pack", "ship"]},
    )
    order = step(books, step(books, order, "pack"), "ship")

    assert (order.status, [each.number for each in order.invoices]) == (OrderStatus.INVOICED, ["INV-000001"])
    assert [(each.by, each.register) for each in order.events][-1] == ("Ada", "")
    assert possible(books, order) == {1: []}


def test_what_is_not_paid_does_not_leave(books: Books) -> None:
    order = shipped_from(books, "CENTRAL", paid_minor=0)

    with pytest.raises(Refusal, match=r"144\.00 is not paid for these goods"):
        step(books, order, "ship")
    assert books.orders()[0].lines[0].invoiced_thousandths == 0


def test_what_a_store_handles_and_what_is_not_there_is_refused(books: Books) -> None:
    order = shipped_from(books, "HOUSTON")

    assert possible(books, order) == {}
    for action, line, words in (
        ("ship", 1, "HOUSTON handles this line"), ("ship", 7, "no such line"), ("sell", 1, "no such line or step"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=words):
            step(books, order, action, line)
