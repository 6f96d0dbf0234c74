"""Who keyed an order decides what may be changed of it at a register (decision 43)."""

from dataclasses import replace

import pytest

from pos_app.operations.registry import Asks
from retail.orders.kinds import Origin
from tests.fixtures.fix_register import SETTINGS, Register, Shop
from tests.pos_app.operations.orders import ordered, state


@pytest.mark.parametrize("origin", [Origin.HQ, Origin.CRM])
def test_an_order_keyed_at_headquarters_is_edited_once_the_difference_is_accepted(
    shop: Shop, register: Register, origin: Origin
) -> None:
    order = ordered(register)
    register.line.books.change(order, lambda known: replace(known, origin=origin))
    register.do("order.edit", id=order)
    assert register.cart["total_minor"] == 14_000
    register.do("transaction.void")
    shop.publish(SETTINGS, promotions={"P1": {"id": "P1", "name": "Week", "kind": "percent", "products": ["A"],
                                              "percent": "10"}})  # fmt: skip

    outcome = register.ask("order.edit", id=order)
    assert isinstance(outcome, Asks)
    assert str(outcome.questions[0].prompt) == (
        "Keyed at headquarters. Today's prices change its total: 140.00 → 130.00. Edit it?"
    )
    assert register.refused("order.edit", id=order, sure=False) == (
        "The order stays as it was. Ask headquarters to change it at its own prices."
    )
    register.do("order.edit", id=order, sure=True)

    assert register.cart["total_minor"] == 13_000
    assert state(register, order).total_minor == 14_000


def test_agreed_prices_of_an_order_stay_only_where_the_store_prevents_unintentional_price_calculation(
    shop: Shop, register: Register
) -> None:
    order = ordered(register)
    week = {"P1": {"id": "P1", "name": "Week", "kind": "percent", "products": ["A"], "percent": "10"}}
    shop.publish(SETTINGS, promotions=week)
    register.do("order.edit", id=order)
    assert register.cart["total_minor"] == 14_000
    register.do("transaction.void")

    shop.publish(replace(SETTINGS, prevent_price_calculation=False), promotions=week)
    outcome = register.ask("order.edit", id=order)
    assert isinstance(outcome, Asks)
    assert str(outcome.questions[0].prompt) == "Today's prices change its total: 140.00 → 130.00. Edit it?"
    register.do("order.edit", id=order, sure=True)
    assert register.cart["total_minor"] == 13_000


def test_an_order_that_the_call_centre_completes_is_not_edited(register: Register) -> None:
    order = ordered(register)
    register.line.books.change(
        order, lambda known: replace(known, origin=Origin.CALL_CENTRE, order_completion=True)
    )

    for operation in ("order.edit", "order.cancel"):
        assert register.refused(operation, id=order) == (
            "The call centre completes this order. Ask the call centre to change it."
        )
    register.do("order.pick_up", id=order)
