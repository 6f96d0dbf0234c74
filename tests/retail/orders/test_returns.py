"""Goods come back with a reason, never more than went, with their own share of every amount (decision 13)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.cart import Cart, CartKind, add_line, deliver, set_quantity
from retail.charges import Charge, ChargeSource
from retail.errors import RuleBroken
from retail.orders.ledger import InvoiceKind
from retail.orders.returns import Returned, needs_shipping_right, start_return
from retail.settings import StoreSettings
from retail.totals import totals_of
from tests.retail.orders.lives import Life
from tests.retail.shop import ANNA, SETTINGS, cart_with, pickup, product

STORE = replace(
    SETTINGS, refund_shipping_charges=True, max_shipping_refund_without_approval_minor=1000,
)  # fmt: skip
BY_RULES = replace(STORE, advanced_auto_charges=True)


def handed_out(cart: Cart, settings: StoreSettings = STORE) -> Life:
    """An order of which everything was fetched."""
    life = Life(settings)
    life.conclude(cart)
    life.conclude(life.pickup({line.number: line.open_thousandths for line in life.order.lines}))
    return life


def fetched(*prices: int, quantity: int = 1000, settings: StoreSettings = STORE) -> Cart:
    cart = cart_with(*prices, settings=settings)
    for line in cart.lines:
        cart = set_quantity(cart, line.number, quantity)
    return deliver(cart, [line.number for line in cart.lines], pickup(settings=settings), settings)


def test_what_comes_back_is_a_new_transaction_with_negative_lines() -> None:
    life = handed_out(fetched(3333, quantity=3000))

    cart = life.take_back({1: 1000})
    (line,) = cart.lines
    assert (cart.kind, line.quantity_thousandths, line.amount_minor, line.reason) == (
        CartKind.RETURN, -1000, -3333, "Too small",
    )  # fmt: skip
    assert totals_of(cart, STORE).due_minor == -3333
    life.conclude(cart)

    order = life.order
    assert (order.lines[0].returned_thousandths, order.returned_minor, order.paid_minor) == (1000, 3333, 6666)
    assert order.balance_minor == 0
    assert order.invoices[-1].kind is InvoiceKind.RETURN


def test_new_goods_settle_the_difference() -> None:
    life = handed_out(fetched(5000))

    cart = add_line(life.take_back({1: 1000}), product("NEW", 8000), STORE)
    assert totals_of(cart, STORE).due_minor == 3000
    life.conclude(cart)

    assert [(each.type, each.settled_minor) for each in life.order.payments[-2:]] == [
        ("cash", 3000), ("exchange", -8000),
    ]  # fmt: skip
    assert life.order.balance_minor == 0


def test_a_refundable_charge_comes_back_by_its_share_and_another_stays() -> None:
    kept = Charge("FEE", 300, Decimal(0))
    back = Charge("SHIP", 900, Decimal(25), ChargeSource.AUTOMATIC, refundable=True)
    cart = fetched(1000, quantity=3000)
    cart = replace(cart, lines=(replace(cart.lines[0], charges=(kept, back)),))
    life = handed_out(cart, BY_RULES)

    cart = life.take_back({1: 1000})

    assert [(each.code, each.amount_minor, each.part_tax_minor) for each in cart.lines[0].charges] == [
        ("SHIP", -300, -75),
    ]  # fmt: skip
    life.conclude(cart)
    assert life.order.shipping_refunded_minor == 300


def test_a_refundable_charge_of_the_order_comes_back_whole_with_the_first_return() -> None:
    fee = Charge("SHIP", 700, Decimal(0), ChargeSource.AUTOMATIC, refundable=True)
    life = handed_out(replace(fetched(1000, quantity=2000), charges=(fee,)), BY_RULES)

    first = life.take_back({1: 1000})
    assert [(each.source, each.amount_minor) for each in first.charges] == [("refund", -700)]
    life.conclude(first)

    assert life.order.charges_returned
    assert life.take_back({1: 1000}).charges == ()


def test_where_charges_are_typed_none_comes_back_by_itself_and_shipping_once() -> None:
    fee = Charge("FREIGHT", 700, Decimal(0), refundable=True)
    cart = fetched(1000)
    life = handed_out(replace(cart, charges=(fee,), lines=(replace(cart.lines[0], charges=(fee,)),)))

    assert (life.take_back({1: 1000}).charges, life.take_back({1: 1000}).lines[0].charge_minor) == ((), 0)
    assert totals_of(life.take_back({1: 1000}, 700), STORE).due_minor == -1700


def test_shipping_above_the_ceiling_needs_its_right_and_earlier_returns_count() -> None:
    life = handed_out(fetched(1000, quantity=2000))
    assert needs_shipping_right(life.take_back({1: 1000}, 1001), STORE)
    first = life.take_back({1: 1000}, 800)
    assert not needs_shipping_right(first, STORE)
    life.conclude(first)

    assert needs_shipping_right(life.take_back({1: 1000}, 201), STORE)
    assert not needs_shipping_right(life.take_back({1: 1000}, 200), STORE)
    assert not needs_shipping_right(life.take_back({1: 1000}), STORE)


def test_more_shipping_than_was_charged_may_come_back() -> None:
    life = handed_out(replace(fetched(1000), charges=(Charge("FREIGHT", 500, Decimal(0)),)))

    cart = life.take_back({1: 1000}, 800)

    assert not needs_shipping_right(cart, STORE)
    assert totals_of(cart, STORE).due_minor == -1800
    life.conclude(cart)
    assert life.order.shipping_refunded_minor == 800


def test_charges_that_come_back_by_themselves_need_nobody_where_there_is_no_ceiling() -> None:
    store = replace(STORE, advanced_auto_charges=True, max_shipping_refund_without_approval_minor=0)
    fee = Charge("SHIP", 700, Decimal(0), ChargeSource.AUTOMATIC, refundable=True)
    life = handed_out(replace(fetched(1000, settings=store), charges=(fee,)), store)

    cart = life.take_back({1: 1000})

    assert not needs_shipping_right(cart, store)
    assert needs_shipping_right(cart, replace(store, max_shipping_refund_without_approval_minor=500))


def test_a_cart_that_gives_nothing_back_needs_no_right() -> None:
    assert not needs_shipping_right(cart_with(100), STORE)


OUT = handed_out(fetched(1000, quantity=2000))


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Returned(9, 1000, "x"), "There is no line 9"),
        (Returned(1, 0, "x"), "Choose 1 or more of Product A"),
        (Returned(1, 2001, "x"), "Only 2 of Product A can come back"),
        (Returned(1, 1000, " "), "Say why Product A comes back"),
    ],
)
def test_what_cannot_come_back_is_refused(item: Returned, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        start_return(OUT.order, [item], ANNA, STORE, "c")


def test_nothing_chosen_is_refused() -> None:
    with pytest.raises(RuleBroken, match="Nothing was chosen"):
        start_return(OUT.order, [], ANNA, STORE, "c")


def test_what_came_back_cannot_come_back_again() -> None:
    life = handed_out(fetched(1000, quantity=2000))
    life.conclude(life.take_back({1: 2000}))

    with pytest.raises(RuleBroken, match="Only 0 of Product A can come back"):
        life.take_back({1: 1000})


@pytest.mark.parametrize(
    ("settings", "shipping", "words"),
    [
        (STORE, -1, "cannot be. Type 0 or more"),
        (replace(STORE, advanced_auto_charges=True), 100, "go back by themselves"),
        (replace(STORE, refund_shipping_charges=False), 100, "does not refund shipping"),
        (replace(STORE, shipping_charge_code=None), 100, "does not refund shipping"),
    ],
)
def test_a_refund_of_shipping_that_cannot_be_is_refused(
    settings: StoreSettings, shipping: int, words: str
) -> None:
    with pytest.raises(RuleBroken, match=words):
        start_return(OUT.order, [Returned(1, 1000, "x")], ANNA, settings, "c", shipping)
