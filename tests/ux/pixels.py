"""What a picture of the window says: the contrast that words really have where they are painted."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from pos_app.ui.buttons import FaceButton
from tests.ux.colours import contrast
from tests.ux.lint import is_scrolled_away, place, said

TEXT, DISABLED = 4.5, 3.0
INSET = 6
"""Edges and the focus ring are not words. Every second row is enough to meet the letters."""


def pixel_faults(window: QWidget) -> Iterator[str]:
    """The most common colour of a widget is its ground, the one that differs most from it is its words."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    wide = image.bytesPerLine() // 4
    for widget in _worded(window):
        box = place(widget, window).adjusted(INSET, INSET, -INSET, -INSET).intersected(window.rect())
        if isinstance(widget, QLabel):
            box = place(widget, window).intersected(window.rect())
        seen = Counter[int]()
        for row in range(box.top(), box.bottom() + 1, 2):
            seen.update(pixels[row * wide + box.left() : row * wide + box.right() + 1])
        if not seen:
            continue
        colours = [f"#{each & 0xFFFFFF:06x}" for each, _ in seen.most_common()]
        found = max(contrast(colours[0], each) for each in colours)
        off = not widget.isEnabled() or (isinstance(widget, FaceButton) and bool(widget.why_not))
        floor = DISABLED if off else TEXT
        if found < floor:
            yield f"{said(widget)} is painted with a contrast of {found:.2f}; at least {floor} is needed"


def _worded(window: QWidget) -> list[QWidget]:
    shown: list[QWidget] = [
        *(each for each in window.findChildren(FaceButton) if each.text()),
        *(each for each in window.findChildren(QLabel) if each.text()),
        *(each for each in window.findChildren(QLineEdit) if each.text() or each.placeholderText()),
    ]
    return [each for each in shown if each.isVisible() and not is_scrolled_away(each)]
