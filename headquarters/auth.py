"""Who may call a route. Every route names one of the three callers here; `app` refuses to start otherwise."""

from typing import Annotated

from fastapi import Depends, Request

from headquarters.context import Context
from headquarters.devices.proving import proof_of
from headquarters.devices.recognising import recognise
from headquarters.devices.service import KnownDevice
from headquarters.errors import Refusal
from retail.wire.protocol import ENVIRONMENT_HEADER, VERSION_HEADER


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def may_be_a_device(request: Request, headquarters: Context) -> KnownDevice:
    """An enrolled register whose token was not revoked, and whose call is proved by its key.

    Raises:
        Refusal: it is none (401), belongs to a headquarters of another environment (421), or speaks another
            version (409), or calls too often (429).
    """
    theirs = request.headers.get(ENVIRONMENT_HEADER, headquarters.environment)
    if theirs != headquarters.environment:
        raise Refusal(
            421,
            f"This is the {headquarters.environment} headquarters; nothing was taken of a register of the {theirs} "
            "one. Enrol the register here, or give it the address of its own headquarters.",
        )
    version = request.headers.get(VERSION_HEADER, "")
    if version:
        headquarters.check_version(int(version) if version.isascii() and version.isdigit() else 0)
    address = request.client.host if request.client else ""
    device = recognise(headquarters, proof_of(request, _bearer(request)), address)
    headquarters.pacing.take(device.id, request.url.path)
    return device


def may_be_an_administrator(request: Request, headquarters: Context) -> str:
    """Whoever holds the administrator's token.

    Raises:
        Refusal: it is another token (401).
    """
    if not headquarters.is_administrator(_bearer(request)):
        raise Refusal(401, "This needs the administrator's token.")
    return "administrator"


def may_be_anybody() -> None:
    """Open to all: says nothing of the books, or checks a code of its own."""


CallingDevice = Annotated[KnownDevice, Depends(may_be_a_device)]
CallingAdministrator = Annotated[str, Depends(may_be_an_administrator)]
Anybody = Annotated[None, Depends(may_be_anybody)]
