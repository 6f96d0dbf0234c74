"""Headquarters' books beside the truth: each invoice, each day, each customer, and how each order ended."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from benchmarks.online_retail import Truth, to_penny
from benchmarks.replay_linking import Sale
from retail.money import Money

CURRENCY = "GBP"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that was compared: how much of it, and what differs."""

    what: str
    compared: int
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Books:
    """What others worked out, of the invoices that were to be entered: each, and what days and customers come to."""

    invoices: Mapping[str, Truth]
    days: Mapping[str, Decimal]
    customers: Mapping[str, Decimal]


def compare(
    held: list[dict[str, Any]], entered: Mapping[str, str], handed: Mapping[str, str], books: Books
) -> list[Comparison]:
    """Compare what headquarters holds with the truth: each transaction, each invoice, each day, each customer.

    `entered` are the transactions that invoices became, `handed` those that only handed out what was sold by them.
    """
    sold = [row for row in held if row["uuid"] not in handed]
    counts = Counter(row["uuid"] for row in held)
    ours = {**entered, **handed}
    once = [f"{ours.get(uuid, 'no invoice')} is there {n} times" for uuid, n in counts.items() if n > 1]
    once += [f"a transaction of {number} is missing" for uuid, number in ours.items() if uuid not in counts]
    once += [f"transaction {uuid} belongs to no invoice" for uuid in counts if uuid not in ours]
    seen = summed(sold, lambda row: entered.get(row["uuid"], "no invoice"))
    return [
        Comparison("transactions at headquarters, each once", len(ours), tuple(once)),
        _pounds("totals of invoices", seen, {number: row.total for number, row in books.invoices.items()}),
        _pounds("sums per day", summed(sold, lambda row: row["made_at"][:10]), books.days),
        _pounds(
            "sums per customer",
            summed(sold, lambda row: row["customer"].removeprefix("Customer ")),
            books.customers,
        ),
    ]


def compare_orders(
    orders: Mapping[str, Mapping[str, Any]], sales: Mapping[str, Sale], handed: int
) -> Comparison:
    """Every order at headquarters has gone whole, was invoiced for what it came to, and is paid.

    `handed` is what the transactions that hand goods out come to.
    """
    wrong = []
    fetched = 0
    for id, order in orders.items():
        invoices = [each for each in order["invoices"] if each["kind"] != "return"]
        total = sum(each["total_minor"] for each in invoices)
        fetched += 0 if sales[id].ships else total
        if order["status"] != "invoiced" or total != order["total_minor"]:
            wrong.append(
                f"{sales[id].invoice} is {order['status']}, {total} of {order['total_minor']} invoiced"
            )
        if order["balance_minor"] or order["deposit_available_minor"]:
            left = (order["balance_minor"], order["deposit_available_minor"])
            wrong.append(f"{sales[id].invoice}: balance and deposit that are left: {left}")
    if handed != fetched:
        wrong.append(f"pickups come to {handed}, their invoices to {fetched}")
    return Comparison("orders gone, invoiced and paid", len(sales), tuple(wrong))


def _pounds(what: str, seen: Mapping[str, int], truth: Mapping[str, Decimal]) -> Comparison:
    return Comparison(
        what, len(truth), differing(seen, {name: pence(total) for name, total in truth.items()})
    )


def pence(amount: Decimal) -> int:
    return int(to_penny(amount) * 100)


def summed(rows: list[dict[str, Any]], key: Any) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for row in rows:
        sums[key(row)] += row["total_minor"]
    return sums


def summed_truth(rows: Iterable[Truth], key: Callable[[Truth], str]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[key(row)] += row.total
    return sums


def differing(seen: Mapping[str, int], expected: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(
        f"{name or 'without a customer'}: {Money(seen.get(name, 0), CURRENCY)} is held, "
        f"{Money(expected.get(name, 0), CURRENCY)} is true"
        for name in sorted({*seen, *expected}, key=str)
        if seen.get(name, 0) != expected.get(name, 0)
    )


def unlike(seen: Mapping[str, Hashable], true: Mapping[str, Hashable]) -> tuple[str, ...]:
    return tuple(
        f"{name}: {seen.get(name)} is held, {each} is true"
        for name, each in true.items()
        if seen.get(name) != each
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
