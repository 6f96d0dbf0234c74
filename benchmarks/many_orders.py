"""As many concluded orders in a journal as a benchmark needs: the first are really concluded, a commit each; the others
are copies of the last of these, with ids, numbers, times and hashes of their own.

That a copy is what concluding keeps is checked each time: the last order that was really concluded, copied to the
number before it, has to be that one, row by row.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.commit import NOW, Product, cart_of, document_of, rows_of
from channel_db.unit_of_work import driver_of
from retail.clock import stamp
from retail.journal import link
from retail.wire.base import fingerprint

REAL = 1000
COMMIT_ORDERS = 2000
TRANSACTION = "00000002-0000-7000-8000-{:012x}"
IN_TEXT = (TRANSACTION, "00000003-0000-7000-8000-{:012x}", "HOUSTON-1-{:06d}", "houston-1-{:06d}", "HOUSTON-1-{:05d}",
           '"number":{},')  # fmt: skip
"""What is another text in every order."""
HASHES = ("fingerprint", "hash")

Rows = dict[str, list[dict[str, Any]]]


class NoCopy(Exception):
    """A copy is not what concluding keeps."""


class Pattern:
    """The rows of one order, to be said of another number."""

    def __init__(self, register: Product, number: int) -> None:
        self._columns = {
            table: [each[1] for each in driver_of(register.connection).execute(f"PRAGMA table_info({table})")]
            for table in rows_of(register, TRANSACTION.format(number))
        }
        self._number = number
        self._rows, before = self._read(register, number), self._read(register, number - 1)
        self._moving = {
            (table, column)
            for table, rows in self._rows.items()
            for row, other in zip(rows, before[table], strict=True)
            for column, value in row.items()
            if isinstance(value, int) and value == other[column] + 1
        }
        said = [re.escape(each.format(number)) for each in IN_TEXT] + [re.escape(_at(number))]
        self._said = re.compile("|".join(said))
        if _but_hashes(self.copied(number - 1, _at(number - 1))) != _but_hashes(before):
            raise NoCopy(f"order {number - 1} copied from order {number} is not what was kept of it")

    def copied(self, number: int, at: str) -> Rows:
        """The same rows of the order of this number and time; the hashes in them are to be made anew."""
        said = {each.format(self._number): each.format(number) for each in IN_TEXT} | {_at(self._number): at}

        def moved(table: str, column: str, value: Any) -> Any:
            if isinstance(value, str):
                return self._said.sub(lambda found: said[found.group()], value)
            return value + number - self._number if (table, column) in self._moving else value

        return {
            table: [{column: moved(table, column, value) for column, value in row.items()} for row in rows]
            for table, rows in self._rows.items()
        }

    def adder(self, register: Product) -> Callable[[str, list[dict[str, Any]]], None]:
        """What adds rows to a table of this register."""
        driver = driver_of(register.connection)

        def add(table: str, rows: list[dict[str, Any]]) -> None:
            columns = self._columns[table]
            places = ", ".join(["?"] * len(columns))
            driver.executemany(
                f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",
                [tuple(row.values()) for row in rows],
            )

        return add

    def _read(self, register: Product, number: int) -> Rows:
        return {
            table: [dict(zip(self._columns[table], row, strict=True)) for row in rows]
            for table, rows in rows_of(register, TRANSACTION.format(number)).items()
        }


def sell(folder: Path, epoch: str, orders: int, real: int = REAL) -> None:
    """Have so many orders concluded at the register of this folder, whose line is cut.

    Raises:
        NoCopy: what the copies are made from is not understood.
    """
    register = Product(folder)
    for number in range(1, min(orders, real) + 1):
        document = document_of(cart_of(number), number).model_copy(update={"epoch": epoch})
        register.conclude(None, document, document.written())
    if orders > real:
        _copy(register, real, orders)
    register.journal.verify_chain()
    register.connection.close()


def _copy(register: Product, real: int, orders: int) -> None:
    pattern, driver = Pattern(register, real), driver_of(register.connection)
    add = pattern.adder(register)
    (last,) = driver.execute("SELECT hash FROM journal_entries ORDER BY number DESC LIMIT 1").fetchone()
    for first in range(real + 1, orders + 1, COMMIT_ORDERS):
        together: Rows = {}
        for number in range(first, min(first + COMMIT_ORDERS, orders + 1)):
            copy = pattern.copied(number, _at(real, number - real))
            for each in copy["outbox"]:
                each["fingerprint"] = fingerprint(each["text"])
            for each in copy["journal_entries"]:
                last = each["hash"] = link(
                    last, each["number"], each["at"], each["kind"], each["user"], each["text"]
                )
            for table, rows in copy.items():
                together.setdefault(table, []).extend(rows)
        driver.execute("BEGIN IMMEDIATE")
        for table, rows in together.items():
            add(table, rows)
        driver.execute("UPDATE series SET last = ? WHERE name IN ('transaction', 'order')", (number,))
        driver.execute("COMMIT")


def _at(number: int, milliseconds: int = 0) -> str:
    """When an order was concluded; its copies within the minutes after it, on the same date."""
    return stamp(NOW + timedelta(seconds=number, milliseconds=milliseconds))


def _but_hashes(rows: Rows) -> Rows:
    return {
        table: [{column: value for column, value in row.items() if column not in HASHES} for row in each]
        for table, each in rows.items()
    }
