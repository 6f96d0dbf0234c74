"""Automatic charges follow the goods, how they leave us, and who buys them; what was typed over stays."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.auto_charges import charged, fired_rules, recalculate_charges
from retail.cart import Cart, deliver, void_line
from retail.charge_rules import AutoCharge, ChargeCode, ChargeLevel
from retail.charges import Charge, ChargeSource
from retail.delivery_rules import DeliveryRule
from retail.errors import RuleBroken
from retail.pricing import Consent
from retail.settings import StoreSettings
from retail.typed_charges import change_charge
from tests.retail.shop import ANNA, SETTINGS, cart_with, pickup, shipment

WHY = Consent("Staff", "manager")
HEADER, LINE = ChargeLevel.HEADER, ChargeLevel.LINE


def rule(level: ChargeLevel = HEADER, amount: int = 1000, code: str = "FREIGHT", **others: Any) -> AutoCharge:
    return AutoCharge(level, code, amount, **others)


def shop(*rules: AutoCharge) -> StoreSettings:
    codes = (ChargeCode("WRAP", tax_percent=Decimal(25), refundable=True),)
    return replace(
        SETTINGS, advanced_auto_charges=True, auto_charges=rules, charge_codes=codes,
        delivery_modes=("ground", "air"), shipping_charge_tax_percent=Decimal(8),
    )  # fmt: skip


def shipped(cart: Cart, settings: StoreSettings, *numbers: int, mode: str = "ground") -> Cart:
    delivery = replace(shipment(settings=settings), mode=mode)
    return deliver(cart, numbers or [line.number for line in cart.active_lines], delivery, settings)


def on_header(cart: Cart, settings: StoreSettings) -> int:
    return sum(each.amount_minor for each in charged(cart, settings).charges)


def on_lines(cart: Cart, settings: StoreSettings) -> list[int]:
    return [line.charge_minor for line in charged(cart, settings).lines]


def test_a_charge_bears_the_tax_and_the_flags_of_its_code() -> None:
    settings = shop(rule(), rule(code="WRAP", amount=200))

    charges = charged(cart_with(5000), settings).charges

    assert charges == (
        Charge("FREIGHT", 1000, Decimal(8), ChargeSource.AUTOMATIC),
        Charge("WRAP", 200, Decimal(25), ChargeSource.AUTOMATIC, refundable=True),
    )


@pytest.mark.parametrize(
    ("goods", "asked"),
    [(5000, 1000), (10_000, 1000), (10_001, 500), (20_000, 500), (20_001, 0)],
)
def test_the_lowest_tier_that_fits_counts(goods: int, asked: int) -> None:
    tiers = (rule(amount=500, up_to_minor=20_000), rule(amount=1000, up_to_minor=10_000))

    assert on_header(cart_with(goods), shop(*tiers)) == asked


def test_a_share_of_the_goods_can_be_asked() -> None:
    assert on_header(cart_with(999, 2000), shop(rule(percent=Decimal("2.5")))) == 75


def test_a_charge_on_the_whole_needs_one_way_for_all_lines() -> None:
    settings = shop(rule(mode="ground"))
    cart = cart_with(5000, 4000)

    assert on_header(cart, settings) == 0
    assert on_header(shipped(cart, settings), settings) == 1000
    assert on_header(shipped(cart, settings, 1), settings) == 0
    assert on_header(void_line(shipped(cart, settings, 1), 2), settings) == 1000
    assert on_header(shipped(cart, settings, mode="air"), settings) == 0


def test_a_rule_may_be_for_goods_carried_out_or_fetched() -> None:
    settings = shop(rule(mode="carry-out"), rule(code="WRAP", mode="pickup", amount=200))
    cart = cart_with(5000)

    assert on_header(cart, settings) == 1000
    assert on_header(deliver(cart, [1], pickup(settings=settings), settings), settings) == 200


@pytest.mark.parametrize(
    ("wanted", "fires"),
    [
        ({"customer": ANNA.id}, True),
        ({"customer": "another"}, False),
        ({"business": False}, True),
        ({"business": True}, False),
        ({"currency": "USD"}, True),
        ({"currency": "NOK"}, False),
        ({"store": "HOUSTON"}, True),
        ({"store": "SEATTLE"}, False),
    ],
)
def test_a_rule_is_for_whom_and_where_it_says(wanted: dict[str, Any], fires: bool) -> None:
    assert bool(on_header(cart_with(5000), shop(rule(**wanted)))) is fires


def test_without_a_customer_only_rules_for_everybody_fire() -> None:
    settings = shop(rule(customer=ANNA.id), rule(code="WRAP", business=True, amount=200))

    assert on_header(cart_with(5000, customer=None), settings) == 0
    business = cart_with(5000, customer=replace(ANNA, business=True))
    assert on_header(business, settings) == 1200


def test_the_most_particular_rule_of_a_code_counts_and_codes_add_up() -> None:
    settings = shop(rule(amount=900), rule(amount=100, business=False), rule(amount=300, code="WRAP"))

    assert on_header(cart_with(5000), settings) == 400


def test_a_rule_on_lines_is_for_an_item_or_for_all() -> None:
    settings = shop(rule(LINE, 50), rule(LINE, 200, item="B"), rule(LINE, 30, "WRAP", up_to_minor=4999))

    assert on_lines(cart_with(5000, 4000, 6000), settings) == [50, 230, 50]


def test_a_rule_on_lines_may_be_for_one_way_of_delivery() -> None:
    settings = shop(rule(LINE, mode="air"))

    assert on_lines(shipped(cart_with(5000, 4000), settings, 2, mode="air"), settings) == [0, 1000]


def test_a_spread_charge_is_worked_out_for_each_mode_and_its_rest_goes_to_the_last_line() -> None:
    settings = shop(rule(mode="ground", amount=100, prorate=True), rule(mode="air", amount=500, prorate=True))
    cart = shipped(cart_with(1000, 1000, 1000, 7000), settings)

    assert on_lines(shipped(cart, settings, 4, mode="air"), settings) == [33, 33, 34, 500]
    assert on_header(cart, settings) == 0


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=8), st.integers(0, 10_000))
def test_the_shares_of_a_spread_charge_sum_to_it(prices: list[int], amount: int) -> None:
    cart = charged(cart_with(*prices), shop(rule(amount=amount, prorate=True)))

    assert sum(line.charge_minor for line in cart.lines) == amount
    assert all(line.charge_minor >= 0 for line in cart.lines)


def test_without_the_setting_no_rule_fires() -> None:
    cart = cart_with(5000)

    assert charged(cart, replace(shop(rule()), advanced_auto_charges=False)) is cart
    assert charged(cart, shop()) is cart


def test_a_rule_of_nothing_makes_goods_free_of_a_more_general_one() -> None:
    settings = shop(rule(), rule(amount=0, business=False))

    assert charged(cart_with(5000), settings).charges == ()


def test_an_empty_cart_is_charged_nothing() -> None:
    empty = void_line(cart_with(5000), 1)

    assert fired_rules(empty, shop(rule())) == ()
    assert charged(empty, shop(rule())) is empty


def test_a_cart_that_is_charged_already_stays_the_same_object() -> None:
    settings = shop(rule(), rule(LINE, 50, "WRAP"))
    cart = charged(cart_with(5000, 4000), settings)

    assert charged(cart, settings) is cart


def test_an_automatic_charge_goes_when_its_rule_no_longer_fits() -> None:
    settings = shop(rule(up_to_minor=5000), rule(LINE, 50, "WRAP", up_to_minor=5000))
    cart = charged(cart_with(5000), settings)
    dearer = replace(cart, lines=(replace(cart.lines[0], quantity_thousandths=2000),))

    again = charged(dearer, settings)

    assert (again.charges, again.lines[0].charges) == ((), ())


def test_what_was_typed_over_stays_until_it_is_recalculated_and_what_was_typed_stays_then_too() -> None:
    settings = shop(rule(), rule(LINE, 50, "WRAP"))
    typed = Charge("OTHER", 77, Decimal(0))
    cart = charged(replace(cart_with(5000), charges=(typed,)), settings)
    changed = change_charge(change_charge(cart, None, 1, 400, WHY), 1, 0, 0, WHY)

    stays = charged(changed, settings)

    assert [each.amount_minor for each in stays.charges] == [77, 400]
    assert [each.amount_minor for each in stays.lines[0].charges] == [0]
    assert recalculate_charges(stays, settings) == cart


def test_where_charges_are_typed_by_hand_there_is_nothing_to_recalculate() -> None:
    with pytest.raises(RuleBroken, match="typed by hand"):
        recalculate_charges(cart_with(5000), SETTINGS)


@pytest.mark.parametrize(
    ("others", "fires"),
    [
        ({"modes": ("air", "ground")}, True),
        ({"modes": ("air",)}, False),
        ({"affiliation": "VIP"}, True),
        ({"affiliation": "Staff"}, False),
        ({"stores": ("DALLAS", "HOUSTON")}, True),
        ({"stores": ("DALLAS",)}, False),
        ({"mode_group": "SLOW"}, True),
        ({"mode_group": "FAST"}, False),
        ({"customer_group": "CLUB"}, True),
        ({"customer_group": "TRADE"}, False),
        ({"customer": ANNA.account}, True),
        ({"customer": ANNA.id}, True),
        ({"customer": "C-404"}, False),
    ],
)
def test_a_charge_can_be_for_groups_of_modes_customers_and_stores(
    others: dict[str, Any], fires: bool
) -> None:
    groups = (DeliveryRule("ground", charges_group="SLOW"), DeliveryRule("air", charges_group="FAST"))
    settings = replace(shop(rule(**others)), delivery_rules=groups)
    cart = replace(cart_with(5000), customer=replace(ANNA, affiliations=("VIP",), group="CLUB"))

    assert on_header(shipped(cart, settings, 1), settings) == (1000 if fires else 0)


def test_one_says_more_than_a_group_and_a_narrow_category_more_than_a_wide_one() -> None:
    settings = shop(
        rule(LINE, 1, category="Shoes"), rule(LINE, 2, category="Shoes/Running"), rule(LINE, 3, item="B"),
        rule(LINE, 4, category="Hats"),
    )  # fmt: skip
    first, second, third = cart_with(1000, 1000, 1000).lines
    running = replace(first, category="Shoes/Running/Trail")
    cart = replace(cart_with(1000, 1000, 1000), lines=(running, replace(second, category="Shoes"), third))

    assert on_lines(cart, settings) == [2, 3, 0]


def test_modes_of_one_charges_group_share_a_charge_that_is_spread_for_each_mode_by_itself() -> None:
    groups = tuple([DeliveryRule(mode, charges_group="PARCEL") for mode in ("ground", "air")])
    settings = replace(shop(rule(amount=500, mode_group="PARCEL", prorate=True)), delivery_rules=groups)
    cart = shipped(cart_with(1000, 3000, 4000), settings, 1, 2)

    assert on_lines(shipped(cart, settings, 3, mode="air"), settings) == [125, 375, 500]
    assert on_lines(cart, settings) == [125, 375, 0]
