"""What carts come to, amount by amount, as the acceptance scenarios say."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from retail.cart import Cart, CartKind, OrderTerms, add_line, deliver, line_tax
from retail.charges import charges_sum, charges_tax
from retail.orders.terms import override_deposit, pay_in_full
from retail.settings import StoreSettings, TaxRounding
from retail.tax_codes import TaxRate, taxes_of
from retail.totals import totals_of
from tests.retail.shop import (
    ANNA,
    EMPTY,
    SETTINGS,
    any_cart,
    cart_with,
    hybrid,
    paid_in_cash,
    pickup,
    product,
    shipment,
)


def test_a_plain_sale_asks_for_all_of_it() -> None:
    totals = totals_of(cart_with(4000, 10_000), SETTINGS)

    assert (totals.total_minor, totals.deposit_minor, totals.due_minor, totals.balance_minor) == (
        14_000,
        14_000,
        14_000,
        0,
    )


def test_a_pickup_order_asks_for_ten_percent() -> None:
    totals = totals_of(deliver(cart_with(21_599), [1], pickup(), SETTINGS), SETTINGS)

    assert (totals.total_minor, totals.due_minor, totals.balance_minor) == (21_599, 2160, 19_439)


def test_a_hybrid_order_asks_for_what_is_carried_out_and_ten_percent_of_the_rest() -> None:
    totals = totals_of(hybrid(), SETTINGS)

    assert (totals.total_minor, totals.carry_out_minor, totals.charges_minor) == (21_000, 4000, 1000)
    assert (totals.deposit_minor, totals.balance_minor) == (5700, 15_300)


def test_tax_and_charges_count_in_the_deposit() -> None:
    settings = replace(SETTINGS, tax_percent=Decimal(10), shipping_charge_tax_percent=Decimal(10))
    cart = deliver(cart_with(20_000, settings=settings), [1], shipment(), settings, 1000, header_charge=True)

    totals = totals_of(cart, settings)

    assert (totals.tax_minor, totals.total_minor, totals.due_minor) == (2100, 23_100, 2310)


def test_prices_with_tax_inside_add_nothing() -> None:
    settings = replace(SETTINGS, price_includes_tax=True, tax_percent=Decimal("6.25"))
    sale = totals_of(cart_with(9999, settings=settings), settings)
    order = totals_of(deliver(cart_with(9999, settings=settings), [1], pickup(), settings), settings)

    assert (sale.total_minor, sale.tax_minor) == (9999, 588)
    assert (order.total_minor, order.tax_minor, order.due_minor) == (9999, 588, 1000)


def test_yen_have_no_decimals() -> None:
    settings = replace(SETTINGS, currency="JPY")
    cart = replace(EMPTY, currency="JPY", customer=ANNA)
    cart = add_line(cart, product("A", 1980, "10"), settings)
    cart = deliver(add_line(cart, product("B", 55, "8"), settings), [1, 2], pickup(), settings)

    totals = totals_of(cart, settings)

    assert (totals.tax_minor, totals.total_minor, totals.deposit_minor, totals.balance_minor) == (
        202,
        2237,
        224,
        2013,
    )


def test_destination_based_tax_follows_each_line() -> None:
    settings = replace(SETTINGS, destination_based_tax=True, tax_percent=Decimal(5))
    cart = deliver(cart_with(10_000, 10_000, settings=settings), [1, 2], pickup(), settings)
    assert totals_of(cart, settings).tax_minor == 1000

    cart = deliver(cart, [1], shipment(), settings)

    assert (totals_of(cart, settings).tax_minor, totals_of(cart, settings).due_minor) == (1400, 2140)


@pytest.mark.parametrize(
    ("rounding", "taxes"), [(TaxRounding.LINE, (3, 3, 0)), (TaxRounding.DOCUMENT, (3, 2, 0))]
)
def test_tax_is_rounded_where_the_store_says(rounding: TaxRounding, taxes: tuple[int, ...]) -> None:
    settings = replace(SETTINGS, tax_rounding=rounding, tax_percent=Decimal(5))
    cart = cart_with(50, 50, settings=settings)
    cart = add_line(cart, product("C", 50, "0"), settings)

    totals = totals_of(cart, settings)

    assert (totals.line_taxes_minor, totals.tax_minor) == (taxes, sum(taxes))


def test_business_customers_pay_nothing_in_advance_unless_asked() -> None:
    cart = cart_with(20_000, customer=replace(ANNA, business=True))
    cart = deliver(cart, [1], pickup(), SETTINGS)

    stated = override_deposit(cart, SETTINGS, 2500, "Other", "manager")

    assert (totals_of(cart, SETTINGS).deposit_minor, totals_of(cart, SETTINGS).due_minor) == (0, 0)
    assert totals_of(stated, SETTINGS).due_minor == 2500


def test_payment_in_full_follows_the_total() -> None:
    cart = pay_in_full(deliver(cart_with(10_000), [1], pickup(), SETTINGS))

    grown = deliver(add_line(cart, product("B", 500), SETTINGS), [2], pickup(), SETTINGS)

    assert (totals_of(cart, SETTINGS).due_minor, totals_of(grown, SETTINGS).due_minor) == (10_000, 10_500)


def test_a_quote_asks_for_nothing() -> None:
    cart = replace(cart_with(50_000), terms=OrderTerms(CartKind.QUOTE))

    totals = totals_of(deliver(cart, [1], pickup(), SETTINGS), SETTINGS)

    assert (totals.total_minor, totals.deposit_minor, totals.due_minor) == (50_000, 0, 0)


def test_a_deposit_can_round_to_nothing() -> None:
    assert totals_of(deliver(cart_with(4), [1], pickup(), SETTINGS), SETTINGS).due_minor == 0


def test_what_is_paid_lowers_what_is_due_and_change_stays_apart() -> None:
    cart = paid_in_cash(cart_with(997), replace(SETTINGS, cash_rounding_minor=5), 2000)

    totals = totals_of(cart, SETTINGS)

    assert (totals.paid_minor, totals.due_minor, totals.change_minor, totals.rounding_minor) == (
        997,
        0,
        1005,
        -2,
    )


@given(any_cart())
def test_the_amounts_of_any_cart_agree(built: tuple[Cart, StoreSettings]) -> None:
    cart, settings = built

    totals = totals_of(cart, settings)

    tax = 0 if settings.price_includes_tax else totals.tax_minor
    assert totals.total_minor == totals.goods_minor + totals.charges_minor + tax
    assert sum(totals.line_taxes_minor) <= totals.tax_minor
    assert totals.balance_minor == totals.total_minor - totals.deposit_minor
    assert totals.due_minor == totals.deposit_minor - totals.paid_minor


@given(any_cart())
def test_the_deposit_of_any_order_lies_between_what_is_carried_out_and_the_total(
    built: tuple[Cart, StoreSettings],
) -> None:
    totals = totals_of(*built)

    assert 0 <= totals.carry_out_minor <= totals.deposit_minor <= totals.total_minor


@given(any_cart())
def test_a_document_that_is_rounded_once_has_the_tax_of_its_sums(built: tuple[Cart, StoreSettings]) -> None:
    """Of every rate that goods have: the tax of all amounts together, and no line is a minor unit off its own tax."""
    cart, settings = built[0], replace(built[1], tax_rounding=TaxRounding.DOCUMENT)
    included, lines = settings.price_includes_tax, cart.active_lines
    charges = [*cart.charges, *[charge for line in lines for charge in line.charges]]

    taxes = totals_of(cart, settings).line_taxes_minor

    for rate in {line.tax_rate for line in lines if line.amount_minor}:
        fees = [charge for charge in charges if TaxRate(charge.tax_percent) == rate]
        amounts = [line.amount_minor for line in lines if line.tax_rate == rate]
        whole = sum(taxes_of(sum(amounts) + charges_sum(fees), rate, included=included))
        carried = sum(tax for line, tax in zip(lines, taxes, strict=True) if line.tax_rate == rate)
        assert carried + charges_tax(fees, included=included) == whole
    for line, tax in zip(lines, taxes, strict=True):
        assert abs(tax - line_tax(line, settings)) <= max(1, len(line.tax_codes)) + len(charges)


def test_a_thousand_small_lines_are_rounded_together_and_none_is_far_off() -> None:
    settings = replace(SETTINGS, tax_rounding=TaxRounding.DOCUMENT, tax_percent=Decimal(25))
    cart = cart_with(2, settings=settings)
    thousand = replace(cart, lines=tuple(replace(cart.lines[0], number=at) for at in range(1, 1001)))

    taxes = totals_of(thousand, settings).line_taxes_minor

    assert (sum(taxes), set(taxes)) == (500, {0, 1})


def test_charges_of_goods_that_cost_nothing_keep_their_own_tax() -> None:
    settings = replace(
        SETTINGS, tax_rounding=TaxRounding.DOCUMENT, tax_percent=Decimal(5), shipping_charge_tax_percent=Decimal(5)
    )  # fmt: skip
    free = deliver(cart_with(0, 0, settings=settings), [1, 2], shipment(), settings, 10)

    assert (totals_of(free, settings).line_taxes_minor, totals_of(free, settings).tax_minor) == ((0, 0), 2)
