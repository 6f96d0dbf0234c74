"""What a scan's look-up costs beside the bare prepared query, among a million products; ends with 1 when it misses."""

import argparse
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.big_catalogue import bare_driver, bare_of, catalogue_of, opened, print_statements, products
from channel_db.unit_of_work import driver_of

BOUND = 5.0
ROWS = 1_000_000
_BARE = "SELECT id, barcode, number, name, folded, price, tax, sellable, folded_number FROM product WHERE barcode = ?"


def compare(folder: Path, rows: int, scans: int, chance: random.Random) -> bool:
    """Look codes up on both sides, interleaved; print medians and the ratio; True within the bound."""
    wanted = set(chance.sample(range(rows), scans))
    codes = [value["barcodes"][0] for at, value in enumerate(products(rows)) if at in wanted]
    chance.shuffle(codes)
    catalog = opened(catalogue_of(folder, rows, 0))
    driver = bare_driver(bare_of(folder, rows, 0))
    print_statements("bare", driver, lambda: driver.execute(_BARE, (codes[0],)).fetchone())
    print_statements("ours", driver_of(catalog._connection), lambda: catalog.product_by_barcode(codes[0]))
    bare_times, our_times = [], []
    for is_warm in (False, True):
        for code in codes:
            begin = time.perf_counter()
            row = driver.execute(_BARE, (code,)).fetchone()
            between = time.perf_counter()
            (product,) = catalog.product_by_barcode(code)
            end = time.perf_counter()
            if (product.number, product.price_minor) != (row[2], row[5]):
                raise RuntimeError(f"{code}: {product} is not {row}")
            if is_warm:
                bare_times.append(between - begin)
                our_times.append(end - between)
    misses = [str(int(code) + 1) for code in codes]
    if any(catalog.product_by_barcode(code) for code in misses if code not in set(codes)):
        print("  (some neighbours of the codes exist too)")
    driver.close()
    catalog.close()
    bare, ours = (statistics.median(times) * 1e6 for times in (bare_times, our_times))
    word = "ok" if ours / bare <= BOUND else "MISSED"
    print(f"barcode to product among {rows:,}, medians of {scans}, interleaved, microseconds")
    print(
        f"  bare prepared query {bare:6.1f}   ours {ours:6.1f}   {ours / bare:.2f} x   (bound {BOUND}) {word}"
    )
    return ours / bare <= BOUND


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bound is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.barcode", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--scans", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the files are kept for the next run; about 1 GB")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as passing:
        folder = chosen.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        is_fast = compare(folder, chosen.rows, chosen.scans, random.Random(chosen.seed))
    return 0 if is_fast else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
