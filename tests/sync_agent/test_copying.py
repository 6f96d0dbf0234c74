"""The account of a register arrives at headquarters whole: real processes and files, whatever is put back where."""

import json
from contextlib import closing

import pytest

from channel_db.engine import open_journal
from retail.clock import stamp
from retail.journal import JournalEntry, link
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser
from tests.headquarters.shop import NOW
from tests.sync_agent.test_agreement import Shop, running

__all__ = ["running"]


class Account(Shop):
    """What a register wrote, and what its headquarters holds of it."""

    def entries(self) -> list[JournalEntry]:
        with closing(open_journal(self.folder, self.clock)) as journal:
            return list(journal.entries())

    def write(self, kind: str, user: str, **facts: str) -> None:
        with closing(open_journal(self.folder, self.clock)) as journal, journal.unit_of_work() as work:
            work.add_journal_entry(stamp(NOW), kind, user, json.dumps(facts))

    def held(self) -> list[tuple[int, str]]:
        epoch = self.device.epoch
        found = self.at_hq(f"SELECT number, hash FROM journal_lines WHERE epoch = '{epoch}' ORDER BY id")
        return [(number, hash) for number, hash in found]


@pytest.fixture
def shop(tmp_path_factory: pytest.TempPathFactory, running: RunningHeadquarters) -> Account:
    return Account(tmp_path_factory.mktemp("shop") / "register", running)


def test_every_entry_is_held_with_its_hash_after_each_cycle(shop: Account) -> None:
    for _ in range(2):
        shop.sell(2)
        shop.sync()
        assert shop.held() == [(each.number, each.hash) for each in shop.entries()]
    assert (len(shop.held()), shop.cases()) == (4, [])


def test_a_headquarters_that_lost_some_is_given_them_again(shop: Account) -> None:
    shop.sell(3)
    shop.sync()
    shop.at_hq("DROP TRIGGER IF EXISTS journal_lines_not_deleted")
    shop.at_hq(f"DELETE FROM journal_lines WHERE epoch = '{shop.device.epoch}' AND number > 1")

    shop.sell()
    shop.sync()
    shop.sell()
    shop.sync()

    assert shop.held() == [(each.number, each.hash) for each in shop.entries()]
    assert shop.cases() == []


def test_a_chain_that_somebody_worked_out_anew_at_the_register_is_named(shop: Account) -> None:
    shop.sell(3)
    shop.sync()
    before, hash = shop.entries(), ""
    for each in before:  # from the second entry on, by whom knows how
        text = "another" if each.number == 2 else each.text
        hash = each.hash if each.number == 1 else link(hash, each.number, each.at, each.kind, each.user, text)
        shop.at_register(
            f"UPDATE journal_entries SET text = '{text}', hash = '{hash}' WHERE number = {each.number}"
        )

    shop.sell()
    shop.sync()

    assert [each["kind"] for each in shop.differences()] == ["journal"]
    assert [is_open for _, is_open in shop.cases()] == [1]


def test_an_entry_that_somebody_changed_at_headquarters_is_named(shop: Account) -> None:
    shop.sell(2)
    shop.sync()
    shop.at_hq("DROP TRIGGER IF EXISTS journal_lines_not_changed")
    shop.at_hq(f"UPDATE journal_lines SET hash = 'x' WHERE epoch = '{shop.device.epoch}' AND number = 2")

    shop.sell()
    shop.sync()

    assert shop.cases()[0][0].startswith("Entry 3 of the journal of HOUSTON-1 is not what it was")


def test_events_of_security_are_found_at_the_office_and_sales_are_none(shop: Account) -> None:
    shop.sell()
    shop.write("pin.locked", "mallory<b>", failures="3")
    shop.write("approval", "kari", right="deposit_override", approved_by="ola")
    shop.sync()

    page = Browser(shop.running.url).sign_in()
    page.get("/office/audit/registers?who=kari")
    assert "deposit_override" in page.text
    assert "mallory" not in page.text
    page.get("/office/audit/registers?kind=pin.locked&register=HOUSTON-1")
    assert "mallory&lt;b&gt;" in page.text
    assert "locked after wrong PINs</td>" in page.text
    page.get("/office/audit/registers")
    assert "transaction.concluded" not in page.text
