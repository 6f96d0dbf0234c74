"""What is plain is read as its model would read it; what is not is left to the model."""

import json

import pytest
from pydantic import ValidationError

from channel_db.catalog.plain_values import PlainValues
from retail.wire.base import Json
from retail.wire.feeds import PriceRow, ProductRow

PRODUCTS, PRICES = PlainValues(ProductRow), PlainValues(PriceRow)
WHOLE: Json = {
    "number": "1", "name": "Kettle", "tax_percent": "8.25", "barcodes": ["4006381333931", "x"], "sellable": False,
    "key_in_price": True, "line_charge_minor": 20,
}  # fmt: skip
PACK: Json = {"unit": "box", "contains_thousandths": 6000, "price_minor": None, "barcodes": []}


@pytest.mark.parametrize(
    "value",
    [
        WHOLE,
        {"number": "1", "name": "Kettle"},
        WHOLE | {"tax_percent": None},
        WHOLE | {"new": {"a": 1}},
        WHOLE | {"packs": [PACK, PACK | {"price_minor": 5, "barcodes": ["1"]}]},
    ],
)
def test_plain_value_is_what_its_model_says(value: Json) -> None:
    (found,) = PRODUCTS.proved([value])

    said = ProductRow.of(value).model_dump(mode="json")
    assert {name: list(each) if isinstance(each, tuple) else each for name, each in found.items()} == said


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("number", 1), ("name", None), ("tax_percent", "much"), ("tax_percent", "1e5"), ("barcodes", "4006"),
        ("barcodes", [4006]), ("sellable", 1), ("sellable", "true"), ("line_charge_minor", "20"),
        ("line_charge_minor", 2.0), ("line_charge_minor", True), ("packs", [{"unit": "box"}]), ("packs", "box"),
        ("packs", [PACK | {"contains_thousandths": "6"}]), ("packs", [PACK | {"barcodes": [1]}]),
    ],
)  # fmt: skip
def test_anything_else_is_not_plain(field: str, wrong: object) -> None:
    with pytest.raises(ValidationError):
        PRODUCTS.proved([WHOLE, WHOLE | {field: wrong}])


@pytest.mark.parametrize("missing", ["number", "name"])
def test_what_a_model_needs_is_needed(missing: str) -> None:
    with pytest.raises(ValidationError):
        PRODUCTS.proved([{name: each for name, each in WHOLE.items() if name != missing}])


def test_price_is_a_whole_number() -> None:
    assert PRICES.proved([{"number": "1", "price_minor": 5}]) == [{"number": "1", "price_minor": 5}]
    for wrong in ("5", 5.0, True, None):
        with pytest.raises(ValidationError):
            PRICES.proved([{"number": "1", "price_minor": wrong}])


@pytest.mark.parametrize("model", [ProductRow, PriceRow])
def test_every_field_of_the_model_is_known(model: type[ProductRow | PriceRow]) -> None:
    text = json.dumps(WHOLE | {"price_minor": 5})
    (found,) = PlainValues(model).proved([json.loads(text)])

    assert list(found) == list(model.model_fields)
