"""The hello that waits: news come by it, nothing waits for it, and what cuts it off is a call that got no answer."""

import copy
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from channel_db.device import read_device, write_device
from rehearsal.network import BrokenLine, LineMode
from retail.clock import stamp
from retail.shift import Shift
from retail.wire.proof import COUNTER_HEADER, NEXT_COUNTER_HEADER
from retail.wire.protocol import HelloReply
from retail.wire.tally import money_of
from sync_agent import reply_times
from sync_agent.agent import Agent
from sync_agent.bootstrap import opened_agent
from sync_agent.planning import CALM, Probe
from sync_agent.proving import MOVE_ON_AFTER, Owner
from sync_agent.steps import take_step
from sync_agent.waiting import WaitingHello
from tests.channel_db.making import SetClock
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.conftest import shop
from tests.headquarters.shop import NOW, RETAILER
from tests.sync_agent.carrying import ENVELOPE
from tests.sync_agent.conftest import device_at
from tests.sync_agent.test_end_to_end import SHIFT, Register

__all__ = ["shop"]

PACE_SECONDS = 0.2


@dataclass
class Idle:
    """A register that has nothing to tell, and the line to its headquarters."""

    register: Register
    line: BrokenLine
    headquarters: RunningHeadquarters

    @contextmanager
    def agent(self) -> Iterator[Agent]:
        """Its agent, once everything is read."""
        with opened_agent(
            self.register.folder, self.register.clock, random.Random(1), lambda feed, rows: None
        ) as agent:
            assert take_step(agent, "sync").complete
            yield agent

    @contextmanager
    def waiting(self) -> Iterator[Agent]:
        """Its agent, once its hello waits."""
        with self.agent() as agent:
            turn_until(agent, lambda: agent._waiting.is_on)
            yield agent

    def sell(self, agent: Agent) -> None:
        """Conclude one sale."""
        sale = self.register.paper.sale()
        with agent._journal.unit_of_work() as work:
            work.open_shift(Shift(SHIFT, 1, stamp(NOW), "cashier", 0, NOW.date()))
            work.add_transaction(sale, sale.written())
            work.add_outbox(sale.id, "transaction", sale.written(), money_minor=money_of(sale))

    def reprice(self, price_minor: int) -> None:
        retailer = copy.deepcopy(RETAILER)
        retailer["products"][0]["price_minor"] = price_minor
        self.headquarters.manage("PUT", "/v1/manage/retailer", retailer)


def turn_until(agent: Agent, holds: Callable[[], bool]) -> None:
    """Let the agent take its turns until something holds."""
    while not holds():
        agent.turn()
        time.sleep(0.01)


def price_at(agent: Agent) -> int:
    product = agent._catalog.product_by_number("A")
    assert product is not None
    return product.price_minor


@pytest.fixture
def idle(shop: RunningHeadquarters, tmp_path: Path) -> Iterator[Idle]:
    register, line = Register(tmp_path / "register", shop), BrokenLine(shop.url)
    write_device(register.folder, replace(read_device(register.folder), hq_url=line.url))
    (register.folder / "register.toml").write_text(f"[agent]\npull_seconds = {PACE_SECONDS}\n")
    yield Idle(register, line, shop)
    line.close()


def no_hello(*given: object, **named: object) -> HelloReply:
    raise AssertionError("a hello was said beside the one that waits")


def test_news_come_by_the_hello_that_waits_and_another_one_waits_then(
    idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    with idle.waiting() as agent:
        monkeypatch.setattr(agent._client, "hello", no_hello)
        for price_minor in (8100, 8200):
            idle.reprice(price_minor)
            turn_until(agent, lambda price_minor=price_minor: price_at(agent) == price_minor)  # type: ignore[misc]
            turn_until(agent, lambda: agent._waiting.is_on)

        assert agent._catalog.contact().state == "online"


def test_what_is_sold_meanwhile_goes_at_once(idle: Idle) -> None:
    with idle.waiting() as agent:
        idle.register.keep_story()

        agent.turn()

        assert agent._journal.waiting().count == 0
        assert agent._waiting.is_on


def test_then_headquarters_hears_at_the_usual_pace_how_the_register_stands(idle: Idle) -> None:
    with idle.waiting() as agent:
        told = agent._told
        idle.sell(agent)

        turn_until(agent, lambda: agent._told is not None and not agent._told.tells_the_same(told))
        turn_until(agent, lambda: agent._waiting.is_on)

        assert told is not None
        assert agent._told is not None
        assert agent._told.tally.last == told.tally.last + 1
        assert agent._catalog.contact().differences == "[]"


def test_a_line_that_is_cut_while_it_waits_is_a_call_without_an_answer(idle: Idle) -> None:
    with idle.waiting() as agent:
        idle.line.mode = LineMode.OFFLINE
        turn_until(agent, lambda: agent._catalog.contact().failures_in_a_row == 1)
        assert agent._trouble.get(Probe.activity, CALM).failures == 1
        turn_until(agent, lambda: agent._catalog.contact().state == "offline")

        idle.line.mode = LineMode.ONLINE
        turn_until(agent, lambda: agent._waiting.is_on)

        assert agent._catalog.contact().state == "online"
        assert agent._waiting._limit == 50, "it was the line, and no proxy that has no patience"


def test_behind_a_proxy_without_patience_the_register_asks_at_its_pace_as_before(idle: Idle) -> None:
    idle.line.patience_seconds = 0.3
    with idle.waiting() as agent:
        turn_until(agent, lambda: agent._catalog.contact().failures_in_a_row == 1)

        idle.reprice(8300)
        turn_until(agent, lambda: price_at(agent) == 8300)

        assert agent._waiting.seconds_to_ask() == 0
        assert agent._catalog.contact().state == "online"


def test_a_register_that_is_revoked_while_it_waits_is_told(idle: Idle) -> None:
    with idle.waiting() as agent:
        code = idle.headquarters.manage("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-1"})
        told = {"protocol": 1, "code": code["code"], "device": "another machine"}
        assert idle.headquarters.call("POST", "/v1/enrol", told).status == 200

        turn_until(agent, lambda: agent._catalog.contact().state == "refused")


def test_a_register_that_works_offline_by_choice_from_now_on_hangs_up(idle: Idle) -> None:
    with idle.waiting() as agent:
        with agent._journal.unit_of_work() as work:
            work.keep_offline_by("Kari")

        agent.turn()

        assert not agent._waiting.is_on
        assert not idle.line._under_way or agent._client._side._session is None


def test_an_agent_that_ends_does_not_take_it_for_a_line_that_is_gone(idle: Idle) -> None:
    with idle.waiting() as agent:
        agent.stop()
        agent.turn()

        assert agent._catalog.contact().failures_in_a_row == 0


def test_who_asks_at_the_register_is_not_told_to_wait(idle: Idle) -> None:
    with idle.waiting() as agent:
        agent.hurry()
        before = agent._last["pull"]

        agent.turn()

        assert not agent._waiting.is_on
        assert agent._last["pull"] > before


def test_on_a_slow_line_nothing_waits_so_that_it_is_seen_when_it_is_quick_again(
    idle: Idle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply_times, "SLOW_SECONDS", 0)
    with idle.agent() as agent:
        for _ in range(reply_times.LEAST):
            agent.probe()
        agent._told = agent._saying()

        agent._poll(may_wait=True)

        assert not agent._waiting.is_on
        assert agent._catalog.contact().state == "slow"


def waits_asked(waiting: WaitingHello) -> set[int]:
    return {waiting.seconds_to_ask() for _ in range(200)}


def test_each_asks_for_another_time_and_for_less_where_it_was_cut_off() -> None:
    clock, waiting = SetClock(), WaitingHello(random.Random(1), 10)
    assert waits_asked(waiting) == {0}, "headquarters has not offered any"
    waiting.offered(50)
    asked = waits_asked(waiting)
    assert (min(asked), max(asked)) == (40, 49)

    for cut_after, least, most in ((30, 18, 22), (20, 12, 14), (12, 0, 0)):
        waiting.begun_at = clock.now()
        clock.go_on(seconds=cut_after)
        waiting.was_cut(clock.now())
        waiting.is_proved(failures=1)
        asked = waits_asked(waiting)
        assert (min(asked), max(asked)) == (least, most)

    waiting.try_again()
    assert max(waits_asked(waiting)) == 49
    waiting.offered(20)
    assert max(waits_asked(waiting)) == 19


def test_headquarters_that_was_gone_for_longer_shortens_no_wait() -> None:
    clock, waiting = SetClock(), WaitingHello(random.Random(1), 10)
    waiting.offered(50)
    waiting.begun_at = clock.now()
    clock.go_on(seconds=15)
    waiting.was_cut(clock.now())

    waiting.is_proved(failures=3)

    assert max(waits_asked(waiting)) == 49


def test_a_hello_that_waits_asks_for_the_next_counter_so_that_what_follows_the_news_need_not(
    tmp_path: Path,
) -> None:
    clock, device = SetClock(), device_at("http://127.0.0.1:1")
    write_device(tmp_path, device)
    owner = Owner(tmp_path, device, clock, iter(["aa", "bb"]).__next__)
    reply = HelloReply.model_validate(ENVELOPE | {"now": ""})
    owner.heard(reply, owner.headers("GET", "/v1/hello", b"", "n1")[NEXT_COUNTER_HEADER])
    clock.go_on(seconds=11)
    assert NEXT_COUNTER_HEADER not in owner.headers("GET", "/v1/hello?now=x", b"", "n2")

    waited = owner.headers("GET", "/v1/hello?now=x&wait_seconds=50", b"", "n3")[NEXT_COUNTER_HEADER]
    clock.go_on(seconds=50)
    owner.heard(reply, waited)

    assert waited == "2.bb"
    assert NEXT_COUNTER_HEADER not in owner.headers("GET", "/v1/feeds/prices?cursor=x", b"", "n4")


def test_an_answer_that_was_long_under_way_confirms_no_counter_that_was_asked_for_since(
    tmp_path: Path,
) -> None:
    clock = SetClock()
    device = device_at("http://127.0.0.1:1")
    write_device(tmp_path, device)
    owner = Owner(tmp_path, device, clock, iter(["aa", "bb"]).__next__)
    reply = HelloReply.model_validate(ENVELOPE | {"now": ""})
    waited = owner.headers("GET", "/v1/hello", b"", "n1")[NEXT_COUNTER_HEADER]
    owner.heard(reply, waited)
    clock.go_on(seconds=MOVE_ON_AFTER.total_seconds())
    asked = owner.headers("POST", "/v1/uploads", b"", "n2")

    owner.heard(reply, waited)

    assert (waited, asked[COUNTER_HEADER], asked[NEXT_COUNTER_HEADER]) == ("1.aa", "1.aa", "2.bb")
    again = owner.headers("POST", "/v1/uploads", b"", "n3")
    assert (again[COUNTER_HEADER], again[NEXT_COUNTER_HEADER]) == ("1.aa", "2.bb")
