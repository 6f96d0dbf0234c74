"""The main states stand as they were kept; see `structure` for how they are renewed."""

import json

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.appearance import PLAIN
from pos_app.ui.main_window import MainWindow
from pos_app.ui.theme import Theme, apply_theme
from tests.pos_app.ui.hands import Hands
from tests.pos_app.ui.structure import SCREENS, differences, kept_file, structures


@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_main_states_stand_as_kept(canvas: tuple[int, int], theme: Theme, qapp: QApplication, hands: Hands,
                                   qtbot: QtBot) -> None:  # fmt: skip
    own = Theme(PLAIN, canvas)
    apply_theme(qapp, own)
    window = MainWindow(own, hands.clock_ms)
    qtbot.add_widget(window)
    window.show()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)

    kept, now = json.loads(kept_file(canvas).read_text("utf-8")), structures(window)
    window.close()
    apply_theme(qapp, theme)

    assert list(kept) == list(now)
    assert {
        name: differences(kept[name], now[name]) for name in now if differences(kept[name], now[name])
    } == {}


def test_what_is_gone_new_or_moved_is_named() -> None:
    one = {"class": "FaceButton", "name": "Cash", "role": "Button", "text": "Cash", "at": [0, 0, 100, 64]}
    card = one | {"name": "Card", "text": "Card"}

    assert differences([one], [one | {"at": [3, 0, 100, 64]}]) == []
    assert differences([one], [one | {"at": [4, 0, 100, 64]}])[0].startswith("moved from [0, 0, 100, 64]")
    assert [each[:4] for each in differences([one], [card])] == ["new:", "gone"]
