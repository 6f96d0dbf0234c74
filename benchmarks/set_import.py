"""What a CSV file of 10,000 rows of set-up costs on its page, kind by kind: checked, then taken in, beside executemany
of the rows that were written, both in processor time. Ends with 1 over the bound.
"""

import argparse
import html
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite_driver

from benchmarks.csv_import import add_all, open_floor
from benchmarks.first_load import RETAILER
from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.base import table_of
from headquarters.database import FILE_NAME
from rehearsal.office import Office
from tests.headquarters.backoffice.browser import Browser

BOUND = 60.0
"""Form, rules and report of a row are all Python; the floor is one statement of C for all of them."""
AUDIT = "audit_entries"
FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "units": ("code,name,country", lambda at: f"U{at},Unit {at},NO"),
    "registers": ("register,store", lambda at: f"R{at},{RETAILER['stores'][0]['store']}"),
    "reasons": ("parameters,purpose,text,position", lambda at: f"standard,void,Reason {at},{at}"),
    "charge-codes": (
        "parameters,code,name,tax_percent,refundable,position", lambda at: f"standard,C{at},Charge {at},25,yes,{at}",
    ),
    "auto-charges": ("parameters,level,code,amount_minor,position", lambda at: f"standard,line,C{at},5.00,{at}"),
    "customer-groups": ("customers,group,name,position", lambda at: f"standard,G{at},Group {at},{at}"),
}  # fmt: skip
"""Each kind: the columns of its file, and what stands in each row."""


def processor_seconds(pid: int) -> float:
    """What a process has computed for so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def text_of(kind: str, rows: int) -> str:
    header, row = FILES[kind]
    return "\n".join([header, *map(row, range(1, rows + 1))]) + "\n"


def added(folder: Path, table: str, after: int) -> list[Any]:
    """The rows of a table that lie behind a key."""
    connection = sqlite_driver.connect(folder / FILE_NAME)
    found = connection.execute(f"SELECT * FROM {table} WHERE id > ? ORDER BY id", (after,)).fetchall()
    connection.close()
    return list(found)


def last(folder: Path, table: str) -> int:
    connection = sqlite_driver.connect(folder / FILE_NAME)
    (found,) = connection.execute(f"SELECT max(id) FROM {table}").fetchone()
    connection.close()
    return int(found or 0)


def compare(kind: str, office: Office, browser: Browser, folder: Path, rows: int) -> bool:
    """Bring a file, take it in, and add the same rows bare; print both; True within the bound."""
    table = str(table_of(next(each[1] for each in VIEWS if each[2] == kind)).name)
    before = {name: last(folder, name) for name in (table, AUDIT)}
    address, text, used = f"/office/set-import/{kind}", text_of(kind, rows), processor_seconds(office.pid)
    browser.get(address)
    begin = time.perf_counter()
    browser.send_file(address, "rows.csv", text.encode())
    checked = time.perf_counter() - begin
    if f"new: {rows}" not in browser.text:
        raise RuntimeError(re.sub("<[^>]+>", " ", html.unescape(browser.text))[:2000])
    browser.press(f"{address}/take", csv=text)
    took = time.perf_counter() - begin - checked
    used = processor_seconds(office.pid) - used
    written = {name: added(folder, name, key) for name, key in before.items()}
    if len(written[table]) != rows:
        raise RuntimeError(f"{kind}: {len(written[table])} rows are there")
    with tempfile.TemporaryDirectory() as name:
        floor = open_floor(Path(name))
        floor.execute("PRAGMA foreign_keys = OFF")
        begin = time.process_time()
        add_all(floor, written)
        bare = time.process_time() - begin
        floor.close()
    ratio = used / bare
    said = f"{kind:16} checked {checked:6.2f} s, taken in {took:6.2f} s, processor {used:6.2f} s"
    print(
        f"{said}, executemany {bare:5.2f} s, {ratio:5.1f} x (bound {BOUND:.0f}) {'ok' if ratio <= BOUND else 'MISSED'}",
        flush=True,
    )
    return ratio <= BOUND


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bound is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.set_import", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--kind", action="append", choices=FILES, help="of this kind alone")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office(folder, "token-of-the-benchmark", ("--no-schedule",), seed=1)
        try:
            office.load_retailer(RETAILER)
            browser = Browser(office.url).set_up(office.set_up_code())
            kept = [compare(kind, office, browser, folder, chosen.rows) for kind in chosen.kind or FILES]
        finally:
            office.end()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
