"""A mark on every row of the catalogue, worked out of its values: a bit that flips in the file makes them differ."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from zlib import crc32

MARK = "mark"
DIGEST = "digest"
"""Of what headquarters said of a row; no part of its mark."""


def mark_of(values: Sequence[Any]) -> int:
    """The mark of these values of a row, in the order of its table's columns."""
    return crc32(_packing()(values))


@cache
def _packing() -> Callable[[Any], bytes]:
    import msgspec  # noqa: PLC0415 - only the agent works marks out; a register starts without it

    return msgspec.msgpack.Encoder().encode
