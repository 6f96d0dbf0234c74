"""Where registers fetch pictures, of products and of how they look."""

import base64

from fastapi import APIRouter, Request, Response

from headquarters.auth import CallingDevice
from headquarters.catalog.models import Picture
from headquarters.context import Context
from headquarters.describing import refuses
from headquarters.errors import Refusal
from headquarters.replies import Nonce, answer, envelope
from retail.wire.protocol import PICTURES, PictureReply

router = APIRouter(tags=["registers"])


@router.get(PICTURES + "/{digest}", response_model=PictureReply, responses=refuses(404))
def picture(
    request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce, digest: str
) -> Response:
    """The picture with this SHA-256; 404 where nothing has it any more."""
    with headquarters.database.reading() as session:
        there = session.get(Picture, digest)
        if there is None:
            raise Refusal(
                404, "Nothing has this picture (any more). Ask for the feeds of products and settings."
            )
        data = base64.b64encode(there.bytes).decode()
    return answer(request, PictureReply(**envelope(nonce, headquarters), digest=digest, data=data))
