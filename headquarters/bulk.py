"""Calls that nobody waits for give way: past a number of them at once they are told to come again, so that threads and
connections stay free for calls that a person waits for.
"""

from starlette.types import ASGIApp, Receive, Scope, Send

from headquarters.errors import DatabaseBusy
from headquarters.words import refusal_response
from retail.wire.protocol import FEEDS, JOURNAL, UPLOADS


class BulkLimit:
    """Answers 503 with Retry-After at once where `most` uploads and pulls are under way already."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or not is_bulk(scope["path"]):
            await self._app(scope, receive, send)
        elif self._under_way >= self._most:
            await refusal_response(DatabaseBusy())(scope, receive, send)
        else:
            self._under_way += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._under_way -= 1


def is_bulk(path: str) -> bool:
    """Whether a register makes this call by itself: keeping documents and entries, and reading feeds."""
    return path in (UPLOADS, JOURNAL) or path.startswith(f"{FEEDS}/")
