"""What is proved without a cart would be proved with one: the quick proof never lets through what the other names."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from retail.cart import Cart, deliver, void_line
from retail.discounts import Discount, DiscountSource
from retail.orders.terms import pay_in_full
from retail.settings import StoreSettings, TaxRounding
from retail.tender import Tender, TenderType
from retail.wire.faults import faults_of, found_by_cart
from retail.wire.plain import is_plainly_sound
from retail.wire.reading import read_transaction
from retail.wire.uploads import TransactionDocument
from tests.retail.shop import (
    ANNA,
    SETTINGS,
    any_cart,
    cart_with,
    document_of,
    hybrid,
    paid_in_cash,
    pickup,
    shipment,
)

INCLUDED = replace(SETTINGS, price_includes_tax=True, tax_percent=Decimal(25), cash_rounding_minor=100)
TAXED = replace(SETTINGS, tax_percent=Decimal("8.25"))


def fetched(settings: StoreSettings, numbers: tuple[int, ...] = (2,), **customer: Any) -> Cart:
    """Three lines, of which some are fetched."""
    cart = cart_with(9999, 505, 700, settings=settings, customer=replace(ANNA, **customer))
    return deliver(cart, numbers, pickup(settings=settings), settings)


PLAIN = {
    "a sale": document_of(paid_in_cash(cart_with(9999, 500), tendered_minor=20_000)),
    "a sale with a void line": document_of(paid_in_cash(void_line(cart_with(9999, 500, 700), 2))),
    "a sale with tax": document_of(paid_in_cash(cart_with(9999, settings=TAXED), TAXED), TAXED),
    "a rounded sale, tax included": document_of(
        paid_in_cash(cart_with(9999, 501, settings=INCLUDED), INCLUDED), INCLUDED
    ),
    "a sale by two tenders": document_of(
        paid_in_cash(replace(cart_with(9999), tenders=(Tender(1, TenderType.CARD, 99, 0, 0, 99),)))
    ),
    "an order": document_of(paid_in_cash(fetched(TAXED), TAXED), TAXED),
    "an order of a business": document_of(paid_in_cash(fetched(TAXED, business=True), TAXED), TAXED),
    "an order, tax included": document_of(paid_in_cash(fetched(INCLUDED), INCLUDED), INCLUDED),
    "an order paid in full": document_of(paid_in_cash(pay_in_full(fetched(SETTINGS)))),
    "a shipment": document_of(
        paid_in_cash(deliver(cart_with(9999), [1], shipment(), SETTINGS), SETTINGS)
    ),
}  # fmt: skip
BY_DOCUMENT = replace(SETTINGS, tax_rounding=TaxRounding.DOCUMENT)
NOT_PLAIN = {
    "tax rounded by document": document_of(paid_in_cash(cart_with(9999), BY_DOCUMENT), BY_DOCUMENT),
    "charges": document_of(paid_in_cash(hybrid())),
}
OTHERS: tuple[object, ...] = (None, True, False, -1, 0, 1, 2, 500, 10_000, "",
          "sale", "order", "quote", "card", "keyed", "deal", "list",
          "document", "101", "8.25", "ship", [],
          [{"code": "FREIGHT", "amount_minor": 0, "tax_percent": "0", "source": "typed", "refundable": False,
            "original_minor": None, "part_tax_minor": 5}],
          [{"code": "FREIGHT", "amount_minor": 5, "tax_percent": "0", "source": "typed", "refundable": False,
            "original_minor": None}],
          {"source": "line", "name": "Staff", "code": "", "percent": None, "stated_minor": 5, "amount_minor": 5,
           "approved_by": ""},
          {"amount_minor": -5, "reason": "", "approved_by": ""}, {"reason": "Staff", "approved_by": "manager"},
          {"id": "01900000-0000-7000-8000-0000000000b1", "confirmation_number": "", "based_on": 0, "applied_minor": 0,
           "available_minor": 0, "reason": "", "approved_by": "", "collector": "", "balance_minor": 0,
           "remaining": [], "originals": []})  # fmt: skip


def ways_in(value: Any, way: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """The way to every value in a document, and to every part of it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    yield way
    for step, part in inner:
        yield from ways_in(part, (*way, step))


def changed(
    document: TransactionDocument, way: tuple[int | str, ...], value: Any
) -> TransactionDocument | None:
    """The document with another value in one place; None where that is no document."""
    values = json.loads(document.written())
    part = values
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = value(part[way[-1]]) if callable(value) else value
    try:
        return TransactionDocument.read(json.dumps(values))
    except ValidationError:
        return None


def has_faults(document: TransactionDocument) -> bool:
    """The proof by a cart names a fault, or no cart can be made of it."""
    try:
        return bool(found_by_cart(document))
    except KeyError:
        return True


@pytest.mark.parametrize("document", PLAIN.values(), ids=PLAIN)
def test_a_plain_document_is_proved_quickly_however_it_was_read(document: TransactionDocument) -> None:
    assert is_plainly_sound(document)
    assert is_plainly_sound(read_transaction(document.written()))
    assert found_by_cart(document) == []


@pytest.mark.parametrize("document", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_what_is_not_plain_is_left_to_the_proof_by_a_cart(document: TransactionDocument) -> None:
    assert not is_plainly_sound(document)
    assert faults_of(document) == []


@pytest.mark.parametrize("document", PLAIN.values(), ids=PLAIN)
def test_no_other_value_anywhere_gets_past_the_quick_proof_that_does_not_get_past_the_other(
    document: TransactionDocument,
) -> None:
    found = 0
    for way in list(ways_in(json.loads(document.written())))[1:]:
        for value in (*OTHERS, lambda was: was + 1 if type(was) is int else was):
            other = changed(document, way, value)
            if other is None:
                continue
            is_faulty = has_faults(other)
            found += is_faulty
            assert not (is_plainly_sound(other) and is_faulty), (way, value)
    assert found


@given(any_cart(), st.data(), st.sampled_from([-1, 1, 100, -1000]))
def test_nor_does_any_document_that_a_register_could_make_or_one_with_another_number_in_it(
    built: tuple[Cart, StoreSettings], data: st.DataObject, by: int
) -> None:
    document = document_of(*built)
    values = json.loads(document.written())
    way = data.draw(st.sampled_from(list(ways_in(values))[1:]))
    other = changed(document, way, lambda was: was + by if type(was) is int else was)
    assume(other is not None)

    for each in (document, other):
        assert each is not None
        assert not (is_plainly_sound(each) and has_faults(each))


def test_nothing_and_less_than_nothing_are_not_sold() -> None:
    sale = document_of(cart_with(500))
    for quantity, price in ((0, 500), (-1000, -500)):
        amount = quantity * price // 1000
        line = sale.lines[0].model_copy(
            update={
                "quantity_thousandths": quantity,
                "list_price_minor": price,
                "price_minor": price,
                "amount_minor": amount,
            }
        )
        sums = dict.fromkeys(("goods_minor", "total_minor", "carry_out_minor"), amount)
        tender = Tender(1, TenderType.CASH, amount, 0, 0, amount)
        paid = document_of(replace(cart_with(500), tenders=(tender,)))
        other = paid.model_copy(update={"lines": (line,), **sums})

        assert not is_plainly_sound(other)
        assert any("quantity" in str(fault) for fault in faults_of(other))


def test_a_line_with_a_discount_one_that_has_gone_and_a_document_without_lines_are_not_plain() -> None:
    sale = PLAIN["a sale"]
    without = sale.model_copy(update={"lines": ()})
    step = Discount(DiscountSource.LINE, "Staff", None, 0, 0)
    less = document_of(paid_in_cash(replace(cart_with(500), lines=(
        replace(cart_with(500).lines[0], discounts=(step,)),))))  # fmt: skip

    gone = changed(sale, ("lines", 0, "order_line"), 1)
    assert gone is not None
    gone = changed(gone, ("lines", 0, "gone_thousandths"), 1000)

    assert gone is not None
    assert not is_plainly_sound(gone)
    assert faults_of(gone)
    assert not is_plainly_sound(without)
    assert not is_plainly_sound(less)
    assert faults_of(less) == []
