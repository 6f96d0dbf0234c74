"""Enters a real shop's invoices at three registers whose lines keep breaking, and compares what HQ holds."""

import argparse
import hashlib
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.online_retail import (
    Invoice,
    Truth,
    read_customers,
    read_days,
    read_invoices,
    read_largest,
    read_matching,
    read_truth,
    why_not_entered,
)
from benchmarks.replay_comparison import (
    Books,
    Comparison,
    compare,
    compare_orders,
    differing_count,
    say_all,
    summed_truth,
    unlike,
)
from benchmarks.replay_entering import People
from benchmarks.replay_linking import Sale, matching
from benchmarks.replay_shop import CASHIER, retailer
from benchmarks.troubled import EntryFailed, TroubledShop
from rehearsal.children import ChildFailed, end_on_signals, spawn
from rehearsal.nursery import opened_nursery
from rehearsal.office import OfficeRefused
from rehearsal.stage import staged

LINES_BOUND = 1.5
SAY_EVERY = 100


class Days:
    """One trading day after the other: invoices as they were made, between them what is due to be handed out."""

    def __init__(self, people: People, invoices: list[Invoice]) -> None:
        self._people = people
        self._invoices = invoices
        self._begin = time.monotonic()
        self._entered = self._lines = 0

    def pass_by(self) -> None:
        """Enter everything, then go on until everything is handed out."""
        people = self._people
        for day, invoices in groupby(self._invoices, key=lambda each: each.made_at.date()):
            due = self._due(day)
            for invoice in invoices:
                if due:
                    people.shop.at(datetime.combine(day, datetime.min.time(), UTC))
                    self._hand_out(due.popleft())
                people.enter(invoice)
                self._count(invoice)
            self._hand_out(*due)
            people.shop.settle()
        while people.due:
            day = min(people.due)
            people.shop.at(datetime.combine(day, datetime.min.time(), UTC))
            self._hand_out(*self._due(day))
            people.shop.settle()

    def _due(self, day: date) -> deque[Sale]:
        days = sorted(each for each in self._people.due if each <= day)
        return deque(sale for each in days for sale in self._people.due.pop(each))

    def _hand_out(self, *sales: Sale) -> None:
        for sale in sales:
            if not sale.is_gone:
                self._people.hand_out(sale)

    def _count(self, invoice: Invoice) -> None:
        self._entered += 1
        self._lines += len(invoice.lines)
        if self._entered % SAY_EVERY == 0 or self._entered == len(self._invoices):
            seconds = time.monotonic() - self._begin
            print(f"  {self._entered} of {len(self._invoices)} invoices entered, {self._lines} lines, "
                  f"{seconds:.0f} s", flush=True)  # fmt: skip


def held_digest(held: list[dict[str, Any]], entered: Mapping[str, str]) -> str:
    """What headquarters holds, as one number: each invoice with its register, number, moment, customer and total."""
    rows = sorted(
        (entered.get(row["uuid"], ""), row["register"], row["number"], row["made_at"], row["customer"] or "",
         row["total_minor"])
        for row in held
    )  # fmt: skip
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def is_as_fast_at_the_end(seconds: list[float]) -> bool:
    """Whether the last line of the largest invoice was added as fast as its tenth: medians of eleven about each."""
    tenth, last = statistics.median(seconds[4:15]), statistics.median(seconds[-11:])
    ratio = last / tenth
    word = "ok" if ratio <= LINES_BOUND else "MISSED"
    print(f"a line added to {len(seconds)}: tenth {tenth * 1e3:.2f} ms, last {last * 1e3:.2f} ms, "
          f"{ratio:.2f} x (bound {LINES_BOUND}) {word}")  # fmt: skip
    return ratio <= LINES_BOUND


def books_of(data: Path, truth: list[Truth], days: set[str], *, whole: bool) -> Books:
    """What others worked out of these invoices; of part of the data, its customers by its invoices alone."""
    of_days = summed_truth(truth, lambda row: row.day.isoformat())
    said = read_days(data)
    return Books(
        {row.number: row for row in truth},
        {day: said[day] if day in days else total for day, total in of_days.items()},
        read_customers(data) if whole else summed_truth(truth, lambda row: row.customer),
    )


def play(data: Path, days: int | None, seed: int, folder: Path, *, largest: bool) -> bool:
    """The whole run; says what it compared, and whether all of it is equal."""
    truth = read_truth(data, days)
    chosen = {row.day.isoformat() for row in truth}
    more = [read_largest(data)] if largest else []
    truth += [row for row in more if row.day.isoformat() not in chosen]
    invoices = read_invoices(data, {row.number for row in truth})
    movements = [each for each in invoices if each.is_movement]
    left_out = {each.number: reason for each in invoices if (reason := why_not_entered(each))}
    to_enter = [each for each in invoices if each.number not in left_out and not each.is_movement]
    print(f"{len(invoices)} invoices of {len(chosen)} trading days, seed {seed}")
    for number, reason in left_out.items():
        print(f"  not entered: {number} ({reason})")
    for invoice in movements:
        for line in invoice.lines:
            print(
                f"  stock moved, not sold: {invoice.number}: {line.quantity:+} {line.code} {line.name}".rstrip()
            )
    with (
        opened_nursery() as nursery,
        staged(
            folder,
            retailer(invoices),
            f"replay {seed}",
            to_enter[0].made_at,
            nursery.start if nursery else spawn,
        ) as stage,
    ):
        shop = TroubledShop(stage, seed, CASHIER)
        people = People(shop)
        Days(people, to_enter).pass_by()
        held = stage.office.transactions()
        orders = {id: stage.office.order(id) or {} for id in people.orders}
        counts = stage.office.counts()
    say_what_happened(shop, people, held, len(movements))
    handed = sum(row["total_minor"] for row in held if row["uuid"] in people.handed)
    comparisons = [
        *compare(held, people.entered, people.handed, books_of(data, truth, chosen, whole=days is None)),
        compare_orders(orders, people.orders, handed),
        Comparison("orders at headquarters", len(orders), differing_count(counts["orders"], len(orders))),
        Comparison("cases and parked documents", 0, differing_count(counts["cases"] + counts["parked"], 0)),
    ]
    if days is None:
        said = read_matching(data)
        found = {name: matching(invoices)[name] for name in said}
        comparisons.append(
            Comparison("cancelled lines by what covers them", sum(said.values()), unlike(found, said))
        )
    is_fast = not largest or is_as_fast_at_the_end(people.longest)
    return say_all(comparisons) and is_fast


def say_what_happened(shop: TroubledShop, people: People, held: list[dict[str, Any]], movements: int) -> None:
    """Print what went wrong on the way, what was done, and the two digests that a run with the same seed repeats."""
    print(f"lines went down {shop.breaks} times, agents were killed {shop.kills} times; "
          f"{shop.waits} times an order waited for its line")  # fmt: skip
    print(f"what happened where: {shop.trace.hexdigest()}")
    print(f"what headquarters holds: {held_digest(held, people.entered)}")
    print(f"{movements} invoices moved stock; {len(people.orders)} became orders; "
          f"{people.linked} lines came back with their sale, {people.blind} without one; "
          f"{people.discounted} discounts were given on goods sold before")  # fmt: skip
    for note in people.notes:
        print(f"  {note}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Replay a real shop's invoices and compare with the truth.")
    parser.add_argument("--data", type=Path, required=True, help="a folder with sales and truth_invoices")
    parser.add_argument("--days", type=int, help="so many trading days from the first (all)")
    parser.add_argument("--seed", type=int, default=1, help="what breaks, and when (1)")
    parser.add_argument(
        "--largest", action="store_true", help="enter the largest sale of all as well, at the end"
    )
    parser.add_argument("--keep", type=Path, help="keep the databases and logs of the run in this folder")
    asked = parser.parse_args()
    if asked.keep is not None and asked.keep.exists() and any(asked.keep.iterdir()):
        parser.error(f"{asked.keep} is not empty")
    end_on_signals()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="kassa-replay-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        equal = play(asked.data, asked.days, asked.seed, folder, largest=asked.largest)
    except (EntryFailed, ChildFailed, OfficeRefused) as failed:
        print(f"not finished: {failed}")
        equal = False
    finally:
        if asked.keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    print("everything is equal" if equal else "NOT equal")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
