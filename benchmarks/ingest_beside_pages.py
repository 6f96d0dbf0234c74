"""What 200 orders of a register cost headquarters while ten people use the pages, beside the same while nobody does, in
turns of one run; ends with 1 over the bound.
"""

import argparse
import random
import statistics
import sys
import tempfile
from pathlib import Path
from threading import Event, Thread

from benchmarks.commit import NOW
from benchmarks.ingest import BATCH, REGISTER, RETAILER, WARM_UPS, Line
from rehearsal.office import Office
from retail.clock import ReadClock
from retail.wire.protocol import UPLOADS
from sync_agent.enrolment import enrol
from tests.headquarters.backoffice.browser import Browser

BOUND = 1.10
PEOPLE = 10
THINKING_SECONDS = (2.0, 5.0)
"""So long somebody reads a page before they open another."""
TURN = 25
"""Batches in one turn with people, or without."""
PAGES = (
    "/office", "/office/orders", "/office/orders?text=SO-000001", "/office/customers", "/office/documents",
    "/office/inventory", "/office/jobs", "/office/registers", "/office/products", "/office/set/stores/list",
    "/office/publish", "/office/invoices",
)  # fmt: skip


class Somebody(Thread):
    """A person who opens one page after another while people are `here`, until it is `over`."""

    def __init__(self, browser: Browser, seed: int, here: Event, over: Event) -> None:
        super().__init__(daemon=True)
        self._browser, self._choose, self._here, self._over = browser, random.Random(seed), here, over
        self.pages = 0

    def run(self) -> None:
        while not self._over.is_set():
            if self._here.wait(0.1):
                self._over.wait(self._choose.uniform(*THINKING_SECONDS))
                if self._here.is_set():
                    self._browser.get(self._choose.choice(PAGES))
                    self.pages += 1


def measure(folder: Path, turns: int) -> bool:
    """Turns with people and without, in one run; print medians and the ratio; True within the bound."""
    office = Office(folder / "hq", "administrator-of-the-benchmark", ("--no-schedule",), seed=1)
    here, over = Event(), Event()
    try:
        office.load_retailer(RETAILER)
        enrol(office.url, office.enrolment_code(REGISTER), folder / "register", ReadClock(lambda: NOW))
        line = Line(office.url, folder / "register")
        Browser(office.url).set_up(office.set_up_code())
        people = [Somebody(Browser(office.url).sign_in(), at, here, over) for at in range(PEOPLE)]
        for each in people:
            each.start()
        taken: dict[bool, list[float]] = {True: [], False: []}
        first = 1
        for turn in range(2 * turns + 1):
            with_people = turn % 2 == 1
            here.set() if with_people else here.clear()
            for _ in range(TURN if turn else WARM_UPS):
                body = line.batch(first)
                first += BATCH
                seconds = line.send(UPLOADS, body)
                if turn:
                    taken[with_people].append(seconds)
        over.set()
        for each in people:
            each.join()
    finally:
        office.kill()
    alone, beside = statistics.median(taken[False]), statistics.median(taken[True])
    ratio = beside / alone
    print(
        f"{BATCH} orders a batch, medians of {len(taken[True])}, {sum(each.pages for each in people)} pages opened"
    )
    print(
        f"    while nobody uses the pages {alone * 1000:.1f} ms, while {PEOPLE} people do {beside * 1000:.1f} ms"
    )
    print(f"    ratio {ratio:.2f} (bound {BOUND}) {'ok' if ratio <= BOUND else 'MISSED'}")
    return ratio <= BOUND


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bound is kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest_beside_pages", description=__doc__)
    parser.add_argument("--turns", type=int, default=5, help="with people, and as many without")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        return 0 if measure(Path(name), chosen.turns) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
