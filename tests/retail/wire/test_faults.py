"""Whoever changes an amount of a document is found out, and told which one."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from retail.cart import Cart, deliver, void_line
from retail.orders.terms import override_deposit, pay_in_full
from retail.pricing import Consent, discount_lines, discount_total, override_price, priced
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.settings import StoreSettings
from retail.wire.faults import faults_of
from retail.wire.uploads import TransactionDocument
from tests.retail.orders.lives import Life
from tests.retail.shop import (
    SETTINGS,
    TODAY,
    any_cart,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
    pickup,
)

SALE = document_of(paid_in_cash(void_line(cart_with(9999, 500, 700), 2), tendered_minor=20_000))
ORDER = document_of(paid_in_cash(override_deposit(hybrid(), SETTINGS, 6000, "Staff", "manager")))


def life() -> Life:
    """Two lines to be fetched, the first of which was fetched."""
    made = Life()
    made.conclude(deliver(cart_with(10_000, 11_000), [1, 2], pickup(), SETTINGS))
    return made


LIFE, OTHER = life(), life()
PICKUP = LIFE.conclude(LIFE.pickup({1: 1000}))
RETURN = LIFE.conclude(LIFE.take_back({1: 1000}))
EDIT = LIFE.conclude(pay_in_full(LIFE.edit()))
CANCELLED = OTHER.conclude(OTHER.cancel(0))
PICKUP_LINES = json.loads(PICKUP.written())["lines"]


def amounts(part: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places of all amounts that follow from others."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name.endswith("_minor") and name != "cash_rounding_minor" and value is not None:
                yield (*way, name)
            yield from amounts(value, (*way, name))
    elif isinstance(part, list):
        for place, value in enumerate(part):
            yield from amounts(value, (*way, place))


def with_value(
    document: TransactionDocument, way: tuple[str | int, ...], value: object
) -> TransactionDocument:
    values = json.loads(document.written())
    part: Any = values
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = value(part[way[-1]]) if callable(value) else value
    return TransactionDocument.read(json.dumps(values))


@given(any_cart(), st.data(), st.sampled_from([-1, 1, 100]))
def test_any_tampered_amount_is_found(
    built: tuple[Cart, StoreSettings], data: st.DataObject, by: int
) -> None:
    document = document_of(*built)
    way = data.draw(st.sampled_from(list(amounts(json.loads(document.written())))))
    # The list price of a keyed line stands alone; a price may round to the same amount for tiny quantities, and an
    # amount that was stated may be more than there was left to take off.
    assume(way[-1] not in ("list_price_minor", "price_minor", "original_minor", "stated_minor"))
    assume(not (document.type == "quote" and way[0] == "order"))

    tampered = with_value(document, way, lambda amount: amount + by)

    assert faults_of(tampered) != []


def discounted() -> Cart:
    """A deal, a price that was stated, a share off a line, and an amount off the whole."""
    staff = Consent("Staff", "manager")
    deal = Promotion("P1", "Deal", PromotionKind.DEAL, ("A",), amount_minor=9000)
    cart = cart_with(9999, 500, 700)
    cart = replace(cart, lines=(priced(cart.lines[0], PriceBook([deal]), TODAY), *cart.lines[1:]))
    cart = discount_lines(override_price(cart, 2, 400, staff), [3], staff, percent=Decimal(10))
    return paid_in_cash(discount_total(cart, staff, percent=None, amount_minor=1003))


DISCOUNTED = document_of(discounted())

FREIGHT = {
    "code": "FREIGHT",
    "amount_minor": 5,
    "tax_percent": "0",
    "source": "typed",
    "refundable": False,
    "original_minor": None,
}


@pytest.mark.parametrize("document", [SALE, ORDER, DISCOUNTED, PICKUP, RETURN, EDIT, CANCELLED])
def test_sound_documents_have_no_faults(document: TransactionDocument) -> None:
    assert faults_of(document) == []


@pytest.mark.parametrize(
    ("document", "path", "value", "fault"),
    [
        (SALE, "total_minor", 1, "total is 1, but works out as 10699"),
        (SALE, "lines.1.amount_minor", 1, "line 3: amount is 1, but works out as 700"),
        (SALE, "lines.1.tax_minor", 1, "line 3: tax is 1, but works out as 0"),
        (SALE, "lines.0.list_price_minor", 1, "line 1: price is 9999, but the list has 1"),
        (SALE, "paid_minor", 1, "paid is 1, but works out as 10699"),
        (SALE, "lines", [], "there are no lines"),
        (SALE, "lines.1.number", 1, "line numbers [1, 1] do not ascend from 1 to at most 3"),
        (SALE, "lines.1.number", 4, "line numbers [1, 4] do not ascend from 1 to at most 3"),
        (SALE, "lines.0.quantity_thousandths", 0, "line 1: quantity is 0 in a sale"),
        (SALE, "lines.0.number", 0, "line numbers [0, 3] do not ascend from 1 to at most 3"),
        (SALE, "lines.0.number", 3, "line numbers [3, 3] do not ascend from 1 to at most 3"),
        (SALE, "type", "order", "type is order, but it makes a sale"),
        (SALE, "charges", [FREIGHT], "there is a charge of 5 on an order, but no order"),
        (SALE, "tenders.0.type", "card", "tender 1: card gives no change and is not rounded"),
        (SALE, "tenders.0.type", "shells", "'shells' is not a valid TenderType"),
        (SALE, "tenders.0.change_minor", 5, "tender 1: 20000 less change 5 is not 10699 plus rounding 0"),
        (SALE, "rules.cash_rounding_minor", 0, "smallest coin is 0; it must be 1 or more"),
        (SALE, "tenders", [], "due is 0, but works out as 10699"),
        (
            DISCOUNTED,
            "lines.0.price_minor",
            9999,
            "line 1: price 9999 is said to be a deal, but the list has 9999 and no promotion is named",
        ),
        (
            DISCOUNTED,
            "lines.0.discounts",
            [],
            "line 1: price 9000 is said to be a deal, but the list has 9999 and no promotion is named",
        ),
        (
            DISCOUNTED,
            "lines.1.price_override",
            None,
            "line 2: price 400 is from override, but who stated it and why does not fit that",
        ),
        (DISCOUNTED, "lines.1.price_source", "list", "line 2: price is 400, but the list has 500"),
        (
            DISCOUNTED,
            "lines.2.discounts.0.amount_minor",
            80,
            "line 3: discount Staff is 80, but works out as 70",
        ),
        (
            DISCOUNTED,
            "lines.2.discounts.0.percent",
            "20",
            "line 3: discount Staff is 70, but works out as 140",
        ),
        (DISCOUNTED, "lines.2.discounts.0.percent", "101", "discount Staff: 101 % or 0 cannot be taken off"),
        (
            DISCOUNTED,
            "discount.amount_minor",
            1004,
            "the discount on the whole is 1004, but works out as 1003",
        ),
        (
            DISCOUNTED,
            "discount",
            None,
            "line 1: with its share of the discount on the whole it is 8100, but works out as 9000",
        ),
        (DISCOUNTED, "discount.source", "line", "the discount on the whole is said to be one on a line"),
        (
            DISCOUNTED,
            "lines.1.discounts",
            [],
            "line 2: with its share of the discount on the whole it is 400, but works out as 360",
        ),
        (ORDER, "order", None, "lines [2, 3] have a delivery, but there is no order"),
        (ORDER, "customer", None, "there is an order, but no customer"),
        (ORDER, "lines.1.delivery.store", None, "a pickup has a store"),
        (ORDER, "order.calculated_deposit_minor", 1, "calculated deposit is 1, but works out as 5700"),
        (ORDER, "order.deposit_minor", 1, "deposit is 1, but works out as 6000"),
        (
            ORDER,
            "order.override.amount_minor",
            3999,
            "The goods carried out cost 40.00; the deposit cannot be less. Type 40.00 or more.",
        ),
        (ORDER, "order.kind", "quote", "type is order, but it makes a quote"),
        (
            ORDER,
            "order.used_before_minor",
            4,
            "the order is new, but has a revision 1 and amounts (0, 4, 0) from before",
        ),
        (
            ORDER,
            "order.revision",
            2,
            "the order is new, but has a revision 2 and amounts (0, 0, 0) from before",
        ),
        (ORDER, "lines.0.is_share", True, "line 1: a share of an order's line is out of place in a order"),
        (
            SALE,
            "lines.0.charges",
            [{**FREIGHT, "part_tax_minor": 1}],
            "line 1: a part of a charge is out of place in a sale",
        ),
        (SALE, "type", "pickup", "type is pickup, but it does not say which order it is about"),
        (PICKUP, "lines.0.order_line", None, "a pickup has goods that are on no order"),
        (
            PICKUP,
            "lines.0.order_line",
            None,
            "line 1: a share of an order's line is out of place in a pickup",
        ),
        (PICKUP, "lines.0.quantity_thousandths", -1000, "line 1: quantity is -1000 in a pickup"),
        (PICKUP, "act.applied_minor", 2101, "2101 of the deposit is used, but 2100 is left"),
        (PICKUP, "act.applied_minor", 1, "due is 0, but works out as 999"),
        (CANCELLED, "lines", PICKUP_LINES, "a cancellation has lines"),
        (RETURN, "lines.0.reason", "", "line 1: Product A comes back without a reason"),
        (RETURN, "lines.0.quantity_thousandths", 1000, "line 1: quantity is 1000 in a return"),
        (RETURN, "act.about", "nothing", "goods came back without a receipt, but name lines of one"),
        (PICKUP, "act.about", "sale", "a pickup is about an order, not about sale"),
        (RETURN, "lines.0.quantity_thousandths", 1000, "nothing came back"),
        (EDIT, "lines.0.is_share", False, "line 1: a share of an order's line is out of place in a order"),
        (EDIT, "order.settled_before_minor", 1, "deposit is 12000, but works out as 20999"),
    ],
)
def test_a_fault_is_named(document: TransactionDocument, path: str, value: object, fault: str) -> None:
    way = tuple(int(step) if step.isdigit() else step for step in path.split("."))

    assert fault in [str(each) for each in faults_of(with_value(document, way, value))]


def test_tenders_ascend() -> None:
    twice = document_of(paid_in_cash(paid_in_cash(cart_with(500), tendered_minor=200)))

    assert "tender numbers [2, 2] do not ascend" in [
        str(each) for each in faults_of(with_value(twice, ("tenders", 0, "number"), 2))
    ]


def test_a_rounding_over_half_a_coin_is_named() -> None:
    def rounded(tender: dict[str, int]) -> dict[str, int]:
        return {**tender, "tendered_minor": tender["tendered_minor"] + 1, "rounding_minor": 1}

    tampered = with_value(SALE, ("tenders", 0), rounded)

    assert "tender 1: rounding is 1, but the smallest coin 1" in [str(each) for each in faults_of(tampered)]


def test_an_order_without_anything_to_deliver_is_named() -> None:
    tampered = ORDER
    for place in (1, 2):
        tampered = with_value(tampered, ("lines", place, "delivery"), None)

    assert "there is an order, but nothing to ship or to pick up" in [
        str(each) for each in faults_of(tampered)
    ]


def test_what_somebody_wrote_as_a_template_is_a_word_like_any_other() -> None:
    named = with_value(document_of(paid_in_cash(cart_with(500))), ("tenders", 0, "type"), "{x}_{0}")

    assert [str(each) for each in faults_of(named)] == ["'{x}_{0}' is not a valid TenderType"]
