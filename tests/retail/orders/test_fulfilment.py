"""Lines are accepted, picked, packed and shipped by the table of actions; shipping bills what leaves (D18)."""

from dataclasses import replace

import pytest

from retail.cart import Cart, deliver, set_quantity
from retail.errors import RuleBroken
from retail.orders.actions import order_verdict
from retail.orders.changes import left_out
from retail.orders.facts import Action, order_facts
from retail.orders.fulfilment import fulfilled
from retail.orders.order import LineStatus, OrderState
from retail.orders.pickup import use_deposit
from retail.orders.terms import override_deposit, pay_in_full
from retail.permissions import Right
from tests.retail.orders.lives import Life, Refusal, steps
from tests.retail.shop import SETTINGS, TODAY, cart_with, hybrid, pickup, shipment


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


def test_what_was_packed_and_picked_is_undone_step_by_step() -> None:
    life = alive(shipped())
    life.fulfil("pick", (1, 4000))
    life.fulfil("pack", (1, 3000))

    assert line(life.fulfil("unpack", (1, 1000))) == ("partially_packed", 4000, 2000, 0)
    assert line(life.fulfil("unpick", (1, 1000))) == ("partially_packed", 3000, 2000, 0)
    assert line(life.fulfil("unpack", (1, None))) == ("partially_picked", 3000, 0, 0)
    assert line(life.fulfil("unpick", (1, None))) == ("accepted", 0, 0, 0)
    with pytest.raises(Refusal, match="Nothing of this line is picked"):
        life.fulfil("unpick", (1, 1000))


def test_goods_packed_without_picking_are_picked_when_they_are_unpacked() -> None:
    life = alive(shipped(2000))
    assert line(life.fulfil("pack", (1, None))) == ("packed", 0, 2000, 0)
    with pytest.raises(Refusal, match="Undo the packing first"):
        life.fulfil("unpick", (1, None))

    assert line(life.fulfil("unpack", (1, 1000))) == ("partially_packed", 2000, 1000, 0)
    assert line(life.fulfil("unpack", (1, None))) == ("picked", 2000, 0, 0)


def test_what_has_gone_is_neither_unpacked_nor_put_back() -> None:
    life = alive(pay_in_full(shipped()))
    life.fulfil("pack", (1, 3000))
    life.fulfil("ship", (1, 2000))

    with pytest.raises(RuleBroken, match="Only 1 of Product A is left"):
        life.fulfil("unpack", (1, 2000))
    assert line(life.fulfil("unpack", (1, None))) == ("partially_picked", 3000, 2000, 2000)
    assert line(life.fulfil("unpick", (1, None))) == ("partially_invoiced", 2000, 2000, 2000)
    assert line(life.fulfil("ship", (1, None))) == ("invoiced", 2000, 2000, 5000)


def test_unpacking_lets_the_order_be_cancelled_again() -> None:
    life = alive(shipped(2000))
    life.fulfil("pack", (1, None))
    facts = order_facts(life.order, life.settings, TODAY, rights=frozenset(Right))
    assert "Undo the packing" in str(order_verdict(facts, Action.CANCEL).words)

    life.fulfil("unpack", (1, None))

    facts = order_facts(life.order, life.settings, TODAY, rights=frozenset(Right))
    assert order_verdict(facts, Action.CANCEL).is_possible


def test_goods_to_be_fetched_wait_on_their_shelf_in_parts() -> None:
    life = alive(deliver(set_quantity(cart_with(1000), 1, 3000), [1], pickup(), SETTINGS))
    with pytest.raises(Refusal, match="Pick it first"):
        life.fulfil("ready", (1, None))
    assert line(life.fulfil("start", (1, None)))[0] == "picking"
    life.fulfil("pick", (1, 2000))

    (ready,) = life.fulfil("ready", (1, None), shelf="B 4").lines
    assert (ready.status, ready.ready_thousandths, ready.shelf) == ("partially_picked", 2000, "B 4")

    (back,) = life.fulfil("unpick", (1, 1000)).lines
    assert (back.ready_thousandths, back.shelf) == (1000, "B 4")
    (none,) = life.fulfil("unpick", (1, None)).lines
    assert (none.status, none.ready_thousandths, none.shelf) == ("accepted", 0, "")


def test_shipped_pieces_leave_with_serial_numbers_of_their_own() -> None:
    life = alive(pay_in_full(shipped(3000)))

    (sent,) = life.fulfil("ship", (1, 2000), serials=("SN-1", " SN-2 ")).lines
    assert sent.serials == ("SN-1", "SN-2")
    assert life.at_hq is not None
    assert life.at_hq.lines[0].serials == ("SN-1", "SN-2")

    for serials, words in ((("SN-1",), "SN-1 of Product A is there already"), (("a", "b"), "2 given for 1")):
        with pytest.raises(RuleBroken, match=words):
            life.fulfil("ship", (1, 1000), serials=serials)


def test_every_step_is_an_event_of_the_order() -> None:
    life = alive(shipped())
    life.fulfil("pick", (1, 2000))
    life.fulfil("unpick", (1, None))

    assert [(each.kind, [(c.what, c.after) for c in each.changes]) for each in life.order.events] == [
        ("made", []),
        ("fulfilment", [("pick", "2000")]),
        ("fulfilment", [("unpick", "2000")]),
    ]
    assert life.at_hq is not None
    assert life.at_hq.events == life.order.events
    assert (life.order.events[1].by, life.order.events[1].register) == ("cashier", "HOUSTON-1")


def test_steps_that_no_longer_fit_are_an_event_without_changes() -> None:
    life = alive(shipped())
    document = steps(life.order, life.next_id(), "pick", [(1, None)])

    event = left_out(document, life.order)

    assert (event.fits, event.changes, event.kind) == (False, (), "fulfilment")
