"""Upward strict, downward tolerant of newer fields; nothing is coerced in either direction."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from retail.cart import deliver
from retail.wire.base import digest, fingerprint
from retail.wire.feeds import PriceRow, ProductRow
from retail.wire.uploads import CustomerDocument, TransactionDocument
from tests.retail.shop import SETTINGS, cart_with, document_of, paid_in_cash, shipment

DOCUMENT = document_of(paid_in_cash(deliver(cart_with(9999), [1], shipment(), SETTINGS, 500)))
VALUES: dict[str, Any] = json.loads(DOCUMENT.written())


def changed(path: str, value: object) -> str:
    """The document's text with the field at `path` (names and places, with dots) set to a value."""
    values = json.loads(DOCUMENT.written())
    *way, last = path.split(".")
    part: Any = values
    for step in way:
        part = part[int(step)] if isinstance(part, list) else part[step]
    part[last] = value
    return json.dumps(values)


def test_a_document_written_and_read_is_the_same_to_the_last_sign() -> None:
    again = TransactionDocument.read(DOCUMENT.written())

    assert again == DOCUMENT
    assert again.written() == DOCUMENT.written()
    assert TransactionDocument.read(DOCUMENT.written().encode()) == DOCUMENT


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("extra", 1),
        ("lines.0.extra", 1),
        ("lines.0.delivery.address.extra", 1),
        ("number", "3"),
        ("number", 3.5),
        ("number", True),
        ("number", -1),
        ("number", 2**70),
        ("total_minor", "9999"),
        ("total_minor", 10**16),
        ("total_minor", -(10**16)),
        ("charges", None),
        ("id", "1"),
        ("id", VALUES["id"].upper()),
        ("id", VALUES["id"] + "\n"),
        ("id", VALUES["id"].replace("-", "")),
        ("order.id", "01900000-0000-7000-8000-00000000000G"),
        ("made_at", "2026-11-21 14:32"),
        ("made_at", "2026-11-21T14:32:10.000"),
        ("made_at", "\u0662026-11-21T14:32:10.000Z"),
        ("business_date", "21.11.2026"),
        ("currency", "usd"),
        ("type", "gift"),
        ("kind", "customer"),
        ("lines.0.price_source", "guess"),
        ("lines.0.quantity_thousandths", "1000"),
        ("lines.0.quantity_thousandths", 10**9),
        ("lines.0.tax_percent", "-1"),
        ("lines.0.tax_percent", "NaN"),
        ("lines.0.tax_percent", "Infinity"),
        ("lines.0.tax_percent", "1001"),
        ("lines.0.name", "x" * 1001),
        ("lines.0.name", 5),
        ("lines.0.delivery.kind", "carry-out"),
        ("lines", [VALUES["lines"][0]] * 10_001),
        ("tenders", [VALUES["tenders"][0]] * 1001),
        ("order.balance", "later"),
    ],
)
def test_an_upload_that_is_not_exactly_right_is_refused(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        TransactionDocument.read(changed(path, value))


def test_an_upload_with_a_field_missing_is_refused() -> None:
    without = {name: value for name, value in VALUES.items() if name != "voided_lines"}

    with pytest.raises(ValidationError, match="voided_lines"):
        TransactionDocument.read(json.dumps(without))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"kind": "transaction"}', "<html>"])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        CustomerDocument.read(text)


def test_a_document_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        DOCUMENT.total_minor = 1


def test_what_comes_down_may_be_newer() -> None:
    row = ProductRow.of(
        {"number": "A", "name": "Shoe", "tax_percent": "6.25", "barcodes": ["1"], "colour": "red"}
    )

    assert (row.number, str(row.tax_percent), row.barcodes) == ("A", "6.25", ("1",))


@pytest.mark.parametrize("change", [{"price_minor": "1000"}, {"price_minor": 1.5}, {"number": None}])
def test_what_comes_down_is_not_coerced(change: dict[str, object]) -> None:
    sound: dict[str, Any] = {"number": "A", "price_minor": 1000}
    assert PriceRow.of(sound).price_minor == 1000

    with pytest.raises(ValidationError):
        PriceRow.of({**sound, **change})


def test_a_fingerprint_follows_the_text_alone() -> None:
    assert (
        fingerprint("a") == digest(b"a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    )
    assert fingerprint("a ") != fingerprint("a")
