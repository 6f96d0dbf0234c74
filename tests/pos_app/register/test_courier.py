"""The courier: leased in the commit, acknowledged or given back, inline or on a thread of its own."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from channel_db.journal.outbox import EntryState, OutboxEntry
from pos_app.register.courier import ThreadedCourier
from pos_app.register.realtime import HeadquartersSilent, RealTime, Switching
from retail.switching import Cause
from retail.wire.protocol import UploadResult
from tests.fixtures.breakable import BreakableLine
from tests.fixtures.fix_register import ANNA, Register


class HeldLine(BreakableLine):
    """A line on which every delivery waits until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def deliver(self, entries: Sequence[OutboxEntry], seconds: float) -> list[UploadResult]:
        assert self.go.wait(60)
        return super().deliver(entries, seconds)


def order(register: Register) -> str:
    register.do("customer.set", id=ANNA)
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")
    return str(register.do("transaction.conclude").values["order"])


def threaded(register: Register, line: HeldLine) -> ThreadedCourier:
    session = register.session
    courier = ThreadedCourier(
        session.journal, RealTime(line, lambda: 3, lambda: 0), session.clock, ThreadPoolExecutor(1)
    )
    session.courier = courier
    return courier


def test_on_a_thread_the_cashier_goes_on_and_the_number_comes_later(register: Register) -> None:
    line = HeldLine()
    courier = threaded(register, line)

    made = order(register)

    [entry] = register.session.journal.outbox()
    assert entry.leased_until is not None, "the agent must leave it alone"
    assert not courier.collect()
    assert register.do("product.add", number="B").values["line"] == 1
    line.go.set()
    courier.close()
    shown = register.session.finding.order(made)
    assert shown is not None
    assert shown.number == "1001"
    assert register.session.journal.outbox() == []


def test_on_a_thread_silence_gives_the_entry_to_the_agent(register: Register) -> None:
    line = HeldLine()
    line.state = "offline"
    courier = threaded(register, line)
    order(register)
    line.go.set()

    courier.close()

    [entry] = register.session.journal.outbox()
    assert (entry.leased_until, entry.attempts) == (None, 1)


def test_a_register_that_died_while_sending_leaves_nothing_leased(register: Register) -> None:
    line = HeldLine()
    courier = threaded(register, line)
    order(register)

    type(register.session).__post_init__(register.session)

    [entry] = register.session.journal.outbox()
    assert entry.leased_until is None
    line.go.set()
    courier.close()


def test_an_order_stays_behind_a_customer_that_needs_a_person(register: Register) -> None:
    register.line.state = "offline"
    customer = str(register.do("customer.add", name="Ole Moe").values["customer"])
    register.session.journal.park(customer, "HQ: no such language")
    register.line.state = "online"
    register.do("product.add", number="A")
    register.do("order.pick_up_all")
    register.do("tender.cash")
    register.do("order.balance", arrangement="pay_at_pickup")

    register.do("transaction.conclude")

    assert register.line.done == {}
    assert [entry.state for entry in register.session.journal.outbox()] == [
        EntryState.ATTENTION,
        EntryState.WAITING,
    ]


def test_after_silence_nobody_waits_again_for_a_while() -> None:
    line, now = BreakableLine("offline"), [0.0]
    real_time = RealTime(line, lambda: 3, lambda: 10, lambda: now[0])

    assert not real_time.answers()
    assert not real_time.answers()
    assert line.asked == 1
    now[0] = 10.0
    line.state = "online"
    assert real_time.answers()
    assert real_time.answers()
    assert (line.asked, real_time.may_ask()) == (3, True)


class LateLine(BreakableLine):
    """A line whose answers take as long as it says, by the clock of the test; one order of it cannot be read."""

    def __init__(self, now: list[float]) -> None:
        super().__init__()
        self.now, self.seconds = now, 0.0

    def find_customers(self, text: str, seconds: float) -> list[dict[str, Any]]:
        self.now[0] += self.seconds
        return super().find_customers(text, seconds)

    def order(self, id: str, seconds: float) -> dict[str, Any] | None:
        return {"shape": "unheard of"}


def on_late_line(switching: Switching) -> tuple[LateLine, RealTime, list[float]]:
    now = [0.0]
    line = LateLine(now)
    return line, RealTime(line, lambda: 4, lambda: 10, lambda: now[0], lambda: switching), now


@pytest.mark.parametrize(("is_advanced", "cause"), [(True, Cause.SLOW), (False, None)])
def test_a_slow_answer_has_the_register_work_offline_with_advanced_switching_alone(
    is_advanced: bool, cause: Cause | None
) -> None:
    line, real_time, now = on_late_line(Switching(is_advanced))
    line.seconds = 3.0

    real_time.find_customers("berg")

    assert (real_time.left_because, real_time.may_ask()) == (cause, cause is None)
    now[0] += 10
    line.seconds = 0.1
    real_time.find_customers("berg")
    assert (real_time.left_because, real_time.may_ask()) == (None, True)


@pytest.mark.parametrize(("is_advanced", "cause"), [(True, Cause.ODD), (False, None)])
def test_an_odd_answer_does_so_too(is_advanced: bool, cause: Cause | None) -> None:
    _, real_time, _ = on_late_line(Switching(is_advanced))

    with pytest.raises(HeadquartersSilent, match="cannot be read"):
        real_time.order("1")

    assert (real_time.left_because, real_time.may_ask()) == (cause, cause is None)


@pytest.mark.parametrize(("is_by_performance", "cause"), [(True, Cause.DEGRADED), (False, None)])
def test_calls_that_get_worse_do_so_by_performance_and_what_was_before_is_forgotten_then(
    is_by_performance: bool, cause: Cause | None
) -> None:
    line, real_time, now = on_late_line(Switching(True, is_by_performance))
    line.seconds = 1.5
    for _ in range(5):
        assert real_time.may_ask()
        real_time.find_customers("berg")
    assert real_time.left_because is cause

    now[0] += 10
    real_time.find_customers("berg")
    assert real_time.left_because is None


def test_a_lease_outlives_any_wait(register: Register) -> None:
    line = HeldLine()
    courier = threaded(register, line)
    order(register)

    leased = register.session.journal.lease(
        register.clock.now() + timedelta(seconds=30), 10, "agent", register.clock.now() + timedelta(minutes=5)
    )

    assert leased == []
    line.go.set()
    courier.close()
