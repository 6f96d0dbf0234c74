"""The courier: leased in the commit, acknowledged or given back, inline or on a thread of its own."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from channel_db.journal.outbox import EntryState, OutboxEntry
from pos_app.register.courier import ThreadedCourier
from pos_app.register.realtime import RealTime
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
