"""Where registers send their accounts."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from headquarters.auth import CallingDevice
from headquarters.bodies import body_of
from headquarters.context import Context
from headquarters.describing import refuses, takes
from headquarters.errors import Refusal
from headquarters.journals.keeping import Chain, keep_entries
from headquarters.replies import Nonce, answer, envelope
from retail.epochs import enrolled_epoch
from retail.wire.journal import JournalReply, JournalRequest
from retail.wire.protocol import JOURNAL

router = APIRouter(tags=["registers"])


@router.post(
    JOURNAL, response_model=JournalReply, openapi_extra=takes(JournalRequest), responses=refuses(403, 409)
)
def take_journal(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    told: Annotated[JournalRequest, Depends(body_of(JournalRequest))],
) -> Response:
    """Keep entries of a register's account, and say how far it is held without a gap."""
    headquarters.check_version(told.protocol)
    if (told.register_name, enrolled_epoch(told.epoch)) != (device.register, device.epoch):
        raise Refusal(
            403,
            f"This device is {device.register}; it cannot write the journal of another register or epoch.",
        )
    for before, after in zip(told.entries, told.entries[1:], strict=False):
        if after.number != before.number + 1:
            raise Refusal(422, f"Entry {after.number} does not stand behind entry {before.number}.")
    chain, at = Chain(device.register, told.epoch, told.chain), headquarters.now()
    held = headquarters.database.committed(
        lambda session: keep_entries(session, chain, told.entries, at), books=False, register=device.register
    )
    return answer(request, JournalReply(**envelope(nonce, headquarters), held=held))
