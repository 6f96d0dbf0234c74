"""Running jobs: by name, one run of a job at a time, each run leaving a session."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.errors import Refusal
from headquarters.jobs.models import JobSession
from headquarters.jobs.work import (
    Done,
    ask_for_uploads,
    distribute,
    find_duplicate_customers,
    synchronize_customers,
    synchronize_orders,
)

P_JOB = "p-job"
DUPLICATES = "find-duplicates"
BY_SCHEDULE = "schedule"


class JobRunning(Refusal):
    """One run of a job at a time; nothing was begun."""

    def __init__(self, title: str) -> None:
        super().__init__(409, f"{title} is running already.")


@dataclass(frozen=True, slots=True)
class Job:
    """A job: its name in commands, its title on pages, and the work."""

    name: str
    title: str
    work: Callable[[Headquarters, int], Done]


JOBS = {
    job.name: job
    for job in (
        Job(P_JOB, "P-job", ask_for_uploads),
        Job("synchronize-customers", "Synchronize customers and business partners from async mode",
            synchronize_customers),
        Job("synchronize-orders", "Synchronize orders", synchronize_orders),
        Job("1010", "1010 Customers", distribute),
        Job(DUPLICATES, "Find duplicate customers", find_duplicate_customers),
    )
}  # fmt: skip


def run_job(headquarters: Headquarters, name: str, started_by: str) -> JobSession:
    """Run a job now and give back its session.

    Raises:
        JobRunning: it is running already, in this process or another.
        Refusal: there is no such job (404).
    """
    job = JOBS.get(name)
    if job is None:
        raise Refusal(404, f"There is no job {name}. The jobs are: {', '.join(JOBS)}.")
    with headquarters.database.claim(_claim(job)) as is_ours:
        if not is_ours:
            raise JobRunning(job.title)
        session_id = _begin(headquarters, job, started_by)
        try:
            done = job.work(headquarters, session_id)
        except Exception:
            _end(headquarters, session_id, Done(0, 1, "It stopped with an error; the log says why."))
            raise
        return _end(headquarters, session_id, done)


def end_unfinished(headquarters: Headquarters) -> None:
    """Close the sessions of jobs whose process was killed; the jobs themselves just run again."""
    for job in JOBS.values():
        with headquarters.database.claim(_claim(job)) as is_ours:
            if is_ours:
                with headquarters.database.writing() as session:
                    _end_unfinished(session, job, headquarters.now())


def began_since(session: Session, name: str, moment: str) -> bool:
    """Whether a run of this job has begun since, in whichever process."""
    query = select(JobSession.id).where(JobSession.job == name, JobSession.started_at > moment)
    return session.scalar(query.limit(1)) is not None


def _claim(job: Job) -> str:
    return f"job {job.name}"


def _end_unfinished(session: Session, job: Job, at: str) -> None:
    """Whoever has claimed the job knows that nobody runs it."""
    unfinished = select(JobSession).where(JobSession.job == job.name, JobSession.ended_at.is_(None))
    for row in session.scalars(unfinished):
        row.ended_at, row.errors, row.note = at, 1, "Headquarters was stopped while it ran."


def _begin(headquarters: Headquarters, job: Job, started_by: str) -> int:
    with headquarters.database.writing() as session:
        _end_unfinished(session, job, headquarters.now())
        row = JobSession(
            job=job.name, started_by=started_by, started_at=headquarters.now(), ended_at=None, rows=0, errors=0, note=""
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id


def _end(headquarters: Headquarters, session_id: int, done: Done) -> JobSession:
    with headquarters.database.writing() as session:
        row = session.get_one(JobSession, session_id)
        row.ended_at, row.rows, row.errors, row.note = headquarters.now(), done.rows, done.errors, done.note
        if row.started_by == BY_SCHEDULE and not done.rows and not done.errors:
            session.execute(delete(JobSession).where(JobSession.id == session_id))
        return row
