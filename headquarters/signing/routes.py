"""What registers ask about the key by which headquarters signs."""

from fastapi import APIRouter, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.replies import Nonce, answer, envelope
from headquarters.signing.keys import announced
from retail.wire.protocol import SIGNING_KEYS, SigningKeysReply

router = APIRouter(tags=["registers"])


@router.get(SIGNING_KEYS, response_model=SigningKeysReply)
def signing_keys(request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce) -> Response:
    """The keys by which headquarters signed since the last that was lost, oldest first; the last of them signs now."""
    with headquarters.database.reading() as session:
        keys = announced(session)
    return answer(request, SigningKeysReply(**envelope(nonce, headquarters), keys=keys))
