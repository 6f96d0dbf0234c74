"""Reading request bodies: in limited time, up to a limited size however well they were packed, and strictly."""

import asyncio
import contextlib
import zlib
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headquarters.errors import Refusal
from headquarters.words import refusal_response
from retail.wire.base import digest
from retail.wire.proof import PROOF_HEADER
from retail.wire.protocol import BODY_MAX_BYTES
from retail.wire.unfit import faults_in

BODY_SECONDS = 30.0
BODY_DIGEST = "body_digest"
"""What the state of a request keeps the digest of its body under, where the call is to be proved by it."""
_STEP_BYTES = 64 * 1024

Model = TypeVar("Model", bound=BaseModel)


class BodyLimits:
    """Reads the whole body before the application sees it; a bomb or a dripping body is refused at bounded cost. A form
    with a file for a path of `own_limits` the application reads itself, piece by piece.
    """

    def __init__(
        self,
        app: ASGIApp,
        max_bytes: int = BODY_MAX_BYTES,
        seconds: float = BODY_SECONDS,
        own_limits: frozenset[str] = frozenset(),
        answer: Callable[[Request, Refusal], Response] = lambda _, refusal: refusal_response(refusal),
    ) -> None:
        self._app = app
        self._own_limits = own_limits
        self._answer = answer
        self._max_bytes = max_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or self._has_own_limit(scope):
            await self._app(scope, receive, send)
            return
        arriving = _Arriving(receive)
        try:
            async with asyncio.timeout(self._seconds):
                body = await self._read(Headers(scope=scope), arriving)
        except TimeoutError:
            await self._refuse(Refusal(408, "The body took too long to arrive."), scope, receive, send)
        except Refusal as refusal:
            await self._drop(arriving)
            await self._refuse(refusal, scope, receive, send)
        else:
            headers = MutableHeaders(scope=scope)
            del headers["content-encoding"]
            if PROOF_HEADER in headers:
                scope.setdefault("state", {})[BODY_DIGEST] = digest(body)
            await self._app(scope, given(body, receive), send)

    def _has_own_limit(self, scope: Scope) -> bool:
        kind = Headers(scope=scope).get("content-type", "")
        return scope["path"] in self._own_limits and kind.startswith("multipart/form-data")

    async def _refuse(self, refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
        response = await run_in_threadpool(self._answer, Request(scope), refusal)
        await response(scope, receive, send)

    async def _read(self, headers: Headers, arriving: "_Arriving") -> bytes:
        parts_of = _parts_of(headers.get("content-encoding", "identity").strip().lower())
        parts, size = [], 0
        while arriving.more:
            data = await arriving.piece()
            for part in parts_of(data, not arriving.more):
                size += len(part)
                if size > self._max_bytes:
                    raise Refusal(413, f"A body may have {self._max_bytes} bytes at most. Send less at once.")
                parts.append(part)
        return b"".join(parts)

    async def _drop(self, arriving: "_Arriving") -> None:
        """Let what is still on its way arrive, within limits: a sender that is cut off never reads why."""
        dropped = 0
        with contextlib.suppress(TimeoutError, Refusal):
            async with asyncio.timeout(self._seconds):
                while arriving.more and dropped <= self._max_bytes:
                    dropped += len(await arriving.piece())


class _Arriving:
    """A body on its way: its next piece, and whether there is more."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self.more = True

    async def piece(self) -> bytes:
        message = await self._receive()
        self.more = message.get("more_body", False)
        if message["type"] == "http.disconnect":
            raise Refusal(400, "The body was cut.")
        piece: bytes = message.get("body", b"")
        return piece


def body_of(model: type[Model]) -> Callable[[Request], Awaitable[Model]]:
    """A dependency that reads the body as a strict model; unknown fields are refused."""

    async def read(request: Request) -> Model:
        try:
            return model.model_validate_json(await request.body())
        except ValidationError as error:
            raise Refusal(422, f"The body is not what this call takes: {faults_in(error)}.") from None

    return read


class _Gzip:
    """Unpacks a gzip body in small steps, so that a bomb is noticed before it has unfolded."""

    def __init__(self) -> None:
        self._unpacking = zlib.decompressobj(wbits=31)

    def parts(self, data: bytes, last: bool) -> Iterator[bytes]:
        try:
            while True:
                part = self._unpacking.decompress(data, _STEP_BYTES)
                yield part
                data = self._unpacking.unconsumed_tail
                if not data and len(part) < _STEP_BYTES:
                    break
        except zlib.error:
            raise Refusal(400, "The body is not what gzip makes.") from None
        if (last and not self._unpacking.eof) or self._unpacking.unused_data:
            raise Refusal(400, "The packed body was cut, or goes on after its end.")


def _parts_of(coding: str) -> Callable[[bytes, bool], Iterator[bytes]]:
    if coding in ("", "identity"):
        return lambda data, last: iter((data,))
    if coding == "gzip":
        return _Gzip().parts
    raise Refusal(415, "A body may be plain or packed with gzip.")


def given(body: bytes, receive: Receive) -> Receive:
    """A `receive` that hands over the body once, and then waits for the real connection."""
    is_given = False

    async def receive_body() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_body
