"""A connection to headquarters' address: every call is signed, ends in its time, and its answer is proved."""

import gzip
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from retail.clock import Clock
from retail.wire.base import Part
from retail.wire.proof import NEXT_COUNTER_HEADER
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
from sync_agent.errors import DocumentsRefused, ForeignHq, HqBusy, HqTooOld, HqUnreachable, ReplyBroken
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
        self._ahead: _Begun | None = None
        self._is_interrupted = False

    def get(self, path: str, model: type[R], seconds: float) -> R:
        return self._in_a_common_version(lambda: self._call("GET", path, None, self._reply(model), seconds))

    def get_shared(self, path: str, digest: str, seconds: float) -> SharedPage:
        def read(answer: Answer, _begun: _Begun) -> SharedPage:
            return read_shared(answer, digest, self._clock.now())

        return self._call("GET", path, None, read, seconds)

    def get_ahead(self, path: str, seconds: float) -> None:
        """Send a call that will hardly be the last: a `get` of this path soon after finds its answer on the way."""
        if self._session is None or self._is_interrupted:
            return
        self._ahead = self._begin(self._session, "GET", path, None, seconds)

    def begin(self, path: str, model: type[R], seconds: float) -> "Waited[R]":
        """Send a call whose answer is looked for later; until then this connection takes no other.

        Raises:
            HqFault: see `get`.
        """
        if self._session is None:
            self._session = Session(self._ca_file)
        begun = self._begin(self._session, "GET", path, None, seconds)
        return Waited(begun.exchange, lambda: self._read(begun, self._reply(model)))

    def post(self, path: str, request: Part, model: type[R], seconds: float, *, needs: int = 0) -> R:
        """Make a call with this body, where both sides speak the version that it `needs`.

        Raises:
            HqFault: see `get`; HqTooOld: headquarters does not read that version, and nothing of it was sent.
        """

        def call() -> R:
            if needs > self.version:
                raise HqTooOld("Headquarters has to be updated before it can read this")
            said = request.model_copy(update={"protocol": self.version})
            return self._call("POST", path, said.written().encode(), self._reply(model), seconds)

        return self._in_a_common_version(call)

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

    def _taken_ahead(self, method: str, path: str) -> "_Begun | None":
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

    def _reply(self, model: type[R]) -> "Callable[[Answer, _Begun], R]":
        """How an answer that bears our nonce is read, and what it says of headquarters is noted."""

        def read(answer: Answer, begun: _Begun) -> R:
            reply = read_reply(answer, model, begun.nonce, self._home, self._clock.now())
            self.version = agreed_version(
                Versions(reply.oldest or reply.protocol, reply.protocol), self._spoken
            )
            self._prover.heard(reply, begun.next_counter)
            return reply

        return read

    def _call(
        self,
        method: str,
        path: str,
        body: bytes | None,
        read: "Callable[[Answer, _Begun], S]",
        seconds: float,
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
        return self._read(ahead or self._begin(self._session, method, path, body, seconds), read)

    def _in_a_common_version(self, call: Callable[[], R]) -> R:
        """Make a call, and once more where headquarters has refused its version and named one that both speak."""
        version = self.version
        try:
            return call()
        except HqBusy:
            if self.version == version:
                raise
            return call()

    def _read(self, begun: "_Begun", read: "Callable[[Answer, _Begun], S]") -> S:
        """What the answer to this call says, once it is here."""
        try:
            answer = begun.exchange.answer()
            theirs = refused_versions(answer)
            if theirs is not None:
                self.version = agreed_version(theirs, self._spoken)  # the next call is made in it
            return read(answer, begun)
        except (ReplyBroken, HqUnreachable, ForeignHq):
            # What comes next on this connection may belong to this call; the next call opens its own.
            self.close()
            raise

    def _begin(
        self, session: Session, method: str, path: str, body: bytes | None, seconds: float
    ) -> "_Begun":
        if self._is_interrupted:
            self.close()
            raise HqUnreachable("The call was given up: this program ends")
        nonce = self._nonces()
        headers = self._headers(method, path, body or b"", nonce)
        if body is not None:
            headers["Content-Type"] = "application/json"
            if len(body) > PACK_FROM_BYTES:
                body = gzip.compress(body, compresslevel=6, mtime=0)
                headers["Content-Encoding"] = "gzip"
        exchange = session.begin(method, self._address + path, headers, body, seconds)
        return _Begun(path, nonce, headers.get(NEXT_COUNTER_HEADER, ""), exchange, time.monotonic())


@dataclass(frozen=True, slots=True)
class _Begun:
    """A request on its way, and the counter it asks headquarters to move on to."""

    path: str
    nonce: str
    next_counter: str
    exchange: Exchange
    sent_at: float


class Waited(Generic[R]):
    """The answer to a call that may take its time."""

    def __init__(self, exchange: Exchange, read: Callable[[], R]) -> None:
        self._exchange = exchange
        self._read = read

    @property
    def is_over(self) -> bool:
        """Whether the answer is here, or will not come any more."""
        return self._exchange.is_over

    def answer(self) -> R:
        """The proved reply.

        Raises:
            HqFault: there is none.
        """
        return self._read()
