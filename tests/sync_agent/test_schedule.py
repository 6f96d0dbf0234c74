"""The pace of an agent that runs by itself: the machine's clock may be set back, and it goes on and ends when told."""

import os
import signal
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from typing import cast

import pytest
from apscheduler.schedulers import base
from apscheduler.triggers import interval

from sync_agent import schedule
from sync_agent.agent import Agent
from sync_agent.schedule import run_by_schedule

DAY = timedelta(days=1)


class MachineClock(datetime):
    """What the scheduler takes for the time of this machine."""

    back = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # the scheduler wants no more
        return datetime.now(tz) - cls.back  # noqa: TID251 -- the test sets back the system's clock


class Turning:
    """An agent that sets the machine's clock back at its second turn and has the program ended at its fourth."""

    def __init__(self) -> None:
        self.turns = 0
        self.stopped = 0

    def turn(self) -> None:
        self.turns += 1
        if self.turns == 2:
            MachineClock.back = DAY
        if self.turns == 4:
            os.kill(os.getpid(), signal.SIGTERM)

    def stop(self) -> None:
        self.stopped += 1


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Signals as they were before, and a clock that can be set back."""
    monkeypatch.setattr(schedule, "WATCH_SECONDS", 0.5)
    monkeypatch.setattr(MachineClock, "back", timedelta(0))
    for module in (base, interval):
        monkeypatch.setattr(module, "datetime", MachineClock)
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_turns_go_on_after_the_machines_clock_was_set_back_a_day_and_end_on_sigterm() -> None:
    agent = Turning()

    run_by_schedule(cast("Agent", agent), with_parent=False)

    assert (agent.turns >= 4, agent.stopped) == (True, 1)
