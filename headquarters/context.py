"""What every part of the running headquarters is given: database, clock, ids, processor of cards, administrator."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, cast

from fastapi import Depends, Request

from card_terminal.port import CardTerminal
from headquarters.database import Database
from headquarters.devices.heard import Heard
from headquarters.devices.waiting import Waiting
from headquarters.errors import OtherVersion
from headquarters.feeds.heads import Heads
from headquarters.feeds.ready import ReadyPages
from headquarters.feeds.sums import FeedSums
from headquarters.feeds.telling import Position
from headquarters.pacing import Pacing
from headquarters.tallies.compared import Compared
from retail.clock import Clock, stamp
from retail.ids import Ids
from retail.wire.protocol import ENVIRONMENTS, SPOKEN, TOLD
from retail.wire.versions import Versions


@dataclass(frozen=True)
class Headquarters:
    """The parts of one running headquarters, made by the composition root."""

    database: Database
    clock: Clock
    ids: Ids
    administrator_token_hash: str
    processor: CardTerminal
    folder: Path
    """Where files lie that are no books: those that people import."""
    environment: str = ENVIRONMENTS[0]
    process: str = ""
    """Which of the processes on this database it is; no two have the same, nor does one after its next start."""
    spoken: Versions = SPOKEN
    told: Versions = TOLD
    heard: Heard = field(default_factory=Heard)
    waiting: Waiting = field(default_factory=Waiting)
    pages: ReadyPages = field(default_factory=ReadyPages)
    heads: Heads = field(default_factory=Heads)
    pacing: Pacing = field(default_factory=Pacing)
    feed_sums: FeedSums = field(default_factory=FeedSums)
    compared: dict[str, Compared] = field(default_factory=dict)
    """What was found last of each register, so that nothing is compared again while nothing has changed."""
    positions: dict[str, dict[str, Position]] = field(default_factory=dict)
    """How far each register was last known to have read its settings, so that nothing is noted again."""

    def now(self) -> str:
        """The present moment as it is stored: in UTC, so that stored moments sort as text."""
        return stored(self.clock.now())

    def check_version(self, theirs: int) -> None:
        """Register and headquarters understand each other.

        Raises:
            OtherVersion: they do not.
        """
        if not self.spoken.has(theirs):
            raise OtherVersion(theirs, self.spoken)

    def is_administrator(self, token: str) -> bool:
        """Whether this is the administrator's token, compared in constant time."""
        return hmac.compare_digest(token_hash(token), self.administrator_token_hash)


def stored(moment: datetime) -> str:
    """A moment as it is stored."""
    return stamp(moment.astimezone(UTC))


def token_hash(token: str) -> str:
    """What is kept of a token or a code. They have 80 random bits or more, so a plain hash cannot be searched."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def headquarters_of(request: Request) -> Headquarters:
    """The parts, inside a route."""
    return cast("Headquarters", request.app.state.headquarters)


Context = Annotated[Headquarters, Depends(headquarters_of)]
