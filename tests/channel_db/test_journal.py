"""The journal keeps a sale, its order, its entry and its document together."""

import contextlib
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, CursorResult

from channel_db.journal.pins import PinFailures
from channel_db.journal.repository import Journal
from channel_db.order_heads import head_of
from channel_db.unit_of_work import driver_of
from retail.orders.order import OrderStatus
from retail.wire.protocol import UploadResult
from tests.channel_db.making import (
    NOW,
    SetClock,
    add_customer,
    conclude,
    customer,
    opened,
    order_cart,
    sale_cart,
    uuid,
)


def test_concluding_keeps_everything_over_a_restart(
    journal: Journal, tmp_path: Path, clock: SetClock
) -> None:
    cart = order_cart(lines=3)
    with journal.unit_of_work() as work:
        work.keep_cart(None, cart)
    with journal.unit_of_work() as work:
        add_customer(work, customer())
        made = conclude(work, cart, depends_on=customer().id)
        work.keep_cart(cart, None)
    journal.close()

    again = opened(tmp_path, clock)

    assert again.open_cart() is None
    assert again.last_transaction() == made
    assert again.transaction_text(made.id) == made.written()
    order = again.order(cart.order_id)
    assert order is not None
    assert order.state.status is OrderStatus.PARTIALLY_INVOICED
    assert (order.state.number, order.state.customer.name, order.made_by) == ("", "Åse Bjørnson", made.id)
    assert [each.head for each in again.find_orders("bjornson", 5)] == [head_of(order.state)]
    assert again.find_customers("ase bj", 5) == [customer()]
    assert again.customer(uuid(1, 2)) is None
    assert again.waiting().count == 2
    again.verify_chain()
    again.close()


def test_open_cart_is_found_again_exactly(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        work.keep_cart(None, order_cart())

    assert journal.open_cart() == order_cart()


def test_numbers_have_no_gaps_when_a_unit_of_work_is_taken_back(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        conclude(work, sale_cart(1))
    with contextlib.suppress(KeyboardInterrupt), journal.unit_of_work() as work:
        conclude(work, sale_cart(2))
        raise KeyboardInterrupt
    with journal.unit_of_work() as work:
        made = conclude(work, sale_cart(3))

    assert made.number == 2


def test_every_write_stands_in_a_transaction_that_took_the_lock_first(journal: Journal) -> None:
    said: list[str] = []
    driver_of(journal._connection).set_trace_callback(
        lambda sql: said.append(sql.split()[0] + " " + sql.split()[-1])
    )

    with journal.unit_of_work() as work:
        work.keep_cart(None, order_cart())
        add_customer(work, customer())
        conclude(work, order_cart())
    journal.keep_pin_failure("ann", PinFailures(1, "t"))
    journal.lease(NOW, 5, "agent", NOW)
    journal.release([customer().id], NOW, "no line", NOW)
    journal.park(uuid(2, 1), "why")
    journal.unpark_all()
    journal.release_leases("agent")
    journal.acknowledge([UploadResult(id=customer().id, outcome="stored", account="C1")], NOW)
    journal.purge(NOW, NOW)

    writes = [words for words in said if words.startswith(("INSERT", "UPDATE", "DELETE", "REPLACE"))]
    assert len(writes) > 20
    is_open = False
    for words in said:
        if words.startswith(("BEGIN", "COMMIT")):
            assert words in ("BEGIN IMMEDIATE", "COMMIT COMMIT")
            is_open = words == "BEGIN IMMEDIATE"
        elif words in writes:
            assert is_open, words
    assert not is_open


def test_of_a_sale_sqlalchemy_is_asked_only_to_begin_and_to_commit(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its share of a statement is as large as SQLite's, and there are twelve."""
    with journal.unit_of_work() as work:
        work.keep_cart(None, order_cart())
    said: list[str] = []
    run = Connection.exec_driver_sql

    def counted(connection: Connection, sql: str, *values: Any) -> CursorResult[Any]:
        said.append(sql)
        return run(connection, sql, *values)

    monkeypatch.setattr(Connection, "exec_driver_sql", counted)
    with journal.unit_of_work() as work:
        conclude(work, order_cart())
        work.keep_cart(order_cart(), None)

    assert said == ["BEGIN IMMEDIATE", "COMMIT"]
