"""Headquarters' orders beside the truth: amounts, freight, the days they were wanted for and shipped on, carriers."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

from benchmarks.northwind_books import Order, Truth
from benchmarks.replay_comparison import Comparison, differing, pence, unlike
from retail.money import Money

CURRENCY = "USD"
Held = Mapping[str, Mapping[str, Any]]
"""Headquarters' orders by the number they have in the file."""


def compare(held: Held, orders: list[Order], truth: Mapping[str, Truth]) -> list[Comparison]:
    """Each order's amounts, days, carrier and state."""
    amounts = [
        ("order totals with freight", _totals(held), {each.number: each.total for each in truth.values()}),
        ("net of orders, each line rounded", _net(held), {each.number: each.net for each in truth.values()}),
        ("gross of orders", _gross(held), {each.number: each.gross for each in truth.values()}),
        ("freight", _freight(held), {each.number: each.freight for each in truth.values()}),
        ("sums of invoices", _invoiced(held), {each.number: each.total for each in truth.values()}),
    ]
    facts: list[tuple[str, Mapping[str, Hashable], Mapping[str, Hashable]]] = [
        ("days shipped", _shipped(held), {order.number: order.shipped.isoformat() for order in orders}),
        ("days required", _required(held), {order.number: order.required.isoformat() for order in orders}),
        ("carriers", _carriers(held), {order.number: order.shipper for order in orders}),
        ("pieces", _pieces(held), {each.number: each.quantity for each in truth.values()}),
        ("states", _states(held), {order.number: "invoiced" for order in orders}),
    ]
    return [
        *(
            Comparison(what, len(true), differing(seen, {key: pence(each) for key, each in true.items()}))
            for what, seen, true in amounts
        ),
        *(Comparison(what, len(true), unlike(seen, true)) for what, seen, true in facts),
    ]


def sums(held: Held) -> list[str]:
    """What all orders come to, as headquarters has it."""
    late = sum(day > _required(held)[number] for number, day in _shipped(held).items())
    carriers = sorted(Counter(_carriers(held).values()).items())
    gross, net, freight = [
        Money(sum(each.values()), CURRENCY) for each in (_gross(held), _net(held), _freight(held))
    ]
    return [
        f"gross {gross}, net {net}, freight {freight}",
        f"shipped late: {late}; {', '.join(f'{name} {count}' for name, count in carriers)}",
    ]


def _totals(held: Held) -> dict[str, int]:
    return {number: order["total_minor"] for number, order in held.items()}


def _net(held: Held) -> dict[str, int]:
    return {number: sum(line["amount_minor"] for line in order["lines"]) for number, order in held.items()}


def _gross(held: Held) -> dict[str, int]:
    return {
        number: sum(line["price_minor"] * line["ordered_thousandths"] // 1000 for line in order["lines"])
        for number, order in held.items()
    }


def _freight(held: Held) -> dict[str, int]:
    return {number: sum(each["amount_minor"] for each in order["charges"]) for number, order in held.items()}


def _invoiced(held: Held) -> dict[str, int]:
    return {number: sum(each["total_minor"] for each in order["invoices"]) for number, order in held.items()}


def _shipped(held: Held) -> dict[str, str]:
    return {
        number: " and ".join(each["made_at"][:10] for each in order["invoices"])
        for number, order in held.items()
    }


def _required(held: Held) -> dict[str, str]:
    return {
        number: " and ".join(sorted({line["day"] for line in order["lines"]}))
        for number, order in held.items()
    }


def _carriers(held: Held) -> dict[str, str]:
    return {
        number: " and ".join(sorted({line["mode"] for line in order["lines"]}))
        for number, order in held.items()
    }


def _pieces(held: Held) -> dict[str, int]:
    return {
        number: sum(line["invoiced_thousandths"] for line in order["lines"]) // 1000
        for number, order in held.items()
    }


def _states(held: Held) -> dict[str, str]:
    return {number: order["status"] for number, order in held.items()}
