"""A customer pays the best price of the day, a person may state another, and a locked price stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.cart import Cart, CartLine, PriceOverride, PriceSource, add_line, void_line
from retail.catalog import Product
from retail.discounts import DiscountSource, discounts_sum
from retail.errors import RuleBroken
from retail.pricing import (
    Consent,
    Pricing,
    discount_lines,
    discount_total,
    override_price,
    priced,
    recalculate,
    share_total,
)
from retail.promotions import PriceBook, Promotion, PromotionKind
from tests.retail.shop import EMPTY, SETTINGS, TODAY, cart_with, product

STAFF = Consent("Staff", "manager")
TEN = Promotion("P1", "Ten off", PromotionKind.PERCENT, ("A",), percent=Decimal(10))
FIVE = Promotion("P2", "Five less", PromotionKind.AMOUNT, ("A", "B"), amount_minor=500)
DEAL = Promotion("P3", "Deal", PromotionKind.DEAL, ("A",), amount_minor=8000, ends=TODAY + timedelta(days=1))


def line(price_minor: int = 10_000, quantity: int = 1000) -> CartLine:
    return replace(cart_with(price_minor).lines[0], quantity_thousandths=quantity)


def agreed(cart: Cart) -> Cart:
    """The cart as an order that is opened again has it: every price locked."""
    return replace(cart, lines=tuple(replace(each, price_locked=True) for each in cart.lines))


def pricing(*promotions: Promotion, products: tuple[Product, ...] = (), days: int = 0) -> Pricing:
    known = {each.number: each for each in products}
    return Pricing(PriceBook(promotions), known.get, TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("promotions", "price", "discount", "shown", "name"),
    [
        ((), 10_000, 0, 0, ""),
        ((TEN,), 10_000, 2000, 2000, "Ten off"),
        ((FIVE,), 10_000, 1000, 1000, "Five less"),
        ((DEAL,), 8000, 0, 4000, "Deal"),
        ((TEN, FIVE), 10_000, 2000, 2000, "Ten off"),
        ((TEN, FIVE, DEAL), 8000, 0, 4000, "Deal"),
    ],
)
def test_the_best_promotion_is_used_alone(
    promotions: tuple[Promotion, ...], price: int, discount: int, shown: int, name: str
) -> None:
    best = priced(line(quantity=2000), PriceBook(promotions), TODAY)

    assert (best.price_minor, best.discount_minor, best.shown_discount_minor) == (price, discount, shown)
    assert best.amount_minor == 2 * price - discount
    assert best.promotion == name


def test_a_deal_above_the_list_price_is_none() -> None:
    cheap = line(5000)

    assert priced(cheap, PriceBook([DEAL]), TODAY) is cheap


def test_a_promotion_that_ended_is_taken_off_again() -> None:
    deal = priced(line(), PriceBook([DEAL]), TODAY)

    assert priced(deal, PriceBook([DEAL]), TODAY) is deal
    assert priced(deal, PriceBook([DEAL]), TODAY + timedelta(days=2)) == line()


def test_a_price_that_was_typed_is_the_price() -> None:
    goods = replace(product("A", 0), key_in_price=True)
    keyed = add_line(EMPTY, goods, SETTINGS, keyed_price_minor=4000).lines[0]

    assert priced(keyed, PriceBook([TEN, FIVE]), TODAY) is keyed


def test_a_locked_line_keeps_price_and_steps_for_any_quantity() -> None:
    offered = replace(priced(line(), PriceBook([TEN]), TODAY), price_locked=True)

    more = priced(replace(offered, quantity_thousandths=3000), PriceBook([DEAL]), TODAY)

    assert (more.price_minor, more.discount_minor, more.promotion) == (10_000, 3000, "Ten off")


promotions = st.builds(
    lambda number, kind, percent, amount: Promotion(f"P{number}", "P", kind, ("A",), percent, amount),
    st.integers(1, 99), st.sampled_from(PromotionKind), st.decimals(0, 100, places=1), st.integers(0, 20_000),
)  # fmt: skip


@given(
    st.lists(promotions, max_size=5),
    st.integers(0, 20_000),
    st.integers(1, 9000),
    st.none() | st.integers(0, 100),
)
def test_nobody_pays_more_with_a_promotion_than_without(
    some: list[Promotion], price: int, quantity: int, own_percent: int | None
) -> None:
    plain = line(price, quantity)
    if own_percent is not None:
        cart = replace(EMPTY, lines=(plain,))
        plain = discount_lines(cart, [1], STAFF, percent=Decimal(own_percent)).lines[0]

    best = priced(plain, PriceBook(some), TODAY)

    assert 0 <= best.amount_minor <= plain.amount_minor
    assert all(priced(plain, PriceBook([each]), TODAY).amount_minor >= best.amount_minor for each in some)
    assert priced(best, PriceBook(some), TODAY) is best


def test_an_override_states_the_price_and_who_allowed_it() -> None:
    offered = replace(EMPTY, lines=(priced(line(), PriceBook([TEN]), TODAY),))

    stated = override_price(offered, 1, 9000, STAFF).lines[0]

    assert (stated.amount_minor, stated.price_source, stated.shown_discount_minor) == (
        9000,
        PriceSource.OVERRIDE,
        0,
    )
    assert stated.override == PriceOverride("Staff", "manager")
    assert priced(stated, PriceBook([TEN, DEAL]), TODAY) is stated


def test_the_list_price_takes_an_override_away() -> None:
    cart = cart_with(10_000)

    assert override_price(override_price(cart, 1, 9000, STAFF), 1, 10_000, STAFF) == cart


@pytest.mark.parametrize("price", [-1, 10**9 + 1])
def test_no_price_is_stated_out_of_bounds(price: int) -> None:
    with pytest.raises(RuleBroken, match="Product A cannot cost"):
        override_price(cart_with(10_000), 1, price, STAFF)


def test_a_line_discount_comes_after_the_promotion_and_before_the_share_of_the_whole() -> None:
    cart = replace(EMPTY, lines=(priced(line(), PriceBook([TEN]), TODAY),))
    cart = discount_total(cart, STAFF, percent=Decimal(10))
    cart = discount_lines(cart, [1], STAFF, percent=None, amount_minor=1000)

    cart = share_total(cart)

    steps = cart.lines[0].discounts
    assert [each.source for each in steps] == [
        DiscountSource.PROMOTION,
        DiscountSource.LINE,
        DiscountSource.TOTAL,
    ]
    assert [each.amount_minor for each in steps] == [1000, 1000, 800]


def test_a_line_discount_is_replaced_by_the_next_and_taken_away_by_0() -> None:
    cart = discount_lines(cart_with(10_000), [1], STAFF, percent=Decimal(10))

    assert discount_lines(cart, [1], STAFF, percent=Decimal(20)).lines[0].amount_minor == 8000
    assert discount_lines(cart, [1], STAFF, percent=Decimal(0)) == cart_with(10_000)


@pytest.mark.parametrize(
    ("percent", "amount", "words"),
    [
        (Decimal(101), 0, "Type 0 to 100"),
        (Decimal(-1), 0, "Type 0 to 100"),
        (None, 10_001, "A discount goes from 0 to 100.00"),
        (None, -1, "A discount goes from 0"),
    ],
)
@pytest.mark.parametrize("discount", [lambda *a, **k: discount_lines(a[0], [1], *a[1:], **k), discount_total])
def test_a_discount_out_of_bounds_is_refused(
    discount: Callable[..., Cart], percent: Decimal | None, amount: int, words: str
) -> None:
    with pytest.raises(RuleBroken, match=words):
        discount(cart_with(10_000), STAFF, percent=percent, amount_minor=amount)


@given(
    st.lists(st.integers(0, 10_000), min_size=1, max_size=6),
    st.none() | st.decimals(0, 100, places=2),
    st.integers(0, 100_000),
)
def test_the_shares_of_a_total_discount_sum_to_it(
    prices: list[int], percent: Decimal | None, amount: int
) -> None:
    cart = cart_with(*prices)
    taken = min(amount, sum(prices)) if percent is None else 0

    shared = discount_total(cart, STAFF, percent=percent, amount_minor=taken)

    whole = 0 if shared.discount is None else shared.discount.amount_minor
    assert sum(discounts_sum(each.discounts) for each in shared.lines) == whole
    assert all(each.amount_minor >= 0 for each in shared.lines)
    assert sum(each.amount_minor for each in shared.lines) == sum(prices) - whole
    assert share_total(shared) == shared


def test_a_total_discount_follows_the_lines_and_can_be_taken_away() -> None:
    cart = discount_total(cart_with(10_000, 5000), STAFF, percent=Decimal(10))

    fewer = share_total(void_line(cart, 2))

    assert fewer.discount is not None
    assert (fewer.discount.amount_minor, fewer.lines[0].amount_minor) == (1000, 9000)
    assert discount_total(cart, STAFF, percent=None) == cart_with(10_000, 5000)
    assert share_total(void_line(fewer, 1)).discount == fewer.discount


def test_a_locked_line_takes_no_part_in_a_new_total_discount() -> None:
    cart = cart_with(10_000, 5000)
    locked = replace(cart, lines=(replace(cart.lines[0], price_locked=True), cart.lines[1]))

    shared = discount_total(locked, STAFF, percent=Decimal(10))

    assert [each.amount_minor for each in shared.lines] == [10_000, 4500]
    assert shared.lines[0] is locked.lines[0]


def test_recalculating_unlocks_and_prices_anew_with_todays_list_and_promotions() -> None:
    cart = cart_with(10_000, 5000)
    cart = replace(cart, lines=(priced(cart.lines[0], PriceBook([DEAL]), TODAY), cart.lines[1]))
    cart = agreed(cart)

    fresh = recalculate(cart, pricing(DEAL, products=(product("A", 11_000),), days=2))

    assert [each.amount_minor for each in fresh.lines] == [11_000, 5000]
    assert [each.price_locked for each in fresh.lines] == [False, False]
    assert fresh.lines[0].list_price_minor == 11_000


def test_one_line_can_be_unlocked_alone() -> None:
    cart = agreed(cart_with(10_000, 10_000))

    fresh = recalculate(cart, pricing(FIVE), [2])

    assert [(each.amount_minor, each.price_locked) for each in fresh.lines] == [(10_000, True), (9500, False)]


def test_recalculating_keeps_what_a_person_stated() -> None:
    cart = discount_lines(cart_with(10_000, 5000), [2], STAFF, percent=Decimal(10))
    cart = agreed(override_price(cart, 1, 7000, STAFF))

    fresh = recalculate(cart, pricing(TEN, products=(product("A", 11_000), product("B", 6000))))

    assert [each.amount_minor for each in fresh.lines] == [7000, 5400]


def test_recalculating_leaves_void_lines_alone() -> None:
    cart = void_line(cart_with(10_000, 5000), 1)

    assert recalculate(cart, pricing(TEN)).lines[0] is cart.lines[0]


def test_recalculating_spreads_the_discount_on_the_whole_anew() -> None:
    cart = discount_total(cart_with(10_000, 5000), STAFF, percent=Decimal(10))

    fresh = recalculate(cart, pricing(products=(product("A", 20_000),)))

    assert [each.amount_minor for each in fresh.lines] == [18_000, 4500]
    assert {step.source for each in fresh.lines for step in each.discounts} == {DiscountSource.TOTAL}
