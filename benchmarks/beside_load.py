"""What a sale costs while the agent pulls a whole catalogue into the file beside it, against the same sale with nothing
to pull, in the same run; ends with 1 over the bound.
"""

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.big_catalogue import CLOCK
from benchmarks.commit import Product, cart_of
from benchmarks.csv_import import import_here, write_csv
from benchmarks.first_load import LOAD_SECONDS, REGISTER, RETAILER
from benchmarks.register_window import quantile
from rehearsal.children import Child
from rehearsal.office import Office
from sync_agent.enrolment import enrol

P99_BOUND = 2.0
PAUSE_SECONDS = 0.05
"""Between two sales: the register is busier than any cashier, and what it sells is sent between two pages."""
IDLE_SALES = 300


class Till:
    """A register that concludes one order after the other, and notes how long each took."""

    def __init__(self, folder: Path) -> None:
        self._product = Product(folder)
        self._number = 0

    def sell(self) -> float:
        """One order of five lines; the seconds until it was durable."""
        self._number += 1
        cart = cart_of(self._number)
        self._product.prepare(cart)
        begin = time.perf_counter()
        self._product.build_and_conclude(cart, self._number)
        took = time.perf_counter() - begin
        time.sleep(PAUSE_SECONDS)
        return took


def measure(folder: Path, products: int) -> tuple[list[float], list[float], float]:
    """Sales with nothing to pull, sales while everything is pulled, and how long that took."""
    write_csv(folder / "products.csv", "products", products, seed=1)
    import_here(folder / "hq", "products", folder / "products.csv", [])
    office = Office(folder / "hq", "administrator-of-the-benchmark", ("--no-schedule",), seed=1)
    agent = None
    try:
        office.load_retailer(RETAILER)
        register = folder / "register"
        enrol(office.url, office.enrolment_code(REGISTER), register, CLOCK)
        till = Till(register)
        agent = Child("sync_agent", ("--data", register, "--steps"), folder / "agent.log")
        agent.ask("push")  # it has loaded its modules
        idle = [till.sell() for _ in range(IDLE_SALES)]
        said: list[dict[str, object]] = []
        puller = threading.Thread(target=lambda: said.append(agent.ask("pull", LOAD_SECONDS)))
        begin = time.perf_counter()
        puller.start()
        beside = []
        while puller.is_alive():
            beside.append(till.sell())
        took = time.perf_counter() - begin
        if not said or not said[0]["complete"]:
            raise RuntimeError(f"the load was not complete: {said}")
        return idle, beside, took
    finally:
        office.kill()
        if agent is not None:
            agent.kill()


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bound is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.beside_load", description=__doc__)
    parser.add_argument("--products", type=int, default=500_000)
    parser.add_argument("--folder", type=Path, help="where the files lie; a temporary folder unless said")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        idle, beside, took = measure(Path(name), chosen.products)
    print(f"{chosen.products:,} products with prices pulled in {took:.0f} s, {len(beside):,} sales meanwhile")
    for when, sales in (("with nothing to pull", idle), ("while they are pulled", beside)):
        print(
            f"    a sale {when}: p50 {quantile(sales, 0.5) * 1000:.2f} ms, p99 {quantile(sales, 0.99) * 1000:.2f} ms"
        )
    ratio = quantile(beside, 0.99) / quantile(idle, 0.99)
    print(f"    p99 {ratio:.2f} times (bound {P99_BOUND}) {'ok' if ratio <= P99_BOUND else 'MISSED'}")
    return 0 if ratio <= P99_BOUND else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
