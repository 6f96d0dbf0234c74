"""Every state can be walked by Tab: few stops, none a trap, the focus always in sight, in the order of the work."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.appearance import Appearance
from pos_app.ui.main_window import MainWindow
from tests.pos_app.ui.hands import Hands
from tests.pos_app.ui.states import STATES, leave
from tests.pos_app.ui.structure import SCREENS
from tests.ux.lint import place, said
from tests.ux.walk import Stop, focus_faults, picture, stop_faults, walk


@pytest.mark.parametrize("canvas", SCREENS, ids=str)
def test_every_state_can_be_walked(canvas: tuple[int, int], window: MainWindow, hands: Hands) -> None:
    window.resize(*canvas)
    found = {}
    for name, arrange in STATES.items():
        arrange(window)
        QApplication.processEvents()
        stops = walk(window, hands, looking=False)
        found[name] = list(stop_faults(window, stops, hands))
        leave(window)

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("theme_name", "first"), [("light", 0), ("dark", 1)])
def test_the_focus_is_seen_at_every_stop(
    theme_name: str, first: int, window: MainWindow, hands: Hands
) -> None:
    """Pictures are dear: each state is looked at in one theme, every other one in the dark."""
    window.wear(Appearance(theme_name))
    found = {}
    for name, arrange in list(STATES.items())[first::2]:
        arrange(window)
        QApplication.processEvents()
        found[name] = list(focus_faults(window, walk(window, hands)))
        leave(window)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_stops_of_the_sale_are_in_the_order_of_the_work(window: MainWindow, hands: Hands) -> None:
    STATES["plain"](window)
    sale = window.sale
    zones = [sale.input, sale.receipt.table, sale.receipt, sale.numpad, sale.tender, sale.pages.grid,
             sale.pages.tabs, sale.header, sale.customer]  # fmt: skip
    stops = [stop.widget for stop in walk(window, hands, looking=False)]
    start = stops.index(sale.input)
    visited = [*stops[start:], *stops[:start]]

    assert len(visited) == len(zones)
    assert all(
        zone is stop or (zone is not None and zone.isAncestorOf(stop))
        for zone, stop in zip(zones, visited, strict=True)
    )


def test_a_focus_that_nobody_sees_is_rejected(qtbot: QtBot) -> None:
    frame = QWidget()
    frame.setFixedSize(300, 200)
    qtbot.add_widget(frame)
    button = QPushButton("Quiet", frame)
    button.setGeometry(20, 20, 100, 60)
    button.setStyleSheet("QPushButton { background: #ffffff; border: 1px solid #444444; outline: none; }")
    frame.show()
    before = picture(frame)
    button.setFocus()

    assert list(focus_faults(frame, [Stop(button, place(button, frame), before, picture(frame))])) == [
        "QPushButton 'Quiet' does not show that it has the focus"
    ]


def test_a_trap_is_rejected(window: MainWindow, hands: Hands) -> None:
    STATES["plain"](window)
    stops = walk(window, hands, looking=False)

    assert list(stop_faults(window, [], hands)) == ["Tab leads nowhere"]
    assert list(stop_faults(window, stops[1:2], hands)) == [f"Tab stays at {said(stops[1].widget)}"]
    assert list(stop_faults(window, stops * 2, hands)) == ["Tab has more than 15 stops"]
