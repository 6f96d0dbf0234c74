"""The frame around the cart while it acts on an order that exists."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.buttons import RADIUS
from pos_app.ui.receipt_tabs import ReceiptTabs
from pos_app.ui.theme import Theme
from pos_app.views import ActView

WIDTH, ROOM = 4, 6


class ActFrame(QWidget):
    """Stands behind the receipt column, in the gap around it; nothing of the column moves for it."""

    def __init__(self, theme: Theme, receipt: ReceiptTabs, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._receipt = theme, receipt
        self._caption = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lower()

    def show_act(self, act: ActView | None) -> None:
        """Frame the cart and say once what is being done; or leave it plain."""
        caption = "" if act is None else act.caption
        if caption == self._caption:
            return
        self._caption = caption
        self._receipt.show_caption(caption)
        if caption:
            announce(self._receipt, caption)
        self.update()

    def place(self) -> None:
        """Put it around the column, where the theme has it now."""
        customer, totals = self._theme.zone("customer"), self._theme.zone("totals")
        self.setGeometry(customer.united(totals).adjusted(-ROOM, -ROOM, ROOM, ROOM))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, if there is anything to frame."""
        if not self._caption:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("role_order"), WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        painter.end()
