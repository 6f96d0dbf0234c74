"""An edit is the whole order anew: what has gone stays as it was, and the deposit is asked for anew (D5, D8, D24)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.cart import Cart, CartKind, add_line, deliver, set_quantity, void_line
from retail.charges import Charge
from retail.errors import RuleBroken
from retail.orders.fixed import check_customer_changes, check_takes_goods, is_held
from retail.orders.making import changed_order, new_order
from retail.orders.order import LineStatus
from retail.orders.pickup import use_deposit
from retail.orders.terms import override_deposit, pay_in_full
from retail.settings import StoreSettings, TaxRounding
from retail.totals import totals_of
from tests.retail.orders.lives import Life
from tests.retail.shop import (
    SETTINGS,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
    pickup,
    product,
    shipment,
)


def fetched(*prices: int, quantity: int = 1000, settings: StoreSettings = SETTINGS) -> Cart:
    cart = cart_with(*prices, settings=settings)
    for line in cart.lines:
        cart = set_quantity(cart, line.number, quantity)
    return deliver(cart, [line.number for line in cart.lines], pickup(settings=settings), settings)


def alive(cart: Cart, settings: StoreSettings = SETTINGS) -> Life:
    life = Life(settings)
    life.conclude(cart)
    return life


def added(cart: Cart, price: int) -> Cart:
    cart = add_line(cart, product("NEW", price), SETTINGS)
    return deliver(cart, [cart.lines[-1].number], pickup(), SETTINGS)


def test_an_added_line_asks_for_its_deposit() -> None:
    life = alive(fetched(10_000))

    cart = added(life.edit(), 5000)
    assert (cart.kind, cart.lines[0].price_locked, totals_of(cart, SETTINGS).due_minor) == (
        CartKind.ORDER,
        True,
        500,
    )
    life.conclude(cart)

    assert (life.order.revision, life.order.total_minor, life.order.paid_minor) == (2, 15_000, 1500)
    assert [line.number for line in life.order.lines] == [1, 2]


def test_a_removed_line_is_refunded_exactly_and_stays_as_cancelled() -> None:
    life = alive(fetched(10_000, 5000))

    cart = void_line(life.edit(), 2)
    assert totals_of(cart, SETTINGS).due_minor == -500
    life.conclude(cart)

    assert [line.status for line in life.order.lines] == ["accepted", LineStatus.CANCELLED]
    assert [line.order_line for line in life.edit().lines] == [1], "what was removed is not shown again"
    assert life.order.lines[1].outstanding_thousandths == 0


def test_an_edit_that_changes_nothing_makes_a_revision_all_the_same() -> None:
    life = alive(fetched(10_000))

    life.conclude(life.edit())

    assert (life.order.revision, life.order.paid_minor) == (2, 1000)


def test_removing_the_last_open_goods_ends_the_order_and_gives_back_what_is_left() -> None:
    life = alive(fetched(10_000, 5000))
    life.conclude(life.pickup({1: 1000}))

    life.conclude(void_line(life.edit(), 2))

    order = life.order
    assert (order.status, order.paid_minor, order.total_minor, order.balance_minor) == (
        "invoiced",
        10_000,
        10_000,
        0,
    )


def test_no_charge_of_the_order_is_taken_when_an_edit_ends_it_before_it_was_billed() -> None:
    fee = Charge("FEE", 700, Decimal(25))
    cart = deliver(fetched(10_000, 5000), [2], shipment(), SETTINGS)
    life = alive(replace(cart, charges=(fee,)))
    life.conclude(life.pickup({1: 1000}))

    cart = void_line(life.edit(), 2)
    assert totals_of(cart, SETTINGS).charges_minor == 0
    life.conclude(cart)

    assert (life.order.status, life.order.charges, life.order.total_minor) == ("invoiced", (), 10_000)


def test_a_charge_that_was_billed_stays_when_the_order_ends() -> None:
    fee = Charge("FEE", 700, Decimal(25))
    life = alive(replace(fetched(10_000, 5000), charges=(fee,)))
    life.conclude(life.pickup({1: 1000}))

    life.conclude(void_line(life.edit(), 2))

    assert (life.order.total_minor, life.order.balance_minor) == (10_875, 0)


def test_a_line_cut_to_what_has_gone_carries_exactly_what_was_invoiced() -> None:
    fee = Charge("FEE", 100, Decimal("8.25"))
    cart = fetched(333, quantity=3000)
    cart = replace(cart, lines=(replace(cart.lines[0], charges=(fee,), tax_percent=Decimal("8.25")),))
    life = alive(cart)
    life.conclude(life.pickup({1: 1000}))
    gone = life.order.lines[0].invoiced

    cut = set_quantity(life.edit(), 1, 1000)
    assert cut.lines[0].share == gone
    assert totals_of(set_quantity(cut, 1, 3000), SETTINGS).total_minor == life.order.total_minor
    life.conclude(cut)

    assert (life.order.status, life.order.balance_minor) == ("invoiced", 0)
    assert life.order.gross(life.order.lines[0].whole) == life.order.invoices[0].total_minor


def test_a_line_that_has_gone_can_be_ordered_again_in_a_larger_number() -> None:
    life = alive(fetched(10_000, 5000))
    life.conclude(life.pickup({1: 1000}))

    life.conclude(set_quantity(life.edit(), 1, 3000))
    life.conclude(life.pickup({1: 2000, 2: 1000}))

    assert (life.order.status, life.order.balance_minor, life.order.total_minor) == ("invoiced", 0, 35_000)


def test_goods_taken_along_in_an_edit_are_invoiced_with_it() -> None:
    life = alive(fetched(10_000, 5000))

    cart = deliver(life.edit(), [2], None, SETTINGS)
    assert totals_of(cart, SETTINGS).due_minor == 5000 + 1000 - 1500
    life.conclude(cart)

    assert [line.status for line in life.order.lines] == ["accepted", "invoiced"]
    assert life.order.deposit_available_minor == 1000


def test_goods_taken_along_are_paid_whatever_was_stated_as_the_deposit() -> None:
    life = alive(override_deposit(fetched(10_000, 10_000), SETTINGS, 10_000, "Staff", "manager"))
    life.conclude(use_deposit(life.pickup({1: 1000}), SETTINGS, 10_000))
    cart = add_line(life.edit(), product("NEW", 5000), SETTINGS)

    with pytest.raises(RuleBroken, match=r"Goods that have gone used 150.00 of the deposit"):
        life.conclude(cart)
    life.conclude(override_deposit(cart, SETTINGS, 15_000, "Staff", "manager"))
    assert life.order.deposit_available_minor == 0


def test_paying_the_rest_in_full_does_not_pay_again_what_was_paid_at_a_pickup() -> None:
    life = alive(fetched(10_000, 10_000))
    life.conclude(life.pickup({1: 1000}))

    cart = pay_in_full(life.edit())
    assert totals_of(cart, SETTINGS).due_minor == 9000
    life.conclude(cart)
    last = life.pickup({2: 1000})
    assert totals_of(last, SETTINGS).due_minor == 0


def test_a_deposit_stated_in_an_edit_stays_between_what_was_used_and_what_is_left_to_pay() -> None:
    life = alive(fetched(10_000, 10_000))
    life.conclude(life.pickup({1: 1000}))

    with pytest.raises(RuleBroken, match=r"Goods that have gone used 10.00 of the deposit"):
        override_deposit(life.edit(), SETTINGS, 999, "Staff", "manager")
    with pytest.raises(RuleBroken, match=r"Without what was paid at pickup, the order comes to 110.00"):
        override_deposit(life.edit(), SETTINGS, 11_001, "Staff", "manager")


def test_an_edit_below_the_override_states_it_anew() -> None:
    life = alive(override_deposit(fetched(10_000, 10_000), SETTINGS, 15_000, "Staff", "manager"))
    cart = void_line(life.edit(), 2)

    with pytest.raises(RuleBroken, match=r"The order comes to 100.00 now"):
        life.conclude(cart)
    life.conclude(override_deposit(cart, SETTINGS, 10_000, "Staff", "manager"))
    assert life.order.paid_minor == 10_000


def test_what_has_gone_keeps_its_tax_where_tax_is_rounded_per_document() -> None:
    store = replace(SETTINGS, tax_rounding=TaxRounding.DOCUMENT, tax_percent=Decimal("8.25"))
    life = alive(deliver(fetched(333, 333, settings=store), [1], None, store), store)
    gone = life.order.lines[0].tax_minor

    cart = add_line(life.edit(), product("NEW", 333), store)
    assert totals_of(cart, store).line_taxes_minor[0] == gone
    life.conclude(cart)
    assert life.order.lines[0].tax_minor == gone


def test_an_edit_keeps_the_rate_of_a_product_of_its_own() -> None:
    cart = add_line(replace(cart_with(), lines=()), product("BOOK", 1000, "25"), SETTINGS)
    life = alive(deliver(cart, [1], pickup(), SETTINGS))

    shipped = deliver(life.edit(), [1], shipment(), SETTINGS)

    assert shipped.lines[0].tax_percent == Decimal(25)


def test_an_order_keeps_its_customer_and_a_sale_need_not() -> None:
    cart = fetched(10_000)

    check_customer_changes(cart)
    with pytest.raises(RuleBroken, match="Discard this and make a new order for somebody else"):
        check_customer_changes(alive(cart).edit())


def test_what_was_handed_out_stays_on_the_order() -> None:
    life = alive(fetched(10_000, 5000))
    life.conclude(life.pickup({1: 1000}))
    cart = life.edit()

    with pytest.raises(RuleBroken, match="1 of Product A was handed out and stays on the order"):
        void_line(cart, 1)
    with pytest.raises(RuleBroken, match="its delivery stays as it was"):
        deliver(cart, [1], shipment(), SETTINGS)


def shipped_life() -> Life:
    cart = cart_with(10_000, 5000)
    cart = set_quantity(cart, 1, 3000)
    return alive(deliver(cart, [1, 2], shipment(), SETTINGS))


def test_what_is_packed_stays_on_the_order_until_it_is_unpacked() -> None:
    life = shipped_life()
    life.fulfil("pack", (1, 2000))
    cart = life.edit()

    with pytest.raises(RuleBroken, match="2 of Product A is packed and stays on the order"):
        void_line(cart, 1)
    with pytest.raises(RuleBroken, match="2 of Product A is packed and stays on the order"):
        set_quantity(cart, 1, 1000)
    with pytest.raises(RuleBroken, match="2 of Product A is packed; its delivery stays"):
        deliver(cart, [1], pickup(), SETTINGS)
    assert [is_held(cart, line) for line in cart.lines] == [True, False]
    assert set_quantity(cart, 1, 2000).lines[0].quantity_thousandths == 2000
    assert void_line(cart, 2).lines[1].voided

    life.fulfil("unpack", (1, 2000))
    assert void_line(life.edit(), 1).lines[0].voided


def test_a_pickup_and_a_cancellation_take_no_other_goods() -> None:
    life = alive(hybrid())
    handing, cancelling = life.pickup({2: 1000}), alive(fetched(100)).cancel(0)

    with pytest.raises(RuleBroken, match="Conclude that first, then sell the rest"):
        add_line(handing, product(), SETTINGS)
    with pytest.raises(RuleBroken, match="An order is being cancelled"):
        check_takes_goods(cancelling)


def test_goods_that_come_back_stay_as_they_are_and_goods_in_exchange_are_carried_out() -> None:
    life = alive(fetched(10_000, 5000))
    life.conclude(life.pickup({1: 1000}))
    cart = add_line(life.take_back({1: 1000}), product("NEW", 100), SETTINGS)

    with pytest.raises(RuleBroken, match="comes back from an order and stays as it is"):
        set_quantity(cart, 1, 2000)
    with pytest.raises(RuleBroken, match="Goods given in exchange are carried out"):
        deliver(cart, [2], pickup(), SETTINGS)
    with pytest.raises(RuleBroken, match="Edit it to change that"):
        pay_in_full(cart)
    assert set_quantity(cart, 2, 2000).lines[1].quantity_thousandths == 2000


def test_charges_of_the_order_that_were_billed_are_not_typed_again() -> None:
    cart = deliver(fetched(1000, 2000), [1, 2], pickup(), SETTINGS, 500, header_charge=True)
    life = alive(cart)
    life.conclude(life.pickup({1: 1000}))

    with pytest.raises(RuleBroken, match="was billed already"):
        deliver(life.edit(), [2], shipment(), SETTINGS, 700, header_charge=True)
    assert deliver(life.edit(), [2], pickup(), SETTINGS, header_charge=True).charges == life.order.charges


def test_an_order_is_called_by_headquarters_number_once_it_has_one() -> None:
    order = alive(fetched(1000)).order

    assert (order.reference, order.shown_number) == ("L-HOUSTON-1-00003", "Pending sync")
    assert (replace(order, number="SO-1").reference, replace(order, number="SO-1").shown_number) == (
        "SO-1",
        "SO-1",
    )


def test_a_transaction_without_an_order_makes_and_changes_none() -> None:
    sale, order = document_of(paid_in_cash(cart_with(100))), alive(fetched(1000)).order

    with pytest.raises(ValueError, match="makes no order"):
        new_order(sale, manual_accept=False)
    with pytest.raises(ValueError, match="changes no order"):
        changed_order(sale, order, manual_accept=False)


def test_what_was_carried_out_has_no_mode_and_goes_nowhere() -> None:
    line = alive(hybrid()).order.lines[0]

    assert (line.mode, line.place, line.day) == ("", "", None)
