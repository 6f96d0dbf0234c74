"""Cancelling keeps its charge of the deposit, or collects it on top; what is left goes back (decision 7)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from retail.cart import Cart, CartKind, deliver
from retail.errors import RuleBroken
from retail.orders.acts import OtherCharge
from retail.orders.cancellation import default_charge, start_cancellation
from retail.orders.ledger import InvoiceKind
from retail.orders.order import LineStatus
from retail.orders.quotes import begin
from retail.orders.terms import pay_in_full
from retail.settings import StoreSettings
from retail.totals import totals_of
from retail.wire.arrival import cart_of
from retail.wire.contents import version_of
from tests.retail.orders.lives import Life
from tests.retail.shop import ANNA, SETTINGS, TODAY, cart_with, pickup

STORE = replace(SETTINGS, cancellation_charge_code="CANCEL", cancellation_charge_percent=Decimal(10))


def alive(cart: Cart, settings: StoreSettings = STORE) -> Life:
    life = Life(settings)
    life.conclude(cart)
    return life


def fetched(*prices: int, settings: StoreSettings = STORE) -> Cart:
    cart = cart_with(*prices, settings=settings)
    return deliver(cart, [line.number for line in cart.lines], pickup(settings=settings), settings)


def test_the_charge_is_kept_of_the_deposit_and_the_rest_goes_back() -> None:
    life = alive(pay_in_full(fetched(20_000)))

    cart = life.cancel()
    assert (cart.kind, totals_of(cart, STORE).due_minor) == (CartKind.CANCELLATION, -18_000)
    life.conclude(cart)

    order = life.order
    assert (order.status, order.total_minor, order.paid_minor, order.balance_minor) == (
        "cancelled",
        2000,
        2000,
        0,
    )
    assert [line.status for line in order.lines] == [LineStatus.CANCELLED]
    assert [(each.kind, each.total_minor) for each in order.invoices] == [(InvoiceKind.CANCELLATION, 2000)]


def test_a_charge_above_the_deposit_is_collected() -> None:
    life = alive(fetched(20_000))

    cart = life.cancel(5000)

    assert totals_of(cart, STORE).due_minor == 3000
    life.conclude(cart)
    assert life.order.paid_minor == 5000


def test_the_charge_carries_the_tax_of_its_own_code() -> None:
    store = replace(STORE, cancellation_charge_tax_percent=Decimal(25))
    life = alive(fetched(20_000, settings=store), store)

    assert totals_of(life.cancel(), store).due_minor == 2500 - 2000


def test_without_a_charge_everything_goes_back() -> None:
    life = alive(fetched(20_000))

    cart = life.cancel(0)
    life.conclude(cart)

    assert cart.charges == ()
    assert (life.order.paid_minor, life.order.balance_minor) == (0, 0)
    assert life.documents[-1].kind == "transaction"


def test_cancelling_an_order_without_a_deposit_and_a_charge_leaves_no_invoice() -> None:
    store = replace(STORE, deposit_percent=Decimal(0))
    life = alive(fetched(20_000, settings=store), store)

    life.conclude(life.cancel(0))

    assert (life.order.status, life.order.invoices, life.order.payments) == ("cancelled", (), ())


def test_a_quote_costs_nothing_to_cancel_even_where_no_charge_is_set_up() -> None:
    store = replace(SETTINGS, cancellation_charge_code=None, cancellation_charge_percent=Decimal(10))
    quote = begin(fetched(20_000, settings=store), CartKind.QUOTE, TODAY + timedelta(days=7))
    life = alive(quote, store)

    assert default_charge(life.order, store) == 0
    life.conclude(life.cancel())
    assert life.order.status == "cancelled"


def test_an_order_is_not_cancelled_where_no_charge_is_set_up() -> None:
    order = alive(fetched(20_000)).order

    with pytest.raises(RuleBroken, match="No cancellation charge is set up"):
        start_cancellation(order, ANNA, replace(SETTINGS, cancellation_charge_code=None), "c")


@pytest.mark.parametrize(("charge", "told"), [(None, None), (2000, None), (500, 2000), (0, 2000)])
def test_a_document_says_what_cancelling_would_have_cost_where_somebody_asked_another_charge(
    charge: int | None, told: int | None
) -> None:
    life = alive(fetched(20_000))

    life.conclude(life.cancel(charge))

    document = life.documents[-1]
    assert document.kind == "transaction"
    assert document.act is not None
    other = document.act.other_charge
    assert (None if other is None else (other.code, other.before_minor)) == (told and ("CANCEL", told))
    assert ("other_charge" in document.written(), version_of(document.written())) == (
        told is not None,
        1 if told is None else 3,
    )
    act = cart_of(document)[0].act
    assert act is not None
    assert act.other_charge == (told and OtherCharge("CANCEL", told))


@pytest.mark.parametrize("charge", [-1, 10**13])
def test_a_charge_that_cannot_be_is_refused(charge: int) -> None:
    with pytest.raises(RuleBroken, match=r"cannot be\. Type 0 or more"):
        alive(fetched(20_000)).cancel(charge)
