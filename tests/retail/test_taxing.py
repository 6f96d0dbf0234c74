"""A cart is taxed as its customer is, at once when they are put on it or taken off."""

from dataclasses import replace
from decimal import Decimal

from retail.auto_charges import charged
from retail.cart import add_line, deliver
from retail.charge_rules import AutoCharge, ChargeLevel
from retail.orders.acts import Act, ActKind
from retail.orders.cancellation import start_cancellation
from retail.orders.making import new_order
from retail.orders.returns import Returned, start_return
from retail.settings import TaxRounding
from retail.taxing import for_customer
from retail.totals import totals_of
from retail.typed_charges import add_header_charge
from tests.retail.shop import ANNA, cart_with, document_of, paid_in_cash, product, shipment
from tests.retail.shop import SETTINGS as PLAIN

EXEMPT = replace(ANNA, tax_exempt=True)
SETTINGS = replace(
    PLAIN,
    tax_percent=Decimal(10),
    shipping_charge_tax_percent=Decimal(10),
    cancellation_charge_tax_percent=Decimal(10),
    advanced_auto_charges=True,
    calculate_customer_exempt=True,
)
DEAR = replace(product("PC", 50_000), line_charge_minor=2000)


def test_a_customer_who_pays_no_tax_takes_it_off_goods_and_charges() -> None:
    sale = add_line(cart_with(10_000, settings=SETTINGS, customer=None), DEAR, SETTINGS)
    assert totals_of(sale, SETTINGS).tax_minor == 6200

    exempt = for_customer(sale, EXEMPT, SETTINGS)
    cleared = for_customer(exempt, None, SETTINGS)

    assert (totals_of(exempt, SETTINGS).tax_minor, totals_of(exempt, SETTINGS).total_minor) == (0, 62_000)
    assert cleared == sale


def test_what_comes_after_an_exempt_customer_is_free_of_tax_too() -> None:
    cart = cart_with(10_000, settings=SETTINGS, customer=EXEMPT)
    cart = add_line(cart, DEAR, SETTINGS)
    manual = replace(SETTINGS, advanced_auto_charges=False)
    cart = deliver(cart, [1], shipment(manual), manual, 500)

    assert totals_of(cart, SETTINGS).tax_minor == 0
    assert totals_of(for_customer(cart, ANNA, SETTINGS), SETTINGS).tax_minor == 6250


def test_charges_that_rules_make_are_free_of_tax_too() -> None:
    rules = (AutoCharge(ChargeLevel.HEADER, "FREIGHT", 1000, mode="ground"),)
    settings = replace(SETTINGS, auto_charges=rules)
    cart = deliver(cart_with(10_000, settings=settings), [1], shipment(settings), settings)

    exempt = charged(for_customer(cart, EXEMPT, settings), settings)

    assert [charge.tax_percent for charge in charged(cart, settings).charges] == [10]
    assert [charge.tax_percent for charge in exempt.charges] == [0]
    assert [charge.tax_percent for charge in for_customer(exempt, ANNA, settings).charges] == [10]


def test_a_charge_typed_by_its_code_is_free_of_tax_too() -> None:
    manual = replace(SETTINGS, advanced_auto_charges=False)
    cart = deliver(cart_with(10_000, settings=manual, customer=EXEMPT), [1], shipment(manual), manual)

    assert [charge.tax_percent for charge in add_header_charge(cart, manual, 500).charges] == [0]


def test_lines_whose_rates_stay_are_the_very_same() -> None:
    cart = cart_with(100, 200, settings=SETTINGS)

    assert all(
        new is old for new, old in zip(for_customer(cart, ANNA, SETTINGS).lines, cart.lines, strict=True)
    )


def test_an_order_keeps_the_tax_that_was_agreed() -> None:
    edit = replace(cart_with(10_000, settings=SETTINGS), act=Act(ActKind.EDIT, None))

    assert for_customer(edit, EXEMPT, SETTINGS) == replace(edit, customer=EXEMPT)


def test_cancelling_and_refunding_shipping_is_free_of_tax_for_who_is_exempt() -> None:
    manual = replace(SETTINGS, advanced_auto_charges=False, refund_shipping_charges=True)
    cart = cart_with(20_000, 100, settings=manual, customer=EXEMPT)
    cart = paid_in_cash(deliver(cart, [1], shipment(manual), manual), manual)
    order = new_order(document_of(cart, manual), manual_accept=False)

    cancelled = start_cancellation(order, EXEMPT, manual, "c", charge_minor=1000)
    returned = start_return(order, [Returned(2, 1000, "Broken")], EXEMPT, manual, "r", shipping_minor=500)

    assert [charge.tax_percent for charge in (*cancelled.charges, *returned.charges)] == [0, 0]


def test_an_order_remembers_the_rate_of_its_product() -> None:
    cart = add_line(cart_with(10_000, settings=SETTINGS), product("BOOK", 100, "2"), SETTINGS)
    order = new_order(
        document_of(paid_in_cash(deliver(cart, [2], shipment(), SETTINGS), SETTINGS), SETTINGS),
        manual_accept=False,
    )

    assert [line.own_tax_percent for line in order.lines] == [None, 2]


def test_goods_taken_in_exchange_are_rounded_together_beside_what_comes_back() -> None:
    settings = replace(SETTINGS, tax_percent=Decimal(5), tax_rounding=TaxRounding.DOCUMENT)
    cart = paid_in_cash(
        deliver(cart_with(500, 50, 50, settings=settings), [1], shipment(settings), settings), settings
    )
    order = new_order(document_of(cart, settings), manual_accept=False)
    taken_back = [Returned(2, 1000, "Broken"), Returned(3, 1000, "Broken")]
    exchange = start_return(order, taken_back, ANNA, settings, "r")
    for letter in "XYZ":
        exchange = add_line(exchange, product(letter, 50), settings)

    taxes = totals_of(exchange, settings).line_taxes_minor

    assert taxes[:2] == (-order.lines[1].tax_minor, -order.lines[2].tax_minor)
    assert taxes[2:] == (3, 2, 3)
