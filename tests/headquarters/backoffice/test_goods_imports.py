"""Discounts and price lists go out as CSV and come in again: tried first, row by row, then taken in whole."""

import csv
import html
import io
import re
from collections.abc import Iterator

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.backoffice.test_set_imports import told
from tests.headquarters.shop import RETAILER

ADDRESS = "/office/goods-import"
MADE = {
    "discounts": {"id": "TEN", "name": "Ten off", "kind": "percent", "percent": "10", "products": "A",
                  "categories": "Fruit\nNuts", "starts": "2026-11-01", "ends": "2026-11-30"},
    "price-lists": {"code": "SUMMER", "name": "=Summer", "stores": "HOUSTON\nSEATTLE"},
}  # fmt: skip


@pytest.fixture(scope="module")
def ada(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    running = RunningHeadquarters(tmp_path_factory.mktemp("goods")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        ada = Browser(running.url).set_up(set_up_code(running))
        for kind, fields in MADE.items():
            ada.get(f"/office/{kind}/new")
            ada.press(f"/office/{kind}/new", **fields)
            assert ada.status == 200, ada.text
        yield ada
    finally:
        running.stop()


def exported(browser: Browser, kind: str) -> list[list[str]]:
    return [*csv.reader(io.StringIO(browser.get(f"/office/{kind}.csv")))]


def tried(browser: Browser, kind: str, rows: list[list[str]]) -> list[list[str]]:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    browser.get(f"{ADDRESS}/{kind}")
    return told(html.unescape(browser.send_file(f"{ADDRESS}/{kind}", "x.csv", file.getvalue().encode())))


def take(browser: Browser) -> str:
    address = re.findall(r'action="([^"]*/take)"', browser.text)[0]
    shown = re.findall(r'name="shown" value="(\w+)"', browser.text)[0]
    text = html.unescape(re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", browser.text, re.DOTALL)[0])
    return browser.post(address, form_secret=browser.secret(), shown=shown, csv=text)


@pytest.mark.parametrize("kind", MADE)
def test_what_a_list_exports_comes_in_and_changes_nothing(ada: Browser, kind: str) -> None:
    rows = exported(ada, kind)

    assert [row[2] for row in tried(ada, kind, rows)] == ["as it was"] * (len(rows) - 1)
    assert "Nothing differs from what is there." in ada.text
    assert not any(cell[:1] in {"=", "+", "@"} for row in rows for cell in row)
    assert f'href="{ADDRESS}/{kind}"' in ada.get(f"/office/{kind}")


def test_discounts_are_shown_as_they_would_be_then_taken_in_with_their_history(ada: Browser) -> None:
    header = ["Code", "name", "kind", "percent", "amount", "products"]
    report = tried(ada, "discounts", [
        header, ["TEN", "Twelve off", "percent", "12", "", "A"], ["HALF", "Half a dollar", "amount", "", "0.50", "A"],
    ])  # fmt: skip
    assert [(row[1], row[2], row[3], row[4]) for row in report if row[3] in {"Name", "Percent off"}] == [
        ("TEN", "changed", "Name", "Ten off → Twelve off"), ("TEN", "changed", "Percent off", "10 → 12"),
        ("HALF", "new", "Name", "Half a dollar"),
    ]  # fmt: skip
    assert "Twelve" not in str(exported(ada, "discounts"))

    tried(ada, "discounts", [header, ["TEN", "Twelve off", "percent", "12", "", "A"]])
    assert "Taken in:" in take(ada)

    [row] = [each for each in exported(ada, "discounts") if each[0] == "TEN"]
    assert (row[1], row[3], row[8]) == ("Twelve off", "12", "Fruit\nNuts")
    ada.get("/office/discounts")
    address = re.findall(r'href="(/office/discounts/\d+)">TEN', ada.text)[0]
    assert "Twelve off" in ada.get(address).partition("<h2>History</h2>")[2]


@pytest.mark.parametrize(
    ("kind", "header", "row", "field", "rule"),
    [
        ("discounts", ["id", "percent"], ["TEN", "120"], "Percent off", "at most 100 percent off"),
        ("discounts", ["id", "products"], ["TEN", "NOBODYS"], "Products", "there is no product NOBODYS"),
        ("discounts", ["id", "name"], ["NEW", ""], "Name", "it is needed and empty"),
        ("discounts", ["id", "ends"], ["TEN", "soon"], "Last day", "is not a day"),
        ("price-lists", ["code", "stores"], ["SUMMER", "PARIS"], "Stores", "there is no store PARIS"),
        ("price-lists", ["code", "name"], ["", "x"], "Code", "it is needed and empty"),
        ("price-lists", ["code", "name"], ["SUMMER"], "Code", "more or fewer cells"),
    ],
)  # fmt: skip
def test_a_row_that_its_form_would_refuse_is_refused_by_field_value_and_rule(
    ada: Browser, kind: str, header: list[str], row: list[str], field: str, rule: str
) -> None:
    [found] = [each for each in tried(ada, kind, [header, row]) if each[3] == field]

    assert (found[0], found[2], rule in found[5]) == ("2", "▲ refused", True), found
    assert found[4] == (row[1] if field != "Code" else row[0])
    assert "Take in<" not in ada.text


def test_a_row_that_comes_twice_and_columns_that_are_not_there_are_refused(ada: Browser) -> None:
    report = tried(ada, "price-lists", [["code", "name"], ["W", "Winter"], ["W", "Winter"]])
    assert [("twice" in row[5]) for row in report if row[2] == "▲ refused"] == [True]
    for header, words in (
        (["code", "colour"], "There is no column colour"),
        (["name"], "The column code is missing"),
    ):
        tried(ada, "price-lists", [header, ["x", "y"][: len(header)]])
        assert (ada.status, words in ada.text) == (422, True)
    ada.get(f"{ADDRESS}/nothing")
    assert ada.status == 404


def test_what_somebody_changed_meanwhile_is_shown_again_before_it_is_taken_in(ada: Browser) -> None:
    tried(ada, "price-lists", [["code", "name"], ["SUMMER", "Warm"], ["AUTUMN", "Autumn"]])
    shown, secret = ada.text, ada.secret()
    other = Browser(ada.url).sign_in()
    tried(other, "price-lists", [["code", "name"], ["SUMMER", "Hot"]])
    take(other)

    ada.text = shown
    assert secret
    text = take(ada)
    assert (ada.status, "Something else would come of it now" in text) == (409, True)
    assert "AUTUMN" not in str(exported(other, "price-lists"))
    assert "Taken in:" in take(ada)
    assert [row[:2] for row in exported(ada, "price-lists")][1:] == [["AUTUMN", "Autumn"], ["SUMMER", "Warm"]]
