"""A PIN as dots and the keys to type it; the digits are never shown and never leave but by `entered`."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone

PIN_MAX = 8


class Dots(QWidget):
    """One dot per digit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self.setFixedHeight(64)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Draw so many dots."""
        self._count = count
        self.setAccessibleName(tr("PIN, {count} digits typed", count=count))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_count(self._count)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self._count == 0:
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.colour("text_secondary"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("PIN"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("text"))
        left = self.width() / 2 - (self._count - 1) * 13
        for position in range(self._count):
            painter.drawEllipse(QRectF(left + position * 26 - 8, self.height() / 2 - 8, 16, 16))
        painter.end()


class PinPad(Zone):
    """Digits, erase and OK; OK gives the PIN away and forgets it."""

    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, narrow: bool = False) -> None:
        super().__init__(parent)
        self._pin = ""
        key_width = 72 if narrow else 88
        self.dots = Dots(theme)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.gap)
        outer.addWidget(self.dots)
        keys = QGridLayout()
        keys.setSpacing(theme.gap)
        outer.addLayout(keys)
        for position, name in enumerate(("7", "8", "9", "4", "5", "6", "1", "2", "3", "erase", "0", "OK")):
            key = FaceButton(theme, "" if name == "erase" else name, "pad-enter" if name == "OK" else "pad")
            key.setFixedSize(key_width, 64)
            key.setObjectName(f"pin-{name}")
            if name == "erase":
                key.icon_name = "backspace"
                self._erase = key
            key.clicked.connect(lambda checked=False, name=name: self._press(name))
            keys.addWidget(key, position // 3, position % 3)
            self.stops.append(key)
        self.setFixedWidth(3 * key_width + 2 * theme.gap)
        self._reword()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        self._erase.setAccessibleName(tr("Erase"))

    def type_text(self, text: str) -> None:
        """Add digits; anything else is ignored, and so is a ninth one."""
        self._pin = (self._pin + "".join(sign for sign in text if sign.isascii() and sign.isdigit()))[
            :PIN_MAX
        ]
        self.dots.show_count(len(self._pin))

    def erase(self) -> None:
        """Take one digit back."""
        self._pin = self._pin[:-1]
        self.dots.show_count(len(self._pin))

    def take(self) -> str:
        """Give the PIN away and forget it."""
        pin, self._pin = self._pin, ""
        self.dots.show_count(0)
        return pin

    def _press(self, name: str) -> None:
        if name == "erase":
            self.erase()
        elif name == "OK":
            self.entered.emit(self.take())
        else:
            self.type_text(name)
