"""Codes that name no product we may sell, and quantities, prices and amounts that cannot be."""

from typing import Any

import pytest

from tests.bad_input.counter import ANNA, LAMP, SHOE, TEAS, Counter


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("4006381333948", "Unknown code 4006381333948. Search for the item by name."),
        ("4006381333932", "4006381333932 was misread: its check digit is wrong. Scan again or type it."),
        ("40063813", "40063813 was misread: its check digit is wrong. Scan again or type it."),
        ("a", "Unknown code a. Search for the item by name."),
        ("{code} %s", "Unknown code {code} %s. Search for the item by name."),
        ("L-HOUSTON-1-00001", "L-HOUSTON-1-00001 is the number of an order. Open it with Find order."),
        ("x" * 401, "That is not a code. Scan again or type it."),
        ("40063\x0081333931", "That is not a code. Scan again or type it."),
        (LAMP, "Recalled lamp may not be sold. Put it aside."),
        ("OLD", "Recalled lamp may not be sold. Put it aside."),
    ],
)
def test_code_of_nothing_to_sell_is_refused_and_the_sale_goes_on(
    counter: Counter, code: str, words: str
) -> None:
    counter.do("product.add", code=SHOE)

    assert counter.refused("product.add", code=code) == words

    counter.do("product.add", code="B")
    assert counter.view("cart")["total_minor"] == 14000
    assert counter.finish()["receipt_number"]


def test_ambiguous_code_asks_which_item_and_adds_the_one_chosen(counter: Counter) -> None:
    counter.do("product.add", code=SHOE)

    question = counter.asks("product.add", code=TEAS)

    assert question["prompt"] == f"{TEAS} stands for several items. Which one is it?"
    assert [(choice["value"], choice["text"]) for choice in question["choices"]] == [
        ("T1", "Tea, black"),
        ("T2", "Tea, green"),
    ]
    counter.do("product.add", number="T2", code=TEAS)
    assert [line["product"] for line in counter.view("cart")["lines"]] == ["A", "T2"]
    assert counter.finish()["receipt_number"]


def test_number_of_no_item_is_refused(counter: Counter) -> None:
    assert counter.refused("product.add", number="a") == "There is no item a. Search for it by name."
    assert counter.sell()["receipt_number"]


QUANTITIES = {
    "0": "A quantity of 0 cannot be sold. Type 1 or more, or void the line.",
    "0.000": "A quantity of 0 cannot be sold. Type 1 or more, or void the line.",
    "-1": "'-1' is not a quantity. Type the quantity again.",
    "−1": "'−1' is not a quantity. Type the quantity again.",
    "100000": "A quantity of 100000 is over the limit of 99999. Type a smaller one.",
    "99999.001": "A quantity of 99999.001 is over the limit of 99999. Type a smaller one.",
    "4006381333931": "'4006381333931' is not a quantity. Type the quantity again.",
    "1.0005": "'1.0005' has more than three decimals. Type the quantity again.",
    "1e3": "'1e3' is not a quantity. Type the quantity again.",
    "٣": "'٣' is not a quantity. Type the quantity again.",
    "{0}": "'{0}' is not a quantity. Type the quantity again.",
}


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_quantity_that_cannot_be_is_refused_on_a_new_line_and_on_an_old_one(
    counter: Counter, quantity: str
) -> None:
    counter.do("product.add", code=SHOE)

    assert counter.refused("line.quantity", quantity=quantity) == QUANTITIES[quantity]
    assert counter.refused("product.add", code=SHOE, quantity=quantity) == QUANTITIES[quantity]

    counter.do("line.quantity", quantity="2")
    assert counter.view("cart")["total_minor"] == 20000
    assert counter.finish()["receipt_number"]


def test_quantity_at_the_limit_is_sold(counter: Counter) -> None:
    counter.do("product.add", code="B", quantity="99999")

    assert counter.view("cart")["total_minor"] == 99999 * 4000
    assert counter.finish()["receipt_number"]


AMOUNTS = {
    "5.005": "'5.005' has too many decimals: USD has 2. Type the amount again.",
    "0.001": "'0.001' has too many decimals: USD has 2. Type the amount again.",
    "1e2": "'1e2' is not an amount. Type the amount again.",
    "1,00,000.00": "'1,00,000.00' is not an amount. Type the amount again.",
    "99999999999": "'99999999999' is over the limit of 10000000000.00. Type the amount again.",
    "NaN": "'NaN' is not an amount. Type the amount again.",
    "twelve": "'twelve' is not an amount. Type the amount again.",
    "{fault}": "'{fault}' is not an amount. Type the amount again.",
}


@pytest.mark.parametrize("amount", AMOUNTS)
def test_amount_that_cannot_be_is_refused_wherever_one_is_typed(counter: Counter, amount: str) -> None:
    counter.do("customer.set", id=ANNA)
    counter.do("product.add", code=SHOE)
    counter.do("order.pick_up_all")
    typed: list[tuple[str, dict[str, Any]]] = [
        ("tender.cash", {"amount": amount}),
        ("product.add", {"code": "OPEN", "price": amount}),
        ("deposit.override", {"amount": amount, "reason": "Other"}),
        ("order.ship_all", {"charge": amount}),
    ]

    assert [counter.refused(operation, **params) for operation, params in typed] == [AMOUNTS[amount]] * 4

    counter.do("order.carry_out_all")
    assert counter.finish()["change_minor"] == 0


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "0.00 is not an amount to pay with. Type what the customer hands over."),
        ("-5.00", "-5.00 is not an amount to pay with. Type what the customer hands over."),
    ],
)
def test_cash_of_nothing_or_less_is_refused(counter: Counter, amount: str, words: str) -> None:
    counter.do("product.add", code=SHOE)

    assert counter.refused("tender.cash", amount=amount) == words

    assert counter.do("tender.cash", amount="150.00")["change_minor"] == 5000
    assert counter.do("transaction.conclude")["receipt_number"]


@pytest.mark.parametrize(("price", "shown"), [("-0,01", "-0.01"), ("10000000.01", "10000000.01")])
def test_price_out_of_bounds_is_refused_with_the_item_and_the_price(
    counter: Counter, price: str, shown: str
) -> None:
    words = counter.refused("product.add", code="OPEN", price=price)

    assert words == f"Flowers cannot cost {shown}: prices go from 0 to 10000000.00. Type the price again."
    counter.do("product.add", code="OPEN", price="19.90")
    assert counter.finish()["receipt_number"]


@pytest.mark.parametrize(("charge", "shown"), [("-1", "-1.00"), ("10000001", "10000001.00")])
def test_charge_out_of_bounds_is_refused_with_the_charge(counter: Counter, charge: str, shown: str) -> None:
    counter.do("customer.set", id=ANNA)
    counter.do("product.add", code=SHOE)
    home = {"line1": "Storgt 1", "city": "Bergen"}

    words = counter.refused("order.ship_all", charge=charge, address=home)

    assert words == f"A charge of {shown} cannot be: charges go from 0 to 10000000.00. Type it again."
    assert counter.finish()["receipt_number"]
