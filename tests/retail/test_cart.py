"""The cart is a value: every change makes a new one, and a refusal leaves it as it was."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.cart import (
    LINES_MAX,
    PRICE_MAX_MINOR,
    Cart,
    CartKind,
    OrderTerms,
    PriceSource,
    add_line,
    change_delivery_mode,
    change_terms,
    deliver,
    line_of,
    select_lines,
    set_quantity,
    void_line,
)
from retail.charges import charges_sum
from retail.errors import RuleBroken
from retail.orders.terms import override_deposit, pay_in_full
from retail.settings import StoreSettings
from tests.retail.shop import EMPTY, SETTINGS, any_cart, cart_with, hybrid, pickup, product, shipment

Step = Callable[[Cart], Cart]


def test_a_scanned_line_keeps_every_step_of_its_price() -> None:
    taxed = replace(SETTINGS, tax_percent=Decimal(7))

    (line,) = add_line(EMPTY, product("A", 1999), taxed, 2500, barcode="4006381333931").lines

    assert (line.number, line.list_price_minor, line.price_minor) == (1, 1999, 1999)
    assert line.price_source is PriceSource.LIST
    assert (line.amount_minor, line.tax_percent, line.barcode) == (4998, Decimal(7), "4006381333931")
    assert line.delivery_shown == "carry-out"


def test_a_keyed_price_stands_beside_the_list_price() -> None:
    asking = replace(product("A", 0), key_in_price=True)

    (line,) = add_line(EMPTY, asking, SETTINGS, keyed_price_minor=0).lines

    assert (line.price_minor, line.price_source) == (0, PriceSource.KEYED)


def test_a_product_brings_its_charge_where_charges_are_automatic() -> None:
    dear = replace(product(), line_charge_minor=1999)
    automatic = replace(SETTINGS, advanced_auto_charges=True)

    assert add_line(EMPTY, dear, automatic).lines[0].charge_minor == 1999
    assert add_line(EMPTY, dear, SETTINGS).lines[0].charge_minor == 0


def test_an_empty_cart_has_nothing_a_customer_would_miss() -> None:
    assert EMPTY.is_empty
    assert void_line(cart_with(100, customer=None), 1).is_empty
    assert not cart_with().is_empty
    assert not cart_with(100, customer=None).is_empty


def test_void_lines_keep_their_number_and_leave_the_selection() -> None:
    cart = void_line(select_lines(cart_with(100, 200), [1, 2]), 1)

    assert [line.number for line in cart.active_lines] == [2]
    assert cart.selected == {2}
    assert add_line(cart, product("C"), SETTINGS).lines[-1].number == 3


def test_quantity_changes_the_amount() -> None:
    assert set_quantity(cart_with(100, 200), 2, 1500).lines[1].amount_minor == 300


def test_a_sale_becomes_an_order_when_something_is_fetched() -> None:
    cart = deliver(cart_with(100, 200), [2], pickup(), SETTINGS)

    assert (cart.kind, cart.lines[1].delivery_shown) == (CartKind.ORDER, "pickup")


def test_delivering_uses_the_selection_up() -> None:
    assert deliver(select_lines(cart_with(100, 200), [2]), [2], pickup(), SETTINGS).selected == frozenset()


def test_carrying_everything_out_makes_a_plain_sale_again() -> None:
    cart = override_deposit(hybrid(), SETTINGS, 10_000, "Staff", "manager")

    plain = deliver(cart, [1, 2, 3], None, SETTINGS)

    assert (plain.kind, plain.terms, plain.charges) == (CartKind.SALE, None, ())


def test_voiding_the_last_line_to_be_delivered_makes_a_plain_sale_again() -> None:
    cart = void_line(deliver(cart_with(100, 200), [2], pickup(), SETTINGS), 2)

    assert cart.kind is CartKind.SALE


def test_shipping_all_puts_the_charge_on_the_order_and_replaces_line_charges() -> None:
    cart = deliver(cart_with(6000, 4000), [1, 2], shipment(), SETTINGS, 500)

    cart = deliver(cart, [1, 2], shipment(), SETTINGS, 700, header_charge=True)

    assert (charges_sum(cart.charges), [line.charge_minor for line in cart.lines]) == (700, [0, 0])


def test_a_pickup_takes_its_lines_charge_away() -> None:
    cart = deliver(cart_with(6000, 4000), [1, 2], shipment(), SETTINGS, 500)

    assert [line.charge_minor for line in deliver(cart, [2], pickup(), SETTINGS).lines] == [500, 0]


def test_the_rate_follows_the_delivery_and_comes_back() -> None:
    by_address = replace(SETTINGS, destination_based_tax=True, tax_percent=Decimal(5))
    cart = deliver(cart_with(100, settings=by_address), [1], shipment(), by_address)

    assert cart.lines[0].tax_percent == 9
    assert deliver(cart, [1], None, by_address).lines[0].tax_percent == 5


NO_CODE = replace(SETTINGS, shipping_charge_code=None)
BLOCKED = replace(product(), sellable=False)
KEYED = replace(product(), key_in_price=True)
SHIPPED = deliver(cart_with(6000, 4000), [1, 2], shipment(), SETTINGS, 500, header_charge=True)
BY_LINE = deliver(cart_with(6000, 4000), [1], shipment(), SETTINGS, 500)
FULL = replace(cart_with(), lines=cart_with(100).lines * LINES_MAX)

REFUSALS: list[tuple[Cart, Step, str]] = [
    (EMPTY, lambda cart: add_line(cart, BLOCKED, SETTINGS), "Product A may not be sold. Put it aside."),
    (EMPTY, lambda cart: add_line(cart, KEYED, SETTINGS), "Type the price of Product A."),
    (EMPTY, lambda cart: add_line(cart, product(), SETTINGS, 0), "A quantity of 0 cannot be sold"),
    (EMPTY, lambda cart: add_line(cart, product(), SETTINGS, -1000), "A quantity of -1 cannot be sold"),
    (EMPTY, lambda cart: add_line(cart, product(), SETTINGS, 100_000_000), "over the limit of 99999"),
    (
        EMPTY,
        lambda cart: add_line(cart, product(), SETTINGS, 1000, -1),
        "Product A cannot cost -0.01: prices go from 0 to 10000000.00. Type the price again.",
    ),
    (
        EMPTY,
        lambda cart: add_line(cart, product("A", PRICE_MAX_MINOR + 1), SETTINGS),
        "cannot cost 10000000.01",
    ),
    (
        EMPTY,
        lambda cart: add_line(cart, product("A", PRICE_MAX_MINOR), SETTINGS, 2_000_000),
        "Product A comes to more than 10000000000.00. Check price and quantity.",
    ),
    (FULL, lambda cart: add_line(cart, product(), SETTINGS), "at most 10000 lines"),
    (cart_with(PRICE_MAX_MINOR), lambda cart: set_quantity(cart, 1, 1_001_000), "comes to more than"),
    (cart_with(100), lambda cart: set_quantity(cart, 2, 1000), "There is no line 2 in this sale"),
    (cart_with(100), lambda cart: set_quantity(cart, 1, 0), "A quantity of 0 cannot be sold"),
    (void_line(cart_with(100), 1), lambda cart: void_line(cart, 1), "There is no line 1 in this sale"),
    (cart_with(100), lambda cart: void_line(cart, 0), "There is no line 0 in this sale"),
    (cart_with(100), lambda cart: select_lines(cart, [1, 2]), "There is no line 2 in this sale"),
    (EMPTY, lambda cart: deliver(cart, [], pickup(), SETTINGS), "There is no line to deliver"),
    (
        cart_with(100, customer=None),
        lambda cart: deliver(cart, [1], pickup(), SETTINGS),
        "An order needs a customer. Search for one or add a new one.",
    ),
    (
        cart_with(100),
        lambda cart: deliver(cart, [1], shipment(), SETTINGS, -1),
        "A charge of -0.01 cannot be: ",
    ),
    (
        cart_with(100),
        lambda cart: deliver(cart, [1], shipment(), SETTINGS, 10**10),
        "A charge of 100000000.00 cannot be: ",
    ),
    (cart_with(100), lambda cart: deliver(cart, [1], shipment(), NO_CODE, 5), "No charge code for shipping"),
    (SHIPPED, lambda cart: deliver(cart, [2], shipment(), SETTINGS, 500), "The order has a shipping charge"),
    (
        BY_LINE,
        lambda cart: deliver(cart, [2], shipment(), SETTINGS, 500, header_charge=True),
        "Lines have shipping charges. A charge is on the order or on lines, never both.",
    ),
    (cart_with(100), lambda cart: change_terms(cart, lambda terms: terms), "This is a plain sale"),
]


@pytest.mark.parametrize(("cart", "step", "words"), REFUSALS, ids=[words for *_, words in REFUSALS])
def test_a_refused_step_says_why_and_leaves_the_cart(cart: Cart, step: Step, words: str) -> None:
    before = repr(cart)

    with pytest.raises(RuleBroken) as refused:
        step(cart)

    assert words in str(refused.value)
    assert repr(cart) == before


def test_goods_can_be_shipped_free_without_a_charge_code() -> None:
    assert deliver(cart_with(100), [1], shipment(), NO_CODE).kind is CartKind.ORDER


def test_terms_change_only_what_was_agreed() -> None:
    cart = change_terms(hybrid(), lambda terms: replace(terms, collector="Per"))

    assert cart == replace(hybrid(), terms=OrderTerms(collector="Per"))


STEPS: list[Callable[[Cart, StoreSettings], Cart]] = [
    lambda cart, settings: add_line(cart, product(), settings),
    lambda cart, settings: set_quantity(cart, cart.active_lines[-1].number, 3000),
    lambda cart, settings: void_line(cart, cart.active_lines[0].number),
    lambda cart, settings: select_lines(cart, [cart.active_lines[0].number]),
    lambda cart, settings: deliver(
        cart, [line.number for line in cart.active_lines], shipment(), settings, 9, header_charge=True
    ),
    lambda cart, settings: deliver(cart, [line.number for line in cart.active_lines], None, settings),
    lambda cart, settings: pay_in_full(cart),
    lambda cart, settings: override_deposit(cart, settings, 10**9, "Other", "manager"),
]


@given(any_cart(), st.sampled_from(STEPS))
def test_no_operation_changes_the_cart_it_was_given(
    built: tuple[Cart, StoreSettings], step: Callable[[Cart, StoreSettings], Cart]
) -> None:
    cart, settings = built
    before = repr(cart)

    try:
        after = step(cart, settings)
    except RuleBroken:
        after = cart

    assert repr(cart) == before
    assert all(line_of(after, line.number) == line for line in after.active_lines)


def test_another_mode_keeps_where_from_to_whom_and_when() -> None:
    settings = replace(SETTINGS, delivery_modes=("ground", "air"))
    cart = deliver(cart_with(1000, 2000), [1], shipment(settings), settings)

    changed = change_delivery_mode(cart, [1], "air", settings)

    before, after = cart.lines[0].delivery, changed.lines[0].delivery
    assert before is not None
    assert after == replace(before, mode="air")
    with pytest.raises(RuleBroken, match="Product B is not shipped"):
        change_delivery_mode(cart, [2], "air", settings)
