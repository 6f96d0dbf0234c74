"""Bills of many countries, worked out by another program: prices with tax inside and without."""

import gzip
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from retail.money import decimals
from retail.tax_codes import TaxCode, TaxRate, rate_by
from tests.retail.truths.bills import (
    Bill,
    BillLine,
    OutsideTheModel,
    counted,
    minor,
    priced_line,
    work_out,
)

INSIDE: dict[str, Any] = {
    "currency": "EUR",
    "tax": {"prices_include": "VAT"},
    "lines": [
        {"quantity": "3", "item": {"price": "9.99"}, "sum": "29.97", "total": "29.97",
         "taxes": [{"cat": "VAT", "percent": "22.0%"}]},
        {"quantity": "1", "item": {"price": "5.00"}, "sum": "5.00", "total": "4.50", "discounts": [{"amount": "0.50"}],
         "taxes": [{"cat": "VAT", "percent": "22.0%"}]},
        {"quantity": "2", "item": {"price": "1.00"}, "sum": "2.00", "total": "2.00",
         "taxes": [{"cat": "VAT", "key": "exempt"}]},
    ],
    "totals": {
        "sum": "36.47", "tax_included": "6.22", "total": "30.25", "tax": "6.22", "total_with_tax": "36.47",
        "payable": "36.47", "advance": "10.00", "due": "26.47",
        "taxes": {"categories": [{"code": "VAT", "rates": [
            {"base": "28.25", "percent": "22.0%", "amount": "6.22"},
            {"key": "exempt", "base": "2.00", "amount": "0.00"},
        ]}]},
    },
}  # fmt: skip
ON_TOP: dict[str, Any] = {
    "currency": "NOK",
    "lines": [
        {"quantity": "1", "item": {"price": "10.02"}, "sum": "10.02", "total": "10.02",
         "taxes": [{"cat": "VAT", "percent": "25%"}]},
    ],
    "discounts": [{"amount": "1.00", "taxes": [{"cat": "VAT", "percent": "25%"}]}],
    "charges": [{"amount": "2.00", "taxes": [{"cat": "VAT", "percent": "25%"}]}],
    "totals": {
        "sum": "10.02", "discount": "1.00", "charge": "2.00", "total": "11.02", "tax": "2.76",
        "total_with_tax": "13.78", "payable": "13.78",
        "taxes": {"categories": [{"code": "VAT", "rates": [{"base": "11.02", "percent": "25%", "amount": "2.76"}]}]},
    },
}  # fmt: skip


@pytest.mark.parametrize("bill", [INSIDE, ON_TOP])
def test_bills_of_our_own_work_out(bill: dict[str, Any]) -> None:
    assert differences(bill) == []


@pytest.mark.parametrize("place", ["sum", "total", "total_with_tax", "due"])
def test_a_wrong_total_is_found(place: str) -> None:
    assert differences({**INSIDE, "totals": {**INSIDE["totals"], place: "1.00"}}) != []


def test_two_taxes_on_a_line_work_out() -> None:
    halves = [{"cat": "CGST", "percent": "9%"}, {"cat": "SGST", "percent": "9%"}]
    line = {**ON_TOP["lines"][0], "taxes": halves}
    rates = [{"code": each["cat"], "rates": [{**each, "base": "10.02", "amount": "0.90"}]} for each in halves]
    said = {"sum": "10.02", "total": "10.02", "tax": "1.80", "total_with_tax": "11.82", "payable": "11.82"}
    bill = {"currency": "INR", "lines": [line], "totals": {**said, "taxes": {"categories": rates}}}

    assert differences(bill) == []
    fee = {**ON_TOP["charges"][0], "taxes": halves}
    with pytest.raises(OutsideTheModel, match="several taxes on one fee"):
        differences({**ON_TOP, "charges": [fee]})


def test_a_tax_that_the_buyer_keeps_back_is_outside_the_model() -> None:
    said = ON_TOP["totals"]
    with pytest.raises(OutsideTheModel, match="keeps back"):
        differences({**ON_TOP, "totals": {**said, "retained_tax": "1.00"}})


def test_a_bill_that_contradicts_itself_is_outside_the_model() -> None:
    with pytest.raises(OutsideTheModel, match="do not sum"):
        differences({**ON_TOP, "totals": {**ON_TOP["totals"], "tax": "2.77"}})


def test_amounts_carried_finer_than_the_currency_are_outside_the_model() -> None:
    fine = {**ON_TOP["lines"][0], "item": {"price": "10.015"}}

    with pytest.raises(OutsideTheModel, match="carried finer"):
        differences({**ON_TOP, "lines": [fine]})


@pytest.mark.shared
def test_every_bill_works_out_or_is_outside_the_model_by_a_rule(
    shared: Path, compared: Callable[[str], None]
) -> None:
    cases = json.loads(gzip.decompress((shared / "data" / "gobl-tax-vectors" / "cases.json.gz").read_bytes()))
    wrong, outside = [], []
    for case in cases:
        try:
            wrong += [f"{case['name']}: {words}" for words in differences(case["expected"])]
        except OutsideTheModel as reason:
            outside.append(str(reason))
    alike = len(cases) - len(outside)
    compared(
        f"gobl-tax-vectors: {alike} of {len(cases)} bills compared; "
        f"{len(outside)} outside the model: {counted(outside)}"
    )

    assert wrong == []
    assert alike > len(cases) / 2


def differences(bill: dict[str, Any]) -> list[str]:
    """Where our figures differ from those of the bill; empty where they agree."""
    currency, said = bill["currency"], bill["totals"]
    _check_own_sums(said)
    included = "prices_include" in bill.get("tax", {})
    lines = tuple(_line(line, currency, bill) for line in bill["lines"])
    fees = tuple(
        (sign * Decimal(each["amount"]), _rate(each["taxes"]))
        for name, sign in (("discounts", -1), ("charges", 1))
        for each in bill.get(name, [])
    )
    worked = work_out(Bill(currency, lines, fees, included))
    totals = worked.totals
    ours = {
        "sum": totals.goods_minor,
        "total": totals.total_minor - totals.tax_minor,
        "tax": totals.tax_minor,
        "total_with_tax": totals.total_minor,
        **{f"tax at {rate} %": tax for rate, (_, tax) in worked.by_rate.items()},
        **{f"base at {rate} %": base for rate, (base, _) in worked.by_rate.items()},
    }
    theirs = {name: minor(said[name], currency) for name in ("sum", "total", "tax", "total_with_tax")}
    if "due" in said:
        ours["due"] = totals.total_minor - minor(said["advance"], currency)
        theirs["due"] = minor(said["due"], currency)
    for category in said["taxes"]["categories"]:
        for part in category["rates"]:
            for name, amount in (("tax", part["amount"]), ("base", part["base"])):
                key = f"{name} at {_percent(part)} %"
                theirs[key] = theirs.get(key, 0) + minor(amount, currency)
    return [
        f"{name}: {ours.get(name, 0)} is not {theirs.get(name, 0)}"
        for name in sorted(ours.keys() | theirs.keys())
        if ours.get(name, 0) != theirs.get(name, 0)
    ]


def _check_own_sums(said: dict[str, Any]) -> None:
    """A bill can be told to keep sums that were typed into it."""
    if "retained_tax" in said:
        raise OutsideTheModel("a tax that the buyer keeps back")
    parts = [part for category in said["taxes"]["categories"] for part in category["rates"]]
    if sum(Decimal(part["amount"]) for part in parts) != Decimal(said["tax"]):
        raise OutsideTheModel("taxes that do not sum to the tax of the bill itself")


def _line(line: dict[str, Any], currency: str, bill: dict[str, Any]) -> BillLine:
    quantity, price, total = (
        Decimal(line["quantity"]),
        Decimal(line["item"]["price"]),
        Decimal(line["total"]),
    )
    if bill.get("tax", {}).get("rounding") != "currency":
        _check_carried(line, quantity, price, currency)
    plain = "discounts" not in line and "breakdown" not in line
    return priced_line(total, _line_rate(line["taxes"]), quantity, price, currency, plain=plain)


def _check_carried(line: dict[str, Any], quantity: Decimal, price: Decimal, currency: str) -> None:
    """Bills that are not rounded to the currency on each line carry more decimals into their sums than they print."""
    exact = quantity * price
    for each in line.get("discounts", []):
        exact -= (
            quantity * price * Decimal(each["percent"].rstrip("%")) / 100 if "percent" in each else Decimal(0)
        )
    if exact != round(exact, decimals(currency)):
        raise OutsideTheModel("amounts carried finer than the currency")


def _rate(taxes: list[dict[str, Any]]) -> Decimal:
    """The rate of a fee, which has one tax."""
    if len(taxes) != 1:
        raise OutsideTheModel("several taxes on one fee")
    return _percent(taxes[0])


def _line_rate(taxes: list[dict[str, Any]]) -> Decimal | TaxRate:
    if len(taxes) == 1:
        return _percent(taxes[0])
    return rate_by(Decimal(0), tuple([TaxCode(each["cat"], _percent(each)) for each in taxes]))


def _percent(tax: dict[str, Any]) -> Decimal:
    """The rate of a tax; what is exempt has none."""
    return Decimal(tax.get("percent", "0").rstrip("%")).normalize() + Decimal(0)
