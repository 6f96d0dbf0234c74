"""What 200 orders cost headquarters over loopback HTTP, all checks on, beside executemany of the same rows in the same
run; ends with 1 over the bound.
"""

import argparse
import gzip
import json
import os
import statistics
import sys
import tempfile
import time
from http.client import HTTPConnection  # noqa: TID251 -- the batches are packed before the clock starts
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlcipher3 import dbapi2 as sqlite_driver

from benchmarks.commit import CUSTOMER, NOW, SETTINGS, cart_of, document_of
from benchmarks.csv_import import add_all, open_floor
from channel_db.device import read_device
from headquarters.database import FILE_NAME
from rehearsal.office import Office
from retail.clock import ReadClock
from retail.wire.base import fingerprint
from retail.wire.protocol import NONCE_HEADER, REAL_TIME, UPLOADS, VERSION
from sync_agent.enrolment import enrol
from sync_agent.line import fresh_nonce
from sync_agent.proving import Reader

BOUND = 6.0
BATCH = 200
WARM_UPS = 3
REGISTER = "HOUSTON-1"
CALL_SECONDS = 60
NOT_ROWS = ("alembic_version", "series", "sqlite_sequence")
"""Tables whose rows are changed and not added."""
RETAILER: dict[str, Any] = {
    "tenant": "benchmark",
    "stores": [{"store": SETTINGS.store, "name": SETTINGS.store}],
    "registers": [{"register": REGISTER, "store": SETTINGS.store}],
    "products": [],
    "customers": [{"id": CUSTOMER.id, "name": CUSTOMER.name}],
    "staff": [],
    "layouts": [],
}


class Line:
    """A register's line to headquarters: one connection, batches packed in advance."""

    def __init__(self, url: str, folder: Path) -> None:
        place = urlsplit(url)
        self._line = HTTPConnection(place.hostname or "", place.port, timeout=CALL_SECONDS)
        self._device = read_device(folder)
        self._prover = Reader(folder, self._device)

    def batch(self, first: int) -> bytes:
        """200 orders from this number on, as the agent would send them."""
        documents = []
        for number in range(first, first + BATCH):
            document = document_of(cart_of(number), number).model_copy(update={"epoch": self._device.epoch})
            text = document.written()
            documents.append(
                {"id": document.id, "kind": "transaction", "fingerprint": fingerprint(text), "text": text}
            )
        said = {
            "protocol": VERSION,
            "register_name": REGISTER,
            "epoch": self._device.epoch,
            "documents": documents,
        }
        return gzip.compress(json.dumps(said).encode(), compresslevel=6, mtime=0)

    def send(self, path: str, body: bytes) -> float:
        """Send a batch; the seconds until every document of it is acknowledged."""
        nonce = fresh_nonce()
        headers = {
            NONCE_HEADER: nonce, "Accept-Encoding": "gzip", "Content-Type": "application/json",
            "Content-Encoding": "gzip", **self._prover.headers("POST", path, gzip.decompress(body), nonce),
        }  # fmt: skip
        begin = time.perf_counter()
        self._line.request("POST", path, body, headers)
        reply = self._line.getresponse()
        packed = reply.read()
        taken = time.perf_counter() - begin
        results = json.loads(gzip.decompress(packed))["results"]
        if reply.status != 200 or [each["outcome"] for each in results] != ["stored"] * BATCH:
            raise RuntimeError(f"headquarters answered {reply.status}: {results[:1]}")
        return taken


def processor_seconds(pid: int) -> float:
    """How long a process has worked so far, in its own code and in the system's for it."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def new_rows(books: Any, seen: dict[str, int]) -> dict[str, list[Any]]:
    """The rows that headquarters has added to its tables since the last look."""
    found = books.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    rows = {}
    for (table,) in found:
        if table in NOT_ROWS:
            continue
        rows[table] = books.execute(
            f"SELECT * FROM {table} WHERE rowid > ?", (seen.get(table, 0),)
        ).fetchall()
        seen[table] = books.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0]
    return rows


def compare(folder: Path, what: str, path: str, rounds: int) -> bool:
    """Headquarters and the floor take turns with the same rows; print medians and the ratio; True within the bound."""
    office = Office(folder / "hq", "administrator-of-the-benchmark", ("--no-schedule",), seed=1)
    worked = {"floor": 0.0, "headquarters": 0.0}
    try:
        office.load_retailer(RETAILER)
        clock = ReadClock(lambda: NOW)
        enrol(office.url, office.enrolment_code(REGISTER), folder / "register", clock)
        line = Line(office.url, folder / "register")
        books = sqlite_driver.connect(folder / "hq" / FILE_NAME)
        floor = open_floor(folder / "floor")
        floor.execute("PRAGMA foreign_keys = OFF")  # its customer stands in the other file
        seen: dict[str, int] = {}
        new_rows(books, seen)
        taken: dict[str, list[float]] = {"floor": [], "headquarters": []}
        kept: dict[str, int] = {}
        for turn in range(WARM_UPS + rounds):
            body, before = line.batch(1 + turn * BATCH), processor_seconds(office.pid)
            seconds = line.send(path, body)
            at_work = processor_seconds(office.pid) - before
            rows = {table: added for table, added in new_rows(books, seen).items() if added}
            begin, before = time.perf_counter(), time.process_time()
            add_all(floor, rows)
            if turn >= WARM_UPS:
                taken["floor"].append(time.perf_counter() - begin)
                taken["headquarters"].append(seconds)
                worked["floor"] += time.process_time() - before
                worked["headquarters"] += at_work
            kept = {table: len(added) for table, added in rows.items()}
        books.close()
        floor.close()
    finally:
        office.kill()
    bare, ours = (statistics.median(times) for times in taken.values())
    ratio = ours / bare
    print(
        f"{what}: {BATCH} orders of 5 lines a batch, {sum(kept.values()):,} rows; medians of {rounds}, interleaved"
    )
    print(f"    executemany into {', '.join(kept)}: {bare * 1000:.1f} ms a batch")
    print(f"    POST {path}: {ours * 1000:.1f} ms a batch, {BATCH / ours:,.0f} orders a second")
    print(f"    ratio {ratio:.2f} (bound {BOUND}) {'ok' if ratio <= BOUND else 'MISSED'}")
    both = " and ".join([f"{each / rounds * 1000:.1f}" for each in worked.values()])
    times = worked["headquarters"] / worked["floor"]
    print(f"    processor time of floor and headquarters: {both} ms a batch, {times:.1f} times")
    return ratio <= BOUND


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bounds are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest", description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--folder", type=Path, help="where the files lie; a temporary folder unless said")
    chosen = parser.parse_args(arguments)
    good = True
    for what, path in (("kept", UPLOADS), ("kept and booked at once", REAL_TIME)):
        with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
            good = compare(Path(name), what, path, chosen.rounds) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
