"""What people said of the schedule: how often a job runs or at which time of day, and that it is paused."""

import re
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.jobs.models import JobPlan

PACE_MAX_SECONDS = 7 * 24 * 3600
WEEK_DAYS = 7
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def plan_of(session: Session, job: str) -> JobPlan:
    """What was said of a job; of most jobs nothing was."""
    found = session.get(JobPlan, job)
    return found or JobPlan(
        job=job, pace_seconds=None, paused_by="", paused_at="", run_at="", weekdays="", said_at=""
    )


def is_paused(session: Session, job: str) -> bool:
    """Whether its schedule leaves it alone; by hand it runs all the same."""
    return bool(plan_of(session, job).paused_at)


def timed(session: Session) -> list[JobPlan]:
    """The plans of the jobs that run at a time of day."""
    return list(session.scalars(select(JobPlan).where(JobPlan.run_at != "")))


def is_time_of_day(text: str) -> bool:
    """Whether this is one: hours and minutes."""
    return _TIME.fullmatch(text) is not None


def moment_due(plan: JobPlan, now: datetime) -> datetime | None:
    """The newest moment up to now at which a job was to run at its time of day; None where there was none yet."""
    at = time.fromisoformat(plan.run_at)
    for days in range(WEEK_DAYS + 1):
        moment = datetime.combine(now.date() - timedelta(days=days), at, now.tzinfo)
        is_its_day = not plan.weekdays or str(moment.isoweekday()) in plan.weekdays
        if moment <= now and is_its_day:
            return moment if moment >= datetime.fromisoformat(plan.said_at) else None
    return None


def keep_plan(session: Session, plan: JobPlan) -> None:
    """Keep what was said of a job."""
    session.merge(plan)
