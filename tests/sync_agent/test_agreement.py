"""Register and headquarters compare what they hold in every cycle: real processes, real files, changed by SQL."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from channel_db.catalog.contact import Contact
from channel_db.engine import open_catalog, open_journal
from channel_db.journal.repository import Work
from retail.clock import stamp
from retail.shift import Shift
from retail.wire.tally import money_of
from retail.wire.uploads import TransactionDocument
from tests.fixtures.fix_headquarters import RunningHeadquarters, headquarters
from tests.headquarters.backoffice.test_routes import Browser
from tests.headquarters.shop import NOW, RETAILER
from tests.sync_agent.test_end_to_end import SHIFT, Register

__all__ = ["headquarters"]


class Shop(Register):
    """An enrolled register that sells, and what its headquarters has of it."""

    def __init__(self, folder: Path, running: RunningHeadquarters) -> None:
        super().__init__(folder, running)
        self.running = running
        opened = Shift(SHIFT, 1, stamp(NOW), "cashier", 0, NOW.date())
        with closing(open_journal(self.folder, self.clock)) as journal, journal.unit_of_work() as work:
            work.open_shift(opened)

    def sell(self, count: int = 1) -> None:
        """Sell apples for cash; each is one commit."""
        for _ in range(count):
            sale = self.paper.sale()
            with closing(open_journal(self.folder, self.clock)) as journal, journal.unit_of_work() as work:
                _conclude(work, sale)

    def sync(self) -> None:
        assert self.step("sync").complete

    def contact(self) -> Contact:
        with closing(open_catalog(self.folder, self.clock, writer=False)) as catalog:
            return catalog.contact()

    def differences(self) -> list[dict[str, Any]]:
        """As the register knows them."""
        found: list[dict[str, Any]] = json.loads(self.contact().differences)
        return found

    def at_register(self, statement: str) -> None:
        """As somebody with a database tool does it, who knows how to get past the triggers."""
        with closing(sqlite.connect(self.folder / "journal.db")) as database:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f"DROP TRIGGER {name}")
            database.execute(statement)
            database.commit()

    def at_hq(self, statement: str) -> list[Any]:
        with closing(sqlite.connect(self.running.folder / "headquarters.db")) as database:
            rows: list[Any] = database.execute(statement).fetchall()
            database.commit()
            return rows

    def cases(self) -> list[tuple[str, bool]]:
        """The words of every case, and whether it is open."""
        return self.at_hq("SELECT words, closed_at IS NULL FROM cases ORDER BY id")


def _conclude(work: Work, sale: TransactionDocument) -> None:
    text = sale.written()
    work.add_transaction(sale, text)
    work.add_journal_entry(sale.made_at, "transaction.concluded", sale.user, sale.id)
    work.add_outbox(sale.id, "transaction", text, money_minor=money_of(sale))


@pytest.fixture
def shop(tmp_path: Path, headquarters: RunningHeadquarters) -> Iterator[Shop]:
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER)
    yield Shop(tmp_path / "register", headquarters)


def test_x(shop: Shop) -> None:
    shop.sell(3)
    shop.sync()
    print(shop.contact(), shop.cases())
    assert shop.differences() == []
    assert shop.contact().compared_at
