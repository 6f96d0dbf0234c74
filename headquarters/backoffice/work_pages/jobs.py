"""The jobs: started, paused, cancelled and run again, with what each run came to and how far one is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from zlib import crc32

from fastapi import APIRouter, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SeesAll
from headquarters.backoffice.work_pages.paging import EVERYTHING, Text
from headquarters.backoffice.work_pages.seen import to
from headquarters.backoffice.work_pages.sorting import AT_FIRST, Head, Place, narrowing, read_sorted, sorting
from headquarters.context import Context
from headquarters.jobs.models import JobPlan, JobSession
from headquarters.jobs.plans import PACE_MAX_SECONDS, is_time_of_day, keep_plan, plan_of
from headquarters.jobs.service import JOBS, P_JOB, Job, cancel_run, start_job
from headquarters.jobs.work import reached_note, waiting_count
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from retail.messages import phrase

router = APIRouter(prefix="/office", include_in_schema=False)
BACK = "/office/jobs"
DAYS = {
    "1": phrase("Monday"), "2": phrase("Tuesday"), "3": phrase("Wednesday"), "4": phrase("Thursday"),
    "5": phrase("Friday"), "6": phrase("Saturday"), "7": phrase("Sunday"),
}  # fmt: skip
"""The days of the week as plans say them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A job with its plan, how many records wait for it, and its run that is under way."""

    job: Job
    plan: JobPlan
    waiting: int
    run: JobSession | None


@router.get("/jobs")
def jobs(
    headquarters: Context, person: SeesAll, job: Text = "", at: Place = AT_FIRST, acts: Text = "",
) -> Response:  # fmt: skip
    """The jobs as they stand, and their last runs. Buttons that are shown already, as `acts` says, stay where they are:
    one that is put in place anew while it is pressed would not be pressed.
    """
    with headquarters.database.reading() as session:
        ways = ((JobSession.job == job,),) if job in JOBS else EVERYTHING
        by = sorting(JobSession.id, {"job": Head(JobSession.job)}, narrowing(person, {"job": job}), at)
        listed = read_sorted(session, select(JobSession), by, ways)
        now = headquarters.clock.now()
        shown = [
            (
                each,
                reached_note(session, each.id, now) if each.job == P_JOB else each.message,
                _seconds(each, now),
            )
            for each in listed.rows
        ]
        standings = [_standing(session, each) for each in JOBS.values()]
        present = _acts(standings)
        return page(
            "jobs.html", person, is_live=any(each.run for each in standings), jobs=standings, sessions=shown,
            listed=listed, filters={"job": job}, titles={each.name: each.title for each in JOBS.values()},
            pace_max=PACE_MAX_SECONDS, days=DAYS, at=asdict(at), acts=present, acts_stay=acts == present,
        )  # fmt: skip


@router.post("/jobs/{name}/run")
def run(headquarters: Context, person: SeesAll, form: ChangingForm, name: str) -> Response:
    """Run a job now, or again."""
    start_job(headquarters, name, person.name)
    with headquarters.database.writing() as session:
        note(session, person.name, headquarters.now(), "run", "job", name)
    return to(BACK)


@router.post("/jobs/runs/{row}/cancel")
def cancel(headquarters: Context, person: SeesAll, form: ChangingForm, row: int) -> Response:
    """Ask a run to stop."""
    with headquarters.database.writing() as session:
        found = cancel_run(session, row, person.name)
        note(session, person.name, headquarters.now(), "cancel", "job", found.job, {}, {"run": row})
    return to(BACK)


@router.post("/jobs/{name}/pause")
def pause(headquarters: Context, person: SeesAll, form: ChangingForm, name: str) -> Response:
    """Have the schedule leave a job alone; while records wait for it, only who has read how many may do so."""
    with headquarters.database.writing() as session:
        standing = _standing(session, _job(name))
        if standing.waiting and form.get("knows") != str(standing.waiting):
            return page("pausing.html", person, job=standing.job, waiting=standing.waiting)
        _say(
            session,
            person.name,
            headquarters.now(),
            name,
            paused_by=person.name,
            paused_at=headquarters.now(),
        )
    return to(BACK)


@router.post("/jobs/{name}/resume")
def resume(headquarters: Context, person: SeesAll, form: ChangingForm, name: str) -> Response:
    """Have the schedule run a job again."""
    with headquarters.database.writing() as session:
        _say(session, person.name, headquarters.now(), _job(name).name, paused_by="", paused_at="")
    return to(BACK)


@router.post("/jobs/{name}/pace")
def pace(headquarters: Context, person: SeesAll, form: ChangingForm, name: str) -> Response:
    """How often a job runs: every so many seconds, 0 by hand alone, nothing as headquarters does by itself; or at a
    time of day, on some days of the week.
    """
    said, run_at = form.get("seconds", "").strip(), form.get("at", "").strip()
    days = "".join(day for day in DAYS if day in form.get("days", "").split("\n"))
    if run_at and not is_time_of_day(run_at):
        raise refuse(422, "{value} is no time of day. Type hours and minutes, as in 03:30.", value=run_at)
    if run_at and said:
        raise refuse(422, "A job has a pace or a time of day. Leave one of the two empty.")
    if said and not (said.isascii() and said.isdigit() and int(said[:9]) <= PACE_MAX_SECONDS):
        raise refuse(
            422,
            "{value} is no pace. Type whole seconds from 0 to {most}, or nothing.",
            value=said,
            most=PACE_MAX_SECONDS,
        )
    with headquarters.database.writing() as session:
        seconds = int(said) if said else None
        now = headquarters.now()
        times = {"run_at": run_at, "weekdays": days if run_at else "", "said_at": now if run_at else ""}
        _say(session, person.name, now, _job(name).name, pace_seconds=seconds, **times)
    return to(BACK)


def _job(name: str) -> Job:
    if name not in JOBS:
        raise refuse(404, "There is no such job. Go back to the list.")
    return JOBS[name]


def _acts(standings: Sequence[Standing]) -> str:
    """Which buttons the jobs have now, in a few letters."""
    said = [(each.job.name, each.run and each.run.id, bool(each.plan.paused_at)) for each in standings]
    return f"{crc32(repr(said).encode()):x}"


def _standing(session: Session, job: Job) -> Standing:
    under_way = select(JobSession).where(JobSession.job == job.name).order_by(JobSession.id.desc()).limit(1)
    newest_run = session.scalars(under_way).first()
    is_running = newest_run is not None and newest_run.ended_at is None
    return Standing(
        job, plan_of(session, job.name), waiting_count(session, job.name), newest_run if is_running else None
    )


def _say(session: Session, who: str, at: str, job: str, **said: str | int | None) -> None:
    """Keep what somebody says of a job's plan, and note it."""
    plan = plan_of(session, job)
    before = {name: getattr(plan, name) for name in said}
    for name, value in said.items():
        setattr(plan, name, value)
    keep_plan(session, plan)
    note(session, who, at, "plan", "job", job, before, said)


def _seconds(row: JobSession, now: datetime) -> float:
    """How long a run took, or has taken by now."""
    ended = now if row.ended_at is None else datetime.fromisoformat(row.ended_at)
    return max(0.0, (ended - datetime.fromisoformat(row.started_at)).total_seconds())
