"""What may be on an order, from where and by which mode it leaves us; each refusal leaves everything as it was."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pos_app.language.language import language_of
from pos_app.operations.registry import Refused
from pos_app.register.delivery_sheets import pick_up_view, ship_view
from retail.delivery_rules import DeliveryRule
from retail.settings import FulfilmentPlace, StoreSettings
from tests.fixtures.fix_register import ANNA, PRODUCTS, SETTINGS, Register, Shop, at_work

RULED: dict[str, Any] = {
    "country": "NO",
    "delivery_modes": ("ground", "air", "truck"),
    "delivery_rules": (
        DeliveryRule("ground", not_categories=("Drinks",), not_countries=("SE",)),
        DeliveryRule("air", not_products=("T2",), not_categories=("Shoes",)),
        DeliveryRule("truck", stores=("DALLAS",)),
    ),
}
CATEGORIES = {"A": "Shoes/Running", "T2": "Drinks", "T1": "Drinks/Tea"}
GROUP = (
    FulfilmentPlace("HOUSTON", "Houston", ships=False),
    FulfilmentPlace("SEATTLE", "Seattle", closed_dates=(date(2026, 11, 21),)),
    FulfilmentPlace("WEST", "West warehouse", hands_out=False, is_store=False),
)


def article(number: str) -> dict[str, Any]:
    known = PRODUCTS[number]
    return {
        "number": number, "name": known["name"], "barcodes": known["barcodes"],
        "category": CATEGORIES.get(number, ""), "revenue_recognition": number == "B",
    }  # fmt: skip


def serving_anna(shop: Shop, *numbers: str, **settings: Any) -> Register:
    """A register with a catalogue of categories, a sock that is billed over time, and these goods for Anna."""
    changed: StoreSettings = replace(SETTINGS, **settings)
    stock = [("A", "SEATTLE", 1000, "12:05"), ("T1", "SEATTLE", 0, "11:00")]
    shop.publish(
        changed,
        products={number: article(number) for number in PRODUCTS},
        stock={
            f"{place}/{number}": {
                "product": number, "place": place, "quantity_thousandths": quantity,
                "as_of": f"2026-11-21T{at}:00.000+00:00",
            }
            for number, place, quantity, at in stock
        },
    )  # fmt: skip
    register = at_work(shop)
    register.do("customer.set", id=ANNA)
    for number in numbers:
        register.do("product.add", number=number)
    return register


def modes(register: Register) -> list[str]:
    return [line["delivery"] for line in register.cart["lines"]]


def test_goods_billed_over_time_are_on_no_order(shop: Shop) -> None:
    register = serving_anna(shop, "A", "B")
    words = "Merino sock is billed over time and cannot be on an order. Void its line and sell it by itself."

    for operation in ("order.ship_all", "order.pick_up_all", "order.create", "quote.create"):
        assert register.refused(operation) == words
    assert register.refused("order.ship_selected", lines=[1]) == words
    register.do("line.void", line=2)
    register.do("order.pick_up_all")

    assert register.refused("product.add", number="B") == (
        "Merino sock is billed over time and cannot be on an order. Sell it by itself."
    )
    register.do("order.carry_out_all")
    register.do("product.add", number="B")


def test_the_first_mode_that_takes_all_lines_is_the_default(shop: Shop) -> None:
    register = serving_anna(shop, "A", "CENT", **RULED)

    register.do("order.ship_all")
    assert modes(register) == ["ground", "ground"]
    register.do("order.ship_selected", lines=[2], mode="air")

    assert modes(register) == ["ground", "air"]


def test_lines_without_a_common_mode_are_split_after_a_yes(shop: Shop) -> None:
    register = serving_anna(shop, "A", "CENT", "T1", **RULED)
    assert register.asks("order.ship_all", charge="5") == ["split"]
    assert register.refused("order.ship_all", split=False) == (
        "No delivery mode takes all of these lines. Choose the lines of one mode, then Ship."
    )

    done = register.do("order.ship_all", split=True, charge="5")

    assert modes(register) == ["ground", "ground", "air"]
    assert register.cart["charges_minor"] == 500
    assert str(done.message) == "2 × ground, 1 × air to Storgt 1, 5003 Bergen on 2026-11-22."


@pytest.mark.parametrize(
    ("number", "params", "words"),
    [
        ("T1", {"mode": "ground"}, "ground does not take Tea, black there. Choose one of: air."),
        ("A", {"mode": "truck"}, "There is no delivery mode truck. Choose one of: ground, air."),
        ("A", {"address": {"line1": "Gatan 1", "country": "SE"}},
         "No delivery mode takes Trail shoe to Gatan 1. Choose another address, or Pick up."),
        ("T2", {}, "No delivery mode takes Tea, green to Storgt 1, 5003 Bergen. Choose another address, or Pick up."),
    ],
)  # fmt: skip
def test_what_no_mode_takes_there_is_refused(
    shop: Shop, number: str, params: dict[str, Any], words: str
) -> None:
    register = serving_anna(shop, number, **RULED)

    assert register.refused("order.ship_all", **params) == words


def test_modes_to_choose_from_are_named_in_the_language_of_whoever_reads(shop: Shop) -> None:
    outcome = serving_anna(shop, "A").ask("order.ship_all", mode="rocket")

    assert isinstance(outcome, Refused)
    assert language_of("nl").tell(outcome.message) == (
        "Er is geen leveringsmethode rocket. Kies een van: standaard, luchtpost."
    )


def test_changing_the_mode_offers_what_takes_the_lines(shop: Shop) -> None:
    register = serving_anna(shop, "A", "T1", "CENT", **RULED)
    register.do("order.ship_all", split=True)

    assert register.asks("order.change_delivery", lines=[3]) == ["mode"]
    assert register.refused("order.change_delivery", lines=[1], mode="air") == (
        "air does not take Trail shoe there. Choose one of: ground."
    )
    assert register.refused("order.change_delivery", lines=[1, 2]) == (
        "No delivery mode takes all of these lines. Choose the lines of one mode."
    )


def test_places_follow_the_flags_of_the_group(shop: Shop) -> None:
    register = serving_anna(shop, "A", fulfilment_group=GROUP, fulfilment_locations=True)

    assert register.refused("order.ship_all", **{"from": "HOUSTON"}) == (
        "Goods cannot be shipped from HOUSTON. Choose one of the list."
    )
    assert register.refused("order.pick_up_all", store="WEST") == (
        "Goods cannot be picked up at WEST. Choose a store of the list."
    )
    assert register.refused("order.pick_up_all", store="SEATTLE", date="2026-11-21") == (
        "Closed on 2026-11-21. The next open day is 2026-11-22."
    )
    register.do("order.ship_all", **{"from": "WEST"})


def test_without_flags_goods_leave_the_stores_shipping_warehouse(shop: Shop) -> None:
    register = serving_anna(shop, "A", fulfilment_group=GROUP, shipping_warehouse="WEST")

    assert register.refused("order.ship_all", **{"from": "SEATTLE"}) == (
        "Goods cannot be shipped from SEATTLE. Choose one of the list."
    )
    register.do("order.ship_all")

    cart = register.session.cart
    assert cart is not None
    assert cart.lines[0].delivery is not None
    assert (cart.lines[0].delivery.ship_from, cart.lines[0].delivery.store) == ("WEST", "HOUSTON")


def test_the_pick_up_sheet_shows_stock_with_its_age(shop: Shop) -> None:
    register = serving_anna(shop, "A", "T1", "CENT", fulfilment_group=GROUP, fulfilment_locations=True)
    context = register.session.draft(register.session.settings or SETTINGS)
    context.now = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)

    there = pick_up_view(context, (), "SEATTLE", "")

    assert [each.value for each in there.stores] == ["HOUSTON", "SEATTLE"]
    assert there.stock == "1 of 3 lines in stock, as of 21 Nov 2026 11:00."
    assert there.days.chosen == date(2026, 11, 22)
    assert pick_up_view(context, (3,), "SEATTLE", "").stock == "No stock figure from this place."
    assert pick_up_view(context, (), "", "").store == "HOUSTON"


def test_the_ship_sheet_offers_the_modes_of_the_address_and_a_split(shop: Shop) -> None:
    register = serving_anna(shop, "A", "T1", **RULED)
    context = register.session.draft(register.session.settings or SETTINGS)

    both = ship_view(context, (), "")
    assert [(each.value, bool(each.why_not)) for each in both.modes] == [
        ("split", False), ("ground", True), ("air", True),
    ]  # fmt: skip
    assert (both.mode, both.modes[0].text) == ("split", "Split: 1 × ground, 1 × air")
    shoe = ship_view(context, (1,), "")
    assert (shoe.mode, shoe.modes[1].why_not) == (
        "ground",
        "air does not take Trail shoe there. Choose one of: ground.",
    )
    typed = ship_view(context, (1,), "", "")
    assert (typed.address, typed.mode) == ("", "ground")
