"""Running jobs by command."""

from fastapi import APIRouter
from pydantic import BaseModel

from headquarters.auth import CallingAdministrator
from headquarters.context import Context
from headquarters.describing import refuses
from headquarters.jobs.service import run_job

router = APIRouter(tags=["administrator"])


class Ran(BaseModel):
    """What a run of a job came to."""

    session: int
    job: str
    rows: int
    errors: int
    note: str


@router.post("/v1/jobs/{name}/run", responses=refuses(404, 409))
def run(headquarters: Context, administrator: CallingAdministrator, name: str) -> Ran:
    """Run a job now; the answer comes when it is done."""
    session = run_job(headquarters, name, administrator)
    return Ran(
        session=session.id, job=session.job, rows=session.rows, errors=session.errors, note=session.note
    )
