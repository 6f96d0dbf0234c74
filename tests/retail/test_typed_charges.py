"""A person adds and types over charges within bounds; a shipping charge is on the order or on lines, never both."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from retail.cart import Cart, deliver
from retail.charge_rules import ChargeCode
from retail.charges import Charge, ChargeOverride, ChargeSource
from retail.errors import RuleBroken
from retail.pricing import Consent
from retail.settings import StoreSettings
from retail.typed_charges import add_header_charge, add_line_charge, change_charge, charges_at
from tests.retail.shop import SETTINGS, cart_with, shipment

CODES = replace(SETTINGS, charge_codes=(ChargeCode("WRAP", tax_percent=Decimal(25), refundable=True),))
WHY = Consent("Staff", "manager")
ORDER = deliver(cart_with(5000, 4000), [1, 2], shipment(), SETTINGS)


def test_a_charge_is_added_to_the_order_by_its_code() -> None:
    cart = add_header_charge(add_header_charge(ORDER, CODES, 500), CODES, 200, "WRAP")

    assert cart.charges == (
        Charge("FREIGHT", 500, Decimal(0)),
        Charge("WRAP", 200, Decimal(25), ChargeSource.TYPED, refundable=True),
    )
    assert charges_at(cart, None) == cart.charges


def test_a_charge_is_added_to_lines() -> None:
    cart = add_line_charge(ORDER, CODES, [2], 500)

    assert [line.charge_minor for line in cart.lines] == [0, 500]
    assert charges_at(cart, 2)[0].code == "FREIGHT"


def test_a_plain_sale_has_charges_on_lines_only() -> None:
    with pytest.raises(RuleBroken, match="Add it to a line"):
        add_header_charge(cart_with(5000), CODES, 500)

    assert add_line_charge(cart_with(5000), CODES, [1], 500).lines[0].charge_minor == 500


def test_a_shipping_charge_is_on_the_order_or_on_lines() -> None:
    with pytest.raises(RuleBroken, match="Lines have shipping charges"):
        add_header_charge(add_line_charge(ORDER, CODES, [1], 500), CODES, 500)
    with pytest.raises(RuleBroken, match="The order has a shipping charge"):
        add_line_charge(add_header_charge(ORDER, CODES, 500), CODES, [1], 500)

    both = add_line_charge(add_header_charge(ORDER, CODES, 500), CODES, [1], 200, "WRAP")
    assert (both.charges[0].amount_minor, both.lines[0].charge_minor) == (500, 200)


@pytest.mark.parametrize("add", [add_header_charge, lambda c, s, *a: add_line_charge(c, s, [1], *a)])
@pytest.mark.parametrize(
    ("settings", "amount", "code", "words"),
    [
        (CODES, -1, None, "charges go from 0"),
        (CODES, 10**9 + 1, None, "charges go from 0"),
        (CODES, 5, "X", "There is no charge code X"),
        (replace(CODES, shipping_charge_code=None), 5, None, "No charge code for shipping"),
    ],
)
def test_a_charge_that_cannot_be_is_refused(
    add: Callable[..., Cart], settings: StoreSettings, amount: int, code: str | None, words: str
) -> None:
    with pytest.raises(RuleBroken, match=words):
        add(ORDER, settings, amount, code)


def test_a_typed_charge_is_changed_and_others_remember_what_they_were() -> None:
    product = Charge("FREIGHT", 1999, Decimal(0), ChargeSource.PRODUCT)
    cart = add_header_charge(ORDER, CODES, 500)
    cart = replace(cart, lines=(replace(cart.lines[0], charges=(product,)), cart.lines[1]))

    cart = change_charge(cart, None, 0, 700, WHY)
    cart = change_charge(change_charge(cart, 1, 0, 1500, WHY), 1, 0, 1000, Consent("Damaged", "manager"))

    assert cart.charges == (
        Charge("FREIGHT", 700, Decimal(0), override=ChargeOverride(500, "Staff", "manager")),
    )
    over = ChargeOverride(1999, "Damaged", "manager")
    assert cart.lines[0].charges == (replace(product, amount_minor=1000, original_minor=1999, override=over),)


def test_a_charge_that_is_what_it_was_again_was_not_overridden() -> None:
    cart = change_charge(add_header_charge(ORDER, CODES, 500), None, 0, 700, WHY)

    assert change_charge(cart, None, 0, 500, WHY).charges == (Charge("FREIGHT", 500, Decimal(0)),)


@pytest.mark.parametrize(
    ("position", "amount", "words"), [(1, 5, "no such charge"), (0, -1, "charges go from 0")]
)
def test_a_change_that_cannot_be_is_refused(position: int, amount: int, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        change_charge(add_header_charge(ORDER, CODES, 500), None, position, amount, WHY)
