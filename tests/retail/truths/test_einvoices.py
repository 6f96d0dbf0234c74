"""Invoices that others computed: net lines, allowances and charges on the whole, one rounded tax for each rate."""

import gzip
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from retail.money import decimals
from retail.rounding import divide
from retail.tender import cash_due
from tests.retail.truths.bills import Bill, OutsideTheModel, Worked, counted, minor, priced_line, work_out

TWIN: dict[str, Any] = {
    "type": "Invoice",
    "currency": "NOK",
    "lines": [
        {"quantity": "3", "price": "33.33", "net": "99.99", "tax_rate": "25", "allowances_charges": []},
        {"quantity": "-1", "price": "10.10", "net": "-10.10", "tax_rate": "25", "allowances_charges": []},
        {"quantity": "2", "price": "0.125", "net": "0.25", "tax_rate": "15", "allowances_charges": []},
        {"quantity": "1", "price": "7.50", "net": "7.50", "allowances_charges": []},
    ],
    "allowances_charges": [
        {"charge": True, "amount": "10.05", "tax_rate": "25"},
        {"charge": False, "amount": "5.05", "tax_rate": "25"},
    ],
    "tax_totals": [
        {"currency": "NOK", "amount": "23.76", "subtotals": [
            {"taxable": "94.89", "tax": "23.72", "rate": "25"},
            {"taxable": "0.25", "tax": "0.04", "rate": "15"},
            {"taxable": "7.5", "tax": "0"},
        ]},
    ],
    "totals": {
        "lines_net": "97.64", "allowances": "5.05", "charges": "10.05", "without_tax": "102.64", "with_tax": "126.4",
        "prepaid": "26", "rounding": "-0.4", "payable": "100",
    },
}  # fmt: skip
"""Of our own making: a line that comes back, prices finer than the currency, a rate of nothing, a whole krone."""


def test_an_invoice_of_our_own_works_out_as_it_was_computed() -> None:
    assert differences(TWIN) == []


def test_a_credit_note_mirrors_its_invoice() -> None:
    assert differences({**TWIN, "type": "CreditNote"}) == []


@pytest.mark.parametrize(
    ("place", "wrong"), [("lines_net", "97.65"), ("charges", "10.06"), ("with_tax", "126.41"), ("payable", "101")]
)  # fmt: skip
def test_a_wrong_total_is_found(place: str, wrong: str) -> None:
    assert differences({**TWIN, "totals": {**TWIN["totals"], place: wrong}}) != []


def test_a_payable_that_no_coin_makes_is_outside_the_model() -> None:
    with pytest.raises(OutsideTheModel, match="rounded to no coin"):
        differences({**TWIN, "totals": {**TWIN["totals"], "payable": "100.01"}})


def test_charges_that_no_goods_share_a_rate_with_are_outside_the_model() -> None:
    lone = [{"charge": True, "amount": "0.05", "tax_rate": "12"}] * 2

    with pytest.raises(OutsideTheModel, match="several charges"):
        differences({**TWIN, "allowances_charges": lone})


@pytest.mark.shared
def test_every_consistent_invoice_works_out_or_is_outside_the_model_by_a_rule(
    shared: Path, compared: Callable[[str], None]
) -> None:
    cases = json.loads(gzip.decompress((shared / "data" / "einvoice-totals" / "cases.json.gz").read_bytes()))
    consistent = [case for case in cases if case["fully_consistent"]]
    wrong, outside, lines, priced = [], [], 0, 0
    for case in consistent:
        try:
            found = differences(case)
            worked = worked_out(case)
        except OutsideTheModel as reason:
            outside.append(str(reason))
            continue
        wrong += [f"{case['name']}: {words}" for words in found]
        lines, priced = lines + len(case["lines"]), priced + worked.priced_lines
    alike = len(consistent) - len(outside)
    compared(
        f"einvoice-totals: {alike} of {len(consistent)} consistent documents compared ({priced} of {lines} lines "
        f"priced by us, the others at their net amount); {len(outside)} outside the model: {counted(outside)}",
    )

    assert wrong == []
    assert alike > len(consistent) / 2


def differences(case: dict[str, Any]) -> list[str]:
    """Where our figures differ from those of the document; empty where they agree."""
    currency, said, worked = case["currency"], case["totals"], worked_out(case)
    sign = -1 if case["type"] == "CreditNote" else 1
    totals = worked.totals
    due = totals.total_minor - sign * minor(said.get("prepaid", "0"), currency)
    if Decimal(said.get("rounding", "0")):
        due = cash_due(due, coin_of(minor(said["payable"], currency), currency))
    ours = {
        "lines_net": totals.goods_minor,
        "charges": totals.charges_minor,
        "tax": totals.tax_minor,
        "with_tax": totals.total_minor,
        "payable": due,
        **{f"tax at {rate} %": tax for rate, (_, tax) in worked.by_rate.items()},
        **{f"base at {rate} %": base for rate, (base, _) in worked.by_rate.items()},
    }
    fees = Decimal(said.get("charges", "0")) - Decimal(said.get("allowances", "0"))
    theirs = {
        **{name: sign * minor(said[name], currency) for name in ("lines_net", "with_tax", "payable")},
        "charges": sign * minor(fees, currency),
        **_taxes(case, sign),
    }
    return [
        f"{name}: {ours.get(name, 0)} is not {theirs.get(name, 0)}"
        for name in sorted(ours.keys() | theirs.keys())
        if ours.get(name, 0) != theirs.get(name, 0)
    ]


def worked_out(case: dict[str, Any]) -> Worked:
    """The document as a cart; a credit note as goods that come back."""
    currency, sign = case["currency"], -1 if case["type"] == "CreditNote" else 1
    lines = []
    for line in case["lines"]:
        plain = not line["allowances_charges"] and Decimal(line.get("price_base_quantity", "1")) == 1
        quantity, price = Decimal(line["quantity"]) * sign, Decimal(line["price"])
        net, rate = Decimal(line["net"]) * sign, _rate(line)
        plain = plain and minor(net, currency) == _amount(quantity, price, currency)
        lines.append(priced_line(net, rate, quantity, price, currency, plain=plain))
    fees = tuple(
        (sign * Decimal(each["amount"]) * (1 if each["charge"] else -1), _rate(each))
        for each in case["allowances_charges"]
    )
    return work_out(Bill(currency, tuple(lines), fees))


def coin_of(payable_minor: int, currency: str) -> int:
    """The coin an amount was rounded to: a krone or euro, a half, a tenth, a twentieth.

    Raises:
        OutsideTheModel: it was rounded to none of them.
    """
    unit = 10 ** decimals(currency)
    coins = [unit, unit // 2, unit // 10, unit // 20]
    coin = next((coin for coin in coins if coin > 1 and payable_minor % coin == 0), None)
    if coin is None:
        raise OutsideTheModel("rounded to no coin")
    return int(coin)


def _amount(quantity: Decimal, price: Decimal, currency: str) -> int:
    top, bottom = (quantity * price).scaleb(decimals(currency)).as_integer_ratio()
    return divide(top, bottom)


def _taxes(case: dict[str, Any], sign: int) -> dict[str, int]:
    """The tax in the document's own currency: all of it, and base and tax of each rate."""
    currency = case["currency"]
    own = next(each for each in case["tax_totals"] if each["currency"] == currency)
    taxes = {"tax": sign * minor(own["amount"], currency)}
    for part in own["subtotals"]:
        for name, amount in (("tax", part["tax"]), ("base", part["taxable"])):
            key = f"{name} at {_rate(part, 'rate')} %"
            taxes[key] = taxes.get(key, 0) + sign * minor(amount, currency)
    return taxes


def _rate(part: dict[str, Any], name: str = "tax_rate") -> Decimal:
    """The rate of a part; what lies outside the tax has none."""
    return Decimal(part.get(name) or 0).normalize() + Decimal(0)
