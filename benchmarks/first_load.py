"""What a register's first load costs over loopback HTTP, with digests and search, beside executemany of the same rows,
and how much memory its agent takes for it; ends with 1 over a bound.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.big_catalogue import CLOCK, bare_driver
from benchmarks.csv_import import import_here, write_csv
from channel_db.catalog.customers import ROWS as CUSTOMERS
from channel_db.catalog.products import ROWS as PRODUCTS
from channel_db.engine import open_catalog
from channel_db.kinds import CATALOG
from rehearsal.children import Child
from rehearsal.office import Office
from sync_agent.enrolment import enrol

BOUND, MEMORY_BOUND_MIB = 5.0, 40.0
REGISTER, STORE = "HOUSTON-1", "HOUSTON"
TABLES = ("products", "prices", "customers")
LOAD_SECONDS = 600.0
RETAILER: dict[str, Any] = {
    "tenant": "benchmark",
    "stores": [{"store": STORE, "name": STORE}],
    "registers": [{"register": REGISTER, "store": STORE}],
    "products": [],
    "customers": [],
    "staff": [{"user": "ann", "name": "Ann", "role": "manager", "pin": "270431", "rights": []}],
    "layouts": [],
}


def memory_mib(pid: int, what: str) -> float:
    """VmRSS (now) or VmHWM (at most so far) of a process."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{what}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"process {pid} has no {what}")


def load(office: Office, folder: Path) -> tuple[float, float, float]:
    """Enrol a new register and let its agent pull everything: seconds, MiB of the idle agent, MiB at most."""
    enrol(office.url, office.enrolment_code(REGISTER), folder, CLOCK)
    agent = Child("sync_agent", ("--data", folder, "--steps"), folder / "agent.log")
    try:
        agent.ask("push")  # it has imported everything and spoken with headquarters: now it is idle
        idle = memory_mib(agent.pid, "VmRSS")
        begin = time.perf_counter()
        said = agent.ask("pull", LOAD_SECONDS)
        seconds = time.perf_counter() - begin
        if not said["complete"]:
            raise RuntimeError(f"the load was not complete: {said['words']}")
        return seconds, idle, memory_mib(agent.pid, "VmHWM")
    finally:
        agent.kill()


def rows_in(folder: Path) -> dict[str, list[Any]]:
    """What the register holds, ready to be added again."""
    driver = bare_driver(folder / CATALOG.file)
    rows = {table: driver.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    driver.close()
    return rows


def floor(folder: Path, rows: dict[str, list[Any]]) -> float:
    """The same rows by executemany, the same indexes and the search made at the end, one commit: its seconds."""
    open_catalog(folder, CLOCK, writer=True).close()
    driver = bare_driver(folder / CATALOG.file)
    sql = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (?, ?)"
    )
    indexes = driver.execute(sql, ("products", "customers")).fetchall()
    texts = [index for each in (PRODUCTS, CUSTOMERS) for index in each.text_indexes]
    begin = time.perf_counter()
    driver.execute("BEGIN IMMEDIATE")
    for name, _ in indexes:
        driver.execute(f"DROP INDEX {name}")
    for table, values in rows.items():
        if values:
            driver.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)
    codes = "SELECT DISTINCT json_each.value, products.id FROM products, json_each(products.barcodes) ORDER BY 1, 2"
    driver.execute(f"INSERT INTO barcodes (code, product_id) {codes}")
    for _, statement in indexes:
        driver.execute(statement)
    for text in texts:
        driver.execute(f"INSERT INTO {text.name} ({text.name}, rank) VALUES ('hashsize', 8388608)")
        driver.execute(text.filling)
        driver.execute(f"INSERT INTO {text.name} ({text.name}) VALUES ('optimize')")
    driver.execute("COMMIT")
    seconds = time.perf_counter() - begin
    driver.close()
    return seconds


def compare(folder: Path, products: int, customers: int, rounds: int) -> bool:
    """Load and floor take turns with the same rows; print medians and ratios; True within the bounds."""
    for kind, count in (("products", products), ("customers", customers)):
        if count:
            write_csv(folder / f"{kind}.csv", kind, count, seed=1)
            import_here(folder / "hq", kind, folder / f"{kind}.csv", [])
    office = Office(folder / "hq", "administrator-of-the-benchmark", ("--no-schedule",), seed=1)
    loads, floors, idle_mib, most_mib = [], [], [], []
    try:
        office.load_retailer(RETAILER)
        for turn in range(rounds):
            seconds, idle, most = load(office, folder / f"register-{turn}")
            rows = rows_in(folder / f"register-{turn}")
            loads.append(seconds)
            floors.append(floor(folder / f"floor-{turn}", rows))
            idle_mib.append(idle)
            most_mib.append(most)
            if [len(rows[table]) for table in TABLES] != [products, products, customers]:
                raise RuntimeError("the register does not hold what headquarters has")
    finally:
        office.kill()
    ours, bare = statistics.median(loads), statistics.median(floors)
    count = 2 * products + customers
    ratio, above = ours / bare, statistics.median(most_mib) - statistics.median(idle_mib)
    print(
        f"first load of {products:,} products with prices, {customers:,} customers; medians of {rounds}, interleaved"
    )
    print(f"    executemany, the same indexes, search rebuilt: {bare:.2f} s")
    print(f"    HTTP by pages, digests, checks, search: {ours:.2f} s, {count / ours:,.0f} rows a second")
    print(f"    ratio {ratio:.2f} (bound {BOUND}) {'ok' if ratio <= BOUND else 'MISSED'}")
    word = "ok" if above <= MEMORY_BOUND_MIB else "MISSED"
    print(
        f"    agent: {statistics.median(idle_mib):.0f} MiB idle, {statistics.median(most_mib):.0f} MiB at most, "
        f"{above:.0f} MiB above (bound {MEMORY_BOUND_MIB:.0f}) {word}"
    )
    return ratio <= BOUND and above <= MEMORY_BOUND_MIB


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bounds are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.first_load", description=__doc__)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--customers", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where the files lie; a temporary folder unless said")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        is_fast = compare(Path(name), chosen.products, chosen.customers, chosen.rounds)
    return 0 if is_fast else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
