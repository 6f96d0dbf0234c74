"""Which steps of fulfilment a line of an order allows in each of its states."""

from dataclasses import replace

import pytest

from retail.orders.actions import line_verdict
from retail.orders.facts import LINE_ACTIONS, Action, LineFacts
from retail.orders.order import LineStatus
from retail.orders.rules import LINE_RULES
from retail.permissions import Right
from retail.verdicts import Answer
from tests.retail.orders.facts import CARRIED, ELSEWHERE, ORDER, PACKED, PICKUP, REMOVED, SHIP, store_where

READY = replace(PICKUP, status=LineStatus.PICKED, picked_thousandths=2000)

LINES = [
    (CARRIED, ""),
    (SHIP, "reject start pick pack ship"),
    (replace(SHIP, status=LineStatus.PENDING), "accept reject"),
    (replace(SHIP, status=LineStatus.PICKING), "reject pick pack ship"),
    (replace(SHIP, status=LineStatus.PARTIALLY_PICKED, picked_thousandths=500), "pick unpick pack ship"),
    (replace(SHIP, status=LineStatus.PICKED, picked_thousandths=2000), "unpick pack ship"),
    (PACKED, "unpack ship"),
    (replace(PACKED, status=LineStatus.PARTIALLY_PACKED, packed_thousandths=1000), "unpick pack unpack ship"),
    (
        replace(SHIP, status=LineStatus.PARTIALLY_INVOICED, invoiced_thousandths=1000),
        "start pick pack ship",
    ),
    (replace(SHIP, status=LineStatus.INVOICED, invoiced_thousandths=2000), ""),
    (replace(SHIP, status=LineStatus.REJECTED), ""),
    (replace(SHIP, store=ELSEWHERE), ""),
    (REMOVED, ""),
    (PICKUP, "reject start pick"),
    (READY, "unpick ready"),
    (replace(READY, ready_thousandths=1000), "unpick ready"),
    (replace(READY, ready_thousandths=2000), "unpick"),
]


@pytest.mark.parametrize(("line", "can"), LINES)
def test_a_line_allows_what_its_state_allows(line: LineFacts, can: str) -> None:
    order = replace(ORDER, lines=(line, PICKUP))

    possible = [each for each in LINE_ACTIONS if line_verdict(order, line, each).is_possible]

    assert [action.value for action in possible] == can.split()


def test_a_line_of_another_store_names_it() -> None:
    line = replace(SHIP, store=ELSEWHERE)

    assert (
        str(line_verdict(ORDER, line, Action.PICK).words)
        == "Seattle handles this line. Choose a line of this store."
    )


@pytest.mark.parametrize("action", LINE_ACTIONS)
def test_offline_all_but_rejecting_and_shipping_is_done_where_orders_are_acted_on_offline(
    action: Action,
) -> None:
    offline = store_where(replace(ORDER, online=False, lines=(SHIP,)), offline_order_actions=True)
    waits = line_verdict(offline, SHIP, action).rule == "fulfilment offline"

    assert waits is (action in (Action.REJECT, Action.SHIP))
    only_here = store_where(replace(offline, store=ELSEWHERE), offline_order_actions=True)
    for facts in (only_here, store_where(offline, offline_order_actions=False)):
        assert str(line_verdict(facts, SHIP, action).words).startswith("Headquarters does not answer")


def test_accepting_a_line_needs_its_right() -> None:
    pending = replace(SHIP, status=LineStatus.PENDING)
    verdict = line_verdict(replace(ORDER, lines=(pending,), rights=frozenset()), pending, Action.ACCEPT)

    assert (verdict.answer, verdict.right) == (Answer.NEEDS_APPROVAL, Right.ACCEPT_ORDER)


def test_every_reason_of_a_line_is_met() -> None:
    offline = store_where(replace(ORDER, online=False), offline_order_actions=True)
    met = {
        line_verdict(facts, line, action).rule
        for facts in (ORDER, offline, store_where(ORDER, reject_fulfilment=False))
        for line, _ in LINES
        for action in LINE_ACTIONS
    }

    assert met >= {rule.name for rule in LINE_RULES} | {"fulfilment offline"}
