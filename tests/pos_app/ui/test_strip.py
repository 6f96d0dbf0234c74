"""The message strip keeps its buttons: a message makes no widget and leaves none behind."""

import sys

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.ui.main_window import MainWindow
from pos_app.ui.strip import StripButton
from pos_app.views import ButtonView, Severity, StripView
from tests.pos_app.ui.hands import Hands

UNDO = ButtonView("Undo", "cart.undo", key="Ctrl+Z")
AGAIN = ButtonView("Print again", "receipt.print", {"transaction": "t-1"})
MESSAGES = 60


def in_sight(window: MainWindow) -> list[str]:
    return [
        button.text()
        for button in window.sale.strip.findChildren(StripButton)
        if button.isVisibleTo(window.sale.strip)
    ]


def test_a_message_offers_its_own_actions_and_no_earlier_ones(window: MainWindow, hands: Hands) -> None:
    strip = window.sale.strip

    strip.show_message(StripView(Severity.WARNING, "No paper.", (AGAIN, UNDO)))
    assert in_sight(window) == ["Print again", "Undo"]
    strip.show_message(StripView(Severity.OK, "Added.", (UNDO,)))
    assert in_sight(window) == ["Undo"]
    strip.clear()
    assert in_sight(window) == []


def test_a_button_does_what_its_message_says_now(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.sale.strip
    strip.show_message(StripView(Severity.OK, "Added.", (UNDO,)))
    strip.show_message(StripView(Severity.WARNING, "No paper.", (AGAIN,)))
    button = next(each for each in strip.findChildren(StripButton) if each.isVisibleTo(strip))

    with qtbot.waitSignal(strip.operation_requested) as wanted:
        button.click()

    assert wanted.args == ["receipt.print", {"transaction": "t-1"}]


def test_messages_make_no_widgets_and_keep_no_references_to_none(window: MainWindow) -> None:
    """Of every widget that was shown and is gone Qt for Python keeps a dozen references to None."""
    strip = window.sale.strip
    strip.show_message(StripView(Severity.OK, "Added.", (UNDO,)))
    QApplication.processEvents()
    widgets, nones = len(QApplication.allWidgets()), sys.getrefcount(None)

    for number in range(MESSAGES):
        strip.show_message(StripView(Severity.OK, f"Added {number}.", (UNDO,)))
        QApplication.processEvents()

    assert len(QApplication.allWidgets()) == widgets
    assert sys.getrefcount(None) - nones < 2 * MESSAGES
