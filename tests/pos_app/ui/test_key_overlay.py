"""F1: every target has a key for as long as the keys are shown, and that key presses it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.ui.buttons import FaceButton
from pos_app.ui.key_overlay import TYPING_LOOKS
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.delivery import ShipSheet
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


@pytest.fixture
def asked(window: MainWindow) -> list[str]:
    """The operations that were asked for."""
    window.show_sale(examples.HYBRID)
    found: list[str] = []
    window.sale.operation_requested.connect(lambda operation, params: found.append(operation))
    return found


def targets(window: MainWindow) -> set[FaceButton]:
    return {
        each for each in window.sale.findChildren(FaceButton)
        if each.isVisible() and each.look_name not in TYPING_LOOKS
    }  # fmt: skip


def sign_of(window: MainWindow, name: str) -> str:
    return next(sign for sign, button in window.overlay.marks.items() if button.objectName().startswith(name))


def test_every_target_in_sight_has_a_key(window: MainWindow, hands: Hands, asked: list[str]) -> None:
    hands.key("F1")

    assert window.overlay.isVisible()
    assert {button for button, _ in window.overlay.shown} == targets(window)


def test_a_target_without_a_key_of_its_own_is_pressed_by_its_letter(
    window: MainWindow, hands: Hands, asked: list[str]
) -> None:
    hands.key("F1")
    sign = sign_of(window, "customer.add")
    assert len(sign) == 1

    hands.type(sign.lower())

    assert asked == ["customer.add"]
    assert not window.overlay.isVisible()


def test_a_key_of_its_own_still_works(window: MainWindow, hands: Hands, asked: list[str]) -> None:
    hands.key("F1")
    hands.key("F4")

    assert asked == ["order.find"]
    assert not window.overlay.isVisible()


@pytest.mark.parametrize("key", ["Esc", "F1", "Enter"])
def test_it_ends_without_doing_anything(key: str, window: MainWindow, hands: Hands, asked: list[str]) -> None:
    hands.key("F1")
    hands.key(key)

    assert asked == []
    assert not window.overlay.isVisible()


def test_a_tap_ends_it_and_presses_nothing(window: MainWindow, hands: Hands, asked: list[str]) -> None:
    hands.key("F1")
    QTest.mouseClick(window.overlay, Qt.MouseButton.LeftButton)

    assert asked == []
    assert not window.overlay.isVisible()


def test_a_scan_goes_where_it_belongs(window: MainWindow, hands: Hands, asked: list[str]) -> None:
    scanned: list[str] = []
    window.code_scanned.connect(scanned.append)
    hands.key("F1")

    hands.scan("7038010009457")

    assert scanned == ["7038010009457"]
    assert not window.overlay.isVisible()


def test_on_a_sheet_its_own_targets_have_the_keys(window: MainWindow, hands: Hands, asked: list[str]) -> None:
    sheet = ShipSheet(window.theme, examples.SHIP, ())
    window.sale.open_sheet(sheet)
    hands.key("F1")

    assert {button for button, _ in window.overlay.shown} == targets(window)
    assert sheet.primary in window.overlay.marks.values()


def test_no_key_stands_for_two_things(window: MainWindow, hands: Hands, asked: list[str]) -> None:
    hands.key("F1")

    meanings: dict[str, set[str]] = {}
    for button, sign in window.overlay.shown:
        meanings.setdefault(sign, set()).add(
            button.objectName().split("@")[0].replace("customer.search", "customer")
        )
    assert {sign: names for sign, names in meanings.items() if len(names) > 1} == {}


def test_tabs_are_reached_by_the_keys_shown_on_them(
    window: MainWindow, hands: Hands, asked: list[str]
) -> None:
    hands.key("F1")
    assert window.overlay.marks["Ctrl+2"].objectName() == "page-1"

    hands.key("Ctrl+2")

    assert window.sale.pages.current == 1


def test_a_screen_reader_hears_what_the_keys_are(window: MainWindow, hands: Hands, asked: list[str]) -> None:
    hands.key("F1")

    assert "F4: " in window.overlay.accessibleDescription()


def test_a_target_that_goes_meanwhile_is_neither_painted_nor_pressed(
    window: MainWindow, hands: Hands, asked: list[str]
) -> None:
    hands.key("F1")
    sign = sign_of(window, "customer.add")

    view = examples.HYBRID
    window.show_sale(replace(view, pages=(replace(view.pages[0], buttons=view.pages[0].buttons[:1]),)))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.grab()
    hands.type(sign.lower())

    assert not window.overlay.isVisible()
    assert asked == []
