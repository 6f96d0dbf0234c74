"""The totals: small facts at the left, one amount at the right, and the sentence that explains it."""

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.buttons import RADIUS
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import TotalsView

ANNOUNCE_MS = 1000
AMOUNT_MIN = 40
FACTS_MAX = 4


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

    @property
    def amount(self) -> str:
        """The amount shown."""
        return self._view.amount if self._view else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint facts, sentence, caption and amount."""
        theme, view = self._theme, self._view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("app"))
        done = view is not None and view.celebrate
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("ok_text" if done else "divider"), 2 if done else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if view is not None:
            self._paint_amount(painter, view)
            self._paint_facts(painter, view)
        painter.end()

    def _paint_amount(self, painter: QPainter, view: TotalsView) -> None:
        theme = self._theme
        right = self.width() - 16
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        above, below = theme.line("strong") + 4, theme.line("secondary") + 2
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("ok_text" if view.celebrate else "text_secondary"))
        painter.drawText(QRect(0, 10, right, above), aligned, view.caption)
        painter.setPen(theme.colour("text"))
        left = self._facts_width(view) + 32
        font = theme.font("amount", figures=True)
        while (
            QFontMetrics(font).horizontalAdvance(view.amount) > right - left and font.pixelSize() > AMOUNT_MIN
        ):
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        high = self._sentence_top() - 10 - above - below
        painter.drawText(QRect(0, 10 + above, right, high), aligned, view.amount)
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text_secondary"))
        words = f"{view.currency}  {view.of_total}".strip()
        painter.drawText(QRect(0, 10 + above + high, right, below), aligned, words)

    def _sentence_top(self) -> int:
        return self.height() - self._theme.line("secondary") - 15

    def _facts_width(self, view: TotalsView) -> int:
        metrics = QFontMetrics(self._theme.font("secondary"))
        widths = [metrics.horizontalAdvance(f"{fact.label}{fact.value}") for fact in view.facts[:FACTS_MAX]]
        return max([*widths, 0]) + 24 if widths else 0

    def _paint_facts(self, painter: QPainter, view: TotalsView) -> None:
        theme = self._theme
        painter.setFont(theme.font("secondary"))
        high = (self._sentence_top() - 12) // FACTS_MAX
        wide = max(self._facts_width(view), min(230, self.width() // 3))
        for row, fact in enumerate(view.facts[:FACTS_MAX]):
            place = QRect(16, 8 + row * high, wide, high)
            painter.setPen(theme.colour("text_secondary"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fact.label)
            painter.setPen(theme.colour("text"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, fact.value)
        if view.sentence:
            top = self._sentence_top()
            painter.setPen(theme.colour("divider"))
            painter.drawLine(16, top, self.width() - 16, top)
            painter.setPen(theme.colour("text"))
            room = QRect(16, top + 2, self.width() - 32, self.height() - top - 6)
            shown = painter.fontMetrics().elidedText(view.sentence, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
