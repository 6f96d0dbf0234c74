"""Tax and cash rounding as another register's own tests expect them."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from retail.tax_codes import TaxCode, rate_by, taxes_of
from retail.tender import settle_cash
from tests.retail.truths.bills import OutsideTheModel, counted

INSIDE: dict[str, Any] = {
    "taxes": [{"kind": "percent", "amount": "0"}, {"kind": "percent", "amount": "8", "price_included": True}],
    "price_unit": "124.45", "quantity": "2", "rounding": "round_per_line", "rounding_step": "0.01",
    "total_excluded": "230.46", "total_included": "248.9",
    "taxes_data": [{"tax": "0"}, {"tax": "18.44"}],
}  # fmt: skip
ON_TOP: dict[str, Any] = {
    "taxes": [{"kind": "percent", "amount": "15", "price_included": False}],
    "price_unit": "0.70", "quantity": "1", "rounding": "round_per_line", "rounding_step": "0.05",
    "total_excluded": "0.7", "total_included": "0.8", "taxes_data": [{"tax": "0.1"}],
}  # fmt: skip
UNROUNDED: dict[str, Any] = {
    "taxes": [{"kind": "percent", "amount": "21", "price_included": True}],
    "price_unit": "100", "quantity": "1", "rounding": "round_globally", "rounding_step": "0.01",
    "total_excluded": "82.644628", "total_included": "100", "taxes_data": [{"tax": "17.355372"}],
}  # fmt: skip
CASH: dict[str, Any] = {
    "total": "9.98", "rounding_step": "0.05", "rounding_method": "HALF-UP",
    "tenders": [["bank", "2.01"], ["cash", "7.95"]],
    "paid": "9.96", "rounding": "-0.02",
}  # fmt: skip


@pytest.mark.parametrize("vector", [INSIDE, ON_TOP, UNROUNDED])
def test_taxes_of_our_own_making_work_out(vector: dict[str, Any]) -> None:
    assert tax_difference(vector) == ""
    assert tax_difference({**vector, "taxes_data": [{"tax": "0.2"}]}) != ""


def test_cash_of_our_own_making_works_out() -> None:
    assert cash_difference(CASH) == ""
    assert cash_difference({**CASH, "rounding": "0.02"}) != ""


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"taxes": [{"kind": "fixed per unit", "amount": "1"}]}, "fixed per unit"),
        (
            {
                "taxes": [
                    {"kind": "percent", "amount": "6", "price_included": True},
                    {"kind": "percent", "amount": "3", "price_included": False},
                ]
            },
            "inside the price and on top",
        ),
    ],
)
def test_what_no_register_of_ours_does_is_outside_the_model(change: dict[str, Any], why: str) -> None:
    with pytest.raises(OutsideTheModel, match=why):
        tax_difference({**ON_TOP, **change})
    with pytest.raises(OutsideTheModel, match="rounded up"):
        cash_difference({**CASH, "rounding_method": "UP"})


@pytest.mark.shared
def test_every_vector_works_out_or_is_outside_the_model_by_a_rule(
    shared: Path, compared: Callable[[str], None]
) -> None:
    vectors = json.loads((shared / "data" / "odoo-tax-vectors" / "vectors.json").read_text())
    wrong, outside, count = [], [], 0
    for name, difference in (("tax", tax_difference), ("cash_rounding", cash_difference)):
        for vector in vectors[name]:
            count += 1
            try:
                words = difference(vector)
            except OutsideTheModel as reason:
                outside.append(str(reason))
                continue
            wrong += [f"{vector['test']}: {words}"] if words else []
    compared(
        f"odoo-tax-vectors: {count - len(outside)} of {count} vectors compared; {len(outside)} outside the model: "
        f"{counted(outside)}"
    )

    assert wrong == []
    assert count - len(outside) > count / 3


def tax_difference(vector: dict[str, Any]) -> str:
    """What differs, in words; empty where nothing does. The unit of account is the vector's rounding step."""
    kinds = {tax["kind"] for tax in vector["taxes"]} - {"percent"}
    if kinds:
        raise OutsideTheModel(f"tax {min(kinds)}")
    rates = [tax for tax in vector["taxes"] if Decimal(tax["amount"])]
    if len({tax["price_included"] for tax in rates}) != 1:
        raise OutsideTheModel("taxes inside the price and on top of it at once")
    included, step = rates[0]["price_included"], Decimal(vector["rounding_step"])
    units = Decimal(vector["price_unit"]) * Decimal(vector["quantity"]) / step
    if units != int(units):
        raise OutsideTheModel("a price finer than what is rounded to")
    codes = [
        TaxCode(str(place), Decimal(each["amount"]), each.get("include_in_later_bases", False))
        for place, each in enumerate(rates)
    ]
    rate = rate_by(Decimal(0), tuple(codes))
    tax = sum(taxes_of(int(units), rate, included=included)) * step
    theirs = sum(Decimal(each["tax"]) for each in vector["taxes_data"])
    ours = [tax, int(units) * step - (tax if included else 0), int(units) * step + (0 if included else tax)]
    said = [theirs, Decimal(vector["total_excluded"]), Decimal(vector["total_included"])]
    if vector["rounding"] == "round_globally":  # their figures are not rounded; ours are, once
        off = [abs(mine - yours) for mine, yours in zip(ours, said, strict=True)]
        return "" if max(off) <= step / 2 else f"{ours} is not {said} rounded"
    return "" if ours == said else f"{ours} is not {said}"


def cash_difference(vector: dict[str, Any]) -> str:
    """What differs, in words: what is left for cash is rounded to the coin, the rest is not."""
    if vector["rounding_method"] != "HALF-UP":
        raise OutsideTheModel(f"cash always rounded {vector['rounding_method'].lower()}")
    due = _cents(vector["total"])
    paid = rounding = 0
    for place, (kind, amount) in enumerate(vector["tenders"], 1):
        if kind == "cash":
            tender = settle_cash(place, _cents(amount), due - paid, _cents(vector["rounding_step"]), "USD")
            rounding += tender.rounding_minor
            paid += tender.tendered_minor - tender.change_minor
        else:
            paid += _cents(amount)
    ours, said = (paid, rounding), (_cents(vector["paid"]), _cents(vector["rounding"]))
    return "" if ours == said else f"{ours} is not {said}"


def _cents(amount: str) -> int:
    return int(Decimal(amount).scaleb(2))
