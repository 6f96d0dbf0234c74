"""Scans come out of the window whatever has the focus, and leave no key behind."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from pos_app.ui.input_field import Entry
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.customers import CustomerSearchSheet
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


@pytest.fixture
def scanned(window: MainWindow) -> list[str]:
    found: list[str] = []
    window.code_scanned.connect(found.append)
    return found


@pytest.fixture
def requested(window: MainWindow) -> list[tuple[str, dict[str, object]]]:
    found: list[tuple[str, dict[str, object]]] = []
    window.sale.operation_requested.connect(lambda operation, params: found.append((operation, dict(params))))
    return found


@pytest.fixture
def entered(window: MainWindow) -> list[Entry]:
    found: list[Entry] = []
    window.sale.entry_committed.connect(found.append)
    return found


def test_scan_goes_to_the_cart_and_leaves_no_digit_behind(
    window: MainWindow, hands: Hands, scanned: list[str]
) -> None:
    window.show_sale(examples.EMPTY)

    hands.scan("7038010009457")

    assert scanned == ["7038010009457"]
    assert window.sale.input.text() == ""


def test_scan_reaches_the_cart_from_an_open_search(
    window: MainWindow, hands: Hands, scanned: list[str]
) -> None:
    window.show_sale(examples.EMPTY)
    sheet = CustomerSearchSheet(window.theme)
    window.sale.open_sheet(sheet)

    hands.scan("7038010009457")

    assert scanned == ["7038010009457"]
    assert sheet.box.text() == ""


def test_scan_on_a_focused_button_does_not_press_it(
    window: MainWindow, hands: Hands, scanned: list[str], requested: list[tuple[str, dict[str, object]]]
) -> None:
    window.show_sale(examples.PLAIN)
    assert window.sale.pages.grid is not None
    window.sale.pages.grid.stops[0].setFocus()

    hands.scan("7038010009457")

    assert scanned == ["7038010009457"]
    assert requested == []


def test_code_with_capitals_is_read_although_shift_is_pressed_between_its_keys(
    window: MainWindow, hands: Hands, scanned: list[str]
) -> None:
    window.show_sale(examples.EMPTY)

    hands.scan("L-HOUSTON-1-00045", shifts=True)

    assert scanned == ["L-HOUSTON-1-00045"]


def test_code_may_hold_a_space_and_the_separator_of_gs1(
    window: MainWindow, hands: Hands, scanned: list[str]
) -> None:
    window.show_sale(examples.EMPTY)

    hands.scan("]d20109501101530003\x1d10AB 1")

    assert scanned == ["]d20109501101530003\x1d10AB 1"]


@pytest.mark.parametrize("prefix", ["F24", "STX"])
def test_scanner_that_announces_itself_may_be_slow(
    prefix: str, window: MainWindow, hands: Hands, scanned: list[str]
) -> None:
    window.show_sale(examples.EMPTY)

    hands.scan("7038010009457", gap_ms=120, prefix=prefix)

    assert scanned == ["7038010009457"]
    assert window.sale.input.text() == ""


def test_tab_ends_a_scan_and_moves_nothing(window: MainWindow, hands: Hands, scanned: list[str]) -> None:
    window.show_sale(examples.PLAIN)
    window.sale.receipt.table.setFocus()

    hands.scan("7038010009457", end="Tab")

    assert scanned == ["7038010009457"]
    assert window.focusWidget() is window.sale.receipt.table


def test_key_held_down_is_typing_however_fast_it_repeats(
    window: MainWindow, hands: Hands, scanned: list[str], entered: list[Entry]
) -> None:
    window.show_sale(examples.EMPTY)

    hands.hold("1", times=8)
    hands.key("Enter")

    assert scanned == []
    assert entered == [Entry("11111111")]


def test_field_that_asks_for_codes_keeps_them(window: MainWindow, hands: Hands, scanned: list[str]) -> None:
    window.show_sale(examples.EMPTY)
    sheet = CustomerSearchSheet(window.theme)
    sheet.box.setProperty("acceptsScan", True)
    window.sale.open_sheet(sheet)

    hands.scan("SN-70380100")

    assert sheet.box.text() == "SN-70380100"
    assert scanned == []


def test_scan_closes_an_open_menu_and_chooses_nothing_in_it(
    window: MainWindow, hands: Hands, scanned: list[str], qtbot: QtBot
) -> None:
    window.show_sale(examples.EMPTY)
    menu, chosen = QMenu(window), []
    menu.addAction("Select all").triggered.connect(lambda: chosen.append("all"))
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.wait_until(menu.isVisible)

    hands.scan("7038010009457", target=menu)

    assert scanned == ["7038010009457"]
    assert not menu.isVisible()
    assert chosen == []


def test_menu_keeps_its_own_keys(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.EMPTY)
    menu, chosen = QMenu(window), []
    menu.addAction("Select all").triggered.connect(lambda: chosen.append("all"))
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.wait_until(menu.isVisible)

    hands.strike("Down", target=menu)
    hands.strike("Enter", target=menu)

    assert chosen == ["all"]


def test_stalled_window_does_not_tear_a_scan_apart(
    window: MainWindow, hands: Hands, scanned: list[str], qtbot: QtBot
) -> None:
    window.show_sale(examples.EMPTY)
    router = window._router
    hands.begin_scan("703801")

    router._pause.timeout.emit()
    hands.end_scan("0009457")
    qtbot.wait_until(lambda: not router._behind.isActive())

    assert scanned == ["7038010009457"]
    assert window.sale.input.text() == ""


def test_pause_hands_on_what_is_typing(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.EMPTY)

    hands.begin_scan("12")

    qtbot.wait_until(lambda: window.sale.input.text() == "12")
