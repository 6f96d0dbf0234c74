"""The picture of a product: brought, shown, replaced and taken away; registers are told at once which one it is."""

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool as run_sync

from headquarters.backoffice.goods_pages.products import ADDRESS, KIND, product_of, product_page
from headquarters.backoffice.page import HEADERS
from headquarters.backoffice.visiting import Changes, ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.bringing import own_form
from headquarters.backoffice.work_pages.seen import to
from headquarters.catalog.models import Picture
from headquarters.catalog.picture_file import PictureRefused, read_picture, told
from headquarters.catalog.service import keep_picture
from headquarters.context import Context, Headquarters
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from retail.messages import phrase, say
from retail.wire.protocol import BODY_MAX_BYTES

router = APIRouter(prefix="/office", include_in_schema=False)
NAME_MAX = 120


@router.get("/products/{row}/picture")
def picture(headquarters: Context, person: SeesAll, row: int) -> Response:
    """The picture itself, as what it was read as."""
    with headquarters.database.reading() as session:
        there = session.get(Picture, product_of(session, row).picture)
        if there is None:
            raise refuse(404, "This product has no picture. Go back to the product.")
        return Response(there.bytes, 200, HEADERS, f"image/{there.kind}")


@router.post("/products/{row}/picture")
async def bring(
    request: Request, headquarters: Context, person: SetsUp, changing: Changes, row: int
) -> Response:
    """Give a product this picture, in place of the one it was shown with."""
    missing = phrase("Choose the file with the picture.")
    async with own_form(request, person.form_secret, BODY_MAX_BYTES, missing) as form:
        name = (form.file.filename or "")[-NAME_MAX:]
        data = await form.file.read()
    shown = form.fields.get("picture", "")
    return await run_sync(_bring, headquarters, person, row, name, data, shown)


@router.post("/products/{row}/picture/remove")
def remove(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Take the picture away that a product was shown with."""
    return _keep(headquarters, person, row, None, form.get("picture", ""))


def _bring(
    headquarters: Headquarters, person: Visitor, row: int, name: str, data: bytes, shown: str
) -> Response:
    try:
        brought = read_picture(name, data)
    except PictureRefused as refused:
        with headquarters.database.reading() as session:
            return product_page(session, person, product_of(session, row), refused.message, 422)
    return _keep(headquarters, person, row, brought, shown)


def _keep(
    headquarters: Headquarters, person: Visitor, row: int, picture: Picture | None, shown: str
) -> Response:
    """Put this picture, or none, in place of the one that was shown, where that is still the one."""
    with headquarters.database.writing() as session:
        there = product_of(session, row)
        before = session.get(Picture, there.picture)
        if there.picture != shown:
            notice = say("Somebody else changed the picture first. Look at theirs, then bring yours again.")
            return product_page(session, person, there, notice, 409)
        was, now = {"picture": told(before)}, {"picture": told(picture)}
        if was != now:
            keep_picture(session, there, picture)
            note(session, person.name, headquarters.now(), "change", KIND, there.number, was, now)
    return to(f"{ADDRESS}/{row}")
