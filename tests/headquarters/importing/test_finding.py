"""Encoding and delimiter are found, or taken as given; bytes of another encoding cost their rows alone."""

import pytest

from headquarters.importing.errors import FileRefused
from tests.headquarters.importing.conftest import Imports, counts

TEXT = "number;name;price\nP;Pære på £5;12,50\nQ;Rødbete;3\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("latin-1", "cp1252"),
    ],
)
def test_encoding_is_found(imports: Imports, encoding: str, found: str) -> None:
    report = imports("products", TEXT.encode(encoding))

    assert report.read_as.encoding == found
    assert counts(report) == (2, 0, 0, 0)
    assert imports.books.feed("products")["P"]["name"] == "Pære på £5"


@pytest.mark.parametrize("encoding", ["cp850", "iso-8859-15", "utf-16-le", "UTF8", "mac-roman"])
def test_encoding_that_was_given_is_used(imports: Imports, encoding: str) -> None:
    imports("products", TEXT.replace("£", "&").encode(encoding), encoding=encoding)

    assert imports.books.feed("products")["P"]["name"] == "Pære på &5"


def test_byte_order_mark_belongs_to_no_name(imports: Imports) -> None:
    assert counts(imports("products", TEXT.encode("utf-8-sig"), encoding="utf-8")) == (2, 0, 0, 0)


def test_bytes_of_another_encoding_cost_their_row_alone(imports: Imports) -> None:
    broken = TEXT.encode() + b"B;Bl\xe5b\xe6r;1\n" + "R;Rød;2\nS;Sløv;2\n".encode()

    report = imports("products", broken)

    assert counts(report) == (4, 0, 0, 1)
    assert imports.rejects == [
        {"line": "4", "column": "name", "value": "Bl?b?r", "rule": "it has bytes that are not of the file's encoding"}
    ]  # fmt: skip


def test_broken_bytes_in_codes_and_prices_cost_their_rows(imports: Imports) -> None:
    report = imports("products", b"number,name,price\n\xe5,x,1\nB,x,\xe5\nC,x,1\n", encoding="utf-8")

    assert counts(report) == (1, 0, 0, 2)
    assert {each["rule"] for each in imports.rejects} == {"it has bytes that are not of the file's encoding"}


def test_bytes_that_no_western_encoding_has_are_broken(imports: Imports) -> None:
    report = imports("products", b"number,name\nP,\x81\x8d\nQ,Quince\n")

    assert (report.read_as.encoding, counts(report)) == ("utf-8", (1, 0, 0, 1))


@pytest.mark.parametrize("encoding", ["utf-9", "hex", "rot13", "undefined", "  "])
def test_encoding_that_is_none_is_refused(imports: Imports, encoding: str) -> None:
    with pytest.raises(FileRefused, match="There is no encoding"):
        imports("products", TEXT, encoding=encoding)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiter_is_found(imports: Imports, sign: str) -> None:
    report = imports("products", f"number{sign}name{sign}price\nP{sign}Pear{sign}1\n")

    assert report.read_as.delimiter == sign
    assert counts(report) == (1, 0, 0, 0)


def test_delimiter_is_the_one_that_makes_known_columns(imports: Imports) -> None:
    title = "price, with tax, or without, in EUR"

    report = imports("products", f"number;name;{title}\nP;Pear;1\n", columns={"price": title})

    assert report.read_as.delimiter == ";"
    assert counts(report) == (1, 0, 0, 0)


@pytest.mark.parametrize(("given", "sign"), [("tab", "\t"), ("\\t", "\t"), ("~", "~")])
def test_delimiter_that_was_given_is_used(imports: Imports, given: str, sign: str) -> None:
    report = imports("products", f"number{sign}name\nP{sign}a,b;c\n", delimiter=given)

    assert counts(report) == (1, 0, 0, 0)
    assert imports.books.feed("products")["P"]["name"] == "a,b;c"


@pytest.mark.parametrize("given", ["", "::", '"', "\n", " "])
def test_delimiter_that_is_none_is_refused(imports: Imports, given: str) -> None:
    with pytest.raises(FileRefused, match="is no delimiter"):
        imports("products", TEXT, delimiter=given)
