"""The door of the set-up pages: who may in, in which language, in one unit of work, under which policy."""

import secrets
from typing import Any

from anyio.to_thread import run_sync
from sqlalchemy.orm import Session
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_admin.i18n import set_locale

from headquarters.backoffice.page import HEADERS
from headquarters.backoffice.refusing import answer
from headquarters.backoffice.visiting import visitor_of
from headquarters.context import Headquarters
from headquarters.errors import Refusal
from headquarters.office.refusals import refuse
from headquarters.office.roles import Right
from headquarters.office.sessions import Visitor

READING = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""Scripts run only by the nonce of the page; starlette-admin writes styles into its elements."""


class Gate:
    """Lets through who may, and gives the pages a session: what they change is committed before they answer, or not
    at all where they answer with an error.
    """

    def __init__(self, app: ASGIApp, headquarters: Headquarters) -> None:
        self._app = app
        self._headquarters = headquarters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            return
        request = Request(scope)
        has_begun = False

        async def send_on(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._handle(request, receive, send_on)
        except Refusal as refusal:
            if has_begun:
                raise
            await answer(self._headquarters, request, refusal)(scope, receive, send)

    async def _handle(self, request: Request, receive: Receive, send: Send) -> None:
        scope = request.scope
        visitor = await run_sync(visitor_of, request, self._headquarters)
        turned_away = self._turned_away(request, visitor)
        if turned_away is not None:
            await turned_away(scope, receive, send)
            return
        self._headquarters.pacing.take(visitor.name, request.url.path)
        nonce = secrets.token_urlsafe(16)
        set_locale(visitor.language)
        database = self._headquarters.database
        unit = database.reading() if _only_reads(request) else database.writing()
        session = await run_sync(unit.__enter__)
        work = _Work(unit, session)
        scope["state"] = {**scope.get("state", {}), "visitor": visitor, "nonce": nonce, "session": session,
                          "headquarters": self._headquarters}  # fmt: skip

        async def send_after(message: Message) -> None:
            if (
                message["type"] == "http.response.start"
                and message["status"] == 403
                and not _is_page(message)
            ):
                raise refuse(403, "This form is out of date. Go back, load the page again and repeat it.")
            if message["type"] == "http.response.start":
                await work.end(is_good=message["status"] < 400)
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers["Content-Security-Policy"] = POLICY.format(nonce=nonce)
                if request.url.path.startswith("/office/set/static/"):
                    headers["Cache-Control"] = "private, max-age=3600"
            await send(message)

        try:
            await self._app(scope, receive, send_after)
        finally:
            await work.end(is_good=False)

    def _turned_away(self, request: Request, visitor: Visitor) -> Response | None:
        if not visitor.name:
            return RedirectResponse("/office/sign-in", 303, HEADERS)
        if not visitor.may(Right.ALL_STORES):
            return answer(
                self._headquarters,
                request,
                refuse(403, "Your role does not open this page. Ask an administrator for another role."),
            )
        if not _only_reads(request) and not visitor.may(Right.SET_UP):
            return answer(
                self._headquarters,
                request,
                refuse(
                    403, "Your role lets you look at everything and change nothing. Ask an administrator."
                ),
            )
        return None


def _is_page(message: Message) -> bool:
    """Whether an answer is a page; starlette-admin refuses forms of other sites with three bare words."""
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")


def _only_reads(request: Request) -> bool:
    """Nothing is changed by it; an export is asked for by POST and changes nothing either."""
    is_export = request.url.path.endswith("/action") and request.query_params.getlist("name") == ["export"]
    return request.method in READING or is_export


class _Undone(Exception):
    """Leaves a unit of work without its changes."""


class _Work:
    """The unit of work of one request; it ends once."""

    def __init__(self, unit: Any, session: Session) -> None:
        self._unit = unit
        self._session = session
        self._is_open = True

    async def end(self, *, is_good: bool) -> None:
        if not self._is_open:
            return
        self._is_open = False
        await run_sync(self._leave, is_good)

    def _leave(self, is_good: bool) -> None:
        if is_good:
            self._unit.__exit__(None, None, None)
            return
        undone = _Undone()
        try:
            self._unit.__exit__(_Undone, undone, None)
        except _Undone:
            return
