"""A sale beside others who use its files: it takes no lock that the agent holds, and waits for who holds its own.

What it takes of SQLite's own steps is counted, beside a million rows with `--long`. How long it takes beside them is
measured (`benchmarks/calm.py`).
"""

import subprocess
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.faults.shop_of_two import PIN, RETAILER
from tests.faults.whole import check_whole
from tests.fixtures.fix_register import Shop, at_work
from tests.fixtures.heard import heard
from tests.fixtures.one_process import OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ROWS, ROWS_LONG = 2000, 1_000_000
WRITES = ("BEGIN IMMEDIATE", "INSERT", "UPDATE", "DELETE", "REPLACE")


class Between:
    """Sells once in the middle of every unit of work of the agent that writes rows of the catalogue."""

    def __init__(self, till: Till) -> None:
        self._till = till
        self._is_selling = False
        self._sold_in: set[int] = set()
        self.units = 0
        self.sales: list[str] = []
        self.written: set[str] = set()
        """The files in which something was begun or written for these sales."""
        self.steps: list[int] = []
        """What each sale took of the journal's SQLite, in tens of its steps."""

    def __call__(self, driver: Any, statement: str) -> None:
        if self._is_selling:
            if statement.strip().upper().startswith(WRITES):
                (_, _, file), *_ = driver.execute("PRAGMA database_list").fetchall()
                self.written.add(Path(file).name)
            return
        if statement.startswith("BEGIN"):
            self.units += 1
        if "INTO products" not in statement or not driver.in_transaction or self.units in self._sold_in:
            return
        self._sold_in.add(self.units)
        self.sell()

    def sell(self) -> None:
        """One sale, with its steps counted."""
        steps = iter(range(10**9))
        driver = self._till.session.journal._connection.connection.driver_connection
        assert driver is not None
        self._is_selling = True
        driver.set_progress_handler(lambda: next(steps) < 0, 10)
        try:
            self._till.do("product.add", number="SHOE")
            self._till.do("tender.cash")
            self.sales.append(str(self._till.do("transaction.conclude").values["transaction"]))
        finally:
            driver.set_progress_handler(None, 10)
            self.steps.append(next(steps))
            self._is_selling = False


def test_41_sales_in_the_middle_of_what_the_agent_writes_take_the_journal_alone_and_half_as_many_steps_more_at_most(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    rows = ROWS_LONG if request.config.getoption("--long") else ROWS
    with ExitStack() as undo:
        world = OneProcess(tmp_path / "world", RETAILER, NOW, undo)
        till = next(iter(world.tills.values()))
        till.do("user.sign_in", user="cashier", pin=PIN)
        till.do("shift.open")
        more = [{"number": f"N{each}", "name": f"New {each}", "price_minor": each} for each in range(1, rows)]
        world.publish({**RETAILER, "products": [*RETAILER["products"], *more]})
        between = Between(till)
        for _ in range(3):
            between.sell()
        idle, before = max(between.steps), len(between.sales)
        with heard(between):
            assert till.carry("pull") is not None

        assert len(between.sales) - before >= rows // ROWS
        assert max(between.steps[before:]) < idle * 1.5, (
            "a sale looks again at what has changed, and at no more"
        )
        assert between.written == {"journal.db"}
        assert till.session.catalog.product_by_number(f"N{rows - 1}") is not None
        world.settle()
        assert len([each for each in world.texts() if each[0] == "transaction"]) == len(between.sales)


HOLDER = """
import fcntl, pathlib, sys, time
held, gone = map(pathlib.Path, sys.argv[1:])
with held.open("r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX, 8, 120)  # where SQLite keeps the locks of a log
    print("held", flush=True)
    time.sleep(0.3)
    gone.touch()
"""


def test_39_a_program_that_locks_the_files_of_the_register_for_a_moment_is_waited_for_and_no_sale_is_partial(
    shop: Shop, tmp_path: Path
) -> None:
    """As a backup does it: another process, with locks of the system and no SQLite."""
    register = at_work(shop)
    register.do("product.add", number="B")
    register.do("tender.cash", amount="500")
    gone = tmp_path / "gone"
    command = [sys.executable, "-c", HOLDER, str(shop.folder / "journal.db-shm"), str(gone)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        made = str(register.do("transaction.conclude").values["transaction"])

        assert gone.exists(), "it was waited for"
    assert check_whole(register.session.journal) == [made]
