"""The receipt column's three tabs: lines, delivery, payments."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.cart_table import CartTable, column_edges
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone
from pos_app.views import DeliveryRowView, SaleView, TenderRowView
from retail.messages import phrase

TAB_KEYS = ("Alt+1", "Alt+2", "Alt+3")
TABS = {"lines": phrase("Lines"), "delivery": phrase("Delivery"), "payments": phrase("Payments")}


class Columns(QWidget):
    """The heads of the number columns, above the lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heads: tuple[str, ...] = ()
        self.note = ""
        self.caption = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each head over the right edge of its column."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("role_order" if self.caption else "alt"))
        painter.setPen(self._theme.colour("on_fill" if self.caption else "text_secondary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("strong" if self.caption else "secondary"))
        painter.drawText(QRect(14, 0, self.width() - 28, self.height()), middle, self.caption or self.note)
        painter.setFont(self._theme.font("secondary"))
        edges = column_edges(self._theme, self.width())
        for text, edge in zip(
            reversed(self.heads), (edges.amount, edges.price, edges.quantity), strict=False
        ):
            if edge:
                painter.drawText(QRect(0, 0, edge, self.height()), middle | Qt.AlignmentFlag.AlignRight, text)
        painter.end()


class RowsPanel(QWidget):
    """Rows of a first and a second line with one amount; used for deliveries and for tenders."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[tuple[str, str, str, str]] = []
        self.empty_text = ""

    def show_rows(self, rows: list[tuple[str, str, str, str]]) -> None:
        """Draw rows of (icon, text, second line, amount)."""
        self._rows = rows
        self.setMinimumHeight(self._theme.size.line_height * len(rows))
        self.setAccessibleName(
            "; ".join(", ".join(part for part in row[1:] if part) for row in rows) or self.empty_text
        )
        self.update()

    def show_empty(self, text: str) -> None:
        """Say this where there are no rows."""
        self.empty_text = text
        self.show_rows(self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words for none."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        theme, middle = self._theme, Qt.AlignmentFlag.AlignVCenter
        high, first, below = theme.size.line_height, theme.line("line"), theme.line("secondary")
        amount_width = theme.scaled(130)
        if not self._rows:
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("text_secondary"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.empty_text)
        for number, (icon, text, second, amount) in enumerate(self._rows):
            top = number * high + (high - 1 - first - (below if second else 0)) // 2
            if icon:
                painter.drawPixmap(
                    14, number * high + (high - 22) // 2, theme.icon(icon, "text_secondary", 22)
                )
            left = 48 if icon else 14
            room = QRect(left, top, self.width() - left - amount_width, first)
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.font("line"))
            painter.drawText(
                room,
                middle,
                painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()),
            )
            painter.drawText(
                QRect(0, number * high, self.width() - 12, high), middle | Qt.AlignmentFlag.AlignRight, amount
            )
            painter.setFont(theme.font("secondary"))
            painter.setPen(theme.colour("text_secondary"))
            shown = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(left, top + first, room.width(), below), middle, shown)
            painter.fillRect(
                QRect(12, (number + 1) * high - 1, self.width() - 24, 1), theme.colour("divider")
            )
        painter.end()


class ReceiptTabs(Zone):
    """Lines is where a sale is made; the other two explain it."""

    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = CartTable(theme, self)
        self._columns = Columns(theme, self)
        self._deliveries, self._payments = RowsPanel(theme), RowsPanel(theme)
        self._scrolls = [self._scroll(self._deliveries), self._scroll(self._payments)]
        self._buttons: list[FaceButton] = []
        for position, name in enumerate(TABS):
            button = FaceButton(theme, "", "tab", self)
            button.key_hint = TAB_KEYS[position]
            button.setObjectName(f"tab-{name}")
            button.clicked.connect(lambda checked=False, position=position: self.turn_to(position))
            self._buttons.append(button)
        self.stops = list(self._buttons)
        self._view: SaleView | None = None
        self.current = 0
        self._reword()
        self.turn_to(0)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        for button, name in zip(self._buttons, TABS.values(), strict=True):
            button.setText(tr(name))
            button.setAccessibleName(tr(name))
        self._deliveries.show_empty(tr("Everything is carried out"))
        self._payments.show_empty(tr("Nothing paid yet"))
        self._head()

    def _scroll(self, panel: RowsPanel) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(panel)
        return scroll

    def show_sale(self, view: SaleView) -> None:
        """Draw the lines, deliveries and tenders that changed."""
        old, self._view = self._view, view
        self.table.show_lines(view.lines, view.empty_text, view.empty_note)
        if old is None or view.deliveries != old.deliveries:
            self._deliveries.show_rows([_delivery_row(row) for row in view.deliveries])
        if old is None or (view.tenders, view.arrangement) != (old.tenders, old.arrangement):
            rows = [_tender_row(row) for row in view.tenders]
            self._payments.show_rows(rows + ([("", view.arrangement, "", "")] if view.arrangement else []))
        if old is None or view.voided != old.voided:
            self._head()

    def show_caption(self, caption: str) -> None:
        """Say above the lines what is being done to an order; empty for a sale of its own."""
        self._columns.caption = caption
        self.table.setAccessibleDescription(caption)
        self._head()

    def turn_to(self, tab: int) -> None:
        """Bring a tab into sight."""
        self.current = tab
        for position, button in enumerate(self._buttons):
            button.set_chosen(position == tab)
        self.table.setVisible(tab == 0)
        for position, scroll in enumerate(self._scrolls, start=1):
            scroll.setVisible(position == tab)
        self._head()

    def _head(self) -> None:
        voided = self._view.voided if self._view else 0
        notes = (tr("Item"), tr("Item and delivery"), tr("Tender"))
        self._columns.note = notes[self.current]
        if self.current == 0 and voided:
            self._columns.note = tr("Item ({count} voided)", count=voided)
        numbers = (tr("Qty"), tr("Price"), tr("Amount"))
        self._columns.heads = (numbers, (tr("Charge"),), (tr("Amount"),))[self.current]
        if self._columns.caption:
            self._columns.heads = self._columns.heads[-1:]
        self._columns.update()

    def resizeEvent(self, event: object) -> None:
        """Tabs, heads and rows below each other as the zone table says."""
        self.place()

    def place(self) -> None:
        """Put everything where the theme has it now."""
        tabs, heads = self._theme.zone("tabs").height(), self._theme.zone("columns").height()
        wide = (self.width() - 2 * self._theme.gap) // 3
        for position, button in enumerate(self._buttons):
            button.setGeometry(position * (wide + self._theme.gap), 0, wide, tabs)
        self._columns.setGeometry(0, tabs, self.width(), heads)
        rows = QRect(0, tabs + heads, self.width(), self.height() - tabs - heads)
        self.table.setGeometry(rows)
        for scroll in self._scrolls:
            scroll.setGeometry(rows)


def _delivery_row(row: DeliveryRowView) -> tuple[str, str, str, str]:
    where = " \u00b7 ".join(part for part in (row.mode, row.place, row.date) if part)
    quantity = f"{row.quantity} \u00d7 " if row.quantity else ""
    return row.glyph, f"{quantity}{row.item}", where, row.charge


def _tender_row(row: TenderRowView) -> tuple[str, str, str, str]:
    return "payment", row.text, row.note, row.amount
