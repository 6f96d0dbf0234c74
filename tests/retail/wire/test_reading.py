"""What is read quickly is what its model reads: the same documents, the same values, the same refusals."""

import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from retail.cart import deliver
from retail.wire.base import Part
from retail.wire.protocol import FeedPage, SharedPage
from retail.wire.reading import read_page, read_shared_page, read_transaction, reader_of
from retail.wire.uploads import TransactionDocument
from tests.retail.shop import SETTINGS, cart_with, document_of, paid_in_cash, shipment

ORDER = document_of(paid_in_cash(deliver(cart_with(9999), [1], shipment(), SETTINGS, 500))).written()
SALE = document_of(paid_in_cash(cart_with(100, 250))).written()
ODD_VALUES: tuple[object, ...] = (
    None, True, 0, -1, 1, 1.0, 1.5, 1e400, 10**16, -(10**16), 2**70, "", "x", "1", "0.5", "-1", "1000.5", " 8",
    "8\n", "1_0", "8.25", 8.25, "1e2", "NaN", "Infinity", "\u0661", "\x00", "a" * 1001, [], [1], {}, {"kind": "ship"},
    "2026-11-21", "2026-11-21T00:00:00", "20261121", "0000-00-00", "2026-11-21T14:32:10.000Z",
    "2026-11-21T14:32:10.000Z\n", "01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000a\n",
    "01900000-0000-7000-8000-00000000000G",
)  # fmt: skip


def outcome(read: Any, text: str | bytes) -> str:
    """What comes of reading: the document as text, or that it is refused."""
    try:
        document = read(text)
    except ValidationError:
        return "refused"
    if isinstance(document, TransactionDocument):
        return document.written()
    # What stands in no text where it says nothing, a quick reader has all the same: the model leaves it out again.
    return TransactionDocument.read(msgspec.json.encode(document)).written()


def is_quick(read: object) -> bool:
    """It was read by a quick reader, not by its model."""
    return isinstance(read, msgspec.Struct)


def ways_in(value: Any, way: tuple[int | str, ...] = ()) -> list[tuple[int | str, ...]]:
    """The way to every value in a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *[each for step, part in inner for each in ways_in(part, (*way, step))]]


def with_value(text: str, way: tuple[int | str, ...], value: object) -> str:
    values = json.loads(text)
    part = values
    for step in way[:-1]:
        part = part[step]
    part[way[-1]] = value
    return json.dumps(values)


@pytest.mark.parametrize("text", [ORDER, SALE, ORDER.encode()])
def test_a_document_read_quickly_has_every_value_of_its_model(text: str | bytes) -> None:
    document = read_transaction(text)

    assert is_quick(document)
    assert outcome(read_transaction, text) == outcome(TransactionDocument.read, text)
    assert document.lines[0].tax_percent == TransactionDocument.read(text).lines[0].tax_percent
    assert type(document.lines[0].tax_percent) is Decimal
    assert type(document.business_date) is type(TransactionDocument.read(text).business_date)


@pytest.mark.parametrize("text", [ORDER, SALE])
@pytest.mark.parametrize("value", ODD_VALUES, ids=repr)
def test_an_odd_value_anywhere_comes_to_the_same(text: str, value: object) -> None:
    for way in ways_in(json.loads(text))[1:]:
        changed = with_value(text, way, value)
        assert outcome(read_transaction, changed) == outcome(TransactionDocument.read, changed), way


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "null", SALE[:-1], SALE + "x", SALE.replace("{", '{"extra":1,', 1),
        SALE.replace('"number":', '"Number":', 1),
        SALE.replace('"number":', '"number":7,"number":', 1), SALE.replace('"user":"', '"user":"\\ud800', 1),
        SALE.replace('"user":"', '"user":"\x01', 1), SALE.replace('"user":"', '"user":"\\u0000å', 1), "[" * 100_000,
        '{"id":' * 5000,
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_text_that_is_hardly_a_document_comes_to_the_same(text: str) -> None:
    assert outcome(read_transaction, text) == outcome(TransactionDocument.read, text)


@given(st.text(alphabet="0123456789.eE+-_ \n\u0661", max_size=6))
def test_a_rate_is_read_as_its_model_reads_it(rate: str) -> None:
    changed = with_value(SALE, ("lines", 0, "tax_percent"), rate)

    assert outcome(read_transaction, changed) == outcome(TransactionDocument.read, changed)


PAGE: dict[str, Any] = {
    "protocol": 1, "nonce": "n", "tenant": "t", "incarnation": "i", "feed": "products", "cursor": "i.1", "more": True,
    "total": 2,
    "pages": [{"cursor": "i.0", "digest": "d", "newer": 1}],
    "rows": [{"key": "A", "gone": False, "value": {"number": "A", "n": [1, 1.5, None]}},
                         {"key": "B", "gone": True, "value": None, "newer": 1}], "newer": {}, "end": "end",
}  # fmt: skip


def page_outcome(read: Any, text: str) -> object:
    try:
        page = read(text.encode())
    except ValidationError:
        return "refused"
    rows = [(row.key, row.gone, repr(row.value)) for row in page.rows]
    marks = [(mark.cursor, mark.digest) for mark in page.pages]
    return (page.nonce, page.tenant, page.feed, page.cursor, page.more, page.total, page.end, marks, rows)


def test_a_page_read_quickly_has_every_value_of_its_model() -> None:
    page = read_page(json.dumps(PAGE).encode())

    assert is_quick(page)
    assert (page.rows[0].value, page.rows[1].gone) == ({"number": "A", "n": [1, 1.5, None]}, True)


@pytest.mark.parametrize("value", ODD_VALUES, ids=repr)
def test_an_odd_value_anywhere_in_a_page_comes_to_the_same(value: object) -> None:
    for way in ways_in(PAGE)[1:]:
        text = with_value(json.dumps(PAGE), way, value)
        assert page_outcome(read_page, text) == page_outcome(FeedPage.model_validate_json, text), way


@pytest.mark.parametrize("gone", [each for each in PAGE if each not in ("newer", "total", "pages")])
def test_a_page_without_one_of_its_fields_is_refused(gone: str) -> None:
    text = json.dumps({name: value for name, value in PAGE.items() if name != gone})

    assert page_outcome(read_page, text) == "refused"


SHARED = {name: PAGE[name] for name in ("feed", "cursor", "rows", "newer", "end")}


def shared_outcome(read: Any, text: str) -> object:
    try:
        page = read(text.encode())
    except ValidationError:
        return "refused"
    return (page.feed, page.cursor, page.end, [(row.key, row.gone, repr(row.value)) for row in page.rows])


def test_a_shared_page_is_read_quickly() -> None:
    assert is_quick(read_shared_page(json.dumps(SHARED).encode()))


@pytest.mark.parametrize("value", ODD_VALUES, ids=repr)
def test_an_odd_value_anywhere_in_a_shared_page_comes_to_the_same(value: object) -> None:
    for way in ways_in(SHARED)[1:]:
        text = with_value(json.dumps(SHARED), way, value)
        assert shared_outcome(read_shared_page, text) == shared_outcome(
            SharedPage.model_validate_json, text
        ), way


def test_a_model_with_a_type_the_reader_does_not_know_is_refused() -> None:
    class Weighed(Part):
        grams: float

    with pytest.raises(TypeError, match="float"):
        reader_of(Weighed)
