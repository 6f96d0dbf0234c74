"""Handing out: which goods, their share of every amount, and how much of the deposit they use (D11 to D17)."""

from dataclasses import replace

import pytest

from retail.cart import Cart, CartKind, deliver, set_quantity
from retail.errors import RuleBroken
from retail.orders.ledger import InvoiceKind
from retail.orders.order import OrderStatus
from retail.orders.pickup import bills_charges, use_deposit
from retail.orders.returns import Returned, start_return
from retail.orders.terms import override_deposit, pay_in_full
from retail.totals import totals_of
from retail.units import SalesUnit
from tests.retail.orders.lives import Life
from tests.retail.shop import ANNA, SETTINGS, cart_with, hybrid, pickup, shipment


def ordered(*prices: int, quantity: int = 1000) -> Cart:
    cart = cart_with(*prices)
    for line in cart.lines:
        cart = set_quantity(cart, line.number, quantity)
    return deliver(cart, [line.number for line in cart.lines], pickup(), SETTINGS)


def alive(cart: Cart) -> Life:
    life = Life()
    life.conclude(cart)
    return life


def test_three_equal_pieces_one_by_one_leave_the_cent_to_the_last() -> None:
    life = alive(ordered(3333, quantity=3000))
    seen = []
    for _ in range(3):
        cart = life.pickup({1: 1000})
        assert cart.act is not None
        seen.append((cart.act.applied_minor, totals_of(cart, SETTINGS).due_minor))
        life.conclude(cart)

    assert seen == [(333, 3000), (333, 3000), (334, 2999)]
    assert (life.order.status, life.order.paid_minor, life.order.balance_minor) == ("invoiced", 9999, 0)


def test_a_hybrid_order_is_fetched_then_shipped() -> None:
    life = alive(hybrid())
    cart = life.pickup({2: 1000})
    totals = totals_of(cart, SETTINGS)
    assert (cart.kind, totals.total_minor, totals.applied_minor, totals.due_minor) == (
        CartKind.PICKUP, 10_000, 1000, 9000,
    )  # fmt: skip
    assert not cart.charges, "the charge of the order goes with its shipment"
    life.conclude(cart)

    shipped = life.fulfil("ship", (3, None))

    assert [(each.kind, each.total_minor, each.applied_minor) for each in shipped.invoices] == [
        (InvoiceKind.CARRY_OUT, 4000, 4000), (InvoiceKind.PICKUP, 10_000, 1000), (InvoiceKind.SHIPMENT, 7000, 700),
    ]  # fmt: skip
    assert (shipped.status, shipped.paid_minor, shipped.deposit_available_minor) == ("invoiced", 21_000, 0)


def test_where_nothing_ships_the_first_pickup_bills_the_charge() -> None:
    cart = deliver(ordered(1000, 1000), [1, 2], pickup(), SETTINGS, 500, header_charge=True)
    life = alive(cart)
    assert bills_charges(life.order, ships=False)

    first = life.pickup({1: 1000})
    life.conclude(first)

    assert [charge.amount_minor for charge in first.charges] == [500]
    assert life.order.charges_invoiced
    assert not bills_charges(life.order, ships=False)
    assert life.pickup({2: 1000}).charges == ()


def test_a_rejected_shipment_still_has_to_come_so_a_pickup_is_not_the_last() -> None:
    life = alive(pay_in_full(deliver(ordered(1000, 2000), [2], shipment(), SETTINGS)))
    life.fulfil("reject", (2, None))

    life.conclude(life.pickup({1: 1000}))

    assert (life.order.status, life.order.deposit_available_minor) == ("partially_invoiced", 2000)


def test_of_an_overridden_deposit_nothing_is_used_unasked_and_the_last_pickup_takes_it_all() -> None:
    life = alive(override_deposit(ordered(12_000, 8000), SETTINGS, 5000, "Staff", "manager"))

    first = life.pickup({1: 1000})
    assert first.act is not None
    assert (first.act.applied_minor, first.act.may_steer) == (0, True)
    life.conclude(first)
    last = life.pickup({2: 1000})
    assert last.act is not None
    assert (last.act.applied_minor, last.act.may_steer) == (5000, False)
    with pytest.raises(RuleBroken, match="used as it was worked out"):
        use_deposit(last, SETTINGS, 2000)

    life.conclude(last)
    assert (life.order.status, life.order.paid_minor) == (OrderStatus.INVOICED, 20_000)


def test_an_overridden_deposit_is_used_as_stated() -> None:
    life = alive(override_deposit(ordered(12_000, 8000), SETTINGS, 5000, "Staff", "manager"))

    life.conclude(use_deposit(life.pickup({1: 1000}), SETTINGS, 5000))

    assert (life.order.deposit_available_minor, life.order.settled_minor) == (0, 7000)


def test_an_override_equal_to_the_total_is_used_without_being_asked_for() -> None:
    life = alive(override_deposit(ordered(12_000, 8000), SETTINGS, 20_000, "Staff", "manager"))

    cart = life.pickup({1: 1000})

    assert cart.act is not None
    assert (cart.act.applied_minor, cart.act.may_steer) == (12_000, False)
    assert totals_of(cart, SETTINGS).due_minor == 0


STEERED = alive(override_deposit(ordered(12_000, 8000), SETTINGS, 9000, "Staff", "manager"))
SMALL = STEERED.pickup({2: 1000})


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (-1, "cannot be negative"),
        (9001, "Only 90.00 of the deposit is left"),
        (8001, "Only 80.00 is due"),
    ],
)
def test_a_stated_deposit_stays_within_its_bounds(amount: int, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        use_deposit(SMALL, SETTINGS, amount)


def test_a_deposit_is_used_in_a_pickup_alone() -> None:
    with pytest.raises(RuleBroken, match="Open a pickup first"):
        use_deposit(cart_with(100), SETTINGS, 1)


@pytest.mark.parametrize(
    ("quantities", "words"),
    [
        ({}, "Nothing was chosen"),
        ({9: 1000}, "Line 9 of this order is not picked up"),
        ({1: 1000}, "Line 1 of this order is not picked up"),
        ({2: 0}, "Choose 1 or more of Product B"),
        ({2: 1001}, "Only 1 of Product B is left"),
    ],
)
def test_what_cannot_be_handed_out_is_refused(quantities: dict[int, int], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        alive(hybrid()).pickup(quantities)


def test_goods_wait_in_the_store_that_was_chosen() -> None:
    life = alive(deliver(ordered(1000), [1], pickup("SEATTLE"), SETTINGS))
    with pytest.raises(RuleBroken, match="Product A is picked up at Seattle"):
        life.pickup({1: 1000})

    life.settings = replace(SETTINGS, store="SEATTLE")
    assert life.pickup({1: 1000}).lines[0].amount_minor == 1000


def test_parts_of_what_is_sold_whole_are_neither_fetched_nor_given_back() -> None:
    settings = replace(SETTINGS, sales_units=(SalesUnit("box"),))
    cart = ordered(1000, quantity=2000)
    life = Life(settings)
    life.conclude(replace(cart, lines=(replace(cart.lines[0], unit="box", contains_thousandths=6000),)))

    with pytest.raises(RuleBroken, match="sold by the whole box"):
        life.pickup({1: 500})
    fetched = life.pickup({1: 1000})
    assert (fetched.lines[0].unit, fetched.lines[0].contains_thousandths) == ("box", 6000)
    life.conclude(fetched)
    with pytest.raises(RuleBroken, match="sold by the whole box"):
        start_return(life.order, [Returned(1, 500, "Damaged")], ANNA, settings, "c")
    back = start_return(life.order, [Returned(1, 1000, "Damaged")], ANNA, settings, "c")
    assert (back.lines[0].unit, back.lines[0].contains_thousandths) == ("box", 6000)
