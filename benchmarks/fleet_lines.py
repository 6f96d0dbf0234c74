"""A thousand registers on one thread: each signs its calls with its own key and says hello at the agent's own pace,
and lets it wait where headquarters offers that.
"""

import asyncio
import copy
import gzip
import json
import math
import random
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from channel_db.credentials import Credentials
from channel_db.device import Device
from retail.clock import Clock, stamp
from retail.wire.proof import counter_after
from retail.wire.protocol import (
    FEED_NAMES,
    FEEDS,
    HELLO,
    NONCE_HEADER,
    TALLY,
    VERSION,
    VERSION_HEADER,
    HeldFeed,
    HeldFeedsRequest,
    TallyRequest,
    cursors_text,
)
from retail.wire.sums import FeedSum, row_digest
from retail.wire.tally import Tally
from sync_agent.agreeing import NEWS_AFTER
from sync_agent.planning import Pace
from sync_agent.proving import MOVE_ON_AFTER, MOVE_ON_WAITING_AFTER, headers_with
from sync_agent.shared_pages import feed_path
from sync_agent.waiting import LEAST_SHARE

BUSY = 503
NOTHING_SOLD = Tally(
    held=0, attention=0, held_minor=0, first=1, last=0, open=(), days=(), chain_number=0, chain_hash=""
)


@dataclass
class Idle:
    """One register with nothing to send, as headquarters sees it."""

    device: Device
    credentials: Credentials
    clock: Clock
    cursors: dict[str, str] = field(default_factory=dict)
    held: dict[str, dict[str, int]] = field(default_factory=dict)
    """Of each feed the digests of its rows, by their keys."""
    calls: int = 0
    put_off: int = 0
    """Calls that headquarters had no time for."""
    cut: int = 0
    """Calls that got no answer."""
    may_wait: bool = True
    """Whether it takes up that its hello may wait; else it asks at its pace."""
    offered_seconds: int = 0
    moved_at: float = -math.inf
    """When it moved its counter on last, by the loop's time."""
    compared_at: float = -math.inf
    """When it compared what it holds with headquarters last."""
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def read_up(self, like: "Idle | None") -> None:
        """Be where a register is that has read everything: as another one of its store, or by reading itself."""
        if like is None:
            self.cursors = {feed: await self._read(feed, "") for feed in FEED_NAMES}
        else:
            self.cursors, self.held = dict(like.cursors), copy.deepcopy(like.held)
        told = TallyRequest(
            protocol=VERSION,
            register_name=self.device.register_name,
            epoch=self.device.epoch,
            tally=NOTHING_SOLD,
        )
        await self.call("POST", TALLY, told.written().encode())

    async def live(self, phase: float, until: float) -> None:
        """Say hello at the agent's pace, and read what has news."""
        loop, shares = asyncio.get_running_loop(), random.Random(self.device.register_name)
        await asyncio.sleep(phase)
        while loop.time() < until:
            begun = loop.time()
            wait = int(self.offered_seconds * shares.uniform(LEAST_SHARE, 1)) if self.may_wait else 0
            try:
                await self._hear(wait)
            except (OSError, EOFError):  # the connection was ended: the next hello opens its own
                self.hang_up()
                self.cut += 1
            await asyncio.sleep(max(0.0, begun + Pace().pull_seconds - loop.time()))

    async def _hear(self, wait: int) -> None:
        """Say hello, read what has news, and have it compared."""
        said, now = await self.hello(wait), asyncio.get_running_loop().time
        news = said.get("news") or ()
        await self.read_news(news)
        if news and now() - self.compared_at >= NEWS_AFTER.total_seconds():
            await self._compare(news)
            self.compared_at = now()
        self.offered_seconds = int(said.get("wait_seconds", 0))

    async def read_news(self, feeds: Iterable[str]) -> None:
        """Read these feeds to their ends."""
        for feed in feeds:
            self.cursors[feed] = await self._read(feed, self.cursors[feed])

    def hang_up(self) -> None:
        """End the connection."""
        if self._line is not None:
            self._line[1].close()
            self._line = None

    async def call(
        self, method: str, target: str, body: bytes = b"", *, moves: bool = False
    ) -> dict[str, Any]:
        """One signed call, and what it is answered."""
        nonce = secrets.token_hex(16)
        if moves and not self.credentials.next_counter:
            following = counter_after(self.credentials.counter, nonce[:8])
            self.credentials = replace(self.credentials, next_counter=following)
        sent = self.credentials
        place = urlsplit(self.device.hq_url)
        headers = {
            "Host": place.netloc, NONCE_HEADER: nonce, VERSION_HEADER: str(VERSION), "Accept": "application/json",
            "Accept-Encoding": "gzip", "User-Agent": f"kassa/{VERSION}",
            **headers_with(sent, method, target, body, nonce),
        }  # fmt: skip
        if body:
            headers |= {"Content-Length": str(len(body)), "Content-Type": "application/json"}
        if self._line is None:
            self._line = await asyncio.open_connection(place.hostname, place.port)
        reader, writer = self._line
        lines = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
        writer.write(f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode() + body)
        self.calls += 1
        status, given, answer = await _answer(reader)
        if status == BUSY:
            self.put_off += 1
            return {}
        if status != 200:
            raise RuntimeError(f"{self.device.register_name}: {status} {answer!r}")
        if sent.next_counter:
            self.credentials = replace(sent, counter=sent.next_counter, next_counter="")
        said: dict[str, Any] = json.loads(
            gzip.decompress(answer) if given.get("content-encoding") else answer
        )
        return said

    async def hello(self, wait_seconds: int = 0) -> dict[str, Any]:
        """Say hello as the agent does."""
        now = asyncio.get_running_loop().time()
        pause = MOVE_ON_WAITING_AFTER if wait_seconds else MOVE_ON_AFTER
        moves = now - self.moved_at >= pause.total_seconds()
        self.moved_at = now if moves else self.moved_at
        said = {
            "now": stamp(self.clock.now()), "program": "0.1.0", "data_from": stamp(self.clock.now()),
            "tally": NOTHING_SOLD.digest(self.device.epoch), "read": cursors_text(self.cursors),
        }  # fmt: skip
        if wait_seconds:
            said["wait_seconds"] = str(wait_seconds)
        return await self.call("GET", f"{HELLO}?{urlencode(said)}", moves=moves)

    async def _read(self, feed: str, cursor: str) -> str:
        more = True
        while more:
            page = await self.call("GET", feed_path(feed, cursor, marks=bool(cursor)))
            if not page:
                return cursor
            if page.get("pages"):
                raise RuntimeError(f"{feed} has more news than a page")
            held = self.held.setdefault(feed, {})
            for row in page["rows"]:
                held.pop(row["key"], None)
                held |= {} if row["gone"] else {row["key"]: row_digest(row["key"], row["value"])}
            cursor, more = page["cursor"], page["more"]
        return cursor

    async def _compare(self, feeds: Iterable[str]) -> None:
        """Have headquarters compare what has come of these feeds, as the agent does once a minute at most."""
        sums = {feed: FeedSum().plus(self.held[feed].values()) for feed in feeds}
        held = tuple([
            HeldFeed(feed=feed, cursor=self.cursors[feed], count=sum.rows, total=sum.written())
            for feed, sum in sums.items()
        ])  # fmt: skip
        said = HeldFeedsRequest(protocol=VERSION, feeds=held).written().encode()
        answer = await self.call("POST", FEEDS, said)
        wrong = [each for each in answer.get("feeds", ()) if each["standing"] == "other"]
        if wrong:
            raise RuntimeError(f"{self.device.register_name}: {wrong}")


async def live(fleet: list[Idle], seconds: float) -> None:
    """Let the whole fleet live for so long, each register at its own moment, and hang up."""
    loop, phases = asyncio.get_running_loop(), random.Random(1)
    until = loop.time() + seconds
    lives = [
        loop.create_task(each.live(phases.uniform(0, Pace().pull_seconds), until + 1e9)) for each in fleet
    ]
    await asyncio.wait(lives, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION) if lives else None
    for each in lives:
        each.cancel()
    for ended in await asyncio.gather(*lives, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended
    hang_up(fleet)


def hang_up(fleet: list[Idle]) -> None:
    """End every connection: the next loop opens its own."""
    for each in fleet:
        each.hang_up()


async def read_up(fleet: list[Idle]) -> None:
    """Let every register read everything; those of a store read the same."""
    first: dict[str, Idle] = {}
    for each in fleet:
        await each.read_up(first.get(each.device.store))
        first.setdefault(each.device.store, each)
    hang_up(fleet)


async def _answer(reader: asyncio.StreamReader) -> tuple[int, dict[str, str], bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    given = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:]) if name
    }
    return int(head[0].split()[1]), given, await reader.readexactly(int(given["content-length"]))


def folders(place: Path, count: int) -> list[Path]:
    """Where the registers keep their credentials."""
    return [place / f"register-{number}" for number in range(count)]
