"""Columns are found by the names shops use, or as somebody said; what cannot be is refused in words."""

import pytest

from headquarters.importing.columns import match_columns, shown_text
from headquarters.importing.customers import Customers
from headquarters.importing.errors import FileRefused
from headquarters.importing.products import Products
from tests.headquarters.importing.conftest import Imports, counts


def read_from(header: list[str], **chosen: str) -> dict[str, str]:
    return {each.field.name: each.title for each in match_columns(Products("USD").fields, header, chosen)}


@pytest.mark.parametrize(
    "header",
    [
        ["number", "name", "price", "barcode"],
        ["Varenummer", "Varenavn", "Pris", "Strekkode"],
        ["artikelnummer", "OMSCHRIJVING", "prijs", "EAN"],
        ["Stock-Code", "Product Name", "unit_price", "GTIN"],
        ["SKU", "Description", "Retail price", "UPC"],
    ],
)
def test_common_names_are_known(header: list[str]) -> None:
    assert read_from(header) == dict(zip(("number", "name", "price", "barcode"), header, strict=True))


def test_name_goes_before_description_wherever_it_stands() -> None:
    assert read_from(["description", "name", "number"])["name"] == "name"


def test_choice_goes_before_a_known_name() -> None:
    assert read_from(["number", "name", "short"], name="short")["name"] == "short"


def test_field_can_be_left_out() -> None:
    assert "price" not in read_from(["number", "name", "price"], price="")


@pytest.mark.parametrize(
    ("header", "chosen", "words"),
    [
        (["number", "name"], {"colour": "name"}, "There is no field 'colour'"),
        (["number", "name"], {"price": "Pris"}, "There is no column 'Pris' for price. It has number, name."),
        (["number", "name", "name"], {}, "2 columns are called 'name'"),
        ([f"c{at}" for at in range(1001)], {}, "1,001 columns; at most 1,000"),
    ],
)
def test_what_cannot_be_is_refused(header: list[str], chosen: dict[str, str], words: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_from(header, **chosen)

    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("products", "name,price\nx,1\n", "no column for number. It has name, price. Say which one it is"),
        ("products", "number,price\nx,1\n", "no column for name"),
        ("prices", "number,name\nx,1\n", "no column for price"),
        ("prices", "name,price\nx,1\n", "no column for number"),
        ("customers", "name,phone\nx,1\n", "no column for account"),
        ("customers", "account,phone\nx,1\n", "no column for name"),
    ],
)
def test_file_without_a_needed_column_is_refused(imports: Imports, kind: str, text: str, words: str) -> None:
    before = imports.sequence()

    with pytest.raises(FileRefused) as refused:
        imports(kind, text)

    assert words in str(refused.value)
    assert imports.sequence() == before


def test_columns_that_nobody_needs_are_passed_over(imports: Imports) -> None:
    report = imports("products", 'x,number,notes,name\n1,P,"long\nstory, with\nlines",Pear\n2,Q,,Quince\n')

    assert counts(report) == (2, 0, 0, 0)


def test_fields_have_names_of_their_own() -> None:
    for fields in (Products("USD").fields, Customers(None).fields):  # type: ignore[arg-type]  # ids are not asked for
        names = [name for field in fields for name in field.names]
        assert len(names) == len(set(names))


def test_words_of_a_file_cannot_move_a_terminals_cursor() -> None:
    assert shown_text("a\x1b[2Jb\udce9") == "a?[2Jb?"
