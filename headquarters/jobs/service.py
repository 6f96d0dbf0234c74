"""Running jobs: by name, one run of a job at a time, each run leaving a session."""

from dataclasses import dataclass
from logging import getLogger
from threading import Thread

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.errors import Refusal
from headquarters.jobs.models import JobSession
from headquarters.jobs.progress import Cancelled
from headquarters.jobs.telling import (
    Work,
    tell_channels,
    tell_everybody,
    tell_goods,
    tell_registers,
    tell_staff,
)
from headquarters.jobs.work import (
    ERASE_JOB,
    IMPORT_JOB,
    STATEMENTS_JOB,
    Done,
    ask_for_uploads,
    distribute,
    erase_customers,
    find_duplicate_customers,
    import_files,
    post_statements,
    synchronize_customers,
    synchronize_orders,
)
from headquarters.office.refusals import OfficeRefusal, refuse
from retail.messages import Message, say

P_JOB = "p-job"
DUPLICATES = "find-duplicates"
BY_SCHEDULE = "schedule"
MOMENT_SECONDS = 1.0
"""So long whoever starts a job waits for its end; what takes longer shows how far it is."""

_log = getLogger(__name__)


class JobRunning(OfficeRefusal):
    """One run of a job at a time; nothing was begun."""

    def __init__(self, title: str) -> None:
        super().__init__(409, say("{job} is running already.", job=say(title)))


@dataclass(frozen=True, slots=True)
class Job:
    """A job: its name in commands, its title on pages, the work, and whether a new headquarters has it scheduled."""

    name: str
    title: str
    work: Work
    is_scheduled: bool = False


JOBS = {
    job.name: job
    for job in (
        Job(P_JOB, "P-job", ask_for_uploads, is_scheduled=True),
        Job("synchronize-customers", "Synchronize customers and business partners from async mode",
            synchronize_customers, is_scheduled=True),
        Job("synchronize-orders", "Synchronize orders", synchronize_orders, is_scheduled=True),
        Job("1010", "1010 Customers", distribute, is_scheduled=True),
        Job("1040", "1040 Products and charges", tell_goods),
        Job("1060", "1060 Staff and layouts", tell_staff),
        Job("1070", "1070 Channel configuration", tell_channels),
        Job("1090", "1090 Registers", tell_registers),
        Job("1110", "1110 Global configuration", tell_everybody),
        Job(IMPORT_JOB, "Import of files", import_files, is_scheduled=True),
        Job(STATEMENTS_JOB, "Post statements", post_statements),
        Job(DUPLICATES, "Find duplicate customers", find_duplicate_customers, is_scheduled=True),
        Job(ERASE_JOB, "Erase customers", erase_customers, is_scheduled=True),
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
        raise refuse(404, "There is no job {name}. The jobs are: {names}.", name=name, names=", ".join(JOBS))
    with headquarters.database.claim(_claim(job)) as is_ours:
        if not is_ours:
            raise JobRunning(job.title)
        session_id = _begin(headquarters, job, started_by)
        try:
            done = job.work(headquarters, session_id)
        except Cancelled as cancelled:
            return _end_early(
                headquarters,
                session_id,
                say("Cancelled by {name}. What was done is done.", name=str(cancelled)),
            )
        except Exception:
            _end(headquarters, session_id, Done(0, 1, say("It stopped with an error; the log says why.")))
            raise
        return _end(headquarters, session_id, done)


def start_job(headquarters: Headquarters, name: str, started_by: str) -> None:
    """Start a run of a job, and wait a moment: a short one has ended then, a long one goes on by itself.

    Raises:
        Refusal: there is no such job (404), or it is running already (409).
    """
    refused: list[Refusal] = []

    def run() -> None:
        try:
            run_job(headquarters, name, started_by)
        except Refusal as refusal:
            refused.append(refusal)
        except Exception:  # noqa: BLE001 -- its session says that it stopped
            _log.exception("job %s stopped", name)

    thread = Thread(target=run, name=f"job {name}", daemon=True)
    thread.start()
    thread.join(MOMENT_SECONDS)
    if refused:
        raise refused[0]


def cancel_run(session: Session, session_id: int, by: str) -> JobSession:
    """Ask a run to stop after the unit of work it is at.

    Raises:
        Refusal: there is no such run, or it has ended (404).
    """
    row = session.get(JobSession, session_id) if session_id < 2**31 else None
    if row is None or row.ended_at is not None:
        raise refuse(404, "There is no such run any more. It has ended.")
    row.cancelled_by = by
    return row


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
        row.ended_at, row.errors = at, 1
        row.give_note(say("Headquarters was stopped while it ran."))


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
        row.ended_at, row.rows, row.errors = headquarters.now(), done.rows, done.errors
        row.size_bytes = done.size_bytes
        row.give_note(done.note)
        if row.started_by == BY_SCHEDULE and not done.rows and not done.errors:
            session.execute(delete(JobSession).where(JobSession.id == session_id))
        return row


def _end_early(headquarters: Headquarters, session_id: int, words: Message) -> JobSession:
    """What a run has come to so far stays as it is."""
    with headquarters.database.writing() as session:
        row = session.get_one(JobSession, session_id)
        row.ended_at = headquarters.now()
        row.give_note(words)
        return row
