"""Batches out of order, a headquarters that fails for half an hour, a line up for seconds, a clock that is set back."""

import shutil
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from headquarters.uploads.service import holes
from retail.wire.uploads import CustomerDocument, TransactionDocument
from tests.channel_db.making import SetClock
from tests.headquarters.conftest import Books as HqBooks
from tests.headquarters.conftest import HandClock, parts_on
from tests.headquarters.shop import sent
from tests.sync_agent.carrying import product
from tests.sync_agent.misbehaving_hq import MisbehavingHq, Request, answer
from tests.sync_agent.one_agent import Books, Shop

STATUSES = ("500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout")
HALF_AN_HOUR = 30 * 60


class FailingBooks(Books):
    """Answers every call with one 5xx after the other while `down`, and keeps what was asked then."""

    failed = 0

    def __call__(self, connection: Any, request: Request) -> None:
        if not self.down:
            super().__call__(connection, request)
            return
        status = STATUSES[self.failed % len(STATUSES)]
        self.failed += 1
        connection.sendall(answer(b'{"detail": "closed"}', status=status))


@pytest.fixture
def agent(tmp_path: Path, hq: MisbehavingHq) -> Iterator[Shop]:
    shop = Shop(tmp_path, hq)
    yield shop
    shop.client.close()
    shop.catalog.close()
    shop.journal.close()


def test_12_half_an_hour_of_5xx_parks_nothing_asks_seldom_and_everything_goes_after(
    agent: Shop, hq: MisbehavingHq
) -> None:
    agent.books = hq.behaviour = books = FailingBooks(down=True)
    sales = [agent.sell(number) for number in range(1, 31)]

    agent.turns(HALF_AN_HOUR, each=2)

    assert HALF_AN_HOUR / 30 < books.failed < HALF_AN_HOUR / 5, (
        "a random wait of 30 s at most, 15 s on average"
    )
    waiting = agent.journal.waiting()
    assert (waiting.count, waiting.attention) == (30, 0)
    books.down = False
    agent.turns(31, each=1)
    assert list(books.kept) == sales
    assert agent.journal.waiting().count == 0


def test_48_what_was_acknowledged_while_a_clock_was_set_back_is_kept_once_it_is_right(
    agent: Shop,
) -> None:
    agent.books.clock = SetClock()
    agent.clock.go_on(days=-400)
    sale = agent.sell(1)
    agent.turns(3)
    agent.clock.go_on(days=400)

    assert agent.offered_to_a_restored_headquarters() == [sale]


class BlinkingBooks(Books):
    """Up for 3 s, down for 5 s, by the clock of the register; what it publishes comes in many pages."""

    def __init__(self, shop: Shop, pages: int, down_seconds: float = 5) -> None:
        super().__init__(clock=shop.clock, news=())
        self._down_seconds = down_seconds
        self._shop = shop
        self._pages = pages
        self._began = shop.clock.now()
        self.delivered_in: set[int] = set()
        self.cursors: list[str] = []

    @property
    def seconds(self) -> float:
        return (self._shop.clock.now() - self._began).total_seconds()

    @property
    def is_up(self) -> bool:
        return self.seconds % (3 + self._down_seconds) < 3

    def __call__(self, connection: Any, request: Request) -> None:
        self._shop.clock.go_on(seconds=0.4)
        if not self.is_up:
            return
        super().__call__(connection, request)
        if request.body:
            self.delivered_in.add(int(self.seconds // 8))

    def _fields(self, request: Request) -> dict[str, Any]:
        path = request.line.split()[1]
        if not path.startswith("/v1/feeds/products"):
            return super()._fields(request)
        cursor = path.partition("cursor=")[2].partition("&")[0]
        self.cursors.append(cursor)
        page = int(cursor or "0") + 1
        row = product(str(page))
        more = page < self._pages
        rows = [{"key": row.key, "gone": False, "value": row.value}] if page <= self._pages else []
        return {"feed": "products", "cursor": str(min(page, self._pages)), "more": more, "rows": rows}


def test_18_a_line_up_for_3_s_and_down_for_5_delivers_and_a_pull_never_begins_again(
    agent: Shop, hq: MisbehavingHq
) -> None:
    agent.books = hq.behaviour = books = BlinkingBooks(agent, pages=5)
    sales: list[str] = []

    while books.seconds < 160:
        if books.seconds // 8 > len(sales):
            sales.append(agent.sell(len(sales) + 1))
        agent.agent.turn()
        agent.clock.go_on(seconds=0.25)

    phases = int(books.seconds // 8)
    assert len(books.delivered_in) > phases / 3, (
        "more often than not it is not even noticed that the line is back"
    )
    assert list(books.kept) == sales[: len(books.kept)]
    assert len(books.kept) > len(sales) - 5, "the sales of the last waits are on their way"
    assert books.cursors[:5] == ["", "1", "2", "3", "4"], "a page that came is not asked for again"
    assert agent.catalog.cursor("products") == "5"


def seconds_of_the_work(folder: Path, hq: MisbehavingHq, down_seconds: float) -> float:
    """How long it takes on this line to send a morning's sales and to read forty pages."""
    folder.mkdir()
    shop = Shop(folder, hq)
    shop.books = hq.behaviour = books = BlinkingBooks(shop, pages=40, down_seconds=down_seconds)
    sales = {shop.sell(number) for number in range(1, 21)}
    while not (sales == books.kept.keys() and shop.catalog.cursor("orders")):
        shop.agent.turn()
        shop.clock.go_on(seconds=0.25)
        assert books.seconds < 3600
    for each in (shop.client, shop.catalog, shop.journal):
        each.close()
    return books.seconds


def test_18_a_line_up_for_3_s_and_down_for_5_takes_four_times_as_long_as_a_steady_one_at_most(
    tmp_path: Path, hq: MisbehavingHq
) -> None:
    steady, blinking = (seconds_of_the_work(tmp_path / f"{down}", hq, down) for down in (0, 5))

    assert steady < blinking < 4 * steady


def books_after(folder: Path, empty: Path, order: Sequence[int]) -> tuple[object, ...]:
    """What headquarters holds after three batches of one register arrived in this order."""
    shutil.copytree(empty, folder)
    clock = HandClock()
    books = HqBooks(parts_on(folder, clock), clock, folder)
    register = books.enrol()
    ole = register.customer()
    batches: list[list[CustomerDocument | TransactionDocument]] = [
        [ole, register.order(ole.id, "Ole Moe")],
        [register.sale()],
        [register.sale(), register.sale(2)],
    ]
    for at in order:
        books.upload(*[sent(document) for document in batches[at]])
    books.job("synchronize-customers")
    books.job("synchronize-orders")
    with books.parts.database.reading() as session:
        missing = holes(session)
        sales = session.execute(
            text("SELECT uuid, number, total_minor FROM transactions ORDER BY uuid")
        ).all()
    found = (missing, sales, books.counts(), books.orders(), books.cases())
    books.parts.database.close()
    return found


def test_04_batches_in_any_order_leave_the_same_books_without_a_hole(
    shop_folder: Path, tmp_path: Path
) -> None:
    found = [
        books_after(tmp_path / str(at), shop_folder, order) for at, order in enumerate(permutations(range(3)))
    ]

    assert len(found) == 6
    assert all(each == found[0] for each in found)
