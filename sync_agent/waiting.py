"""The hello that waits at headquarters for news while this register has nothing to tell, beside all other calls.

What cuts it off is either headquarters, which is gone then, or something in between that lets no call wait for so long,
such as a proxy: where headquarters answers the very next call, less is asked for from then on, down to not waiting at
all. Once an hour it is tried again.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from retail.wire.protocol import WAIT_SECONDS_MAX, HelloReply
from retail.wire.tally import Tally
from sync_agent.line import Waited

LEAST_SHARE = 0.8
"""At least so much of the time that is possible is asked for: registers that began together end apart."""
SHORTER = 0.75
"""A wait that was cut off is tried with so much of the time that it lasted."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a hello says that headquarters has to hear again once it is another."""

    tally: Tally
    layout: str
    cursors: Mapping[str, str]

    def tells_the_same(self, other: "Saying | None") -> bool:
        """Whether the register itself stands as it did; how far it has read aside."""
        return other is not None and (self.tally, self.layout) == (other.tally, other.layout)


class WaitingHello:
    """The one hello of this register that waits, if there is one; one thread uses it.

    `least_seconds` is the pace of hellos that do not wait: less than that is not worth waiting.
    """

    def __init__(self, randomness: random.Random, least_seconds: float) -> None:
        self._random = randomness
        self._least_seconds = least_seconds
        self._limit: float = WAIT_SECONDS_MAX
        self._cut_after: float | None = None
        self._offered = 0
        self._call: Waited[HelloReply] | None = None
        self._said: Saying | None = None
        self.begun_at: datetime | None = None

    @property
    def is_on(self) -> bool:
        """Whether one waits."""
        return self._call is not None

    @property
    def is_over(self) -> bool:
        """Whether one has waited, and its answer is to be looked at."""
        return self._call is not None and self._call.is_over

    def says(self, saying: Saying) -> bool:
        """Whether one waits that says just this."""
        return self._call is not None and self._said == saying

    def offered(self, seconds: int) -> None:
        """Headquarters has said how long the next hello may wait."""
        self._offered = seconds

    def seconds_to_ask(self) -> int:
        """How long the next one is to wait; 0: it is not to."""
        most = min(self._offered, self._limit)
        seconds = int(most * self._random.uniform(LEAST_SHARE, 1)) if most >= self._least_seconds else 0
        return seconds if seconds >= self._least_seconds else 0

    def begin(self, call: Waited[HelloReply], saying: Saying, now: datetime) -> None:
        """One waits from now on."""
        self._call, self._said, self.begun_at = call, saying, now

    def end(self) -> Waited[HelloReply]:
        """The one that is over; none waits any more."""
        call, self._call = self._call, None
        if call is None:
            raise RuntimeError("no hello waits")
        return call

    def drop(self) -> None:
        """Nobody waits for it any more."""
        self._call = None

    def was_cut(self, now: datetime) -> None:
        """It brought no answer."""
        self._cut_after = None if self.begun_at is None else (now - self.begun_at).total_seconds()

    def is_proved(self, failures: int) -> None:
        """Headquarters has answered a call after so many failures."""
        cut_after, self._cut_after = self._cut_after, None
        if cut_after is not None and failures == 1:
            self._limit = min(self._limit, max(cut_after, 0) * SHORTER)

    def try_again(self) -> None:
        """The line may be another one by now."""
        self._limit = WAIT_SECONDS_MAX
