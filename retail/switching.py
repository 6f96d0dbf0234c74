"""When a register leaves headquarters alone, by how its last calls went and by the offline profile of its store."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LAST_CALLS = 5
"""So many of the last calls say whether the line has got worse; fewer say nothing."""
SLOW_SHARE = 0.5
"""A call that took more of the request time-out than this was slow."""
DEGRADED_SHARE = 0.25
"""The line has got worse once half of the last calls took more of the time-out than this."""


class Answer(StrEnum):
    """What a call came to: the answer, one that cannot be read here, or none in time."""

    GOOD = "good"
    ODD = "odd"
    NONE = "none"


class Cause(StrEnum):
    """Why a register works without headquarters for a while."""

    SILENT = "silent"
    ODD = "odd answer"
    SLOW = "slow answer"
    DEGRADED = "degraded calls"


@dataclass(frozen=True, slots=True)
class Call:
    """One call that somebody waited for. Units: seconds."""

    answer: Answer
    seconds: float


def cause_to_leave(
    calls: Sequence[Call], time_out_seconds: float, *, is_advanced: bool, is_by_performance: bool
) -> Cause | None:
    """Why headquarters is left alone after the last of these calls, the newest last; None where it is not.

    Silence always is a reason. With advanced switching an odd answer and a slow one are too, and by performance that
    the median of the last calls is too long.

    >>> cause_to_leave([Call(Answer.GOOD, 2.0)], 3.0, is_advanced=True, is_by_performance=False).value
    'slow answer'
    """
    if not calls:
        return None
    last = calls[-1]
    if last.answer is Answer.NONE:
        return Cause.SILENT
    if not is_advanced:
        return None
    if last.answer is Answer.ODD:
        return Cause.ODD
    if last.seconds > time_out_seconds * SLOW_SHARE:
        return Cause.SLOW
    newest = sorted([each.seconds for each in calls[-LAST_CALLS:]])
    is_worse = len(newest) == LAST_CALLS and newest[LAST_CALLS // 2] > time_out_seconds * DEGRADED_SHARE
    return Cause.DEGRADED if is_by_performance and is_worse else None
