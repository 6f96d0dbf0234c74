"""A state looks the same whenever it is shown: nothing of what was shown before stays on the screen."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from pos_app.ui.main_window import MainWindow
from tests.pos_app.ui.states import STATES, leave
from tests.ux.pictures import SHARE_MAX, share_that_differs
from tests.ux.walk import picture


def drawn(window: MainWindow, names: list[str]) -> dict[str, QImage]:
    found = {}
    for name in names:
        STATES[name](window)
        QApplication.processEvents()
        found[name] = picture(window)
        leave(window)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def test_every_state_looks_the_same_after_any_other(window: MainWindow) -> None:
    first = drawn(window, list(STATES))
    again = drawn(window, list(reversed(STATES)))

    shares = {name: share_that_differs(first[name], again[name]) for name in STATES}
    assert {name: share for name, share in shares.items() if share > SHARE_MAX} == {}


@pytest.mark.parametrize(
    ("colour", "width", "is_seen"),
    [("#ffffff", 40, True), ("#ffffff", 3, False), ("#aeb0b2", 40, False)],
    ids=["a-patch", "a-speck", "a-shade"],
)
def test_a_picture_that_differs_is_rejected(colour: str, width: int, is_seen: bool) -> None:
    one = QImage(400, 300, QImage.Format.Format_RGB32)
    one.fill(QColor("#a8acb0"))
    other = one.copy()
    painter = QPainter(other)
    painter.fillRect(10, 10, width, 40, QColor(colour))
    painter.end()

    assert (share_that_differs(one, other) > SHARE_MAX) is is_seen
