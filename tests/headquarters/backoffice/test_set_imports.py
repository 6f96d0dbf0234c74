"""CSV files of set-up: what their export wrote comes in again, tried and told first, then whole or not at all."""

import csv
import html
import io
import re
from collections.abc import Iterator

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.backoffice.forms import form_of, form_of_text, made
from tests.headquarters.backoffice.test_set_pages import KINDS
from tests.headquarters.shop import RETAILER

ADDRESS = "/office/set-import"
MADE = (
    ("charge-codes", {"parameters": "standard", "code": "=1+1", "name": "-Wrap", "tax_percent": "25", "position": "1"}),
    ("auto-charges", {"parameters": "standard", "level": "line", "code": "FREIGHT", "amount_minor": "500",
                      "business": "True", "modes": "ground\npickup", "position": "1"}),
    ("fulfilment-places", {"fulfilment": "standard", "place": "DEPOT", "closed_weekdays": "6", "position": "1"}),
    ("reasons", {"parameters": "standard", "purpose": "void", "text": "Torn", "position": "7"}),
    ("customer-groups", {"customers": "standard", "group": "gold", "dimensions": "Department: 42", "position": "1"}),
    ("delivery-rules", {"parameters": "standard", "mode": "ground", "countries": "NO\nSE", "position": "1"}),
    ("tax-groups", {"parameters": "standard", "name": "Oslo", "tax_percent": "25", "postcodes": "0", "position": "1"}),
    ("tax-groups", {"parameters": "standard", "name": "Quebec", "tax_percent": "0", "country": "CA",
                    "codes": "GST 5 *\nQST 9.975", "position": "2"}),
    ("item-tax-groups", {"parameters": "standard", "name": "=FOOD", "taxes": "GST\nQST", "position": "1"}),
    ("sales-units", {"parameters": "standard", "unit": "kg", "decimals": "on", "position": "1"}),
    ("refunds", {"parameters": "standard", "paid_by": "card", "back_by": "cash", "position": "1"}),
    ("role-limits", {"parameters": "standard", "role": "cashier", "price_override_percent": "5",
                     "line_discount_percent": "10.50", "total_discount_percent": "0", "position": "1"}),
    ("customer-attributes", {"customers": "standard", "attribute": "size", "name": "Size", "kind": "decimal",
                             "least": "-2", "most": "9", "position": "1"}),
    ("order-attributes", {"parameters": "standard", "attribute": "floor", "name": "Floor", "kind": "integer",
                          "asked_of": "both", "least": "-2", "most": "9", "position": "1"}),
    ("affiliations", {"customers": "standard", "affiliation": "club", "position": "1"}),
    ("info-codes", {"functionality": "standard", "event": "no sale", "code": "why", "prompt": "Why?", "kind": "choice",
                    "choices": "Change\nMistake", "position": "1"}),
    ("receipt-texts", {"language": "nb", "header_lines": "-50 % idag", "footer_lines": "Takk\nHa det"}),
    ("visual-profiles", {"code": "evening", "name": "=Evening", "theme": "dark", "scale": "115", "left_handed": "True",
                         "accent_dark": "#8F7200"}),
    ("roles", {"code": "clerk", "rights": ""}),
    ("units", {"code": "NORTH", "name": "North", "country": "NO", "address_lines": "Gata 1\n0150 Oslo"}),
    ("staff", {"user": "007", "name": "Bo", "role": "clerk", "pin": "4711", "active": "on"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    """A headquarters with a row of most kinds."""
    running = RunningHeadquarters(tmp_path_factory.mktemp("set-imports")).start()
    try:
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        ada = Browser(running.url).set_up(set_up_code(running))
        for kind, fields in MADE:
            made(ada, kind, **fields)
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def ada(office: RunningHeadquarters) -> Browser:
    return Browser(office.url).sign_in(NAME)


def exported(browser: Browser, kind: str) -> list[list[str]]:
    """What the list of a kind exports, all of it."""
    browser.get(f"/office/set/{kind}/list")
    seal = browser.cookies()["starlette_admin_csrftoken"].strip('"')
    address = f"/office/set/_api/{kind}/action?name=export"
    text = browser.post(address, csrftoken=seal, format="csv", scope="page")
    assert browser.status == 200, text
    return [row for row in csv.reader(io.StringIO(text)) if row]


def tried(browser: Browser, kind: str, rows: list[list[str]]) -> str:
    """Bring these rows; gives back the report."""
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    browser.get(f"{ADDRESS}/{kind}")
    return browser.send_file(f"{ADDRESS}/{kind}", "rows.csv", file.getvalue().encode())


def told(text: str) -> list[list[str]]:
    """The rows of a report."""
    rows = re.findall(r"<tr>(<td.*?)</tr>", text, re.DOTALL)
    return [
        [re.sub("<.*?>", "", cell) for cell in re.findall(r"<td.*?>(.*?)</td>", row, re.DOTALL)]
        for row in rows
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_list_exports_comes_in_and_changes_nothing(ada: Browser, kind: str) -> None:
    rows = exported(ada, kind)
    text = tried(ada, kind, rows)

    assert ada.status == 200, text
    assert [row[2] for row in told(text)] == ["as it was"] * (len(rows) - 1)
    assert len(rows) > 1


def taken(browser: Browser, kind: str) -> str:
    """Press *Take in* below the report."""
    return browser.press(f"{ADDRESS}/{kind}/take", csv=in_form(browser))


def in_form(browser: Browser) -> str:
    """The file that the report carries along."""
    found = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", browser.text, re.DOTALL)
    assert found, browser.text
    return html.unescape(found[0])


def test_a_changed_and_a_new_row_are_shown_field_by_field_then_taken_in_and_noted(ada: Browser) -> None:
    rows = exported(ada, "charge-codes")
    columns = rows[0]
    code, name = columns.index("Code"), columns.index("Name")
    assert [row[code] for row in rows[1:]] == ["'=1+1"]
    more = [*rows[1]]
    more[code], more[name] = "WRAP", "Paper"
    rows[1][name] = "'-Ribbon"

    text = tried(ada, "charge-codes", [*rows, more])
    assert [row[:5] for row in told(text) if row[3] == "Name"] == [
        ["2", "standard =1+1", "changed", "Name", "-Wrap → -Ribbon"],
        ["3", "standard WRAP", "new", "Name", "Paper"],
    ]
    assert exported(ada, "charge-codes")[1:] == [[*rows[1][:name], "'-Wrap", *rows[1][name + 1 :]]]

    tried(ada, "charge-codes", [*rows, more])
    assert "Taken in" in taken(ada, "charge-codes")
    assert sorted(exported(ada, "charge-codes")[1:]) == sorted([rows[1], more])
    assert "-Ribbon" in ada.get("/office/audit?kind=charge_codes&about=standard+%3D1%2B1")
    assert "charge-codes" in ada.get("/office/audit?kind=set-up+file")
    assert "charge codes" in ada.get("/office/publish").lower()


@pytest.mark.parametrize(
    ("kind", "columns", "row", "field", "words"),
    [
        ("parameters", ["Code", "Default deposit percentage"], ["standard", "130"], "Default deposit percentage",
         "between 0 and 100"),
        ("parameters", ["Code", "default_order_type"], ["standard", "gift"], "Default order type",
         "Choose one of the list"),
        ("registers", ["Register", "Store"], ["ATLANTIS-1", "ATLANTIS"], "Store", "Choose one of the list"),
        ("staff", ["User", "Name", "Role"], ["008", "Di", "clerk"], "New PIN", "This is needed"),
        ("features", ["feature", "is_on"], ["magic", "yes"], "Feature", "none is made here"),
        ("fulfilment-places", ["fulfilment", "place", "is_store"], ["standard", "DEPOT", "perhaps"],
         "Is a store", "Type yes or no"),
        ("fulfilment-places", ["fulfilment", "place", "is_store", "position"],
         ["standard", "NOWHERE", "yes", "1"],
         "Store or warehouse", "there is no store NOWHERE"),
        ("stores", ["Store", "Currency"], ["HOUSTON", "dollars"], "Currency", "three capital letters"),
        ("units", ["Code", "Name"], ["NORTH"], "Code", "more or fewer cells"),
    ],
)  # fmt: skip
def test_a_row_that_the_form_would_refuse_is_refused_at_its_field_and_nothing_is_taken_in(
    ada: Browser, kind: str, columns: list[str], row: list[str], field: str, words: str
) -> None:
    before = exported(ada, kind)
    text = tried(ada, kind, [columns, row])

    assert [(each[2], each[3], words in each[5]) for each in told(text)] == [("▲ refused", field, True)], (
        told(text)
    )
    assert "Take in<" not in text
    ada.post(
        f"{ADDRESS}/{kind}/take",
        form_secret=ada.secret(),
        shown="",
        csv=f"{','.join(columns)}\n{','.join(row)}",
    )
    assert ada.status == 409
    assert exported(ada, kind) == before


def test_what_is_pressed_twice_is_taken_in_once(ada: Browser) -> None:
    tried(ada, "units", [["Code", "Name"], ["EAST", "East"]])
    file, shown = in_form(ada), re.findall(r'name="shown" value="(\w+)"', ada.text)[0]
    taken(ada, "units")
    ada.post(f"{ADDRESS}/units/take", form_secret=ada.secret(), shown=shown, csv=file)

    assert (ada.status, "Something else would come of it" in ada.text) == (409, True)
    assert [row[0] for row in exported(ada, "units")].count("EAST") == 1


def test_a_report_is_in_the_language_of_who_reads_it(office: RunningHeadquarters) -> None:
    kari = Browser(office.url).sign_in(NAME)
    kari.get("/office/me")
    kari.press("/office/me/view", language="nb")
    [row] = told(tried(kari, "parameters", [["Kode", "default_order_type"], ["standard", "gift"]]))
    kari.get("/office/me")
    kari.press("/office/me/view", language="en")

    assert (row[2], row[3], row[5]) == ("▲ avvist", "Standard ordretype", "Velg en fra listen.")


def test_a_row_that_comes_twice_is_refused_and_the_good_rows_beside_it_are_left_too(ada: Browser) -> None:
    text = tried(ada, "units", [["Code", "Name"], ["SOUTH", "South"], ["SOUTH", "Sooth"]])

    assert [(row[0], "twice" in row[5]) for row in told(text) if row[2] == "▲ refused"] == [("3", True)]
    assert "Take in<" not in text
    assert "SOUTH" not in str(exported(ada, "units"))


def test_what_somebody_changed_meanwhile_is_shown_again_before_it_is_taken_in(ada: Browser) -> None:
    tried(ada, "units", [["Code", "Name"], ["NORTH", "Far north"]])
    file, shown = in_form(ada), re.findall(r'name="shown" value="(\w+)"', ada.text)[0]
    other = Browser(ada.url).sign_in(NAME)
    tried(other, "units", [["Code", "Name"], ["NORTH", "Polar"]])
    taken(other, "units")

    ada.post(f"{ADDRESS}/units/take", form_secret=ada.secret(), shown=shown, csv=file)
    assert (ada.status, "Polar → Far north" in ada.text) == (409, True)
    taken(ada, "units")
    assert "Far north" in str(exported(ada, "units"))


def test_columns_are_known_in_every_language_and_those_left_out_stay(ada: Browser) -> None:
    before = exported(ada, "units")
    text = tried(ada, "units", [["Kode", "name"], ["NORTH", "Nord"]])
    assert [row[3] for row in told(text)] == ["Name"]
    taken(ada, "units")
    changed = exported(ada, "units")
    at = before[0].index("Name")
    assert [cell for row in changed for cell in row[at + 1 :]] == [
        cell for row in before for cell in row[at + 1 :]
    ]
    assert changed[1][at] == "Nord"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe\x00C\x00o", "not written in UTF-8"), (b"", "The file is empty"),
        (b'Code,Name\n"NORTH,x', "is no CSV"), (b"Code,Colour\nNORTH,red\n", "There is no column Colour"),
        (b"Code,Code\nNORTH,x\n", "There is no column Code here, or it is there twice"),
        (b"Name\nNorth\n", "The column Code is missing"), (b"Code" + b"," * 1000, "rows of 100 cells"),
        (b"Code\n" + b"X\n" * 10_001, "at most 10000 rows"),
        (b"X" * 5 * 1024 * 1024, "A file has at most 4 MB"), (b"Code,Name\nA\0,B\n", "Use letters, digits"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_of_this_kind_is_refused_in_words(
    ada: Browser, data: bytes, words: str
) -> None:
    ada.get(f"{ADDRESS}/units")
    text = ada.send_file(f"{ADDRESS}/units", "x.csv", data)

    assert (words in html.unescape(text), "Take in<" in text) == (True, False), text[-3000:]


def test_a_form_for_a_new_store_begins_as_most_stores_are(ada: Browser) -> None:
    fields = form_of(ada, "/office/set/stores/create")

    begun = {
        "currency": "USD",
        "language": "en",
        **dict.fromkeys(("parameters", "functionality", "offline"), "standard"),
    }
    assert {name: fields[name] for name in begun} == begun


def test_rows_that_nothing_tells_apart_are_refused_and_not_changed_at_random(ada: Browser) -> None:
    for amount in ("700", "800"):
        made(
            ada,
            "auto-charges",
            parameters="standard",
            level="line",
            code="FREIGHT",
            amount_minor=amount,
            position="9",
        )
    text = tried(ada, "auto-charges", [["parameters", "position", "amount_minor"], ["standard", "9", "900"]])

    assert [(row[2], row[3], "Several rows are like this" in row[5]) for row in told(text)] == [
        ("▲ refused", "Position", True)
    ]


def test_a_list_of_many_pages_is_walked_by_its_links(ada: Browser) -> None:
    text = tried(ada, "roles", [["Code"], *[[f"P{at:02}"] for at in range(60)]])
    assert "refused" not in text
    taken(ada, "roles")
    path, found, pages = "/office/set/roles/list?sort=code__desc&filter=code__startswith%3DP", [], 0
    while path:
        text = html.unescape(ada.get(path))
        found += re.findall(r'data-column="code"[^>]*>\s*(?:<span[^>]*>)?(P\d\d)', text)
        links = re.findall(r'href="[^"]*?(/office/set/roles/list[^"]*)">Next<', text)
        path, pages = links[0] if links else "", pages + 1

    assert (pages, found) == (3, [f"P{at:02}" for at in reversed(range(60))])
    assert "60 in all" in text


TEXTS = {
    "name", "text", "store_name", "header_lines", "footer_lines", "address_lines", "countries", "postcodes", "help",
    "dimensions", "closed_dates", "receipt_lines",
}  # fmt: skip


NOTHING_TO_CHANGE = {"fulfilment", "barcodes"}
"""Kinds whose rows have a name for ever and nothing else."""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NOTHING_TO_CHANGE])
def test_who_saves_second_sees_both_and_loses_nothing_whatever_the_kind(ada: Browser, kind: str) -> None:
    ada.get(f"/office/set/{kind}/list?sort=id__asc")
    row = re.findall(r'data-sa-pk="(\d+)"', ada.text)[0]
    shown = form_of(ada, f"/office/set/{kind}/edit?pk={row}")
    texts = re.findall(r'<input[^>]*?name="(\w+)"[^>]*?type="text"|<textarea[^>]*?name="(\w+)"', ada.text)
    typed = {name: f"{shown[name]}x".strip() for pair in texts for name in pair if name in TEXTS}
    ada.post(f"/office/set/{kind}/edit?pk={row}", **shown | typed | {"version": "0"})

    is_told = "Somebody else saved first" in html.unescape(ada.text)
    assert (ada.status, is_told) == (422, True), shown
    kept = form_of_text(ada.text)
    assert kept["version"] == shown["version"]
    assert {name: html.unescape(kept[name]) for name in typed} == typed


NO_TABLES = (
    b"\xef\xbb\xbf", b"\xff\xfeC\0o\0d\0e\0\n\0X\0", "code\nÆ\n".encode("cp1252"),
    b'code\n"never closed\n' * 50, b"code,name\nA\0B,x\n", b"code\n" + b"," * 1_000_000, b"\0" * 1000,
    b"code\r\rX\r", b"code\n=1+1\n'=1\n", b"\x80" * 9, b"code;name\nX,Y;Z;W\n", b"PK\x03\x04", b"\x1f\x8b\x08",
    "code\n\u202e\ufeff\n".encode(), b"code\n" + b"A" * 200_000,
)  # fmt: skip


@pytest.mark.parametrize("page", ["/office/set-import/units", "/office/imports"])
def test_no_file_leaves_a_page_without_words(ada: Browser, page: str) -> None:
    for data in NO_TABLES:
        ada.get(page)
        assert ada.status == 200
        ada.send_file(page, "x.csv", data, kind="customers")
        assert ada.status in (200, 400, 422), (data[:20], ada.status, ada.text[-2000:])
        assert "Traceback" not in ada.text
        assert "<main" in ada.text
