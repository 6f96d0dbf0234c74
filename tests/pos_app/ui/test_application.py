"""What the program does before and around its window."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.resources import resource
from pos_app.ui import application
from pos_app.ui.application import Splash, keep_open_on_faults, make_application
from pos_app.ui.theme import Theme

ICONS = Path(str(resource("icons")))


def test_fonts_come_with_the_program(theme: Theme) -> None:
    for role in theme.size.fonts:
        assert QFontInfo(theme.font(role)).family() == "Inter"


def test_figures_have_one_width(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font("line", figures=True))

    assert metrics.horizontalAdvance("111.11") == metrics.horizontalAdvance("888.88")


def test_zones_and_type_scale_are_those_of_the_specification() -> None:
    size = Theme().size

    assert size.zones["totals"] == (8, 612, 546, 148)
    assert size.zones["numpad"][2:] == (4 * 67 + 3 * 8, 4 * 64 + 3 * 8)
    assert size.zones["grid"][2:] == (3 * 160 + 2 * 8, 7 * 80 + 6 * 8)
    assert size.zones["lines"][3] // size.line_height == 7
    assert size.fonts["amount"] == (40, "bold")


def test_every_icon_is_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    for file in ICONS.glob("*.svg"):
        image = theme.icon(file.stem, "danger", 24).toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() == 255
        }

        assert colours == {theme.colours["danger"].lower()}, file.stem


def test_icons_and_fonts_carry_their_licences() -> None:
    assert "MIT License" in resource("icons", "LICENSE").read_text("utf-8")
    assert "SIL Open Font License" in resource("fonts", "OFL.txt").read_text("utf-8")


def test_second_application_is_the_first(qapp: QApplication) -> None:
    app, _ = make_application(["kassa"])

    assert app is qapp


def test_fault_nobody_foresaw_is_said_and_the_window_stays(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    keep_open_on_faults(said.append)

    fault = ZeroDivisionError("cents")
    sys.excepthook(ZeroDivisionError, fault, None)

    assert said == [
        "Something went wrong. The sale is kept. Go on; if it happens again, restart the register."
    ]
    assert "ZeroDivisionError" in caplog.text


def test_interrupt_is_not_a_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    keep_open_on_faults(said.append)

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert said == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_splash_shows_only_when_it_takes_longer_than_a_second(theme: Theme, qtbot: QtBot) -> None:
    assert application.SPLASH_MS == 1000
    splash = Splash(theme)
    qtbot.add_widget(splash)
    at_once = splash.isVisible()

    qtbot.wait_until(splash.isVisible)
    splash.end()

    assert not at_once
    assert not splash.isVisible()


def test_refusing_splash_leaves_where_nobody_can_read_it(theme: Theme, qtbot: QtBot) -> None:
    splash = Splash(theme)
    qtbot.add_widget(splash)

    with qtbot.wait_signal(splash.left):
        splash.refuse("This register is not enrolled.")

    assert splash.accessibleName() == "This register is not enrolled."


def test_layout_file_names_each_key_once() -> None:
    layout = json.loads(resource("layouts", "standard.json").read_text("utf-8"))
    keys = [button["key"] for page in layout["grids"] for button in page["buttons"] if "key" in button]

    assert len(keys) == len(set(keys))
    assert all(
        set(button["text"]) == {"en", "nb", "nl"} for page in layout["grids"] for button in page["buttons"]
    )
