"""Goods without a receipt: at the price of the day, with a reason, in a return of their own, and sound for HQ."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from retail.blind_returns import Brought, take_back_blind
from retail.cart import Cart, CartKind, add_line, deliver, set_quantity, void_line
from retail.cart_values import PriceSource
from retail.errors import RuleBroken
from retail.orders.fixed import check_customer_changes
from retail.pricing import Consent, Pricing, override_price
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.receipt import receipt_of
from retail.taxing import for_customer
from retail.totals import totals_of
from retail.wire.faults import faults_of
from tests.retail.orders.lives import Life
from tests.retail.shop import (
    ANNA,
    EMPTY,
    SETTINGS,
    TODAY,
    cart_with,
    document_of,
    paid_in_cash,
    pickup,
    product,
)
from tests.retail.test_receipt import STORE, printed

TAXED = replace(SETTINGS, tax_percent=Decimal(10))
DEAL = Promotion("P1", "Deal", PromotionKind.DEAL, ("A",), amount_minor=3000)
PRICING = Pricing(PriceBook([DEAL]), product, TODAY)
NO_DEALS = replace(PRICING, book=PriceBook([]))
ONE = Brought(1000, "Damaged")


def back(cart: Cart = EMPTY, brought: Brought = ONE, pricing: Pricing = NO_DEALS) -> Cart:
    return take_back_blind(cart, product("A", 4000), brought, pricing, TAXED)


def test_it_comes_back_at_todays_price_and_stays_so() -> None:
    cart = back(brought=Brought(2000, " Damaged "), pricing=PRICING)
    (line,) = cart.lines

    assert (cart.kind, line.quantity_thousandths, line.amount_minor, line.reason) == (
        CartKind.RETURN, -2000, -6000, "Damaged",
    )  # fmt: skip
    assert (line.price_source, line.price_locked) == (PriceSource.KEYED, True)
    assert totals_of(cart, TAXED).due_minor == -6600
    assert back().lines[0].price_source is PriceSource.LIST
    assert back(brought=replace(ONE, price_minor=1500)).lines[0].amount_minor == -1500


def test_headquarters_works_out_the_same() -> None:
    cart = add_line(back(), product("NEW", 9000), TAXED)
    due = totals_of(cart, TAXED).due_minor
    assert due == 5500

    document = document_of(paid_in_cash(cart, settings=TAXED), settings=TAXED)

    assert document.act is not None
    assert (document.type, document.act.about, document.act.id) == ("return", "nothing", document.id)
    assert faults_of(document) == []
    lines = printed(receipt_of(document, STORE))[3:]
    assert lines[:4] == [
        "# Return receipt",
        "# Sales receipt",
        "Receipt: HOUSTON-1-000007",
        "Came back without a receipt",
    ]
    assert "Reason: Damaged" in lines


def test_the_last_line_that_came_back_voided_makes_it_a_plain_sale_again() -> None:
    cart = back(back(cart_with(1000, settings=TAXED)))

    assert void_line(cart, 2).kind is CartKind.RETURN
    assert void_line(void_line(cart, 2), 3).kind is CartKind.SALE
    assert void_line(void_line(cart, 2), 3).act is None


def test_its_customer_may_change_and_its_tax_with_it() -> None:
    exempt = replace(ANNA, tax_exempt=True)
    cart = back()
    check_customer_changes(cart)

    settings = replace(TAXED, calculate_customer_exempt=True)
    assert totals_of(for_customer(cart, exempt, settings), settings).due_minor == -4000


@pytest.mark.parametrize(
    ("cart", "brought", "words"),
    [
        (EMPTY, replace(ONE, reason=" "), "Say why Product A comes back"),
        (EMPTY, replace(ONE, quantity_thousandths=0), "A quantity of 0 cannot be sold"),
        (deliver(cart_with(100), [1], pickup(), SETTINGS), ONE, "Goods come back in a sale of their own"),
    ],
)
def test_what_cannot_come_back_so_is_refused(cart: Cart, brought: Brought, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        back(cart, brought)


def test_it_does_not_come_back_into_a_pickup() -> None:
    life = Life()
    life.conclude(deliver(cart_with(10_000), [1], pickup(), SETTINGS))
    with pytest.raises(RuleBroken, match="An order is being handed out or cancelled"):
        back(life.pickup({1: 1000}))


def test_it_may_join_the_return_of_an_order() -> None:
    life = Life()
    life.conclude(deliver(cart_with(10_000), [1], pickup(), SETTINGS))
    life.conclude(life.pickup({1: 1000}))
    cart = take_back_blind(life.take_back({1: 1000}), product("B", 500), ONE, NO_DEALS, SETTINGS)

    life.conclude(cart)

    assert life.order.returned_minor == 10_000


def test_quantity_price_and_amount_stay() -> None:
    with pytest.raises(RuleBroken, match="comes back and stays as it is"):
        set_quantity(back(), 1, 2000)
    with pytest.raises(RuleBroken, match="comes back and stays as it is"):
        override_price(back(), 1, 100, Consent("Staff", "manager"))


def test_the_day_of_the_deal_counts() -> None:
    over = replace(PRICING, book=PriceBook([replace(DEAL, ends=date(2026, 11, 20))]))

    assert back(pricing=over).lines[0].amount_minor == -4000
