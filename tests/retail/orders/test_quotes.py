"""A quote takes no money, holds until its last day, and becomes an order under the same id."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from retail.cart import Cart, CartKind, change_terms, deliver
from retail.errors import RuleBroken
from retail.orders.editing import has_expired, start_conversion
from retail.orders.order import LineStatus, OrderStatus
from retail.orders.quotes import begin, check_expiry
from retail.orders.terms import override_deposit, pay_in_full
from retail.totals import totals_of
from tests.retail.orders.lives import Life
from tests.retail.shop import ANNA, SETTINGS, TODAY, cart_with, paid_in_cash, pickup

WEEK = TODAY + timedelta(days=7)


def quoted(cart: Cart, expires: date = WEEK) -> Life:
    life = Life()
    life.conclude(begin(cart, CartKind.QUOTE, expires))
    return life


def fetched(*prices: int) -> Cart:
    cart = cart_with(*prices)
    return deliver(cart, [line.number for line in cart.lines], pickup(), SETTINGS)


def test_a_quote_asks_for_nothing_and_hands_nothing_out() -> None:
    life = quoted(fetched(8000))

    assert (life.order.status, life.order.paid_minor, life.order.balance_minor) == ("quote", 0, 8000)
    assert [line.status for line in life.order.lines] == ["pending"]


def test_a_quote_becomes_an_order_at_its_price() -> None:
    life = quoted(fetched(8000))

    cart = start_conversion(life.order, ANNA, life.next_id(), TODAY)
    totals = totals_of(cart, SETTINGS)
    assert (cart.kind, totals.due_minor, cart.lines[0].price_locked) == (CartKind.ORDER, 800, True)
    life.conclude(cart)

    order = life.order
    assert (order.status, order.paid_minor, order.revision, order.terms.expires) == ("open", 800, 2, None)
    assert [line.status for line in order.lines] == [LineStatus.ACCEPTED]


def test_what_a_quote_had_carried_out_is_handed_out_when_it_becomes_an_order() -> None:
    life = quoted(deliver(fetched(1000, 2000), [1], None, SETTINGS))

    life.conclude(start_conversion(life.order, ANNA, life.next_id(), TODAY))

    assert [line.status for line in life.order.lines] == ["invoiced", "accepted"]
    assert (life.order.paid_minor, life.order.deposit_available_minor) == (1200, 200)


def test_an_expired_quote_is_priced_anew() -> None:
    life = quoted(fetched(8000), TODAY)
    tomorrow = TODAY + timedelta(days=1)

    assert (has_expired(life.order, TODAY), has_expired(life.order, tomorrow)) == (False, True)
    cart = start_conversion(life.order, ANNA, life.next_id(), tomorrow)
    assert not cart.lines[0].price_locked


def test_an_edited_quote_stays_one() -> None:
    life = quoted(fetched(8000, 1000))
    later = change_terms(life.edit(), lambda terms: replace(terms, expires=WEEK + timedelta(days=1)))

    life.conclude(later)

    assert (life.order.status, life.order.terms.expires) == (OrderStatus.QUOTE, WEEK + timedelta(days=1))


def test_a_quote_forgets_the_deposit_of_the_order_it_was() -> None:
    order = override_deposit(fetched(8000), SETTINGS, 5000, "Staff", "manager")

    quote = begin(order, CartKind.QUOTE, WEEK)

    assert quote.terms is not None
    assert (quote.terms.override, quote.terms.expires) == (None, WEEK)
    assert totals_of(quote, SETTINGS).due_minor == 0


def test_a_sale_becomes_an_order_before_it_is_said_how_its_goods_leave() -> None:
    assert begin(cart_with(100), CartKind.ORDER, None).kind is CartKind.ORDER


def test_a_quote_takes_no_money() -> None:
    with pytest.raises(RuleBroken, match="Remove the payment first"):
        begin(paid_in_cash(fetched(100)), CartKind.QUOTE, WEEK)
    with pytest.raises(RuleBroken, match="Make it an order first"):
        pay_in_full(begin(fetched(100), CartKind.QUOTE, WEEK))


def test_an_order_that_exists_does_not_become_a_quote() -> None:
    life = Life()
    life.conclude(fetched(100))

    with pytest.raises(RuleBroken, match="This is an order already"):
        begin(life.edit(), CartKind.QUOTE, WEEK)
    quote = quoted(fetched(100))
    with pytest.raises(RuleBroken, match="This is a quote already"):
        begin(quote.edit(), CartKind.ORDER, None)
    with pytest.raises(RuleBroken, match="Edit it to change that"):
        begin(life.pickup({1: 1000}), CartKind.QUOTE, WEEK)


@pytest.mark.parametrize(
    ("day", "words"),
    [(TODAY - timedelta(days=1), "has passed"), (TODAY + timedelta(days=367), "more than a year ahead")],
)
def test_a_last_day_that_cannot_be_is_refused(day: date, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        check_expiry(day, TODAY)


def test_the_last_day_may_be_today() -> None:
    assert check_expiry(TODAY, TODAY) == TODAY


def test_an_order_is_concluded_only_when_it_is_said_how_its_goods_leave() -> None:
    with pytest.raises(RuleBroken, match="Say how its goods leave us first"):
        Life().conclude(begin(cart_with(100), CartKind.ORDER, None))
