"""With the real headquarters and real files: enrol, pull, push, and what the line does to them."""

import random
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.credentials import read_credentials, write_credentials
from channel_db.device import read_device, write_device
from channel_db.engine import open_catalog, open_journal
from retail.epochs import next_epoch
from retail.wire.base import Json
from sync_agent.agent import Agent
from sync_agent.bootstrap import make_clock, opened_agent
from sync_agent.hq_client import HqClient
from sync_agent.line import fresh_nonce
from sync_agent.proving import Reader
from sync_agent.steps import Step, take_step
from tests.fixtures.fix_headquarters import RunningHeadquarters, headquarters
from tests.headquarters.shop import ANNA, RETAILER, PaperRegister
from tests.sync_agent.enrolling import enrol_by_program
from tests.sync_agent.misbehaving_hq import MisbehavingHq, answer
from tests.sync_agent.test_main import Started

__all__ = ["headquarters"]
SHIFT = "01900000-0000-7000-8000-0000000000f0"


class Register:
    """An enrolled register's data folder, and what its parts keep in it."""

    def __init__(self, folder: Path, running: RunningHeadquarters) -> None:
        self.folder = folder
        code = running.manage("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-1"})["code"]
        assert enrol_by_program(running.url, code, folder) == 0
        self.device = read_device(folder)
        self.paper = PaperRegister(epoch=self.device.epoch)
        self.clock = make_clock(None)

    def client(self) -> HqClient:
        """Another program of this register that calls headquarters."""
        return HqClient(self.device, self.clock, fresh_nonce, prover=Reader(self.folder, self.device))

    @contextmanager
    def agent(self) -> Iterator[Agent]:
        with opened_agent(self.folder, self.clock, random.Random(1), lambda feed, rows: None) as agent:
            yield agent

    def step(self, name: str) -> Step:
        with self.agent() as agent:
            return take_step(agent, name)

    def keep_story(self) -> tuple[str, str, str]:
        """A new customer and their order: ids of customer, transaction and order."""
        ole = self.paper.customer()
        order = self.paper.order(ole.id, ole.name)
        assert order.order is not None
        journal = open_journal(self.folder, self.clock)
        with journal.unit_of_work() as work:
            work.add_outbox(ole.id, "customer", ole.written())
            work.add_outbox(order.id, "transaction", order.written(), depends_on=ole.id)
        journal.close()
        return ole.id, order.id, order.order.id

    def waiting(self) -> int:
        journal = open_journal(self.folder, self.clock)
        try:
            return journal.waiting().count
        finally:
            journal.close()

    def counts(self, running: RunningHeadquarters) -> Json:
        for name in ("p-job", "synchronize-customers", "synchronize-orders", "1010"):
            running.job(name)
        return running.counts()


AFTER_STORY = {"customers": 2, "orders": 1, "transactions": 1, "cases": 0, "parked": 0}


@pytest.fixture
def register(tmp_path: Path, headquarters: RunningHeadquarters) -> Register:
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER)
    return Register(tmp_path / "register", headquarters)


def test_a_used_code_enrols_nobody(
    tmp_path: Path,
    register: Register,
    headquarters: RunningHeadquarters,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = headquarters.manage("POST", "/v1/manage/enrolment-codes", {"register": "SEATTLE-1"})["code"]
    assert enrol_by_program(headquarters.url, code, tmp_path / "again") == 0
    assert "register SEATTLE-1 of store SEATTLE" in capsys.readouterr().out

    assert enrol_by_program(headquarters.url, code, tmp_path / "other") == 2
    assert capsys.readouterr().err.strip()
    assert not (tmp_path / "other" / "device.json").exists()


def test_the_first_pull_makes_the_register_ready(register: Register) -> None:
    progress: list[tuple[str, int]] = []
    with opened_agent(
        register.folder, register.clock, random.Random(1), lambda feed, rows: progress.append((feed, rows))
    ) as agent:
        done = take_step(agent, "pull")

    assert done.reached
    assert done.skipped == 0
    catalog = open_catalog(register.folder, register.clock, writer=False)
    assert catalog.is_ready()
    apple = catalog.product_by_number("A")
    assert apple is not None
    assert apple.price_minor == 8000
    assert [person.user for person in catalog.all_staff()] == ["cashier"]
    assert catalog.customer(ANNA) is not None
    assert catalog.contact().state == "online"
    catalog.close()
    assert ("products", 1) in progress
    assert register.step("pull").rows == 0


def test_a_customer_and_their_order_come_back_with_account_and_number(
    register: Register,
    headquarters: RunningHeadquarters,
) -> None:
    customer, _, order = register.keep_story()

    assert register.step("push").sent == 2
    assert register.waiting() == 0
    assert register.counts(headquarters) == AFTER_STORY
    assert register.step("pull").reached

    catalog = open_catalog(register.folder, register.clock, writer=False)
    found_customer, found_order = catalog.customer(customer), catalog.order(order)
    catalog.close()
    assert found_customer is not None
    assert found_customer.account == "10002"
    assert found_order is not None
    assert found_order.number == "SO-000001"


def test_what_is_made_under_an_epoch_the_register_began_itself_arrives(
    register: Register, headquarters: RunningHeadquarters
) -> None:
    renewed = replace(register.device, epoch=next_epoch(register.device.epoch))
    write_device(register.folder, renewed)
    register.paper = PaperRegister(epoch=renewed.epoch, number=140)
    register.keep_story()

    assert register.step("sync").sent == 2

    assert register.counts(headquarters) == AFTER_STORY


def test_a_lost_reply_makes_nothing_twice(
    register: Register,
    headquarters: RunningHeadquarters,
) -> None:
    """Headquarters does the work; a line of ours drops the answer."""
    register.keep_story()
    client = register.client()

    def swallow(connection: object, request: object) -> None:
        journal = open_journal(register.folder, register.clock)
        client.upload(journal.outbox())
        journal.close()

    line = MisbehavingHq(swallow)
    write_device(register.folder, replace(register.device, hq_url=line.address))
    lost = register.step("push")
    line.stop()
    client.close()
    assert (lost.sent, lost.reached) == (0, False)
    assert register.waiting() == 2

    write_device(register.folder, register.device)
    assert register.step("push").sent == 2

    assert register.counts(headquarters) == AFTER_STORY


def test_an_error_of_headquarters_keeps_everything(
    register: Register,
    headquarters: RunningHeadquarters,
) -> None:
    register.keep_story()
    line = MisbehavingHq(
        lambda connection, request: connection.sendall(answer(b"{}", status="503 Service Unavailable"))
    )
    write_device(register.folder, replace(register.device, hq_url=line.address))

    assert not register.step("sync").reached
    line.stop()
    write_device(register.folder, register.device)

    assert register.waiting() == 2
    assert register.step("push").sent == 2


def test_the_same_batch_twice_at_once_is_one(
    register: Register,
    headquarters: RunningHeadquarters,
) -> None:
    register.keep_story()
    journal = open_journal(register.folder, register.clock)
    entries = journal.outbox()
    journal.close()
    together = threading.Barrier(4)
    outcomes: list[str] = []

    def send() -> None:
        client = register.client()
        together.wait(timeout=60)
        outcomes.extend(result.outcome for result in client.upload(entries).results)
        client.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)

    assert sorted(outcomes) == ["known"] * 6 + ["stored"] * 2
    assert register.counts(headquarters) == AFTER_STORY


def test_an_agent_killed_while_sending_loses_and_doubles_nothing(
    register: Register,
    headquarters: RunningHeadquarters,
) -> None:
    register.keep_story()
    arrived = threading.Event()

    def hold(connection: object, request: object) -> None:
        arrived.set()
        line.stopping.wait(timeout=60)

    line = MisbehavingHq(hold)
    write_device(register.folder, replace(register.device, hq_url=line.address))
    agent = Started(register.folder)
    assert arrived.wait(timeout=300)
    agent.process.send_signal(signal.SIGKILL)
    agent.clean_up()
    line.stopping.set()
    line.stop()
    assert register.waiting() == 2

    write_device(register.folder, register.device)
    assert register.step("push").sent == 2

    assert register.counts(headquarters) == AFTER_STORY


def test_headquarters_killed_and_started_again_holds_what_it_acknowledged(
    register: Register,
    headquarters: RunningHeadquarters,
) -> None:
    register.keep_story()
    assert register.step("push").sent == 2

    headquarters.kill()
    headquarters.start()

    assert register.counts(headquarters) == AFTER_STORY


def test_a_register_that_lost_its_token_keeps_everything(
    register: Register,
    headquarters: RunningHeadquarters,
) -> None:
    register.keep_story()
    kept = read_credentials(register.folder, register.device)
    write_credentials(register.folder, replace(kept, token="stolen or lost"))

    done = register.step("push")

    assert done.sent == 0
    assert "does not accept this register" in done.words
    assert register.waiting() == 2
