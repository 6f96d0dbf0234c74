"""A cart comes to rest after every change, and what did not change stays the same object."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.auto_charges import charged
from retail.cart import Cart, add_line, set_quantity, void_line
from retail.charge_rules import AutoCharge, ChargeLevel
from retail.errors import RuleBroken
from retail.pricing import Consent, Pricing, discount_total
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.settling import calculated, check_calculated, settle
from tests.retail.shop import ANNA, EMPTY, SETTINGS, TODAY, cart_with, product

TEN = Promotion("P1", "Ten off", PromotionKind.PERCENT, ("A",), percent=Decimal(10))
PRICING = Pricing(PriceBook([TEN]), lambda number: None, TODAY)
CHARGED = replace(
    SETTINGS,
    advanced_auto_charges=True,
    auto_charges=(AutoCharge(ChargeLevel.HEADER, "FREIGHT", 1000, business=True),),
)


def amounts(cart: Cart) -> list[int]:
    return [line.amount_minor for line in cart.lines]


def test_new_lines_are_priced_and_the_others_are_not_touched() -> None:
    before = settle(None, cart_with(10_000, 5000), PRICING, SETTINGS)

    after = settle(before, add_line(before, product("A", 3000), SETTINGS), PRICING, SETTINGS)

    assert amounts(after) == [9000, 5000, 2700]
    assert after.lines[0] is before.lines[0]


def test_a_changed_quantity_is_priced_anew() -> None:
    before = settle(None, cart_with(10_000), PRICING, SETTINGS)

    assert amounts(settle(before, set_quantity(before, 1, 3000), PRICING, SETTINGS)) == [27_000]


def test_nothing_to_do_gives_back_the_same_cart() -> None:
    before = settle(None, cart_with(5000, 10_000), PRICING, SETTINGS)
    selected = replace(before, selected=frozenset({1}))
    fewer = void_line(before, 1)

    assert settle(before, selected, PRICING, SETTINGS) is selected
    assert settle(before, fewer, PRICING, SETTINGS) is fewer


def test_another_cart_is_priced_whole() -> None:
    before, after = replace(EMPTY, id="another"), cart_with(10_000)

    assert amounts(settle(before, after, PRICING, SETTINGS)) == [9000]


def test_a_discount_on_the_whole_follows_what_is_added() -> None:
    before = discount_total(cart_with(5000), Consent("Staff", "boss"), percent=Decimal(10))

    after = settle(before, add_line(before, product("B", 2000), SETTINGS), PRICING, SETTINGS)

    assert amounts(after) == [4500, 1800]


def test_another_customer_changes_the_automatic_charges() -> None:
    before = cart_with(5000)

    after = settle(before, replace(before, customer=replace(ANNA, business=True)), PRICING, CHARGED)

    assert [each.amount_minor for each in after.charges] == [1000]
    assert settle(after, replace(after, charges=()), PRICING, CHARGED) == charged(after, CHARGED)


def test_who_buys_decides_the_price_of_every_line() -> None:
    club = Pricing(PriceBook([replace(TEN, affiliations=("VIP",))]), lambda number: None, TODAY)
    before = settle(None, cart_with(10_000, 5000), club, SETTINGS)
    assert amounts(before) == [10_000, 5000]

    member = settle(before, replace(before, customer=replace(ANNA, affiliations=("VIP",))), club, SETTINGS)
    assert amounts(member) == [9000, 5000]
    assert amounts(settle(member, replace(member, customer=ANNA), club, SETTINGS)) == [10_000, 5000]


def test_promotions_and_charges_wait_for_somebody_where_the_store_says_so() -> None:
    manual = replace(SETTINGS, manual_discounts=True, manual_charges=True)
    cart = settle(None, cart_with(10_000), PRICING, manual)

    assert amounts(cart) == [10_000]
    check_calculated(cart, PRICING, SETTINGS)
    with pytest.raises(RuleBroken, match="Press Calculate total first"):
        check_calculated(cart, PRICING, manual)
    done = calculated(cart, PRICING, manual)
    assert amounts(done) == [9000]
    check_calculated(done, PRICING, manual)
