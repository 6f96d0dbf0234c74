"""Goods are sold by their unit, and by parts of one only where it has parts."""

from dataclasses import replace

import pytest

from retail.cart import add_line
from retail.cart_values import Cart
from retail.errors import RuleBroken
from retail.pricing import Pricing, priced, recalculate
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.receipt_parts import item_rows
from retail.receipt_rows import Item
from retail.units import Pack, SalesUnit, check_parts
from retail.wire.arrival import cart_of
from tests.retail.shop import EMPTY, SETTINGS, TODAY, document_of, paid_in_cash, product

UNITS = (SalesUnit("kg", decimals=True), SalesUnit("box"))
STORE = replace(SETTINGS, sales_units=UNITS)


@pytest.mark.parametrize(
    ("unit", "quantity"), [("box", 2000), ("kg", 1250), ("", 500), ("a unit of elsewhere", 500)]
)
def test_what_has_parts_or_is_whole_passes(unit: str, quantity: int) -> None:
    check_parts(quantity, unit, UNITS, "Tea")


@pytest.mark.parametrize("quantity", [1500, -500, 1])
def test_a_part_of_what_is_sold_whole_is_refused_with_its_unit(quantity: int) -> None:
    with pytest.raises(RuleBroken, match=r"Tea is sold by the whole box: [\d.]+ cannot be sold"):
        check_parts(quantity, "box", UNITS, "Tea")


def test_the_unit_goes_with_the_line_onto_document_and_receipt() -> None:
    tea = replace(product(price_minor=1000), unit="kg")
    cart = add_line(replace(EMPTY, customer=None), tea, STORE, 1000)

    document = document_of(paid_in_cash(cart, STORE), STORE)

    assert document.lines[0].unit == "kg"
    (row,) = item_rows(document.lines[0], "USD")
    assert isinstance(row, Item)
    assert (str(row.quantity), row.unit) == ("1", "kg")


def test_parts_of_a_box_are_refused_when_they_are_added() -> None:
    with pytest.raises(RuleBroken, match="sold by the whole box"):
        add_line(EMPTY, replace(product(), unit="box"), STORE, 1500)


def test_a_unit_without_a_name_is_none() -> None:
    with pytest.raises(ValueError, match="needs a name"):
        SalesUnit("")


CAN = replace(product("CAN", 1000), unit="can", packs=(Pack("box", 6000, 5400),))
BOX = CAN.by("box")


def boxes(quantity_thousandths: int = 2000) -> Cart:
    assert BOX is not None
    return add_line(replace(EMPTY, customer=None), BOX, STORE, quantity_thousandths)


def priced_by(cart: Cart, *promotions: Promotion) -> Cart:
    book = PriceBook(promotions)
    return replace(cart, lines=tuple(priced(line, book, TODAY) for line in cart.lines))


def test_a_product_is_sold_by_its_own_unit_or_a_pack_and_by_nothing_else() -> None:
    assert BOX is not None
    assert (BOX.unit, BOX.price_minor, BOX.contains_thousandths) == ("box", 5400, 6000)
    assert CAN.by("can") is CAN
    assert CAN.by("pallet") is None


def test_a_pack_goes_with_its_unit_and_what_it_holds_onto_document_and_order() -> None:
    document = document_of(paid_in_cash(boxes(), STORE), STORE)

    (line,) = document.lines
    assert (line.unit, line.contains_thousandths, line.amount_minor) == ("box", 6000, 10_800)
    assert cart_of(document)[0].lines[0].contains_thousandths == 6000


def test_what_a_promotion_says_of_a_piece_holds_for_each_in_a_pack() -> None:
    deal = Promotion("D", "Deal", PromotionKind.DEAL, ("CAN",), amount_minor=500)
    off = Promotion("O", "Off", PromotionKind.AMOUNT, ("CAN",), amount_minor=100)

    assert priced_by(boxes(), deal).lines[0].amount_minor == 6000
    assert priced_by(boxes(), off).lines[0].amount_minor == 9600


def test_a_pack_is_priced_anew_by_its_own_price_and_keeps_it_when_it_is_gone() -> None:
    dearer = replace(CAN, packs=(Pack("box", 6000, 6000),))
    assert (
        recalculate(boxes(), Pricing(PriceBook(()), lambda number: dearer, TODAY)).lines[0].price_minor
        == 6000
    )
    gone = replace(CAN, packs=())
    assert (
        recalculate(boxes(), Pricing(PriceBook(()), lambda number: gone, TODAY)).lines[0].price_minor == 5400
    )
