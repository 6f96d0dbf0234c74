"""A register's real files with documents waiting in them, and a headquarters that answers as a test tells it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from channel_db.journal.outbox import OutboxEntry
from channel_db.journal.repository import Journal
from retail.clock import Clock
from retail.wire.protocol import VERSION, FeedPage, FeedRow, UploadReply, UploadResult
from sync_agent.errors import HqFault
from tests.channel_db.making import add_customer, conclude, customer, opened, order_cart, sale_cart


def journal_with(
    folder: Path, clock: Clock, *, customers: int = 0, sales: int = 0, orders: int = 0
) -> Journal:
    """A journal whose outbox holds customers, then sales, then orders that need one of the customers each."""
    journal = opened(folder, clock)
    with journal.unit_of_work() as work:
        for number in range(1, customers + 1):
            add_customer(work, customer(number))
        for number in range(1, sales + 1):
            conclude(work, sale_cart(number))
        for number in range(sales + 1, sales + orders + 1):
            conclude(work, order_cart(number), depends_on=customer(1).id)
    return journal


Answering = Callable[[Sequence[OutboxEntry]], Sequence[UploadResult]]


class ToldHq:
    """Answers uploads by a function, and pages from a list; keeps what it was asked."""

    version = VERSION

    def __init__(self, answering: Answering | None = None, pages: Sequence[Any] = ()) -> None:
        self.answering = answering or stored
        self.pages = list(pages)
        self.batches: list[list[str]] = []
        self.asked: list[tuple[str, str]] = []

    def upload(self, entries: Sequence[OutboxEntry]) -> UploadReply:
        self.batches.append([entry.uuid for entry in entries])
        return UploadReply(**ENVELOPE, results=tuple(self.answering(entries)))

    def page(self, feed: str, cursor: str, *, counted: bool = False) -> FeedPage:
        self.asked.append((feed, cursor))
        for place, page in enumerate(self.pages):
            if isinstance(page, HqFault) or page.feed == feed:
                self.pages.pop(place)
                if isinstance(page, HqFault):
                    raise page
                return page  # type: ignore[no-any-return]
        return page_of(feed, (), cursor=cursor or "0")


ENVELOPE: dict[str, Any] = {"protocol": 1, "nonce": "n", "tenant": "demo", "incarnation": "one", "end": "end"}


def stored(entries: Sequence[OutboxEntry]) -> list[UploadResult]:
    return [UploadResult(id=entry.uuid, outcome="stored") for entry in entries]


def page_of(feed: str, rows: Sequence[FeedRow], cursor: str = "1", *, more: bool = False) -> FeedPage:
    return FeedPage(**ENVELOPE, feed=feed, cursor=cursor, more=more, rows=tuple(rows))


def product(number: str, name: str = "Apple") -> FeedRow:
    return FeedRow(key=number, gone=False, value={"number": number, "name": name})


def price(number: str, price_minor: object) -> FeedRow:
    return FeedRow(key=number, gone=False, value={"number": number, "price_minor": price_minor})
