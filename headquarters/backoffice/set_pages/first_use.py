"""The set-up pages, made when somebody first asks for one: a start that serves registers alone does without them."""

from anyio import Lock
from anyio.to_thread import run_sync
from starlette.types import ASGIApp, Receive, Scope, Send

from headquarters.context import Headquarters

ADDRESS = "/office/set"


class SetPages:
    """Answers what is asked at `/office/set` and below, and hands on everything else."""

    def __init__(self, app: ASGIApp, headquarters: Headquarters) -> None:
        self._app = app
        self._headquarters = headquarters
        self._made: ASGIApp | None = None
        self._making = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or not (path == ADDRESS or path.startswith(f"{ADDRESS}/")):
            await self._app(scope, receive, send)
            return
        async with self._making:
            if self._made is None:
                self._made = await run_sync(self._make)
        await self._made(scope, receive, send)

    def _make(self) -> ASGIApp:
        from headquarters.backoffice.set_pages.mounting import (  # noqa: PLC0415 -- the point of this module
            make_set_pages,
        )

        return make_set_pages(self._headquarters)
