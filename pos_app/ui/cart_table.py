"""The lines of the sale in two-line rows; a new line repaints its own rows and nothing else of the window."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import LineView

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
NAME_MIN = 190
_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Edges:
    """Right edges of the columns; `price` is 0 where there is no room for one, and stands in the second line."""

    name: int
    quantity: int
    price: int
    amount: int


def column_edges(theme: Theme, width: int) -> Edges:
    """Columns as wide as their numbers in the font of the theme; the name has the rest."""
    column = max(
        theme.scaled(104), QFontMetrics(theme.font("line", figures=True)).horizontalAdvance("10,000.00") + 8
    )
    count = QFontMetrics(theme.font("line", figures=True)).horizontalAdvance("000.5") + 8
    amount = width - 12
    price = amount - column
    quantity = price - column
    if quantity - count - 14 < NAME_MIN:
        return Edges(price - count, price, 0, amount)
    return Edges(quantity - count, quantity, price, amount)


def name_edge(theme: Theme, edges: Edges, quantity: str) -> int:
    """Where the name of a line ends: before its column, or before a quantity that is wider, as with its unit."""
    wide = QFontMetrics(theme.font("line", figures=True)).horizontalAdvance(quantity) + 8
    return min(edges.name, edges.quantity - wide)


class LinesModel(QAbstractListModel):
    """The lines as rows; a change touches only the rows that differ."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[LineView, ...] = ()

    @property
    def lines(self) -> tuple[LineView, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: tuple[LineView, ...]) -> None:
        """Replace the rows between the first and the last that differ."""
        old, start = self._lines, 0
        while start < min(len(old), len(lines)) and old[start] == lines[start]:
            start += 1
        tail = 0
        while tail < min(len(old), len(lines)) - start and old[-1 - tail] == lines[-1 - tail]:
            tail += 1
        removed, added = len(old) - start - tail, len(lines) - start - tail
        changed = min(removed, added)
        if added > removed:
            self.beginInsertRows(_INDEX, start + changed, start + added - 1)
            self._lines = lines
            self.endInsertRows()
        elif removed > added:
            self.beginRemoveRows(_INDEX, start + changed, start + removed - 1)
            self._lines = lines
            self.endRemoveRows()
        else:
            self._lines = lines
        if changed:
            self.dataChanged.emit(self.index(start), self.index(start + changed - 1))

    def rowCount(self, parent: _Index = _INDEX) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The line itself for the delegate; words for everybody else."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            parts = (line.name, line.quantity, line.amount, line.detail)
            return line.spoken or ", ".join(part for part in parts if part)
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints one row: name and numbers above, how it leaves us below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row has the same height."""
        return QSize(0, self._theme.size.line_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row; a selected one has a bar at its left as well as a colour."""
        line: LineView = index.data(LINE_ROLE)
        theme = self._theme
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.fillRect(row, theme.colour("selected" if line.selected else "surface"))
        if line.selected:
            painter.fillRect(QRect(row.left(), row.top(), 5, row.height()), theme.colour("mark"))
        painter.fillRect(QRect(row.left() + 12, row.bottom(), row.width() - 24, 1), theme.colour("divider"))
        edges = column_edges(theme, row.width())
        detail = line.detail
        if not edges.price and line.quantity != "1":
            detail = f"{line.quantity} \u00d7 {line.price}" + (f" \u00b7 {detail}" if detail else "")
        high, below = theme.line("line"), theme.line("secondary") if detail or line.locked else 0
        first = QRect(row.left() + 14, row.top() + (row.height() - 1 - high - below) // 2, row.width(), high)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("line"))
        painter.setPen(theme.colour("text"))
        room_of_name = name_edge(theme, edges, line.quantity) - 14
        name = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, room_of_name)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(theme.font("line", figures=True))
        numbers = (edges.quantity, line.quantity), (edges.price, line.price), (edges.amount, line.amount)
        for edge, text in numbers:
            if edge:
                painter.drawText(QRect(row.left(), first.top(), edge, high), right, text)
        if detail or line.locked:
            room = QRect(row.left() + 14, first.bottom() + 1, row.width() - 28, below)
            self._paint_second(painter, line, detail, room)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_second(self, painter: QPainter, line: LineView, detail: str, room: QRect) -> None:
        high = room.height() - 3
        if line.locked:
            lock = self._theme.icon("lock", "text_secondary", high)
            painter.drawPixmap(room.right() - high, room.top() + 1, lock)
            room = room.adjusted(0, 0, -high - 8, 0)
        if line.glyph:
            painter.drawPixmap(
                room.left(), room.top() + 1, self._theme.icon(line.glyph, "text_secondary", high)
            )
            room = room.adjusted(high + 8, 0, 0, 0)
        painter.setFont(self._theme.font("secondary"))
        painter.setPen(self._theme.colour("text_secondary"))
        shown = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class CartTable(QListView):
    """A tap selects a line or lets it go; arrows move a cursor, Space selects at it."""

    selection_wanted = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = LinesModel(self)
        self.empty_text = self.empty_note = ""
        self.setObjectName("lines")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setModel(self._model)
        self.setItemDelegate(LineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda index: self._toggle(index.row()))
        self._reword()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        self.setAccessibleName(tr("Lines of the sale"))

    @property
    def lines(self) -> tuple[LineView, ...]:
        """What is shown."""
        return self._model.lines

    def show_lines(self, lines: tuple[LineView, ...], empty_text: str, empty_note: str = "") -> None:
        """Draw these lines and bring a new last one into sight."""
        grown = len(lines) > len(self._model.lines)
        if (self.empty_text, self.empty_note) != (empty_text, empty_note):
            self.empty_text, self.empty_note = empty_text, empty_note
            self.viewport().update()
        self.setAccessibleDescription(
            "" if lines else " \u00b7 ".join(filter(None, (empty_text, empty_note)))
        )
        if lines != self._model.lines:
            self._model.show_lines(lines)
            if grown:
                self.scrollToBottom()

    def line_meant(self) -> LineView | None:
        """The line an operation on *the* line means: the selected, else the one at the cursor, else the last."""
        lines = self._model.lines
        selected = [line for line in lines if line.selected]
        if selected:
            return selected[0]
        row = self.currentIndex().row()
        if self.hasFocus() and 0 <= row < len(lines):
            return lines[row]
        return lines[-1] if lines else None

    def move_cursor(self, rows: int) -> None:
        """Move the cursor by so many rows, from the last line if it was nowhere."""
        count = len(self._model.lines)
        if not count:
            return
        row = self.currentIndex().row()
        target = count - 1 if row < 0 else max(0, min(count - 1, row + rows))
        index = self._model.index(target)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def toggle_cursor(self) -> None:
        """Select the line at the cursor, or let it go; the last one where the cursor is nowhere."""
        row = self.currentIndex().row()
        self._toggle(row if row >= 0 else len(self._model.lines) - 1)

    def _toggle(self, row: int) -> None:
        lines = self._model.lines
        if not 0 <= row < len(lines):
            return
        chosen = {line.number for line in lines if line.selected} ^ {lines[row].number}
        self.selection_wanted.emit(sorted(chosen))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A cursor shows where the focus is: at the line that is meant anyway."""
        super().focusInEvent(event)
        meant = self.line_meant()
        if meant is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(self._model.lines.index(meant)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the invitation where there are none."""
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self._theme.colour("surface"))
        ground.end()
        super().paintEvent(event)
        if self._model.lines:
            return
        painter = QPainter(self.viewport())
        if self.empty_text:
            self._paint_invitation(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus_ring"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_invitation(self, painter: QPainter) -> None:
        room = self.viewport().rect()
        painter.drawPixmap(room.center().x() - 28, room.center().y() - 70,
                           self._theme.icon("barcode", "text_secondary", 56))  # fmt: skip
        painter.setFont(self._theme.font("line"))
        painter.setPen(self._theme.colour("text_secondary"))
        painter.drawText(room.adjusted(16, 30, -16, 30), Qt.AlignmentFlag.AlignCenter, self.empty_text)
        painter.setFont(self._theme.font("body"))
        below = room.adjusted(16, 30 + 2 * self._theme.line("line"), -16, 30 + 2 * self._theme.line("line"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.empty_note)
