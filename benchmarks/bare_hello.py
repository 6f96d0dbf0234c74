"""A server that answers every call with the same few bytes: what calls cost when nothing is done for them."""

import sys

from starlette.types import Receive, Scope, Send

from headquarters.server import serve
from retail.wire.protocol import DIGEST_HEADER

BODY = b'{"end":"end"}'.ljust(500)
HEADERS = [
    (b"content-type", b"application/json"),
    (b"content-length", str(len(BODY)).encode()),
    (DIGEST_HEADER.lower().encode(), b"0" * 64),
]


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer."""
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send({"type": "http.response.body", "body": BODY})


if __name__ == "__main__":
    serve(app, 0)
    sys.exit(0)
