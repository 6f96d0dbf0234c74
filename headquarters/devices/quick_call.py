"""A call of a register that stands as it did, and its proof: what the quick answers in front of the application rest
on. Whatever is not just so is left to the route, which refuses, warns and exchanges tokens.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError
from sqlalchemy import Connection, bindparam, select
from starlette.concurrency import run_in_threadpool
from starlette.types import Scope, Send

from headquarters.context import Headquarters, token_hash
from headquarters.devices.models import Device, Register
from headquarters.devices.proving import has_signed
from headquarters.devices.recognising import EXCHANGE_AFTER
from headquarters.devices.waiting import IS_ASKED
from headquarters.installation import Installation
from headquarters.replies import NONCE_MAX
from headquarters.written_out import WrittenOut
from retail.wire.base import digest
from retail.wire.proof import (
    COUNTER_HEADER,
    NEXT_COUNTER_HEADER,
    PROOF_HEADER,
    signed_text,
    step_of,
)
from retail.wire.protocol import DIGEST_HEADER, ENVIRONMENT_HEADER, NONCE_HEADER, VERSION_HEADER

_NO_BODY = digest(b"")
_STANDING = WrittenOut(
    select(
        Device.id, Device.register, Device.epoch, Device.public_key, Device.counter, Device.token_since,
        Device.seen_at, Register.store, Register.paused_at, Installation.tenant, Installation.incarnation,
    )
    .join(Register, Register.register == Device.register)
    .join(Installation, Installation.id.is_not(None))
    .where(Device.token_hash == bindparam("hashed"), Device.revoked_at.is_(None), ~IS_ASKED)
)  # fmt: skip
Said = TypeVar("Said", bound=BaseModel)
Found = TypeVar("Found")


class QuickCall(NamedTuple, Generic[Said]):
    """One call as it came, and what it said."""

    nonce: str
    token: str
    counter: str
    following: str
    signature: str
    signed: bytes
    headers: Mapping[str, str]
    said: Said


class Standing(NamedTuple):
    """The device of a call, and the headquarters it calls, as they are kept."""

    id: int
    register: str
    epoch: str
    public_key: str | None
    counter: str
    token_since: str
    seen_at: str
    store: str
    paused_at: str
    tenant: str
    incarnation: str

    def proves(self, call: "QuickCall[Said]") -> bool:
        """Whether this device has signed the call, under the counter that it has now."""
        return (
            self.counter == call.counter
            and bool(self.public_key)
            and has_signed(self.public_key or "", call.signature, call.signed)
        )


def read_call(
    scope: Scope, headquarters: Headquarters, read: Callable[[Mapping[str, str]], Said], body: bytes = b""
) -> QuickCall[Said] | None:
    """The call, where it is one that may be answered quickly: a plain one, signed, whose query can be `read`; with a
    body where it was read already.
    """
    given = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    has_body = "content-length" in given or "transfer-encoding" in given
    if (has_body and not body) or len(given) != len(scope["headers"]):
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
        said = read(dict(pairs))
        is_next = not following or step_of(following) == step_of(counter) + 1
    except (ValidationError, ValueError):
        return None
    if not is_next or len({name for name, _ in pairs}) != len(pairs):
        return None
    signed = signed_text(
        scope["method"], f"{path}?{query}" if query else path, digest(body) if body else _NO_BODY,
        nonce, token, counter, following,
    )  # fmt: skip
    return QuickCall(nonce, token, counter, following, signature, signed, given, said)


def standing_of(connection: Connection, call: QuickCall[Said], now: datetime) -> Standing | None:
    """How the device of this call stands; None where its token is not taken as it is."""
    found = _STANDING.rows(connection, hashed=token_hash(call.token))
    row = Standing(*found[0]) if found else None
    if row is None or now - datetime.fromisoformat(row.token_since) >= EXCHANGE_AFTER:
        return None
    return row


async def asked(headquarters: Headquarters, ask: Callable[[], Found]) -> Found:
    """What the database says, by a thread of its own where it may keep who asks waiting."""
    if headquarters.database.waits_for_nobody:
        return ask()
    return await run_in_threadpool(ask)


async def answer_with(send: Send, body: bytes, said_digest: str, *, is_packed: bool = False) -> None:
    """Send the reply with this body, and the digest of what it says."""
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (DIGEST_HEADER.lower().encode(), said_digest.encode()),
        (b"cache-control", b"no-store"),
    ]
    if is_packed:
        headers += [(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _of(given: Mapping[str, str], header: str) -> str:
    return given.get(header.lower(), "")
