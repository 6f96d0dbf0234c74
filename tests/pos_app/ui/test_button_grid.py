"""The grid is a pure function of its data: buttons in, the one pressed out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pos_app.ui.button_grid import ButtonGridView, GridPages
from pos_app.ui.theme import Theme
from pos_app.views import ButtonView, GridPageView
from tests.pos_app.ui import examples

VOID_LINE = ButtonView("Void", "line.void", {"reason": "mistake"}, "void", "Del")
SYNC_NOW = ButtonView("Sync", "sync.now", column=1, why_not="The agent is not run by this register.")
WIDE = ButtonView("Conclude", "transaction.conclude", row=1, width=2)


@pytest.fixture
def grid(theme: Theme, qtbot: QtBot) -> ButtonGridView:
    view = ButtonGridView(theme, [VOID_LINE, SYNC_NOW, WIDE], 2, 2)
    view.resize(328, 168)
    qtbot.add_widget(view)
    view.show()
    return view


def button(grid: ButtonGridView, name: str) -> QPushButton:
    found = grid.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), f"no button named {name}"
    return found


def test_press_gives_the_operation_with_its_params(grid: ButtonGridView, qtbot: QtBot) -> None:
    with qtbot.wait_signal(grid.pressed) as pressed:
        QTest.mouseClick(button(grid, "line.void@0,0"), Qt.MouseButton.LeftButton)

    assert pressed.args == [VOID_LINE]


def test_unavailable_button_is_pressed_with_its_reason(grid: ButtonGridView, qtbot: QtBot) -> None:
    with qtbot.wait_signal(grid.pressed) as pressed:
        QTest.mouseClick(button(grid, "sync.now@0,1"), Qt.MouseButton.LeftButton)

    assert pressed.args[0].why_not == "The agent is not run by this register."
    assert "not run by this register" in button(grid, "sync.now@0,1").accessibleDescription()


def test_button_may_span_cells(grid: ButtonGridView) -> None:
    assert button(grid, "transaction.conclude@1,0").geometry().getRect() == (0, 88, 328, 80)


def test_page_with_the_same_places_keeps_its_buttons(theme: Theme, qtbot: QtBot) -> None:
    pages = GridPages(theme)
    qtbot.add_widget(pages)
    pages.show_pages(examples.PAGES)
    before = pages.findChild(QPushButton, "order.ship_all@0,0")

    first = examples.ORDERS.buttons[0]
    changed = replace(first, why_not="There is nothing to deliver.")
    page = GridPageView("Orders", (changed, *examples.ORDERS.buttons[1:]))
    pages.show_pages((page, *examples.PAGES[1:]))

    after = pages.findChild(QPushButton, "order.ship_all@0,0")
    assert after is before
    assert isinstance(after, QPushButton)
    assert "nothing to deliver" in after.accessibleDescription()


def test_other_places_make_other_buttons(theme: Theme, qtbot: QtBot) -> None:
    pages = GridPages(theme)
    qtbot.add_widget(pages)
    pages.show_pages(examples.PAGES)

    pages.show_pages((examples.SALE,))

    assert pages.grid is not None
    assert pages.grid.stops[0].objectName() == "product.search@0,0"
    assert len(pages.tabs.stops) == 1
