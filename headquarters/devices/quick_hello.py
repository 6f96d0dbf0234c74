"""Hello of a register that is as it was ten seconds ago, answered for a tenth of what the whole way costs.

A thousand registers say hello a hundred times a second, and hardly ever is there anything to say to one. What this way
knows nothing of it leaves to the route, which refuses, warns, exchanges tokens and compares: both give the same answer.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from logging import getLogger
from typing import NamedTuple
from urllib.parse import parse_qsl

from pydantic import ValidationError
from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from headquarters.base import table_of
from headquarters.context import Headquarters, stored, token_hash
from headquarters.devices.hearing import forget_left_behind, is_first_heard
from headquarters.devices.models import Device, Register
from headquarters.devices.proving import has_signed
from headquarters.devices.recognising import EXCHANGE_AFTER
from headquarters.devices.saying_hello import Hello
from headquarters.devices.service import KnownDevice, clock_off_seconds, is_long_ago, moment_told
from headquarters.errors import DatabaseBusy
from headquarters.feeds.news import news_in
from headquarters.installation import Installation
from headquarters.jobs.models import UploadAsked
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
_ASKED = exists().where(UploadAsked.register == Device.register, UploadAsked.reached_at.is_(None))
_STANDING = WrittenOut(
    select(
        Device.id, Device.register, Device.epoch, Device.public_key, Device.counter, Device.token_since,
        Device.seen_at, Register.store, Installation.tenant, Installation.incarnation,
    )
    .join(Register, Register.register == Device.register)
    .join(Installation, Installation.id.is_not(None))
    .where(Device.token_hash == bindparam("hashed"), Device.revoked_at.is_(None), ~_ASKED)
)  # fmt: skip
_MOVE_ON = (
    update(table_of(Device))
    .where(
        Device.id == bindparam("device"), Device.counter == bindparam("present"), Device.revoked_at.is_(None)
    )
    .values(
        counter=bindparam("following"), previous_counter=bindparam("present"), seen_at=bindparam("at"),
        program=bindparam("program"), data_from=bindparam("data_from"), clock_off_seconds=bindparam("off"),
        layout_shown=bindparam("layout"),
    )
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

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["path"] == HELLO and scope["method"] == "GET":
            call = _read(scope, self._headquarters)
            body = None if call is None else await self._answer(call)
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

    async def _answer(self, call: _Call) -> bytes | None:
        """What is said to this register; None where the route is to say it."""
        try:
            if self._headquarters.database.waits_for_nobody:
                found = self._found(call)
            else:
                found = await run_in_threadpool(self._found, call)
            if found is None or not self._headquarters.pacing.may(found.device.id, HELLO):
                return None
            if call.following or self._headquarters.database.is_shared:
                is_noted = await run_in_threadpool(self._noted, found.device, call)
            else:
                is_noted = self._noted(found.device, call)
        except DatabaseBusy:
            return None
        except Exception:  # noqa: BLE001 -- the route answers it, or says no in its words
            _log.exception("a hello could not be answered at once")
            return None
        return self._written(call, found) if is_noted else None

    def _noted(self, device: KnownDevice, call: _Call) -> bool:
        """Note what this call changes, and that it was heard; False where the route is to do it, or refuse it."""
        if call.following and not self._moved_on(device, call):
            return False
        return is_first_heard(self._headquarters, device.id, call.counter, call.nonce)

    def _found(self, call: _Call) -> _Found | None:
        """Everything that is to be known to answer; None where something is not as it was."""
        parts, now = self._headquarters, self._headquarters.clock.now()
        with parts.database.asking() as connection:
            found = _STANDING.rows(connection, hashed=token_hash(call.token))
            if not found:
                return None
            row = _Standing(*found[0])
            if not row.public_key or row.counter != call.counter:
                return None
            if now - datetime.fromisoformat(row.token_since) >= EXCHANGE_AFTER:
                return None
            if not call.following and is_long_ago(row.seen_at, now):
                return None
            if not has_signed(row.public_key, call.signature, call.signed):
                return None
            device = KnownDevice(row.id, row.register, row.store, row.epoch, row.seen_at)
            news = news_in(connection, parts, device, row.incarnation, call.said.read)
            if news is not None and (news.ahead or news.settings is not None):
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
            "token": "", "news": found.news, "end": END,
        }  # fmt: skip
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()

    def _moved_on(self, device: KnownDevice, call: _Call) -> bool:
        """Keep the next counter with what the register says of itself, in one statement."""
        now = self._headquarters.clock.now()
        values = {
            "device": device.id, "present": call.counter, "following": call.following, "at": stored(now),
            "program": call.said.program, "data_from": moment_told(call.said.data_from),
            "off": clock_off_seconds(call.said.now, now), "layout": call.said.layout,
        }  # fmt: skip

        def keep(session: Session) -> bool:
            has_moved = session.connection().execute(_MOVE_ON, values).rowcount == 1
            if has_moved and self._headquarters.database.is_shared:
                forget_left_behind(session, device.id, (call.counter, call.following))
            return has_moved

        return self._headquarters.database.committed(keep, books=False, register=device.register)


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
