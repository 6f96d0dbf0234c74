"""The pace of the jobs: the machine's clock may be set back, and every job goes on and ends when told."""

import threading
from collections import Counter
from datetime import datetime, timedelta, tzinfo

import pytest
from apscheduler.schedulers import base
from apscheduler.triggers import interval

from headquarters.context import Headquarters
from headquarters.jobs import schedule
from headquarters.jobs.schedule import Schedule
from headquarters.jobs.service import JOBS
from tests.headquarters.conftest import Books

DAY = timedelta(days=1)
WAIT_SECONDS = 120
SCHEDULED = [job for job in JOBS.values() if job.is_scheduled]


class MachineClock(datetime):
    """What the scheduler takes for the time of this machine."""

    back = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # the scheduler wants no more
        return datetime.now(tz) - cls.back  # noqa: TID251 -- the test sets back the system's clock


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that can be set back, and a watch that looks often."""
    monkeypatch.setattr(schedule, "WATCH_SECONDS", 0.2)
    monkeypatch.setattr(schedule, "P_JOB_SECONDS", 0.1)
    monkeypatch.setattr(schedule, "DUPLICATES_SECONDS", 0.1)
    monkeypatch.setattr(MachineClock, "back", timedelta(0))
    for module in (base, interval):
        monkeypatch.setattr(module, "datetime", MachineClock)


def test_every_job_goes_on_after_the_machines_clock_was_set_back_a_day(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    beats: Counter[str] = Counter()
    all_came = threading.Event()

    def note(headquarters: Headquarters, name: str) -> None:
        beats[name] += 1
        if len(beats) == len(SCHEDULED) and MachineClock.back == timedelta(0):
            MachineClock.back = DAY
            beats.clear()
        # Two of each: the beat that was due already when the clock was set back, and one that was not.
        if MachineClock.back and len(beats) == len(SCHEDULED) and min(beats.values()) > 1:
            all_came.set()

    monkeypatch.setattr(schedule, "run_if_needed", note)
    running = Schedule(books.parts, 0.1)
    running.start()

    came = all_came.wait(WAIT_SECONDS)
    running.stop()

    assert came, beats
