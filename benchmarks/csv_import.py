"""What importing a CSV costs at headquarters, beside executemany of the same rows; ends with 1 over the bound."""

import argparse
import csv
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite_driver

from headquarters.bootstrap import books_from
from headquarters.database import FILE_NAME, PRAGMAS
from headquarters.importing.service import Report, Wish, import_file

BOUND = 4.0
TABLES = {"products": ("products", "prices", "changes"), "customers": ("customers", "changes")}
COLUMNS = {
    "products": ("Number", "Name", "Barcode", "Price", "Tax"),
    "customers": ("Account", "Name", "E-mail", "Phone", "Street", "Postcode", "City"),
}
WORDS = (
    "Rød",
    "Blå",
    "Heart",
    '"Deluxe"',
    "Holder",
    "£5",
    "Lantern",
    "Kaffe",
    "Crème",
    "T-light",
    "Hånd",
    "Mug",
)


def write_csv(path: Path, kind: str, rows: int, seed: int, changed: int = 0) -> None:
    """A file of our own making, in no order: quotes, commas, signs beyond ASCII. One row in a hundred is `changed`."""
    choose = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS[kind])
        for at in choose.sample(range(rows), rows):
            name = ", ".join(choose.choices(WORDS, k=4))
            cents = choose.randrange(100, 99_900) + (changed if at % 100 == 0 else 0)
            if kind == "products":
                price = f"{cents // 100}.{cents % 100:02d}"
                table.writerow((f"P{at:07d}", name, f"{at:012d}", price, "25"))
            else:
                phone, street = f"+47 {at:08d}", f"Gate {cents}"
                table.writerow((f"C{at:07d}", name, f"c{at}@example.com", phone, street, "5003", "Bergen"))


def open_floor(folder: Path) -> Any:
    """A bare connection to an empty database of headquarters: same driver, same pragmas, same tables."""
    with books_from(folder, None, 1):
        pass
    connection = sqlite_driver.connect(folder / FILE_NAME, isolation_level=None)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def rows_of(folder: Path, tables: tuple[str, ...]) -> dict[str, list[Any]]:
    """What the product has kept, ready to be added again."""
    connection = sqlite_driver.connect(folder / FILE_NAME)
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    connection.close()
    return rows


def add_all(connection: Any, rows: dict[str, list[Any]]) -> None:
    """The floor: these rows by executemany, one commit."""
    connection.execute("BEGIN IMMEDIATE")
    for table, values in rows.items():
        if not values:
            continue
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)
    connection.execute("COMMIT")


def seconds_of(step: Callable[[], object]) -> float:
    begin = time.perf_counter()
    step()
    return time.perf_counter() - begin


def import_here(folder: Path, kind: str, file: Path, taken: list[float]) -> Report:
    """Import a file into the database of a folder; `taken` gets the seconds from its first byte to its commit."""
    with books_from(folder, None, 1) as headquarters:
        wish = Wish(kind, file, {}, folder / "rejects.csv", currency="GBP")
        begin = time.perf_counter()
        report = import_file(headquarters, wish, lambda words, part, rows: None)
        taken.append(time.perf_counter() - begin)
    return report


def compare(folder: Path, kind: str, file: Path, later: Path | None, rounds: int) -> bool:
    """Floor and product interleaved; print medians and the ratio; True within the bound."""
    times: dict[str, list[float]] = {"floor": [], "import": [], "again": [], "later": []}
    report = None
    for at in range(rounds):
        books = folder / f"books-{at}"
        report = import_here(books, kind, file, times["import"])
        rows = rows_of(books, TABLES[kind])
        floor = open_floor(folder / f"floor-{at}")
        times["floor"].append(seconds_of(partial(add_all, floor, rows)))
        floor.close()
        import_here(books, kind, file, times["again"])
        if later is not None:
            import_here(books, kind, later, times["later"])
        shutil.rmtree(books)
        shutil.rmtree(folder / f"floor-{at}")
    assert report is not None
    total = report.new + report.rejected
    print(
        f"{file.name}: {total:,} rows of {kind}: {report.new:,} new, {report.rejected:,} rejected; medians of {rounds}"
    )
    floor_seconds = statistics.median(times["floor"])
    for name, words in (
        ("floor", f"executemany into {', '.join(TABLES[kind])}"), ("import", "import"),
        ("again", "the same file again"), ("later", "one row in a hundred changed"),
    ):  # fmt: skip
        if times[name]:
            seconds = statistics.median(times[name])
            each = f"{seconds / total * 1e6:6.1f} us a row"
            print(f"    {words:45} {seconds:7.2f} s  {each}  {seconds / floor_seconds:5.2f} x")
    ratio = statistics.median(times["import"]) / floor_seconds
    print(f"    ratio {ratio:.2f} (bound {BOUND}) {'ok' if ratio <= BOUND else 'MISSED'}")
    return ratio <= BOUND


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bound is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.csv_import", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the files lie; a temporary folder unless said")
    parser.add_argument("--products", type=Path, help="a file of products instead of our own")
    chosen = parser.parse_args(arguments)
    good = True
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        folder = Path(name)
        if chosen.products is not None:
            return 0 if compare(folder, "products", chosen.products, None, chosen.rounds) else 1
        for kind in TABLES:
            file, later = folder / f"{kind}.csv", folder / f"{kind}-later.csv"
            write_csv(file, kind, chosen.rows, chosen.seed)
            write_csv(later, kind, chosen.rows, chosen.seed, changed=100)
            good = compare(folder, kind, file, later, chosen.rounds) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
