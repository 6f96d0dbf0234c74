"""The pace of the jobs."""

from logging import getLogger

from apscheduler.schedulers.background import BackgroundScheduler

from headquarters.context import Headquarters
from headquarters.errors import Refusal
from headquarters.jobs.service import BY_SCHEDULE, JOBS, P_JOB, run_job
from headquarters.jobs.work import is_idle

P_JOB_SECONDS = 300  # registers upload by themselves; this only tells which of them were reached

_log = getLogger(__name__)


def start_schedule(headquarters: Headquarters, seconds: float) -> BackgroundScheduler:
    """Run every job again and again; one that has nothing to do leaves no session."""
    scheduler = BackgroundScheduler(timezone="UTC")
    for name in JOBS:
        pace = P_JOB_SECONDS if name == P_JOB else seconds
        scheduler.add_job(
            run_if_needed, "interval", (headquarters, name), id=name, seconds=pace, max_instances=1, coalesce=True,
            misfire_grace_time=None,
        )  # fmt: skip
    scheduler.start()
    return scheduler


def run_if_needed(headquarters: Headquarters, name: str) -> None:
    """One beat of the schedule; trouble is logged, and the next beat tries again."""
    try:
        with headquarters.database.reading() as session:
            if is_idle(session, name):
                return
        run_job(headquarters, name, BY_SCHEDULE)
    except Refusal as refusal:
        _log.warning("job %s was not run: %s", name, refusal.words)
    except Exception:  # noqa: BLE001 -- a schedule that stops is worse than a job that fails
        _log.exception("job %s stopped", name)
