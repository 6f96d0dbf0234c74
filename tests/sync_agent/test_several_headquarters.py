"""Two processes of one headquarters on one PostgreSQL database, and a register that talks to either of them."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from channel_db.device import write_device
from channel_db.engine import open_catalog
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
def offices(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[RunningHeadquarters]]:
    """Both run all jobs, again and again; each has room for one call that nobody waits for."""
    options = ("--database", address, "--job-seconds", "0.2", "--connections", str(RESERVED + 1))
    with ExitStack() as undo:
        running = [RunningHeadquarters(tmp_path_factory.mktemp("office"), options) for _ in range(2)]
        for each in running:
            undo.callback(each.stop)
            each.start()
        running[0].manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running


def test_what_one_of_them_kept_before_it_was_killed_comes_back_from_the_other(
    offices: list[RunningHeadquarters], tmp_path: Path
) -> None:
    first, second = offices
    register = Register(tmp_path / "register", first)
    customer, _, order = register.keep_story()
    assert register.step("pull").reached
    assert register.step("push").sent == 2

    first.kill()
    write_device(register.folder, replace(register.device, hq_url=second.url))
    found_customer = found_order = None
    while not (found_customer and found_customer.account and found_order and found_order.number):
        assert register.step("pull").reached  # from the cursor that the other one gave
        catalog = open_catalog(register.folder, register.clock, writer=False)
        found_customer, found_order = catalog.customer(customer), catalog.order(order)
        catalog.close()

    assert {name: second.counts()[name] for name in AFTER_STORY} == AFTER_STORY
    assert (found_customer.account, found_order.number) == ("10002", "SO-000001")
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
    waiting = threading.Thread(
        target=lambda: outcomes.extend(each["outcome"] for each in register.upload(one))
    )
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
