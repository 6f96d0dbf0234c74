"""Which actions an order allows, as the acceptance scenarios say, and over every combination of facts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from retail.cart import CartKind
from retail.orders.actions import order_actions, order_verdict
from retail.orders.facts import LINE_ACTIONS, ORDER_ACTIONS, Action, OrderFacts, Whereabouts
from retail.orders.kinds import Origin
from retail.orders.order import OrderStatus
from retail.orders.rules import CAUTIONS, LINE_RULES, ORDER_RULES
from retail.permissions import Right
from retail.verdicts import Answer
from tests.retail.orders.actions_page import PAGE, page
from tests.retail.orders.facts import (
    AWAY,
    CANCELLED,
    CARRIED,
    CASHIER,
    DONE,
    ELSEWHERE,
    EXPIRED,
    FETCHED,
    HALF_RETURNED,
    HERE,
    ORDER,
    PACKED,
    PARTLY,
    PICKUP,
    QUOTE,
    REMOVED,
    RETURNED,
    SENT,
    SHIP,
    UNSENT,
    store_where,
)
from tests.retail.shop import SETTINGS, TODAY

# Every `can` and `cannot` of the acceptance scenarios: which, the facts, what is possible, what is not.
SCENARIOS = [
    ("orders/a-pickup-order-asks-for-ten-percent", ORDER, "edit cancel pick_up", "return"),
    ("orders/a-store-may-forbid-edits, new", store_where(ORDER, edit_partially_fulfilled=False), "edit", ""),
    (
        "orders/a-store-may-forbid-edits, after a pickup",
        store_where(PARTLY, edit_partially_fulfilled=False),
        "pick_up return",
        "edit cancel",
    ),
    ("cancel/the-charge-can-be-changed", ORDER, "cancel", ""),
    (
        "cancel/no-charge-code-no-cancelling",
        store_where(ORDER, cancellation_charge_code=None),
        "edit",
        "cancel",
    ),
    ("cancel/what-was-handed-out-blocks-cancelling", PARTLY, "edit pick_up return", "cancel"),
    ("cancel/without-a-charge-everything-goes-back", CANCELLED, "", "edit cancel pick_up return"),
    ("pickup/only-the-chosen-store-hands-out", replace(ORDER, lines=(AWAY,)), "edit cancel", "pick_up"),
    (
        "pickup/only-the-chosen-store-hands-out, there",
        replace(ORDER, lines=(AWAY,), settings=replace(SETTINGS, store=ELSEWHERE), made_here=False),
        "pick_up",
        "",
    ),
    ("quotes/a-quote-takes-no-money", QUOTE, "edit convert", "pick_up return"),
    ("quotes/a-quote-takes-no-money, expired", EXPIRED, "convert", ""),
    (
        "returns/what-came-back-cannot-come-back-again",
        replace(PARTLY, lines=(HALF_RETURNED,)),
        "pick_up",
        "return",
    ),
    (
        "sync/a-sent-order-is-cancelled-before-it-exists",
        store_where(SENT, async_cancel=True),
        "cancel",
        "edit",
    ),
    (
        "sync/a-sent-order-is-cancelled-before-it-exists, pending",
        store_where(replace(SENT, status=OrderStatus.CANCEL_PENDING), async_cancel=True),
        "",
        "edit cancel pick_up",
    ),
    ("sync/a-sent-order-waits-for-its-number, sent", SENT, "", "edit cancel pick_up return"),
    ("sync/a-sent-order-waits-for-its-number, numbered", ORDER, "edit cancel pick_up", ""),
    (
        "sync/an-offline-order-reaches-hq-once, offline",
        replace(UNSENT, online=False),
        "edit cancel",
        "return",
    ),
    (
        "sync/an-unsent-order-is-cancelled-offline",
        replace(UNSENT, online=False, status=OrderStatus.CANCELLED),
        "",
        "edit cancel pick_up",
    ),
    ("sync/an-unsent-order-is-edited-offline", replace(UNSENT, online=False), "edit cancel", ""),
    ("sync/an-unsent-order-is-unknown-elsewhere, fetched", DONE, "return", "edit cancel pick_up"),
    (
        "sync/known-orders-need-hq, offline",
        replace(ORDER, online=False),
        "",
        "edit cancel pick_up return recall",
    ),
    ("sync/known-orders-need-hq, online", ORDER, "edit cancel pick_up recall", ""),
    (
        "sync/offline-actions-work-on-the-local-copy",
        store_where(replace(ORDER, online=False), offline_order_actions=True),
        "pick_up cancel",
        "",
    ),
    (
        "sync/hq-cannot-cancel-what-was-handed-out",
        store_where(replace(SENT, online=False), async_cancel=True),
        "cancel recall",
        "",
    ),
    (
        "permissions/without-the-edit-right, recall",
        replace(ORDER, rights=CASHIER - {Right.EDIT_ORDER}),
        "recall",
        "",
    ),
]


@pytest.mark.parametrize(
    ("facts", "can", "cannot"), [row[1:] for row in SCENARIOS], ids=[row[0] for row in SCENARIOS]
)
def test_the_scenarios_expectations_hold(facts: OrderFacts, can: str, cannot: str) -> None:
    verdicts = order_actions(facts)

    assert {action for action in can.split() if not verdicts[Action(action)].is_possible} == set()
    assert {action for action in cannot.split() if verdicts[Action(action)].is_possible} == set()


def test_looking_and_printing_are_always_possible() -> None:
    nobody = replace(CANCELLED, rights=frozenset(), online=False, made_here=False)

    assert {order_verdict(nobody, action).answer for action in (Action.SHOW, Action.PRINT)} == {
        Answer.ALLOWED
    }


@pytest.mark.parametrize(
    ("action", "right"),
    [
        (Action.RECALL, Right.RETRIEVE_ORDER),
        (Action.EDIT, Right.EDIT_ORDER),
        (Action.CANCEL, Right.EDIT_ORDER),
        (Action.PICK_UP, Right.EDIT_ORDER),
    ],
)
def test_a_missing_right_asks_for_approval(action: Action, right: Right) -> None:
    verdict = order_verdict(replace(ORDER, rights=frozenset()), action)

    assert (verdict.answer, verdict.right, verdict.is_possible) == (Answer.NEEDS_APPROVAL, right, True)


def test_a_right_does_not_open_what_the_order_forbids() -> None:
    assert order_verdict(replace(DONE, rights=frozenset(Right)), Action.EDIT).answer is Answer.REFUSED


@pytest.mark.parametrize(
    ("facts", "action", "words"),
    [
        (replace(ORDER, lines=(AWAY,)), Action.PICK_UP, "These goods are picked up at Seattle."),
        (
            store_where(replace(ORDER, online=False, store=ELSEWHERE), offline_order_actions=True),
            Action.EDIT,
            "Headquarters does not answer, and this order is from Seattle. Try again later.",
        ),
        (SENT, Action.EDIT, "This order was sent and waits for its number. Press Sync now;"),
        (DONE, Action.CANCEL, "Everything on this order was handed out."),
        (replace(ORDER, lines=(PACKED,)), Action.CANCEL, "Goods of this order are packed."),
    ],
)
def test_a_refusal_says_what_to_do_next(facts: OrderFacts, action: Action, words: str) -> None:
    assert str(order_verdict(facts, action).words).startswith(words)


def test_an_expired_quote_converts_with_a_caution() -> None:
    verdict = order_verdict(EXPIRED, Action.CONVERT)

    assert (verdict.answer, str(verdict.words)) == (
        Answer.ALLOWED,
        "This quote expired on 2026-11-19. Today's prices will hold.",
    )
    assert order_verdict(QUOTE, Action.CONVERT).words is None


@pytest.mark.parametrize("origin", [Origin.HQ, Origin.CRM])
def test_an_order_keyed_at_headquarters_is_edited_with_a_caution(origin: Origin) -> None:
    verdict = order_verdict(replace(ORDER, origin=origin), Action.EDIT)

    assert verdict.answer is Answer.ALLOWED
    assert "Show the customer the new prices" in str(verdict.words)


SHAPES = [
    (CartKind.ORDER, OrderStatus.DRAFT, (PICKUP,)),
    (CartKind.ORDER, OrderStatus.OPEN, (PICKUP, SHIP)),
    (CartKind.ORDER, OrderStatus.OPEN, (AWAY,)),
    (CartKind.ORDER, OrderStatus.OPEN, (SHIP,)),
    (CartKind.ORDER, OrderStatus.OPEN, (PACKED,)),
    (CartKind.ORDER, OrderStatus.PARTIALLY_INVOICED, (FETCHED, SHIP, REMOVED)),
    (CartKind.ORDER, OrderStatus.PARTIALLY_INVOICED, (HALF_RETURNED, CARRIED)),
    (CartKind.ORDER, OrderStatus.INVOICED, (FETCHED, CARRIED)),
    (CartKind.ORDER, OrderStatus.INVOICED, (RETURNED,)),
    (CartKind.ORDER, OrderStatus.CANCELLED, (PICKUP,)),
    (CartKind.ORDER, OrderStatus.CANCEL_PENDING, (PICKUP,)),
    (CartKind.QUOTE, OrderStatus.QUOTE, (PICKUP,)),
    (CartKind.QUOTE, OrderStatus.QUOTE_EXPIRED, (PICKUP, SHIP)),
]
ORIGINS = [
    (Origin.STORE, False),
    (Origin.CALL_CENTRE, True),
    (Origin.CALL_CENTRE, False),
    (Origin.CRM, False),
]
BOTH = (False, True)


def every_combination() -> Iterator[OrderFacts]:
    settings = [
        replace(
            SETTINGS,
            offline_order_actions=offline_actions,
            async_cancel=async_cancel,
            edit_partially_fulfilled=edits,
            filter_shared_customer_data=filtered,
            cancellation_charge_code=code,
        )
        for offline_actions, async_cancel, edits, filtered, code in product(
            BOTH, BOTH, BOTH, BOTH, (None, "C")
        )
    ]
    for (kind, status, lines), whereabouts, made_here, store, online, each, (
        origin,
        completed,
    ), rights in product(
        SHAPES, Whereabouts, BOTH, (HERE, ELSEWHERE), BOTH, settings, ORIGINS, (CASHIER, frozenset[str]())
    ):
        yield OrderFacts(
            kind=kind,
            status=status,
            whereabouts=whereabouts,
            made_here=made_here,
            store=store,
            online=online,
            settings=each,
            rights=rights,
            lines=lines,
            today=TODAY,
            expires=TODAY - timedelta(days=1) if status is OrderStatus.QUOTE_EXPIRED else None,
            origin=origin,
            order_completion=completed,
            to_pay_minor=0 if status is OrderStatus.INVOICED else 100,
        )


def test_every_combination_has_one_verdict_an_action_and_every_reason_is_met() -> None:
    met: set[str] = set()
    combinations = 0
    for facts in every_combination():
        combinations += 1
        for action in ORDER_ACTIONS:
            verdict = order_verdict(facts, action)
            met.add(verdict.rule)
            if verdict.answer is Answer.REFUSED:
                assert verdict.words is not None
                assert verdict.rule
            elif verdict.answer is Answer.NEEDS_APPROVAL:
                assert verdict.right not in facts.rights
            if facts.status in (OrderStatus.CANCELLED, OrderStatus.CANCEL_PENDING, OrderStatus.DRAFT):
                settles = facts.status is OrderStatus.CANCELLED and facts.to_pay_minor
                possible = {Action.SHOW, Action.PRINT, Action.RECALL, *([Action.PAY] if settles else ())}
                assert verdict.is_possible <= (action in possible)

    assert combinations == 13 * 3 * 2 * 2 * 2 * 32 * 4 * 2
    only_for_lines = {rule.name for rule in ORDER_RULES if set(rule.actions) <= set(LINE_ACTIONS)}
    assert {rule.name for rule in ORDER_RULES} - met == only_for_lines | {
        "gone unpaid", "put aside", "put aside after it was sent",
    }  # fmt: skip


def test_an_order_that_headquarters_has_put_aside_says_where_to_look_and_not_to_sync() -> None:
    words = "Headquarters has put this order aside. Tap the sync sign and see what needs attention."
    aside, since = (replace(each, is_put_aside=True) for each in (UNSENT, SENT))

    for facts, action in ((aside, Action.PICK_UP), (since, Action.PICK_UP), (since, Action.EDIT)):
        assert str(order_verdict(facts, action).words) == words
    assert order_verdict(aside, Action.EDIT).is_possible
    assert order_verdict(aside, Action.CANCEL).is_possible
    assert order_verdict(replace(ORDER, is_put_aside=True), Action.PICK_UP).is_possible


def test_goods_that_went_unpaid_are_paid_before_they_come_back() -> None:
    declined = replace(DONE, to_pay_minor=9900, unpaid_minor=9900)

    assert order_verdict(declined, Action.PAY).is_possible
    refused = order_verdict(declined, Action.RETURN)
    assert (refused.answer, refused.rule) == (Answer.REFUSED, "gone unpaid")
    assert order_verdict(replace(declined, to_pay_minor=0, unpaid_minor=0), Action.RETURN).is_possible
    assert order_verdict(DONE, Action.PAY).rule == "all paid"


@pytest.mark.parametrize(("to_pay", "rule"), [(-500, ""), (0, "all paid"), (500, "")])
def test_what_a_cancelled_order_still_owes_either_way_is_settled(to_pay: int, rule: str) -> None:
    cancelled = replace(ORDER, status=OrderStatus.CANCELLED, to_pay_minor=to_pay)

    assert order_verdict(cancelled, Action.PAY).rule == rule


@pytest.mark.parametrize("whereabouts", Whereabouts)
def test_an_order_is_paid_wherever_it_is_on_its_way(whereabouts: Whereabouts) -> None:
    assert order_verdict(replace(ORDER, whereabouts=whereabouts, to_pay_minor=1), Action.PAY).is_possible


def test_every_row_has_its_own_name_and_says_what_to_do_in_one_short_sentence_or_two() -> None:
    for rules in (ORDER_RULES, LINE_RULES, CAUTIONS):
        assert len({rule.name for rule in rules}) == len(rules)
        for rule in rules:
            assert rule.words.endswith(".")
            assert len(rule.words) <= 110


def test_the_page_shows_the_table_as_it_is() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "renew it: python -m tests.retail.orders.actions_page"
    shown = page()
    for names, words in [
        ([rule.name for rule in ORDER_RULES], [rule.words for rule in ORDER_RULES]),
        ([rule.name for rule in LINE_RULES], [rule.words for rule in LINE_RULES]),
        ([rule.name for rule in CAUTIONS], [rule.words for rule in CAUTIONS]),
    ]:
        assert all(f"| {name} |" in shown for name in names)
        assert all(f"| {each} |" in shown for each in words)
