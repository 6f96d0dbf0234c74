"""One agent with its real files and client, and a headquarters that answers as it is told to."""

import gzip
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from channel_db.journal.repository import Journal
from retail.clock import stamp
from retail.wire.protocol import UploadRequest
from sync_agent.agent import Agent
from sync_agent.hq_client import HqClient
from sync_agent.planning import Pace
from tests.channel_db.making import (
    SetClock,
    conclude,
    sale_cart,
)
from tests.sync_agent.carrying import journal_with
from tests.sync_agent.conftest import counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, Request, answer, proper_body


@dataclass
class Books:
    """Answers as headquarters does, from what it was sent; `down` answers 503 instead."""

    incarnation: str = "one"
    down: bool = False
    uploads_down: bool = False
    asks: bool = False
    clock: SetClock = field(default_factory=SetClock)
    wants_tally: bool = False
    news: tuple[str, ...] | None = None
    pages_left: dict[str, int] = field(default_factory=dict)
    sells: Callable[[], object] = lambda: None
    """What happens at the register while headquarters keeps its documents."""
    published: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def __call__(self, connection: Any, request: Request) -> None:
        self.lines.append(request.line.split()[1])
        if self.down or (self.uploads_down and request.body):
            connection.sendall(answer(b'{"detail": "closed"}', status="503 Service Unavailable"))
            return
        if self.lines[-1] in ("/v1/feeds", "/v1/journal"):  # as an older headquarters
            connection.sendall(answer(b'{"detail": "There is no such call."}', status="404 Not Found"))
            return
        if self.lines[-1] == "/v1/tally":
            connection.sendall(answer(b'{"detail": "tally.shelf is unknown"}', status="422 Unprocessable"))
            return
        connection.sendall(
            answer(proper_body(request, incarnation=self.incarnation, **self._fields(request)))
        )

    def _fields(self, request: Request) -> dict[str, Any]:
        path = request.line.split()[1]
        if request.body:
            body = request.body
            if request.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            results = []
            for upload in UploadRequest.read(body).documents:
                outcome = "known" if upload.id in self.kept else "stored"
                self.kept[upload.id] = upload.text
                results.append({"id": upload.id, "outcome": outcome})
            self.sells()
            return {"results": results}
        if path.startswith("/v1/feeds/"):
            feed = path.split("/")[3].partition("?")[0]
            rows = self.published.pop(feed, [])
            left = self.pages_left[feed] = max(self.pages_left.get(feed, 1) - 1, 0)
            return {"feed": feed, "cursor": f"{self.incarnation}.{left + 1}", "more": left > 0, "rows": rows}
        now = stamp(self.clock.now())
        said = {"now": now, "upload_asked": self.asks, "tally_wanted": self.wants_tally}
        return said if self.news is None else {**said, "news": self.news}

    @property
    def pulls(self) -> int:
        return len([line for line in self.lines if line.startswith("/v1/feeds/customers")])


class Shop:
    """A register's files, its agent, and the headquarters it talks to."""

    def __init__(self, folder: Path, hq: MisbehavingHq) -> None:
        self.clock = SetClock()
        self.books = Books(clock=self.clock)
        hq.behaviour = self.books
        self.journal: Journal = journal_with(folder, self.clock)
        self.catalog: Catalog = open_catalog(folder, self.clock, writer=True)
        self.client = HqClient(device_at(hq.address), self.clock, counted_nonces())
        self.agent = self.new_agent()

    def new_agent(self) -> Agent:
        return Agent(
            client=self.client,
            journal=self.journal,
            catalog=self.catalog,
            clock=self.clock,
            randomness=random.Random(1),
            pace=Pace(),
            progress=lambda feed, rows: None,
        )

    def sell(self, number: int) -> str:
        with self.journal.unit_of_work() as work:
            return conclude(work, sale_cart(number)).id

    def turns(self, seconds: float, each: float = 0.25) -> None:
        """Let the agent take its turns while so much time goes by."""
        for _ in range(round(seconds / each)):
            self.agent.turn()
            self.clock.go_on(seconds=each)

    def offered_to_a_restored_headquarters(self) -> list[str]:
        """What is offered to a headquarters that was put back, once the agent has forgotten what it may."""
        self.turns(1)
        self.clock.go_on(hours=2)
        self.turns(1)
        self.books.kept.clear()
        self.books.incarnation = "two"
        self.turns(60)
        return list(self.books.kept)


@pytest.fixture
def shop(tmp_path: Path, hq: MisbehavingHq) -> Iterator[Shop]:
    shop = Shop(tmp_path, hq)
    yield shop
    shop.client.close()
    shop.catalog.close()
    shop.journal.close()
