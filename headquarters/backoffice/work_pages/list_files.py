"""The opening of the pages on which a list comes in by its CSV: the file is chosen, and what it would do is told."""

from collections.abc import Callable

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request, Response

from headquarters.backoffice.visiting import SetsUp
from headquarters.backoffice.work_pages.bringing import own_form
from headquarters.context import Context, Headquarters
from headquarters.office.sessions import Visitor
from retail.messages import say

FILE_MAX_BYTES = 4 * 1024 * 1024
SHOWN_MAX = 500
"""So many rows of a report are shown."""
ELSE = say("Something else would come of it now. Look at the report again, then take it in.")


def open_by(
    router: APIRouter,
    chosen: Callable[[Visitor, str], Response],
    told: Callable[[Headquarters, Visitor, str, bytes], Response],
) -> None:
    """Give a router both pages, for each kind of list."""

    @router.get("/{kind}")
    def form(headquarters: Context, person: SetsUp, kind: str) -> Response:
        """Where the file is chosen."""
        return chosen(person, kind)

    @router.post("/{kind}")
    async def bring(request: Request, headquarters: Context, person: SetsUp, kind: str) -> Response:
        """Say what a file would do; nothing is changed by it."""
        async with own_form(request, person.form_secret, FILE_MAX_BYTES) as sent:
            data = await sent.file.read()
        return await run_sync(told, headquarters, person, kind, data)
