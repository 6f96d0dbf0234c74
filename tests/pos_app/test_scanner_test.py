"""The scanner test at the register: scans are only looked at, and what is chosen holds at once."""

import pytest

from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.delivery import ShipSheet
from pos_app.ui.sheets.scanner_test import ScannerTestSheet
from tests.pos_app.small_desk import SmallDesk
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands

CODE = "7038010009457"


@pytest.fixture
def sheet(binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands) -> ScannerTestSheet:
    binder.show(examples.PLAIN)
    binder.request("scanner.test", {})
    found = window.sale.sheet
    assert isinstance(found, ScannerTestSheet)
    return found


def test_nothing_scanned_goes_into_the_sale(
    sheet: ScannerTestSheet, small_desk: SmallDesk, hands: Hands
) -> None:
    for _ in range(3):
        hands.scan(CODE)

    assert small_desk.calls == []
    assert [row.text for row in sheet.list.rows] == [CODE] * 3
    assert sheet.list.rows[0].value == "9 ms"
    assert sheet.consequence.text() == "3 of 5 scans"


def test_before_five_scans_the_button_says_why_not(
    sheet: ScannerTestSheet, window: MainWindow, hands: Hands
) -> None:
    hands.scan(CODE)
    hands.key("Enter")

    assert window.sale.strip.text == "Scan 4 more times first."
    assert window.sale.sheet is sheet


def test_what_is_proposed_is_used_at_once_and_said(
    sheet: ScannerTestSheet, window: MainWindow, hands: Hands, small_desk: SmallDesk
) -> None:
    kept: list[object] = []
    window.limits_changed.connect(kept.append)
    for _ in range(5):
        hands.scan(CODE)
    assert sheet.consequence.text().startswith("Proposed: keys within 15 ms")

    hands.key("Enter")

    assert window.sale.sheet is None
    assert kept == [window.limits]
    assert window.limits.median_gap_ms == 15
    hands.scan(CODE)
    assert small_desk.calls == [("product.add", {"code": CODE})]


def test_a_slow_scanner_is_told_what_to_do_instead(
    sheet: ScannerTestSheet, window: MainWindow, hands: Hands
) -> None:
    for _ in range(5):
        hands.scan(CODE, gap_ms=90)
    hands.key("Enter")

    assert "Program it to send F24" in sheet.problem.text()
    assert window.sale.strip.text == sheet.problem.text()
    assert window.sale.sheet is sheet


def test_closed_scans_go_into_the_sale_again(
    sheet: ScannerTestSheet, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    hands.key("Esc")
    assert window.sale.sheet is None

    hands.scan(CODE)

    assert small_desk.calls == [("product.add", {"code": CODE})]


def test_under_another_sheet_it_does_not_record(
    sheet: ScannerTestSheet, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    over = ShipSheet(window.theme, examples.SHIP, ())
    window.sale.open_sheet(over)
    hands.scan(CODE)
    window.sale.close_sheet(over)
    hands.scan(CODE)

    assert len(small_desk.calls) == 1
    assert len(sheet.recorder.scans) == 1


def test_unknown_codes_are_listed(sheet: ScannerTestSheet) -> None:
    sheet.parts.choose("unknown")

    assert [(row.text, row.detail, row.value_detail) for row in sheet.list.rows] == [
        ("7038010009999", "2 times", "14:12"), ("2000000001234", "1 time", "13:40"),
    ]  # fmt: skip
