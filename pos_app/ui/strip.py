"""The message strip: one line, always in its place, the newest message wins."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.button_grid import short_key
from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.texts import said, tr
from pos_app.ui.theme import Theme
from pos_app.views import ButtonView, Severity, StripView
from retail.messages import phrase

SHOWN_MS = 6000
ACTIONS_MAX = 2
NOTHING = ButtonView("", "")
LOOKS = {
    Severity.OK: ("ok", "surface", "text", "ok_text", phrase("OK")),
    Severity.INFO: ("info", "surface", "text", "link", phrase("Note")),
    Severity.WARNING: ("alert", "warning", "on_warning", "on_warning", phrase("Warning")),
    Severity.ERROR: ("alert", "surface", "text", "danger_text", phrase("Not done")),
}


class StripButton(FaceButton):
    """A button on the strip: the finger gets 44 px, the face stays within the line.

    It stays for the next message: a button made for each would cost the scan its making, and Qt for Python keeps
    references to None of every widget that goes.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", "strip", parent)
        self.action = NOTHING
        self.hide()

    def offer(self, action: ButtonView) -> None:
        """Stand for this, or for nothing."""
        self.action = action
        self.setText(action.text)
        self.setAccessibleName(said(action.text))
        self.badge = short_key(action.key)
        self.setObjectName(action.operation)
        self.describe()
        self.setVisible(action is not NOTHING)
        self.update()

    def face(self) -> QRect:
        """What lies on the line itself."""
        return self.rect().adjusted(0, 0, 0, -8)


class MessageStrip(QWidget):
    """Success fades after six seconds; a warning or an error stays until something else is said.

    The widget is 8 px taller than the line it paints, so that its buttons are not below a finger's size.
    """

    operation_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.message: StripView | None = None
        self._buttons = [self._button() for _ in range(ACTIONS_MAX)]
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(SHOWN_MS)
        self._fade.timeout.connect(self.clear)
        self._reword()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        self.setAccessibleName(tr("Message"))

    @property
    def text(self) -> str:
        """What it says now."""
        return self.message.text if self.message else ""

    def show_message(self, message: StripView) -> None:
        """Say this instead of what was said before."""
        self.message = message
        self._offer(message.actions[:ACTIONS_MAX])
        self.setAccessibleDescription(message.text)
        announce(self, message.text, assertive=message.severity is Severity.ERROR)
        self._fade.stop()
        if message.severity in (Severity.OK, Severity.INFO):
            self._fade.start()
        self.update()

    def clear(self) -> None:
        """Say nothing."""
        self.message = None
        self._offer(())
        self.setAccessibleDescription("")
        self.update()

    def _offer(self, actions: tuple[ButtonView, ...]) -> None:
        for place, button in enumerate(self._buttons):
            button.offer(actions[place] if place < len(actions) else NOTHING)
        self._place()

    def _button(self) -> StripButton:
        button = StripButton(self._theme, self)
        button.clicked.connect(
            lambda: self.operation_requested.emit(button.action.operation, dict(button.action.params))
        )
        return button

    def _offered(self) -> list[StripButton]:
        return [button for button in self._buttons if button.action is not NOTHING]

    def resizeEvent(self, event: object) -> None:
        """Keep the buttons at the right edge."""
        self._place()

    def _place(self) -> None:
        right = self.width() - 16
        for button in reversed(self._offered()):
            wide = button.sizeHint().width()
            button.setGeometry(right - wide, 0, wide, 44)
            right -= wide + self._theme.gap

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint glyph, word and text."""
        if self.message is None:
            return
        icon, fill, text, mark, word = LOOKS[self.message.severity]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._theme.zone("strip").height()
        line = QRectF(8, 0, self.width() - 16, high)
        edge = {Severity.ERROR: "danger_text", Severity.WARNING: "warning"}.get(
            self.message.severity, "divider"
        )
        painter.setPen(QPen(self._theme.colour(edge), 2 if edge == "danger_text" else 1))
        painter.setBrush(self._theme.colour(fill))
        painter.drawRoundedRect(line.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.drawPixmap(20, (high - 20) // 2, self._theme.icon(icon, mark, 20))
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.colour(mark))
        shown = tr(word)
        wide = painter.fontMetrics().horizontalAdvance(shown)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(50, 0, wide, high), middle, shown)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour(text))
        taken = sum(button.width() + self._theme.gap for button in self._offered())
        room = QRect(50 + wide + 14, 0, self.width() - 50 - wide - 14 - 20 - taken, high)
        elided = painter.fontMetrics().elidedText(
            self.message.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, middle, elided)
        painter.end()
