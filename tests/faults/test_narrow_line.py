"""A line of 64 kbit/s with a second on each way, three packets in a hundred lost: forty times as fast, or as it is."""

import random
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from channel_db.device import write_device
from channel_db.engine import open_catalog, open_journal
from retail.wire.tally import money_of
from sync_agent import watched_hq
from sync_agent.bootstrap import opened_agent
from sync_agent.errors import HqUnreachable
from sync_agent.steps import take_step
from tests.faults.till import Till, files, running, till
from tests.fixtures.narrow_line import PACKET, NarrowLine

__all__ = ["files", "running", "till"]
TIMES = 40
"""So many times as fast it is played; with `--long` as it is."""
PRODUCTS = 10_500
DAY = 500
"""So many sales a register makes on a long day."""


@pytest.fixture
def is_as_it_is(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--long"))


@pytest.fixture
def line(till: Till, is_as_it_is: bool) -> Iterator[NarrowLine]:
    times = 1 if is_as_it_is else TIMES
    line = NarrowLine(till.running.url, times * 64_000 / 8, 1 / times, 0.03, random.Random(1))
    write_device(till.folder, replace(till.device, hq_url=line.url))
    yield line
    line.stop()


def sell_for_a_day(till: Till) -> None:
    with closing(open_journal(till.folder, till.clock)) as journal, journal.unit_of_work() as work:
        for sale in (till.paper.sale() for _ in range(DAY)):
            work.add_transaction(sale, sale.written())
            work.add_outbox(sale.id, "transaction", sale.written(), money_minor=money_of(sale))


def seconds_of(line: NarrowLine) -> float:
    """How long all that was carried takes over the line as it is, not forty times as fast: the bytes of both ways one
    after the other, a wait for each packet that is lost, and ten times the way there and back.
    """
    sent = sum(line.carried.values())
    return sent * 8 / 64_000 + sent / PACKET * 0.03 * 4 + 10 * 2


def test_19_a_day_of_sales_and_a_load_of_many_pages_share_a_narrow_line_and_neither_holds_up_the_other(
    till: Till, line: NarrowLine, is_as_it_is: bool
) -> None:
    till.at_hq(
        "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers "
        f"WHERE n < {PRODUCTS}) INSERT INTO changes (feed, scope, key, gone, value) SELECT feed, scope, 'N' || n, 0, "
        "json_set(value, '$.number', 'N' || n, '$.barcodes', json_array()) FROM changes, numbers "
        "WHERE feed = 'products' AND key = 'A'"
    )
    sell_for_a_day(till)
    arrived: list[int] = []

    def page_came(feed: str, rows: int) -> None:
        if feed == "products":
            arrived.append(till.at_headquarters())
            till.sell()

    with opened_agent(till.folder, till.clock, random.Random(1), page_came) as agent:
        began = time.monotonic()
        assert agent.push_now().accepted == DAY
        day = time.monotonic() - began if is_as_it_is else seconds_of(line)
        assert take_step(agent, "sync").complete
        agent.push_now()

    assert day < 5 * 60
    pages = len(arrived)
    assert pages > 2
    assert all(there >= DAY + page - 1 for page, there in enumerate(arrived)), "a sale waits for a page alone"
    assert (till.at_headquarters(), till.waiting()) == (DAY + pages, 0)
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        assert catalog.product_by_number(f"N{PRODUCTS}") is not None
    assert line.lost > 0


def test_19_a_line_too_far_for_the_first_hello_is_given_more_time_and_is_found(
    till: Till, line: NarrowLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched_hq, "HELLO_SECONDS", 0.5)
    line.latency = 0.4
    till.sell()

    with till.agent() as agent:
        assert isinstance(agent.probe(), HqUnreachable)
        assert agent.probe() is None
    assert till.push()[0] == 1
