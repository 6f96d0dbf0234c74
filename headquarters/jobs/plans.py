"""What people said of the schedule: how often a job runs, and that it is paused."""

from sqlalchemy.orm import Session

from headquarters.jobs.models import JobPlan

PACE_MAX_SECONDS = 7 * 24 * 3600


def plan_of(session: Session, job: str) -> JobPlan:
    """What was said of a job; of most jobs nothing was."""
    found = session.get(JobPlan, job)
    return found or JobPlan(job=job, pace_seconds=None, paused_by="", paused_at="")


def is_paused(session: Session, job: str) -> bool:
    """Whether its schedule leaves it alone; by hand it runs all the same."""
    return bool(plan_of(session, job).paused_at)


def keep_plan(session: Session, plan: JobPlan) -> None:
    """Keep what was said of a job."""
    session.merge(plan)
