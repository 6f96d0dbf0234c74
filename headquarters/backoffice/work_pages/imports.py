"""Files with goods, prices and customers: brought, checked without changing anything, read about, and taken in."""

import contextlib
import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from sqlalchemy import select

from headquarters.backoffice.goods_pages.exporting import csv_file
from headquarters.backoffice.languages import worded
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.bringing import own_form
from headquarters.backoffice.work_pages.paging import ROW_MAX
from headquarters.backoffice.work_pages.seen import to
from headquarters.backoffice.work_pages.sorting import AT_FIRST, Head, Place, read_sorted, sorting
from headquarters.context import Context, Headquarters
from headquarters.importing.models import FileImport, ImportState
from headquarters.importing.rejects import HEADER
from headquarters.importing.service import KINDS
from headquarters.importing.waiting import (
    FILE_MAX_BYTES,
    IMPORT,
    Brought,
    ask_again,
    file_of,
    found,
    receive,
    rejects_of,
    throw_away,
)
from headquarters.jobs.models import JobSession
from headquarters.jobs.service import JobRunning, start_job
from headquarters.jobs.work import IMPORT_JOB
from headquarters.office.audit import entries
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from retail.messages import Message
from retail.wire.coded import message_of

router = APIRouter(prefix="/office", include_in_schema=False)
ADDRESS = "/office/imports"
SHOWN_MAX = 50
NAME_MAX = 120
Row = Annotated[int, InPath(ge=1, le=ROW_MAX)]


@router.get("/imports")
def imports(headquarters: Context, person: SeesAll, at: Place = AT_FIRST) -> Response:
    """What was brought last, and the form for another file."""
    with headquarters.database.reading() as session:
        by = sorting(FileImport.id, {"state": Head(FileImport.state)}, frozenset(), at)
        listed = read_sorted(session, select(FileImport), by)
        return page(
            "imports.html", person, imports=listed.rows, listed=listed, kinds=KINDS,
            most=FILE_MAX_BYTES // (1024 * 1024),
        )  # fmt: skip


@router.post("/imports")
async def bring(request: Request, headquarters: Context, person: SetsUp) -> Response:
    """Bring a file; it is checked at once, and nothing is changed by it."""
    async with own_form(request, person.form_secret, FILE_MAX_BYTES) as form:
        brought = _brought(form.fields, form.file.filename or "")
        size = form.file.size or 0
        row = await run_sync(receive, headquarters, brought, form.file.file, size, person.name)
    await run_sync(_start, headquarters, person.name)
    return to(f"{ADDRESS}/{row}")


@router.get("/imports/{row}")
def one_import(headquarters: Context, person: SeesAll, row: Row) -> Response:
    """How far a file is, what it would do or has done, and which rows are left out and why."""
    with headquarters.database.reading() as session:
        there = found(session, row)
        is_under_way = there.state in (ImportState.WAITING, ImportState.RUNNING)
        run = select(JobSession).where(JobSession.job == IMPORT_JOB, JobSession.ended_at.is_(None))
        return page(
            "import.html", person, row=there, is_under_way=is_under_way, rejects=_rejects(headquarters, row),
            run=session.scalars(run.order_by(JobSession.id.desc()).limit(1)).first(),
            is_here=file_of(headquarters, row).exists() or there.state is ImportState.TAKEN,
            done=entries(session, kind=IMPORT, about=str(row)),
        )  # fmt: skip


@router.get("/imports/{row}/rejected.csv")
def rejected(headquarters: Context, person: SeesAll, row: Row) -> Response:
    """The rows that are left out, as a file."""
    with headquarters.database.reading() as session:
        found(session, row)
    path = rejects_of(headquarters, row)
    if not path.exists():
        raise refuse(404, "There is no list of rejected rows yet. Go back to the import.")
    said = ([*each[:-1], worded(person.language, _rule(each[-1]))] for each in _left_out(path))
    return csv_file(f"rejected-{row}.csv", HEADER, said)


@router.post("/imports/{row}/check")
def check(headquarters: Context, person: SetsUp, form: ChangingForm, row: Row) -> Response:
    """Check a file once more."""
    return _again(headquarters, person, row, is_to_be_taken=False)


@router.post("/imports/{row}/take")
def take(headquarters: Context, person: SetsUp, form: ChangingForm, row: Row) -> Response:
    """Take in a file that was checked."""
    return _again(headquarters, person, row, is_to_be_taken=True)


@router.post("/imports/{row}/throw-away")
def throw(headquarters: Context, person: SetsUp, form: ChangingForm, row: Row) -> Response:
    """Forget a file."""
    with headquarters.database.writing() as session:
        throw_away(headquarters, session, found(session, row), person.name)
    return to(ADDRESS)


def _again(headquarters: Headquarters, person: Visitor, row: int, *, is_to_be_taken: bool) -> Response:
    with headquarters.database.writing() as session:
        ask_again(
            session, found(session, row), person.name, headquarters.now(), is_to_be_taken=is_to_be_taken
        )
    _start(headquarters, person.name)
    return to(f"{ADDRESS}/{row}")


def _start(headquarters: Headquarters, who: str) -> None:
    """Begin at once; a run that is under way comes to this file by itself."""
    with contextlib.suppress(JobRunning):
        start_job(headquarters, IMPORT_JOB, who)


def _brought(fields: dict[str, str], file_name: str) -> Brought:
    kind, currency = fields.get("kind", ""), fields.get("currency", "").strip()
    if kind not in KINDS:
        raise refuse(422, "Choose what the file holds: {kinds}.", kinds=", ".join(KINDS))
    if currency and not re.fullmatch("[A-Z]{3}", currency):
        raise refuse(
            422,
            "{value} is not a currency; it has three capital letters, such as NOK. Type it so.",
            value=currency[:20],
        )
    columns: dict[str, str] = {}
    for line in fields.get("columns", "").splitlines():
        name, mark, column = line.partition("=")
        if line.strip() and not mark:
            raise refuse(
                422, "{value} does not name a column. Type field=column in each line.", value=line[:80]
            )
        if mark:
            columns[name.strip()] = column.strip()
    shown = "".join(sign for sign in Path(file_name.replace("\\", "/")).name if sign.isprintable())
    return Brought(
        kind, shown[:NAME_MAX] or "file", fields.get("encoding", "").strip()[:40],
        fields.get("delimiter", "").strip(" ")[:10], currency, columns,
    )  # fmt: skip


def _rejects(headquarters: Headquarters, row: int) -> list[tuple[str, str, str, Message | str]]:
    """The first rows that were left out: line, column, value, and the rule."""
    try:
        first = islice(_left_out(rejects_of(headquarters, row)), SHOWN_MAX)
        return [(line, column, value, _rule(rule)) for line, column, value, rule in first]
    except FileNotFoundError:
        return []


def _left_out(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from islice(csv.reader(file), 1, None)


def _rule(kept: str) -> Message | str:
    """A rule for whoever reads it; the words of a list that an older version made."""
    return message_of(kept) or kept
