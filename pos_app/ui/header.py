"""The header: register and store, the signed-in user, the sync indicator, the clock."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone
from pos_app.views import HeaderView, SyncView, Tone

TONES = {
    Tone.NEUTRAL: ("surface", "text", "divider"),
    Tone.WARNING: ("warning", "on_warning", "warning"),
    Tone.WARNING_OUTLINE: ("surface", "warning_text", "warning_text"),
    Tone.DANGER: ("danger", "on_fill", "danger"),
    Tone.DANGER_OUTLINE: ("surface", "danger_text", "danger_text"),
}


INSETS = (44, 0, -8, 0)
"""Where the text of the sync indicator has its place: right of the glyph."""


class SyncIndicator(FaceButton):
    """What of this register's work headquarters has; glyph, word and colour, always in the same place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "flat", parent)
        self.setObjectName("sync")
        self._view: SyncView | None = None

    def show_sync(self, view: SyncView) -> None:
        """Draw this state, and say it once where it is another one than before."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self.setText(view.text)
        self._reword()
        if before is not None and before.state != view.state:
            announce(self, view.text)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def painted_text(self, text: str) -> str:
        """As much of it as the pill has room for; a long name gives way, never how many documents wait."""
        metrics = QFontMetrics(self.theme.font("strong"))
        room = self.rect().adjusted(*INSETS).width()
        return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)

    def _reword(self) -> None:
        if self._view is not None:
            self.setAccessibleName(tr("Sync: {text}", text=self._view.text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a pill with the glyph and the text."""
        if self._view is None:
            return
        fill, text, edge = TONES[self._view.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour(edge), 2 if edge != "divider" else 1))
        painter.setBrush(self.theme.colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.drawPixmap(12, self.height() // 2 - 11, self.theme.icon(self._view.glyph, text, 22))
        painter.setFont(self.theme.font("strong"))
        painter.setPen(self.theme.colour(text))
        painter.drawText(
            self.rect().adjusted(*INSETS), Qt.AlignmentFlag.AlignVCenter, self.painted_text(self._view.text)
        )
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()


class HeaderBar(Zone):
    """Fixed places from left to right; nothing in it moves when a state changes."""

    session_wanted = Signal()
    sync_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: HeaderView | None = None
        self.user = FaceButton(theme, "", "flat", self)
        self.user.setObjectName("user")
        self.user.icon_name = "person"
        self.sync = SyncIndicator(theme, self)
        self.user.clicked.connect(self.session_wanted)
        self.sync.clicked.connect(self.sync_wanted)
        self.stops = [self.user, self.sync]

    def show_header(self, view: HeaderView) -> None:
        """Draw what changed."""
        if view == self._view:
            return
        self._view = view
        self.user.setText(view.user)
        self._reword()
        self.user.setVisible(bool(view.user))
        self.sync.show_sync(view.sync)
        self.place()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        if self._view is not None:
            self.user.setAccessibleName(tr("Signed in: {user}. Lock or sign off", user=self._view.user))

    def resizeEvent(self, event: object) -> None:
        """Keep the places."""
        self.place()

    def place(self) -> None:
        """Put everything where the theme has it now."""
        wide, sync = self.width(), self._theme.size.sync_width
        top = (self.height() - 44) // 2
        left = wide - self._clock_width() - 20 - sync
        self.sync.setGeometry(left, top, sync, 44)
        user = min(self._theme.scaled(300), self.user.sizeHint().width() + 8)
        self.user.setGeometry(QRect(min(430, left - user - 8), top, user, 44))

    def _clock_width(self) -> int:
        return QFontMetrics(self._theme.font("line")).horizontalAdvance("00:00") + 20

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint register, store and clock."""
        if self._view is None:
            return
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("line"))
        painter.setPen(self._theme.colour("text"))
        name = painter.fontMetrics().horizontalAdvance(self._view.register)
        painter.drawText(QRect(16, 0, name, self.height()), middle, self._view.register)
        clock = QRect(self.width() - 12 - self._clock_width(), 0, self._clock_width(), self.height())
        painter.drawText(clock, middle | Qt.AlignmentFlag.AlignRight, self._view.time)
        painter.setFont(self._theme.font("secondary"))
        painter.setPen(self._theme.colour("text_secondary"))
        room = QRect(16 + name + 14, 1, self.user.x() - name - 14 - 16 - 16, self.height())
        store = painter.fontMetrics().elidedText(self._view.store, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, store)
        painter.end()
