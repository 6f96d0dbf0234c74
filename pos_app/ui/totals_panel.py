"""The totals: small facts at the left, one amount at the right, and the sentence that explains it."""

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.buttons import RADIUS
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import TotalsView

ANNOUNCE_MS = 1000


class TotalsPanel(QWidget):
    """Readable from two metres; the amount never moves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: TotalsView | None = None
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.setInterval(ANNOUNCE_MS)
        self._speak.timeout.connect(lambda: announce(self, self.accessibleName()))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_totals(self, view: TotalsView) -> None:
        """Draw these totals; the amount is said at most once a second."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(tr("{caption} {amount} {currency}", caption=view.caption, amount=view.amount,
                                  currency=view.currency))  # fmt: skip
        self.setAccessibleDescription(view.sentence)
        if not self._speak.isActive():
            self._speak.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint facts, sentence, caption and amount."""
        theme, view = self._theme, self._view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("app"))
        done = view is not None and view.celebrate
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("ok" if done else "divider"), 2 if done else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if view is not None:
            self._paint_amount(painter, view)
            self._paint_facts(painter, view)
        painter.end()

    def _paint_amount(self, painter: QPainter, view: TotalsView) -> None:
        theme = self._theme
        right = self.width() - 16
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ok" if view.celebrate else "text_secondary"))
        painter.drawText(QRect(0, 10, right, 26), aligned, view.caption)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("amount", figures=True))
        painter.drawText(QRect(0, 36, right, 52), aligned, view.amount)
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text_secondary"))
        painter.drawText(QRect(0, 88, right, 22), aligned, f"{view.currency}  {view.of_total}".strip())

    def _paint_facts(self, painter: QPainter, view: TotalsView) -> None:
        theme = self._theme
        painter.setFont(theme.font("secondary"))
        for row, fact in enumerate(view.facts[:4]):
            top = 10 + row * 24
            painter.setPen(theme.colour("text_secondary"))
            painter.drawText(QRect(16, top, 130, 24), Qt.AlignmentFlag.AlignVCenter, fact.label)
            painter.setPen(theme.colour("text"))
            painter.drawText(QRect(16, top, 230, 24), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                             fact.value)  # fmt: skip
        if view.sentence:
            painter.setPen(theme.colour("divider"))
            painter.drawLine(16, 112, self.width() - 16, 112)
            painter.setPen(theme.colour("text"))
            room = QRect(16, 114, self.width() - 32, 30)
            shown = painter.fontMetrics().elidedText(view.sentence, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
