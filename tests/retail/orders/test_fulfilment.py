"""Lines are accepted, picked, packed and shipped by the table of actions; shipping bills what leaves (D18)."""

from dataclasses import replace

import pytest

from retail.cart import Cart, deliver, set_quantity
from retail.errors import RuleBroken
from retail.orders.fulfilment import fulfilled
from retail.orders.order import LineStatus, OrderState
from retail.orders.pickup import use_deposit
from retail.orders.terms import override_deposit, pay_in_full
from tests.retail.orders.lives import Life, Refusal, steps
from tests.retail.shop import SETTINGS, cart_with, hybrid, pickup, shipment


def shipped(quantity: int = 5000, *, charge: int = 0, header_charge: bool = False) -> Cart:
    cart = set_quantity(cart_with(1000), 1, quantity)
    return deliver(cart, [1], shipment(), SETTINGS, charge, header_charge=header_charge)


def alive(cart: Cart, *, manual_accept: bool = False) -> Life:
    life = Life(replace(SETTINGS, manual_accept=manual_accept))
    life.conclude(cart)
    return life


def line(order: OrderState) -> tuple[str, int, int, int]:
    (only,) = order.lines
    return (only.status, only.picked_thousandths, only.packed_thousandths, only.invoiced_thousandths)


def test_a_line_goes_through_every_stage_in_parts() -> None:
    life = alive(shipped(), manual_accept=True)
    assert line(life.order)[0] == LineStatus.PENDING

    assert line(life.fulfil("accept", (1, None))) == ("accepted", 0, 0, 0)
    assert line(life.fulfil("pick", (1, 2000))) == ("partially_picked", 2000, 0, 0)
    assert line(life.fulfil("pick", (1, None))) == ("picked", 5000, 0, 0)
    assert line(life.fulfil("pack", (1, 2000))) == ("partially_packed", 5000, 2000, 0)
    assert line(life.fulfil("ship", (1, 3000))) == ("partially_invoiced", 5000, 2000, 3000)
    assert line(life.fulfil("pack", (1, None))) == ("packed", 5000, 5000, 3000)
    assert line(life.fulfil("ship", (1, None))) == ("invoiced", 5000, 5000, 5000)
    assert (life.order.status, life.order.paid_minor, life.order.balance_minor) == ("invoiced", 5000, 0)


def test_the_card_on_file_pays_what_the_deposit_does_not() -> None:
    life = alive(shipped(2000))
    assert (life.order.card_authorisation_minor, life.order.card_left_minor) == (1800, 1800)

    order = life.fulfil("ship", (1, 1000))

    assert [(each.type, each.settled_minor, each.is_deposit) for each in order.payments] == [
        ("cash", 200, True), ("card_on_file", 900, False),
    ]  # fmt: skip
    assert (order.deposit_available_minor, order.card_left_minor) == (100, 900)


def test_the_charge_of_the_order_goes_with_the_first_shipment() -> None:
    life = alive(shipped(2000, charge=500, header_charge=True))

    order = life.fulfil("ship", (1, 1000))
    assert (order.invoices[-1].total_minor, order.charges_invoiced) == (1500, True)

    assert life.fulfil("ship", (1, 1000)).invoices[-1].total_minor == 1000


def test_goods_paid_in_full_need_no_card() -> None:
    order = alive(pay_in_full(shipped(2000))).fulfil("ship", (1, 1000))

    assert (order.invoices[-1].applied_minor, order.card_used_minor) == (1000, 0)


def test_a_higher_deposit_pays_what_was_not_reserved_on_the_card() -> None:
    cart = deliver(cart_with(10_000, 10_000), [1, 2], pickup(), SETTINGS)
    cart = override_deposit(deliver(cart, [2], shipment(), SETTINGS), SETTINGS, 10_000, "Staff", "manager")
    life = alive(cart)
    assert life.order.card_authorisation_minor == 5000

    order = life.fulfil("ship", (2, None))

    assert (order.invoices[-1].applied_minor, order.card_used_minor) == (5000, 5000)


def test_what_neither_deposit_nor_card_pays_does_not_leave() -> None:
    cart = deliver(cart_with(10_000, 10_000), [1, 2], pickup(), SETTINGS)
    cart = override_deposit(deliver(cart, [2], shipment(), SETTINGS), SETTINGS, 10_000, "Staff", "manager")
    life = alive(cart)
    life.conclude(use_deposit(life.pickup({1: 1000}), SETTINGS, 10_000))
    before = life.order

    with pytest.raises(
        RuleBroken, match=r"100.00 is not paid for these goods, and the card given pays 50.00"
    ):
        life.fulfil("ship", (2, None))
    assert life.order is before


def test_a_deposit_that_would_be_left_over_is_given_back_before_the_last_goods_leave() -> None:
    cart = deliver(cart_with(10_000, 10_000), [1, 2], pickup(), SETTINGS)
    cart = override_deposit(deliver(cart, [2], shipment(), SETTINGS), SETTINGS, 15_000, "Staff", "manager")
    life = alive(cart)
    life.conclude(life.pickup({1: 1000}))

    with pytest.raises(RuleBroken, match=r"50.00 of the deposit would be left over"):
        life.fulfil("ship", (2, None))

    life.conclude(override_deposit(life.edit(), SETTINGS, 10_000, "Staff", "manager"))
    assert life.fulfil("ship", (2, None)).balance_minor == 0


@pytest.mark.parametrize(
    ("action", "step", "words"),
    [
        ("ship", (9, None), "There is no line 9"),
        ("ship", (3, 1001), "Only 1 of Product C is left for this"),
        ("pick", (3, 1001), "Only 1 of Product C is left for this"),
        ("pack", (3, 1001), "Only 1 of Product C is left for this"),
    ],
)
def test_a_step_that_cannot_be_taken_is_refused(
    action: str, step: tuple[int, int | None], words: str
) -> None:
    life = alive(hybrid())
    before = life.order

    with pytest.raises(RuleBroken, match=words):
        life.fulfil(action, step)
    assert life.order is before


def test_no_step_counts_when_one_of_them_is_refused() -> None:
    life = alive(hybrid())
    before = life.order

    with pytest.raises(Refusal, match="carried out when the order was made"):
        life.fulfil("ship", (3, None), (1, None))
    assert life.order is before


def test_steps_that_were_taken_already_change_nothing() -> None:
    life = alive(shipped())
    document = steps(life.order, life.next_id(), "pick", [(1, 1000)])
    once = fulfilled(life.order, document, life.check)

    assert fulfilled(once, document, life.check) is once
