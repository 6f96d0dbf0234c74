"""The pace of the jobs: the machine's clock may be set back, and every job goes on and ends when told."""

import threading
from collections import Counter
from datetime import datetime, timedelta, tzinfo

import pytest
from apscheduler.schedulers import base
from apscheduler.triggers import interval

from headquarters.context import Headquarters
from headquarters.jobs import schedule
from headquarters.jobs.plans import keep_plan, plan_of
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
    monkeypatch.setattr(schedule, "ERASE_SECONDS", 0.1)
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


def test_a_job_with_a_time_of_day_runs_at_it_once_on_its_days(books: Books) -> None:
    """It is Monday, 12:00: the moment of today has passed before anybody said it, that of Wednesday is to come."""
    say(books, "1040", run_at="11:00", weekdays="13")
    running = Schedule(books.parts, 3600)
    asked = {}

    for day in range(8):
        asked[f"{books.clock.now():%A} {day}"] = [running._is_due("1040") for _ in range(2)]
        books.clock.forward(days=1)

    assert {day: due for day, due in asked.items() if any(due)} == {
        "Wednesday 2": [True, False],
        "Monday 7": [True, False],
    }


def test_a_time_of_day_comes_although_the_next_beat_is_far(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = threading.Event()
    monkeypatch.setattr(schedule, "run_if_needed", lambda headquarters, name: ran.set())
    say(books, "1110", run_at="12:30", weekdays="")
    running = Schedule(books.parts, 3600)
    monkeypatch.setattr(running, "_paces", {"1110": 3600})
    running.start()
    assert not ran.is_set()
    books.clock.forward(minutes=31)

    came = ran.wait(WAIT_SECONDS)
    running.stop()

    assert came


def test_what_ran_at_its_time_in_another_process_is_not_run_again(books: Books) -> None:
    say(books, "1070", run_at="13:00", weekdays="")
    books.clock.forward(hours=2)
    books.job("1070")

    assert not Schedule(books.parts, 3600)._is_due("1070")


def say(books: Books, job: str, **said: str) -> None:
    """What somebody says of a job at noon."""
    with books.parts.database.writing() as session:
        plan = plan_of(session, job)
        for name, value in said.items():
            setattr(plan, name, value)
        plan.said_at = books.parts.now()
        keep_plan(session, plan)
