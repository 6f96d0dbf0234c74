"""The list of what was left out: whole, for its owner only, and harmless in a spreadsheet."""

import stat
from pathlib import Path

import pytest

from headquarters.importing.errors import FileRefused
from headquarters.importing.rejects import check_place, harmless, write_rejects
from tests.headquarters.importing.conftest import Imports


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("@SUM(1)", "'@SUM(1)"), ("-cmd", "'-cmd"), ("\t=1", "'\t=1"),
        ("-1.00", "-1.00"), ("+4 700", "+4 700"), ("plain", "plain"), ("", ""),
    ],
)  # fmt: skip
def test_value_is_no_formula_in_a_spreadsheet(value: str, shown: str) -> None:
    assert harmless(value) == shown


def test_rows_are_listed_by_line(imports: Imports) -> None:
    imports("products", "number,name,price\nP,Pear,1\nP,again,1\n,no number,1\nQ,Quince,-1\n")

    assert [each["line"] for each in imports.rejects] == ["3", "4", "5"]


def test_list_is_for_its_owner_and_replaces_the_last(tmp_path: Path) -> None:
    path = tmp_path / "rejects.csv"
    write_rejects(path, [(2, "name", "x", "too long")])
    write_rejects(path, [])

    assert path.read_text(encoding="utf-8") == "line,column,value,rule\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_place_where_no_list_can_be_is_refused_before_the_work(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere" / "rejects.csv"):
        with pytest.raises(FileRefused, match="cannot be written"):
            check_place(place)
