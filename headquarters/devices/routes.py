"""Hello and enrolment."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from headquarters.auth import Anybody, CallingDevice
from headquarters.bodies import body_of
from headquarters.context import Context
from headquarters.describing import refuses, takes
from headquarters.devices import service
from headquarters.devices.alarms import NotProved
from headquarters.devices.attempts import Attempts
from headquarters.devices.proving import is_proved, proof_of
from headquarters.devices.saying_hello import Hello
from headquarters.devices.service import CodeNotValid, clock_off_seconds, is_long_ago
from headquarters.feeds.news import news_for
from headquarters.installation import installation
from headquarters.office.audit import note
from headquarters.replies import Nonce, answer, envelope
from headquarters.signing.keys import present_key
from headquarters.tallies.service import hear
from headquarters.uploads.service import last_number_of
from retail.clock import stamp
from retail.wire.protocol import ENROL, HELLO, EnrolReply, EnrolRequest, HelloReply

router = APIRouter(tags=["registers"])
NOBODY = "nobody"
"""Whom the audit log names where a code was none."""


@router.get(HELLO, response_model=HelloReply)
def hello(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    said: Annotated[Hello, Query()],
) -> Response:
    """Headquarters is there and means this register; what it holds is compared with the tally that is named, and where
    the register says how far it has read, the feeds with news are named.
    """
    headquarters.waiting.call_in_from_thread(device.id)
    now = headquarters.clock.now()
    off = clock_off_seconds(said.now, now)
    with headquarters.database.reading() as session:
        asked = service.is_asked_to_upload(session, device.register)
    if asked or is_long_ago(device.seen_at, now):
        with headquarters.database.writing() as session:
            service.note_contact(session, device, headquarters.now())
            service.note_told(session, device, said.program, said.data_from, said.layout)
            service.note_clock(session, device, off)
    news = news_for(headquarters, device, said.read)
    differences = hear(headquarters, device, said.tally) if said.tally else None
    reply = HelloReply(
        **envelope(nonce, headquarters), now=stamp(now), upload_asked=asked,
        tally_wanted=bool(said.tally) and differences is None, differences=differences, token=device.next_token,
        news=news, wait_seconds=headquarters.waiting.offered_seconds,
    )  # fmt: skip
    return answer(request, reply)


@router.post(
    ENROL, response_model=EnrolReply, openapi_extra=takes(EnrolRequest), responses=refuses(403, 409, 429)
)
def enrol(
    request: Request,
    headquarters: Context,
    anybody: Anybody,
    nonce: Nonce,
    wish: Annotated[EnrolRequest, Depends(body_of(EnrolRequest))],
) -> Response:
    """Exchange a one-time code for this device's token, which is told once and kept hashed."""
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    attempts.check(address)
    headquarters.check_version(wish.protocol)
    proof = proof_of(request, token="")
    if proof.key and not is_proved(proof, proof.key):
        raise NotProved("this register")
    now = headquarters.clock.now()
    try:
        with headquarters.database.writing() as session:
            device, token = service.enrol(
                session, wish.code, wish.device, headquarters.ids.new(), now, proof.key or None
            )
            secret, last = installation(session).secret, last_number_of(session, device.register)
            signing_key = present_key(session)
    except CodeNotValid:
        attempts.failed(address)
        with headquarters.database.writing() as session:
            note(session, NOBODY, headquarters.now(), "guessed a code", "enrolment", address)
        raise
    reply = EnrolReply(
        **envelope(nonce, headquarters), register_name=device.register, store=device.store, epoch=device.epoch,
        token=token, device_secret=secret, last_number=last, signing_key=signing_key,
    )  # fmt: skip
    return answer(request, reply)
