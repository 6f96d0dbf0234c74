"""What every call carries to prove which register it comes from: its token, and a signature by its own key."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from channel_db.credentials import FILE, Credentials, read_credentials, write_credentials
from channel_db.device import FILE as DEVICE_FILE
from channel_db.device import Device, read_device
from retail.clock import Clock
from retail.wire.base import digest
from retail.wire.proof import (
    COUNTER_HEADER,
    KEY_HEADER,
    NEXT_COUNTER_HEADER,
    PROOF_HEADER,
    counter_after,
    signed_text,
)
from retail.wire.protocol import WAIT_SECONDS_MAX, HelloReply, Reply

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

log = logging.getLogger(__name__)

MOVE_ON_AFTER = timedelta(seconds=60)
"""How often the agent moves the counter on; each time costs both sides a disk sync."""
MOVE_ON_WAITING_AFTER = MOVE_ON_AFTER - timedelta(seconds=WAIT_SECONDS_MAX)
"""A hello that waits moves it on ahead of its time. Headquarters keeps what such hellos ask for together; what follows
the news, when all registers call at once, then has nothing to ask for.
"""
_WAITS = "wait_seconds="


class Prover(Protocol):
    """Who proves the calls of a connection, and under which epoch."""

    @property
    def epoch(self) -> str:
        """The life of this register that its numbers belong to now."""

    def headers(self, method: str, target: str, body: bytes, nonce: str) -> dict[str, str]:
        """The headers that prove this call."""

    def heard(self, reply: Reply, asked: str) -> None:
        """A call that was proved, and asked for this next counter, was answered."""

    @property
    def signing_keys(self) -> str:
        """The keys of headquarters that this register believes."""

    def pin(self, keys: str) -> None:
        """Believe these keys of headquarters from now on."""


class Fixed:
    """Proves with these credentials and nothing else: at enrolment, or by a token alone."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    @property
    def epoch(self) -> str:
        """The epoch of the enrolment."""
        return self._credentials.epoch

    def headers(self, method: str, target: str, body: bytes, nonce: str) -> dict[str, str]:
        """The headers that prove this call."""
        return headers_with(self._credentials, method, target, body, nonce)

    def heard(self, reply: Reply, asked: str) -> None:
        """Nothing moves on."""

    @property
    def signing_keys(self) -> str:
        """Those it was made with."""
        return self._credentials.signing_keys

    def pin(self, keys: str) -> None:
        """Believe these for as long as this lives."""
        self._credentials = replace(self._credentials, signing_keys=keys)


class _Folder:
    """A data folder whose register may begin a new epoch at any time."""

    def __init__(self, folder: Path, device: Device) -> None:
        self._folder = folder
        self._device = device
        self._device_seen = _state(folder / DEVICE_FILE)

    @property
    def epoch(self) -> str:
        """The life of this register that its numbers belong to now."""
        seen = _state(self._folder / DEVICE_FILE)
        if seen != self._device_seen:
            self._device_seen, self._device = seen, read_device(self._folder)
        return self._device.epoch


class Reader(_Folder):
    """Proves with the credentials of a data folder as its agent has moved them on last."""

    def __init__(self, folder: Path, device: Device) -> None:
        super().__init__(folder, device)
        self._seen = _state(folder / FILE)
        self._credentials = read_credentials(folder, device)

    def headers(self, method: str, target: str, body: bytes, nonce: str) -> dict[str, str]:
        """The headers that prove this call; moving the counter on is left to the agent."""
        seen = _state(self._folder / FILE)
        if seen != self._seen:
            self._seen = seen
            self._credentials = read_credentials(self._folder, self._device)
        return headers_with(replace(self._credentials, next_counter=""), method, target, body, nonce)

    def heard(self, reply: Reply, asked: str) -> None:
        """The agent takes what headquarters hands over."""

    @property
    def signing_keys(self) -> str:
        """Those that the agent has kept last."""
        return self._credentials.signing_keys

    def pin(self, keys: str) -> None:
        """Left to the agent."""


class Owner(_Folder):
    """Proves for the agent, which alone makes the key, moves the counter on and takes a new token."""

    def __init__(
        self,
        folder: Path,
        device: Device,
        clock: Clock,
        random_text: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        super().__init__(folder, device)
        self._clock = clock
        self._random_text = random_text
        self._moved_at: datetime | None = None
        self._credentials = read_credentials(folder, device)
        if not self._credentials.key:
            # Enrolled by a program that knew no keys: headquarters binds the first one it is shown.
            self._keep(replace(self._credentials, key=new_key()))

    def headers(self, method: str, target: str, body: bytes, nonce: str) -> dict[str, str]:
        """The headers that prove this call. A counter that was asked for stays asked for until a reply came."""
        if not self._credentials.next_counter and self._is_due(target):
            following = counter_after(self._credentials.counter, self._random_text())
            self._moved_at = self._clock.now()
            self._keep(replace(self._credentials, next_counter=following))
        return headers_with(self._credentials, method, target, body, nonce)

    def heard(self, reply: Reply, asked: str) -> None:
        """Headquarters has moved the counter on, where it was asked to; a token that it hands over is the one now.

        An answer that was long under way says nothing about what was asked for since.
        """
        kept = self._credentials
        if asked and kept.next_counter == asked:
            kept = replace(kept, counter=kept.next_counter, next_counter="")
        if isinstance(reply, HelloReply) and reply.token:
            kept = replace(kept, token=reply.token)
        if kept != self._credentials:
            self._keep(kept)

    @property
    def signing_keys(self) -> str:
        """The keys of headquarters that this register believes."""
        return self._credentials.signing_keys

    def pin(self, keys: str) -> None:
        """Believe these keys of headquarters from now on."""
        self._keep(replace(self._credentials, signing_keys=keys))

    def _is_due(self, target: str) -> bool:
        last, now = self._moved_at, self._clock.now()
        pause = MOVE_ON_WAITING_AFTER if _WAITS in target else MOVE_ON_AFTER
        return last is None or not timedelta(0) <= now - last < pause

    def _keep(self, credentials: Credentials) -> None:
        """Use what is on the disk, and nothing else: of a full disk sales still go out, with what was kept before."""
        try:
            write_credentials(self._folder, credentials)
        except OSError as fault:
            log.warning("the credentials of this register cannot be kept: %s", fault.strerror)
        else:
            self._credentials = credentials


def _state(file: Path) -> tuple[int, int]:
    """Another one after the file was written anew."""
    try:
        stat = file.stat()
    except FileNotFoundError:
        return 0, 0
    return stat.st_ino, stat.st_mtime_ns


def new_key() -> str:
    """A new private key, in hexadecimal."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - 30 ms to load

    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def sign(key: str, text: bytes) -> str:
    """The signature of a private key over this text; both in hexadecimal."""
    return _pair(key)[0].sign(text).hex()


def headers_with(
    credentials: Credentials, method: str, target: str, body: bytes, nonce: str
) -> dict[str, str]:
    """The headers that prove a call by these credentials."""
    headers = {"Authorization": f"Bearer {credentials.token}"} if credentials.token else {}
    if not credentials.key:
        return headers
    _, public = _pair(credentials.key)
    said = signed_text(
        method, target, digest(body), nonce, credentials.token, credentials.counter, credentials.next_counter
    )
    headers |= {
        KEY_HEADER: public,
        COUNTER_HEADER: credentials.counter,
        PROOF_HEADER: sign(credentials.key, said),
    }
    if credentials.next_counter:
        headers[NEXT_COUNTER_HEADER] = credentials.next_counter
    return headers


@lru_cache(maxsize=4)
def _pair(key: str) -> "tuple[Ed25519PrivateKey, str]":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - as above

    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key))
    return private, private.public_key().public_bytes_raw().hex()
