"""The replay of a wholesaler's orders, on a small twin of its files made for this test."""

import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
TWIN = Path(__file__).parent / "wholesale"


def test_orders_are_shipped_and_invoiced_with_their_freight_and_what_differs_is_found(tmp_path: Path) -> None:
    """The first order is booked wrong in this truth, by a cent; everything else is equal."""
    data = tmp_path / "data"
    shutil.copytree(TWIN, data)
    truth = data / "truth_orders.csv"
    truth.write_text(truth.read_text().replace("118.66,3.25,121.91", "118.65,3.25,121.90"))

    done = subprocess.run(
        [sys.executable, "benchmarks/northwind.py", "--data", str(data), "--seed", "2"],
        cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip

    assert done.returncode == 1, done.stdout + done.stderr
    assert "3 orders of 2 days" in done.stdout
    assert "gross 405.81, net 362.80, freight 143.76" in done.stdout
    assert "shipped late: 1; Fast Fjord 2, Slow Fell 1" in done.stdout
    for what in (
        "gross of orders",
        "freight",
        "days shipped",
        "days required",
        "carriers",
        "pieces",
        "states",
    ):
        assert f"{what}: 3 compared, 0 differ" in done.stdout
    for what in ("order totals with freight", "net of orders, each line rounded", "sums of invoices"):
        assert f"{what}: 3 compared, 1 differ\n  1: " in done.stdout
    assert "1: 121.91 is held, 121.90 is true" in done.stdout
    assert done.stdout.endswith("NOT equal\n")
