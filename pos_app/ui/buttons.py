"""The one button of the window: a face painted from tokens, with a key badge, a lock and a count where they belong."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPushButton, QWidget

from pos_app.ui.texts import said, tr
from pos_app.ui.theme import Theme

PADDING = 10
RADIUS = 6
ICON = 18
TICK = 14
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class Look:
    """Tokens of a face: fill, text, edge (empty for none) and font role; `centred` or label at the top left."""

    fill: str
    text: str
    edge: str = ""
    font: str = "strong"
    centred: bool = True


LOOKS = {
    "plain": Look("surface", "text", "border"),
    "pad": Look("surface", "text", "border", "input"),
    "pad-enter": Look("accent", "on_fill", "", "input"),
    "primary": Look("accent", "on_fill"),
    "danger": Look("surface", "danger_text", "danger_text"),
    "payment": Look("role_payment", "on_fill", "", "grid"),
    "note": Look("surface", "payment_text", "payment_text", "line"),
    "tender": Look("surface", "payment_text", "payment_text", "grid"),
    "choice": Look("surface", "text", "border"),
    "day": Look("surface", "text", "border"),
    "select": Look("surface", "text", "border", "body"),
    "flat": Look("app", "text", ""),
    "header": Look("header", "on_header", ""),
    "tab": Look("app", "text_secondary", "", "grid"),
    "strip": Look("surface", "text", "border"),
} | {
    f"role-{role}": Look(f"role_{role}", "on_fill", "", "grid", centred=False)
    for role in ("sale", "customer", "order", "payment", "manager", "void")
}


class FaceButton(QPushButton):
    """A button with a painted face. Not available, it still can be pressed, to say why (see `why_not`).

    `chosen` marks one of several (a tab, a choice) with colour, edge and a tick.
    """

    def __init__(self, theme: Theme, text: str, look: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self.look = LOOKS[look]
        self.look_name = look
        self.badge = ""
        self.key_hint = ""
        """A key that reaches it and is shown only with all the others."""
        self.icon_name = ""
        self.detail = ""
        self.detail_font = "secondary"
        self.count = 0
        self.locked = False
        self.chosen = False
        self.why_not = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(said(text))

    def set_look(self, look: str) -> None:
        """Change what it looks like."""
        self.look, self.look_name = LOOKS[look], look
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the one chosen, or not."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.describe()
            self.update()

    def set_why_not(self, why_not: str) -> None:
        """Make it available (empty) or not, with the reason."""
        if why_not != self.why_not:
            self.why_not = why_not
            self.describe()
            self.update()

    def describe(self) -> None:
        """Tell assistive technology what the face shows by more than the label."""
        parts = [
            self.badge,
            tr("chosen") if self.chosen else "",
            tr("needs approval") if self.locked else "",
            self.why_not,
        ]
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.describe()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the label on one line, and never below a primary target."""
        metrics = QFontMetrics(self.theme.font(self.look.font))
        wide = metrics.horizontalAdvance(self.text()) + 2 * PADDING
        wide += (
            (QFontMetrics(self.theme.font("badge")).horizontalAdvance(self.badge) + 14) if self.badge else 0
        )
        wide += (ICON + 8) if self.icon_name or self.look_name == "choice" else 0
        return QSize(max(88, wide + 12), 56)

    def minimumSizeHint(self) -> QSize:
        """No target is below 44 by 44."""
        return QSize(44, 44)

    def face(self) -> QRect:
        """Where the face is painted; the rest of the widget only takes the finger."""
        return self.rect()

    def label_width(self) -> int:
        """Room for each line of the label."""
        return self.face().width() - 2 * (PADDING if self.look.centred is False else 6)

    @property
    def is_low(self) -> bool:
        """Whether two lines of label leave no room for glyphs below them, so that these go to the right."""
        return self.face().height() < 2 * self.theme.line(self.look.font) + ICON + 14

    def label_top(self) -> int:
        """Room above the label."""
        spare = self.face().height() - 2 * self.theme.line(self.look.font)
        return max(1, min(7, spare // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the group this button stands in."""
        if Qt.Key(event.key()) in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face, what stands on it, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, text = self._colours()
        edge = self._edge()
        box = QRectF(self.face()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(edge[0], edge[1]) if edge else Qt.PenStyle.NoPen)
        inset = edge[1] / 2 - 0.5 if edge else 0.0
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        self._paint_badge(painter, text)
        if self.look.centred:
            self._paint_centred(painter, text)
        else:
            self._paint_corner_label(painter, text)
        if self.look_name == "tab" and self.chosen:
            painter.fillRect(QRectF(box.left() + 8, box.bottom() - 3, box.width() - 16, 3.0),
                             self.theme.colour("mark"))  # fmt: skip
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _colours(self) -> tuple[QColor, QColor]:
        theme, look = self.theme, self.look
        if self.why_not or not self.isEnabled():
            return theme.colour("alt"), theme.colour("text_disabled")
        fill, text = theme.colour(look.fill), theme.colour(look.text)
        if self.chosen:
            fill = theme.colour("surface" if self.look_name == "tab" else "selected")
            text = theme.colour("text")
        if self.isDown():
            fill = fill.darker(112 if fill.lightness() > 128 else 150)
        return fill, text

    def _edge(self) -> tuple[QColor, float] | None:
        if self.why_not or not self.isEnabled():
            return self.theme.colour("divider"), 1.0
        if self.chosen and self.look_name != "tab":
            return self.theme.colour("mark"), 2.0
        return (self.theme.colour(self.look.edge), 1.0) if self.look.edge else None

    def _paint_badge(self, painter: QPainter, text: QColor) -> None:
        if not self.badge or not (self.badge_stands_clear() if self.look.centred else badge_fits(self)):
            return
        painter.setFont(self.theme.font("badge"))
        painter.setPen(text)
        where = self.face().adjusted(0, 5, -8, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self.badge)

    def badge_stands_clear(self) -> bool:
        """Whether a label in the middle leaves the corner to the key badge."""
        face, badge = self.face(), QFontMetrics(self.theme.font("badge"))
        label = QFontMetrics(self.theme.font(self.look.font))
        wrapped = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        words = label.boundingRect(face.adjusted(6, 2, -6, -2), wrapped, self.text())
        right = face.center().x() + words.width() // 2
        top = words.top() + label.ascent() - label.capHeight() - 2
        return (
            right + 4 <= face.right() - 8 - badge.horizontalAdvance(self.badge)
            or top >= face.top() + 5 + badge.ascent()
        )

    def _paint_centred(self, painter: QPainter, text: QColor) -> None:
        face, font = self.face(), self.theme.font(self.look.font)
        icon = self.icon_name or ("check" if self.chosen and self.look_name == "choice" else "")
        if icon and self.detail:
            painter.drawPixmap(face.left() + 10, face.top() + 10, self.theme.icon(icon, "mark", ICON))
            icon = ""
        if self.chosen and self.look_name == "day":
            painter.drawPixmap(face.left() + 4, face.top() + 4, self.theme.icon("check", "mark", TICK))
        token = "text_disabled" if self.why_not else ("mark" if self.chosen else self.look.text)
        painter.setFont(font)
        painter.setPen(text)
        if icon and not self.text():
            pixmap = self.theme.icon(icon, token, 28)
            painter.drawPixmap(face.center().x() - 13, face.center().y() - 13, pixmap)
            return
        room = face.adjusted(6, 2, -6, -2)
        if icon:
            wide = min(QFontMetrics(font).horizontalAdvance(self.text()), room.width() - ICON - 8)
            left = room.center().x() - (wide + ICON + 8) // 2
            painter.drawPixmap(left, room.center().y() - ICON // 2, self.theme.icon(icon, token, ICON))
            room.setLeft(left + ICON + 8)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            return
        if self.look_name == "select":
            painter.drawText(room.adjusted(8, 0, -34, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
            painter.drawPixmap(room.right() - 28, room.center().y() - 9, self.theme.icon("down", token, ICON))
            return
        if self.detail:
            first, second = self.theme.line(self.look.font), self.theme.line(self.detail_font)
            top = room.center().y() - (first + second) // 2
            half = QRect(room.left(), top, room.width(), first)
            painter.drawText(half, Qt.AlignmentFlag.AlignCenter, self.text())
            painter.setFont(self.theme.font(self.detail_font))
            below = QRect(room.left(), top + first, room.width(), second)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.detail)
            return
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self.text())

    def _paint_corner_label(self, painter: QPainter, text: QColor) -> None:
        face = self.face()
        painter.setPen(text)
        layout_label(self).draw(painter, QPointF(face.left() + PADDING, face.top() + self.label_top()))
        token = "text_disabled" if self.why_not else self.look.text
        names = [name for name in (self.icon_name, "lock" if self.locked else "") if name]
        bottom, right = face.bottom() - ICON - 5, face.right() - PADDING
        left = face.left() + PADDING
        if self.is_low:
            left = right = right - len(names) * (ICON + 4)
        for name in names:
            painter.drawPixmap(left, bottom, self.theme.icon(name, token, ICON))
            left += ICON + 4
        if self.count:
            painter.setFont(self.theme.font("strong"))
            room = QRect(face.left(), bottom - 4, right - 4 - face.left(), ICON + 8)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.count)
            )

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.face())
        # The ring goes inside an edge: on top of it, it would hardly be seen.
        drawn = self._edge()
        edge = 0.0 if drawn is None else drawn[1] + (self.chosen and self.look_name != "tab")
        for token, width, inset in (("focus_ring", 2.0, 1.0 + edge), ("focus_halo", 2.0, 3.0 + edge)):
            painter.setPen(QPen(self.theme.colour(token), width))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def badge_fits(button: FaceButton) -> bool:
    """Whether the label has room beside the key badge; if not, the badge is left out, as it is only a hint."""
    return bool(button.badge) and label_fits(_laid_out(button, badge=True))


def label_fits(layout: QTextLayout) -> bool:
    """Whether a label takes at most two lines, and no word of it is too long."""
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return len(lines) <= 2 and all(line.naturalTextWidth() <= line.width() + 0.5 for line in lines)


def layout_label(button: FaceButton) -> QTextLayout:
    """Break the label into lines; the first one leaves room for the key badge, where there is any."""
    return _laid_out(button, badge=badge_fits(button))


def _laid_out(button: FaceButton, badge: bool) -> QTextLayout:
    layout = QTextLayout(button.text(), button.theme.font(button.look.font))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    room = QFontMetrics(button.theme.font("badge")).horizontalAdvance(button.badge) + 6 if badge else 0
    glyphs = bool(button.icon_name) + button.locked if button.is_low else 0
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        taken = room if layout.lineCount() == 1 else glyphs * (ICON + 4)
        line.setLineWidth(button.label_width() - taken)
        line.setPosition(QPointF(0, top))
        top += button.theme.line(button.look.font)
    layout.endLayout()
    return layout
