"""Acts on an order as headquarters knows it: known there, not yet, changed meanwhile, or out of reach."""

from dataclasses import replace

import pytest

from retail.orders.order import OrderStatus
from tests.fixtures.fix_register import Register, Shop, at_work
from tests.pos_app.operations.orders import conclude, ordered, pay, shown, state

ACTS = ("order.edit", "order.pick_up", "order.cancel")


@pytest.fixture
def order(register: Register) -> str:
    """A for 100.00 and B for 40.00, 14.00 paid ahead, known to headquarters as 1001."""
    return ordered(register)


def test_recalling_brings_what_was_done_elsewhere(register: Register, order: str) -> None:
    register.line.books.change(order, lambda known: replace(known, status=OrderStatus.CANCELLED))

    assert str(register.do("order.recall", id=order).message) == "1001: Cancelled"
    assert "was cancelled" in register.refused("order.edit", id=order)


@pytest.mark.parametrize("operation", [*ACTS, "order.recall"])
def test_an_order_headquarters_knows_needs_it(register: Register, order: str, operation: str) -> None:
    register.line.state = "offline"

    assert "Headquarters does not answer" in register.refused(operation, id=order)


@pytest.mark.parametrize("operation", ACTS)
def test_an_act_on_an_order_that_was_changed_meanwhile_is_not_concluded(
    register: Register, order: str, operation: str
) -> None:
    register.do(operation, id=order)
    pay(register)
    register.line.books.change(order, lambda known: known)

    assert "changed elsewhere meanwhile" in register.refused("transaction.conclude")


def test_an_act_is_concluded_on_what_headquarters_keeps_and_has_not_posted_yet(shop: Shop) -> None:
    """The agent has brought the pickup there, and the job that posts it has not run."""
    register = at_work(shop, offline_order_actions=True)
    order = ordered(register, "A")
    register.line.state = "offline"
    register.do("order.pick_up", id=order)
    pay(register)
    shop.acknowledge(str(register.do("transaction.conclude").values["transaction"]))
    register.line.state = "online"

    register.do("order.return", id=order, items=[{"line": 1, "quantity": "1", "reason": "Too small"}])
    register.do("tender.refund_cash")

    register.do("transaction.conclude")


def test_an_act_is_not_concluded_when_something_was_done_to_the_order_here_meanwhile(
    register: Register, order: str
) -> None:
    register.do("order.pick_up", id=order)
    pay(register)
    register.do("fulfilment.pick", id=order, quantities={"1": "1"})

    assert "changed elsewhere meanwhile" in register.refused("transaction.conclude")


def test_an_act_on_a_known_order_is_not_concluded_while_headquarters_does_not_answer(
    register: Register, order: str
) -> None:
    register.do("order.pick_up", id=order)
    pay(register)
    register.line.state = "offline"

    assert "Headquarters does not answer, and this order needs it" in register.refused("transaction.conclude")


def test_a_lost_reply_makes_no_second_pickup(register: Register, order: str) -> None:
    register.do("order.pick_up", id=order)
    pay(register)
    register.line.state = "lose_reply"
    register.do("transaction.conclude")
    register.line.state = "online"

    register.do("order.recall", id=order)

    assert state(register, order).paid_minor == 14_000
    assert register.line.books.orders[order].paid_minor == 14_000
    assert len(register.line.books.orders[order].invoices) == 1


def test_an_unsent_order_is_edited_and_cancelled_here(shop: Shop) -> None:
    register = at_work(shop, async_orders=True)
    register.line.state = "offline"
    order = ordered(register)
    made = state(register, order).acts[-1]

    register.do("order.edit", id=order)
    register.do("line.void", line=2)
    edited = conclude(register)
    register.do("order.cancel", id=order)
    cancelled = conclude(register)

    assert shown(register, order)["status"] == "cancelled"
    waiting = {entry.uuid: entry.depends_on for entry in register.session.journal.outbox()}
    assert waiting == {made: None, edited: made, cancelled: edited}


def test_what_was_sent_and_has_no_number_waits(shop: Shop) -> None:
    register = at_work(shop, async_orders=True)
    order = ordered(register)
    shop.acknowledge(state(register, order).acts[-1])

    assert "waits for its number" in register.refused("order.edit", id=order)
    assert "waits for its number" in register.refused("order.cancel", id=order)


def test_an_asynchronous_cancellation_is_pending_until_headquarters_knows_of_it(shop: Shop) -> None:
    register = at_work(shop, async_orders=True, async_cancel=True)
    order = ordered(register)
    shop.acknowledge(state(register, order).acts[-1])

    register.do("order.cancel", id=order)
    conclude(register)

    assert shown(register, order)["status"] == "cancel_pending"
    assert "being cancelled" in register.refused("order.edit", id=order)
