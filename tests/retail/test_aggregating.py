"""Goods that are scanned again are counted to the line they stand on, unless something sets them apart."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.aggregating import grown, paid
from retail.cards import CardSlip
from retail.cart import Cart, add_line
from retail.cart_values import PriceSource
from retail.errors import RuleBroken
from retail.pricing import Consent, discount_lines, override_price
from retail.tender import Tender, TenderType
from tests.retail.shop import EMPTY, SETTINGS, product

SLIP = CardSlip("reference")


def scanned(*numbers: str) -> Cart:
    cart = EMPTY
    for number in numbers:
        cart = add_line(cart, product(number), SETTINGS)
    return cart


def test_the_same_goods_are_counted_to_their_line() -> None:
    cart, line = grown(scanned("A", "B", "A"), SETTINGS)

    assert [(each.product, each.quantity_thousandths) for each in cart.lines] == [("A", 2000), ("B", 1000)]
    assert line == 1


def test_other_goods_keep_their_line() -> None:
    cart = scanned("A", "B")

    assert grown(cart, SETTINGS) == (cart, 2)


@pytest.mark.parametrize("what", ["a discount", "another price"])
def test_what_a_person_priced_stays_by_itself(what: str) -> None:
    consent = Consent("Staff", "kari")
    cart = scanned("A")
    cart = (
        discount_lines(cart, (1,), consent, percent=Decimal(10))
        if what == "a discount"
        else override_price(cart, 1, 9000, consent)
    )
    cart = add_line(cart, product("A"), SETTINGS)

    assert grown(cart, SETTINGS) == (cart, 2)


def test_a_price_that_was_typed_is_another_line() -> None:
    cart = scanned("A", "A")
    keyed = replace(cart.lines[0], price_source=PriceSource.KEYED)
    cart = replace(cart, lines=(keyed, cart.lines[1]))

    assert grown(cart, SETTINGS) == (cart, 2)


def test_a_line_holds_no_more_than_the_store_sells_at_once() -> None:
    with pytest.raises(RuleBroken, match="2 × Product A is too much: this store takes at most 1"):
        grown(scanned("A", "A"), replace(SETTINGS, quantity_max=1))


def test_payments_of_the_same_kind_are_one_and_add_up() -> None:
    first = Tender(1, TenderType.CASH, 500, 0, 0, 500)
    other = Tender(2, TenderType.CUSTOMER_ACCOUNT, 300, 0, 0, 300)
    second = Tender(3, TenderType.CASH, 1000, 197, 3, 800)

    tenders, one = paid((other, first), second)

    assert one == Tender(1, TenderType.CASH, 1500, 197, 3, 1300)
    assert tenders == (other, one)


@pytest.mark.parametrize(
    "newest",
    [Tender(2, TenderType.CUSTOMER_ACCOUNT, 500, 0, 0, 500), Tender(2, TenderType.CASH, -500, 0, 0, -500)],
)
def test_payments_of_another_kind_and_money_given_back_stay_by_themselves(newest: Tender) -> None:
    first = Tender(1, TenderType.CASH, 500, 0, 0, 500)

    assert paid((first,), newest) == ((first, newest), newest)


@pytest.mark.parametrize("cards", [(True, True), (True, False), (False, True)])
def test_card_payments_are_never_one(cards: tuple[bool, bool]) -> None:
    first, newest = [
        Tender(number, TenderType.CARD, 500, 0, 0, 500, SLIP if is_slip else None)
        for number, is_slip in enumerate(cards, 1)
    ]

    assert paid((first,), newest) == ((first, newest), newest)
