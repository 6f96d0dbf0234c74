"""Logo and background of a visual profile: brought, shown, replaced and taken away. They wait for Publish."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool as run_sync

from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.visiting import Changes, ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.bringing import own_form
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.catalog.models import Picture
from headquarters.catalog.picture_file import PictureRefused, read_picture, told
from headquarters.context import Context, Headquarters
from headquarters.drafts.looks import VisualProfile
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from retail.messages import Message, phrase, say
from retail.wire.protocol import BODY_MAX_BYTES

router = APIRouter(prefix="/office", include_in_schema=False)
ADDRESS, KIND, NAME_MAX = "/office/visual-profiles", "visual_profiles", 120
PLACES: Mapping[str, str] = {"logo": phrase("Logo"), "background": phrase("Background of the sign-in")}


@router.get("/visual-profiles/{row}")
def pictures(headquarters: Context, person: SeesAll, row: int) -> Response:
    """Both pictures of a profile."""
    with headquarters.database.reading() as session:
        return _page(session, person, _profile(session, row))


@router.get("/visual-profiles/{row}/{place}")
def picture(headquarters: Context, person: SeesAll, row: int, place: str) -> Response:
    """The picture itself, as what it was read as."""
    with headquarters.database.reading() as session:
        there = session.get(Picture, getattr(_profile(session, row), _place(place)))
        if there is None:
            raise refuse(404, "There is no picture there. Go back to the visual profile.")
        return Response(there.bytes, 200, HEADERS, f"image/{there.kind}")


@router.post("/visual-profiles/{row}/{place}")
async def bring(
    request: Request, headquarters: Context, person: SetsUp, changing: Changes, row: int, place: str
) -> Response:
    """Give a profile this picture, in place of the one it was shown with."""
    missing = phrase("Choose the file with the picture.")
    async with own_form(request, person.form_secret, BODY_MAX_BYTES, missing) as form:
        name = (form.file.filename or "")[-NAME_MAX:]
        data = await form.file.read()
    shown = form.fields.get("version", "")
    return await run_sync(_bring, headquarters, person, row, place, name, data, shown)


@router.post("/visual-profiles/{row}/{place}/remove")
def remove(headquarters: Context, person: SetsUp, form: ChangingForm, row: int, place: str) -> Response:
    """Take a picture away from the profile as it was shown."""
    return _keep(headquarters, person, row, place, None, form.get("version", ""))


def _bring(
    headquarters: Headquarters, person: Visitor, row: int, place: str, name: str, data: bytes, shown: str
) -> Response:
    try:
        brought = read_picture(name, data)
    except PictureRefused as refused:
        with headquarters.database.reading() as session:
            return _page(session, person, _profile(session, row), refused.message, 422)
    return _keep(headquarters, person, row, place, brought, shown)


def _keep(
    headquarters: Headquarters, person: Visitor, row: int, place: str, picture: Picture | None, shown: str
) -> Response:
    """Put this picture, or none, there, where the profile is still as it was shown."""
    with headquarters.database.writing() as session:
        profile, field = _profile(session, row), _place(place)
        if str(profile.version) != shown:
            notice = say("Somebody else changed this profile first. Look at theirs, then bring yours again.")
            return _page(session, person, profile, notice, 409)
        before = session.get(Picture, getattr(profile, field))
        if picture is not None:
            kept = session.merge(picture)
            kept.for_looks = True
        setattr(profile, field, "" if picture is None else picture.digest)
        profile.version += 1
        note(session, person.name, headquarters.now(), "change", KIND, profile.code,
             {field: told(before)}, {field: told(picture)})  # fmt: skip
    return to(f"{ADDRESS}/{row}")


def _page(
    session: Session, person: Visitor, profile: VisualProfile, notice: str | Message = "", status: int = 200
) -> Response:
    return page("look_pictures.html", person, status=status, notice=notice, row=profile, places=PLACES,
                done=entries(session, kind=KIND, about=profile.code))  # fmt: skip


def _profile(session: Session, row: int) -> VisualProfile:
    found = row_of(session, VisualProfile, row)
    if found is None:
        raise refuse(404, "There is no such visual profile. Go back to the list.")
    return found


def _place(name: str) -> str:
    if name not in PLACES:
        raise refuse(404, "There is no picture there. Go back to the visual profile.")
    return name
