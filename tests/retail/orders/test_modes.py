"""Delivery modes are those that take the product, go to the address and belong to the store."""

from dataclasses import replace

import pytest

from retail.cart import Cart, add_line, change_delivery_mode, deliver, split_by_mode
from retail.catalog import Product
from retail.customers import Address
from retail.delivery_rules import DeliveryRule
from retail.errors import RuleBroken
from retail.orders.modes import check_mode, common_modes, mode_by_line, modes_for, modes_of
from retail.settings import StoreSettings
from tests.retail.shop import ANNA, EMPTY, HOME, SETTINGS, cart_with, shipment

SHOP = replace(
    SETTINGS,
    delivery_modes=("ground", "air", "truck"),
    delivery_rules=(
        DeliveryRule("ground", not_categories=("Furniture",), not_products=("KEG",), not_countries=("gb",)),
        DeliveryRule("air", products=("KEG",), categories=("Shoes",), regions=(), not_regions=("Svalbard",)),
        DeliveryRule("truck", categories=("Furniture/Beds",), countries=("NO",), stores=("HOUSTON",)),
    ),
)


def cart(*goods: tuple[str, str]) -> Cart:
    made = replace(EMPTY, customer=ANNA)
    for number, category in goods:
        made = add_line(made, Product(number, f"Product {number}", 1000, category=category), SHOP)
    return made


@pytest.mark.parametrize(
    ("number", "category", "address", "modes"),
    [
        ("A", "", HOME, ("ground",)),
        ("A", "Shoes/Running", HOME, ("ground", "air")),
        ("A", "Shoestrings", HOME, ("ground",)),
        ("KEG", "", HOME, ("air",)),
        ("A", "Furniture/Beds/Wide", HOME, ("truck",)),
        ("A", "Furniture", HOME, ()),
        ("A", "Furniture/Beds", replace(HOME, country=" no "), ("truck",)),
        ("A", "Furniture/Beds", replace(HOME, country="SE"), ()),
        ("A", "Shoes", replace(HOME, country="G B", region="SVALBARD"), ()),
        ("A", "Furniture/Beds", None, ("truck",)),
    ],
)
def test_a_line_has_the_modes_that_take_it_there(
    number: str, category: str, address: Address | None, modes: tuple[str, ...]
) -> None:
    (line,) = cart((number, category)).lines

    assert modes_for(line, address, SHOP) == modes


def test_a_mode_can_be_other_stores_only() -> None:
    assert modes_of(SHOP) == ("ground", "air", "truck")
    assert modes_of(replace(SHOP, store="DALLAS")) == ("ground", "air")


def test_lines_share_the_modes_that_take_all_of_them_or_are_split() -> None:
    shoes = cart(("A", "Shoes"), ("B", ""), ("C", "Furniture/Beds")).lines

    assert common_modes(shoes[:2], HOME, SHOP) == ("ground",)
    assert common_modes(shoes, HOME, SHOP) == ()
    assert mode_by_line(shoes, HOME, SHOP) == {1: "ground", 2: "ground", 3: "truck"}


@pytest.mark.parametrize(
    ("mode", "number", "category", "words"),
    [
        ("rocket", "A", "", "There is no delivery mode rocket. Choose one of: ground, air, truck."),
        ("air", "A", "", "air does not take Product A there. Choose one of: ground."),
        ("air", "A", "Furniture",
         "No delivery mode takes Product A to Storgt 1, 5003 Bergen. Choose another address, or Pick up."),
    ],
)  # fmt: skip
def test_a_mode_that_does_not_fit_is_refused_in_words(
    mode: str, number: str, category: str, words: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_mode(mode, cart((number, category)).lines, HOME, SHOP)

    assert str(refused.value) == words


def test_a_store_without_delivery_modes_ships_nothing() -> None:
    bare: StoreSettings = replace(SETTINGS, delivery_modes=())

    with pytest.raises(RuleBroken, match="has no delivery mode"):
        mode_by_line(cart(("A", "")).lines, HOME, bare)


def test_changing_the_mode_minds_what_it_takes() -> None:
    two = cart(("A", "Shoes"), ("B", ""))
    shipped = deliver(two, [1, 2], shipment(SHOP), SHOP)

    assert change_delivery_mode(shipped, [1], "air", SHOP).lines[0].delivery_shown == "air"
    with pytest.raises(RuleBroken, match="air does not take Product B there"):
        change_delivery_mode(shipped, [1, 2], "air", SHOP)


def test_split_lines_keep_all_but_their_mode() -> None:
    shipped = deliver(cart_with(1000, 2000), [1], shipment(), SETTINGS)

    split = split_by_mode(shipped, {1: "air", 2: "air"})

    assert shipped.lines[0].delivery is not None
    assert split.lines[0].delivery == replace(shipped.lines[0].delivery, mode="air")
    assert split.lines[1] == shipped.lines[1]
