"""Where registers hand in their documents: kept only, or kept and posted at once."""

from logging import getLogger
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from headquarters.auth import CallingDevice
from headquarters.bodies import body_of
from headquarters.context import Context, Headquarters
from headquarters.describing import takes
from headquarters.devices.service import KnownDevice, epochs_of, note_contact
from headquarters.errors import Refusal
from headquarters.installation import installation
from headquarters.replies import Nonce, answer, envelope
from headquarters.uploads.checks import Sender, check
from headquarters.uploads.posting import post
from headquarters.uploads.service import keep, with_numbers
from retail.wire.protocol import BATCH_MAX, REAL_TIME, UPLOADS, VERSION, UploadReply, UploadRequest

router = APIRouter(tags=["registers"])
_log = getLogger(__name__)

Batch = Annotated[UploadRequest, Depends(body_of(UploadRequest))]


@router.post(UPLOADS, response_model=UploadReply, openapi_extra=takes(UploadRequest))
def upload(request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce, batch: Batch) -> Response:
    """Keep documents as they came. They are acknowledged after the commit that keeps them; jobs post them."""
    return answer(request, _take(headquarters, device, batch, nonce, at_once=False))


@router.post(REAL_TIME, response_model=UploadReply, openapi_extra=takes(UploadRequest))
def upload_and_post(
    request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce, batch: Batch
) -> Response:
    """Keep documents and post them in the same commit; results carry account ids and order numbers."""
    return answer(request, _take(headquarters, device, batch, nonce, at_once=True))


def _take(
    headquarters: Headquarters, device: KnownDevice, batch: UploadRequest, nonce: str, *, at_once: bool
) -> UploadReply:
    if batch.protocol != VERSION:
        raise Refusal(409, f"This headquarters speaks version {VERSION}, the register {batch.protocol}. Update one of them.")
    if len(batch.documents) > BATCH_MAX:
        raise Refusal(413, f"At most {BATCH_MAX} documents may be sent at once.")
    if (batch.register_name, batch.epoch) != (device.register, device.epoch):
        raise Refusal(403, f"This device is {device.register}; it cannot send for another register or epoch.")
    with headquarters.database.reading() as session:
        sender = Sender(device.register, device.store, epochs_of(session, device.register))
    checked = [check(document, sender) for document in batch.documents]
    at = headquarters.now()
    with headquarters.database.writing() as session:
        kept = [keep(session, each, sender, at) for each in checked]
        if at_once:
            for row, _ in kept:
                if row is not None:
                    post(session, row.uuid, at)
        results = tuple([result if row is None else with_numbers(session, row, result) for row, result in kept])
        note_contact(session, device, at)
        here = installation(session)
        reply = UploadReply(**envelope(nonce, here), results=results)
    return reply
