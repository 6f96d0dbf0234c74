"""F1: the keys of everything in sight, shown where it stands; what has no key of its own gets a letter meanwhile."""

from string import ascii_uppercase, digits

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from retail.messages import phrase

TYPING_LOOKS = ("pad", "pad-enter", "day")
"""Faces whose key everybody knows: a digit types itself, a day is typed."""
SIGNS = ascii_uppercase + digits
VEIL_PERCENT = 45
KEYS = (
    ("Enter", phrase("Use what was typed")),
    ("Esc", phrase("One step back")),
    ("\u2191 \u2193", phrase("Go through the lines")),
    ("Space", phrase("Select the line")),
    ("Tab", phrase("Next part of the screen; arrows within it")),
    ("*", phrase("Quantity, before or after an item")),
    ("/  +", phrase("Customer search, payment")),
    ("Del", phrase("Void line")),
    ("Ctrl+Z", phrase("Undo")),
    ("Ctrl+Y", phrase("Redo")),
    ("Ctrl+F", phrase("Search")),
    ("Ctrl+P", phrase("Print receipt")),
    ("Ctrl+L", phrase("Lock")),
)
"""Keys with no place of their own on the screen, and those every hand should know."""


class KeyOverlay(QWidget):
    """Lies over the window until a key, a tap or a scan ends it; a letter shown on a target presses that target."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, parent
        self.setObjectName("key-overlay")
        self.marks: dict[str, FaceButton] = {}
        """What each sign or key presses."""
        self.shown: list[tuple[FaceButton, str]] = []
        """Each target in sight with the key that stands on it."""
        self._lists = False
        self.hide()

    def open_over(self, screen: QWidget, *, lists: bool) -> None:
        """Show the keys of everything on this screen; where it `lists`, also those that have no place."""
        self._lists = lists
        targets = sorted(
            (each for each in screen.findChildren(FaceButton) if self._counts(each)),
            key=lambda each: _reading(each, screen),
        )
        signs = iter(SIGNS)
        self.marks, self.shown = {}, []
        for target in targets:
            sign = target.key_hint or (target.badge if len(target.badge) > 1 else "") or next(signs, "")
            if sign:
                self.marks.setdefault(sign, target)
                self.shown.append((target, sign))
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setAccessibleName(tr("Keys"))
        self.setAccessibleDescription(
            ", ".join(f"{sign}: {each.accessibleName()}" for each, sign in self.shown)
        )
        announce(self, tr("The keys are shown. Press one, or Esc."))

    def _counts(self, button: FaceButton) -> bool:
        silent = button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button.isVisible() and not silent and button.look_name not in TYPING_LOOKS

    def close_over(self) -> None:
        """Take it away."""
        self.hide()
        self.marks, self.shown = {}, []

    def take(self, sign: str) -> bool:
        """Press the target of a sign that was typed; False where there is none."""
        target = self.marks.get(sign.upper())
        self.close_over()
        if target is None or not _is_there(target):
            return False
        target.click()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap anywhere ends it, and presses nothing."""
        self.close_over()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a veil, a badge on each target, and the list of keys that have no place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.colour("app"))
        veil.setAlpha(255 * VEIL_PERCENT // 100)
        painter.fillRect(self.rect(), veil)
        metrics = QFontMetrics(self._theme.font("strong"))
        painter.setFont(self._theme.font("strong"))
        for target, sign in self.shown:
            if not _is_there(target):
                continue
            where = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
            wide = max(28, metrics.horizontalAdvance(sign) + 14)
            chip = QRect(where.right() - wide - 1, where.top() + 2, wide, 26)
            self._paint_chip(painter, chip, sign)
        if self._lists:
            self._paint_list(painter)
        painter.end()

    def _paint_chip(self, painter: QPainter, chip: QRect, sign: str) -> None:
        painter.setPen(QPen(self._theme.colour("surface"), 2))
        painter.setBrush(self._theme.colour("text"))
        painter.drawRoundedRect(QRectF(chip), RADIUS, RADIUS)
        painter.setPen(self._theme.colour("surface"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_list(self, painter: QPainter) -> None:
        theme, room = self._theme, self._theme.zone("lines")
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(room), RADIUS, RADIUS)
        inner, step = room.adjusted(16, 10, -16, -10), (room.height() - 20) // len(KEYS)
        for row, (key, meaning) in enumerate(KEYS):
            line = QRect(inner.left(), inner.top() + row * step, inner.width(), step)
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.font("strong"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, key)
            painter.setFont(theme.font("secondary"))
            painter.setPen(theme.colour("text_secondary"))
            beside = line.adjusted(theme.scaled(140), 0, 0, 0)
            words = painter.fontMetrics().elidedText(tr(meaning), Qt.TextElideMode.ElideRight, beside.width())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)


def _is_there(target: FaceButton) -> bool:
    """Whether it is still in sight: what the register does meanwhile may take a button away."""
    try:
        return target.isVisible()
    except RuntimeError:  # what the toolkit raises for one that is gone
        return False


def _reading(widget: QWidget, screen: QWidget) -> tuple[int, int]:
    """From top to bottom, then from left to right."""
    at = widget.mapTo(screen, QPoint(0, 0))
    return at.y() // 24, at.x()
