"""The page where whoever looks after headquarters takes its log bundle away, for whoever looks for a fault."""

from fastapi import APIRouter, Response

from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.visiting import ChangingForm, TakesLogs
from headquarters.config import ADMINISTRATOR_FILE
from headquarters.context import Context
from headquarters.log_bundle import bundle
from headquarters.office.audit import note

router = APIRouter(prefix="/office", include_in_schema=False)


@router.get("/log-bundle")
def log_bundle(headquarters: Context, person: TakesLogs) -> Response:
    """What is in a bundle, what is not, and the button that makes one."""
    return page("log_bundle.html", person)


@router.post("/log-bundle")
def make_bundle(headquarters: Context, person: TakesLogs, form: ChangingForm) -> Response:
    """A bundle of this moment as a file; the audit log keeps who took which."""
    token_file = headquarters.folder / ADMINISTRATOR_FILE
    token = token_file.read_text(encoding="utf-8").strip() if token_file.exists() else ""
    made = bundle(headquarters, token)
    with headquarters.database.writing() as session:
        note(
            session,
            person.name,
            headquarters.now(),
            "take away",
            "log bundle",
            made.name,
            None,
            {"sha256": made.sha256},
        )
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, 200, headers, "application/zip")
