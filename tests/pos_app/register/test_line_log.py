"""When a register works without headquarters, why and until when stands in its journal, each change once."""

import json
from datetime import timedelta

import pytest

from channel_db.catalog.contact import Contact
from channel_db.engine import open_catalog
from pos_app.register.line_log import LineLog
from retail.switching import Cause
from tests.fixtures.fix_register import NOW, PINS, Register, SetClock

LINE = ("line.gone", "line.back")


class Agent:
    """What the agent keeps of the line, and the time that passes."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.log = LineLog(register.session)
        register.session.real_time._reconnect_seconds = lambda: 10**9

    @property
    def clock(self) -> SetClock:
        return self.register.clock

    def says(self, state: str, seconds: float = 0) -> None:
        self.clock.go_on(seconds=seconds)
        catalog = open_catalog(self.register.folder, self.clock, writer=True)
        now = self.clock.now().isoformat()
        catalog.keep_contact(
            Contact(state=state, last_success_at=now, failures_in_a_row=2 * (state == "offline"))
        )
        catalog.close()
        self.log.look()

    def told(self) -> list[tuple[str, str, dict[str, str]]]:
        entries = [each for each in self.register.session.journal.entries() if each.kind in LINE]
        return [(each.kind, each.at, json.loads(each.text)) for each in entries]


@pytest.fixture
def agent(register: Register) -> Agent:
    return Agent(register)


def stamped(seconds: float) -> str:
    return (NOW + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


def test_a_line_that_holds_leaves_no_entry(agent: Agent) -> None:
    agent.says("online")
    agent.says("slow", 10)

    assert agent.told() == []


def test_silence_is_written_down_once_with_its_end(agent: Agent) -> None:
    agent.says("online")
    agent.says("offline", 10)
    agent.says("offline", 10)
    agent.says("online", 30)
    agent.says("online", 10)
    agent.says("online", 10)

    assert agent.told() == [
        ("line.gone", stamped(10), {"because": "silent"}),
        ("line.back", stamped(60), {"because": "silent", "since": stamped(10)}),
    ]
    agent.register.session.journal.verify_chain()


@pytest.mark.parametrize("cause", [Cause.SLOW, Cause.ODD, Cause.DEGRADED])
def test_a_register_that_leaves_headquarters_alone_says_why(agent: Agent, cause: Cause) -> None:
    agent.says("online")
    agent.register.session.real_time.leave(cause)
    agent.says("online")
    agent.register.session.real_time.is_back()
    agent.says("online", 20)

    assert [(kind, said["because"]) for kind, _, said in agent.told()] == [
        ("line.gone", cause.value), ("line.back", cause.value),
    ]  # fmt: skip


def test_another_cause_is_another_time_offline(agent: Agent) -> None:
    agent.says("online")
    agent.register.session.real_time.leave(Cause.SLOW)
    agent.says("online")
    agent.says("offline", 5)

    assert [(kind, said["because"]) for kind, _, said in agent.told()] == [
        ("line.gone", "slow answer"), ("line.back", "slow answer"), ("line.gone", "silent"),
    ]  # fmt: skip


def test_what_somebody_chose_stands_in_the_journal_already(agent: Agent) -> None:
    agent.says("online")
    agent.register.do("sync.work_offline")
    agent.says("offline", 60)

    assert agent.told() == []
    assert "sync.work_offline" in agent.register.kinds()


def test_who_was_signed_in_stands_in_the_entry(agent: Agent) -> None:
    agent.register.do("user.sign_in", user="kari", pin=PINS["kari"])
    agent.says("offline")

    [gone] = [each for each in agent.register.session.journal.entries() if each.kind == "line.gone"]
    assert gone.user == "kari"
