"""The page where an administrator takes away what the registers of a store did, for an auditor."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse
from sqlalchemy import select

from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.visiting import ChangingForm, ReadsAudit
from headquarters.context import Context
from headquarters.exporting.command import FOLDER, note_export
from headquarters.exporting.reading import Span
from headquarters.exporting.writing import write_export
from headquarters.office.refusals import refuse
from headquarters.settings.models import Store

router = APIRouter(prefix="/office", include_in_schema=False)
_PIECE = 1 << 20


@router.get("/export")
def journal_export(headquarters: Context, person: ReadsAudit) -> Response:
    """What is in an export, what is not, and the form that makes one."""
    with headquarters.database.reading() as session:
        stores = session.scalars(select(Store.store).order_by(Store.store)).all()
    return page("journal_export.html", person, stores=stores)


@router.post("/export")
def make_export(headquarters: Context, person: ReadsAudit, form: ChangingForm) -> Response:
    """An export of this moment as a file; the audit log keeps who took which, with its digest."""
    span = _span(headquarters, form)
    (headquarters.folder / FOLDER).mkdir(exist_ok=True)
    place = TemporaryDirectory(dir=headquarters.folder / FOLDER)
    try:
        made = write_export(headquarters, span, Path(place.name))
        with headquarters.database.writing() as session:
            note_export(session, person.name, headquarters.now(), span, made)
    except BaseException:
        place.cleanup()
        raise
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{made.file.name}"'}
    return StreamingResponse(_pieces(place, made.file), 200, headers, "application/zip")


def _span(headquarters: Context, form: dict[str, str]) -> Span:
    """The store and the days that were asked for.

    Raises:
        OfficeRefusal: there is no such store, or these are no days (422).
    """
    with headquarters.database.reading() as session:
        store = session.scalar(select(Store.store).where(Store.store == form.get("store", "")))
    if store is None:
        raise refuse(422, "There is no store {store}. Choose one of the list.", store=form.get("store", ""))
    try:
        span = Span(store, *[date.fromisoformat(form.get(name, "")) for name in ("first", "last")])
    except ValueError:
        raise refuse(422, "A day is written like 2026-11-30. Type both days.") from None
    if span.last < span.first:
        raise refuse(422, "The last day lies before the first. Change one of them.")
    return span


def _pieces(place: TemporaryDirectory[str], file: Path) -> Iterator[bytes]:
    """The file, piece by piece; it is gone when all of it was sent, or nobody takes it any more."""
    with place, file.open("rb") as whole:
        while piece := whole.read(_PIECE):
            yield piece
