"""Faults of a journal that lost what waited to be sent: what it still proves goes to the letter, the rest is named."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from channel_db.engine import open_journal
from channel_db.salvage.salvaging import salvage_journal
from retail.info_codes import InfoCode, InfoEvent
from tests.fixtures.fix_register import DEVICE, Register, SetClock, Shop, at_work
from tests.fixtures.one_process import OFFLINE, OneProcess, Till
from tests.pos_app.operations.test_fulfilment import shipped as shipped_by
from tests.rehearsal.test_deliveries_put_right import HOUSTON, carried, described, shipped

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
PAGE = 4096
WHY = InfoCode("why", InfoEvent.VOID_LINE, "Why is it struck?")
TO_THE_LETTER = {"transaction", "customer", "customer_change", "shift", "correction"}
Texts = dict[str, tuple[str, str]]


def texts_of(folder: Path) -> Texts:
    """Every document that is kept to be sent or was sent: kind and text by id."""
    journal = open_journal(folder, SetClock())
    rows = journal._connection.exec_driver_sql("SELECT uuid, kind, text FROM outbox ORDER BY id").all()
    journal.close()
    return {uuid: (kind, text) for uuid, kind, text in rows}


def lose_outbox(folder: Path) -> None:
    """The page on which all documents that wait begin is overwritten, as a disk may do it."""
    journal = open_journal(folder, SetClock())
    sql = "SELECT rootpage FROM sqlite_master WHERE name = 'outbox'"
    page = journal._connection.exec_driver_sql(sql).scalar_one()
    journal.close()
    with (folder / "journal.db").open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\x5a" * PAGE)


@pytest.fixture
def shop_of_one(tmp_path: Path) -> Iterator[tuple[OneProcess, Till]]:
    with ExitStack() as undo:
        world = OneProcess(tmp_path / "retailer", described(replace(HOUSTON, info_codes=(WHY,))), NOW, undo)
        till = world.tills["HOUSTON-1"]
        till.do("user.sign_in", user="manager", pin="271548")
        till.do("shift.open", start="1000")
        yield world, till


def a_day(world: OneProcess, till: Till) -> None:
    """Orders, customers, a correction and two shifts; some of it has been sent, some not."""
    till.line.mode = OFFLINE
    _, document = shipped(till, "SHOE")
    world.publish(described(replace(HOUSTON, delivery_modes=("ground", "post"), info_codes=(WHY,))))
    carried(world, till)
    till.do("shift.close", counted={"cash": "1000"})
    carried(world, till)
    till.line.mode = OFFLINE
    till.do("shift.open", start="500")
    till.do("product.add", number="SHOE")
    till.do("line.void", line=1, **{"info:why": "Rain"})
    till.do("transaction.void")
    till.do("order.fix_delivery", id=document, mode="post")
    added = till.do("customer.add", name="Kari Nordmann").values["customer"]
    till.do("customer.add_address", id=added, address={"line1": "Storgata 2", "city": "Oslo"})
    till.do("product.add", number="SHOE")
    till.do("tender.cash")
    till.do("transaction.conclude")
    till.do("shift.close", counted={"cash": "600"})


def test_36_documents_whose_outbox_is_lost_are_sent_to_the_letter_and_what_is_not_proved_is_named(
    shop_of_one: tuple[OneProcess, Till],
) -> None:
    world, till = shop_of_one
    a_day(world, till)
    till.close()
    before = texts_of(till._folder)
    assert {kind for kind, _ in before.values()} == TO_THE_LETTER | {"info"}
    lose_outbox(till._folder)

    till.open()

    salvaged = till.session.salvaged
    assert salvaged is not None
    after = texts_of(till._folder)
    assert after == {uuid: said for uuid, said in before.items() if said[0] in TO_THE_LETTER}
    (answers,) = [uuid for uuid, (kind, _) in before.items() if kind == "info"]
    assert [(each.kind, each.id, each.user) for each in salvaged.lost] == [("info", answers, "manager")]
    assert salvaged.again == {
        "transaction": 2,
        "customer": 1,
        "customer_change": 1,
        "shift": 2,
        "correction": 1,
    }
    assert [kind for kind, _ in salvaged.by_form] == ["customer", "customer_change"]
    report = (till._folder / salvaged.report).read_text(encoding="utf-8")
    assert f"answers to questions {answers}" in report
    assert "tell your manager" in str(salvaged.words)

    till.open_carrier()
    carried(world, till)
    world.settle()
    assert till.waiting() == 0
    assert sorted(world.texts()) == sorted(after.values())
    assert world.troubles() == {"waiting": 0, "parked": 0, "cases": 0}


def test_36_a_shift_of_which_a_receipt_is_lost_is_not_told_otherwise_than_it_was_but_named(
    shop: Shop,
) -> None:
    register = at_work(shop)
    sold = [sell(register) for _ in range(2)]
    shift = register.do("shift.close", counted={"cash": "200"}).values["shift"]
    register.session.journal.close()
    rewrite(
        shop.folder,
        "DELETE FROM outbox",
        "DELETE FROM tenders WHERE transaction_id = 2",
        "DELETE FROM transaction_lines WHERE transaction_id = 2",
        "DELETE FROM transactions WHERE id = 2",
    )

    salvaged = salvage_journal(shop.folder, shop.clock, "HOUSTON-1", DEVICE.epoch, lambda epoch: None)

    assert salvaged.unproved == (2,)
    assert [(each.kind, each.id) for each in salvaged.lost] == [("shift", shift)]
    assert list(texts_of(shop.folder)) == [sold[0]]


def test_36_a_shift_whose_day_turned_over_is_named_and_ends_no_start(shop: Shop) -> None:
    register = at_work(shop)
    sold = sell(register)
    shift = register.do("shift.close", counted={"cash": "100"}).values["shift"]
    register.session.journal.close()
    rewrite(shop.folder, "DELETE FROM outbox", "UPDATE shifts SET business_date = 'garbage'")

    salvaged = salvage_journal(shop.folder, shop.clock, "HOUSTON-1", DEVICE.epoch, lambda epoch: None)

    assert [(each.kind, each.id) for each in salvaged.lost] == [("shift", shift)]
    assert list(texts_of(shop.folder)) == [sold]


def test_36_a_document_that_turned_over_comes_from_the_copy_of_the_day(shop: Shop) -> None:
    register = at_work(shop, info_codes=(WHY,))
    register.do("product.add", number="A")
    register.do("line.void", line=1, **{"info:why": "Rain"})
    register.session.journal.keep_copy(shop.clock.now().date())
    register.session.journal.close()
    before = texts_of(shop.folder)
    rewrite(shop.folder, "UPDATE outbox SET text = replace(text, 'Rain', 'Snow')")

    salvaged = salvage_journal(shop.folder, shop.clock, "HOUSTON-1", DEVICE.epoch, lambda epoch: None)

    after = texts_of(shop.folder)
    assert after == before
    assert all("Rain" in text for kind, text in after.values() if kind == "info")
    assert (salvaged.lost, salvaged.older) == ((), 0)


def test_36_what_headquarters_had_accepted_long_ago_and_was_forgotten_here_is_counted_and_not_called_lost(
    shop: Shop,
) -> None:
    register = at_work(shop, info_codes=(WHY,))
    register.do("product.add", number="A")
    register.do("line.void", line=1, **{"info:why": "Rain"})
    register.session.journal.close()
    rewrite(shop.folder, "DELETE FROM outbox")
    shop.clock.go_on(days=31)

    salvaged = salvage_journal(shop.folder, shop.clock, "HOUSTON-1", DEVICE.epoch, lambda epoch: None)

    assert (salvaged.lost, salvaged.older) == ((), 1)
    assert "1 older ones" in (shop.folder / salvaged.report).read_text(encoding="utf-8")


def test_36_a_chain_whose_older_entry_was_erased_is_proved_to_its_end(shop: Shop) -> None:
    register = at_work(shop)
    with register.session.journal.unit_of_work() as work:
        work.add_journal_entry("2026-11-21T10:00:00.000+00:00", "customer.edit", "cashier",
                               '{"cart":null,"customer":"c-1","fields":["Kari"]}')  # fmt: skip
        work.add_journal_entry("2026-11-21T10:00:01.000+00:00", "user.sign_off", "cashier", "{}")
    with register.session.journal.unit_of_work() as work:
        work.erase({"c-1"}, "2026-11-21T10:00:02.000+00:00")
    entries = len(list(register.session.journal.entries()))
    register.session.journal.close()

    salvaged = salvage_journal(shop.folder, shop.clock, "HOUSTON-1", DEVICE.epoch, lambda epoch: None)

    assert (salvaged.entries, salvaged.entries_read) == (entries, entries)


def test_36_a_step_of_a_delivery_that_is_lost_is_named(shop: Shop) -> None:
    register = at_work(shop)
    order = shipped_by(register)
    register.do("fulfilment.pick", id=order, quantities={"1": "1"})
    register.session.journal.close()
    (step,) = [uuid for uuid, (kind, _) in texts_of(shop.folder).items() if kind == "fulfilment"]
    rewrite(shop.folder, "DELETE FROM outbox WHERE kind = 'fulfilment'")

    salvaged = salvage_journal(shop.folder, shop.clock, "HOUSTON-1", DEVICE.epoch, lambda epoch: None)

    assert [(each.kind, each.id) for each in salvaged.lost] == [("fulfilment", step)]


def sell(register: Register) -> str:
    register.do("product.add", number="A")
    register.do("tender.cash")
    return str(register.do("transaction.conclude").values["transaction"])


def rewrite(folder: Path, *statements: str) -> None:
    """Change the file behind the back of its guards, as damage does."""
    journal = open_journal(folder, SetClock(NOW + timedelta(days=1)))
    connection = journal._connection
    names = (
        connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    )
    for name in names:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in statements:
        connection.exec_driver_sql(statement)
    connection.commit()
    journal.close()
