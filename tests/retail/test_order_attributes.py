"""What a store wants to know of orders and sales: what is asked of which cart, what it says, and what is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.attributes import AskedOf, AttributeKind, OrderAttribute
from retail.cart import Cart
from retail.errors import RuleBroken
from retail.order_attributes import (
    Said,
    attributes_of,
    changes_of,
    check_said,
    missing_attributes,
    said_of,
    say_attributes,
    shape_faults,
    unfit,
    what_is_missing,
)
from retail.orders.acts import Act, ActKind
from retail.orders.kinds import CartKind, OrderTerms
from retail.settings import StoreSettings

PO = OrderAttribute("po", "Order", required=True, translations=(("nb Order", "Ordre"),))
FLOOR = OrderAttribute(
    "floor", "Floor", AttributeKind.INTEGER, least=Decimal(0), default="0", asked_of=AskedOf.BOTH
)
WRAP = OrderAttribute("wrap", "Gift", AttributeKind.FLAG, asked_of=AskedOf.SALES)
SETTINGS = StoreSettings("S", order_attributes=(PO, FLOOR, WRAP))
SALE = Cart("c", "o", "USD")
ORDER = replace(SALE, terms=OrderTerms())


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (CartKind.SALE, ["floor", "wrap"]), (CartKind.ORDER, ["po", "floor"]), (CartKind.QUOTE, ["po", "floor"]),
        (CartKind.PICKUP, []), (CartKind.RETURN, []), (CartKind.PAYMENT, []), (CartKind.CANCELLATION, []),
    ],
)  # fmt: skip
def test_each_kind_of_cart_is_asked_its_own(kind: CartKind, asked: list[str]) -> None:
    assert [each.attribute for each in attributes_of(kind, SETTINGS)] == asked


def test_a_new_cart_says_its_defaults_until_they_are_emptied() -> None:
    assert said_of(SALE, SETTINGS) == (("floor", "0"),)
    assert said_of(say_attributes(SALE, {"floor": "", "wrap": "no"}, SETTINGS), SETTINGS) == (("wrap", "no"),)


def test_what_a_sale_alone_is_asked_is_not_said_of_the_order_it_becomes() -> None:
    wrapped = say_attributes(SALE, {"wrap": "yes", "floor": "2"}, SETTINGS)

    assert said_of(replace(wrapped, terms=OrderTerms()), SETTINGS) == (("floor", "2"),)


def test_an_act_says_no_default() -> None:
    act = Act(ActKind.EDIT, None, 0, 0)

    assert said_of(replace(ORDER, act=act), SETTINGS) == ()


def test_what_is_missing_is_named_in_the_language_of_the_reader_and_refused() -> None:
    assert missing_attributes(ORDER, SETTINGS) == (PO,)
    assert str(what_is_missing(ORDER, SETTINGS, "nb")) == "This needs: Ordre. Type it."
    with pytest.raises(RuleBroken, match="This needs: Order"):
        check_said(ORDER, SETTINGS)
    said = say_attributes(ORDER, {"po": "4711"}, SETTINGS)
    check_said(said, SETTINGS)
    assert what_is_missing(said, SETTINGS) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"wrap": "yes"}, "does not ask wrap of this"), ({"floor": "-1"}, "Floor is at least 0")],
)
def test_what_is_not_asked_and_what_is_no_value_is_refused(typed: dict[str, str], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        say_attributes(ORDER, typed, SETTINGS)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ((("a b", "1"),), "an order has no attribute a b"),
        ((("a", "1"), ("a", "2")), "the attribute a is there twice"),
        ((("a", ""),), "the attribute a cannot be ''"), ((("a", "1 "),), "the attribute a cannot be '1 '"),
        ((("a", "\x07"),), "the attribute a cannot be '\x07'"),
    ],
)  # fmt: skip
def test_what_nobody_can_have_said_is_named(said: Said, words: str) -> None:
    assert list(map(str, shape_faults(said))) == [words]
    assert list(shape_faults((("a", "1"), ("b", "2")))) == []


def test_what_fits_no_longer_is_told_of_what_is_new_alone() -> None:
    said = (("floor", "high"), ("gone", "1"), ("po", "4711"))

    assert list(map(str, unfit(said, (), (PO, FLOOR)))) == [
        "Floor is a number, not 'high'. Type it again.", "gone is '1', which this store does not ask.",
    ]  # fmt: skip
    assert unfit(said, said, (PO, FLOOR)) == ()


def test_changes_name_what_came_what_went_and_what_is_otherwise() -> None:
    before, after = (("a", "1"), ("b", "2"), ("d", "4")), (("b", "3"), ("c", "1"), ("d", "4"))

    assert changes_of(before, after) == (("a", "1", ""), ("b", "2", "3"), ("c", "", "1"))
