"""What a thousand registers with nothing to send cost headquarters, beside a server that does nothing for the same
calls; and how long a change takes from headquarters to a register. Ends with 1 over a bound.
"""

import argparse
import asyncio
import copy
import random
import statistics
import sys
import tempfile
import threading
import time
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.fleet_lines import Idle, folders, live, read_up
from benchmarks.ingest import processor_seconds
from channel_db.credentials import read_credentials
from channel_db.engine import open_catalog
from rehearsal.children import Child
from rehearsal.office import Office
from retail.clock import Clock, ReadClock
from sync_agent.enrolment import enrol
from sync_agent.planning import Pace

BOUND_PERCENT = 5.0
STORES, WATCHED = 50, 3
WARM_UP_SECONDS = 75.0
SEEN_SECONDS, LOAD_SECONDS = 120.0, 600.0
PAUSE_SECONDS, AFTER_SECONDS = 30.0, 15.0
"""Changes come at any moment of half a minute after the one before was seen; after the last one there is time for all
that registers do about it.
"""


class Cost(NamedTuple):
    """What so many calls a second cost, in percent of one core."""

    percent: float
    calls: float


def retailer(registers: int) -> dict[str, Any]:
    """Stores with so many registers, one product, and the watched registers."""
    stores = [{"store": f"S{number}", "name": f"S{number}"} for number in range(STORES)]
    names = [f"S{number % STORES}-{number}" for number in range(registers)] + [
        f"S0-W{each}" for each in range(WATCHED)
    ]
    return {
        "tenant": "benchmark", "stores": stores, "customers": [], "staff": [], "layouts": [],
        "registers": [{"register": name, "store": name.partition("-")[0]} for name in names],
        "products": [{"number": "A", "name": "A", "price_minor": 100, "tax_percent": "0"}],
    }  # fmt: skip


def fleet_of(office: Office, folder: Path, document: dict[str, Any], clock: Clock) -> list[Idle]:
    """Every register but the watched ones, enrolled with a key of its own."""
    names = [each["register"] for each in document["registers"][:-WATCHED]]
    fleet = []
    for place, name in zip(folders(folder, len(names)), names, strict=True):
        device = enrol(office.url, office.enrolment_code(name), place, clock)
        fleet.append(Idle(device, read_credentials(place, device), clock))
    return fleet


def cost_of(pid: int, fleet: list[Idle], seconds: float) -> Cost:
    """Let the fleet live against this process, and see how long it works for that."""

    async def run() -> Cost:
        warm_up = WARM_UP_SECONDS if fleet else 0
        living = asyncio.create_task(live(fleet, warm_up + seconds + 1))  # by then all of them wait
        await asyncio.sleep(warm_up)
        calls, cost = sum(each.calls for each in fleet), processor_seconds(pid)
        await asyncio.sleep(seconds)
        calls, cost = sum(each.calls for each in fleet) - calls, processor_seconds(pid) - cost
        await living
        return Cost(100 * cost / seconds, calls / seconds)

    return asyncio.run(run())


def bare_cost(folder: Path, fleet: list[Idle], seconds: float) -> Cost:
    """The same calls to a server that does nothing for them."""
    bare = Child("benchmarks.bare_hello", (), folder / "bare.log")
    try:
        url = bare.line().strip().rsplit(" ", 1)[-1]
        there = [replace(each, device=replace(each.device, hq_url=url), calls=0) for each in fleet]
        return cost_of(bare.pid, there, seconds)
    finally:
        bare.kill()


class Changed(NamedTuple):
    """How long headquarters took to take each change in, how long it then took to each watched register, and how long
    headquarters worked in all that time; how many calls of the others were answered *busy*, and how many not at all.
    """

    taken: list[float]
    seen: list[float]
    worked: float
    seconds: float
    busy: int
    cut: int


def change(
    office: Office, folder: Path, document: dict[str, Any], clock: Clock, changes: int, fleet: list[Idle]
) -> Changed:
    """Change a price again and again, until it stands in the catalogue of each watched register."""
    places = folders(folder / "watched", WATCHED)
    for place, register in zip(places, document["registers"][-WATCHED:], strict=True):
        enrol(office.url, office.enrolment_code(register["register"]), place, clock)
    agents = [Child("sync_agent", ("--data", place), place / "agent.log") for place in places]
    moments = random.Random(3)
    taken, found = list[float](), list[float]()
    since = worked = 0.0
    before = troubles = (0, 0)
    try:
        for price in range(100, 101 + changes):
            said = copy.deepcopy(document)
            said["products"][0]["price_minor"] = price
            begun = time.perf_counter()
            office.load_retailer(said)
            there = time.perf_counter()
            seen = _seen(places, price, clock, there, LOAD_SECONDS if price == 100 else SEEN_SECONDS)
            time.sleep(moments.uniform(0, PAUSE_SECONDS))
            if price == 100:  # the first load
                since, worked = time.perf_counter(), processor_seconds(office.pid)
                before = _troubles(fleet)
            else:
                found += seen
                taken.append(there - begun)
        time.sleep(AFTER_SECONDS)
        worked, seconds = processor_seconds(office.pid) - worked, time.perf_counter() - since
        troubles = _troubles(fleet)
    finally:
        for agent in agents:
            agent.kill()
    return Changed(taken, found, worked, seconds, troubles[0] - before[0], troubles[1] - before[1])


def _seen(places: list[Path], price: int, clock: Clock, there: float, within: float) -> list[float]:
    """How long after it was at headquarters each of them had this price."""
    waiting, found = set(places), list[float]()
    while waiting:
        if time.perf_counter() - there > within:
            raise RuntimeError(f"the price {price} did not come to {len(waiting)} registers")
        time.sleep(0.1)
        for place in list(waiting):
            if _has(place, price, clock):
                found.append(time.perf_counter() - there)
                waiting.remove(place)
    return found


def _has(place: Path, price: int, clock: Clock) -> bool:
    if not (place / "catalog.db").exists():
        return False
    with closing(open_catalog(place, clock, writer=False)) as catalog:
        product = catalog.product_by_number("A")
    return product is not None and product.price_minor == price


def compare(folder: Path, registers: int, seconds: float, changes: int, *, may_wait: bool) -> bool:
    """Print cost and waits beside their limits; True within the bounds."""
    clock = ReadClock(lambda: datetime.now().astimezone())  # noqa: TID251 -- a root of its own
    document = retailer(registers)
    office = Office(folder / "hq", "administrator-of-the-benchmark", seed=1)
    try:
        office.load_retailer(document)
        fleet = fleet_of(office, folder, document, clock)
        for each in fleet:
            each.may_wait = may_wait
        asyncio.run(read_up(fleet))
        alone = cost_of(office.pid, [], seconds / 4)
        idle = cost_of(office.pid, fleet, seconds)
        floor = bare_cost(folder, fleet, seconds)
        awake = threading.Thread(target=_live_on, args=(fleet,), daemon=True)
        awake.start()
        changed = change(office, folder, document, clock, changes, fleet)
    finally:
        office.kill()
    seen = changed.seen
    poll, median = Pace().pull_seconds, statistics.median(seen)
    more = changed.worked - idle.percent / 100 * changed.seconds
    good = [idle.percent <= BOUND_PERCENT, median <= poll]
    words = ["ok" if each else "MISSED" for each in good]
    way = "letting its hello wait as long as it may" if may_wait else f"saying hello every {poll:g} s"
    print(f"{registers:,} idle registers, each {way}, with calls of its own key")
    print(f"    a server that does nothing for these calls, but for letting them wait: {floor.percent:.1f} % of a core "
          f"at {floor.calls:.0f} a second")  # fmt: skip
    print(f"    headquarters with nobody calling: {alone.percent:.1f} % of a core")
    print(f"    headquarters: {idle.percent:.1f} % of a core at {idle.calls:.0f} a second "
          f"(bound {BOUND_PERCENT:g} %) {words[0]}")  # fmt: skip
    print(f"    a change at headquarters to visible on a register, median of {len(seen)}: {median:.1f} s, at most "
          f"{max(seen):.1f} s (bound one poll, {poll:g} s) {words[1]}; before that headquarters took it in within "
          f"{statistics.median(changed.taken):.1f} s")  # fmt: skip
    print(f"    a change costs headquarters {more / changes:.1f} s of processor, until all have read and compared it; "
          f"{changed.busy} calls were answered *busy*, {changed.cut} not at all")  # fmt: skip
    return all(good)


def _troubles(fleet: list[Idle]) -> tuple[int, int]:
    """How many calls headquarters had no time for, and how many got no answer."""
    return sum([each.put_off for each in fleet]), sum([each.cut for each in fleet])


def _live_on(fleet: list[Idle]) -> None:
    """Until this program ends."""
    asyncio.run(live(fleet, seconds=1e9))


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bounds are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.idle_fleet", description=__doc__)
    parser.add_argument("--registers", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--changes", type=int, default=10)
    parser.add_argument("--polling", action="store_true", help="let no hello wait")
    parser.add_argument("--folder", type=Path, help="where the files lie; a temporary folder unless said")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        is_cheap = compare(
            Path(name), chosen.registers, chosen.seconds, chosen.changes, may_wait=not chosen.polling
        )
    return 0 if is_cheap else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
