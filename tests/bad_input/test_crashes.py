"""Programs that die between keeping and delivering: each document reaches headquarters once."""

import socket
import threading
from collections.abc import Callable

import pytest

from channel_db.engine import open_journal
from rehearsal.network import LineMode
from retail.clock import ReadClock
from tests.bad_input.counter import SHOE, Counter
from tests.bad_input.test_answers import ask_headquarters
from tests.sync_agent.misbehaving_hq import Request

Work = Callable[[Counter, Request], object]
WORK: dict[str, Work] = {
    "before headquarters has it": lambda counter, request: None,
    "after headquarters did the work": lambda counter, request: ask_headquarters(
        counter.stage.office.url, request
    ),
}


@pytest.mark.parametrize("when", WORK)
def test_register_killed_between_commit_and_delivery_brings_the_order_once(
    counter: Counter, when: str
) -> None:
    counter.deliver()
    counter.begin_order()
    arrived, over = threading.Event(), threading.Event()

    def hold(connection: socket.socket, request: Request) -> None:
        WORK[when](counter, request)
        arrived.set()
        over.wait(timeout=300)

    with counter.headquarters_as(hold):
        core = counter.register._core
        assert core is not None
        core.say('{"do": "transaction.conclude"}')
        assert arrived.wait(timeout=300), "the order was never sent"
        counter.register.kill_core()
        over.set()

    assert counter.view("cart")["empty"] is True
    assert counter.waiting() == (1, 0)
    [found] = counter.do("order.find", text="Anna")["orders"][:1]
    assert found["number"] is None
    before = counter.stage.office.counts()
    after = counter.deliver()
    assert counter.order_number(found["order"])
    assert after["orders"] == before["orders"] + (when == "before headquarters has it")
    assert (after["cases"], after["parked"]) == (before["cases"], before["parked"])
    assert counter.view("order", id=found["order"])["number"]
    _check_chain(counter)
    assert counter.sell()["receipt_number"]


def test_register_killed_with_a_payment_taken_keeps_the_open_sale(counter: Counter) -> None:
    counter.do("product.add", code=SHOE)
    counter.do("tender.cash", amount="20.00")
    cart = counter.view("cart")

    counter.register.kill_core()

    assert counter.view("cart") == cart
    sale = counter.finish()["transaction"]
    counter.deliver()
    assert counter.times_at_headquarters(sale) == 1


def test_headquarters_killed_in_the_middle_of_an_upload_holds_each_sale_once(counter: Counter) -> None:
    counter.deliver()
    kept = [counter.sell()["transaction"] for _ in range(20)]
    agent, line = counter.register._agent, counter.register.line
    assert agent is not None
    line.expect_request()
    agent.say("push")
    assert line.wait_for_request(20)
    counter.stage.kill_office()
    agent.line()

    again = counter.register.carry("push")

    assert again["reached"], again
    assert counter.waiting() == (0, 0)
    counter.deliver()
    at_headquarters = [row["uuid"] for row in counter.stage.office.transactions()]
    assert [at_headquarters.count(sale) for sale in kept] == [1] * 20
    assert counter.sell()["receipt_number"]


def test_headquarters_killed_while_the_cashier_waits_holds_the_order_once(counter: Counter) -> None:
    counter.deliver()
    counter.begin_order()
    back = threading.Event()

    def die(connection: socket.socket, request: Request) -> None:
        ask_headquarters(counter.stage.office.url, request)
        counter.stage.office.restart_killed()
        back.set()

    with counter.headquarters_as(die):
        done = counter.do("transaction.conclude")
        assert back.wait(timeout=300)

    assert done["number"] is None
    counter.deliver()
    assert counter.times_at_headquarters(done["transaction"]) == 1
    assert counter.view("order", id=done["order"])["number"] == counter.order_number(done["order"])


def test_register_and_agent_that_bring_the_same_order_at_once_make_one(counter: Counter) -> None:
    """A slow headquarters still works on the register's call while the agent sends the same document."""
    counter.deliver()
    counter.begin_order()
    counter.register.kill_core("--real-time-seconds", "0.5")
    counter.register.line.slow_seconds = 1.0
    counter.register.line.mode = LineMode.SLOW
    done = counter.do("transaction.conclude")
    counter.register.line.mode = LineMode.ONLINE
    counter.register.kill_core()

    counter.deliver()

    assert done["number"] is None
    assert counter.times_at_headquarters(done["transaction"]) == 1


def _check_chain(counter: Counter) -> None:
    journal = open_journal(counter.folder, ReadClock(counter.stage.clock.now))
    journal.verify_chain()
    journal.close()
