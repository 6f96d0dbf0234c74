"""What cannot leave as an order says is known by the modes of today; all else goes."""

from dataclasses import replace

import pytest

from retail.cart import Cart, add_line, deliver
from retail.catalog import Product
from retail.delivery_rules import DeliveryRule
from retail.errors import RuleBroken
from retail.orders.undeliverable import modes_instead, undeliverable
from retail.settings import StoreSettings
from tests.retail.shop import ANNA, EMPTY, SETTINGS, pickup, shipment

SHOP = replace(SETTINGS, delivery_modes=("ground", "air", "truck"))


def shipped(*numbers: str, mode: str = "air") -> Cart:
    cart = replace(EMPTY, customer=ANNA)
    for number in numbers:
        cart = add_line(cart, Product(number, f"Product {number}", 1000), SHOP)
    way = replace(shipment(settings=SHOP), mode=mode)
    return deliver(cart, [line.number for line in cart.lines], way, SHOP)


def lost(cart: Cart, settings: StoreSettings) -> list[int]:
    return [line.number for line in undeliverable(cart.lines, settings)]


def test_a_line_whose_mode_is_there_and_takes_it_leaves() -> None:
    assert lost(shipped("A", "KEG"), SHOP) == []


def test_a_line_whose_mode_was_withdrawn_or_does_not_take_it_any_more_cannot_leave() -> None:
    assert lost(shipped("A", "KEG"), replace(SHOP, delivery_modes=("ground",))) == [1, 2]
    assert lost(
        shipped("A", "KEG"), replace(SHOP, delivery_rules=(DeliveryRule("air", not_products=("KEG",)),))
    ) == [2]
    elsewhere = replace(SHOP, delivery_rules=(DeliveryRule("air", stores=("DALLAS",)),))
    assert lost(shipped("A"), elsewhere) == [1]


def test_what_is_fetched_or_carried_out_leaves_by_whatever_it_is_called() -> None:
    cart = add_line(replace(EMPTY, customer=ANNA), Product("A", "Apple", 1000), SHOP)

    assert lost(cart, replace(SHOP, delivery_modes=("post",))) == []
    assert lost(deliver(cart, [1], replace(pickup(settings=SHOP), mode="fetch"), SHOP), SHOP) == []


def test_a_store_without_any_mode_says_nothing_of_a_line() -> None:
    assert lost(shipped("A"), replace(SHOP, delivery_modes=())) == []


def test_another_mode_is_one_that_takes_the_line_there_and_not_the_one_it_has() -> None:
    rules = (DeliveryRule("air", not_products=("KEG",)), DeliveryRule("truck", products=("KEG",)))
    ruled = replace(SHOP, delivery_rules=rules)

    assert modes_instead(shipped("A", "KEG").lines, ruled) == {1: ("ground",), 2: ("ground", "truck")}
    never = replace(
        SHOP, delivery_rules=tuple([DeliveryRule(each, products=("A",)) for each in SHOP.delivery_modes])
    )
    with pytest.raises(RuleBroken, match="No delivery mode takes Product KEG"):
        modes_instead(shipped("KEG").lines, never)
    cart = add_line(replace(EMPTY, customer=ANNA), Product("A", "Apple", 1000), SHOP)
    assert modes_instead(cart.lines, SHOP) == {1: SHOP.delivery_modes}
