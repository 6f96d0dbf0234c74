"""Records of files that are packed, cut, endless or full of quotes: each row in, or out with its line."""

import gzip
from pathlib import Path

import pytest

from headquarters.importing.errors import FileRefused
from headquarters.importing.service import Wish, import_file
from headquarters.importing.source import LINE_MAX
from tests.headquarters.importing.conftest import Imports, counts, unheard

GOOD = "number,name\nB,Banana\nC,Cherry\n"


def numbers(imports: Imports) -> set[str]:
    return set(imports.books.feed("products")) - {"A"}


def refused(imports: Imports, text: str | bytes) -> str:
    before = imports.sequence()
    with pytest.raises(FileRefused) as words:
        imports("products", text)
    assert imports.sequence() == before
    return str(words.value)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_of_ending_lines_is_read(imports: Imports, end: str) -> None:
    assert counts(imports("products", GOOD.replace("\n", end).removesuffix(end))) == (2, 0, 0, 0)
    assert imports.books.feed("products")["C"]["name"] == "Cherry"


def test_packed_file_is_read_whatever_its_name(imports: Imports) -> None:
    assert counts(imports("products", gzip.compress(GOOD.encode()))) == (2, 0, 0, 0)


def test_empty_lines_are_no_rows(imports: Imports) -> None:
    assert counts(imports("products", "\n\nnumber,name\n\nB,Banana\n   \n\nC,Cherry\n\n")) == (2, 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "line", "kept"),
    [
        ('B,Banana\nQ,"open,1\nC,Cherry\nD,Date\n', "3", {"B", "C", "D"}),
        ('B,Banana\nQ,"open,1\nC,"Cherry"\nD,"Date"\n', "3", {"B", "C", "D"}),
        ('B,Banana\nQ,"shut" too early\nC,Cherry\n', "3", {"B", "C"}),
        ('B,Banana\nQ,"open\nC,Cherry 3"\nD,Date\n', "3", {"B", "C", "D"}),
        ('B,Banana\nC,Cherry\nQ,"last', "4", {"B", "C"}),
    ],
)
def test_quote_too_many_costs_its_own_line_alone(
    imports: Imports, text: str, line: str, kept: set[str]
) -> None:
    imports("products", f"number,name\n{text}")

    assert [each["line"] for each in imports.rejects] == [line]
    assert numbers(imports) == kept


def test_quote_that_is_never_closed_costs_its_own_line_alone(imports: Imports) -> None:
    rows = "".join(f"N{at},name {at}\n" for at in range(1000))

    report = imports("products", f'number,name\nQ,"open\n{rows}')

    assert counts(report) == (1000, 0, 0, 1)
    assert imports.rejects[0]["rule"].startswith("its quotes are not balanced")


def test_line_numbers_go_on_behind_a_broken_line(imports: Imports) -> None:
    imports("products", 'number,name,notes\nB,Banana,"two\nlines"\nQ,"open,1\nC,,x,\nD,Date,\nB,again,\n')

    assert [each["line"] for each in imports.rejects] == ["4", "5", "7"]
    assert imports.rejects[2]["rule"] == "line 2 has the same number"


def test_line_break_in_a_name_is_a_fault_of_its_row(imports: Imports) -> None:
    imports("products", 'number,name\nB,"Banana\nyellow"\nC,Cherry\n')

    assert imports.rejects[0]["line"] == "2"
    assert "line break" in imports.rejects[0]["rule"]
    assert numbers(imports) == {"C"}


@pytest.mark.parametrize(("row", "has"), [("Q", 1), ("Q,x,y", 3), (f"Q{',' * 100_000}", 100_001)])
def test_row_with_other_columns_than_the_header_is_left_out(imports: Imports, row: str, has: int) -> None:
    report = imports("products", f"number,name\nB,Banana\n{row}\nC,Cherry\n")

    assert counts(report) == (2, 0, 0, 1)
    assert imports.rejects[0]["rule"] == f"it has {has} columns, the header has 2"


def test_field_over_the_limit_is_left_out(imports: Imports) -> None:
    report = imports("products", f"number,name\nQ,{'x' * 140_000}\nC,Cherry\n")

    assert counts(report) == (1, 0, 0, 1)
    assert len(imports.rejects[0]["value"]) == 200


def test_million_columns_are_refused(imports: Imports) -> None:
    assert "more than 262,144 characters" in refused(imports, ",".join(f"c{at}" for at in range(1_000_000)))
    assert "Line 3 has more than" in refused(imports, f"number,name\nB,Banana\n{',' * 1_000_000}\nC,Cherry\n")


def test_line_of_a_gigabyte_is_refused_without_being_held(imports: Imports) -> None:
    file = imports.folder / "products.csv"
    with file.open("wb") as whole:
        whole.write(b"number,name\nB,")
        whole.truncate(1 << 30)
    assert "Line 2 has more than" in refused_file(imports, file)


def test_line_just_under_the_limit_is_read(imports: Imports) -> None:
    rest = LINE_MAX - len("B,Banana,,\n") - 1
    report = imports(
        "products", f"number,name,x,y\nB,Banana,{'x' * (rest // 2)},{'y' * (rest - rest // 2)}\n"
    )

    assert report.new + report.rejected == 1


def refused_file(imports: Imports, file: Path) -> str:
    with pytest.raises(FileRefused) as words:
        import_file(imports.books.parts, Wish("products", file, {}, imports.folder / "r.csv"), unheard)
    return str(words.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b"\n\n \n", "is empty", id="empty lines"),
        pytest.param(gzip.compress(GOOD.encode() * 1000)[:-20], "gzip, but cut or damaged", id="cut"),
        pytest.param(gzip.compress(GOOD.encode())[:10] + b"x" * 70, "gzip, but cut or damaged", id="damaged"),
        pytest.param(b"PK\x03\x04sheet", "ZIP file or a spreadsheet", id="spreadsheet"),
        pytest.param(bytes(range(256)) * 4, "no column for number", id="any bytes"),
        pytest.param(b"\xff\xfen\x00u\x00,", "is not in utf-16", id="half a character"),
    ],
)
def test_file_of_another_kind_is_refused(imports: Imports, content: bytes, words: str) -> None:
    assert words in refused(imports, content)


def test_file_that_is_not_there_is_refused(imports: Imports) -> None:
    assert "cannot be read" in refused_file(imports, imports.folder / "nowhere.csv")
    assert "cannot be read" in refused_file(imports, imports.folder)


def test_header_alone_brings_nothing(imports: Imports) -> None:
    assert counts(imports("products", "number,name\n")) == (0, 0, 0, 0)
