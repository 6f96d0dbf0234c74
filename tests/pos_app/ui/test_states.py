"""Every state of the window passes every lint, and every lint has an example that it rejects."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.buttons import FaceButton
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sizes import table
from pos_app.ui.theme import Theme
from pos_app.views import SyncView
from tests.pos_app.ui import examples
from tests.pos_app.ui.colours import contrast, contrast_faults
from tests.pos_app.ui.lint import (
    clip_faults,
    lint,
    name_faults,
    overlap_faults,
    stray_faults,
    target_faults,
)
from tests.pos_app.ui.states import STATES


@pytest.mark.parametrize("state", STATES)
def test_state_has_no_fault(state: str, window: MainWindow, qtbot: QtBot) -> None:
    STATES[state](window)
    qtbot.wait(1)

    assert lint(window) == []


@pytest.mark.parametrize("sync", examples.SYNCS, ids=lambda sync: sync.state)
def test_sync_text_fits_its_fixed_place(sync: SyncView, window: MainWindow, theme: Theme) -> None:
    window.show_sale(replace(examples.EMPTY, header=replace(examples.HEADER, sync=sync)))

    indicator = window.sale.header.sync
    metrics = indicator.fontMetrics().horizontalAdvance(sync.text)
    assert indicator.width() == 272
    assert metrics <= indicator.width() - 52
    assert indicator.accessibleName() == f"Sync: {sync.text}"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_tokens_keep_their_contrast(name: str) -> None:
    colours, floors = table(name)["colours"], table("contrast")["floors"]

    assert list(contrast_faults(colours, floors)) == []


def test_contrast_is_computed_as_the_specification_does() -> None:
    assert round(contrast("#14181F", "#EEF1F5"), 2) == 15.71
    assert round(contrast("#FFFFFF", "#0B5CAD"), 2) == 6.67


def test_pale_token_is_rejected() -> None:
    faults = list(contrast_faults({"text": "#9a9a9a", "surface": "#FFFFFF"}, [("text", "surface", 4.5)]))

    assert faults == ["text on surface has a contrast of 2.81; at least 4.5 is needed"]


@pytest.fixture
def frame(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setFixedSize(400, 300)
    qtbot.add_widget(made)
    return made


def test_stray_window_is_rejected(frame: QWidget, qtbot: QtBot) -> None:
    stray = QPushButton("Lost")
    qtbot.add_widget(stray)
    frame.show()
    stray.show()

    assert list(stray_faults(frame)) == ["QPushButton 'Lost' is a window of its own"]


def test_small_target_is_rejected(frame: QWidget) -> None:
    QPushButton("Tiny", frame).setGeometry(0, 0, 43, 60)
    frame.show()

    assert list(target_faults(frame)) == ["QPushButton 'Tiny' is 43 x 60; a target is at least 44 x 44"]


def test_small_primary_target_is_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "7", "pad", frame).setGeometry(0, 0, 60, 60)
    frame.show()

    assert list(target_faults(frame)) == ["FaceButton '7' is 60 x 60; a primary target is at least 64 x 56"]


def test_crowded_targets_are_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "7", "pad", frame).setGeometry(0, 0, 70, 60)
    FaceButton(theme, "8", "pad", frame).setGeometry(75, 0, 70, 60)
    frame.show()

    assert list(target_faults(frame)) == ["FaceButton '7' and FaceButton '8' are less than 8 px apart"]


def test_overlap_is_rejected(frame: QWidget) -> None:
    QPushButton("One", frame).setGeometry(0, 0, 100, 60)
    QPushButton("Two", frame).setGeometry(50, 30, 100, 60)
    frame.show()

    assert list(overlap_faults(frame)) == ["QPushButton 'One' overlaps QPushButton 'Two'"]


def test_target_outside_the_window_is_rejected(frame: QWidget) -> None:
    QPushButton("Gone", frame).setGeometry(350, 0, 100, 60)
    frame.show()

    assert "QPushButton 'Gone' lies outside the window" in list(overlap_faults(frame))


def test_clipped_button_is_rejected(frame: QWidget, theme: Theme) -> None:
    FaceButton(theme, "Leverings·methode wijzigen", "role-order", frame).setGeometry(0, 0, 90, 80)
    frame.show()

    assert list(clip_faults(frame)) == ["FaceButton 'Leverings·methode wijzigen' does not fit in 90 x 80"]


def test_clipped_label_is_rejected(frame: QWidget) -> None:
    QLabel("A sentence that is far too long for its place", frame).setGeometry(0, 0, 80, 20)
    frame.show()

    assert len(list(clip_faults(frame))) == 1


def test_nameless_target_is_rejected(frame: QWidget) -> None:
    frame.setObjectName("frame")
    QLineEdit(frame).setGeometry(0, 0, 100, 60)
    frame.show()

    assert list(name_faults(frame)) == ["QLineEdit '' in frame has no name"]


def test_neighbours_of_one_name_are_rejected(frame: QWidget) -> None:
    for left in (0, 120):
        QPushButton("New", frame).setGeometry(left, 0, 100, 60)
    frame.show()

    assert list(name_faults(frame)) == ["QPushButton 'New' has the name of its neighbour, New"]
