"""Real programs that are killed at random moments or frozen in the middle of a call: agents and headquarters.

CI plays a few kills from one seed; `--long` plays thousands, of another `--seed` too.
"""

import os
import random
import shutil
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from channel_db.device import read_device
from channel_db.engine import open_catalog, open_journal
from retail.clock import stamp
from retail.shift import Shift
from sync_agent.bootstrap import make_clock
from sync_agent.enrolment import enrol
from sync_agent.errors import HqUnreachable
from tests.faults.till import files
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.fixtures.one_nursery import shared_start
from tests.headquarters.shop import NOW, RETAILER, PaperRegister
from tests.sync_agent.test_agreement import Shop
from tests.sync_agent.test_end_to_end import SHIFT

__all__ = ["files"]

STORE = "HOUSTON"
SEEDS = count(1000)
"""Every register of these tests makes ids of its own."""
SEED = 1
SHORT_KILLS, LONG_KILLS = 3, 2000
SHORT_REGISTERS, LONG_REGISTERS = 4, 50
PAUSE_SECONDS = 0.2
TRIES = 200


class Stand(Shop):
    """One of several registers of a headquarters."""

    def __init__(self, files: Path, folder: Path, running: RunningHeadquarters, number: int) -> None:
        shutil.copytree(files, folder)
        self.folder, self.running, self.clock = folder, running, make_clock(None)
        self.name = f"HOUSTON-{number}"
        code = running.manage("POST", "/v1/manage/enrolment-codes", {"register": self.name})["code"]
        enrol(running.url, str(code), folder, self.clock)
        self.device = read_device(folder)
        self.paper = PaperRegister(self.name, STORE, self.device.epoch, seed=next(SEEDS))
        opened = Shift(SHIFT, 1, stamp(NOW), "cashier", 0, NOW.date())
        with closing(open_journal(folder, self.clock)) as journal, journal.unit_of_work() as work:
            work.open_shift(opened)

    def said(self) -> list[str]:
        """The ids of all that was concluded here."""
        with closing(sqlite.connect(self.folder / "journal.db")) as database:
            return [uuid for (uuid,) in database.execute("SELECT uuid FROM transactions ORDER BY uuid")]

    def at_headquarters(self) -> list[str]:
        rows = self.at_hq(f"SELECT uuid FROM uploads WHERE epoch = '{self.device.epoch}' ORDER BY uuid")
        return [uuid for (uuid,) in rows]


@pytest.fixture(scope="module")
def kills(request: pytest.FixtureRequest) -> int:
    return LONG_KILLS if request.config.getoption("--long") else SHORT_KILLS


@pytest.fixture
def chance(pytestconfig: pytest.Config) -> random.Random:
    given: int | None = pytestconfig.getoption("--seed")
    return random.Random(SEED if given is None else given)


@pytest.fixture(scope="module")
def running(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[RunningHeadquarters]:
    """One headquarters for this file, whose address stays when it is started again."""
    how_many = LONG_REGISTERS if request.config.getoption("--long") else SHORT_REGISTERS
    registers = [{"register": f"HOUSTON-{each}", "store": STORE} for each in range(1, how_many + 1)]
    running = RunningHeadquarters(tmp_path_factory.mktemp("headquarters"), ("--no-schedule", "--seed", "1"))
    try:
        running.start().manage("PUT", "/v1/manage/retailer", {**RETAILER, "registers": registers})
        running.options += ("--port", running.url.rpartition(":")[2])
        yield running
    finally:
        running.stop()


def price(running: RunningHeadquarters, minor: int) -> None:
    apple = RETAILER["products"][0]
    running.manage("PUT", "/v1/manage/retailer", {**RETAILER, "products": [{**apple, "price_minor": minor}]})


def test_43_an_agent_killed_at_random_moments_gets_on_and_carries_everything_both_ways_once(
    tmp_path: Path, files: Path, running: RunningHeadquarters, chance: random.Random, kills: int
) -> None:
    register = Stand(files, tmp_path / "register", running, 1)
    arguments = ["--data", str(register.folder)]
    killed = 0
    with (tmp_path / "errors.txt").open("ab") as errors:
        while killed < kills or not register.at_headquarters():
            register.sell()
            price(running, 9000 + killed)
            agent = shared_start()("sync_agent", arguments, errors)
            time.sleep(chance.uniform(0, PAUSE_SECONDS * (1 + killed / 10)))
            os.kill(agent.pid, signal.SIGKILL)
            agent.wait(60)
            for pipe in (agent.stdin, agent.stdout):
                if pipe is not None:
                    pipe.close()
            killed += 1
            assert killed < kills + TRIES, "no agent got on"

    while register.waiting():
        register.sync()
    register.sync()

    assert register.said() == register.at_headquarters()
    with closing(open_catalog(register.folder, register.clock, writer=False)) as catalog:
        product = catalog.product_by_number("A")
        assert product is not None
        assert product.price_minor == 9000 + killed - 1
        assert not catalog.set_aside(1)
    with closing(open_journal(register.folder, register.clock)) as journal:
        journal.verify_chain()


def test_44_a_headquarters_killed_at_random_moments_while_registers_send_has_all_of_them_once(
    tmp_path: Path, files: Path, running: RunningHeadquarters, chance: random.Random, kills: int
) -> None:
    how_many = LONG_REGISTERS if kills == LONG_KILLS else SHORT_REGISTERS
    registers = [Stand(files, tmp_path / str(each), running, each) for each in range(1, how_many + 1)]
    is_over = threading.Event()
    lost: Counter[str] = Counter()

    def work(register: Stand) -> None:
        while not is_over.is_set():
            register.sell()
            lost[register.name] += not register.step("push").complete
        while register.waiting():
            register.step("push")

    threads = [threading.Thread(target=work, args=(register,)) for register in registers]
    for thread in threads:
        thread.start()
    for _ in range(kills):
        time.sleep(chance.uniform(0.05, PAUSE_SECONDS))
        running.kill()
        running.start()
    is_over.set()
    for thread in threads:
        thread.join()

    assert sum(lost.values()) > 0, "no call met a headquarters that was not there"
    for register in registers:
        assert register.said() == register.at_headquarters()
    assert running.counts()["parked"] == 0
    running.job("synchronize-orders")
    (booked, different) = registers[0].at_hq("SELECT count(*), count(DISTINCT uuid) FROM transactions")[0]
    (kept,) = registers[0].at_hq("SELECT count(*) FROM uploads WHERE kind = 'transaction'")[0]
    assert booked == different == kept


def test_20_a_headquarters_that_vanishes_in_the_middle_of_a_call_ends_it_and_the_retry_makes_nothing_twice(
    tmp_path: Path, files: Path, running: RunningHeadquarters
) -> None:
    register = Stand(files, tmp_path / "register", running, 2)
    register.sell(3)
    client = register.client()
    client.hello()  # the connection is there, and kept for the next call
    with closing(open_journal(register.folder, register.clock)) as journal:
        entries = journal.outbox()
    assert running.process is not None
    os.kill(running.process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(HqUnreachable):
            client.upload(entries, seconds=0.3)
        assert not register.at_headquarters()
    finally:
        os.kill(running.process.pid, signal.SIGCONT)
    client.close()

    register.sync()

    assert register.waiting() == 0
    assert register.said() == register.at_headquarters()
