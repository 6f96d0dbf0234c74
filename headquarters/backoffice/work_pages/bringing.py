"""A form with a file, read piece by piece: up to a size, in limited time, onto the disk and never whole into memory."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from headquarters.backoffice.visiting import check_form, fields_of
from headquarters.office.refusals import refuse
from retail.messages import phrase

MISSING = phrase("Choose the file to import.")
BRINGING_SECONDS = 600.0
FIELDS_MAX = 20
_REST_BYTES = 64 * 1024
"""The other fields of the form, and what stands between them."""


@dataclass(frozen=True, slots=True)
class FormWithFile:
    """The fields of a form and the one file in it."""

    fields: dict[str, str]
    file: UploadFile


async def form_with_file(request: Request, most: int) -> FormWithFile:
    """The form that this request brings. Who says beforehand that it is too large is refused before it is read.

    Raises:
        OfficeRefusal: it is too large (413), no form with one file (400), or took too long to arrive (408).
    """
    said = request.headers.get("content-length", "")
    if said.isdecimal() and int(said) > most + _REST_BYTES:
        raise _too_large(most)
    parser = MultiPartParser(request.headers, _up_to(request, most), max_files=1, max_fields=FIELDS_MAX)
    try:
        async with asyncio.timeout(BRINGING_SECONDS):
            form = await parser.parse()
    except TimeoutError:
        raise refuse(
            408, "The file took too long to arrive. Try a nearer network or a packed file."
        ) from None
    except (MultiPartException, KeyError, UnicodeDecodeError):
        raise refuse(
            400, "This is not a form with one file. Load the page again and choose the file."
        ) from None
    file = form.get("file")
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    if not isinstance(file, UploadFile) or not file.filename or any("\0" in text for text in fields.values()):
        await form.close()
        raise refuse(422, MISSING)
    return FormWithFile(fields, file)


async def _up_to(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > most + _REST_BYTES:
            raise _too_large(most)
        yield piece


def _too_large(most: int) -> Exception:
    return refuse(
        413, "A file has at most {most} MB. Split it, or pack it with gzip, and bring the parts.",
        most=most // (1024 * 1024),
    )  # fmt: skip


@asynccontextmanager
async def own_form(
    request: Request, form_secret: str, most: int, missing: str = MISSING
) -> AsyncIterator[FormWithFile]:
    """A form of ours with its file, which is closed behind the block.

    Raises:
        OfficeRefusal: as `form_with_file`; also where it brings no file at all (422), or is not ours (403).
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        check_form(form_secret, await fields_of(request))
        raise refuse(422, missing)
    form = await form_with_file(request, most)
    try:
        check_form(form_secret, form.fields)
        yield form
    finally:
        await form.file.close()
