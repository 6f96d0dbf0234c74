"""The files of `online-retail`: a real shop's invoices, and what others worked out from them.

Amounts and quantities are read as decimal text; the truth is only ever compared with.
"""

import csv
import gzip
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PENNY = Decimal("0.01")
POSTAGE = ("POST", "DOT", "C2")
"""Codes of lines that are what carriage costs."""

DISCOUNT = "D"
"""The code of a discount that was given when the invoice was out already: a line of a cancellation."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the file has it."""

    code: str
    name: str
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice as the file has it; `made_at` is its first line's time."""

    number: str
    made_at: datetime
    customer: str
    lines: tuple[Line, ...]
    country: str = ""

    @property
    def total(self) -> Decimal:
        return sum((line.quantity * line.price for line in self.lines), Decimal(0))

    @property
    def is_cancellation(self) -> bool:
        """Something of earlier invoices comes back."""
        return self.number.startswith("C")

    @property
    def is_movement(self) -> bool:
        """Goods were written off or found: no money, and nobody they went to."""
        return not self.customer and not self.is_cancellation and all(line.price == 0 for line in self.lines)


@dataclass(frozen=True, slots=True)
class Truth:
    """One row of truth_invoices."""

    number: str
    kind: str
    day: date
    customer: str
    total: Decimal


def read_rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of NAME.csv or NAME.csv.gz."""
    packed = folder / f"{name}.csv.gz"
    if packed.exists():
        text = gzip.decompress(packed.read_bytes()).decode("utf-8")
    else:
        text = (folder / f"{name}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(io.StringIO(text, newline=""))


def _truth(row: dict[str, str]) -> Truth:
    day = datetime.fromisoformat(row["first_time"]).date()
    return Truth(row["InvoiceNo"], row["kind"], day, row["CustomerID"], Decimal(row["total"]))


def read_truth(folder: Path, days: int | None) -> list[Truth]:
    """The invoices of the first `days` trading days, or of all, as others worked them out."""
    rows = [_truth(row) for row in read_rows(folder, "truth_invoices")]
    chosen = set(sorted({row.day for row in rows})[:days])
    return [row for row in rows if row.day in chosen]


def read_days(folder: Path) -> dict[str, Decimal]:
    """What each trading day came to, as others worked it out."""
    return {row["date"]: Decimal(row["net_total"]) for row in read_rows(folder, "truth_days")}


def read_customers(folder: Path) -> dict[str, Decimal]:
    """What each customer came to over all days, as others worked it out; "" is all who are not known."""
    return {row["CustomerID"]: Decimal(row["net_total"]) for row in read_rows(folder, "truth_customers")}


def read_matching(folder: Path) -> dict[str, int]:
    """How many lines of cancellations one earlier line covers, and why the others have none, by others' count."""
    summary = json.loads((folder / "truth_summary.json").read_text(encoding="utf-8"))
    return {name: int(count) for name, count in summary["cancel_line_matching"].items()}


def read_largest(folder: Path) -> Truth:
    """The sale with the most lines of all, as others worked it out."""
    sales = (row for row in read_rows(folder, "truth_invoices") if row["kind"] == "sale")
    return _truth(max(sales, key=lambda row: int(row["lines"])))


def read_invoices(folder: Path, numbers: set[str]) -> list[Invoice]:
    """These invoices from the sales, in the order they were made."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read_rows(folder, "sales"):
        if row["InvoiceNo"] in numbers:
            rows[row["InvoiceNo"]].append(row)
    invoices = [
        Invoice(
            number,
            min(datetime.fromisoformat(row["InvoiceDate"]).replace(tzinfo=UTC) for row in of_invoice),
            of_invoice[0]["CustomerID"],
            tuple(
                Line(
                    row["StockCode"],
                    row["Description"].strip(),
                    int(row["Quantity"]),
                    Decimal(row["UnitPrice"]),
                )
                for row in of_invoice
            ),
            of_invoice[0]["Country"],
        )
        for number, of_invoice in rows.items()
    ]
    return sorted(invoices, key=lambda each: (each.made_at, each.number))


def why_not_entered(invoice: Invoice) -> str | None:
    """Why this invoice is none that a till enters; None for one that it does, and for movements of stock."""
    if invoice.number.startswith("A"):
        return "adjustment"
    signs = {line.quantity > 0 for line in invoice.lines}
    if not invoice.is_movement and signs != {not invoice.is_cancellation}:
        return "what is sold and what comes back stand on it together"
    if any(line.price < 0 for line in invoice.lines):
        return "a line with a negative price"
    return None


def to_penny(amount: Decimal) -> Decimal:
    return amount.quantize(PENNY, ROUND_HALF_UP)
