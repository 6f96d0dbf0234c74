"""Steps of fulfilment: each is kept and sent at once; what the table of actions refuses changes nothing."""

import json
from typing import Any

import pytest

from retail.orders.order import LineStatus, OrderState
from tests.fixtures.fix_register import ANNA, HOME, Register, Shop, at_work
from tests.pos_app.operations.orders import ordered, state


def shipped(register: Register, *goods: str) -> str:
    """An order of these goods to be shipped, paid in full."""
    register.do("customer.set", id=ANNA)
    for number in goods or ("A", "B"):
        register.do("product.add", number=number)
    register.do("order.ship_all", address=HOME)
    register.do("deposit.pay_in_full")
    register.do("tender.cash")
    return str(register.do("transaction.conclude").values["order"])


def stages(order: OrderState) -> list[str]:
    return [line.status.value for line in order.lines]


@pytest.fixture
def order(register: Register) -> str:
    return shipped(register)


def test_lines_go_through_their_stages_in_parts(register: Register, order: str) -> None:
    register.do("fulfilment.pick", id=order, quantities={"1": "1", "2": "1"})
    assert stages(state(register, order)) == ["picked", "picked"]

    register.do("fulfilment.pack", id=order, quantities={"1": "1"})
    assert stages(state(register, order)) == ["packed", "picked"]

    done = register.do("fulfilment.ship", id=order, quantities={"1": "1"})
    assert str(done.message) == "Order 1001: Partially invoiced."
    assert stages(state(register, order)) == ["invoiced", "picked"]
    register.do("fulfilment.ship", id=order, quantities={"2": "1"})
    assert state(register, order).status == "invoiced"
    assert register.line.books.orders[order] == state(register, order)


def test_a_store_that_accepts_by_hand_accepts_and_rejects(shop: Shop) -> None:
    shop.line.books.manual_accept = True
    register = at_work(shop, manual_accept=True)
    order = shipped(register)
    assert stages(state(register, order)) == ["pending", "pending"]
    assert "Accept this line first" in register.refused("fulfilment.ship", id=order, quantities={"1": "1"})

    register.do("fulfilment.accept", id=order, lines=[1])
    register.do("fulfilment.reject", id=order, lines=[2])

    assert stages(state(register, order)) == ["accepted", "rejected"]
    assert "accepted already" in register.refused("fulfilment.accept", id=order, lines=[1])


def test_steps_are_written_down_and_sent_in_one_document(register: Register, order: str) -> None:
    register.line.books.texts.clear()

    register.do("fulfilment.pick", id=order, quantities={"1": "1", "2": "1"})

    [document] = map(json.loads, register.line.books.texts)
    assert [(step["action"], step["line"]) for step in document["steps"]] == [("pick", 1), ("pick", 2)]
    assert (document["kind"], document["order"], document["based_on"]) == ("fulfilment", order, 1)
    assert "fulfilment.pick" in register.kinds()
    assert register.session.journal.outbox() == []


def test_a_step_whose_answer_was_lost_waits_and_is_taken_once(register: Register, order: str) -> None:
    deliver = register.line.deliver

    def lost(entries: Any, seconds: float) -> Any:
        register.line.state = "lose_reply"
        try:
            return deliver(entries, seconds)
        finally:
            register.line.state = "online"

    register.line.deliver = lost  # type: ignore[method-assign]
    register.do("fulfilment.ship", id=order, quantities={"1": "1"})
    [waiting] = register.session.journal.outbox()
    register.line.deliver = deliver  # type: ignore[method-assign]

    register.session.courier.bring(waiting.uuid)

    assert len(register.line.books.orders[order].invoices) == 1
    assert register.session.journal.outbox() == []
    assert register.line.books.orders[order] == state(register, order)


@pytest.mark.parametrize(
    ("operation", "params", "words"),
    [
        ("fulfilment.pick", {}, "Nothing was chosen"),
        ("fulfilment.accept", {"lines": []}, "Nothing was chosen"),
        ("fulfilment.pick", {"quantities": {"1": "0"}}, "Choose 1 or more of each line"),
        ("fulfilment.pick", {"quantities": {"1": "2"}}, "Only 1 of Trail shoe is left for this"),
        ("fulfilment.ship", {"quantities": {"9": "1"}}, "There is no line 9"),
        ("fulfilment.accept", {"lines": [1]}, "accepted already"),
    ],
)
def test_a_step_that_cannot_be_taken_changes_nothing(
    register: Register, order: str, operation: str, params: dict[str, Any], words: str
) -> None:
    assert words in register.refused(operation, id=order, **params)


def test_goods_to_be_picked_up_are_neither_packed_nor_shipped(register: Register) -> None:
    order = ordered(register)

    for operation in ("fulfilment.pack", "fulfilment.ship"):
        assert "Use Pick up when the customer is here" in register.refused(
            operation, id=order, quantities={"1": "1"}
        )
    register.do("fulfilment.pick", id=order, quantities={"1": "1"})


def test_shipments_need_headquarters_even_where_orders_are_acted_on_offline(shop: Shop) -> None:
    register = at_work(shop, offline_order_actions=True)
    order = shipped(register)
    register.line.state = "offline"

    for operation, params in (
        ("fulfilment.ship", {"quantities": {"1": "1"}}),
        ("fulfilment.reject", {"lines": [1]}),
    ):
        assert "shipping and rejecting need it" in register.refused(operation, id=order, **params)


def test_picked_and_packed_offline_goods_are_shipped_once_headquarters_has_heard_of_it(shop: Shop) -> None:
    register = at_work(shop, offline_order_actions=True)
    order = shipped(register)
    register.line.state = "offline"
    for operation in ("fulfilment.pick", "fulfilment.unpick", "fulfilment.pick", "fulfilment.pack"):
        register.do(operation, id=order, quantities={"1": "1"})
    line, unheard = state(register, order).lines[0], shop.line.books.orders[order].lines[0]
    assert (line.status, unheard.status) == (LineStatus.PACKED, LineStatus.ACCEPTED)

    register.line.state = "online"
    register.do("fulfilment.ship", id=order, quantities={"1": "1"})

    after = shop.line.books.orders[order]
    assert (after.lines[0].packed_thousandths, after.lines[0].status) == (1000, LineStatus.INVOICED)
    assert after.acts == state(register, order).acts


def test_an_order_nobody_knows_has_no_steps(register: Register) -> None:
    assert "not known here" in register.refused("fulfilment.pick", id="nothing", quantities={"1": "1"})


@pytest.mark.parametrize(
    ("operation", "params", "right"),
    [
        ("fulfilment.reject", {"lines": [1]}, "reject_order"),
        ("fulfilment.pick", {"quantities": {"1": "1"}}, "edit_order"),
        ("fulfilment.ship", {"quantities": {"1": "1"}}, "edit_order"),
    ],
)
def test_a_step_needs_its_right(
    register: Register, order: str, operation: str, params: dict[str, Any], right: str
) -> None:
    assert register.session.user is not None
    register.session.user = register.session.user.model_copy(update={"rights": ()})

    assert register.needs_approval(operation, id=order, **params).permission == right
    register.do(operation, id=order, approved_by="manager", **params)


def test_what_waits_for_acceptance_needs_the_right_to_accept(shop: Shop) -> None:
    shop.line.books.manual_accept = True
    register = at_work(shop, manual_accept=True)
    order = shipped(register)
    assert register.session.user is not None
    register.session.user = register.session.user.model_copy(update={"rights": ()})

    assert register.needs_approval("fulfilment.accept", id=order, lines=[1]).permission == "accept_order"
