"""What a doctor finds: one thing, how it is, and in words what was seen or what to do."""

from dataclasses import dataclass
from enum import IntEnum

from retail.messages import Message


class State(IntEnum):
    """How a finding is; the worst one is the program's status."""

    WELL = 0
    WARNING = 1
    BROKEN = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, how it is, and in words what was seen or what to do.

    `what` is for programs, and the same in every language.
    """

    what: str
    state: State
    message: Message

    @property
    def words(self) -> str:
        """The words in English."""
        return str(self.message)
