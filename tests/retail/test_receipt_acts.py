"""What stands on the receipts of a pickup, a cancellation and a return, and which order each is about."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from retail.cart import Cart, add_line, deliver
from retail.charges import Charge, ChargeSource
from retail.orders.terms import pay_in_full
from retail.receipt import Row, receipt_of
from tests.retail.orders.lives import Life
from tests.retail.shop import SETTINGS, cart_with, pickup, product
from tests.retail.test_receipt import STORE, printed

SHOP = replace(SETTINGS, cancellation_charge_code="CANCEL", tax_percent=Decimal(25))


@pytest.fixture
def life() -> Life:
    life = Life(SHOP)
    life.conclude(deliver(cart_with(4000, 8000, settings=SHOP), [1, 2], pickup(), SHOP))
    return life


def receipt(life: Life, cart: Cart, number: str | None = None) -> list[str]:
    rows: Sequence[Row] = receipt_of(life.conclude(cart), STORE, number)
    return printed(rows)[3:]


def test_a_pickup_says_what_was_handed_out_and_what_of_the_deposit_it_used(life: Life) -> None:
    lines = receipt(life, life.pickup({1: 1000}), "SO-1")

    assert lines[:5] == [
        "# Pickup receipt", "Receipt: HOUSTON-1-000007", "Order: L-HOUSTON-1-00003", "Our number: SO-1",
        "Invoice: number follows",
    ]  # fmt: skip
    assert "Handed to: Anna Berg" in lines
    assert lines[lines.index("---") :] == [
        "---",
        "1 x Product A 40.00 = 40.00",
        "---",
        "Total: 50.00",
        "Tax 25 % of 40.00: 10.00",
        "Deposit used: 5.00",
        "Paid now: 45.00",
        "Deposit left: 10.00",
        "Balance of the order: 90.00",
        "---",
        "Cash: 45.00",
        "---",
        "Still to be handed out:",
        "Product B: 1",
        "||HOUSTON-1-000007||",
    ]


def test_the_last_pickup_leaves_no_deposit_to_speak_of(life: Life) -> None:
    lines = receipt(life, life.pickup({1: 1000, 2: 1000}))

    assert "Deposit used: 15.00" in lines
    assert "Balance of the order: 0.00" in lines
    assert "Nothing of this order is left to be handed out." in lines
    assert "Our number: number follows" in lines
    assert not any(line.startswith("Deposit left") for line in lines)


def test_a_cancellation_says_what_it_costs_and_what_was_paid(life: Life) -> None:
    cart = life.cancel(1000)
    assert cart.act is not None

    lines = receipt(life, replace(cart, act=replace(cart.act, approved_by="manager")))

    assert lines[0] == "# Order cancelled"
    assert lines[lines.index("---") :] == [
        "---",
        "Cancellation charge: 10.00",
        "---",
        "Total: 10.00",
        "Tax 0 % of 10.00: 0.00",
        "Deposit paid: 15.00",
        "Refund: 5.00",
        "Reason: Too late",
        "Approved by manager",
        "---",
        "Cash: -5.00",
        "||HOUSTON-1-000007||",
    ]


def test_a_return_says_why_and_an_exchange_is_a_sale_as_well() -> None:
    life = Life(replace(SHOP, advanced_auto_charges=True))
    fee = Charge("SHIP", 400, Decimal(25), ChargeSource.AUTOMATIC, refundable=True)
    life.conclude(
        replace(deliver(cart_with(4000, settings=SHOP), [1], pickup(), SHOP), charges=(fee,), act=None)
    )
    life.conclude(life.pickup({1: 1000}))

    lines = receipt(life, add_line(life.take_back({1: 1000}), product("NEW", 100), SHOP))

    assert lines[:2] == ["# Return receipt", "# Sales receipt"]
    assert lines[lines.index("---") + 1 : lines.index("---") + 5] == [
        "-1 x Product A 40.00 = -40.00", "Reason: Too small", "1 x Product NEW 1.00 = 1.00", "Shipping refunded: -4.00",
    ]  # fmt: skip
    assert "Total: -53.75" in lines


def test_a_return_names_the_receipts_the_goods_came_from_and_what_goes_back(life: Life) -> None:
    life.conclude(life.pickup({1: 1000}))

    lines = receipt(life, life.take_back({1: 1000}))

    assert "Original receipt: HOUSTON-1-000007" in lines
    assert "Refund: 50.00" in lines


def test_an_exchange_for_something_dearer_refunds_nothing(life: Life) -> None:
    life.conclude(life.pickup({1: 1000}))

    lines = receipt(life, add_line(life.take_back({1: 1000}), product("NEW", 9000), SHOP))

    assert "Total: 62.50" in lines
    assert not any(line.startswith("Refund") for line in lines)


def test_headquarters_invoice_number_is_printed_where_it_is_known(life: Life) -> None:
    rows = receipt_of(life.conclude(life.pickup({1: 1000})), STORE, "SO-1", "F-20077")

    assert "Invoice: F-20077" in printed(rows)


def test_a_return_alone_is_no_sale(life: Life) -> None:
    life.conclude(life.pickup({1: 1000}))

    lines = receipt(life, life.take_back({1: 1000}))

    assert lines[0] == "# Return receipt"
    assert "# Sales receipt" not in lines


def test_an_edit_says_what_is_left_to_pay_after_a_pickup(life: Life) -> None:
    life.conclude(life.pickup({1: 1000}))

    assert "Balance, paid at pickup: 90.00" in receipt(life, life.edit())
    assert "Nothing left to pay: 0.00" in receipt(life, pay_in_full(life.edit()))


def test_a_part_of_a_charge_prints_the_tax_it_carries() -> None:
    fee = Charge("FEE", 3, Decimal(25))
    cart = deliver(cart_with(1000, settings=SHOP), [1], pickup(), SHOP)
    life = Life(SHOP)
    line = replace(cart.lines[0], charges=(fee,), quantity_thousandths=2000)
    life.conclude(replace(cart, lines=(line,)))
    life.conclude(life.pickup({1: 1000}))

    lines = receipt(life, life.pickup({1: 1000}))

    assert "Total: 12.51" in lines
    assert "Tax 25 % of 10.01: 2.50" in lines


def test_a_further_payment_says_what_was_left_before_and_after(life: Life) -> None:
    lines = receipt(life, life.pay(5000), "SO-1")

    assert lines[:4] == [
        "# Payment on an order", "Receipt: HOUSTON-1-000007", "Order: L-HOUSTON-1-00003", "Our number: SO-1",
    ]  # fmt: skip
    assert lines[lines.index("---") :] == [
        "---",
        "Left to pay before: 135.00",
        "Paid now: 50.00",
        "Balance of the order: 85.00",
        "---",
        "Cash: 50.00",
        "||HOUSTON-1-000007||",
    ]
