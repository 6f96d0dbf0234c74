"""The agent as a child: restarted with growing pauses, nudged, and ended with the register."""

from dataclasses import dataclass, field

from pos_app.register.agent_process import AgentChild, AgentProcess
from tests.fixtures.fix_register import Shop


@dataclass
class FakeChild:
    status: int | None = None
    nudged: int = 0
    ended: bool = False

    def poll(self) -> int | None:
        return self.status

    def nudge(self) -> None:
        self.nudged += 1

    def end(self) -> None:
        self.ended = True


@dataclass
class Nursery:
    now: float = 0.0
    children: list[FakeChild] = field(default_factory=list)

    def start(self) -> FakeChild:
        self.children.append(FakeChild())
        return self.children[-1]

    def process(self) -> AgentProcess:
        return AgentProcess(self.start, lambda: self.now)


def test_a_dead_agent_is_started_again_after_growing_pauses() -> None:
    nursery = Nursery()
    agent = nursery.process()
    pauses = []

    for _ in range(8):
        nursery.children[-1].status = 1
        died = nursery.now
        born = len(nursery.children)
        while len(nursery.children) == born:
            agent.watch()
            nursery.now += 0.25
        pauses.append(round(nursery.now - 0.25 - died))

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]


def test_an_agent_that_ran_well_starts_anew_at_once() -> None:
    nursery = Nursery()
    agent = nursery.process()
    for _ in range(5):
        nursery.children[-1].status = 1
        nursery.now += 100
        agent.watch()
        nursery.now += 1
        agent.watch()

    assert len(nursery.children) == 6


def test_a_nudge_reaches_the_agent_or_starts_it() -> None:
    nursery = Nursery()
    agent = nursery.process()
    agent.nudge()
    assert nursery.children[0].nudged == 1
    nursery.children[0].status = 1
    agent.watch()

    agent.nudge()

    assert len(nursery.children) == 2
    agent.end()
    assert nursery.children[1].ended
    agent.watch()


def test_the_real_agent_runs_until_it_is_ended(shop: Shop) -> None:
    child = AgentChild(shop.folder)

    assert child.poll() is None
    child.nudge()
    child.end()

    assert child.poll() is not None
