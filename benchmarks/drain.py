"""What it takes to empty a register's outbox of many orders into headquarters' books, all checks on, beside the same
rows added bare in the same run; and whether memory stays flat and time grows with the orders alone. Ends with 1 over a
bound.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.big_catalogue import CLOCK
from benchmarks.drain_grounds import Ground, OnFile, OnServer, grounds
from benchmarks.first_load import memory_mib
from benchmarks.ingest import REGISTER, RETAILER, processor_seconds
from benchmarks.many_orders import sell
from channel_db.device import read_device
from rehearsal.children import Child
from rehearsal.office import Office
from sync_agent.enrolment import enrol

BOUND, LINEAR_BOUND, MEMORY_BOUND_MIB = 6.0, 1.5, 40.0
FEW_OF = 10
"""The time of an order is compared with that of a drain of so many times fewer."""
DRAIN_SECONDS = 3600.0


class Drain(NamedTuple):
    """What a drain took, and how much memory agent and headquarters had above what they had before it."""

    seconds: float
    floor: float
    worked: float
    floor_worked: float
    agent_mib: float
    headquarters_mib: float


def drain(folder: Path, orders: int, ground: Ground) -> Drain:
    """Let a register's agent send what has piled up, and let the jobs book it."""
    office = Office(
        folder / "hq", "administrator-of-the-benchmark", ("--no-schedule", *ground.options), seed=1
    )
    agent = None
    try:
        office.load_retailer(RETAILER)
        enrol(office.url, office.enrolment_code(REGISTER), folder / "register", CLOCK)
        agent = Child("sync_agent", ("--data", folder / "register", "--steps"), folder / "agent.log")
        agent.ask("push")
        sell(folder / "register", read_device(folder / "register").epoch, orders)
        ground.begin()
        idle = [memory_mib(each, "VmRSS") for each in (agent.pid, office.pid)]
        begin, before = time.perf_counter(), processor_seconds(agent.pid) + processor_seconds(office.pid)
        sent = 0
        while sent < orders:
            said = agent.ask("push", DRAIN_SECONDS)
            sent += said["sent"]
            if not said["complete"]:
                raise RuntimeError(f"after {sent} orders: {said['words']}")
        done = office.run_job("synchronize-orders", DRAIN_SECONDS)
        seconds = time.perf_counter() - begin
        worked = processor_seconds(agent.pid) + processor_seconds(office.pid) - before
        most = [memory_mib(each, "VmHWM") for each in (agent.pid, office.pid)]
        if (done["rows"], office.counts()["orders"]) != (orders, orders):
            raise RuntimeError(f"{orders} orders were sold, but the job booked {done}: {office.counts()}")
        floor, floor_worked = ground.bare(orders)
    finally:
        office.kill()
        if agent is not None:
            agent.kill()
    return Drain(seconds, floor, worked, floor_worked, most[0] - idle[0], most[1] - idle[1])


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bounds are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drain", description=__doc__)
    parser.add_argument("--orders", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where the files lie; a temporary folder unless said")
    parser.add_argument(
        "--postgresql", action="store_true", help="into a PostgreSQL server instead of a file"
    )
    chosen = parser.parse_args(arguments)
    drains, bare_words = [], ""
    with grounds(chosen.postgresql) as server:
        for orders in (chosen.orders // FEW_OF, chosen.orders):
            with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
                ground: Ground = OnFile(Path(name)) if server is None else OnServer(server)
                drains.append(drain(Path(name), orders, ground))
                bare_words = ground.bare_words
    few, many = drains
    ratio, growth = many.seconds / many.floor, many.seconds / few.seconds / FEW_OF
    good = [ratio <= BOUND, growth <= LINEAR_BOUND, max(many[-2:]) <= MEMORY_BOUND_MIB]
    words = ["ok" if each else "MISSED" for each in good]
    pace = chosen.orders / many.seconds
    print(f"{chosen.orders:,} orders of 5 lines from one register's outbox into the books")
    print(f"    {bare_words}: {many.floor:.2f} s")
    print(f"    sent, checked, kept and booked: {many.seconds:.2f} s, {pace:,.0f} orders a second")
    print(f"    ratio {ratio:.2f} (bound {BOUND}) {words[0]}")
    print(
        f"    processor time of floor, and of agent and headquarters: {many.floor_worked:.2f} and {many.worked:.2f} s, "
        f"{many.worked / many.floor_worked:.1f} times"
    )
    print(
        f"    time an order beside a drain of {chosen.orders // FEW_OF:,}: {growth:.2f} times "
        f"(bound {LINEAR_BOUND}) {words[1]}"
    )
    print(f"    processor time an order beside that: {many.worked / few.worked / FEW_OF:.2f} times")
    print(
        f"    memory above idle: agent {many.agent_mib:.0f}, headquarters {many.headquarters_mib:.0f} MiB "
        f"(bound {MEMORY_BOUND_MIB:.0f}) {words[2]}"
    )
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
