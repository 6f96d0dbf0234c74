"""Two thousand sales at one window: does its memory stay flat, is None kept, how much does it hold; 1 over a bound."""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.register_window import PRODUCTS, Opened, make_apart, opened_window

GROWTH_BOUND_PERCENT, RESIDENT_BOUND_MB = 10.0, 200.0
LOST_BOUND, GAINED_BOUND = 0, 10
"""References to None a sale. A toolkit that loses them ends the process; Qt's text documents and PDF files gain nine
for each receipt, which costs nothing."""
SALES, WARM_UPS, LINES = 2000, 100, 3
PAGE_KB = 4


@dataclass(frozen=True)
class Reading:
    """What the process holds at one moment."""

    resident_mb: float
    references_to_none: int
    widgets: int
    objects: int


def main(arguments: Sequence[str]) -> int:
    """Sell, print, compare with the bounds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--products", type=int, default=PRODUCTS)
    parser.add_argument("--sales", type=int, default=SALES)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        codes = make_apart(Path(folder), options.products)
        with opened_window(Path(folder)) as opened:
            print(
                f"{options.products} products; {LINES} scans and exact cash a sale, each receipt printed as PDF"
            )
            say("opened", read(opened))
            sell(opened, codes, WARM_UPS)
            after = before = read(opened)
            say(f"after {WARM_UPS} sales", before)
            begin = time.perf_counter()
            for part in range(4):
                sell(opened, codes, options.sales // 4)
                after = read(opened)
                say(f"after {WARM_UPS + (part + 1) * (options.sales // 4)} sales", after)
            took = time.perf_counter() - begin
            count = concluded(opened)
    growth = 100 * (after.resident_mb / before.resident_mb - 1)
    drift = (after.references_to_none - before.references_to_none) / options.sales
    print(
        f"{options.sales} sales in {took:.0f} s, {count} of {WARM_UPS + options.sales} stand in the journal"
    )
    print(f"memory grew by {growth:.1f} % (bound {GROWTH_BOUND_PERCENT:.0f} %)")
    print(f"references to None: {drift:+.2f} a sale (bounds -{LOST_BOUND} and +{GAINED_BOUND})")
    print(f"resident at most {after.resident_mb:.1f} MB (bound {RESIDENT_BOUND_MB:.0f} MB)")
    kept = (
        growth <= GROWTH_BOUND_PERCENT, round(drift) >= -LOST_BOUND, drift <= GAINED_BOUND,
        after.resident_mb <= RESIDENT_BOUND_MB,
        count == WARM_UPS + options.sales,
    )  # fmt: skip
    return 0 if all(kept) else 1


def sell(opened: Opened, codes: Sequence[str], sales: int) -> None:
    """Scan and take the exact cash, so often."""
    for sale in range(sales):
        for line in range(LINES):
            opened.scan(codes[(sale * 7919 + line * 104_729) % len(codes)])
        opened.until_settled()
        opened.press("F12")
        opened.until_settled()
        opened.until_settled()


def concluded(opened: Opened) -> int:
    """How many sales stand in the journal, read on the lane that owns it."""
    found: list[int] = []
    journal = opened.desk._session.journal

    def count() -> int:
        return sum(entry.kind == "transaction.conclude" for entry in journal.entries())

    opened.binder.do(count, found.append)
    while not found:
        opened.wait_for_events()
    return found[0]


def read(opened: Opened) -> Reading:
    """Look at the process after a collection."""
    opened.until_settled()
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return Reading(
        pages * PAGE_KB / 1024, sys.getrefcount(None), len(QApplication.allWidgets()), len(gc.get_objects())
    )


def say(when: str, reading: Reading) -> None:
    """Print one reading."""
    print(f"  {when:<18} {reading.resident_mb:6.1f} MB   {reading.references_to_none:8d} references to None   "
          f"{reading.widgets:5d} widgets   {reading.objects:7d} objects", flush=True)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
