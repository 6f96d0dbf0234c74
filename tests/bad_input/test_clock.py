"""A clock that goes back a day: sales go on in their order, travel at once, and nobody is locked out."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from channel_db.engine import open_journal
from rehearsal.children import Child
from rehearsal.network import LineMode
from retail.clock import ReadClock
from tests.bad_input.counter import ANNA, PINS, Counter

DAY = timedelta(days=1)
MACHINE_SECONDS = 60
RECOVERED_SECONDS = 90
"""Seconds of the shop's clock: three of the longest waits for a line that is back."""


@pytest.fixture
def back_again(counter: Counter) -> Iterator[Counter]:
    """A counter whose clock goes on afterwards from where it was before."""
    counter.deliver()
    yield counter
    counter.stage.clock.move(3 * DAY)


@pytest.fixture
def agent(back_again: Counter) -> Iterator[Child]:
    """The agent by its own schedule, in the place of the one that waits to be told."""
    counter = back_again
    told = counter.register._agent
    assert told is not None
    told.kill()
    data = ("--data", counter.folder, "--clock", counter.stage.clock.path)
    child = Child("sync_agent", data, counter.folder / "scheduled.log")
    yield child
    child.end()
    counter.register.start_agent()


def test_sales_after_a_step_back_keep_their_order_and_reach_headquarters(back_again: Counter) -> None:
    counter = back_again
    before = counter.sell()
    counter.stage.clock.move(-DAY)

    after = counter.sell()
    counter.begin_order()
    order = counter.do("transaction.conclude")
    counter.deliver()

    numbers = [int(each["receipt_number"].rpartition("-")[2]) for each in (before, after, order)]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]
    assert [counter.times_at_headquarters(each["transaction"]) for each in (before, after, order)] == [1] * 3
    assert counter.view("order", id=order["order"])["number"]
    journal = open_journal(counter.folder, ReadClock(counter.stage.clock.now))
    journal.verify_chain()
    journal.close()


def test_agent_carries_on_after_a_step_back(back_again: Counter, agent: Child) -> None:
    _wait_until_delivered(back_again)
    back_again.stage.clock.move(-DAY)

    sale = back_again.sell()["transaction"]

    _wait_until_delivered(back_again)
    assert back_again.times_at_headquarters(sale) <= 1


def test_what_failed_before_a_step_back_is_sent_once_the_line_is_back(
    back_again: Counter, agent: Child
) -> None:
    """Neither the agent's wait nor the document's own may last until the clock has caught up."""
    counter = back_again
    counter.register.line.mode = LineMode.OFFLINE
    counter.begin_order()
    counter.do("transaction.conclude")
    _let_time_pass(counter, 40)
    assert counter.waiting() == (1, 0)

    counter.stage.clock.move(-DAY)
    counter.register.line.mode = LineMode.ONLINE

    _wait_until_delivered(counter)


def test_lock_after_wrong_pins_is_not_longer_after_a_step_back(back_again: Counter) -> None:
    counter = back_again
    for _ in range(3):
        assert counter.ask("user.sign_in", {"user": "kari", "pin": "000000"})["outcome"] == "refused"
    counter.stage.clock.move(-DAY)

    answer = counter.ask("user.sign_in", {"user": "kari", "pin": PINS["kari"]})
    assert (answer["outcome"], answer["words"]) == ("refused", "Too many wrong PINs. Try again in 60 s.")

    counter.stage.clock.move(timedelta(seconds=60))
    assert counter.do("user.sign_in", user="kari", pin=PINS["kari"])["user"] == "kari"
    counter.do("user.sign_in", user="cashier", pin=PINS["cashier"])


def test_pick_up_date_is_of_the_day_the_clock_shows(back_again: Counter) -> None:
    counter = back_again
    yesterday = (counter.stage.clock.now() - DAY).date().isoformat()
    counter.do("customer.set", id=ANNA)
    counter.do("product.add", code="A")
    assert "has passed" in counter.refused("order.pick_up_all", date=yesterday)

    counter.stage.clock.move(-DAY)

    counter.do("order.pick_up_all", date=yesterday)
    counter.do("order.carry_out_all")
    assert counter.finish()["receipt_number"]


def _let_time_pass(counter: Counter, seconds: int) -> None:
    """Let the shop's clock run a good deal faster than ours."""
    for _ in range(seconds * 2):
        counter.stage.clock.move(timedelta(seconds=0.5))
        time.sleep(0.02)


def _wait_until_delivered(counter: Counter) -> None:
    """The shop's clock goes on for so long only; after that a busy machine is waited for."""
    for _ in range(RECOVERED_SECONDS):
        _let_time_pass(counter, 1)
        if counter.waiting() == (0, 0):
            return
    deadline = time.monotonic() + MACHINE_SECONDS
    while time.monotonic() < deadline:
        if counter.waiting() == (0, 0):
            return
        time.sleep(0.1)
    raise AssertionError(
        f"{counter.waiting()[0]} documents still wait after {RECOVERED_SECONDS} s of the shop's clock"
    )
