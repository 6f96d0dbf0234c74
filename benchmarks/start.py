"""How long the register takes from its start to a sign-in somebody can tap, beside an empty window; 1 over a bound."""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.big_catalogue import STORE, catalogue_of
from channel_db.device import Device, write_device

BOUND, SIZE_BOUND = 4.0, 1.1
FEW, MANY = 1_000, 1_000_000
WARM_UPS = 3
END_SECONDS = 60
CHECKOUT = Path(__file__).resolve().parent.parent
DEVICE = Device(
    "http://127.0.0.1:9", "demo", f"{STORE}-1", STORE, "epoch-1", "token", "secret-of-the-benchmark"
)


def register_of(folder: Path, products: int) -> Path:
    """The folder of an enrolled register with so many products."""
    home = catalogue_of(folder, products)
    write_device(home, DEVICE)
    return home


def seconds_of(module: str, *words: str | Path) -> list[float]:
    """From the start of a process to each of the moments it prints.

    Raises:
        RuntimeError: it ended without any.
    """
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, words)]
    begin = time.monotonic()
    done = subprocess.run(
        command, cwd=CHECKOUT, env=environ, check=False, capture_output=True, text=True, timeout=END_SECONDS
    )
    if not done.stdout:
        raise RuntimeError(f"{command} painted nothing: {done.stderr}")
    return [float(moment) - begin for moment in done.stdout.split()]


def compare(folder: Path, few: int, many: int, rounds: int, chance: random.Random) -> bool:
    """Start everything again and again, interleaved; print medians and ratios; True within the bounds."""
    starts: dict[str, tuple[str | Path, ...]] = {
        "empty window": ("empty_window",),
        f"sign-in, {few:,} products": ("watched_start", "--data", register_of(folder, few)),
        f"sign-in, {many:,} products": ("watched_start", "--data", register_of(folder, many)),
    }
    taken: dict[str, list[list[float]]] = {name: [] for name in starts}
    for turn in range(WARM_UPS + rounds):
        for name in chance.sample(list(starts), len(starts)):
            seconds = seconds_of(*map(str, starts[name]))
            if turn >= WARM_UPS:
                taken[name].append(seconds)
    floor, small, large = [statistics.median([each[0] for each in times]) for times in taken.values()]
    print(f"process start to first paint, medians of {rounds}, interleaved, milliseconds")
    for (name, times), bound in zip(taken.items(), (None, BOUND, BOUND), strict=True):
        moments = [statistics.median(moment) for moment in zip(*times, strict=True)]
        ratio = moments[0] / floor
        word = "" if bound is None else f"(bound {bound}) {'ok' if ratio <= bound else 'MISSED'}"
        behind = f"; the register behind it open after {moments[1] * 1000:.0f}" if moments[1:] else ""
        print(f"  {name:28} {moments[0] * 1000:7.1f}   {ratio:5.2f} x  {word}{behind}")
    word = "ok" if large / small <= SIZE_BOUND else "MISSED"
    print(f"  {many:,} beside {few:,} products: {large / small:.2f} x  (bound {SIZE_BOUND}) {word}")
    return max(small, large) / floor <= BOUND and large / small <= SIZE_BOUND


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when the bounds are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start", description=__doc__)
    parser.add_argument("--few", type=int, default=FEW)
    parser.add_argument("--many", type=int, default=MANY)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the files are kept for the next run; about 1 GB")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as passing:
        folder = chosen.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        is_fast = compare(folder, chosen.few, chosen.many, chosen.rounds, random.Random(chosen.seed))
    return 0 if is_fast else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
