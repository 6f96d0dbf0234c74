"""What importing a catalogue through the page costs, beside COPY or executemany of the same rows, and how much memory
headquarters takes for it; a register then pulls it and looks codes up. Ends with 1 over a bound.
"""

import argparse
import csv
import gzip
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psycopg

from benchmarks.big_catalogue import CLOCK
from benchmarks.csv_import import TABLES, add_all, open_floor, rows_of, write_csv
from benchmarks.first_load import LOAD_SECONDS, REGISTER, RETAILER, memory_mib
from channel_db.engine import open_catalog
from headquarters.database import open_database
from rehearsal.children import Child
from rehearsal.office import Office
from sync_agent.enrolment import enrol
from tests.fixtures.fix_postgresql import PostgresServer, started
from tests.headquarters.backoffice.browser import Browser

BOUND, MEMORY_BOUND_MIB = 5.0, 150.0
ADDRESS = "/office/imports"
BUSY = 503


class Brought(NamedTuple):
    """What a file came to on its page, and how long that took."""

    check_seconds: float
    take_seconds: float
    figures: list[int]


@contextmanager
def server(is_wanted: bool) -> Iterator[PostgresServer | None]:
    """A PostgreSQL server, where one is wanted."""
    if not is_wanted:
        yield None
        return
    with started() as running:
        yield running


def bring(browser: Browser, file: Path) -> Brought:
    """Bring a file of products, read what it would do, take it in."""
    browser.get(ADDRESS)
    begin = time.perf_counter()
    browser.send_file(ADDRESS, file.name, file.read_bytes(), kind="products")
    checked = figures_when_done(browser)
    between = time.perf_counter()
    browser.press(f"{ADDRESS}/{browser.address.rpartition('/')[2]}/take")
    taken = figures_when_done(browser)
    end = time.perf_counter()
    if checked != taken:
        raise RuntimeError(f"checked {checked}, taken in {taken}")
    return Brought(between - begin, end - between, taken)


def figures_when_done(browser: Browser) -> list[int]:
    """New, changed, as they were, rejected, once the page is not read anew any more. While the books are written to it
    may be busy.
    """
    while browser.status == BUSY or 'http-equiv="refresh"' in browser.text:
        time.sleep(0.1)
        browser.get(browser.address.removeprefix(browser.url))
    row = browser.text.partition('<tr><td class="amount">')[2].partition("</tr>")[0]
    return [int(each.partition("<")[0]) for each in row.replace("</td>", "").split('<td class="amount">')]


def copy_seconds(address: str, running: PostgresServer) -> float:
    """The floor on PostgreSQL: the same rows by COPY into the same tables, one commit."""
    empty = running.make()
    open_database(Path(), empty).close()
    with psycopg.connect(address) as source, psycopg.connect(empty) as target:
        texts = {}
        for table in TABLES["products"]:
            with source.cursor().copy(f"COPY {table} TO STDOUT") as out:
                texts[table] = [bytes(piece) for piece in out]
        begin = time.perf_counter()
        for table, pieces in texts.items():
            target.execute(f"TRUNCATE {table} CASCADE")
            with target.cursor().copy(f"COPY {table} FROM STDIN") as into:
                for piece in pieces:
                    into.write(piece)
        target.commit()
        return time.perf_counter() - begin


def executemany_seconds(folder: Path, books: Path) -> float:
    """The floor on SQLite."""
    rows = rows_of(books, TABLES["products"])
    floor = open_floor(folder)
    for table in rows:
        floor.execute(f"DELETE FROM {table}")
    begin = time.perf_counter()
    add_all(floor, rows)
    seconds = time.perf_counter() - begin
    floor.close()
    return seconds


def look_up(office: Office, folder: Path, lookups: Path | None) -> str:
    """A register pulls everything; what it finds by the codes of a truth file is what that file says."""
    enrol(office.url, office.enrolment_code(REGISTER), folder, CLOCK)
    agent = Child("sync_agent", ("--data", folder, "--steps"), folder / "agent.log")
    try:
        if not agent.ask("pull", LOAD_SECONDS)["complete"]:
            raise RuntimeError("the register did not get everything")
    finally:
        agent.kill()
    if lookups is None:
        return "pulled by a register"
    catalog = open_catalog(folder, CLOCK, writer=False)
    wrong = met = 0
    with gzip.open(lookups, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = [each.name for each in catalog.product_by_barcode(row["barcode"])]
            met += 1
            wrong += names != ([row["name"]] if row["present"] == "1" else [])
    if wrong:
        raise RuntimeError(f"{wrong} of {met} look-ups are not what the truth says")
    return f"pulled by a register, and {met:,} look-ups by barcode are what the truth says"


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bounds are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page_import", description=__doc__)
    parser.add_argument("--rows", type=int, default=500_000, help="of a file of our own making")
    parser.add_argument("--products", type=Path, help="a file of products instead of our own")
    parser.add_argument("--lookups", type=Path, help="barcode, present, name: what a register must find")
    parser.add_argument("--postgresql", action="store_true", help="books on a PostgreSQL server")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name, server(chosen.postgresql) as running:
        folder = Path(name)
        file = chosen.products or folder / "products.csv"
        if chosen.products is None:
            write_csv(file, "products", chosen.rows, seed=1)
        address = running.make() if running else ""
        options = ("--database", address) if running else ()
        office = Office(folder / "books", "token-of-the-benchmark", options, seed=1)
        try:
            office.load_retailer(RETAILER)
            browser = Browser(office.url).set_up(office.set_up_code())
            small = folder / "small.csv"
            small.write_text("number,name\nsmall,a small file\n", encoding="utf-8")
            bring(browser, small)
            idle = memory_mib(office.pid, "VmHWM")
            brought = bring(browser, file)
            more = memory_mib(office.pid, "VmHWM") - idle
            looked = look_up(office, folder / "register", chosen.lookups)
        finally:
            office.end()
        floor = (
            copy_seconds(address, running) if running
            else executemany_seconds(folder / "floor", folder / "books")
        )  # fmt: skip
    ratio = (brought.check_seconds + brought.take_seconds) / floor
    new, changed, same, rejected = brought.figures
    print(f"{file.name}: {new:,} new, {changed:,} changed, {same:,} as they were, {rejected:,} rejected")
    print(f"    {'COPY' if running else 'executemany'} of the same rows {floor:7.2f} s")
    print(f"    brought and checked {brought.check_seconds:7.2f} s, taken in {brought.take_seconds:7.2f} s")
    print(f"    ratio {ratio:.2f} (bound {BOUND}), {more:.0f} MiB more memory (bound {MEMORY_BOUND_MIB:.0f})")
    print(f"    {looked}")
    return 0 if ratio <= BOUND and more <= MEMORY_BOUND_MIB else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
