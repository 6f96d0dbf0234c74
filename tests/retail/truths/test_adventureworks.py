"""Order lines and order totals of a bicycle shop: 8 % on every line, and the two places where it can be rounded."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from retail.settings import TaxRounding
from retail.tax import tax_of
from tests.retail.truths.bills import Bill, BillLine, OutsideTheModel, counted, minor, work_out

RATE = Decimal(8)
FINE = Decimal("0.0001")
"""The books keep prices and taxes with four decimals: one such unit is the minor unit of their own comparison."""

Rows = list[dict[str, str]]


def test_a_tax_with_four_decimals_is_rounded_half_up() -> None:
    row = {"SalesOrderNumber": "T1", "Quantity": "1", "UnitPrice": "0.0006", "TaxAmount": "0.0000"}
    wrong = {**row, "UnitPrice": "0.0007"}

    assert wrong_lines([row]) == []
    assert wrong_lines([wrong]) == ["T1: 1 is not 0.0000"]


def test_tax_rounded_once_and_on_each_line_differ_where_they_must() -> None:
    lines = [Decimal("0.06"), Decimal("0.06")]

    assert order_tax(lines, TaxRounding.DOCUMENT) == Decimal("0.01")
    assert order_tax(lines, TaxRounding.LINE) == 0


@pytest.mark.shared
def test_every_line_and_every_order_works_out_or_is_outside_the_model_by_a_rule(
    shared: Path, compared: Callable[[str], None]
) -> None:
    folder = shared / "data" / "adventureworks"
    rows = list(_read(folder / "sales.csv.gz"))
    truth = {row["SalesOrderNumber"]: row for row in _read(folder / "truth_orders.csv.gz")}
    wrong, outside, differing, expected = list(wrong_lines(rows)), [], 0, 0
    for number, prices in _orders(rows).items():
        try:
            once = order_tax(prices, TaxRounding.DOCUMENT)
            by_line = order_tax(prices, TaxRounding.LINE)
        except OutsideTheModel as reason:
            outside.append(str(reason))
            continue
        said = Decimal(truth[number]["tax_rounded_once"])
        each = sum(_cents(price * RATE / 100) for price in prices)
        wrong += [f"{number}: {once} is not {said}"] if once != said else []
        wrong += [f"{number}: {by_line} is not {each}"] if by_line != each else []
        differing, expected = differing + (once != by_line), expected + (said != each)
    compared(
        f"adventureworks: {len(rows)} lines, and {len(truth) - len(outside)} of {len(truth)} orders by either rounding "
        f"({differing} tell the two apart), compared; {len(outside)} outside the model: {counted(outside)}"
    )

    assert wrong == []
    assert differing == expected > 0
    assert len(outside) < len(truth) / 2


@pytest.mark.shared
def test_every_order_total_is_goods_and_freight_and_their_tax(
    shared: Path, compared: Callable[[str], None]
) -> None:
    """Orders made on line carry 8 % on their goods and freight without tax; resellers' taxes follow no stated rate."""
    rows = list(_read(shared / "data" / "adventureworks" / "order_amounts.csv.gz"))
    online = [row for row in rows if row["OnlineOrderFlag"] == "1"]
    wrong = [words for row in online for words in amount_difference(row)]
    compared(
        f"adventureworks: {len(online)} of {len(rows)} order totals compared; {len(rows) - len(online)} outside the "
        "model: resellers' orders, whose tax follows no stated rate"
    )

    assert wrong == []
    assert online


def test_an_order_total_of_our_own_works_out() -> None:
    row = {"SubTotal": "10.0006", "Freight": "0.2500", "TotalDue": "11.0506"}

    assert amount_difference(row) == []
    assert amount_difference({**row, "TotalDue": "11.0507"}) == ["110506 is not 110507"]


def wrong_lines(rows: Rows) -> list[str]:
    """The lines whose tax is another one by our rule."""
    found = []
    for row in rows:
        tax = tax_of(int(Decimal(row["UnitPrice"]) / FINE), RATE, included=False)
        if tax * FINE != Decimal(row["TaxAmount"]):
            found.append(f"{row['SalesOrderNumber']}: {tax} is not {row['TaxAmount']}")
    return found


def order_tax(prices: list[Decimal], rounding: TaxRounding) -> Decimal:
    """The tax of an order in dollars and cents."""
    lines = tuple(BillLine(price, RATE) for price in prices)
    return Decimal(work_out(Bill("USD", lines, rounding=rounding)).totals.tax_minor).scaleb(-2)


def amount_difference(row: dict[str, str]) -> list[str]:
    """What differs of an order's total, its goods taxed and its freight not, with ten-thousandths as minor units."""
    goods, freight, due = (Decimal(row[name]).scaleb(2) for name in ("SubTotal", "Freight", "TotalDue"))
    worked = work_out(Bill("USD", (BillLine(goods, RATE),), ((freight, Decimal(0)),)))
    ours, said = worked.totals.total_minor, minor(due, "USD")
    return [] if ours == said else [f"{ours} is not {said}"]


def _orders(rows: Rows) -> dict[str, list[Decimal]]:
    orders: dict[str, list[Decimal]] = defaultdict(list)
    for row in rows:
        assert row["Quantity"] == "1"
        orders[row["SalesOrderNumber"]].append(Decimal(row["UnitPrice"]))
    return orders


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _read(file: Path) -> Iterator[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)
