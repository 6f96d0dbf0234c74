"""The pace of the jobs, also when the machine's clock is set back."""

import time
from datetime import datetime, timedelta
from logging import getLogger
from threading import Event, Thread

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy.orm import Session

from headquarters.context import Headquarters, stored
from headquarters.errors import Refusal
from headquarters.jobs.models import JobPlan
from headquarters.jobs.plans import is_paused, moment_due, plan_of, timed
from headquarters.jobs.service import BY_SCHEDULE, DUPLICATES, JOBS, P_JOB, JobRunning, began_since, run_job
from headquarters.jobs.work import ERASE_JOB, is_idle

P_JOB_SECONDS = 300  # registers upload by themselves; this only tells which of them were reached
DUPLICATES_SECONDS = 3600  # every customer is read; nobody waits for it
ERASE_SECONDS = 3600  # the same, and whoever is erased by hand is so at once
WATCH_SECONDS = 2.0
"""How often it is looked whether beats still come: the scheduler waits by the machine's clock; it may be set back."""

_ONCE = 0.9
"""Within this part of its pace a job is not asked for again, though another process has its own beat."""

_log = getLogger(__name__)


class Schedule:
    """Every job again and again from `start` to `stop`; one that has nothing to do leaves no session."""

    def __init__(self, headquarters: Headquarters, seconds: float) -> None:
        self._headquarters = headquarters
        own = {P_JOB: P_JOB_SECONDS, DUPLICATES: DUPLICATES_SECONDS, ERASE_JOB: ERASE_SECONDS}
        self._paces = {name: own.get(name, seconds) for name in JOBS}
        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._last: dict[str, float] = {}
        self._ran: dict[str, float] = {}
        self._met: dict[str, datetime] = {}
        self._ended = Event()
        self._watch = Thread(target=self._look_again_and_again, name="watch of the schedule", daemon=True)

    def start(self) -> None:
        """Begin."""
        for name, pace in self._paces.items():
            self._last[name] = time.monotonic()
            self._scheduler.add_job(
                self._beat, "interval", (name,), id=name, seconds=pace, max_instances=1, coalesce=True,
                misfire_grace_time=None,
            )  # fmt: skip
        self._scheduler.start()
        self._watch.start()

    def stop(self) -> None:
        """Let the jobs that run end, and begin no more."""
        self._ended.set()
        self._watch.join()
        self._scheduler.shutdown(wait=True)

    def _beat(self, name: str) -> None:
        self._last[name] = time.monotonic()
        if self._is_due(name):
            self._ran[name] = time.monotonic()
            run_if_needed(self._headquarters, name)

    def _is_due(self, name: str) -> bool:
        """Whether it runs at this beat: people may have given it a slower pace, or one to a job that had none."""
        try:
            with self._headquarters.database.reading() as session:
                plan = plan_of(session, name)
                if plan.run_at:
                    return self._meet(session, plan)
                pace = plan.pace_seconds
        except Refusal:  # the database is busy; the next beat asks again
            return False
        if pace is None:
            return JOBS[name].is_scheduled
        return pace > 0 and time.monotonic() - self._ran.get(name, -float(pace)) >= pace

    def _meet(self, session: Session, plan: JobPlan) -> bool:
        """Whether its time of day has come; no moment is met twice, also where there was nothing to do."""
        moment = moment_due(plan, self._headquarters.clock.now())
        if moment is None or self._met.get(plan.job) == moment:
            return False
        self._met[plan.job] = moment
        return not began_since(session, plan.job, stored(moment))

    def _look_at_times(self) -> None:
        """Have the jobs whose time of day has come asked now: their next beat may be far."""
        try:
            with self._headquarters.database.reading() as session:
                now = self._headquarters.clock.now()
                due = [
                    plan.job for plan in timed(session)
                    if plan.job in JOBS and moment_due(plan, now) not in (None, self._met.get(plan.job))
                ]  # fmt: skip
        except Refusal:  # the database is busy; the next look is soon
            return
        for name in due:
            self._scheduler.add_job(self._beat, args=(name,), id=f"{name} at its time", replace_existing=True)

    def _look_again_and_again(self) -> None:
        while not self._ended.wait(WATCH_SECONDS):
            self._look_at_times()
            for name, pace in self._paces.items():
                if time.monotonic() - self._last[name] > pace + WATCH_SECONDS:
                    self._last[name] = time.monotonic()
                    self._scheduler.reschedule_job(name, trigger="interval", seconds=pace)


def run_if_needed(headquarters: Headquarters, name: str) -> None:
    """One beat of the schedule; trouble is logged, and the next beat tries again. What another process runs is its."""
    try:
        lately = headquarters.clock.now() - timedelta(seconds=P_JOB_SECONDS * _ONCE)
        with headquarters.database.reading() as session:
            is_done = name == P_JOB and began_since(session, name, stored(lately))
            if is_done or is_paused(session, name) or is_idle(session, name):
                return
        run_job(headquarters, name, BY_SCHEDULE)
    except JobRunning:
        _log.debug("job %s is run by somebody else", name)
    except Refusal as refusal:
        _log.warning("job %s was not run: %s", name, refusal.words)
    except Exception:  # noqa: BLE001 -- a schedule that stops is worse than a job that fails
        _log.exception("job %s stopped", name)
