"""Hello of a register that is as it was ten seconds ago, answered for a tenth of what the whole way costs.

A thousand registers say hello a hundred times a second, and hardly ever is there anything to say to one. What this way
knows nothing of it leaves to the route, which refuses, warns, exchanges tokens and compares: both give the same answer.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from logging import getLogger
from typing import NamedTuple
from urllib.parse import parse_qsl

from pydantic import ValidationError
from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from headquarters.bodies import given
from headquarters.context import Headquarters, stored, token_hash
from headquarters.devices.counters import Counters, Move, moved_on
from headquarters.devices.hearing import is_first_heard
from headquarters.devices.models import Device, Register
from headquarters.devices.proving import IS_HEARD, has_signed
from headquarters.devices.recognising import EXCHANGE_AFTER
from headquarters.devices.saying_hello import Hello
from headquarters.devices.service import KnownDevice, clock_off_seconds, is_long_ago, moment_told
from headquarters.devices.waiting import IS_ASKED, Waiter
from headquarters.errors import DatabaseBusy
from headquarters.feeds.news import news_in, positions
from headquarters.installation import Installation
from headquarters.replies import NONCE_MAX
from headquarters.tallies.service import as_heard_before
from headquarters.written_out import WrittenOut
from retail.clock import stamp
from retail.wire.base import digest
from retail.wire.proof import (
    COUNTER_HEADER,
    NEXT_COUNTER_HEADER,
    PROOF_HEADER,
    signed_text,
    step_of,
)
from retail.wire.protocol import (
    DIGEST_HEADER,
    END,
    ENVIRONMENT_HEADER,
    HELLO,
    NONCE_HEADER,
    VERSION_HEADER,
)
from retail.wire.tally import Difference

_log = getLogger(__name__)
_NO_BODY = digest(b"")
_STANDING = WrittenOut(
    select(
        Device.id, Device.register, Device.epoch, Device.public_key, Device.counter, Device.token_since,
        Device.seen_at, Register.store, Installation.tenant, Installation.incarnation,
    )
    .join(Register, Register.register == Device.register)
    .join(Installation, Installation.id.is_not(None))
    .where(Device.token_hash == bindparam("hashed"), Device.revoked_at.is_(None), ~IS_ASKED)
)  # fmt: skip


class _Standing(NamedTuple):
    """A row of `_STANDING`."""

    id: int
    register: str
    epoch: str
    public_key: str | None
    counter: str
    token_since: str
    seen_at: str
    store: str
    tenant: str
    incarnation: str


class _Call(NamedTuple):
    """One hello as it came."""

    nonce: str
    token: str
    counter: str
    following: str
    signature: str
    signed: bytes
    said: Hello


class _Found(NamedTuple):
    """What headquarters knows to answer it with."""

    device: KnownDevice
    tenant: str
    incarnation: str
    news: tuple[str, ...] | None
    differences: tuple[Difference, ...] | None


class QuickHello:
    """Answers the hellos that change nothing; all other calls, and these where there is any doubt, go on to `app`."""

    def __init__(self, app: ASGIApp, headquarters: Headquarters) -> None:
        self._app = app
        self._headquarters = headquarters
        self._counters = Counters(headquarters.database)
        headquarters.database.when_booked = headquarters.waiting.look_soon

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["path"] == HELLO and scope["method"] == "GET":
            call = _read(scope, self._headquarters)
            try:
                body = None if call is None else await self._answer(call, scope, receive)
            except _HungUp:
                return
            if IS_HEARD in scope.get("state", {}):
                receive = given(b"", receive)  # while it waited, the end of the line was listened for
            if body is not None:
                headers = [
                    (b"content-type", b"application/json"),
                    (b"content-length", str(len(body)).encode()),
                    (DIGEST_HEADER.lower().encode(), digest(body).encode()),
                    (b"cache-control", b"no-store"),
                ]
                await send({"type": "http.response.start", "status": 200, "headers": headers})
                await send({"type": "http.response.body", "body": body})
                return
        await self._app(scope, receive, send)

    async def _answer(self, call: _Call, scope: Scope, receive: Receive) -> bytes | None:
        """What is said to this register, at once or once there is something; None where the route is to say it."""
        waiting = self._headquarters.waiting
        changes = waiting.changes
        try:
            found = await self._asked(self._found, call)
            if found is None or not self._headquarters.pacing.may(found.device.id, HELLO):
                return None
            seconds = min(call.said.wait_seconds, waiting.offered_seconds) if found.news == () else 0
            if not await self._is_noted(found.device, call, waits=seconds > 0):
                return None
            waiting.call_in(found.device.id)
            if seconds and changes == waiting.changes:
                await self._wait(found, call, seconds, receive)
            if seconds:
                # It was heard when it came; whatever has changed since then, the route says.
                scope.setdefault("state", {})[IS_HEARD] = True
                found = await self._asked(self._found_later, call)
        except DatabaseBusy:
            return None
        except _HungUp:
            raise
        except Exception:  # noqa: BLE001 -- the route answers it, or says no in its words
            _log.exception("a hello could not be answered at once")
            return None
        return None if found is None else self._written(call, found)

    async def _asked(self, ask: Callable[[_Call], _Found | None], call: _Call) -> _Found | None:
        """By a thread of its own where the database may keep it waiting."""
        if self._headquarters.database.waits_for_nobody:
            return ask(call)
        return await run_in_threadpool(ask, call)

    async def _wait(self, found: _Found, call: _Call, seconds: float, receive: Receive) -> None:
        """Until there is something to say, or the time is over.

        Raises:
            _HungUp: nobody listens any more.
        """
        parts, device = self._headquarters, found.device
        read = positions(call.said.read, found.incarnation)
        waiter = Waiter(device.id, device.register, device.store, found.incarnation, read)
        if not await parts.waiting.until_news(parts.database, parts.heads, waiter, seconds, receive):
            raise _HungUp

    async def _is_noted(self, device: KnownDevice, call: _Call, *, waits: bool) -> bool:
        """Note what this call changes, and that it was heard; False where the route is to do it, or refuse it."""
        if waits and call.following and not await self._counters.moved_on(self._move(device, call)):
            return False
        moves = call.following and not waits
        if moves or self._headquarters.database.is_shared:
            return await run_in_threadpool(self._noted, device, call, moves=bool(moves))
        return self._noted(device, call, moves=False)

    def _noted(self, device: KnownDevice, call: _Call, *, moves: bool) -> bool:
        if moves and not self._moved_on(device, call):
            return False
        return is_first_heard(self._headquarters, device.id, call.counter, call.nonce)

    def _found(self, call: _Call) -> _Found | None:
        """Everything that is to be known to answer; None where something is not as it was."""
        now = self._headquarters.clock.now()
        with self._headquarters.database.asking() as connection:
            row = _standing(connection, call, now)
            if row is None or row.counter != call.counter:
                return None
            if not call.following and is_long_ago(row.seen_at, now):
                return None
            if not row.public_key or not has_signed(row.public_key, call.signature, call.signed):
                return None
            return self._told(connection, row, call)

    def _found_later(self, call: _Call) -> _Found | None:
        """The same of a call that was found before, and waited since."""
        with self._headquarters.database.asking() as connection:
            row = _standing(connection, call, self._headquarters.clock.now())
            return None if row is None else self._told(connection, row, call)

    def _told(self, connection: Connection, row: _Standing, call: _Call) -> _Found | None:
        parts = self._headquarters
        device = KnownDevice(row.id, row.register, row.store, row.epoch, row.seen_at)
        news = news_in(connection, parts, device, row.incarnation, call.said.read)
        if news is not None and (news.ahead or news.read):
            return None
        differences = None
        if call.said.tally:
            differences = as_heard_before(connection, parts, device, call.said.tally)
            if differences is None:
                return None
        return _Found(device, row.tenant, row.incarnation, news and news.feeds, differences)

    def _written(self, call: _Call, found: _Found) -> bytes:
        parts, differences = self._headquarters, found.differences
        said = {
            "protocol": parts.spoken.newest, "oldest": parts.spoken.oldest, "nonce": call.nonce,
            "tenant": found.tenant, "incarnation": found.incarnation, "environment": parts.environment,
            "now": stamp(parts.clock.now()), "upload_asked": False, "tally_wanted": False,
            "differences": None if differences is None else [each.model_dump() for each in differences],
            "token": "", "news": found.news, "wait_seconds": parts.waiting.offered_seconds, "end": END,
        }  # fmt: skip
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()

    def _moved_on(self, device: KnownDevice, call: _Call) -> bool:
        """Keep the next counter with what the register says of itself, in one statement."""
        move, database = self._move(device, call), self._headquarters.database

        def keep(session: Session) -> bool:
            return moved_on(session, move, is_shared=database.is_shared)

        return database.committed(keep, books=False, register=device.register)

    def _move(self, device: KnownDevice, call: _Call) -> Move:
        now = self._headquarters.clock.now()
        values = {
            "device": device.id, "present": call.counter, "following": call.following, "at": stored(now),
            "program": call.said.program, "data_from": moment_told(call.said.data_from),
            "off": clock_off_seconds(call.said.now, now), "layout": call.said.layout,
        }  # fmt: skip
        return Move(device.id, device.register, values)


class _HungUp(Exception):
    """Whoever waited for an answer does not listen any more."""


def _standing(connection: Connection, call: _Call, now: datetime) -> _Standing | None:
    """How the device of this call stands; None where its token is not taken as it is."""
    found = _STANDING.rows(connection, hashed=token_hash(call.token))
    row = _Standing(*found[0]) if found else None
    if row is None or now - datetime.fromisoformat(row.token_since) >= EXCHANGE_AFTER:
        return None
    return row


def _read(scope: Scope, headquarters: Headquarters) -> _Call | None:
    """The call, where it is one of those that are answered here."""
    given = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    if "content-length" in given or "transfer-encoding" in given or len(given) != len(scope["headers"]):
        return None
    nonce, signature = _of(given, NONCE_HEADER), _of(given, PROOF_HEADER)
    counter, following = _of(given, COUNTER_HEADER), _of(given, NEXT_COUNTER_HEADER)
    scheme, _, token = given.get("authorization", "").partition(" ")
    environment, version = _of(given, ENVIRONMENT_HEADER), _of(given, VERSION_HEADER)
    is_ours = environment in ("", headquarters.environment) and (
        not version or (version.isascii() and version.isdigit() and headquarters.spoken.has(int(version)))
    )
    if not (is_ours and signature and scheme == "Bearer" and 0 < len(nonce) <= NONCE_MAX):
        return None
    path, query = scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1")
    pairs = parse_qsl(query, keep_blank_values=True)
    try:
        said = Hello.model_validate(dict(pairs))
        is_next = not following or step_of(following) == step_of(counter) + 1
    except (ValidationError, ValueError):
        return None
    if not (is_next and said.now) or len({name for name, _ in pairs}) != len(pairs):
        return None
    signed = signed_text(
        "GET", f"{path}?{query}" if query else path, _NO_BODY, nonce, token, counter, following
    )
    return _Call(nonce, token, counter, following, signature, signed, said)


def _of(given: Mapping[str, str], header: str) -> str:
    return given.get(header.lower(), "")
