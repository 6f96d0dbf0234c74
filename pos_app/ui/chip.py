"""A chip: a short state in a rounded field, such as a customer's number or *Pending sync*."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Theme

ICON = 18


class Chip(QWidget):
    """Only read; what waits has the hourglass before it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._waits = False
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, *, waits: bool) -> None:
        """Say this."""
        self.text, self._waits = text, waits
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        wide = QFontMetrics(self._theme.font("secondary")).horizontalAdvance(self.text)
        return QSize(wide + (44 if self._waits else 20), self._theme.line("secondary") + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the hourglass and the words."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("alt"))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("secondary"))
        room = self.rect()
        if self._waits:
            painter.drawPixmap(10, (self.height() - ICON) // 2, theme.icon("waiting", "text", ICON))
            room = room.adjusted(24, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()
