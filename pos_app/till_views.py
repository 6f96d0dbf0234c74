"""What the sheets about the till and its shifts show, as frozen data, and the part of the desk they ask."""

from dataclasses import dataclass, field
from typing import Protocol

from pos_app.view_parts import ChoiceView, FactView, Values


@dataclass(frozen=True, slots=True)
class CountView:
    """Counting a shift: what happened in it, before anybody counts; `also` is what is counted beside the cash.

    `declared` are the amounts that were counted before, by tender type; `shift` is the id of one that was closed blind,
    empty for the open one.
    """

    facts: tuple[FactView, ...]
    currency: str
    also: tuple[ChoiceView, ...] = ()
    declared: Values = field(default_factory=dict)
    shift: str = ""


@dataclass(frozen=True, slots=True)
class MovementView:
    """Cash that goes into the till or out of it: whether it goes in a bag, and whether it needs a reason."""

    title: str
    sentence: str
    facts: tuple[FactView, ...]
    currency: str
    has_bag: bool = False
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class BlindShiftView:
    """A shift that was closed blind; `why_not` says why it cannot be closed yet."""

    id: str
    text: str
    detail: str
    start: str
    counted: str
    why_not: str = ""


class TillDesk(Protocol):
    """What the sheets about the till and its shifts open with."""

    def suspended(self) -> tuple[ChoiceView, ...]:
        """The sales that are set aside, newest first; `value` is what resumes one."""

    def count(self, shift: str = "") -> CountView:
        """What is asked when a shift is counted: the open one, or one that was closed blind."""

    def movement(self, operation: str) -> MovementView:
        """What is asked when cash is put in or taken out."""

    def blind_shifts(self) -> tuple[BlindShiftView, ...]:
        """The shifts that were closed blind and wait to be counted, oldest first."""
