"""The skeleton every feed stands on: a name, how its values are read, and where the key stands in them."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from retail.messages import Message
from retail.wire.protocol import FeedRow
from retail.wire.unfit import faults_in, no_value, other_key

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Poisoned:
    """A row that cannot be used, and why; the rows around it are."""

    key: str
    why: Message


@dataclass(frozen=True, slots=True)
class Sorted:
    """A page taken apart: what may be applied, and what may not."""

    good: tuple[FeedRow, ...]
    poisoned: tuple[Poisoned, ...]


@dataclass(frozen=True, slots=True)
class Feed(Generic[M]):
    """One feed. `read` reads a value's text; `key_of` finds the key in it, so that no row can change another one's."""

    name: str
    read: Callable[[str], M]
    key_of: Callable[[M], object]

    def sort(self, rows: Iterable[FeedRow]) -> Sorted:
        """Tell the rows that can be used from those that cannot; tombstones need no value."""
        good: list[FeedRow] = []
        poisoned: list[Poisoned] = []
        for row in rows:
            why = self._fault(row)
            if why is None:
                good.append(row)
            else:
                poisoned.append(Poisoned(row.key, why))
        return Sorted(tuple(good), tuple(poisoned))

    def _fault(self, row: FeedRow) -> Message | None:
        if row.gone:
            return None
        if row.value is None:
            return no_value()
        try:
            value = self.read(json.dumps(row.value))
            key = self.key_of(value)
        except ValidationError as fault:
            return faults_in(fault)
        return None if key == row.key else other_key()
