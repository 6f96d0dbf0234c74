"""A cart set aside comes back exactly, whatever is in it, and is there once."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from retail.cart import Cart
from tests.channel_db.making import NOW, sale_cart
from tests.channel_db.test_cart_text import carts


def suspend(journal: Journal, cart: Cart, name: str = "") -> None:
    with journal.unit_of_work() as work:
        work.suspend_cart(cart, name, 100, NOW.isoformat(), "cashier")


@given(carts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cart_comes_back_as_it_was(journal: Journal, cart: Cart) -> None:
    # What is a column of its own must be text that can travel; the rest is kept whatever it is.
    customer = cart.customer and replace(cart.customer, name="Anna Berg")
    cart = replace(cart, id="c1", currency="USD", customer=customer)
    suspend(journal, cart)

    assert journal.suspended_cart("c1") == cart

    with journal.unit_of_work() as work:
        work.take_up_cart("c1")


def test_the_newest_comes_first_and_is_counted(journal: Journal) -> None:
    first, second = sale_cart(), sale_cart(number=2)
    suspend(journal, first, "Anna")
    suspend(journal, second)

    assert [(each.id, each.name) for each in journal.suspended_carts()] == [
        (second.id, ""),
        (first.id, "Anna"),
    ]


def test_a_cart_is_taken_up_once(journal: Journal) -> None:
    cart = sale_cart()
    suspend(journal, cart)
    with journal.unit_of_work() as work:
        work.take_up_cart(cart.id)

    assert journal.suspended_cart(cart.id) is None
    with pytest.raises(StorageBug, match="was not set aside"), journal.unit_of_work() as work:
        work.take_up_cart(cart.id)
