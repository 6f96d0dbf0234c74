"""Where registers hand in their documents: kept only, or kept and posted at once."""

from logging import getLogger
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.background import BackgroundTask

from headquarters.auth import CallingDevice
from headquarters.bodies import body_of
from headquarters.cards.service import settle_charges
from headquarters.context import Context, Headquarters
from headquarters.describing import takes
from headquarters.devices.service import KnownDevice
from headquarters.errors import Refusal
from headquarters.replies import Nonce, answer, answer_rows, envelope
from headquarters.uploads.service import transactions_of
from headquarters.uploads.taking import take
from retail.epochs import enrolled_epoch
from retail.wire.protocol import (
    NUMBERS_ASKED_MAX,
    REAL_TIME,
    TRANSACTIONS,
    UPLOADS,
    TransactionsReply,
    UploadReply,
    UploadRequest,
)

router = APIRouter(tags=["registers"])
NUMBER_MAX = 2**62
"""Above every number that a database can hold."""

_log = getLogger(__name__)

Batch = Annotated[UploadRequest, Depends(body_of(UploadRequest))]


@router.post(UPLOADS, response_model=UploadReply, openapi_extra=takes(UploadRequest))
def upload(
    request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce, batch: Batch
) -> Response:
    """Keep documents as they came; jobs post them. They are acknowledged after the commit that keeps them."""
    return _answer(request, headquarters, device, nonce, batch, at_once=False)


@router.post(REAL_TIME, response_model=UploadReply, openapi_extra=takes(UploadRequest))
def upload_and_post(
    request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce, batch: Batch
) -> Response:
    """Keep documents and post them in the same commit; results carry account ids and order numbers."""
    reply = _answer(request, headquarters, device, nonce, batch, at_once=True)
    if any(each.kind == "fulfilment" for each in batch.documents):
        # The cashier does not wait for a processor: the register hears of a declined card by the feed of orders.
        reply.background = BackgroundTask(_charge, headquarters)
    return reply


@router.get(TRANSACTIONS, response_model=TransactionsReply)
def own_transactions(
    request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce, first: int, last: int
) -> Response:
    """Give a register back what it has sent, where its journal was put back from an older copy."""
    if not 0 < first <= last < first + NUMBERS_ASKED_MAX <= NUMBER_MAX:
        raise Refusal(422, f"A register may ask for {NUMBERS_ASKED_MAX} numbers at once, from 1 on.")
    with headquarters.database.reading() as session:
        texts = tuple(transactions_of(session, device.register, first, last))
    return answer(request, TransactionsReply(**envelope(nonce, headquarters), texts=texts))


def _charge(headquarters: Headquarters) -> None:
    """Ask for what shipments have to be charged; where that fails, the job asks again."""
    try:
        settle_charges(headquarters)
    except Exception:  # noqa: BLE001 -- nobody hears of it here, and the job goes on with it
        _log.exception("cards on file could not be charged")


def _answer(
    request: Request,
    headquarters: Headquarters,
    device: KnownDevice,
    nonce: str,
    batch: UploadRequest,
    *,
    at_once: bool,
) -> Response:
    headquarters.check_version(batch.protocol)
    if (batch.register_name, enrolled_epoch(batch.epoch)) != (device.register, device.epoch):
        raise Refusal(403, f"This device is {device.register}; it cannot send for another register or epoch.")
    results = take(headquarters, device, batch.documents, at_once=at_once)
    return answer_rows(
        request, envelope(nonce, headquarters), "results", [each.written() for each in results]
    )
