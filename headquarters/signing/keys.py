"""Making, changing and using the key by which headquarters signs rows of its feeds."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.signing.models import SigningKey
from retail.wire.base import Json
from retail.wire.protocol import AnnouncedKey
from retail.wire.signed_rows import SIGNATURE, SIGNED_BY, signed_key, signed_row


def is_signing(session: Session) -> bool:
    """Whether there is a key: there is none in a database of before there were signatures."""
    return session.scalar(select(SigningKey.id).limit(1)) is not None


def make_key(session: Session, at: str, *, is_lost: bool = False) -> str:
    """A new key that signs from now on; the one before it vouches for it, unless that is lost. Its public half."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw().hex()
    before = None if is_lost else _present(session)
    vouched = "" if before is None else _private(before.private_key).sign(signed_key(public)).hex()
    session.add(SigningKey(
        public_key=public, private_key=private.private_bytes_raw().hex(), vouched=vouched, made_at=at))  # fmt: skip
    session.flush()
    return public


def signed(session: Session, feed: str, values: Mapping[str, Json]) -> dict[str, Json | None]:
    """These rows of a feed with the signature of the present key; the same row is signed the same way again."""
    key = _present(session)
    if key is None:
        return dict(values)
    private = _private(key.private_key)

    def with_signature(row: str, value: Json) -> Json:
        signature: Any = private.sign(signed_row(feed, row, value)).hex()
        return value | {SIGNED_BY: key.public_key, SIGNATURE: signature}

    return {row: with_signature(row, value) for row, value in values.items()}


def signature_of(session: Session, content: bytes) -> str:
    """The present key's signature of something that registers never read; empty where there is no key."""
    key = _present(session)
    return "" if key is None else _private(key.private_key).sign(content).hex()


def present_key(session: Session) -> str:
    """The public half of the key that signs now; empty where there is none."""
    key = _present(session)
    return "" if key is None else key.public_key


def announced(session: Session) -> tuple[AnnouncedKey, ...]:
    """Every key since the last that was lost, oldest first, each vouched for by the one before it."""
    known: list[AnnouncedKey] = []
    for key in session.scalars(select(SigningKey).order_by(SigningKey.id)):
        if not key.vouched:
            known.clear()
        known.append(AnnouncedKey(public_key=key.public_key, vouched=key.vouched))
    return tuple(known)


def _present(session: Session) -> SigningKey | None:
    return session.scalars(select(SigningKey).order_by(SigningKey.id.desc()).limit(1)).first()


@lru_cache(maxsize=4)
def _private(key: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key))
