"""Two processes of one headquarters on one PostgreSQL database, and a register that talks to either of them."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

import psycopg
import pytest

from channel_db.device import read_device, write_device
from channel_db.engine import open_catalog
from headquarters.__main__ import main
from headquarters.units import RESERVED
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.fixtures.fix_postgresql import PostgresServer, postgresql
from tests.headquarters.shop import RETAILER, PaperRegister, sent
from tests.sync_agent.test_end_to_end import AFTER_STORY, Register

__all__ = ["postgresql"]


@pytest.fixture(scope="module")
def address(postgresql: PostgresServer) -> str:
    return postgresql.make()


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[RunningHeadquarters]]:
    """The first of two, on its own file."""
    with ExitStack() as undo:
        running = [RunningHeadquarters(tmp_path_factory.mktemp("office")) for _ in range(2)]
        for each in running:
            undo.callback(each.stop)
        running[0].start().manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running


@pytest.fixture(scope="module")
def register(offices: list[RunningHeadquarters], tmp_path_factory: pytest.TempPathFactory) -> Register:
    return Register(tmp_path_factory.mktemp("register") / "data", offices[0])


def come_to(register: Register, office: RunningHeadquarters) -> None:
    """As a load balancer would have it: the next call goes to this one."""
    write_device(register.folder, replace(read_device(register.folder), hq_url=office.url))


def test_headquarters_moves_and_a_register_goes_on_where_it_was(
    offices: list[RunningHeadquarters], register: Register, address: str
) -> None:
    first, second = offices
    register.keep_story()
    assert register.step("pull").rows > 0
    assert register.step("push").sent == 2

    first.stop()
    assert register.step("pull").reached is False
    assert main(["move", "--data", str(first.folder), "--database", address]) == 0
    for each in offices:
        # Both run all jobs, again and again; each has room for one call that nobody waits for.
        each.options = ("--database", address, "--job-seconds", "0.2", "--connections", str(RESERVED + 1))
        each.start()
    come_to(register, first)

    assert register.step("push").sent == 0
    rows = 0
    while rows < 2:
        rows += register.step("pull").rows
    assert rows == 2  # the customer and the order, and nothing of what was read before
    assert {name: second.counts()[name] for name in AFTER_STORY} == AFTER_STORY


def test_what_one_of_them_kept_before_it_was_killed_comes_back_from_the_other(
    offices: list[RunningHeadquarters], register: Register
) -> None:
    first, second = offices
    customer, _, order = register.keep_story()
    assert register.step("push").sent == 2

    first.kill()
    come_to(register, second)
    found_customer = found_order = None
    while not (found_customer and found_customer.account and found_order and found_order.number):
        assert register.step("pull").reached  # from the cursor that the other one gave
        catalog = open_catalog(register.folder, register.clock, writer=False)
        found_customer, found_order = catalog.customer(customer), catalog.order(order)
        catalog.close()

    assert (found_customer.account, found_order.number) == ("10003", "SO-000002")
    first.start()
    assert first.counts() == second.counts()
    assert [each.log().count("Traceback") for each in offices] == [0, 0]


def test_while_an_upload_waits_others_are_told_to_come_again_and_people_are_served(
    offices: list[RunningHeadquarters], address: str
) -> None:
    office, _ = offices
    register = office.enrol("SEATTLE-1")
    paper = PaperRegister("SEATTLE-1", register.store, register.epoch, seed=8)
    one, other = sent(paper.sale()), sent(paper.sale())
    outcomes: list[str] = []

    def send() -> None:
        """On a busy machine five seconds of waiting can be over before the others have been asked."""
        answer = register.call("POST", "/v1/uploads", register.batch(one))
        while answer.status == 503:
            answer = register.call("POST", "/v1/uploads", register.batch(one))
        outcomes.extend(each["outcome"] for each in answer.json["results"])

    waiting = threading.Thread(target=send)
    with psycopg.connect(address) as somebody:
        somebody.execute("UPDATE devices SET name = name")  # the upload has to wait for this row
        waiting.start()
        with psycopg.connect(address, autocommit=True) as looking:
            while not looking.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
                pass
        for path, body in (("/v1/uploads", register.batch(other)), ("/v1/feeds/orders?cursor=", None)):
            refused = register.call("POST" if body else "GET", path, body)
            assert (refused.status, refused.headers["Retry-After"]) == (503, "1")
            assert refused.json == {"detail": "Headquarters is busy. Try again in a moment."}
        assert register.call("GET", "/v1/hello").status == 200
        assert office.counts()["customers"] > 0
        somebody.rollback()
    waiting.join()

    assert outcomes == ["stored"]
    assert [each["outcome"] for each in register.upload(one, other)] == ["known", "stored"]
