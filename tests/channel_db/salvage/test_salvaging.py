"""Claims: of a damaged journal everything that can be proved goes on, nothing else does, and no number comes twice."""

import errno
import hashlib
import json
import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from channel_db import room, single
from channel_db.engine import open_journal
from channel_db.errors import DatabaseBusy, DatabaseDamaged, DiskTrouble, NoRoomToSalvage
from channel_db.journal.repository import Journal
from channel_db.salvage import copies, salvaging
from channel_db.salvage.interrupted import WORKSHOP, finish_interrupted
from channel_db.salvage.report import Salvaged
from channel_db.salvage.salvaging import salvage_journal
from retail.barcodes import receipt_number
from retail.wire.protocol import UploadResult
from retail.wire.uploads import TransactionDocument
from tests.channel_db.making import (
    EPOCH,
    NOW,
    SetClock,
    add_customer,
    conclude,
    customer,
    order_cart,
    sale_cart,
)

PAGE = 4096
SALES = 40


@dataclass(frozen=True)
class Shop:
    """A folder whose journal holds sales and orders, and their documents as they were kept."""

    folder: Path
    texts: dict[str, str]

    def damage(self, *pages: int) -> None:
        with (self.folder / "journal.db").open("r+b") as file:
            for page in pages:
                file.seek(page * PAGE)
                file.write(b"\x5a" * PAGE)

    def pages_of(self, text: str) -> list[int]:
        """The pages that hold a piece of text."""
        content = (self.folder / "journal.db").read_bytes()
        found, at = [], content.find(text.encode())
        while at >= 0:
            found.append(at // PAGE)
            at = content.find(text.encode(), at + 1)
        return found


@pytest.fixture
def shop(journal: Journal, tmp_path: Path) -> Shop:
    texts = {}
    for at in range(1, SALES + 1):
        with journal.unit_of_work() as work:
            made = conclude(work, order_cart(at) if at % 5 == 0 else sale_cart(at))
        texts[made.id] = made.written()
        if at == SALES // 2:
            sent = [UploadResult(id=id, outcome="stored") for id in texts]
            journal.acknowledge(sent, NOW)
    journal.close()
    return Shop(tmp_path, texts)


def salvage(shop: Shop, epochs: list[str] | None = None) -> Salvaged:
    begun = [] if epochs is None else epochs
    return salvage_journal(shop.folder, SetClock(NOW + timedelta(days=1)), "HOUSTON-1", EPOCH, begun.append)


def reopened(shop: Shop) -> Journal:
    return open_journal(shop.folder, SetClock(NOW + timedelta(days=1)))


def kept_texts(journal: Journal) -> dict[str, str]:
    found = {}
    for (text,) in journal._connection.exec_driver_sql("SELECT text FROM transactions"):
        found[TransactionDocument.read(text).id] = text
    return found


def check(shop: Shop, salvaged: Salvaged) -> None:
    """What holds whatever was damaged."""
    journal = reopened(shop)
    texts = kept_texts(journal)
    assert all(shop.texts[id] == text for id, text in texts.items())
    assert len(texts) == salvaged.proved
    if salvaged.is_last_known:
        assert salvaged.proved + len(salvaged.unproved) == SALES
    journal.verify_chain()
    offered = {entry.uuid for entry in journal.outbox()}
    known = {uuid for (uuid,) in journal._connection.exec_driver_sql("SELECT uuid FROM outbox")}
    assert set(texts) <= known
    assert offered <= known
    with journal.unit_of_work() as work:
        assert work.next_number("transaction") == salvaged.next_number > SALES
    entry = list(journal.entries())[-1]
    assert (entry.kind, json.loads(entry.text)["aside"]) == ("journal.salvaged", salvaged.aside)
    journal.close()


def test_one_lost_page_costs_what_lay_in_it_and_the_report_names_exactly_that(shop: Shop) -> None:
    victim = list(shop.texts)[24]
    shop.damage(*shop.pages_of(victim))
    before = hashlib.sha256((shop.folder / "journal.db").read_bytes()).hexdigest()
    epochs: list[str] = []

    salvaged = salvage(shop, epochs)

    check(shop, salvaged)
    assert epochs == [f"{EPOCH}.2"]
    assert TransactionDocument.read(shop.texts[victim]).number in salvaged.unproved
    first = receipt_number("HOUSTON-1", salvaged.unproved[0])
    assert first in (shop.folder / salvaged.report).read_text(encoding="utf-8")
    assert 0 < len(salvaged.unproved) < SALES // 2
    assert hashlib.sha256((shop.folder / salvaged.aside).read_bytes()).hexdigest() == before
    assert not (shop.folder / WORKSHOP).exists()


def test_a_bit_that_turned_over_in_an_amount_is_proved_by_nothing(shop: Shop) -> None:
    id, text = list(shop.texts.items())[30]
    file = shop.folder / "journal.db"
    content = file.read_bytes()
    total = text[text.index('"total_minor"') :][:22]
    document = TransactionDocument.read(text)
    places = [at for at in range(len(content)) if content.startswith(id.encode(), at)]
    for at in places:
        end = content.find(total.encode(), at, at + 3 * PAGE)
        if end >= 0:
            digit = end + len('"total_minor":')
            content = content[:digit] + b"9" + content[digit + 1 :]
    file.write_bytes(content)
    shop.damage(shop.pages_of(list(shop.texts)[3])[0])

    salvaged = salvage(shop)

    check(shop, salvaged)
    assert document.number in salvaged.unproved


def test_a_pending_customer_whose_document_is_lost_is_sent_again_for_their_orders_wait_for_them(
    shop: Shop,
) -> None:
    journal = reopened(shop)
    with journal.unit_of_work() as work:
        for at in (91, 92):
            add_customer(work, customer(at))
        work.set_account(customer(92).id, "C000092")
    journal.close()
    with closing(dbapi2.connect(str(shop.folder / "journal.db"))) as driver:
        driver.execute("DROP TRIGGER outbox_unsent_stays")
        driver.execute("DELETE FROM outbox WHERE kind = 'customer'")
        driver.commit()
    shop.damage(shop.pages_of(list(shop.texts)[24])[0])

    salvage(shop)

    journal = reopened(shop)
    assert [each.uuid for each in journal.outbox() if each.kind == "customer"] == [customer(91).id]
    journal.close()


def test_a_file_that_is_none_any_more_goes_on_from_its_copy(shop: Shop) -> None:
    journal = reopened(shop)
    journal.keep_copy(NOW.date())
    with journal.unit_of_work() as work:
        made = conclude(work, sale_cart(90))
    shop.texts[made.id] = made.written()
    journal.close()
    (shop.folder / "journal.db").write_bytes(bytes(PAGE * 8))

    salvaged = salvage(shop)

    journal = reopened(shop)
    assert kept_texts(journal) == {id: text for id, text in shop.texts.items() if id != made.id}
    assert (salvaged.proved, salvaged.is_last_known) == (SALES, False)
    assert salvaged.next_number > made.number
    assert "There may be more" in (shop.folder / salvaged.report).read_text(encoding="utf-8")
    journal.close()


def test_a_file_without_anything_to_read_is_left_alone_for_any_number_may_be_printed(shop: Shop) -> None:
    (shop.folder / "journal.db").write_bytes(b"nothing" * PAGE)
    epochs: list[str] = []

    with pytest.raises(DatabaseDamaged, match="call for help"):
        salvage(shop, epochs)

    assert epochs == []
    assert (shop.folder / "journal.db").read_bytes() == b"nothing" * PAGE
    assert not (shop.folder / WORKSHOP).exists()


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_damaged_what_is_kept_is_true(shop: Shop, seed: int) -> None:
    chance = random.Random(seed)
    pages = (shop.folder / "journal.db").stat().st_size // PAGE
    if seed % 2:
        copies.keep_copy(shop.folder, NOW.date())
    shop.damage(*chance.sample(range(1, pages), 1 + seed % 6))
    before = (shop.folder / "journal.db").read_bytes()

    try:
        salvaged = salvage(shop)
    except DatabaseDamaged:
        # The page that says which tables there are is gone, and no copy stands beside it.
        assert seed % 2 == 0
        assert (shop.folder / "journal.db").read_bytes() == before
    else:
        check(shop, salvaged)


@pytest.mark.parametrize("replaced", [0, 1])
def test_a_crash_in_the_middle_leaves_the_damaged_file_or_the_new_one(
    shop: Shop, replaced: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.damage(5)
    names: list[str] = []
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == "journal.db":
            names.append(self.name)
            if len(names) > replaced:
                raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            salvage(shop)

    finish_interrupted(shop.folder)

    if replaced:
        journal = reopened(shop)
        assert kept_texts(journal)
        journal.close()
    else:
        check(shop, salvage(shop))
    assert not (shop.folder / WORKSHOP).exists()


def test_an_agent_that_is_at_work_is_not_robbed_of_its_file(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.damage(5)
    monkeypatch.setattr(salvaging, "AGENT_SECONDS", 0.0)
    held = single.take(shop.folder, single.AGENT_LOCK, "The agent")
    try:
        with pytest.raises(DatabaseBusy):
            salvage(shop)
    finally:
        held.release()
    with pytest.raises(DatabaseDamaged):
        reopened(shop)


def test_a_journal_of_another_version_is_left_alone(shop: Shop) -> None:
    journal = reopened(shop)
    journal._connection.exec_driver_sql("PRAGMA user_version = 1")
    journal.close()
    before = shutil.copy(shop.folder / "journal.db", shop.folder / "before.db")

    with pytest.raises(DatabaseDamaged):
        salvage(shop)

    assert (shop.folder / "journal.db").read_bytes() == Path(before).read_bytes()


def test_a_full_disk_is_said_before_anything_is_done_and_the_reserve_is_given_up_first(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.damage(5)
    before, epochs = (shop.folder / "journal.db").read_bytes(), list[str]()
    (shop.folder / room.RESERVE).write_bytes(b"x")
    usage = shutil.disk_usage(shop.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=0))

    with pytest.raises(NoRoomToSalvage, match=r"Make \d+ MiB free on it and start again; .*nothing is lost"):
        salvage(shop, epochs)

    assert ((shop.folder / "journal.db").read_bytes(), epochs) == (before, [])
    assert not (shop.folder / WORKSHOP).exists()
    free = iter([0, usage.free])
    (shop.folder / room.RESERVE).write_bytes(b"x")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=next(free, usage.free)))
    check(shop, salvage(shop))
    assert not (shop.folder / room.RESERVE).exists()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("refused", ["damaged.db", "report", "device"])
def test_a_disk_that_fills_up_while_salvaging_is_trouble_in_words_and_nothing_is_lost(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, refused: str, code: int
) -> None:
    shop.damage(5)
    before = (shop.folder / "journal.db").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(code, "the disk")

    def begin(epoch: str) -> None:
        if refused == "device":
            full()

    with monkeypatch.context() as patched:
        if refused == "damaged.db":
            patched.setattr(shutil, "copy2", full)
        elif refused == "report":
            patched.setattr(Path, "write_text", full)
        with pytest.raises(NoRoomToSalvage if code == errno.ENOSPC else DiskTrouble):
            salvage_journal(shop.folder, SetClock(NOW), "HOUSTON-1", EPOCH, begin)

    assert (shop.folder / "journal.db").read_bytes() == before
    assert list(shop.folder.glob("journal.salvaged-*")) == []
    assert not (shop.folder / WORKSHOP).exists()
    check(shop, salvage(shop))
