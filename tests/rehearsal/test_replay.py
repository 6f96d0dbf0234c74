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


def test_every_invoice_is_at_headquarters_once_and_equal() -> None:
    done = replay(TWIN, "--seed", "3")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "17 invoices of 3 trading days" in done.stdout
    assert "stock moved, not sold: 1007: +56 22139" in done.stdout
    assert "stock moved, not sold: 1012: -7 21730 GLASS STAR" in done.stdout
    assert "3 lines came back with their sale, 3 without one; 1 discounts were given" in done.stdout
    assert "totals of invoices: 17 compared, 0 differ" in done.stdout
    assert "sums per customer: 7 compared, 0 differ" in done.stdout
    assert "1009: PADS at 0.001 was keyed in as 0.00" in done.stdout
    assert "1008: 120000 of 23166 were entered in parts" in done.stdout
    assert "cancelled lines by what covers them: 8 compared, 0 differ" in done.stdout
    assert done.stdout.endswith("everything is equal\n")


def test_a_penny_of_difference_is_found_in_invoice_day_and_customer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(TWIN, data)
    for name, before, after in (
        ("truth_invoices", ",54.00", ",54.01"), ("truth_days", "124909.981", "124909.991"),
    ):  # fmt: skip
        truth = data / f"{name}.csv"
        truth.write_text(truth.read_text().replace(before, after))

    done = replay(data, "--days", "1")

    assert done.returncode == 1
    assert "9 invoices of 1 trading days" in done.stdout
    assert "1002: 54.00 is held, 54.01 is true" in done.stdout
    assert "sums per day: 1 compared, 1 differ" in done.stdout
    assert "506: 54.00 is held, 54.01 is true" in done.stdout
    assert done.stdout.endswith("NOT equal\n")


def test_an_invoice_of_1114_lines_is_taken(tmp_path: Path) -> None:
    lines = [
        f"2001,{number},CARD {number},1,2010-12-01 08:26:00,0.42,501,United Kingdom" for number in range(1114)
    ]
    head = (TWIN / "sales.csv").read_text().splitlines()[0]
    (tmp_path / "sales.csv").write_text("\n".join([head, *lines]) + "\n")
    invoices = (TWIN / "truth_invoices.csv").read_text().splitlines()[0]
    row = "2001,sale,2010-12-01 08:26:00,2010-12-01 08:26:00,501,United Kingdom,1114,1114,467.88"
    (tmp_path / "truth_invoices.csv").write_text(f"{invoices}\n{row}\n")
    (tmp_path / "truth_days.csv").write_text("date,net_total\n2010-12-01,467.88\n")

    done = replay(tmp_path, "--days", "1", "--seed", "2")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "totals of invoices: 1 compared, 0 differ" in done.stdout
