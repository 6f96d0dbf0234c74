"""Draws docs/screens: every main screen in three sizes and both themes, one language a size.

`python -m tests.ux.contact_sheet` draws them again; then look at them.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from pos_app.appearance import Appearance
from pos_app.ui.application import make_application
from pos_app.ui.main_window import MainWindow
from pos_app.ui.texts import speak
from tests.pos_app.ui.states import STATES, leave

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "screens"
SHOWN = (((1024, 768), "nb"), ((1366, 768), "en"), ((1920, 1080), "nl"))
THEMES = ("light", "dark")
HIGH, GAP = 268, 10
LEFT_OUT = frozenset({"sign-in-refused", "multiplier", "page-next-part", "unknown-code", "ship-refused", "no-customer",
                      "plain", "reason", "question", "price-question", "sync-centre-technical",
                      "health-looking", "scanner-test-slow", "card-unclear", "cancel-refused", "return-no-shipping",
                      "return-number", "return-of-sale", "return-serials", "no-work",
                      "steered-deposit", "find-quote", "payment-rest", "new-customer-of-several",
                      "sync-centre-received", "discard", "quote-expiry", "payments", "page-sale",
                      "display-of-profile"})  # fmt: skip
"""States that look like another one but for a line."""
HEAD = """\
# What the register looks like

Every main screen at 1024 x 768 in Norwegian, 1366 x 768 in English and 1920 x 1080 in Dutch, in the light theme above
and the dark one below. The goods and people are examples; the words around them are the window's own. Drawn by
`python -m tests.ux.contact_sheet`, smaller than they are.

"""


def sheets() -> Iterator[tuple[str, QImage]]:
    """One picture a screen, by name."""
    app, theme = make_application(sys.argv[:1])
    window = MainWindow(theme, lambda event: event.timestamp())
    window.show()
    names = [name for name in STATES if name not in LEFT_OUT]
    parts: dict[str, list[QImage]] = {name: [] for name in names}
    for theme_name in THEMES:
        for canvas, language in SHOWN:
            window.wear(Appearance(theme_name))
            window.resize(*canvas)
            speak(language)
            app.processEvents()
            for name in names:
                STATES[name](window)
                app.processEvents()
                parts[name].append(_small(window))
                leave(window)
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speak("en")
    window.close()
    for name, pictures in parts.items():
        yield name, _together(pictures)


def _small(window: MainWindow) -> QImage:
    picture = window.grab().toImage()
    return picture.scaledToHeight(HIGH, Qt.TransformationMode.SmoothTransformation)


def _together(pictures: list[QImage]) -> QImage:
    rows = [pictures[: len(SHOWN)], pictures[len(SHOWN) :]]
    wide = sum(each.width() for each in rows[0]) + GAP * (len(rows[0]) + 1)
    sheet = QImage(wide, 2 * HIGH + 3 * GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808890"))
    painter = QPainter(sheet)
    for number, row in enumerate(rows):
        left = GAP
        for each in row:
            painter.drawImage(QRect(left, GAP + number * (HIGH + GAP), each.width(), HIGH), each)
            left += each.width() + GAP
    painter.end()
    return sheet.convertToFormat(
        QImage.Format.Format_Indexed8, _palette(sheet), Qt.ImageConversionFlag.ThresholdDither
    )


def _palette(picture: QImage) -> list[int]:
    """The 256 colours that most of the picture is made of, near ones taken together."""
    pixels = memoryview(picture.constBits()).cast("I")
    groups: dict[int, tuple[int, int]] = {}
    for colour, count in Counter(pixels).most_common():
        group = colour & 0xF8F8F8
        first, sum_of = groups.get(group, (colour, 0))
        groups[group] = (first, sum_of + count)
    common = sorted(groups.values(), key=lambda group: -group[1])[:256]
    return [first | 0xFF000000 for first, _ in common]


def draw() -> None:
    """Draw every sheet and the page that shows them."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    page = HEAD
    for name, picture in sheets():
        picture.save(str(FOLDER / f"{name}.png"))
        page += f"## {name.replace('-', ' ').capitalize()}\n\n![{name}]({name}.png)\n\n"
    (FOLDER / "README.md").write_text(page.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw()
