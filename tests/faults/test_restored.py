"""Faults of a journal that was put back from an older copy: no number that was printed is given out again."""

import json
import shutil
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from channel_db.bringing_back import BROUGHT_BACK, Missing, bring_back, missing_of
from channel_db.device import read_device, write_device
from channel_db.engine import open_catalog, open_journal
from channel_db.printed import FILE, Printed, numbers_above
from channel_db.restored import RAISED
from headquarters.orders.models import Transaction
from headquarters.tallies.holding import UNDER_WAY
from headquarters.uploads.branching import branches_of, take_in
from headquarters.uploads.models import State
from pos_app.register.news import News
from retail.clock import stamp
from retail.epochs import branch_epoch, next_epoch
from sync_agent.bringing_back import BringingBack
from sync_agent.hq_client import HqClient
from sync_agent.watched_hq import WatchedHq
from tests.faults.shop_of_two import PIN, RETAILER
from tests.fixtures.fix_register import DEVICE, Register, SetClock, Shop, at_work, desk_of
from tests.fixtures.one_process import OFFLINE, ONLINE, OneProcess, Till
from tests.headquarters.shop import PaperRegister
from tests.sync_agent.conftest import always, counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, answer

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def sell(register: Register | Till, product: str = "A") -> str:
    """The number of the receipt of one sale."""
    register.do("product.add", number=product)
    register.do("tender.cash")
    return str(register.do("transaction.conclude").values["receipt_number"])


def numbers_of(*numbers: int) -> list[str]:
    return [f"HOUSTON-1-{number:06d}" for number in numbers]


def put_back(folder: Path, copy: Path) -> None:
    """As somebody does it with the register closed: the old file in place of the one there."""
    for end in ("-wal", "-shm"):
        (folder / f"journal.db{end}").unlink(missing_ok=True)
    shutil.copy(copy, folder / "journal.db")


def copied(register: Register | Till, to: Path) -> Path:
    register.session.journal._connection.exec_driver_sql(f"VACUUM INTO '{to}'")
    return to


def test_54_a_journal_put_back_while_offline_is_noticed_before_the_first_sale(
    shop: Shop, tmp_path: Path
) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    printed = [sell(register) for _ in range(2)]
    copy = copied(register, tmp_path / "old.db")
    printed += [sell(register) for _ in range(3)]
    register.session.journal.close()
    put_back(shop.folder, copy)

    register = at_work(shop)

    strip = desk_of(register).view().strip
    assert strip is not None
    assert "Receipts HOUSTON-1-000003 to HOUSTON-1-000005 are not here" in strip.text
    assert sell(register) == "HOUSTON-1-000006"
    document = register.session.journal.last_transaction()
    assert document is not None
    assert document.epoch == read_device(shop.folder).epoch == next_epoch(DEVICE.epoch)
    raised = next(each for each in register.session.journal.entries() if each.kind == "numbers.raised")
    assert (json.loads(raised.text)["first"], json.loads(raised.text)["last"]) == (3, 5)
    assert printed == numbers_of(1, 2, 3, 4, 5)
    assert at_work(shop).session.restored is None, "told once"
    assert read_device(shop.folder).epoch == next_epoch(DEVICE.epoch)


def test_54_a_power_cut_before_the_mark_was_written_is_no_restore(shop: Shop) -> None:
    register = at_work(shop)
    sell(register)
    before = (shop.folder / FILE).read_bytes()
    sell(register)
    register.session.journal.close()
    (shop.folder / FILE).write_bytes(before)

    register = at_work(shop)

    assert (register.session.restored, register.session.device.epoch) == (None, DEVICE.epoch)
    assert sell(register) == "HOUSTON-1-000003"
    assert Printed(shop.folder).numbers()["transaction"] == 3


@pytest.mark.parametrize("text", ["", "[]", "{", '{"transaction": "x"}', '{"transaction": null}', "\xe9"])
def test_54_a_mark_that_cannot_be_read_says_nothing_and_is_written_anew(shop: Shop, text: str) -> None:
    (shop.folder / FILE).write_text(text, encoding="latin-1")

    assert sell(at_work(shop)) == "HOUSTON-1-000001"

    assert Printed(shop.folder).numbers()["transaction"] == 1


def test_53_at_the_first_contact_headquarters_tells_the_last_number_and_the_register_goes_on_above_it(
    tmp_path: Path,
) -> None:
    with ExitStack() as undo:
        world = OneProcess(tmp_path / "world", RETAILER, NOW, undo)
        till = world.tills["HOUSTON-1"]
        till.do("user.sign_in", user="cashier", pin=PIN)
        till.do("shift.open")
        folder = till.session.folder
        assert till.session.shift is not None
        shift = till.session.shift.id
        sold = [sell(till, "SHOE") for _ in range(2)]
        copy = copied(till, tmp_path / "old.db")
        sold += [sell(till, "SHOE") for _ in range(3)]
        world.settle()
        till.close()
        put_back(folder, copy)
        (folder / FILE).unlink()
        till.open_carrier()
        till.open()
        till.line.mode = OFFLINE
        fork = sell(till, "SOCK")
        (tmp_path / "world" / "clock.txt").write_text((NOW + 2 * UNDER_WAY).isoformat())

        news = News(till.session)
        till.line.mode = ONLINE
        till.carry("sync")
        after = sell(till, "SHOE")
        world.settle()

        assert (sold, fork, after) == (numbers_of(1, 2, 3, 4, 5), *numbers_of(3, 6))
        assert till.session.restored is not None
        assert "HOUSTON-1-000004 to HOUSTON-1-000005 are not here" in str(till.session.restored.words)
        assert any("are not here: tell your manager" in each.text for each in news.gather())
        assert not any("are not here" in each.text for each in news.gather())
        assert till.session.device.epoch.endswith(".2")
        assert len([kind for kind, _ in world.texts() if kind == "transaction"]) == 7
        assert (world.troubles()["parked"], till.waiting()) == (1, 0)

        till.carry("sync")
        journal = till.session.journal
        brought = [each for each in world.texts() if each[0] == "transaction" and each[1] not in held(till)]
        assert [json.loads(text)["number"] for _, text in brought] == [3]
        assert {json.loads(each)["number"] for each in held(till)} == {1, 2, 3, 4, 5, 6}
        assert [json.loads(each)["brought"] for each in journal.texts_of(BROUGHT_BACK)] == [2]
        assert sum(each.settled_minor for each in journal.shift_tenders(shift)) == 5 * 12499 + 360
        till.carry("sync")
        assert len(journal.texts_of(BROUGHT_BACK)) == 1, "asked for once"
        booked_as_branch(world)


def booked_as_branch(world: OneProcess) -> None:
    """What was sold before the first contact is in the books once, under numbers of its own, when a person says so."""
    with world.parts.database.writing() as session:
        [branch] = branches_of(session, "HOUSTON-1")
        assert (branch.documents, branch.first, branch.last, branch.money_minor) == (1, 3, 3, 360)
        done = take_in(session, "HOUSTON-1", branch.epoch, branch.last_row, world.parts.now())
        assert (list(done.values()), branches_of(session, "HOUSTON-1")) == ([State.POSTED], [])
    world.settle()
    with world.parts.database.reading() as session:
        booked = [(each.epoch, each.number) for each in session.scalars(select(Transaction))]
        assert sum(session.scalars(select(Transaction.total_minor))) == 6 * 12499 + 360
    assert (branch_epoch(branch.epoch, 1), 3) in booked
    assert (len(set(booked)), world.troubles()["parked"]) == (7, 0)


def held(till: Till) -> list[str]:
    """The texts of the transactions that the register holds."""
    rows = till.session.journal._connection.exec_driver_sql("SELECT text FROM transactions")
    return [row.text for row in rows]


def test_53_what_comes_back_is_sound_stands_on_a_shift_and_takes_no_number_twice(shop: Shop) -> None:
    register = at_work(shop)
    sell(register)
    paper = PaperRegister(epoch=DEVICE.epoch)
    same_number, unsound, proper = [paper.sale() for _ in range(3)]
    unsound = unsound.model_copy(update={"goods_minor": unsound.goods_minor + 1})
    journal = register.session.journal
    texts = [each.written() for each in (same_number, unsound, proper)]

    brought = [bring_back(journal, shop.clock, [*texts, "{"]), bring_back(journal, shop.clock, texts)]

    assert brought == [1, 0]
    assert journal.transaction_text(proper.id) == texts[2]
    assert journal.has_shift(proper.shift)
    assert register.session.journal.open_shift() == register.session.shift
    assert journal.waiting().count == 1, "headquarters has what came from there"


def test_53_an_older_headquarters_gives_nothing_back_and_is_worked_with_as_before(
    hq: MisbehavingHq, tmp_path: Path
) -> None:
    clock = SetClock()
    hq.behaviour = always(answer(b'{"detail": "There is nothing here."}', status="404 Not Found"))
    client = HqClient(device_at(hq.address), clock, counted_nonces())
    with (
        closing(open_journal(tmp_path, clock)) as journal,
        closing(open_catalog(tmp_path, clock, writer=True)) as catalog,
    ):
        with journal.unit_of_work() as work:
            work.add_journal_entry(stamp(clock.now()), RAISED, "", '{"first":3,"last":250}')
        watched = WatchedHq(client, catalog, clock, failed=lambda fault: None, worked=lambda: None)
        bringing = BringingBack(journal, watched, clock)

        bringing.run("a1.2")
        bringing.run("a1.2")

        assert [request.line.split()[1] for request in hq.seen] == ["/v1/transactions?first=3&last=102"]
        assert catalog.contact().state == "unknown"
        assert missing_of(journal) == [Missing(3, 250)]
    client.close()


def test_53_a_register_enrolled_anew_goes_on_above_what_headquarters_holds(shop: Shop) -> None:
    register = at_work(shop)
    sell(register)
    register.session.journal.close()
    write_device(shop.folder, replace(DEVICE, epoch="epoch-2"))
    Printed(shop.folder).raise_to(numbers_above(40))

    register = at_work(shop)

    assert sell(register) == "HOUSTON-1-000041"
    assert register.session.device.epoch == "epoch-2.2"
    assert register.session.restored is not None
