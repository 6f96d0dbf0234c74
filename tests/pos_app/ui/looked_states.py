"""States of the window as a visual profile of headquarters has it: its pictures, its header, its row under Display."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication

from pos_app.ui.main_window import MainWindow
from pos_app.views import Screen
from retail.looks import NO_LOOK, Look
from tests.pos_app.ui import examples as plain
from tests.ux.worded import Worded, worded

examples = Worded(plain)
WAIT_MS, ROUNDS = 1000, 5
"""Pictures are read beside the window; what cannot be read in so long is not in sight."""
HOUSE = Look("House", header_light="#FFD667", header_dark="#4A3FA8", sign_in_box="right", show_date=True)
HOUSE_TOO = Look("House", header_light="#4A3FA8", header_dark="#FFD667", show_date=True)


@cache
def files() -> tuple[str, str]:
    """A logo, and a picture of many colours for behind it."""
    folder = Path(tempfile.mkdtemp(prefix="kassa-looks-"))
    logo = QImage(360, 90, QImage.Format.Format_ARGB32)
    logo.fill(QColor("#7A1FA2"))
    behind = QImage(640, 360, QImage.Format.Format_RGB32)
    painter = QPainter(behind)
    colours = QLinearGradient(0, 0, 640, 360)
    for place, colour in enumerate(("#101820", "#F3F6FA", "#0A6B3B", "#FFD667")):
        colours.setColorAt(place / 3, QColor(colour))
    painter.fillRect(behind.rect(), colours)
    painter.end()
    for name, image in (("logo", logo), ("behind", behind)):
        image.save(str(folder / name), "PNG")  # type: ignore[call-overload]  # its stubs want bytes
    return str(folder / "logo"), str(folder / "behind")


def _sign_in(window: MainWindow) -> None:
    window.dress(HOUSE)
    window.show_sale(replace(examples.EMPTY, screen=Screen.SIGN_IN))
    window.show_sign_in(examples.SIGN_IN)
    window.sign_in.choose("000160")
    brand = window.sign_in.brand
    brand.show_files(files())
    window.sign_in.grab()
    for _ in range(ROUNDS):
        if brand.is_waiting:
            QThreadPool.globalInstance().waitForDone(WAIT_MS)
            QApplication.processEvents()


def _sale(window: MainWindow) -> None:
    window.dress(HOUSE_TOO)
    window.show_sale(worded(plain.HYBRID))


def undress(window: MainWindow) -> None:
    """Look as without a profile again."""
    window.dress(NO_LOOK)
    window.sign_in.brand.show_files(("", ""))


LOOKED: Mapping[str, Callable[[MainWindow], None]] = {
    "sign-in-of-profile": _sign_in,
    "sale-of-profile": _sale,
}
