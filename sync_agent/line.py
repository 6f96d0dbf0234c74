"""A connection to headquarters' address: every call is signed, ends in its time, and its answer is proved."""

import gzip
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from retail.clock import Clock
from retail.wire.base import Part
from retail.wire.protocol import (
    BODY_MAX_BYTES,
    ENVIRONMENT_HEADER,
    NONCE_HEADER,
    SPOKEN,
    VERSION_HEADER,
    Reply,
    SharedPage,
)
from retail.wire.versions import Versions
from sync_agent.address import hq_address
from sync_agent.errors import DocumentsRefused, ForeignHq, HqUnreachable, ReplyBroken
from sync_agent.exchange import Exchange, Session
from sync_agent.proving import Prover
from sync_agent.reply import Answer, Home, agreed_version, read_reply, read_shared, refused_versions

PACK_FROM_BYTES = 1024
AHEAD_SECONDS_MAX = 30.0
"""An answer that nobody asked for in this time is asked for anew."""

Nonces = Callable[[], str]
R = TypeVar("R", bound=Reply)
S = TypeVar("S")


def fresh_nonce() -> str:
    """A text that nobody has sent before and nobody can guess."""
    return secrets.token_hex(16)


class HqLine:
    """A connection to one address: no redirect, no proxy of the environment, no unproved certificate."""

    def __init__(
        self,
        address: str,
        prover: Prover,
        home: Home | None,
        clock: Clock,
        nonces: Nonces,
        ca_file: Path | None = None,
        spoken: Versions = SPOKEN,
    ) -> None:
        self._address = hq_address(address)
        self._prover = prover
        self._home = home
        self._spoken = spoken
        self.version = spoken.newest
        """The newest version that both sides speak, as far as headquarters has said what it does."""
        self._clock = clock
        self._nonces = nonces
        self._ca_file = ca_file
        self._session: Session | None = None
        self._ahead: _Ahead | None = None
        self._is_interrupted = False

    def get(self, path: str, model: type[R], seconds: float) -> R:
        return self._call("GET", path, None, self._reply(model), seconds)

    def get_shared(self, path: str, digest: str, seconds: float) -> SharedPage:
        def read(answer: Answer, _nonce: str) -> SharedPage:
            return read_shared(answer, digest, self._clock.now())

        return self._call("GET", path, None, read, seconds)

    def get_ahead(self, path: str, seconds: float) -> None:
        """Send a call that will hardly be the last: a `get` of this path soon after finds its answer on the way."""
        if self._session is None or self._is_interrupted:
            return
        nonce = self._nonces()
        sent = self._session.begin(
            "GET", self._address + path, self._headers("GET", path, b"", nonce), None, seconds
        )
        self._ahead = _Ahead(path, nonce, sent, time.monotonic())

    def post(self, path: str, request: Part, model: type[R], seconds: float) -> R:
        return self._call("POST", path, request.written().encode(), self._reply(model), seconds)

    def interrupt(self) -> None:
        self._is_interrupted = True
        session = self._session
        if session is not None:
            session.interrupt()

    def close(self) -> None:
        self._ahead = None
        if self._session is not None:
            self._session.close()
            self._session = None

    def _headers(self, method: str, path: str, body: bytes, nonce: str) -> dict[str, str]:
        headers = {
            NONCE_HEADER: nonce,
            VERSION_HEADER: str(self.version),
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
        }
        if self._home is not None and self._home.environment:
            headers[ENVIRONMENT_HEADER] = self._home.environment
        return headers | self._prover.headers(method, path, body, nonce)

    def _taken_ahead(self, method: str, path: str) -> "_Ahead | None":
        """What was sent ahead, where this call asks for it; otherwise the connection is free once that has ended."""
        ahead = self._ahead
        if ahead is None:
            return None
        is_asked_for = method == "GET" and ahead.path == path
        if is_asked_for:
            self._ahead = None
            if time.monotonic() - ahead.sent_at < AHEAD_SECONDS_MAX:
                return ahead
        if not ahead.exchange.has_ended_well():
            self.close()
        return None

    def _reply(self, model: type[R]) -> Callable[[Answer, str], R]:
        """How an answer that bears our nonce is read, and what it says of headquarters is noted."""

        def read(answer: Answer, nonce: str) -> R:
            reply = read_reply(answer, model, nonce, self._home, self._clock.now())
            self.version = agreed_version(
                Versions(reply.oldest or reply.protocol, reply.protocol), self._spoken
            )
            self._prover.heard(reply)
            return reply

        return read

    def _call(
        self, method: str, path: str, body: bytes | None, read: Callable[[Answer, str], S], seconds: float
    ) -> S:
        if body is not None and len(body) > BODY_MAX_BYTES:
            raise DocumentsRefused(
                "The documents have {size} bytes; headquarters takes {limit}",
                size=len(body),
                limit=BODY_MAX_BYTES,
            )
        ahead = self._taken_ahead(method, path)
        if self._session is None:
            self._session = Session(self._ca_file)
        try:
            if self._is_interrupted:
                raise HqUnreachable("The call was given up: this program ends")
            if ahead is None:
                nonce = self._nonces()
                exchange = self._send(self._session, method, path, body, nonce, seconds)
            else:
                exchange, nonce = ahead.exchange, ahead.nonce
            answer = exchange.answer()
            theirs = refused_versions(answer)
            if theirs is not None:
                self.version = agreed_version(theirs, self._spoken)  # the next call is made in it
            return read(answer, nonce)
        except (ReplyBroken, HqUnreachable, ForeignHq):
            # What comes next on this connection may belong to this call; the next call opens its own.
            self.close()
            raise

    def _send(
        self, session: Session, method: str, path: str, body: bytes | None, nonce: str, seconds: float
    ) -> Exchange:
        headers = self._headers(method, path, body or b"", nonce)
        if body is not None:
            headers["Content-Type"] = "application/json"
            if len(body) > PACK_FROM_BYTES:
                body = gzip.compress(body, compresslevel=6, mtime=0)
                headers["Content-Encoding"] = "gzip"
        return session.begin(method, self._address + path, headers, body, seconds)


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A request that was sent before anybody asked for its answer."""

    path: str
    nonce: str
    exchange: Exchange
    sent_at: float
