"""What headquarters signs of a row that says who may do what, and of a new key: a register believes nothing else."""

import json
from collections.abc import Mapping
from typing import Any

SIGNED_FEEDS = ("settings", "staff")
"""The feeds whose rows give rights and limits: each of them carries a signature."""
SIGNED_BY, SIGNATURE = "signed_by", "signature"
"""The fields of such a row: the public key of headquarters and its signature, both in hexadecimal."""
KEYS_PINNED = 2
"""So many keys of headquarters a register believes at once: the present one, and the one before it."""


def signed_row(feed: str, key: str, value: Mapping[str, Any]) -> bytes:
    r"""What is signed of one row: all of it but the signature, in one spelling.

    >>> signed_row("staff", "ann", {"user": "ann", "signature": "5f"})
    b'kassa row\nstaff\nann\n{"user":"ann"}'
    """
    said = {name: value[name] for name in value if name not in (SIGNED_BY, SIGNATURE)}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"kassa row\n{feed}\n{key}\n{text}".encode("utf-8", "surrogatepass")


def signed_key(public_key: str) -> bytes:
    """What a key of headquarters signs to say that this one follows it."""
    return f"kassa signing key\n{public_key}".encode()
