"""A transaction changes its order once; what no longer fits is left out and named, its money stays (decision 20)."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from retail.cart import Cart, add_line, deliver, set_quantity, void_line
from retail.charges import Charge, ChargeSource
from retail.orders.applying import Applied, order_after
from retail.orders.billing import payments_of
from retail.orders.order import LineStatus, OrderState, OrderStatus
from retail.wire.uploads import TransactionDocument
from tests.retail.orders.lives import Life
from tests.retail.shop import SETTINGS, cart_with, document_of, paid_in_cash, pickup, product, shipment

STORE = replace(SETTINGS, cancellation_charge_code="CANCEL", refund_shipping_charges=True)


def fetched(*prices: int, quantity: int = 2000) -> Cart:
    cart = cart_with(*prices, settings=STORE)
    for line in cart.lines:
        cart = set_quantity(cart, line.number, quantity)
    return deliver(cart, [line.number for line in cart.lines], pickup(), STORE)


@pytest.fixture
def life() -> Life:
    """Two lines of two pieces, for 10.00 and 20.00 each."""
    life = Life(STORE)
    life.conclude(fetched(1000, 2000))
    return life


def elsewhere(life: Life) -> Life:
    """The same order at another register, which does not hear of what is done here; its documents have other ids."""
    other = Life(life.settings, life.here, life.at_hq, list(life.documents))
    other.documents += life.documents[-1:] * 50
    return other


def at_hq_after(life: Life, document: object) -> Applied:
    assert isinstance(document, TransactionDocument)
    return order_after(document, life.at_hq)


def paid(order: OrderState) -> int:
    return order.paid_minor


def test_a_transaction_that_was_applied_changes_nothing(life: Life) -> None:
    document = life.conclude(life.pickup({1: 1000}))

    assert at_hq_after(life, document) == Applied(life.order)


def test_a_sale_is_about_no_order(life: Life) -> None:
    sale = document_of(paid_in_cash(cart_with(100)))

    with pytest.raises(ValueError, match="about no order that is known"):
        order_after(sale)
    with pytest.raises(ValueError, match="about no order that is known"):
        order_after(elsewhere(life).conclude(life.pickup({1: 1000})), None)


def test_goods_that_two_registers_hand_out_go_once_and_the_second_is_named(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(life.pickup({1: 2000}))
    second = other.conclude(other.pickup({1: 1000, 2: 1000}))

    applied = at_hq_after(life, second)

    assert tuple(map(str, applied.misfits)) == ("1 of Product A went, but only 0 were left.",)
    assert [line.invoiced_thousandths for line in applied.order.lines] == [2000, 1000]
    assert paid(applied.order) == paid(life.order) + second.paid_minor
    assert second.id in applied.order.acts
    assert applied.order.invoices[-1].total_minor == 2000


def test_goods_of_a_line_that_was_removed_are_named(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(void_line(life.edit(), 2))

    applied = at_hq_after(life, other.conclude(other.pickup({2: 1000})))

    assert tuple(map(str, applied.misfits)) == ("1 of Product B went, but only 0 were left.",)


def test_goods_of_a_line_headquarters_does_not_know_are_named(life: Life) -> None:
    other = elsewhere(life)
    cart = add_line(other.edit(), product("C", 500), STORE)
    other.conclude(deliver(cart, [3], pickup(), STORE))

    applied = at_hq_after(life, other.conclude(other.pickup({3: 1000})))

    assert tuple(map(str, applied.misfits)) == ("There is no line 3 of Product C any more.",)


def test_an_order_cancelled_elsewhere_stays_cancelled_when_goods_of_it_went(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(life.cancel(0))

    applied = at_hq_after(life, other.conclude(other.pickup({1: 1000})))

    assert applied.misfits
    assert applied.order.status is OrderStatus.CANCELLED


def test_an_order_whose_goods_went_is_not_cancelled_and_its_refund_stays_in_the_ledger(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(life.pickup({1: 1000}))
    cancelled = other.conclude(other.cancel(0))

    applied = at_hq_after(life, cancelled)

    assert tuple(map(str, applied.misfits)) == ("It was cancelled, but goods of it had been handed out.",)
    assert applied.order.status is OrderStatus.PARTIALLY_INVOICED
    assert applied.order.payments[-1].settled_minor == cancelled.paid_minor == -600


def test_an_order_is_cancelled_once(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(life.cancel(0))

    applied = at_hq_after(life, other.conclude(other.cancel(0)))

    assert tuple(map(str, applied.misfits)) == ("It was cancelled, but it had ended already.",)
    assert paid(applied.order) == -600


def test_what_came_back_twice_is_named(life: Life) -> None:
    life.conclude(life.pickup({1: 2000}))
    other = elsewhere(life)
    life.conclude(life.take_back({1: 2000}))

    applied = at_hq_after(life, other.conclude(other.take_back({1: 1000})))

    assert tuple(map(str, applied.misfits)) == ("1 of Product A came back, but only 0 were out.",)


def test_a_gift_that_came_back_twice_leaves_no_second_invoice() -> None:
    life = Life(STORE)
    life.conclude(fetched(0, quantity=1000))
    life.conclude(life.pickup({1: 1000}))
    other = elsewhere(life)
    life.conclude(life.take_back({1: 1000}))

    applied = at_hq_after(life, other.conclude(other.take_back({1: 1000})))

    assert tuple(map(str, applied.misfits)) == ("1 of Product A came back, but only 0 were out.",)
    assert applied.order.invoices == life.order.invoices


def test_a_charge_of_the_order_that_two_registers_billed_is_named(life: Life) -> None:
    life = Life(STORE)
    life.conclude(replace(fetched(1000, 2000), charges=(Charge("FEE", 500, Decimal(0)),)))
    other = elsewhere(life)
    life.conclude(life.pickup({1: 1000}))

    applied = at_hq_after(life, other.conclude(other.pickup({2: 1000})))

    assert tuple(map(str, applied.misfits)) == ("Its charges were billed, but they had been billed already.",)
    assert [each.total_minor for each in applied.order.invoices] == [1500, 2000]


def test_a_charge_is_billed_with_the_goods_that_did_fit(life: Life) -> None:
    life = Life(STORE)
    life.conclude(replace(fetched(1000, 2000), charges=(Charge("FEE", 500, Decimal(0)),)))
    other = elsewhere(life)
    life.conclude(void_line(life.edit(), 1))

    applied = at_hq_after(life, other.conclude(other.pickup({1: 1000, 2: 1000})))

    assert tuple(map(str, applied.misfits)) == ("1 of Product A went, but only 0 were left.",)
    assert (applied.order.invoices[-1].total_minor, applied.order.charges_invoiced) == (2500, True)


def test_a_charge_of_the_order_that_went_back_twice_is_named(life: Life) -> None:
    fee = Charge("SHIP", 700, Decimal(0), ChargeSource.AUTOMATIC, refundable=True)
    life = Life(replace(STORE, advanced_auto_charges=True))
    life.conclude(replace(fetched(1000, 2000), charges=(fee,)))
    life.conclude(life.pickup({1: 2000, 2: 2000}))
    other = elsewhere(life)
    life.conclude(life.take_back({1: 1000}))

    applied = at_hq_after(life, other.conclude(other.take_back({2: 1000})))

    assert tuple(map(str, applied.misfits)) == ("Its charges went back, but they had gone back already.",)


def test_an_order_that_two_registers_changed_keeps_the_first_change(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(set_quantity(life.edit(), 1, 5000))

    second = other.conclude(void_line(other.edit(), 2))
    applied = at_hq_after(life, second)

    assert tuple(map(str, applied.misfits)) == ("It was changed here and elsewhere at the same time.",)
    assert applied.order.lines == life.order.lines
    assert paid(applied.order) == paid(life.order) + second.paid_minor


def test_a_change_of_an_order_that_has_ended_is_named(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(life.cancel(0))

    applied = at_hq_after(life, other.conclude(void_line(other.edit(), 2)))

    assert tuple(map(str, applied.misfits)) == ("It was changed, but it had ended already.",)


def test_a_change_of_goods_that_went_meanwhile_is_named(life: Life) -> None:
    other = elsewhere(life)
    life.conclude(life.pickup({1: 1000, 2: 1000}))

    applied = at_hq_after(life, other.conclude(void_line(other.edit(), 2)))

    assert tuple(map(str, applied.misfits)) == (
        "Product A was changed, but goods of it had been handed out meanwhile.",
        "Product B was removed, but goods of it had been handed out.",
    )


def packed_elsewhere() -> tuple[Life, Life]:
    """An order whose first line was packed, and a register that does not know it."""
    cart = cart_with(10_000, 5000)
    life = Life(SETTINGS)
    life.conclude(deliver(set_quantity(cart, 1, 3000), [1, 2], shipment(), SETTINGS))
    other = elsewhere(life)
    life.fulfil("pack", (1, 2000))
    return life, other


def test_a_removal_of_goods_that_were_packed_meanwhile_is_named_and_loses_no_money() -> None:
    life, other = packed_elsewhere()

    removal = other.conclude(void_line(other.edit(), 1))
    applied = at_hq_after(life, removal)

    assert tuple(map(str, applied.misfits)) == ("Product A was removed, but goods of it are packed.",)
    assert applied.order.lines == life.order.lines
    assert paid(applied.order) == paid(life.order) + removal.paid_minor


@pytest.mark.parametrize(
    "change",
    [
        lambda cart: set_quantity(cart, 1, 1000),
        lambda cart: deliver(cart, [1], pickup(), SETTINGS),
        lambda cart: deliver(cart, [1], None, SETTINGS),
    ],
)
def test_less_or_another_delivery_of_goods_that_were_packed_meanwhile_is_named(
    change: Callable[[Cart], Cart],
) -> None:
    life, other = packed_elsewhere()

    applied = at_hq_after(life, other.conclude(change(other.edit())))

    assert tuple(map(str, applied.misfits)) == ("Product A was changed, but goods of it are packed.",)


def test_a_change_that_leaves_what_was_packed_meanwhile_is_taken() -> None:
    life, other = packed_elsewhere()

    applied = at_hq_after(life, other.conclude(set_quantity(other.edit(), 1, 2000)))

    assert applied.misfits == ()
    assert (applied.order.lines[0].ordered_thousandths, applied.order.lines[0].packed_thousandths) == (
        2000,
        2000,
    )


def test_a_change_of_a_line_headquarters_does_not_know_is_named(life: Life) -> None:
    document = life.conclude(set_quantity(life.edit(), 1, 5000))
    before = order_after(
        life.documents[0] if isinstance(life.documents[0], TransactionDocument) else document
    )
    without = replace(before.order, lines=before.order.lines[1:])
    removed = replace(
        before.order,
        lines=(replace(before.order.lines[0], status=LineStatus.CANCELLED), *before.order.lines[1:]),
    )

    for known in (without, removed):
        assert tuple(map(str, order_after(document, known).misfits)) == (
            "There is no line 1 of Product A any more.",
        )


def test_money_settled_by_goods_in_exchange_stands_in_the_ledger(life: Life) -> None:
    document = document_of(paid_in_cash(cart_with(100)))

    assert [each.settled_minor for each in payments_of(document, is_deposit=False)] == [100]
    assert [
        (each.type, each.settled_minor) for each in payments_of(document, is_deposit=False, settled_minor=-50)
    ] == [("cash", 100), ("exchange", -150)]


def test_where_nothing_went_after_all_there_is_no_invoice_and_no_serial_number() -> None:
    life = Life(replace(STORE, deposit_percent=Decimal(0)))
    life.conclude(fetched(1000, 2000))
    other = elsewhere(life)
    life.conclude(life.pickup({1: 2000}, {1: ["a", "b"]}))
    second = other.conclude(other.pickup({1: 2000}, {1: ["c", "d"]}))

    applied = at_hq_after(life, second)

    assert life.at_hq is not None
    assert (applied.order.invoices, applied.order.lines) == (life.at_hq.invoices, life.at_hq.lines)
    assert applied.order.events[-1].fits is False
