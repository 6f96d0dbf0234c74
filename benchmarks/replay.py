"""Enters a real shop's invoices at three registers whose lines keep breaking, and compares what HQ holds."""

import argparse
import hashlib
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.online_retail import (
    Invoice,
    read_invoices,
    read_largest,
    read_truth,
    to_penny,
    why_not_entered,
)
from benchmarks.replay_comparison import CURRENCY, Comparison, compare, differing_count
from rehearsal.children import ChildFailed, end_on_signals, spawn
from rehearsal.network import LineMode
from rehearsal.nursery import opened_nursery
from rehearsal.office import OfficeRefused
from rehearsal.shop import Staff, fixed_id
from rehearsal.stage import Register, Stage, staged
from retail.permissions import rights_of
from retail.quantity import ONE, QUANTITY_MAX_THOUSANDTHS
from retail.settings import FulfilmentPlace, StoreSettings
from retail.wire.settings import settings_values

STORES = {"LONDON": 2, "LEEDS": 1}
CASHIER = Staff("cashier", "cashier", "270431", tuple(sorted(rights_of("cashier", {}))))
PIECES_MAX = QUANTITY_MAX_THOUSANDTHS // ONE
LINES_BOUND = 1.5
KILL_SECONDS = 0.5
"""An agent with nothing to send is killed after this time."""

JOBS = ("p-job", "synchronize-customers", "synchronize-orders", "1010")
MODES = (LineMode.OFFLINE, LineMode.LOSE_REPLY, LineMode.ERROR, LineMode.SLOW)


class EntryFailed(Exception):
    """A register would not take what a real shop sold; the text says what and why."""


def retailer(invoices: list[Invoice]) -> dict[str, Any]:
    """The shop of these invoices: its products with prices to be keyed in, its customers, three registers."""
    names: dict[str, str] = {}
    for invoice in invoices:
        for line in invoice.lines:
            names[line.code] = names.get(line.code) or line.name
    pickup = tuple(FulfilmentPlace(store, store.title()) for store in STORES)
    settings = {
        store: StoreSettings(
            store=store, store_name=store.title(), currency=CURRENCY, fulfilment_group=pickup
        )
        for store in STORES
    }
    return {
        "tenant": "ONLINE-RETAIL",
        "stores": [
            {"store": store, "name": store.title(), "settings": settings_values(each)}
            for store, each in settings.items()
        ],
        "registers": [
            {"register": f"{store}-{place + 1}", "store": store}
            for store, registers in STORES.items() for place in range(registers)
        ],
        "products": [
            {"number": code, "name": name or code, "price_minor": 0, "tax_percent": None, "barcodes": [],
             "sellable": True, "key_in_price": True, "line_charge_minor": 0}
            for code, name in names.items()
        ],
        "customers": [
            {"id": fixed_id("online-retail", customer), "type": "person", "name": f"Customer {customer}", "email": "",
             "phone": "", "business": False, "language": "", "addresses": []}
            for customer in sorted({each.customer for each in invoices} - {""})
        ],
        "staff": [
            {"user": CASHIER.user, "name": "Cashier", "role": CASHIER.role, "pin": CASHIER.pin,
             "rights": list(CASHIER.rights), "language": "en"}
        ],
        "layouts": [],
    }  # fmt: skip


class Replay:
    """The run itself: which register takes an invoice, which line breaks, which agent dies, all by the seed."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.stage = stage
        self.entered: dict[str, str] = {}
        self.line_seconds: list[float] = []
        self.trace = hashlib.sha256()
        self.notes: list[str] = []
        self.breaks = self.kills = 0
        self._random = random.Random(seed)
        for register in stage.registers.values():
            must(register, "user.sign_in", user=CASHIER.user, pin=CASHIER.pin)
            must(register, "shift.open", start="0")

    def enter(self, invoice: Invoice) -> None:
        """Enter one invoice at one of the registers, after the line and the agent had their chance to fail."""
        register = self._random.choice(list(self.stage.registers.values()))
        disturbed = self._disturb(register)
        self.trace.update(f"{invoice.number} {register.name} {register.line.mode} {disturbed}\n".encode())
        self.stage.clock.set(max(invoice.made_at, self.stage.clock.now()))
        try:
            self.entered[self._take(register, invoice)] = invoice.number
        except EntryFailed as failed:
            self.notes.append(f"{invoice.number}: {failed}")
            for tender in register.view("cart")["tenders"]:
                register.do("tender.void", {"number": tender["number"]})
            register.do("transaction.void", {})

    def finish(self) -> None:
        """Bring every line back and let everything arrive.

        Raises:
            EntryFailed: something still waits at a register afterwards.
        """
        for register in self.stage.registers.values():
            register.line.mode = LineMode.ONLINE
            while register.carry("push").get("sent"):
                pass
        for name in JOBS:
            self.stage.office.run_job(name)
        for register in self.stage.registers.values():
            register.carry("pull")
            left = register.view("outbox")
            if left["waiting"] or left["attention"]:
                raise EntryFailed(f"{register.name} still holds {left}")

    def _take(self, register: Register, invoice: Invoice) -> str:
        self.line_seconds = []
        if invoice.customer:
            must(register, "customer.set", id=fixed_id("online-retail", invoice.customer))
        for line in invoice.lines:
            price = to_penny(line.price)
            if price != line.price:
                self.notes.append(f"{invoice.number}: {line.code} at {line.price} was keyed in as {price}")
            for pieces in portions(line.quantity):
                begin = time.perf_counter()
                must(register, "product.add", number=line.code, quantity=str(pieces), price=str(price))
                self.line_seconds.append(time.perf_counter() - begin)
            if line.quantity > PIECES_MAX:
                self.notes.append(f"{invoice.number}: {line.quantity} of {line.code} were entered in parts")
        if invoice.customer:
            store = register.name.rsplit("-", 1)[0]
            day = (invoice.made_at.date() + timedelta(days=2)).isoformat()
            must(register, "order.pick_up_all", store=store, date=day)
        cart = register.view("cart")
        if cart["due_minor"] > 0:
            must(register, "tender.cash", amount=None)
        if invoice.customer and cart["balance_minor"] > 0:
            must(register, "order.balance", arrangement="pay_at_pickup")
        return str(must(register, "transaction.conclude")["transaction"])

    def _disturb(self, register: Register) -> str:
        """Let something go wrong, or be put right, as the seed wills; what it was."""
        chance = self._random.random()
        if chance < 0.25:
            up = register.line.mode is LineMode.ONLINE
            register.line.mode = self._random.choice(MODES) if up else LineMode.ONLINE
            self.breaks += up
            return "the line"
        if chance < 0.32:
            register.kill_agent_while("push", KILL_SECONDS)
            self.kills += 1
            return "a killed agent"
        if chance < 0.55:
            register.carry("push")
            return "a push"
        if chance < 0.60:
            job = self._random.choice(JOBS)
            self.stage.office.run_job(job)
            return job
        if chance < 0.63:
            register.carry("pull")
            return "a pull"
        return "nothing"


def must(register: Register, operation: str, **params: Any) -> dict[str, Any]:
    """Ask the register for an operation that it has to do.

    Raises:
        EntryFailed: it did not; in its own words.
    """
    answer = register.do(operation, params)
    if answer.get("outcome") != "done":
        raise EntryFailed(f"{operation} {params}: {answer.get('outcome')}: {answer.get('words')}")
    return answer.get("values") or {}


def portions(quantity: int) -> Iterator[int]:
    """The quantity in parts that one line can hold."""
    while quantity > PIECES_MAX:
        yield PIECES_MAX
        quantity -= PIECES_MAX
    yield quantity


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


def play(data: Path, days: int, seed: int, folder: Path, *, largest: bool) -> bool:
    """The whole run; says what it compared, and whether all of it is equal."""
    truth = read_truth(data, days)
    if largest:
        truth.append(read_largest(data))
    invoices = read_invoices(data, {row.number for row in truth})
    left_out = {each.number: reason for each in invoices if (reason := why_not_entered(each))}
    to_enter = [each for each in invoices if each.number not in left_out]
    print(f"{len(invoices)} invoices of {len({row.day for row in truth})} trading days, seed {seed}")
    for number, reason in left_out.items():
        print(f"  not entered: {number} ({reason})")
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
        replay = Replay(stage, seed)
        for place, invoice in enumerate(to_enter, start=1):
            replay.enter(invoice)
            if place % 25 == 0 or place == len(to_enter):
                print(f"  {place} of {len(to_enter)} invoices entered", flush=True)
        is_fast = not largest or is_as_fast_at_the_end(replay.line_seconds)
        replay.finish()
        held = stage.office.transactions()
        counts = stage.office.counts()
    print(f"lines went down {replay.breaks} times, agents were killed {replay.kills} times")
    print(f"what happened where: {replay.trace.hexdigest()}")
    print(f"what headquarters holds: {held_digest(held, replay.entered)}")
    for note in replay.notes:
        print(f"  {note}")
    orders = sum(1 for each in to_enter if each.customer)
    comparisons = [
        *compare(held, replay.entered, truth, left_out),
        Comparison("orders at headquarters", orders, differing_count(counts["orders"], orders)),
        Comparison("cases and parked documents", 0, differing_count(counts["cases"] + counts["parked"], 0)),
    ]
    for each in comparisons:
        print(f"{each.what}: {each.compared} compared, {len(each.differences)} differ")
        for difference in each.differences[:20]:
            print(f"  {difference}")
    return is_fast and not any(each.differences for each in comparisons)


def main() -> int:
    parser = argparse.ArgumentParser(description="Replay a real shop's invoices and compare with the truth.")
    parser.add_argument("--data", type=Path, required=True, help="a folder with sales and truth_invoices")
    parser.add_argument("--days", type=int, default=1, help="so many trading days from the first (1)")
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
