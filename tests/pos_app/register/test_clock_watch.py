"""A clock that was moved is written down once; one that goes on as clocks do is not."""

import json
from datetime import timedelta

import pytest

from pos_app.given import machine_uptime
from pos_app.register.clock_watch import ClockWatch, Moved
from tests.fixtures.fix_register import NOW, Register, SetClock, Shop, at_work


class Machine:
    """A clock, and how long the machine has been up."""

    def __init__(self) -> None:
        self.clock = SetClock()
        self.up = 1000.0
        self.watch = ClockWatch(self.clock, None, lambda: self.up)
        self.watch.look()

    def go_on(self, seconds: float, shown: float | None = None) -> Moved | None:
        """So much time passes; the clock shows that so much has."""
        self.up += seconds
        self.clock.go_on(seconds=seconds if shown is None else shown)
        return self.watch.look()


@pytest.mark.parametrize("seconds", [0, 1, 3600, 3 * 86400])
def test_time_that_passes_is_no_move(seconds: float) -> None:
    assert Machine().go_on(seconds) is None


@pytest.mark.parametrize("shown", [-59, 61, 5])
def test_small_correction_is_no_move(shown: float) -> None:
    assert Machine().go_on(2, shown) is None


def test_step_back_is_noticed_once() -> None:
    machine = Machine()

    assert machine.go_on(10, -86400) == Moved(NOW, NOW - timedelta(days=1))
    assert machine.go_on(10) is None


def test_step_forward_is_noticed_once() -> None:
    machine = Machine()

    assert machine.go_on(10, 86400) == Moved(NOW + timedelta(seconds=10), NOW + timedelta(days=1))
    assert machine.go_on(10) is None


def test_clock_that_is_not_the_machines_may_go_on_by_leaps() -> None:
    clock = SetClock()
    watch = ClockWatch(clock, None, None)
    watch.look()

    clock.go_on(days=400)
    assert watch.look() is None
    clock.go_on(days=-1)
    assert watch.look() is not None


def test_register_writes_a_step_back_into_its_journal_and_sells_on(register: Register) -> None:
    before = register.kinds()
    register.clock.go_on(hours=-2)

    register.do("product.add", code="A")
    register.do("tender.cash")
    register.do("transaction.conclude")

    moved = [each for each in register.session.journal.entries() if each.kind == "clock.moved"]
    assert [json.loads(each.text)["found"] for each in moved] == ["2026-11-21T08:00:00.000+00:00"]
    assert register.kinds()[len(before)] == "clock.moved"
    register.session.journal.verify_chain()


def test_register_that_was_off_notices_a_clock_behind_its_last_entry(shop: Shop) -> None:
    at_work(shop)
    shop.clock.go_on(days=-30)

    register = at_work(shop)

    assert register.kinds().count("clock.moved") == 1


def test_uptime_goes_on() -> None:
    first = machine_uptime()

    assert machine_uptime() >= first > 0
