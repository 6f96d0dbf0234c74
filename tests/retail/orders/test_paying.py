"""Further payments on an order: for goods that have gone unpaid first, then ahead, and used in proportion."""

from dataclasses import replace

import pytest

from retail.cart import Cart, CartKind, add_line, void_line
from retail.errors import RuleBroken
from retail.orders.applying import order_after
from retail.orders.ledger import Payment
from retail.orders.order import OrderState, OrderStatus
from retail.orders.pickup import use_deposit
from retail.orders.terms import override_deposit
from retail.totals import totals_of
from retail.wire.conversion import faults_of
from tests.retail.orders.lives import Life, check_whole
from tests.retail.orders.test_pickup import alive, ordered
from tests.retail.shop import SETTINGS, product


def figures(order: OrderState) -> tuple[int, int, int]:
    check_whole(order)
    return order.paid_minor, order.deposit_available_minor, order.balance_minor


def applied(cart: Cart) -> tuple[int, int]:
    assert cart.act is not None
    return cart.act.applied_minor, totals_of(cart, SETTINGS).due_minor


def test_a_further_payment_is_paid_ahead_and_used_in_proportion_to_the_goods() -> None:
    life = alive(ordered(10_000, 10_000))
    cart = life.pay(8000)
    assert (cart.kind, totals_of(cart, SETTINGS).due_minor) == (CartKind.PAYMENT, 8000)
    life.conclude(cart)
    assert figures(life.order) == (10_000, 10_000, 10_000)

    first = life.pickup({1: 1000})
    assert applied(first) == (5000, 5000)
    life.conclude(first)
    last = life.pickup({2: 1000})
    assert applied(last) == (5000, 5000)
    life.conclude(last)

    assert figures(life.order) == (20_000, 0, 0)


def test_without_an_amount_all_that_is_left_is_paid_and_pickups_cost_nothing_more() -> None:
    life = alive(ordered(3333, 6667))
    life.conclude(life.pay(None))
    assert figures(life.order) == (10_000, 10_000, 0)

    for number in (1, 2):
        cart = life.pickup({number: 1000})
        assert totals_of(cart, SETTINGS).due_minor == 0
        life.conclude(cart)
    assert figures(life.order) == (10_000, 0, 0)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0.00 is not an amount to pay with. Type 180.00 or less."),
        (-1, "-0.01 is not an amount to pay with. Type 180.00 or less."),
        (18_001, "Only 180.00 of this order is still to be paid. Type 180.00 or less."),
    ],
)
def test_a_payment_stays_within_what_is_left_to_pay(amount: int, words: str) -> None:
    life = alive(ordered(20_000))

    with pytest.raises(RuleBroken) as refused:
        life.pay(amount)

    assert str(refused.value) == words


def test_nothing_is_paid_on_an_order_that_is_paid() -> None:
    life = alive(ordered(20_000))
    life.conclude(life.pay(None))

    with pytest.raises(RuleBroken, match="All of this order is paid"):
        life.pay(1)


def test_what_was_paid_on_top_stays_when_the_order_is_edited_up_to_its_total() -> None:
    life = alive(ordered(10_000, 10_000))
    life.conclude(life.pay(13_000))

    cart = life.edit()
    assert totals_of(cart, SETTINGS).due_minor == 0
    smaller = void_line(cart, 2)
    totals = totals_of(smaller, SETTINGS)
    assert (totals.calculated_deposit_minor, totals.deposit_minor, totals.due_minor) == (1000, 10_000, -5000)
    life.conclude(smaller)

    assert figures(life.order) == (10_000, 10_000, 0)


def test_a_deposit_stated_anew_takes_the_place_of_what_was_paid_on_top() -> None:
    life = alive(ordered(20_000))
    life.conclude(life.pay(8000))

    cart = override_deposit(life.edit(), SETTINGS, 5000, "Regular customer", "manager")

    assert totals_of(cart, SETTINGS).due_minor == -5000
    life.conclude(cart)
    assert figures(life.order) == (5000, 5000, 15_000)
    assert not life.order.terms.topped_up


def test_an_overridden_deposit_with_a_further_payment_is_still_steered() -> None:
    life = alive(override_deposit(ordered(10_000, 10_000), SETTINGS, 4000, "Regular customer", "manager"))
    life.conclude(life.pay(2000))

    assert totals_of(life.edit(), SETTINGS).due_minor == 0
    cart = life.pickup({1: 1000})
    assert applied(cart) == (0, 10_000)
    life.conclude(use_deposit(cart, SETTINGS, 6000))

    assert figures(life.order) == (10_000, 0, 10_000)


def test_a_payment_that_meets_an_order_that_ended_meanwhile_is_kept_and_named() -> None:
    life = alive(ordered(20_000))
    document = life.made(life.pay(8000)).model_copy(update={"id": "01900000-0000-7000-8000-0000000000ff"})
    life.conclude(life.cancel())
    assert life.at_hq is not None

    there = order_after(document, life.at_hq)

    assert there.order.paid_minor == 8000
    assert tuple(map(str, there.misfits)) == (
        "It was paid for, and 80.00 of that is more than was left to pay. Give that back.",
    )


def test_a_payment_is_applied_once() -> None:
    life = alive(ordered(20_000))
    document = life.conclude(life.pay(8000))

    assert order_after(document, life.order).order is life.order


def test_a_payment_with_goods_or_without_an_amount_is_unsound() -> None:
    life = alive(ordered(20_000))
    sale = life.documents[0]
    document = life.made(life.pay(8000))
    assert document.act is not None
    assert faults_of(document) == []

    nothing = document.model_copy(update={"act": document.act.model_copy(update={"asked_minor": 0})})
    assert "a payment of 0 has 0 charges" in [str(each) for each in faults_of(nothing)]
    goods = document.model_copy(update={"lines": sale.lines})  # type: ignore[union-attr]
    assert "a payment has lines" in [str(each) for each in faults_of(goods)]


def test_the_cart_of_a_payment_takes_no_goods() -> None:
    cart = alive(ordered(20_000)).pay(100)

    with pytest.raises(RuleBroken, match="An order is being paid"):
        add_line(cart, product("A", 100), SETTINGS)


# What is owed back: headquarters made the order cheaper, or cancelled it, and gives no money itself.


def owing(paid: int, total: int, status: OrderStatus = OrderStatus.OPEN) -> Life:
    """An order of which more was paid than it comes to now."""
    life = alive(ordered(20_000))
    life.conclude(life.pay(paid))
    life.here = life.at_hq = replace(life.order, total_minor=total, status=status)
    return life


def test_what_was_paid_too_much_goes_back_at_once_and_the_order_is_settled() -> None:
    life = owing(8000, 6000)
    cart = life.pay(None)
    assert (cart.act and cart.act.asked_minor, totals_of(cart, SETTINGS).due_minor) == (-4000, -4000)

    document = life.conclude(cart)

    assert (faults_of(document), document.paid_minor) == ([], -4000)
    assert (life.order.paid_minor, life.order.balance_minor, life.order.deposit_paid_minor) == (6000, 0, 6000)


def test_a_cancelled_order_gives_back_what_its_charge_leaves_of_the_deposit() -> None:
    life = owing(8000, 1000, status=OrderStatus.CANCELLED)

    life.conclude(life.pay(-9000))

    assert (life.order.paid_minor, life.order.balance_minor, life.order.status) == (1000, 0, "cancelled")


def test_less_than_all_that_is_owed_does_not_go_back() -> None:
    with pytest.raises(RuleBroken, match=r"40\.00 is owed to the customer\. All of it goes back at once"):
        owing(8000, 6000).pay(-1)


def test_what_was_paid_too_much_for_goods_goes_back_before_what_was_paid_ahead() -> None:
    life = alive(ordered(20_000))
    extra = Payment("x", "cash", 3000, False, "2026-11-02T12:00:00.000+00:00", "R")
    paid = (*life.order.payments, extra)
    life.here = life.at_hq = replace(life.order, total_minor=1000, payments=paid)

    life.conclude(life.pay(None))

    assert [(each.settled_minor, each.is_deposit) for each in life.order.payments] == [
        (2000, True), (3000, False), (-3000, False), (-1000, True),
    ]  # fmt: skip


def test_what_two_registers_gave_back_is_named() -> None:
    life = owing(8000, 6000)
    document = life.conclude(life.pay(None))

    applied = order_after(document.model_copy(update={"id": "another"}), life.order)

    assert tuple(map(str, applied.misfits)) == (
        "It was given back, and 40.00 of that is more than was owed. Ask for that.",
    )
    assert applied.order.paid_minor == 2000
