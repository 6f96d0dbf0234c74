"""Whether headquarters has signed what a row says: by the keys that enrolment pinned, kept outside the databases."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from channel_db.credentials import FILE, read_credentials
from channel_db.device import Device
from retail.wire.signed_rows import SIGNATURE, SIGNED_BY, SIGNED_FEEDS, signed_row

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Trust(Protocol):
    """Who knows whether a row is to be believed."""

    def is_signed(self, feed: str, key: str, value: Mapping[str, Any]) -> bool: ...


class PinnedTrust:
    """Believes what one of the pinned keys has signed. A register that was pinned none yet believes what it is told."""

    def __init__(self, folder: Path, device: Device) -> None:
        self._folder = folder
        self._device = device
        self._seen: tuple[int, int] | None = None
        self._keys: tuple[str, ...] = ()

    def is_signed(self, feed: str, key: str, value: Mapping[str, Any]) -> bool:
        """Whether this row is as headquarters signed it."""
        return is_signed_by(self._pinned(), feed, key, value)

    def _pinned(self) -> tuple[str, ...]:
        """The keys as the agent has kept them last."""
        try:
            stat = (self._folder / FILE).stat()
        except FileNotFoundError:
            return ()
        seen = (stat.st_ino, stat.st_mtime_ns)
        if seen != self._seen:
            self._keys = keys_in(read_credentials(self._folder, self._device).signing_keys)
            self._seen = seen
        return self._keys


def keys_in(text: str) -> tuple[str, ...]:
    """The keys that credentials name, the newest last."""
    return tuple(text.split())


def is_signed_by(pinned: Sequence[str], feed: str, key: str, value: Mapping[str, Any]) -> bool:
    """Whether one of these keys has signed this row; true of feeds that nobody signs, and where no key is pinned."""
    if feed not in SIGNED_FEEDS or not pinned:
        return True
    by = str(value.get(SIGNED_BY, ""))
    return by in pinned and has_signed(by, str(value.get(SIGNATURE, "")), signed_row(feed, key, value))


@lru_cache(maxsize=1024)
def has_signed(key: str, signature: str, said: bytes) -> bool:
    """Whether this signature over these bytes is of this key; both in hexadecimal."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - 30 ms to load

    try:
        _public(key).verify(bytes.fromhex(signature), said)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=16)
def _public(key: str) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - as above

    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
