"""The header: register and store, who is signed in, the open sale where it is covered, the sync sign, the clock."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.sizes import SMALLEST
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


CART_WIDTH = 168
"""Room for the number of lines and a total, kept free so that nothing moves when the chip appears."""
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


def paint_clock(painter: QPainter, theme: Theme, room: QRect, time: str, date: str) -> None:
    """Paint the time at the right of this room, with the day below it where the look shows that."""
    right = Qt.AlignmentFlag.AlignRight
    painter.setFont(theme.font("line"))
    if not theme.look.show_date:
        painter.drawText(room, right | Qt.AlignmentFlag.AlignVCenter, time)
        return
    # Figures need no room below them: both lines stand closer than sentences would.
    high, low = (theme.size.fonts[role][0] for role in ("line", "secondary"))
    middle = room.center().y() - (high + low + 2) // 2
    for role, words, at in (
        ("line", time, middle + high // 2),
        ("secondary", date, middle + high + 2 + low // 2),
    ):
        painter.setFont(theme.font(role))
        line = theme.line(role)
        where = QRect(room.left(), at - line // 2, room.width(), line)
        painter.drawText(where, right | Qt.AlignmentFlag.AlignVCenter, words)


class HeaderBar(Zone):
    """Fixed places from left to right; nothing in it moves when a state changes."""

    session_wanted = Signal()
    sync_wanted = Signal()
    cart_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: HeaderView | None = None
        self.user = FaceButton(theme, "", "header", self)
        self.user.setObjectName("user")
        self.user.icon_name = "person"
        self.sync = SyncIndicator(theme, self)
        self.cart = FaceButton(theme, "", "header", self)
        self.cart.setObjectName("cart")
        self.cart.icon_name = "sale"
        self.cart.key_hint = "Esc"
        self.cart.hide()
        self.user.clicked.connect(self.session_wanted)
        self.sync.clicked.connect(self.sync_wanted)
        self.cart.clicked.connect(self.cart_wanted)
        self.stops = [self.user, self.cart, self.sync]

    def show_header(self, view: HeaderView) -> None:
        """Draw what changed."""
        if view == self._view:
            return
        self._view = view
        self._reword()
        self.user.setVisible(bool(view.user))
        self.sync.show_sync(view.sync)
        self.place()
        self.update()

    def show_cart(self, lines: int, total: str) -> None:
        """Show what is in the open sale, in the place that is kept for it; no lines: nothing of it."""
        self.cart.setText(f"{lines} \u00b7 {total}")
        self.cart.setAccessibleName(tr("Back to the sale: {lines} \u00d7, {total}", lines=lines, total=total))
        self.cart.setVisible(lines > 0)

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
        cart = self._theme.scaled(CART_WIDTH)
        # On a narrow screen the chip stands where the name of the register is, which it covers while it is there.
        is_narrow = wide < SMALLEST[0]
        self.cart.setGeometry(8 if is_narrow else left - 8 - cart, top, cart, 44)
        edge, taken = (left, cart + 16) if is_narrow else (self.cart.x(), 0)
        self._name_user(top, edge, taken)

    def _name_user(self, top: int, edge: int, taken: int) -> None:
        """Left of `edge`; a long name gives way to the name of the register and to what else is `taken` there."""
        if self._view is None:
            return
        name = QFontMetrics(self._theme.font("line")).horizontalAdvance(self._view.register) + 32
        register = max(name, taken)
        self.user.setText(self._view.user)
        needed = self.user.sizeHint().width() + 8
        wide = min(self._theme.scaled(300), needed, edge - 8 - register)
        if wide < needed:
            metrics = QFontMetrics(self._theme.font(self.user.look.font))
            room = metrics.horizontalAdvance(self._view.user) - (needed - wide)
            self.user.setText(metrics.elidedText(self._view.user, Qt.TextElideMode.ElideRight, room))
        self.user.setGeometry(QRect(min(430, edge - wide - 8), top, wide, 44))

    def _clock_width(self) -> int:
        """Room for the time, and for the day where it stands below."""
        wide = QFontMetrics(self._theme.font("line")).horizontalAdvance("00:00")
        if self._theme.look.show_date and self._view is not None:
            day = QFontMetrics(self._theme.font("secondary"))
            wide = max(wide, day.horizontalAdvance(self._view.date))
        return wide + 20

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint register, store and clock."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("header"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("line"))
        painter.setPen(self._theme.colour("on_header"))
        name = painter.fontMetrics().horizontalAdvance(self._view.register)
        painter.drawText(QRect(16, 0, name, self.height()), middle, self._view.register)
        clock = QRect(self.width() - 12 - self._clock_width(), 0, self._clock_width(), self.height())
        paint_clock(painter, self._theme, clock, self._view.time, self._view.date)
        painter.setFont(self._theme.font("secondary"))
        painter.setPen(self._theme.colour("on_header_quiet"))
        room = QRect(16 + name + 14, 1, max(0, self.user.x() - name - 14 - 16 - 16), self.height())
        store = painter.fontMetrics().elidedText(self._view.store, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, store)
        painter.end()
