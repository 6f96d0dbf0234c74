"""Where registers tell how they stand."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from headquarters.auth import CallingDevice
from headquarters.bodies import body_of
from headquarters.context import Context
from headquarters.describing import takes
from headquarters.errors import Refusal
from headquarters.replies import Nonce, answer, envelope
from headquarters.tallies.service import tell
from retail.epochs import enrolled_epoch
from retail.wire.protocol import TALLY, TallyReply, TallyRequest
from retail.wire.tally import NUMBERS_MAX

router = APIRouter(tags=["registers"])


@router.post(TALLY, response_model=TallyReply, openapi_extra=takes(TallyRequest))
def take_tally(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    told: Annotated[TallyRequest, Depends(body_of(TallyRequest))],
) -> Response:
    """Keep how a register stands, and say in what headquarters differs."""
    headquarters.check_version(told.protocol)
    if (told.register_name, enrolled_epoch(told.epoch)) != (device.register, device.epoch):
        raise Refusal(
            403, f"This device is {device.register}; it cannot speak for another register or epoch."
        )
    if told.tally.last - told.tally.first >= NUMBERS_MAX:
        raise Refusal(422, f"A tally may tell of {NUMBERS_MAX} numbers at most.")
    differences = tell(headquarters, device, told.epoch, told.tally)
    return answer(request, TallyReply(**envelope(nonce, headquarters), differences=differences))
