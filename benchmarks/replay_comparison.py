"""Headquarters' books beside the truth: each invoice, each day, each customer, and what was no sale."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from benchmarks.online_retail import Truth, to_penny
from retail.money import Money

CURRENCY = "GBP"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that was compared: how much of it, and what differs."""

    what: str
    compared: int
    differences: tuple[str, ...]


def compare(
    held: list[dict[str, Any]], entered: Mapping[str, str], truth: list[Truth], left_out: Mapping[str, str]
) -> list[Comparison]:
    """Compare what headquarters holds with the truth: each invoice, each day, each customer, and what is no sale."""
    sales = {row.number: row for row in truth if row.kind == "sale" and row.total > 0}
    by_invoice: dict[str, list[dict[str, Any]]] = defaultdict(list)
    unknown = []
    for row in held:
        number = entered.get(row["uuid"])
        by_invoice[number].append(row) if number else unknown.append(row["uuid"])
    once = [
        f"{number} is there {len(by_invoice[number])} times"
        for number in sales
        if len(by_invoice[number]) != 1
    ]
    once += [f"{number} should not be there" for number in by_invoice if number not in sales]
    once += [f"transaction {uuid} belongs to no invoice" for uuid in unknown]
    totals = {number: sum(row["total_minor"] for row in rows) for number, rows in by_invoice.items()}
    truly = {number: pence(row.total) for number, row in sales.items()}
    not_sales = {row.number for row in truth} - set(sales)
    return [
        Comparison("invoices at headquarters, each once", len(sales), tuple(once)),
        Comparison("totals of invoices", len(truly), differing(totals, truly)),
        Comparison(
            "sums per day", len({row.day for row in sales.values()}),
            differing(
                summed(held, lambda row: row["made_at"][:10]),
                summed_truth(sales.values(), lambda row: row.day.isoformat()),
            ),
        ),
        Comparison(
            "sums per customer", len({row.customer for row in sales.values()}),
            differing(
                summed(held, lambda row: (row["customer"] or "").removeprefix("Customer ")),
                summed_truth(sales.values(), lambda row: row.customer),
            ),
        ),
        Comparison(
            "invoices that are no sale", len(not_sales),
            tuple(f"{each} was left out" for each in sorted(set(left_out) - not_sales))
            + tuple(f"{each} was not left out" for each in sorted(not_sales - set(left_out))),
        ),
    ]  # fmt: skip


def pence(amount: Decimal) -> int:
    return int(to_penny(amount) * 100)


def summed(rows: list[dict[str, Any]], key: Any) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for row in rows:
        sums[key(row)] += row["total_minor"]
    return sums


def summed_truth(rows: Any, key: Any) -> dict[str, int]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[key(row)] += row.total
    return {name: pence(total) for name, total in sums.items()}


def differing(seen: Mapping[str, int], expected: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(
        f"{name or 'without a customer'}: {Money(seen.get(name, 0), CURRENCY)} is held, "
        f"{Money(expected.get(name, 0), CURRENCY)} is true"
        for name in sorted({*seen, *expected}, key=str)
        if seen.get(name) != expected.get(name)
    )


def differing_count(seen: int, expected: int) -> tuple[str, ...]:
    return () if seen == expected else (f"{seen} are there, {expected} should be",)


def say_all(comparisons: list[Comparison]) -> bool:
    """Print what was compared and what differs; whether nothing does."""
    for each in comparisons:
        print(f"{each.what}: {each.compared} compared, {len(each.differences)} differ")
        for difference in each.differences[:20]:
            print(f"  {difference}")
    return not any(each.differences for each in comparisons)
