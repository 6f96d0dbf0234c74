"""Fields of sheets that are more than a line of text: one of several, a day, a list of what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.texts import spoken, tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone
from pos_app.views import DaysView
from retail.orders.delivery import first_open_day

LIST_LEAST = 64
NOTE_LEAST = 64
_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Choices(Zone):
    """A row of buttons of which one is chosen; arrows move, Space chooses."""

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: list[tuple[str, str, str]],
        value: str = "",
        width: int = 0,
        *,
        keyed: bool = False,
    ) -> None:
        """`options` are (value, text, why not); where they are `keyed`, the keys 1 to 9 stand on them."""
        super().__init__()
        self.theme, self._width, self._keyed = theme, width, keyed
        self.value = value
        self.buttons: dict[str, FaceButton] = {}
        self._flow = Flow(theme.gap, self)
        self.offer(options, value)

    def offer(self, options: list[tuple[str, str, str]], value: str) -> None:
        """Offer these instead of those before, with this one chosen."""
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self.buttons, self.value = {}, value
        theme, keyed, width = self.theme, self._keyed, self._width
        for position, (each, text, why_not) in enumerate(options[: 9 if keyed else None], 1):
            button = FaceButton(theme, text, "choice")
            button.badge = str(position) if keyed else ""
            button.setFixedHeight(theme.field_height)
            wide = QFontMetrics(theme.font("strong")).horizontalAdvance(text) + (
                (42 if theme.is_narrow else 56) + (24 if keyed else 0)
            )
            button.setFixedWidth(width or max(80 if theme.is_narrow else 88, wide))
            button.set_why_not(why_not)
            button.describe()
            button.clicked.connect(lambda checked=False, each=each: self.choose(each))
            self.buttons[each] = button
            self._flow.addWidget(button)
        self.stops = list(self.buttons.values())
        self._mark()

    def take_key(self, text: str) -> None:
        """The keys 1 to 9 choose."""
        values = list(self.buttons)
        if len(text) == 1 and text.isascii() and text.isdigit() and 1 <= int(text) <= len(values):
            self.choose(values[int(text) - 1])

    def choose(self, value: str) -> None:
        """Choose one, or say why it cannot be chosen."""
        if why_not := self.buttons[value].why_not:
            self.refused.emit(why_not)
            return
        self.value = value
        self._mark()
        self.chosen.emit(value)

    def mark(self, value: str) -> None:
        """Show another one as chosen, without choosing it."""
        self.value = value
        self._mark()

    def _mark(self) -> None:
        for each, button in self.buttons.items():
            button.set_chosen(each == self.value)


def show_day(day: date) -> str:
    """A day as people read it: `Tue 24 Nov 2026`."""
    return spoken().notation.full_day(day)


def open_from(day: date, days: DaysView) -> date:
    """The first day from `day` on which the store is open."""
    return first_open_day(day, 0, days.closed)


def open_before(day: date, days: DaysView) -> date:
    """The last day up to `day` on which the store is open; that very day where there is none to be chosen."""
    back = (day - timedelta(days=each) for each in range((day - days.earliest).days + 1))
    return next((each for each in back if each not in days.closed), day)


class DayField(QWidget):
    """A day, with quick buttons for the usual ones and a calendar for the others."""

    changed = Signal()
    calendar_wanted = Signal()

    def __init__(self, theme: Theme, days: DaysView) -> None:
        super().__init__()
        self.days = days
        self.day = days.chosen
        line = Flow(theme.gap, self)
        self.shown = FaceButton(theme, show_day(days.chosen), "plain")
        self.shown.icon_name = "calendar"
        self.shown.setFixedSize(theme.scaled(230), theme.field_height)
        self.earliest = FaceButton(theme, tr("Earliest"), "choice")
        self.week = FaceButton(theme, tr("+1 week"), "choice")
        self.shown.clicked.connect(self.calendar_wanted)
        self.earliest.clicked.connect(lambda: self.choose(self.days.earliest))
        self.week.clicked.connect(
            lambda: self.choose(open_from(self.days.earliest + timedelta(days=7), self.days))
        )
        for button in (self.shown, self.earliest, self.week):
            line.addWidget(button)
        for button in (self.earliest, self.week):
            button.setFixedSize(max(110, button.sizeHint().width()), theme.field_height)
        self._mark()

    def set_days(self, days: DaysView) -> None:
        """Other days may be chosen now (another store)."""
        self.days = days
        self.choose(days.chosen)

    def choose(self, day: date) -> None:
        """Take this day."""
        self.day = day
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self.shown.setText(show_day(self.day))
        self.shown.setAccessibleName(tr("Day {day}. Open the calendar", day=show_day(self.day)))
        self.earliest.set_chosen(self.day == self.days.earliest)
        self.week.set_chosen(self.day == open_from(self.days.earliest + timedelta(days=7), self.days))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: two lines at the left, two at the right, an `icon` before them; `marked` rows are chosen.

    The `note` stands before the value; where room is short, it gives way to the text but for its first word.
    """

    text: str
    detail: str = ""
    value: str = ""
    value_detail: str = ""
    icon: str = ""
    chip: str = ""
    faded: bool = False
    marked: bool = False
    note: str = ""
    picture: str = ""


class RowsModel(QAbstractListModel):
    """Rows for a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The row for the delegate; words for everybody else."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == int(Qt.ItemDataRole.UserRole):
            return row
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return ", ".join(
                part
                for part in (row.text, row.chip, row.detail, row.note, row.value, row.value_detail)
                if part
            )
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints a row in two lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A finger's height."""
        return QSize(0, 60)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row; the current one has a bar as well as a colour."""
        row: Row = index.data(int(Qt.ItemDataRole.UserRole))
        theme = self._theme
        box: QRect = option.rect
        painter.save()
        chosen = row.marked or bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme.colour("selected" if chosen else "surface"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 5, box.height()), theme.colour("mark"))
        painter.fillRect(QRect(box.left() + 12, box.bottom(), box.width() - 24, 1), theme.colour("divider"))
        left = box.left() + 16 + self.paint_icon(painter, row, box.left() + 16, box.top())
        right = QRect(left, box.top() + 6, box.right() - 16 - left, 26)
        painter.setFont(theme.font("line", figures=True))
        painter.setPen(theme.colour("text_disabled" if row.faded else "text"))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.value)
        taken = painter.fontMetrics().horizontalAdvance(row.value) + 16 if row.value else 0
        first = right.adjusted(0, 0, -taken, 0)
        note, wide = self._note(row, first.width())
        self._paint_text(painter, row, first.adjusted(0, 0, -wide, 0))
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text_secondary"))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        below = right.translated(0, 26)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.value_detail)
        taken = painter.fontMetrics().horizontalAdvance(row.value_detail) + 16 if row.value_detail else 0
        room = below.adjusted(0, 0, -taken, 0)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter,
            painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, room.width()),
        )
        painter.restore()

    def paint_icon(self, painter: QPainter, row: Row, left: int, top: int) -> int:
        """Paint what stands before the text; how much room it takes."""
        if row.icon:
            painter.drawPixmap(left, top + 18, self._theme.icon(row.icon, "text_secondary", 24))
        return 38 if row.icon else 0

    def _note(self, row: Row, room: int) -> tuple[str, int]:
        """The note as far as the text leaves room, and how wide it is."""
        if not row.note:
            return "", 0
        metrics, text = (QFontMetrics(self._theme.font(each)) for each in ("secondary", "line"))
        left = max(NOTE_LEAST, room - text.horizontalAdvance(row.text) - 16)
        note = metrics.elidedText(row.note, Qt.TextElideMode.ElideRight, left)
        return note, metrics.horizontalAdvance(note) + 16

    def _paint_text(self, painter: QPainter, row: Row, room: QRect) -> None:
        theme = self._theme
        painter.setFont(theme.font("line"))
        chip = QFontMetrics(theme.font("secondary")).horizontalAdvance(row.chip) + 46 if row.chip else 0
        metrics = painter.fontMetrics()
        top = room if row.detail or row.value_detail else room.translated(0, 11)
        shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, top.width() - chip)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, shown)
        if not row.chip:
            return
        at = QRect(top.left() + metrics.horizontalAdvance(shown) + 10, top.top(), chip - 10, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("alt"))
        painter.drawRoundedRect(at, 13, 13)
        painter.drawPixmap(at.left() + 8, at.top() + 5, theme.icon("waiting", "text", 16))
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text"))
        painter.drawText(at.adjusted(28, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.chip)


class ResultList(QListView):
    """What was found; a tap or Enter takes one, arrows move while the search box keeps the focus."""

    taken = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._model = RowsModel(self)
        self.empty_text = ""
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda index: self.taken.emit(index.row()))

    def sizeHint(self) -> QSize:
        """A list takes what is left, and scrolls."""
        return QSize(LIST_LEAST * 3, LIST_LEAST)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def row(self) -> int:
        """The current row, or -1."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[Row], empty_text: str = "") -> None:
        """Show these; the first is the current one."""
        self.empty_text = empty_text
        self._model.show_rows(rows)
        if rows:
            self.setCurrentIndex(self._model.index(0))
        self.viewport().update()

    def step(self, rows: int) -> None:
        """Make another row the current one."""
        if self._model.rows:
            self.setCurrentIndex(self._model.index(max(0, min(len(self.rows) - 1, self.row + rows))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words for none."""
        super().paintEvent(event)
        if self._model.rows or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text_secondary"))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self.viewport().rect().adjusted(24, 0, -24, 0), flags, self.empty_text)
        painter.end()


class DigitKeys(QWidget):
    """Two rows of keys for sheets that ask for a number, where the pad is covered."""

    def __init__(self, theme: Theme, *fields: QLineEdit) -> None:
        """The keys type into the one of `fields` that has the focus, else into the first."""
        super().__init__()
        self._fields = fields
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.gap)
        for position, name in enumerate(
            ("1", "2", "3", "4", "5", "erase", "6", "7", "8", "9", "0", spoken().notation.decimal_mark)
        ):
            key = FaceButton(theme, "" if name == "erase" else name, "pad")
            key.setMinimumWidth(64)
            key.setFixedHeight(56 if theme.is_narrow else 64)
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if name == "erase":
                key.icon_name = "backspace"
                key.setAccessibleName(tr("Erase"))
            key.clicked.connect(lambda checked=False, name=name: self._press(name))
            grid.addWidget(key, position // 6, position % 6)

    def _press(self, name: str) -> None:
        field = next((each for each in self._fields if each.hasFocus()), self._fields[0])
        if not field.hasFocus():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not field.isModified():
            field.selectAll()  # what stood there to begin with gives way, as it does to a key
        if name == "erase":
            field.backspace()
        else:
            field.insert(name)
        field.textEdited.emit(field.text())
