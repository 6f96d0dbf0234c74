"""What a call brings to prove which register it comes from, and whether a key has signed it."""

from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Request

from headquarters.bodies import BODY_DIGEST
from headquarters.errors import Refusal
from headquarters.replies import nonce_of
from retail.wire.proof import (
    COUNTER_HEADER,
    FIRST_COUNTER,
    KEY_HEADER,
    NEXT_COUNTER_HEADER,
    PROOF_HEADER,
    signed_text,
    step_of,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """The token of a call, and what its sender signed; `key` and `signature` are empty where nothing was signed."""

    token: str
    key: str
    signature: str
    signed: bytes
    counter: str
    next_counter: str
    nonce: str = ""
    is_heard: bool = False
    """Whether this very call was noted as heard already, before it waited."""


KEYS_MAX = 8192
"""So many keys are kept as they are used: more than any retailer has registers that call every minute."""
IS_HEARD = "is_heard"
"""What the state of a request says so under."""


def proof_of(request: Request, token: str) -> Proof:
    """The proof that a call brings.

    Raises:
        Refusal: a counter in it is none, or there is no nonce (400).
    """
    given = request.headers
    counter, following = given.get(COUNTER_HEADER, FIRST_COUNTER), given.get(NEXT_COUNTER_HEADER, "")
    try:
        step_of(counter)
        step_of(following or FIRST_COUNTER)
    except ValueError as fault:
        raise Refusal(400, f"The proof of this call cannot be read: {fault}.") from None
    signature = given.get(PROOF_HEADER, "")
    if not signature:
        return Proof(token, "", "", b"", counter, "")
    path = request.scope["raw_path"].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")
    nonce = nonce_of(request)
    signed = signed_text(
        request.method, f"{path}?{query}" if query else path, getattr(request.state, BODY_DIGEST),
        nonce, token, counter, following,
    )  # fmt: skip
    is_heard = getattr(request.state, IS_HEARD, False)
    return Proof(token, given.get(KEY_HEADER, ""), signature, signed, counter, following, nonce, is_heard)


def is_proved(proof: Proof, key: str) -> bool:
    """Whether this key, in hexadecimal, has signed the call."""
    return has_signed(key, proof.signature, proof.signed)


def has_signed(key: str, signature: str, signed: bytes) -> bool:
    """Whether this signature over these bytes is of this key; both in hexadecimal."""
    try:
        _public(key).verify(bytes.fromhex(signature), signed)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=KEYS_MAX)
def _public(key: str) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
