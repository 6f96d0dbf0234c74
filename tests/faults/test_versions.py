"""Programs of different ages: what a register sold is taken whatever version it speaks, as long as that is read."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial

import pytest

from channel_db.device import write_device
from channel_db.engine import open_catalog, open_journal
from retail.customers import Address
from retail.wire.contents import HELD_BACK
from retail.wire.versions import Versions
from sync_agent import bootstrap
from sync_agent.hq_client import HqClient
from tests.faults.till import Till, files, till
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.shop import NOW, RETAILER
from tests.headquarters.statements.closing import closed

__all__ = ["files", "till"]


@pytest.fixture(
    scope="module", params=["tests.headquarters.newer", "tests.headquarters.older", "headquarters"]
)
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningHeadquarters]:
    folder = tmp_path_factory.mktemp("headquarters")
    (folder / "clock").write_text(NOW.isoformat())
    options = ("--no-schedule", "--seed", "1", "--clock", str(folder / "clock"))
    running = RunningHeadquarters(folder, options, module=request.param)
    try:
        running.start().manage("PUT", "/v1/manage/retailer", RETAILER)
        yield running
    finally:
        running.stop()


def products(till: Till) -> int:
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        return int(catalog.product_by_number("A") is not None)


def update(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program of the register is put in its place that speaks 1 to 4."""
    monkeypatch.setattr(bootstrap, "HqClient", partial(HqClient, spoken=Versions(1, 4)))


@pytest.mark.parametrize("running", ["tests.headquarters.newer"], indirect=True)
def test_62_a_register_with_an_old_program_sends_all_it_sold_and_is_told_nothing_new_until_it_is_updated(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.sell(3)

    step = till.step("sync")
    again = till.step("sync")

    assert (till.at_headquarters(), till.waiting(), products(till)) == (3, 0, 0)
    assert (step.complete, again.complete) == (False, False)
    assert "what is new is told from version 4 on. Update it. What it sells is taken." in step.words
    assert till.contact().state == "online"
    till.sell()
    update(monkeypatch)
    assert till.step("sync").complete
    assert (till.at_headquarters(), till.waiting(), products(till)) == (4, 0, 1)


@pytest.mark.parametrize("running", ["headquarters"], indirect=True)
def test_71_a_newer_program_finds_the_version_of_an_older_headquarters_and_all_arrives_both_ways(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(monkeypatch)
    till.sell(3)

    assert till.step("sync").complete

    assert (till.at_headquarters(), till.waiting(), products(till)) == (3, 0, 1)
    assert till.at_hq("SELECT count(*) FROM uploads WHERE state = 'parked'") == [(0,)]


@pytest.mark.parametrize("running", ["tests.headquarters.older"], indirect=True)
def test_71_what_an_older_headquarters_cannot_read_waits_in_words_until_it_is_updated_and_the_rest_arrives(
    till: Till,
) -> None:
    plain, grouped = Address("home", line1="Storgt 1"), Address("home", line1="Storgt 2", tax_group="A")
    till.sell(2)
    customers = [
        till.paper.customer("Ole", addresses=(plain,)),
        till.paper.customer("Ada", addresses=(grouped,)),
    ]
    with closing(open_journal(till.folder, till.clock)) as journal, journal.unit_of_work() as work:
        for each in customers:
            work.add_outbox(each.id, "customer", each.written())
    till.sell()
    shift = closed(till.paper, [])
    with closing(open_journal(till.folder, till.clock)) as journal, journal.unit_of_work() as work:
        work.add_outbox(shift.id, shift.kind, shift.written())

    till.step("sync")
    till.step("sync")

    assert till.at_hq("SELECT count(*) FROM uploads WHERE state <> 'parked'") == [(4,)]
    assert till.at_hq("SELECT count(*) FROM uploads WHERE text LIKE '%tax_group%' OR state = 'parked'") == [
        (0,)
    ]
    with closing(open_journal(till.folder, till.clock)) as journal:
        waiting = journal.outbox()
    assert [(each.uuid, each.state) for each in waiting] == [
        (customers[1].id, "waiting"),
        (shift.id, "waiting"),
    ]
    assert {each.last_error for each in waiting} == {HELD_BACK}

    till.running.stop()
    till.running.module = "headquarters"
    till.running.start()
    till.device = replace(till.device, hq_url=till.running.url)
    write_device(till.folder, till.device)
    assert till.step("sync").complete
    assert till.at_hq('SELECT count(*) FROM uploads WHERE text LIKE \'%"tax_group":"A"%\'') == [(1,)]
    assert till.at_hq("SELECT count(*) FROM uploads WHERE kind = 'shift' AND state <> 'parked'") == [(1,)]
    assert till.waiting() == 0
