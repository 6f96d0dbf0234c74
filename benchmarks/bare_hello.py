"""A server that answers every call with the same few bytes: what calls cost when nothing is done for them. It lets a
hello wait as long as that asks to, and offers as much as headquarters does.
"""

import asyncio
import json
import sys

from starlette.types import Receive, Scope, Send

from headquarters.server import serve
from retail.wire.protocol import DIGEST_HEADER, WAIT_SECONDS_MAX

BODY = json.dumps({"wait_seconds": WAIT_SECONDS_MAX, "end": "end"}).encode().ljust(500)
HEADERS = [
    (b"content-type", b"application/json"),
    (b"content-length", str(len(BODY)).encode()),
    (DIGEST_HEADER.lower().encode(), b"0" * 64),
]


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer."""
    await receive()
    _, wait, seconds = scope["query_string"].rpartition(b"wait_seconds=")
    if wait:
        await asyncio.sleep(int(seconds))
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send({"type": "http.response.body", "body": BODY})


if __name__ == "__main__":
    serve(app, 0)
    sys.exit(0)
