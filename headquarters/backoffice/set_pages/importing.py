"""The page of a kind where its CSV comes in: tried and told row by row beside the books, then taken in whole."""

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Response

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SetsUp
from headquarters.backoffice.work_pages.list_files import ELSE, FILE_MAX_BYTES, SHOWN_MAX, open_by
from headquarters.context import Context, Headquarters
from headquarters.office.audit import note
from headquarters.office.refusals import OfficeRefusal
from headquarters.office.sessions import Visitor
from retail.messages import Message

if TYPE_CHECKING:
    from headquarters.backoffice.set_pages.beside import Beside
    from headquarters.backoffice.set_pages.reporting import Report

router = APIRouter(prefix="/office/set-import", include_in_schema=False)


@router.post("/{kind}/take")
def take(headquarters: Context, person: SetsUp, form: ChangingForm, kind: str) -> Response:
    """Take in what was shown, all of it or nothing."""
    text = form.get("csv", "")
    with _beside().beside(headquarters) as tried:
        report = _reading().report_of(headquarters, tried.session, person, kind, text)
        is_as_shown = report.digest == form.get("shown") and not report.is_refused and report.changes
        if is_as_shown and _put_in_place(headquarters, person, kind, report, tried):
            return _page(person, kind, report, is_done=True)
    if is_as_shown:  # somebody else has changed a row since
        return _try(headquarters, person, kind, text.encode(), ELSE, status=409)
    return _page(person, kind, report, text, ELSE, status=409)


def _put_in_place(
    headquarters: Headquarters, person: Visitor, kind: str, report: "Report", tried: "Beside"
) -> bool:
    """All of it, or nothing."""
    with headquarters.database.writing() as session:
        work = session.begin_nested()
        if not tried.put_in_place(session):
            work.rollback()
            return False
        work.commit()
        note(session, person.name, headquarters.now(), "take in", "set-up file", kind, None, report.counts)
    return True


def _try(
    headquarters: Headquarters, person: Visitor, kind: str, data: bytes, notice: str | Message = "", *,
    status: int = 200,
) -> Response:  # fmt: skip
    try:
        text = _reading().text_of(data)
        with _beside().beside(headquarters) as tried:
            report = _reading().report_of(headquarters, tried.session, person, kind, text)
    except OfficeRefusal as refused:
        return _page(person, kind, notice=refused.message, status=refused.status)
    return _page(person, kind, report, text, notice, status=status)


def _beside() -> Any:
    from headquarters.backoffice.set_pages import (  # noqa: PLC0415 -- who serves registers alone does without them
        beside,
    )

    return beside


def _reading() -> Any:
    from headquarters.backoffice.set_pages import (  # noqa: PLC0415 -- who serves registers alone does without them
        reporting,
    )

    return reporting


def _page(
    person: Visitor, kind: str, report: "Report | None" = None, text: str = "", notice: str | Message = "",
    *, status: int = 200, is_done: bool = False,
) -> Response:  # fmt: skip
    shown = [] if report is None else sorted(report.rows, key=lambda row: (not row.faults, not row.changes))
    return page(
        "set_import.html", person, status=status, notice=notice, kind=kind, name=_reading().name_of(person, kind),
        report=report, rows=shown[:SHOWN_MAX], left_out=max(0, len(shown) - SHOWN_MAX), csv=text, is_done=is_done,
        most=FILE_MAX_BYTES // (1024 * 1024), address="/office/set-import", listed=f"/office/set/{kind}/list",
    )  # fmt: skip


open_by(router, _page, _try)
