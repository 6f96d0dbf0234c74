"""The files of `online-retail`: a real shop's invoices, and what others worked out from them.

Amounts and quantities are read as decimal text; the truth is only ever compared with.
"""

import csv
import gzip
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PENNY = Decimal("0.01")


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

    @property
    def total(self) -> Decimal:
        return sum((line.quantity * line.price for line in self.lines), Decimal(0))


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


def read_truth(folder: Path, days: int) -> list[Truth]:
    """The invoices of the first `days` trading days, as others worked them out."""
    rows = [_truth(row) for row in read_rows(folder, "truth_invoices")]
    chosen = set(sorted({row.day for row in rows})[:days])
    return [row for row in rows if row.day in chosen]


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
        )
        for number, of_invoice in rows.items()
    ]
    return sorted(invoices, key=lambda each: (each.made_at, each.number))


def why_not_entered(invoice: Invoice) -> str | None:
    """Why this invoice is none that a till enters; None for a sale with a positive total."""
    if invoice.number.startswith("C"):
        return "cancellation"
    if invoice.number.startswith("A"):
        return "adjustment"
    if invoice.total <= 0:
        return "total is not positive"
    if any(line.quantity <= 0 or line.price < 0 for line in invoice.lines):
        return "a line with a negative quantity or price"
    return None


def to_penny(amount: Decimal) -> Decimal:
    return amount.quantize(PENNY, ROUND_HALF_UP)
