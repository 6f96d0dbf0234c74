"""The window's fixtures: its theme once, and a window whose keys have a time of their own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.ui.main_window import MainWindow
from pos_app.ui.theme import Theme, apply_theme, load_theme
from tests.pos_app.ui.hands import Hands


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    made = load_theme()
    apply_theme(qapp, made)
    return made


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def window(theme: Theme, hands: Hands, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(theme, hands.clock_ms)
    qtbot.add_widget(made)
    hands.window = made
    made.show()
    made.activateWindow()
    qtbot.wait_until(made.isActiveWindow)
    yield made
    made.close()
