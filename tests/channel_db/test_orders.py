"""Orders made here are known at once, by every name people have for them."""

import pytest

from channel_db.journal.repository import Journal
from retail.orders.order import LineStatus, OrderStatus
from tests.channel_db.making import conclude, document, order_cart, sale_cart, uuid


@pytest.fixture
def ordered(journal: Journal) -> Journal:
    for number in (1, 2, 3):
        with journal.unit_of_work() as work:
            conclude(work, order_cart(number))
    return journal


def test_goods_carried_out_have_used_their_part_of_the_deposit(ordered: Journal) -> None:
    order = ordered.order(uuid(3, 1))
    made = document(order_cart(1), 1)

    assert order is not None
    state = order.state
    assert state.status is OrderStatus.PARTIALLY_INVOICED
    assert (state.total_minor, state.paid_minor) == (made.total_minor, made.paid_minor)
    assert state.deposit_available_minor == made.paid_minor - made.carry_out_minor
    assert [line.status for line in state.lines] == [LineStatus.INVOICED, *[LineStatus.ACCEPTED] * 4]


def test_a_store_that_accepts_by_hand_keeps_that_with_the_order(journal: Journal) -> None:
    with journal.unit_of_work() as work:
        made = document(order_cart(), 1)
        work.add_transaction(made, made.written())
        work.add_order(made, manual_accept=True)

    order = journal.order(uuid(3, 1))
    assert order is not None
    assert order.state.lines[1].status is LineStatus.ACCEPTED  # only shipments are accepted by hand


@pytest.mark.parametrize("typed", ["L-HOUSTON-1-00002", "l-houston-1-00002", "00002", " 1-00002 "])
def test_the_printed_number_finds_it(ordered: Journal, typed: str) -> None:
    assert [each.state.id for each in ordered.find_orders(typed, 5)] == [uuid(3, 2)]


def test_the_customers_name_finds_all_of_theirs_the_newest_first(ordered: Journal) -> None:
    found = ordered.find_orders("bjørnson ås", 5)

    assert [each.state.id for each in found] == [uuid(3, 3), uuid(3, 2), uuid(3, 1)]
    assert len(ordered.find_orders("", 2)) == 2


def test_what_is_not_there_is_none(ordered: Journal) -> None:
    assert ordered.order(uuid(3, 9)) is None
    assert ordered.order_by_confirmation("L-HOUSTON-1-99999") is None
    assert ordered.find_orders("100%", 5) == []


def test_a_plain_sale_makes_no_order(journal: Journal) -> None:
    with pytest.raises(ValueError, match="makes no order"), journal.unit_of_work() as work:
        work.add_order(document(sale_cart(), 1))
