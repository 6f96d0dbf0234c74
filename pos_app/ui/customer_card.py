"""The customer card: who the goods are for, and the account number or the Pending sync chip in its place."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import CustomerCardView


class CustomerCard(FaceButton):
    """The whole card is one target that opens the customer search."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "plain", parent)
        self.setObjectName("customer")
        self.badge = "F2"
        self._view: CustomerCardView | None = None
        self.describe()

    def show_customer(self, view: CustomerCardView | None) -> None:
        """Draw this customer, or the invitation to choose one."""
        if view != self._view:
            self._view = view
            self.describe()
            self.update()

    def describe(self) -> None:
        """Tell assistive technology who the goods are for."""
        view = self._view
        if view is None:
            self.setAccessibleName(tr("No customer. Search for one"))
        else:
            account = tr("Pending sync") if view.pending else view.account
            self.setAccessibleName(tr("Customer {name}, {account}", name=view.name, account=account))
        warning = "" if view is None else view.warning or view.why_not
        self.setAccessibleDescription(warning or "F2")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, detail, and the number or the chip at the right."""
        theme, view = self.theme, self._view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.colour("surface")
        painter.setBrush(fill.darker(106) if self.isDown() else fill)
        painter.setPen(QPen(theme.colour("border" if view is None else "divider"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        icon = "organisation" if view and view.organisation else "person"
        token = "text_secondary" if view is None else "customer_text"
        painter.drawPixmap(12, (self.height() - 26) // 2, theme.icon(icon, token, 26))
        painter.setFont(theme.font("badge"))
        right = self.width() - 26 - painter.fontMetrics().horizontalAdvance(self.badge)
        painter.setPen(theme.colour("text_secondary"))
        if view is not None and view.why_not:
            painter.drawPixmap(
                self.width() - 32, (self.height() - 18) // 2, theme.icon("lock", "text_secondary", 18)
            )
            right = self.width() - 40
        else:
            painter.drawText(self.rect().adjusted(0, 0, -14, 0),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.badge)  # fmt: skip
        if view is None:
            painter.setFont(theme.font("body"))
            painter.drawText(self.rect().adjusted(52, 0, -50, 0), Qt.AlignmentFlag.AlignVCenter,
                             tr("No customer \u2013 press F2 to search or add one"))  # fmt: skip
        else:
            right = self._paint_account(painter, view, right)
            self._paint_name(painter, view, QRect(52, 0, right - 60, self.height()))
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_account(self, painter: QPainter, view: CustomerCardView, right: int) -> int:
        """Paint the chip that ends at `right`; give back where it begins."""
        text = tr("Pending sync") if view.pending else view.account
        if not text:
            return right
        painter.setFont(self.theme.font("secondary"))
        wide = painter.fontMetrics().horizontalAdvance(text) + (44 if view.pending else 20)
        high = self.theme.line("secondary") + 8
        chip = QRect(right - wide, (self.height() - high) // 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("alt"))
        painter.drawRoundedRect(chip, high / 2, high / 2)
        painter.setPen(self.theme.colour("text"))
        if view.pending:
            painter.drawPixmap(
                chip.left() + 10, chip.top() + (high - 18) // 2, self.theme.icon("waiting", "text", 18)
            )
            chip = chip.adjusted(24, 0, 0, 0)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return right - wide

    def _paint_name(self, painter: QPainter, view: CustomerCardView, room: QRect) -> None:
        second = view.warning or view.detail
        painter.setFont(self.theme.font("line"))
        painter.setPen(self.theme.colour("text"))
        name = painter.fontMetrics().elidedText(view.name, Qt.TextElideMode.ElideRight, room.width())
        if not second:
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
            return
        first, below_high = self.theme.line("line"), self.theme.line("secondary")
        room = QRect(room.left(), (self.height() - first - below_high) // 2, room.width(), first)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self.theme.font("secondary"))
        painter.setPen(self.theme.colour("warning_text" if view.warning else "text_secondary"))
        below = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, room.width())
        room = QRect(room.left(), room.bottom() + 1, room.width(), below_high)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, below)
