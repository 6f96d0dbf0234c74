"""Orders made here are known at once, by every name people have for them."""

from dataclasses import replace

import pytest

from channel_db.journal.orders import LocalHead
from channel_db.journal.repository import Journal
from channel_db.order_heads import head_of
from retail.orders.applying import order_after
from retail.orders.order import LineStatus, OrderState, OrderStatus
from retail.wire.orders import order_values
from retail.wire.protocol import UploadResult
from tests.channel_db.making import NOW, conclude, document, order_cart, uuid


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


@pytest.mark.parametrize("typed", ["L-HOUSTON-1-00002", "l-houston-1-00002", "00002", " 1-00002 "])
def test_the_printed_number_finds_it(ordered: Journal, typed: str) -> None:
    assert [each.head.id for each in ordered.find_orders(typed, 5)] == [uuid(3, 2)]


def test_the_customers_name_finds_all_of_theirs_the_newest_first(ordered: Journal) -> None:
    found = ordered.find_orders("bjørnson ås", 5)

    assert [each.head.id for each in found] == [uuid(3, 3), uuid(3, 2), uuid(3, 1)]
    assert len(ordered.find_orders("", 2)) == 2


def test_what_is_not_there_is_none(ordered: Journal) -> None:
    assert ordered.order(uuid(3, 9)) is None
    assert ordered.find_orders("100%", 5) == []


def test_the_state_headquarters_answers_with_takes_the_place_of_ours(ordered: Journal) -> None:
    ours = state(ordered, 1)
    theirs = replace(ours, number="S1", status=OrderStatus.CANCELLED)

    answered(ordered, theirs)

    kept = ordered.order(ours.id)
    assert kept is not None
    assert (kept.state, kept.is_confirmed, kept.made_by) == (theirs, True, uuid(2, 1))
    assert ordered.find_orders("s1", 5) == [LocalHead(head_of(theirs), uuid(2, 1), is_confirmed=True)]


def test_a_number_that_a_restored_headquarters_gives_again_is_kept_by_the_order_that_has_it_now(
    ordered: Journal,
) -> None:
    for first, second in ((1, 2), (2, 1)):
        for number, order in (("SO-1", first), ("SO-2", second)):
            state = replace(known(ordered, order), number=number)
            result = UploadResult(
                id=uuid(2, order), outcome="stored", number=number, order=order_values(state)
            )
            ordered.acknowledge([result], NOW)

    assert [known(ordered, order).number for order in (1, 2)] == ["SO-2", "SO-1"]
    assert [each.head.id for each in ordered.find_orders("SO-1", 5)] == [uuid(3, 2)]


def known(journal: Journal, order: int) -> OrderState:
    found = journal.order(uuid(3, order))
    assert found is not None
    return found.state


def test_an_answer_that_has_not_seen_the_last_act_gives_its_number_and_changes_nothing_else(
    ordered: Journal,
) -> None:
    ours = state(ordered, 1)
    acted = replace(ours, status=OrderStatus.CANCELLED, acts=(*ours.acts, uuid(2, 9)))
    with ordered.unit_of_work() as work:
        work.keep_order(acted)

    answered(ordered, replace(ours, number="S1"))

    kept = ordered.order(ours.id)
    assert kept is not None
    assert (kept.state, kept.is_confirmed) == (replace(acted, number="S1"), False)

    answered(ordered, replace(acted, number="S1"))
    confirmed = ordered.order(ours.id)
    assert confirmed is not None
    assert confirmed.is_confirmed


def test_an_order_made_elsewhere_is_kept_when_it_was_acted_on_here(journal: Journal) -> None:
    theirs = order_after(document(order_cart(7), 7)).order

    answered(journal, replace(theirs, number="S7"))

    kept = journal.order(theirs.id)
    assert kept is not None
    assert (kept.state.number, kept.made_by) == ("S7", "")


def test_an_answer_this_version_cannot_read_is_left_to_the_feed(ordered: Journal) -> None:
    ours = state(ordered, 1)
    values = {**order_values(replace(ours, number="S1")), "status": "of a newer version"}

    ordered.acknowledge([UploadResult(id=uuid(2, 1), outcome="stored", order=values)], NOW)

    assert state(ordered, 1) == ours
    assert ordered.open_entry(uuid(2, 1)) is None


def state(journal: Journal, number: int) -> OrderState:
    order = journal.order(uuid(3, number))
    assert order is not None
    return order.state


def answered(journal: Journal, theirs: OrderState) -> None:
    values = order_values(theirs)
    journal.acknowledge([UploadResult(id=theirs.acts[-1], outcome="stored", order=values)], NOW)
