"""What keeping one concluded order costs, beside bare SQL in the same run; ends with 1 when a bound is missed."""

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from channel_db.engine import connect, open_journal, set_pragmas
from channel_db.journal.repository import Journal
from channel_db.kinds import JOURNAL
from channel_db.unit_of_work import driver_of
from retail.cart import Balance, Cart, CartLine, OrderTerms
from retail.clock import ReadClock, stamp
from retail.customers import Customer
from retail.orders.applying import order_after
from retail.orders.delivery import Delivery, DeliveryKind
from retail.settings import StoreSettings
from retail.shift import Shift
from retail.tender import Tender, TenderType
from retail.totals import totals_of
from retail.wire.conversion import Standing, transaction_document
from retail.wire.faults import faults_of
from retail.wire.tally import money_of
from retail.wire.uploads import TransactionDocument

UNIT_BOUND, WHOLE_BOUND, SYNCS_BOUND = 2.0, 3.0, 1.1
LINES = 5
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
SETTINGS = StoreSettings(store="HOUSTON", tax_percent=Decimal("8.25"))
SHIFT = "00000004-0000-7000-8000-000000000001"
CUSTOMER = Customer(id="00000001-0000-7000-8000-000000000001", name="Anna Hansen", account="C000042")
Step = Callable[[], None]


def cart_of(number: int) -> Cart:
    """An order of five lines, one carried out, four fetched, its deposit paid in cash."""
    pickup = Delivery(DeliveryKind.PICKUP, "pickup", date(2026, 11, 23), store="HOUSTON")
    lines = tuple([
        CartLine(
            number=at, product=f"8512{at}A", name=f"White hanging heart, size {at}", quantity_thousandths=2000,
            list_price_minor=1999 + at, price_minor=1999 + at, tax_percent=Decimal("8.25"),
            barcode=f"401234500{at:04d}", delivery=None if at == 1 else pickup,
        )
        for at in range(1, LINES + 1)
    ])  # fmt: skip
    cart = Cart(
        id=f"00000002-0000-7000-8000-{number:012x}", order_id=f"00000003-0000-7000-8000-{number:012x}",
        currency="USD", lines=lines, customer=CUSTOMER, terms=OrderTerms(balance=Balance.PAY_AT_PICKUP),
    )  # fmt: skip
    due = totals_of(cart, SETTINGS).due_minor
    return replace(cart, tenders=(Tender(1, TenderType.CASH, due + 57, 57, 0, due),))


def document_of(cart: Cart, number: int) -> TransactionDocument:
    """The document of the cart, as the register makes it."""
    standing = Standing(
        register="HOUSTON-1", store="HOUSTON", epoch="epoch-1", number=number,
        receipt_number=f"HOUSTON-1-{number:06d}", confirmation_number=f"L-HOUSTON-1-{number:05d}",
        shift=SHIFT, user="ann", at=NOW + timedelta(seconds=number),
    )  # fmt: skip
    return transaction_document(cart, totals_of(cart, SETTINGS), SETTINGS, standing)


class Product:
    """A register's journal, used as the register uses it."""

    def __init__(self, folder: Path) -> None:
        clock = ReadClock(lambda: NOW)
        open_journal(folder, clock).close()
        self.connection = connect(folder / JOURNAL.file)
        set_pragmas(self.connection)
        self.journal = Journal(self.connection, folder, clock)
        with self.journal.unit_of_work() as work:
            work.open_shift(Shift(SHIFT, 1, stamp(NOW), "ann", 10000, NOW.date()))

    def prepare(self, cart: Cart) -> None:
        """The cart lies in the journal before it is concluded."""
        with self.journal.unit_of_work() as work:
            work.keep_cart(None, cart)

    def conclude(self, cart: Cart | None, document: TransactionDocument, text: str) -> None:
        """One unit of work: what concluding keeps."""
        with self.journal.unit_of_work() as work:
            work.next_number("transaction")
            work.next_number("order")
            work.add_transaction(document, text)
            work.keep_order(order_after(document).order, document.id)
            work.add_journal_entry(document.made_at, "transaction.conclude", document.user, document.id)
            work.add_outbox(document.id, "transaction", text, money_minor=money_of(document))
            work.keep_cart(cart, None)

    def build_and_conclude(self, cart: Cart, number: int) -> None:
        """The same, with totals, document, text and the check of every amount."""
        document = document_of(cart, number)
        text = document.written()
        if faults_of(document):
            raise RuntimeError(f"the document has faults: {faults_of(document)}")
        self.conclude(cart, document, text)


def rows_of(product: Product, transaction: str) -> dict[str, list[Any]]:
    """The rows the product kept of this transaction, read back from its file."""
    driver = driver_of(product.connection)
    (key,) = driver.execute("SELECT id FROM transactions WHERE uuid = ?", (transaction,)).fetchone()
    wanted = {
        "transactions": ("id", key), "transaction_lines": ("transaction_id", key),
        "tenders": ("transaction_id", key), "orders": ("made_by", transaction), "outbox": ("uuid", transaction),
        "journal_entries": ("text", transaction),
    }  # fmt: skip
    return {
        table: driver.execute(f"SELECT * FROM {table} WHERE {column} = ?", (value,)).fetchall()
        for table, (column, value) in wanted.items()
    }


class Floor:
    """The same rows by bare SQL: same driver, same pragmas, same tables with their triggers, values ready."""

    ONE = ("journal_entries", "outbox", "orders", "transactions")
    MANY = ("transaction_lines", "tenders")

    def __init__(self, folder: Path) -> None:
        self.like = Product(folder)
        self.driver: Any = driver_of(self.like.connection)
        self.sql = {table: self._insert(table) for table in (*self.ONE, *self.MANY)}

    def conclude(self, rows: dict[str, list[Any]]) -> None:
        """One transaction of bare SQL."""
        run, sql = self.driver.execute, self.sql
        run("BEGIN IMMEDIATE")
        run("UPDATE series SET last = last + 1 WHERE name = 'transaction'")
        run("UPDATE series SET last = last + 1 WHERE name = 'order'")
        run(sql["transactions"], rows["transactions"][0])
        self.driver.executemany(sql["transaction_lines"], rows["transaction_lines"])
        self.driver.executemany(sql["tenders"], rows["tenders"])
        run(sql["orders"], rows["orders"][0])
        run(sql["journal_entries"], rows["journal_entries"][0])
        run(sql["outbox"], rows["outbox"][0])
        run("DELETE FROM cart_lines")
        run("DELETE FROM carts")
        run("COMMIT")

    def _insert(self, table: str) -> str:
        columns = [row[1] for row in self.driver.execute(f"PRAGMA table_info({table})")]
        return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@contextmanager
def spoken(product: Product) -> Iterator[list[str]]:
    """The statements that ran in the body, each once."""
    said: list[str] = []
    driver = driver_of(product.connection)
    driver.set_trace_callback(lambda sql: said.append(sql) if sql not in said else None)
    yield said
    driver.set_trace_callback(None)


def seconds_of(step: Step) -> float:
    """How long a step takes."""
    begin = time.perf_counter()
    step()
    return time.perf_counter() - begin


def compare(folder: Path, rounds: int, seed: int) -> bool:
    """Run floor, unit of work and whole commit interleaved; print medians and ratios; True within the bounds."""
    unit, whole, floor = (Product(folder / "unit"), Product(folder / "whole"), Floor(folder / "floor"))
    order = random.Random(seed)
    taken: dict[str, list[float]] = {"floor": [], "unit": [], "whole": []}
    warm_ups = 20
    before: TransactionDocument | None = None
    for number in range(1, rounds + warm_ups + 2):
        cart = cart_of(number)
        document = document_of(cart, number)
        text = document.written()
        unit.prepare(cart)
        whole.prepare(cart)
        steps: dict[str, Step] = {
            "unit": partial(unit.conclude, cart, document, text),
            "whole": partial(whole.build_and_conclude, cart, number),
        }
        if before is not None:
            # One round behind: its rows are read back from what the product kept.
            floor.like.prepare(cart)
            steps["floor"] = partial(floor.conclude, rows_of(unit, before.id))
        names = list(steps)
        order.shuffle(names)
        times = {name: seconds_of(steps[name]) for name in names}
        if number > warm_ups + 1:
            for name, seconds in times.items():
                taken[name].append(seconds)
        if before is None:
            floor.driver.execute("INSERT INTO series VALUES ('transaction', 0), ('order', 0)")
        before = document
    _show_statements(unit, floor, rounds + warm_ups + 2)
    return _show(taken, rounds)


def _show_statements(unit: Product, floor: Floor, number: int) -> None:
    cart = cart_of(number)
    document = document_of(cart, number)
    unit.prepare(cart)
    with spoken(unit) as product_said:
        unit.conclude(cart, document, document.written())
    floor.like.prepare(cart)
    previous = document_of(cart_of(number - 1), number - 1)
    with spoken(floor.like) as floor_said:
        floor.conclude(rows_of(unit, previous.id))
    for name, said in (("product", product_said), ("bare SQL", floor_said)):
        print(f"{name}, one unit of work:")
        for sql in said:
            print("   ", " ".join(sql.split())[:110])


def _show(taken: dict[str, list[float]], rounds: int) -> bool:
    floor = statistics.median(taken["floor"])
    print(f"one concluded order of {LINES} lines, medians of {rounds}, interleaved:")
    print(f"    bare SQL                                  {floor * 1e6:7.0f} us")
    good = True
    for name, words, bound in (
        ("unit", "unit of work, rows and document ready", UNIT_BOUND),
        ("whole", "with building document, hash and checks", WHOLE_BOUND),
    ):
        median = statistics.median(taken[name])
        ratio = median / floor
        good = good and ratio <= bound
        word = "ok" if ratio <= bound else "MISSED"
        print(f"    {words:41} {median * 1e6:7.0f} us   {ratio:.2f} x   (bound {bound}) {word}")
    return good


def sell(folder: Path, sales: int) -> None:
    """Conclude sales, each one commit; the process whose disk syncs are counted."""
    product = Product(folder)
    for number in range(1, sales + 1):
        document = document_of(cart_of(number), number)
        product.conclude(None, document, document.written())
    product.journal.close()


def count_syncs(folder: Path, sales: int) -> bool:
    """Count fsync and fdatasync of a process that concludes `sales` sales, less those of one that sells none."""
    if shutil.which("strace") is None:
        print("disk syncs: not counted, strace is missing (Debian and Ubuntu: apt-get install strace)")
        return False
    none, all_ = _syncs(folder / "none", 0), _syncs(folder / "all", sales)
    each = (all_ - none) / sales
    word = "ok" if each <= SYNCS_BOUND else "MISSED"
    print(
        f"disk syncs: {all_} over {sales} sales, {none} without a sale: {each:.3f} each   (bound {SYNCS_BOUND}) {word}"
    )
    return each <= SYNCS_BOUND


def _syncs(folder: Path, sales: int) -> int:
    counted = folder.with_suffix(".strace")
    subprocess.run(
        ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(counted), sys.executable, "-m", "benchmarks.commit",
         "--sell", str(sales), "--folder", str(folder)],
        check=True, timeout=300,
    )  # fmt: skip
    return sum("sync(" in line for line in counted.read_text(encoding="utf-8").splitlines())


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when every bound is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.commit", description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--sales", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the files lie; a temporary folder unless said")
    parser.add_argument("--sell", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.sell is not None:
        sell(chosen.folder, chosen.sell)
        return 0
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        is_fast = compare(Path(name), chosen.rounds, chosen.seed)
        is_thrifty = count_syncs(Path(name), chosen.sales)
    return 0 if is_fast and is_thrifty else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
