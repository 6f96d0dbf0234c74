"""The open cart is kept by writing what changed, and no more."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channel_db.errors import StorageBug
from channel_db.journal.repository import Journal
from channel_db.unit_of_work import driver_of
from retail.cart import Cart, set_quantity, void_line
from tests.channel_db.making import SetClock, line, opened, order_cart, sale_cart
from tests.channel_db.test_cart_text import carts

Written = Callable[[Cart | None, Cart | None], list[str]]


@pytest.fixture
def written(journal: Journal) -> Written:
    """Keeps a change of the cart, and says which statements that took."""

    def keep(before: Cart | None, after: Cart | None) -> list[str]:
        said: list[str] = []
        driver_of(journal._connection).set_trace_callback(said.append)
        with journal.unit_of_work() as work:
            work.keep_cart(before, after)
        driver_of(journal._connection).set_trace_callback(None)
        return [" ".join(sql.split()[:3]) for sql in said if not sql.startswith(("BEGIN", "COMMIT"))]

    return keep


def test_adding_a_line_to_a_long_cart_writes_one_row(journal: Journal, written: Written) -> None:
    long = sale_cart(lines=704)
    written(None, long)
    longer = replace(long, lines=(*long.lines, line(705)))

    assert written(long, longer) == ["INSERT INTO cart_lines"]
    assert journal.open_cart() == longer


def test_changing_a_line_writes_that_line(journal: Journal, written: Written) -> None:
    cart = sale_cart(lines=9)
    written(None, cart)
    changed = set_quantity(cart, 4, 3000)

    assert written(cart, changed) == ["UPDATE cart_lines SET"]
    assert journal.open_cart() == changed


def test_changing_what_is_no_line_writes_the_header(journal: Journal, written: Written) -> None:
    cart = sale_cart()
    written(None, cart)
    changed = replace(cart, selected=frozenset({2}))

    assert written(cart, changed) == ["UPDATE carts SET"]
    assert journal.open_cart() == changed


def test_nothing_changed_writes_nothing(journal: Journal, written: Written) -> None:
    cart = sale_cart()
    written(None, cart)

    assert written(cart, replace(cart)) == []


def test_a_shorter_cart_loses_its_last_rows(journal: Journal, written: Written) -> None:
    cart = sale_cart(lines=4)
    written(None, cart)
    shorter = replace(cart, lines=cart.lines[:2])

    assert written(cart, shorter) == ["DELETE FROM cart_lines"]
    assert journal.open_cart() == shorter


def test_a_cart_gone_leaves_nothing(journal: Journal, written: Written) -> None:
    cart = sale_cart()
    written(None, cart)
    written(cart, None)

    assert journal.open_cart() is None
    assert journal._connection.exec_driver_sql("SELECT count(*) FROM cart_lines").scalar_one() == 0


def test_another_cart_takes_the_place_of_the_one_before(journal: Journal, written: Written) -> None:
    written(None, sale_cart(1))
    written(sale_cart(1), order_cart(2))

    assert journal.open_cart() == order_cart(2)


def test_there_is_one_open_cart(journal: Journal, written: Written) -> None:
    written(None, sale_cart(1))

    with pytest.raises(StorageBug):
        written(None, sale_cart(2))
    assert journal.open_cart() == sale_cart(1)


@pytest.mark.parametrize("after", [None, replace(sale_cart(1), currency="EUR")], ids=["gone", "changed"])
def test_a_change_of_a_cart_that_is_not_kept_is_a_bug(written: Written, after: Cart | None) -> None:
    with pytest.raises(StorageBug, match="is not the one that is kept"):
        written(sale_cart(1), after)


def test_a_cart_survives_a_restart(journal: Journal, written: Written, tmp_path: Path) -> None:
    cart = order_cart(lines=3)
    written(None, cart)
    changed = void_line(cart, 2)
    written(cart, changed)
    journal.close()

    again = opened(tmp_path)

    assert again.open_cart() == changed
    again.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(carts, min_size=1, max_size=4))
def test_whatever_cart_follows_another_it_is_the_one_found(journal: Journal, series: list[Cart]) -> None:
    kept = journal.open_cart()
    for each in series:
        # Lines lie under their number, as the rules of the cart number them.
        cart = replace(
            each, id="c", lines=tuple([replace(one, number=at) for at, one in enumerate(each.lines, 1)])
        )
        with journal.unit_of_work() as work:
            work.keep_cart(kept, cart)
        assert journal.open_cart() == cart
        kept = cart


def test_the_clock_of_the_journal_is_the_one_given(journal: Journal, clock: SetClock) -> None:
    clock.go_on(days=1)
    with journal.unit_of_work() as work:
        work.add_outbox("u", "customer", "{}")

    assert journal.waiting().oldest_at == "2026-11-22T10:00:00.000+00:00"
