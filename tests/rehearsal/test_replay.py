"""The replay of a real shop's invoices, on a small twin of its files made for this test."""

import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
TWIN = Path(__file__).parent / "twin"


def replay(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "benchmarks/replay.py", "--data", str(data), *options]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=300)


def test_every_invoice_of_a_day_is_at_headquarters_once_and_equal() -> None:
    done = replay(TWIN, "--days", "1", "--seed", "3")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "9 invoices of 1 trading days" in done.stdout
    assert "not entered: C1006 (cancellation)" in done.stdout
    assert "not entered: 1007 (total is not positive)" in done.stdout
    assert "totals of invoices: 7 compared, 0 differ" in done.stdout
    assert "sums per customer: 5 compared, 0 differ" in done.stdout
    assert "1009: PADS at 0.001 was keyed in as 0.00" in done.stdout
    assert "1008: 120000 of 23166 were entered in parts" in done.stdout
    assert done.stdout.endswith("everything is equal\n")


def test_a_penny_of_difference_is_found_in_invoice_day_and_customer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(TWIN, data)
    truth = data / "truth_invoices.csv"
    truth.write_text(truth.read_text().replace(",54.00", ",54.01"))

    done = replay(data)

    assert done.returncode == 1
    assert "1002: 54.00 is held, 54.01 is true" in done.stdout
    assert "sums per day: 1 compared, 1 differ" in done.stdout
    assert "502: 54.00 is held, 54.01 is true" in done.stdout
    assert done.stdout.endswith("NOT equal\n")
