"""Whether the time that a document bears can be right: registers write what their clocks show, also a wrong one."""

import json
from datetime import datetime, timedelta

from retail.version import RELEASED

AHEAD_MAX = timedelta(minutes=5)
"""So far the clock of a register may be before headquarters' own."""


def doubtful_time(text: str, received_at: str) -> str:
    """The time this document says it was made at, where no clock that is right can have shown it: before there was this
    program, or after the document had come. Empty where the time may be right.
    """
    try:
        made_at = str(json.loads(text)["made_at"])
        made = datetime.fromisoformat(made_at)
        is_doubtful = made < RELEASED or made - datetime.fromisoformat(received_at) > AHEAD_MAX
    except (ValueError, KeyError, TypeError):
        return ""  # it cannot be read, or bears no time: its reason says so
    return made_at if is_doubtful else ""
