"""Register and headquarters compare what they hold in every cycle: real processes, real files, changed by SQL."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2 as sqlite

from channel_db.catalog.contact import Contact
from channel_db.device import write_device
from channel_db.engine import open_catalog, open_journal
from headquarters.tallies.holding import UNDER_WAY
from retail.clock import stamp
from retail.shift import Shift
from retail.wire.signed_rows import signed_row
from retail.wire.sums import row_digest
from retail.wire.tally import money_of
from retail.wire.uploads import TransactionDocument
from sync_agent.bootstrap import make_clock
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.forms import save
from tests.headquarters.shop import NOW, RETAILER, PaperRegister
from tests.sync_agent.test_end_to_end import SHIFT, Register

SEEDS = count(100)
"""Every register of these tests makes ids of its own."""


class Shop(Register):
    """An enrolled register that sells, and what its headquarters has of it; both read their time from one file."""

    def __init__(self, folder: Path, running: RunningHeadquarters) -> None:
        super().__init__(folder, running)
        self.running = running
        self.clock = make_clock(running.folder / "clock")
        self.paper = PaperRegister(epoch=self.device.epoch, seed=next(SEEDS))
        opened = Shift(SHIFT, 1, stamp(NOW), "cashier", 0, NOW.date())
        with closing(open_journal(self.folder, self.clock)) as journal, journal.unit_of_work() as work:
            work.open_shift(opened)

    def sell(self, sales: int = 1) -> None:
        """Sell apples for cash; each is one commit."""
        for _ in range(sales):
            self.keep(self.paper.sale())

    def keep(self, sale: TransactionDocument) -> None:
        with closing(open_journal(self.folder, self.clock)) as journal, journal.unit_of_work() as work:
            text = sale.written()
            work.add_transaction(sale, text)
            work.add_journal_entry(sale.made_at, "transaction.concluded", sale.user, sale.id)
            work.add_outbox(sale.id, "transaction", text, money_minor=money_of(sale))

    def sync(self) -> None:
        assert self.step("sync").complete

    def probe(self) -> None:
        """One look at headquarters, as the agent takes it before each pull."""
        with self.agent() as agent:
            assert agent.probe() is None

    def contact(self) -> Contact:
        with closing(open_catalog(self.folder, self.clock, writer=False)) as catalog:
            return catalog.contact()

    def differences(self) -> list[dict[str, Any]]:
        """As the register knows them."""
        return [each for each in self._told() if each["kind"] != "parked"]

    def set_aside(self) -> list[dict[str, Any]]:
        """The documents that headquarters told it has set aside."""
        return [each for each in self._told() if each["kind"] == "parked"]

    def _told(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.contact().differences)
        return found

    def at_register(self, statement: str) -> None:
        """As somebody with a database tool does it, who knows how to get past the triggers."""
        with closing(sqlite.connect(self.folder / "journal.db")) as database:
            triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for (name,) in triggers:
                database.execute(f"DROP TRIGGER {name}")
            database.execute(statement)
            database.commit()

    def at_hq(self, statement: str) -> list[Any]:
        """What a statement gives, past headquarters and past the guards of its database."""
        with closing(sqlite.connect(self.running.folder / "headquarters.db")) as database:
            for table in ("uploads", "transactions"):
                database.execute(f"DROP TRIGGER IF EXISTS {table}_not_deleted")
            rows: list[Any] = database.execute(statement).fetchall()
            database.commit()
            return rows

    def cases(self) -> list[tuple[str, int]]:
        """The words of every case of this epoch, and whether it is open."""
        epoch = self.device.epoch
        return self.at_hq(
            f"SELECT words, closed_at IS NULL FROM cases WHERE about LIKE '%{epoch}%' ORDER BY id"
        )

    def office(self) -> str:
        return Browser(self.running.url).sign_in().get("/office")

    def time_goes_by(self, time: timedelta) -> None:
        file = self.running.folder / "clock"
        file.write_text((datetime.fromisoformat(file.read_text()) + time).isoformat())


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """One headquarters process for this file; each test enrols its register anew, under an epoch of its own."""
    folder = tmp_path_factory.mktemp("headquarters")
    (folder / "clock").write_text(NOW.isoformat())
    running = RunningHeadquarters(folder, ("--no-schedule", "--seed", "1", "--clock", str(folder / "clock")))
    try:
        running.start().manage("PUT", "/v1/manage/retailer", RETAILER)
        Browser(running.url).set_up(set_up_code(running))
        yield running
    finally:
        running.stop()


@pytest.fixture
def shop(tmp_path: Path, running: RunningHeadquarters) -> Shop:
    return Shop(tmp_path / "register", running)


SOLD = "HOUSTON-1 says it has 3 transactions of 2 Nov worth 240.00 in cash; headquarters has"


def test_both_agree_and_while_nothing_happens_nothing_is_written(shop: Shop) -> None:
    shop.sell(3)
    shop.sync()
    shop.running.job("synchronize-orders")
    shop.sync()
    assert (shop.differences(), shop.contact().compared_at) == ([], stamp(shop.clock.now()))

    files = [shop.running.folder / "headquarters.db", shop.folder / "journal.db", shop.folder / "catalog.db"]
    with shop.agent() as agent:
        agent.probe()
        watched = [sqlite.connect(file) for file in files]
        before = [each.execute("PRAGMA data_version").fetchall() for each in watched]
        for _ in range(3):
            assert agent.probe() is None
        after = [each.execute("PRAGMA data_version").fetchall() for each in watched]
    for each in watched:
        each.close()
    assert before == after
    assert shop.cases() == []


def test_what_headquarters_lost_is_named_within_one_cycle_and_settled_when_it_is_back(shop: Shop) -> None:
    shop.sell(3)
    shop.sync()
    mine = f"register = 'HOUSTON-1' AND epoch = '{shop.device.epoch}' AND number = 2"
    shop.at_hq("DROP TABLE IF EXISTS aside")
    shop.at_hq(f"CREATE TABLE aside AS SELECT * FROM uploads WHERE {mine}")
    shop.at_hq(f"DELETE FROM uploads WHERE {mine}")

    shop.probe()

    words = f"{SOLD} 2 worth 160.00. Number 2 is missing."
    assert shop.cases() == [(words, 1)]
    assert words in shop.office()
    (difference,) = shop.differences()
    assert (difference["kind"], difference["day"]) == ("day", "2026-11-02")
    assert (difference["ours"], difference["theirs"], difference["theirs_minor"]) == (3, 2, 16000)

    shop.probe()
    shop.sell()
    shop.sync()
    changed = words.replace("3 tr", "4 tr").replace("240", "320").replace("2 worth 160", "3 worth 240")
    assert shop.cases() == [(changed, 1)]

    shop.at_hq("INSERT INTO uploads SELECT * FROM aside")
    shop.probe()
    assert (shop.differences(), [is_open for _, is_open in shop.cases()]) == ([], [0])


def test_what_was_posted_and_is_in_no_books_any_more_is_missing(shop: Shop) -> None:
    shop.sell(3)
    shop.sync()
    shop.running.job("synchronize-orders")
    shop.probe()
    assert shop.differences() == []

    shop.at_hq(f"DELETE FROM transactions WHERE epoch = '{shop.device.epoch}' AND number > 1")
    shop.probe()

    assert shop.cases() == [(f"{SOLD} 1 worth 80.00. Numbers 2 and 3 are missing.", 1)]


def test_a_row_changed_at_the_register_is_named_and_a_case_that_a_person_closed_stays_closed(
    shop: Shop,
) -> None:
    shop.sell(3)
    shop.sync()
    shop.at_register("UPDATE tenders SET tendered_minor = 9000, change_minor = 0, settled_minor = 9000 "
                     "WHERE transaction_id = (SELECT id FROM transactions WHERE number = 2)")  # fmt: skip

    shop.probe()

    words = f"{SOLD.replace('240', '250')} 3 worth 240.00."
    assert shop.cases() == [(words, 1)]
    shop.at_hq("UPDATE cases SET closed_at = opened_at WHERE closed_at IS NULL")
    shop.sync()
    assert shop.cases() == [(words, 0)]
    assert len(shop.differences()) == 1


def test_what_is_on_its_way_is_held_and_no_difference(shop: Shop) -> None:
    shop.sell(2)
    shop.keep(replace_total(shop.paper.sale()))
    shop.probe()
    assert "HOUSTON-1 still holds 3 documents worth 240.00." in shop.office()

    with closing(open_journal(shop.folder, shop.clock)) as journal:
        entries = journal.outbox()
    with shop.agent() as agent:
        agent._client.upload(entries[:1])  # its reply is lost
        assert agent.probe() is None
    assert (shop.differences(), shop.cases()) == ([], [])

    shop.sync()  # the last one is parked
    assert shop.at_hq("SELECT count(*) FROM uploads WHERE state = 'parked'") == [(1,)]
    assert (shop.differences(), shop.cases()) == ([], [])
    assert "still holds" not in shop.office()


def test_a_restored_journal_is_noticed_at_once_and_once(shop: Shop) -> None:
    shop.sell(3)
    shop.sync()
    image = shop.folder.with_name("image.db")
    with closing(sqlite.connect(shop.folder / "journal.db")) as database:
        database.execute("VACUUM INTO ?", (str(image),))
    shop.sell(2)
    shop.sync()
    for file in shop.folder.glob("journal.db*"):
        file.unlink()
    shutil.copy(image, shop.folder / "journal.db")

    shop.sync()

    (behind,) = shop.cases()
    assert behind[0].startswith(
        "The journal of HOUSTON-1 ends at entry 3; it had reached 5. An older copy of its"
    )
    assert [each["kind"] for each in shop.differences()] == ["journal"]

    shop.time_goes_by(UNDER_WAY)
    shop.sync()
    shop.sync()
    assert [each["kind"] for each in shop.differences()] == ["journal", "last"]
    assert [is_open for _, is_open in shop.cases()] == [1, 1]
    assert "says its last transaction is number 3; headquarters has number 5" in shop.cases()[1][0]

    shop.paper.number = 3
    shop.sell()  # the number 4 of before is another sale than this one
    shop.sync()
    assert shop.differences()[-1]["kind"] == "day"
    assert (
        "says it has 4 transactions of 2 Nov worth 320.00 in cash; headquarters has 5" in shop.cases()[-1][0]
    )


@pytest.mark.parametrize(
    ("tampering", "entry"),
    [("UPDATE journal_entries SET text = 'x' WHERE number = 2", 2),
     ("UPDATE journal_entries SET hash = 'x' WHERE number = 3", 3),
     ("DELETE FROM journal_entries WHERE number = 1", 1)],
)  # fmt: skip
def test_an_entry_of_the_journal_that_was_changed_is_named_at_headquarters(
    shop: Shop, tampering: str, entry: int
) -> None:
    shop.sell(3)
    shop.sync()
    shop.at_register(tampering)

    shop.probe()
    shop.probe()

    (case,) = shop.cases()
    assert case[0].startswith(f"Entry {entry} of the journal of HOUSTON-1 is not what it was")
    assert shop.at_hq(f"SELECT count(*) FROM uploads WHERE epoch = '{shop.device.epoch}'") == [(3,)]


def test_a_journal_that_was_changed_before_anything_was_told_is_named_with_the_first_tally(
    shop: Shop,
) -> None:
    shop.sell(2)
    shop.at_register("UPDATE journal_entries SET user = 'x' WHERE number = 1")

    shop.sync()

    assert shop.cases()[0][0].startswith("Entry 1 of the journal of HOUSTON-1 is not what it was")
    assert [each["kind"] for each in shop.differences()] == ["journal"]


def test_a_tally_that_another_version_of_headquarters_kept_is_told_again(shop: Shop) -> None:
    shop.sell(2)
    shop.sync()
    shop.at_hq("UPDATE tallies SET text = '{}'")
    shop.running.stop()
    shop.running.start()
    write_device(shop.folder, replace(shop.device, hq_url=shop.running.url))

    assert "still holds" not in shop.office()
    shop.probe()

    assert shop.at_hq(f"SELECT text <> '{{}}' FROM tallies WHERE epoch = '{shop.device.epoch}'") == [(1,)]
    assert (shop.differences(), shop.cases()) == ([], [])


def test_a_document_that_is_set_aside_is_told_to_its_register_until_it_is_posted(shop: Shop) -> None:
    shop.sell()
    shop.sync()
    (row,) = shop.at_hq(f"SELECT id, uuid FROM uploads WHERE epoch = '{shop.device.epoch}'")
    shop.at_hq(f"UPDATE uploads SET state = 'parked', reason = 'Look at it.' WHERE id = {row[0]}")

    shop.probe()

    assert shop.set_aside() == [{"kind": "parked", "document": row[1], "words": "Look at it."}]
    assert shop.cases() == []
    browser = Browser(shop.running.url).sign_in()
    browser.get("/office/documents")
    browser.press(f"/office/documents/{row[0]}/retry")
    shop.probe()
    assert shop.set_aside() == []


def test_headquarters_shows_how_far_the_clock_of_a_register_is_off(shop: Shop) -> None:
    page = Browser(shop.running.url).sign_in()
    assert "not told yet" in page.get("/office/registers")
    ahead = shop.folder.with_name("clock-ahead")
    ahead.write_text((NOW + timedelta(hours=1, seconds=20)).isoformat())
    shop.time_goes_by(timedelta(minutes=2))
    now = datetime.fromisoformat((shop.running.folder / "clock").read_text())
    shop.clock = make_clock(ahead)

    shop.probe()

    off = round((NOW + timedelta(hours=1, seconds=20) - now).total_seconds())
    assert f"{off} s ahead" in page.get("/office/registers")


def replace_total(sale: TransactionDocument) -> TransactionDocument:
    """A sale that headquarters cannot post: its amounts do not agree."""
    return sale.model_copy(update={"goods_minor": sale.goods_minor + 1})


def say_signed(shop: Shop, **values: str) -> None:
    """Say settings that its own checks would refuse, as a headquarters with a fault does: signed by its key."""
    of_houston = "WHERE feed = 'settings' AND scope = 'HOUSTON'"
    [(kept,)] = shop.at_hq(f"SELECT value FROM changes {of_houston}")
    [(private,)] = shop.at_hq("SELECT private_key FROM signing_keys ORDER BY id DESC LIMIT 1")
    said = json.loads(kept)
    said["values"] |= values
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    said["signature"] = key.sign(signed_row("settings", "HOUSTON", said)).hex()
    quoted, digest = json.dumps(said).replace("'", "''"), row_digest("HOUSTON", said)
    same = "feed, scope, key, unit, gone"  # as a change said anew: a page of the one before may be kept ready
    anew = f"SELECT {same}, '{quoted}', {digest} FROM changes {of_houston}"
    shop.at_hq(f"INSERT OR REPLACE INTO changes ({same}, value, digest) {anew}")


def test_what_a_register_cannot_use_stands_at_headquarters_with_its_reason_until_it_is_mended(
    shop: Shop,
) -> None:
    say_signed(shop, deposit_percent="130")
    shop.sync()
    shop.probe()

    page = Browser(shop.running.url).sign_in()
    why = "Settings HOUSTON: deposit is 130 %; it must be between 0 and 100"
    refused = rf'HOUSTON-1</td><td class="no">HOUSTON</td><td>✕ refused<br>{why}'
    assert re.search(refused, page.get("/office/publish"))
    assert "Refused in part: 1." in page.text
    row = re.findall(r"/office/registers/(\d+)\">HOUSTON-1<", page.get("/office/registers"))[0]
    assert "▲ Settings HOUSTON:" in page.get(f"/office/registers/{row}")

    save(page, "/office/set/stores/edit?pk=1", start_screen="welcome")
    page.get("/office/publish")
    page.press("/office/publish")
    assert re.search(refused, page.text)
    shop.sync()
    shop.probe()
    shop.sync()
    assert re.search(r'HOUSTON-1</td><td class="no">HOUSTON</td><td>✓ taken', page.get("/office/publish"))
    assert shop.differences() == []
