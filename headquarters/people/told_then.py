"""What registers may have gone by at a moment, of what they were told one after another."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

NOT_HEARD = timedelta(days=30)
"""So long after something else was said a register may not have heard of it, and be right to go by what it was told."""
CLOCK_OFF = timedelta(days=1)
"""So much the clock of a register may be behind when something is used that was just said."""


class Said(Protocol):
    """Something that counts from this moment on."""

    said_at: str


S = TypeVar("S", bound=Said)


def told_at(rows: Sequence[S], moment: datetime) -> list[S]:
    """Those of these rows, oldest first, that a register may have gone by at this moment."""
    found = []
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        is_begun = row is rows[0] or datetime.fromisoformat(row.said_at) <= moment + CLOCK_OFF
        is_over = following is not None and datetime.fromisoformat(following.said_at) + NOT_HEARD < moment
        if is_begun and not is_over:
            found.append(row)
    return found
