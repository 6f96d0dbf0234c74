"""What has not been sent, as a file that a person carries to headquarters: signed, so that nobody can change it."""

from typing import Literal

from retail.wire.base import Part
from retail.wire.protocol import Upload


class HandedOver(Part):
    """Every document that headquarters has not accepted, in the order they were made."""

    protocol: int
    tenant: str
    register_name: str
    made_at: str
    documents: tuple[Upload, ...]


class SignedFile(Part):
    """The file: a HandedOver as it was written, and the signature of the register's key over it, in hexadecimal."""

    kind: Literal["kassa unsent documents"]
    signature: str
    text: str


def signed_over(text: str) -> bytes:
    """What is signed of such a file: never what could be signed of a call."""
    return f"kassa unsent documents\n{text}".encode("utf-8", "surrogatepass")
