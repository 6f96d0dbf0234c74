"""The files of `northwind`: a wholesaler's orders with freight and dates, and what others worked out from them."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the file has it; `discount` is a fraction."""

    product: str
    price: Decimal
    quantity: str
    discount: Decimal


@dataclass(frozen=True, slots=True)
class Order:
    """One order as the file has it, with the name of its shipper and the address it goes to."""

    number: str
    customer: str
    made: date
    required: date
    shipped: date
    shipper: str
    freight: Decimal
    address: dict[str, str]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """One row of truth_orders."""

    number: str
    customer: str
    made: date
    shipped: date
    lines: int
    quantity: int
    gross: Decimal
    net: Decimal
    freight: Decimal
    total: Decimal


def read_names(folder: Path, name: str, key: str, value: str) -> dict[str, str]:
    """What the rows of NAME.csv are called, by their key."""
    return {row[key]: row[value] for row in _rows(folder, name)}


def read_orders(folder: Path) -> list[Order]:
    """All orders in the order they were made."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for row in _rows(folder, "order_details"):
        lines[row["OrderID"]].append(
            Line(row["ProductID"], Decimal(row["UnitPrice"]), row["Quantity"], Decimal(row["Discount"]))
        )
    shippers = read_names(folder, "shippers", "ShipperID", "CompanyName")
    return [
        Order(
            row["OrderID"], row["CustomerID"], date.fromisoformat(row["OrderDate"]),
            date.fromisoformat(row["RequiredDate"]), date.fromisoformat(row["ShippedDate"]),
            shippers[row["ShipVia"]], Decimal(row["Freight"]),
            {
                "name": row["ShipName"], "line1": row["ShipAddress"], "city": row["ShipCity"],
                "region": row["ShipRegion"], "postcode": row["ShipPostalCode"], "country": row["ShipCountry"],
            },
            tuple(lines[row["OrderID"]]),
        )
        for row in sorted(_rows(folder, "orders"), key=lambda row: (row["OrderDate"], row["OrderID"]))
    ]  # fmt: skip


def read_truth(folder: Path) -> dict[str, Truth]:
    """What others worked out of each order."""
    return {
        row["OrderID"]: Truth(
            row["OrderID"], row["CustomerID"], date.fromisoformat(row["OrderDate"]),
            date.fromisoformat(row["ShippedDate"]), int(row["lines"]), int(row["quantity"]),
            Decimal(row["gross"]), Decimal(row["net_lines_rounded_to_2"]), Decimal(row["freight"]),
            Decimal(row["order_total_with_freight"]),
        )
        for row in _rows(folder, "truth_orders")
    }  # fmt: skip


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
