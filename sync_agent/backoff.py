"""How long to wait after a failure: doubling up to a cap, anywhere in between at random."""

import random
from datetime import datetime, timedelta

FIRST_SECONDS = 1.0
CONTACT_CAP_SECONDS = 30.0
"""Looking for headquarters is one small call: a shop whose line is back should not wait for long."""
DOCUMENT_CAP_SECONDS = 300.0
"""What headquarters could not take is tried again seldom."""


AWAY_SHARE = 4
"""A line that has just gone may be back in a moment: no wait is longer than this part of the time it has been away."""


def contact_cap_seconds(away: timedelta) -> float:
    """How long to wait at most before headquarters is looked for again that was lost so long ago."""
    return min(CONTACT_CAP_SECONDS, max(FIRST_SECONDS, away.total_seconds() / AWAY_SHARE))


def wait_seconds(failures: int, randomness: random.Random, cap_seconds: float) -> float:
    """A wait after so many failures in a row: full jitter, so that not all registers come back at once.

    Source: capped exponential back-off with full jitter, uniform(0, min(cap, first * 2 ** (failures - 1))).
    """
    if failures < 1:
        return 0.0
    # The exponent is limited so that weeks of failures cannot overflow.
    return randomness.uniform(0, min(cap_seconds, FIRST_SECONDS * 2 ** min(failures - 1, 16)))


def next_try(
    now: datetime,
    failures: int,
    randomness: random.Random,
    cap_seconds: float,
    asked_seconds: float | None = None,
) -> datetime:
    """When to try again; never before headquarters asked to be tried (`asked_seconds`)."""
    wait = wait_seconds(failures, randomness, cap_seconds)
    return now + timedelta(seconds=max(wait, asked_seconds or 0.0))
