"""What is done to an order is worked out again from the order that headquarters has; what deviates is a case."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from headquarters.settings.service import keep_stores
from headquarters.settings.terms_then import note_terms
from retail.cart import Cart, set_quantity
from retail.orders.cancellation import start_cancellation
from retail.orders.editing import start_edit
from retail.orders.pickup import start_pickup
from retail.permissions import RoleLimit
from retail.pricing import Consent, override_price
from retail.settings import StoreSettings
from retail.wire.base import Json
from retail.wire.uploads import TransactionDocument
from tests.headquarters.orders.test_acts import WHO, Order, order
from tests.headquarters.shop import sent

__all__ = ["order"]


def rewritten(document: TransactionDocument, change: Callable[[Json], Any]) -> TransactionDocument:
    """The same document as somebody writes it who knows its form: it still agrees with itself."""
    said = document.model_dump(mode="json")
    change(said)
    return TransactionDocument.read(json.dumps(said))


def cheaper(said: Json) -> None:
    """The apple for 50.00 instead of its share of 80.00."""
    line, tender = said["lines"][0], said["tenders"][0]
    line["amount_minor"] = said["goods_minor"] = said["total_minor"] = 5000
    paid = 5000 - said["act"]["applied_minor"]
    said["paid_minor"] = tender["tendered_minor"] = tender["settled_minor"] = paid


def tell_terms(order: Order, **terms: Any) -> None:
    """Tell the registers of the store other terms."""
    settings = replace(order.paper.settings, **terms)
    with order.books.parts.database.writing() as session:
        note_terms(session, [("HOUSTON", settings)], order.books.parts.now())
        keep_stores(session, [("HOUSTON", "Houston", settings)])


def test_goods_of_an_order_for_less_than_their_share_are_booked_and_a_case(order: Order) -> None:
    pickup = rewritten(order.pickup(), cheaper)

    after = order.post(pickup)

    assert after.invoices[0].total_minor == 5000, "as it came"
    [words] = order.cases()
    assert "the amount of Apple is 50.00, but that share of the order has 80.00" in words
    assert words.endswith("It is booked as it came.")


def test_more_of_the_deposit_than_these_goods_use_is_a_case(order: Order) -> None:
    order.post(order.edit(2000))

    def use_all(said: Json) -> None:
        said["act"]["applied_minor"] = said["act"]["available_minor"]
        tender = said["tenders"][0]
        said["paid_minor"] = tender["tendered_minor"] = tender["settled_minor"] = 8000 - 1600

    after = order.post(rewritten(order.pickup(), use_all))

    assert after.invoices[0].applied_minor == 1600
    assert "16.00 of the deposit is used, but these goods use 8.00" in order.cases()[0]


def test_a_deposit_that_is_said_to_have_been_paid_and_was_not_is_a_case(order: Order) -> None:
    def paid_before(said: Json) -> None:
        said["order"]["deposit_before_minor"] = 1600
        said["tenders"], said["paid_minor"] = [], 0

    order.post(rewritten(order.edit(2000), paid_before))

    assert "16.00 is said to have been paid ahead, but it was 8.00" in order.cases()[0]


def test_another_charge_for_cancelling_than_the_usual_takes_its_right(order: Order) -> None:
    usual = order.paper.settings
    order.post(order.paper.act(start_cancellation(order.state, WHO, usual, "c")))
    assert order.cases() == []


def test_a_charge_for_cancelling_that_nobody_had_the_right_to_is_booked_and_a_case(order: Order) -> None:
    tell_terms(order, cancellation_charge_percent=Decimal(10))
    after = order.post(order.cancellation(500))

    assert (after.status, after.total_minor) == ("cancelled", 500)
    assert "another charge for cancelling, which cashier had no right to" in order.cases()[0]


def test_a_charge_counts_that_a_register_was_told_before_it_was_changed(order: Order) -> None:
    cancellation = order.paper.act(start_cancellation(order.state, WHO, order.paper.settings, "c"))
    tell_terms(order, cancellation_charge_percent=Decimal(25))

    order.post(cancellation)

    assert order.cases() == []


@pytest.mark.parametrize(("limit", "count"), [(7999, 1), (8000, 0), (None, 0)])
def test_more_given_back_than_the_role_may_takes_its_right(
    order: Order, limit: int | None, count: int
) -> None:
    tell_terms(order, role_limits=(RoleLimit("cashier", return_total_minor=limit),))
    order.paper.settings = StoreSettings(store="HOUSTON")
    order.books.clock.forward(days=40)  # nobody goes by what was told before
    order.post(order.pickup())

    back = order.give_back().model_copy(update={"made_at": "2026-12-12T12:00:00.000+00:00"})
    after = order.post(back)

    assert after.returned_minor == 8000
    assert len([each for each in order.cases() if "more given back than the role may" in each]) == count


def test_a_deposit_of_another_share_than_the_store_asks_for_is_a_case(order: Order) -> None:
    order.paper.settings = replace(order.paper.settings, deposit_percent=Decimal(1))
    order.books.upload(*[sent(order.paper.order())], at_once=True)

    [words] = order.cases()
    assert "a deposit of 1 %, where the store asks for 10 %" in words


@pytest.mark.parametrize(("by", "is_named"), [("", True), ("ada", True), ("cashier", False)])
def test_an_edit_and_a_pickup_that_nobody_named_had_the_right_to_are_booked_and_a_case(
    order: Order, by: str, is_named: bool
) -> None:
    def agreed(cart: Cart) -> Cart:
        assert cart.act is not None
        return replace(cart, act=replace(cart.act, approved_by=by))

    edited = agreed(set_quantity(start_edit(order.state, WHO, "c"), 1, 2000))
    by_nobody = {"user": "max"}
    order.post(order.paper.act(edited).model_copy(update=by_nobody))
    picked = agreed(start_pickup(order.state, {1: 1000}, WHO, order.paper.settings, "c"))
    after = order.post(order.paper.act(picked).model_copy(update=by_nobody))

    assert (after.revision, after.lines[0].invoiced_thousandths) == (2, 1000), "booked, whoever did it"
    assert [each.approved_by for each in after.events[1:]] == [by, by]
    words = [each.partition(": ")[2] for each in order.cases()]
    whom = by or "max"
    assert (
        words
        == [
            f"an order changed, which {whom} had no right to. It is booked as it came.",
            f"goods of an order handed out, which {whom} had no right to. It is booked as it came.",
        ]
        * is_named
    )


def test_a_price_that_was_changed_with_the_order_takes_its_right_and_one_that_was_agreed_does_not(
    order: Order,
) -> None:
    cart = override_price(start_edit(order.state, WHO, "c"), 1, 5000, Consent("Damaged", "cashier"))
    order.post(order.paper.act(cart))
    assert "another price of Apple, which cashier had no right to" in order.cases()[0]

    order.post(order.paper.act(set_quantity(start_edit(order.state, WHO, "c"), 1, 2000)))
    assert len(order.cases()) == 1, "it was agreed by then"
