"""Screen layouts: versions, what differs between two, who has which, files in and out, an older one published again."""

import json
import re
from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool as run_sync

from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.visiting import Changes, ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.bringing import own_form
from headquarters.backoffice.work_pages.paging import ROW_MAX, ROWS, Text
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.context import Context, Headquarters
from headquarters.devices.models import Register
from headquarters.layouts.comparing import differences
from headquarters.layouts.models import Layout, LayoutUse, LayoutVersion
from headquarters.layouts.service import Kind, Made, Use, check_layout, keep_layouts, newest_versions
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.people.models import Person as StaffRow
from headquarters.settings.models import Store
from retail.errors import RuleBroken
from retail.messages import Message, phrase
from retail.texts import clean_text
from retail.wire.base import Json
from retail.wire.protocol import BODY_MAX_BYTES

router = APIRouter(prefix="/office", include_in_schema=False)
KINDS = get_args(Kind)
VERSIONS_SHOWN = 50
USES_SHOWN = 10
_LAST = "\U0010ffff"
_NO_FILE_NAME = re.compile("[^A-Za-z0-9_-]+")
Version = Annotated[int | None, Query(ge=1, le=ROW_MAX)]


@router.get("/layouts")
def layouts(headquarters: Context, person: SeesAll, text: Text = "", after: Text = "") -> Response:
    """Layouts by name, or those whose name begins so, each with its newest version and who has it."""
    with headquarters.database.reading() as session:
        return _list(session, person, text=text, after=after)


@router.post("/layouts")
def bring(headquarters: Context, person: SetsUp, form: ChangingForm) -> Response:
    """Publish the layout of a file, if registers would take it."""
    text = form.get("content", "")
    with headquarters.database.writing() as session:
        try:
            name, content = _read(form.get("name", ""), text)
            why = clean_text("Note", form.get("note", ""))
        except RuleBroken as broken:
            return _list(session, person, broken.message, form, status=422)
        _publish(session, headquarters, person.name, name, content, why)
        row = session.scalars(select(Layout.id).where(Layout.name == name)).one()
    return to(f"/office/layouts/{row}")


@router.post("/layouts/file")
async def bring_file(request: Request, headquarters: Context, person: SetsUp, changing: Changes) -> Response:
    """The same with the file itself."""
    missing = phrase("Choose the file of the layout.")
    async with own_form(request, person.form_secret, BODY_MAX_BYTES, missing) as form:
        data = await form.file.read()
    fields = {**form.fields, "content": data.decode("utf-8-sig", "replace")}
    return await run_sync(bring, headquarters, person, fields)


@router.get("/layouts/{row}/file")
def take_file(headquarters: Context, person: SeesAll, row: int, version: Version = None) -> Response:
    """A version as a file, which another headquarters, a register or this one takes; the newest where none is said."""
    with headquarters.database.reading() as session:
        found = _layout(session, row)
        number = newest_versions(session, [found.name]).get(found.name) if version is None else version
        kept = _version(session, found, number)
        if kept is None:
            raise refuse(404, "There is no such version. Choose one of the list.")
        name = f"{_NO_FILE_NAME.sub('-', found.name)}-{kept.version}.json"
        text = json.dumps(kept.content, indent=1, ensure_ascii=False)
        headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
        return Response(text, 200, headers, "application/json")


@router.get("/layouts/{row}")
def layout(
    headquarters: Context, person: SeesAll, row: int, before: Version = None, after: Version = None
) -> Response:
    """One layout: its versions, who has it, and what differs between two of them."""
    with headquarters.database.reading() as session:
        found = _layout(session, row)
        versions = session.scalars(
            select(LayoutVersion)
            .where(LayoutVersion.layout == found.name)
            .order_by(LayoutVersion.version.desc())
            .limit(VERSIONS_SHOWN)
        ).all()
        old, new = _version(session, found, before), _version(session, found, after)
        used = select(LayoutUse).where(LayoutUse.layout == found.name)
        uses = session.scalars(used.order_by(LayoutUse.kind, LayoutUse.name).limit(VERSIONS_SHOWN + 1)).all()
        return page(
            "layout.html", person, layout=found, versions=versions, uses=uses[:VERSIONS_SHOWN],
            is_cut=len(uses) > VERSIONS_SHOWN, kinds=KINDS, before=old, after=new,
            differences=differences(old.content, new.content) if old and new else [],
            content=json.dumps(found.content, indent=1, ensure_ascii=False),
            done=entries(session, kind="layout", about=found.name),
        )  # fmt: skip


@router.post("/layouts/{row}/roll-back")
def roll_back(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Publish an older version as a new one; nothing of what was in between is lost."""
    wanted = form.get("version", "")
    with headquarters.database.writing() as session:
        found = _layout(session, row)
        number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else None
        old = _version(session, found, number)
        if old is None:
            raise refuse(404, "There is no such version. Choose one of the list.")
        _publish(session, headquarters, person.name, found.name, old.content, f"= {old.version}")
    return to(f"/office/layouts/{row}")


@router.post("/layouts/{row}/uses")
def assign(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """A store, a register or a person has this layout from now on, or none of their own."""
    kind, name = form.get("kind", ""), form.get("name", "").strip()
    with headquarters.database.writing() as session:
        found = _layout(session, row)
        use = next((each for each in KINDS if each == kind), None)
        if use is None or not _is_there(session, kind, name):
            raise refuse(422, "There is no {kind} {name}. Type one that is there.", kind=kind, name=name)
        has = select(LayoutUse.layout).where(LayoutUse.kind == kind, LayoutUse.name == name)
        before = session.scalar(has) or ""
        after = "" if form.get("do") == "take away" else found.name
        keep_layouts(session, {}, [Use(use, name, after)], Made(person.name, headquarters.now()))
        note(session, person.name, headquarters.now(), "assign", "layout", found.name,
             {f"{kind} {name}": before}, {f"{kind} {name}": after})  # fmt: skip
    return to(f"/office/layouts/{row}")


def _list(
    session: Session,
    person: SeesAll,
    notice: str | Message = "",
    form: Json | None = None,
    *,
    status: int = 200,
    text: str = "",
    after: str = "",
) -> Response:
    query = select(Layout.id, Layout.name).where(Layout.name > after).order_by(Layout.name).limit(ROWS + 1)
    if text.strip():
        query = query.where(Layout.name >= text.strip(), Layout.name < text.strip() + _LAST)
    found = session.execute(query).all()
    shown = found[:ROWS]
    typed = {name: (form or {}).get(name, "") for name in ("name", "content", "note")}
    return page(
        "layouts.html", person, status=status, notice=notice, layouts=shown, typed=typed, filters={"text": text},
        newest=newest_versions(session, [each.name for each in shown]), most=USES_SHOWN,
        used={each.name: _used(session, each.name) for each in shown},
        more=shown[-1].name if len(found) > ROWS else None,
    )  # fmt: skip


def _used(session: Session, layout: str) -> list[str]:
    """Some of those who have a layout, one more than is shown."""
    query = select(LayoutUse.kind, LayoutUse.name).where(LayoutUse.layout == layout).limit(USES_SHOWN + 1)
    return [name for _, name in sorted(session.execute(query).all())]


def _publish(
    session: Session, headquarters: Headquarters, by: str, name: str, content: Json, why: str
) -> None:
    before = newest_versions(session).get(name, 0)
    keep_layouts(session, {name: content}, (), Made(by, headquarters.now(), why))
    after = newest_versions(session)[name]
    if after == before:
        raise refuse(409, "This is what {layout} is already. Change something first.", layout=name)
    note(session, by, headquarters.now(), "publish", "layout", name,
         {"version": before, "note": ""}, {"version": after, "note": why})  # fmt: skip


def _read(name: str, text: str) -> tuple[str, Json]:
    """The layout in a file; without another name it is called what it calls itself.

    Raises:
        RuleBroken: it is no JSON, or registers would refuse it.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise RuleBroken("This is not the text of a layout file (JSON). Paste the whole file.") from None
    check_layout(content)
    called = clean_text("Name", name) or clean_text("Name", content["layout"])
    return called, content


def _layout(session: Session, row: int) -> Layout:
    found = row_of(session, Layout, row)
    if found is None:
        raise refuse(404, "There is no such layout. Go back to the list.")
    return found


def _version(session: Session, layout: Layout, number: int | None) -> LayoutVersion | None:
    if number is None:
        return None
    query = select(LayoutVersion).where(LayoutVersion.layout == layout.name, LayoutVersion.version == number)
    return session.scalars(query).first()


def _is_there(session: Session, kind: str, name: str) -> bool:
    column = {"store": Store.store, "register": Register.register, "user": StaffRow.user}[kind]
    return session.scalar(select(column).where(column == name)) is not None
