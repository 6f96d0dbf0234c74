"""Orders as the reference product's own headquarters takes them: goods, a shipping charge, the tax of both."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from retail.charges import Charge
from retail.settings import TaxRounding
from tests.retail.truths.bills import Bill, BillLine, OutsideTheModel, counted, minor, work_out

OWN: dict[str, Any] = {
    "subtotal": "59.990", "charges": "4.95", "discount": "0E-16", "tax": "5.36", "tax_on_shipping": "0.41",
    "total": "70.30", "paid": "70.30",
    "lines": [
        {"Quantity": "3.000", "Price": "13.33", "NetAmount": "39.99", "TaxAmount": "3.30", "TaxRatePercent": "8.25"},
        {"Quantity": "1.000", "Price": "20.00", "NetAmount": "20.00", "TaxAmount": "1.65", "TaxRatePercent": "8.25"},
    ],
}  # fmt: skip


def test_an_order_of_our_own_works_out() -> None:
    assert differences(OWN) == []


@pytest.mark.parametrize("place", ["subtotal", "charges", "tax", "total", "tax_on_shipping"])
def test_a_wrong_amount_is_found(place: str) -> None:
    assert differences({**OWN, place: "1.00"}) != []


def test_charges_whose_rate_no_line_names_are_outside_the_model() -> None:
    other = {**OWN["lines"][0], "TaxRatePercent": "6.25"}

    with pytest.raises(OutsideTheModel, match="rate"):
        differences({**OWN, "lines": [*OWN["lines"], other]})


@pytest.mark.shared
def test_every_upload_works_out_or_is_outside_the_model_by_a_rule(
    shared: Path, compared: Callable[[str], None]
) -> None:
    file = shared / "data" / "d365-commerce-api-samples" / "truth_totals.json"
    uploads = json.loads(file.read_text(encoding="utf-8"))
    wrong, outside = [], []
    for upload in uploads:
        try:
            wrong += [f"{upload['name']}: {words}" for words in differences(upload)]
        except OutsideTheModel as reason:
            outside.append(str(reason))
    compared(
        f"d365-commerce-api-samples: {len(uploads) - len(outside)} of {len(uploads)} uploads compared; "
        f"{len(outside)} outside the model: {counted(outside)}"
    )

    assert wrong == []
    assert len(outside) < len(uploads)


def differences(upload: dict[str, Any]) -> list[str]:
    """Where our figures differ from the upload's; the charge is taxed by the one rate its goods have."""
    rates = {Decimal(line["TaxRatePercent"]).normalize() for line in upload["lines"]}
    if len(rates) != 1:
        raise OutsideTheModel("a charge beside goods of several rates, whose own rate is not said")
    rate, charges = rates.pop(), Decimal(upload["charges"])
    lines = tuple(
        BillLine(Decimal(line["NetAmount"]), rate, Decimal(line["Quantity"]), Decimal(line["Price"]))
        for line in upload["lines"]
    )
    totals = work_out(Bill("USD", lines, ((charges, rate),), rounding=TaxRounding.LINE)).totals
    shipping = Charge("FEE", minor(charges, "USD"), rate).tax_minor(included=False)
    ours = {
        "subtotal": totals.goods_minor, "charges": totals.charges_minor, "tax": totals.tax_minor,
        "tax_on_shipping": shipping, "total": totals.total_minor, "paid": totals.due_minor,
    }  # fmt: skip
    wrong = [f"{name}: {mine} is not {upload[name]}" for name, mine in ours.items()
             if mine != minor(upload[name], "USD")]  # fmt: skip
    for line, tax in zip(upload["lines"], totals.line_taxes_minor, strict=True):
        if tax != minor(line["TaxAmount"], "USD"):
            wrong.append(f"tax of {line['NetAmount']}: {tax} is not {line['TaxAmount']}")
    return wrong
