"""Lines of which a part is chosen, each with how much of it; one of them is the current one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.acting_views import PartLineView
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import ResultList, Row
from pos_app.ui.sheets.sheet import label
from pos_app.ui.texts import spoken, tr
from pos_app.ui.theme import Theme
from retail.quantity import ONE, pieces, show_quantity


class PartsList(QWidget):
    """Lines with how much of each is chosen; the keys below it are for the current line."""

    changed = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, lines: Sequence[PartLineView], chosen: Mapping[int, int]) -> None:
        super().__init__()
        self._theme = theme
        self.lines = tuple(lines)
        self.chosen = {line.number: chosen.get(line.number, 0) for line in lines}
        self.reasons: dict[int, str] = {}
        self._typed = ""
        self.list = ResultList(theme, tr("Lines"))
        self.shown = label(theme, "", "input")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less, self.more = self._key("\u2212", tr("One less")), self._key("+", tr("One more"))
        self.all, self.none = self._key(tr("All"), tr("All lines")), self._key(tr("None"), tr("No line"))
        keys = QHBoxLayout()
        keys.setSpacing(theme.gap)
        for each in (self.less, self.shown, self.more):
            keys.addWidget(each)
        keys.addStretch(1)
        keys.addWidget(self.none)
        keys.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap)
        column.addWidget(self.list, 1)
        column.addLayout(keys)
        self.less.clicked.connect(lambda: self.add(-ONE))
        self.more.clicked.connect(lambda: self.add(ONE))
        self.all.clicked.connect(lambda: self._set({line.number: line.most for line in self.lines}))
        self.none.clicked.connect(lambda: self._set(dict.fromkeys(self.chosen, 0)))
        self.list.taken.connect(lambda row: self.turn_to(row))
        self.draw()

    def _key(self, text: str, name: str) -> FaceButton:
        button = FaceButton(self._theme, text, "plain")
        button.setAccessibleName(name)
        button.setFixedSize(84 if self._theme.is_narrow else 96, 56 if self._theme.is_narrow else 64)
        return button

    @property
    def line(self) -> PartLineView | None:
        """The current line."""
        return self.lines[self.list.row] if 0 <= self.list.row < len(self.lines) else None

    def turn_to(self, row: int) -> None:
        """Make another line the current one."""
        self._typed = ""
        self.list.step(row - self.list.row)
        self._show_quantity()
        self.turned.emit()

    def add(self, thousandths: int, number: int | None = None) -> None:
        """More or less of a line, the current one unless it is named; never more than there is."""
        line = next((each for each in self.lines if each.number == number), self.line)
        if line is not None:
            self._typed = ""
            self._set({line.number: self.chosen[line.number] + thousandths})

    def type_digit(self, digit: str) -> None:
        """Type how many of the current line."""
        line = self.line
        if line is None:
            return
        self._typed = self._typed + digit
        if int(self._typed) * ONE > line.most:
            self._typed = digit
        typed = self._typed
        self._set({line.number: int(typed) * ONE})
        self._typed = typed

    def _set(self, quantities: Mapping[int, int]) -> None:
        most = {line.number: line.most for line in self.lines}
        self.chosen |= {number: max(0, min(most[number], each)) for number, each in quantities.items()}
        self.draw()
        self.changed.emit()

    def draw(self) -> None:
        """Show how much of each is chosen."""
        row, at = max(0, self.list.row), self.list.verticalScrollBar().value()
        self.list.show_rows([self._row(line) for line in self.lines])
        self.list.step(row)
        self.list.verticalScrollBar().setValue(at)
        self._show_quantity()

    def _show_quantity(self) -> None:
        line = self.line
        chosen = 0 if line is None else self.chosen[line.number]
        self.shown.setText(spoken().write(pieces(chosen)))
        self.shown.setMinimumWidth(self._theme.scaled(56))

    def _row(self, line: PartLineView) -> Row:
        chosen = self.chosen[line.number]
        write = spoken().write
        return Row(
            line.name,
            line.detail,
            f"{write(pieces(chosen))} / {write(pieces(line.most))}",
            self.reasons.get(line.number, ""),
            icon="check" if chosen else "checking",
        )

    def quantities(self) -> dict[str, str]:
        """How much of each line that is chosen, as an operation takes it."""
        return {str(number): show_quantity(each) for number, each in self.chosen.items() if each}

    def next_of(self, numbers: Sequence[int]) -> int | None:
        """The line a scanned article means: the first of it that is not wholly chosen."""
        open_lines = [
            line.number
            for line in self.lines
            if line.number in numbers and self.chosen[line.number] < line.most
        ]
        return open_lines[0] if open_lines else None

    def show_current(self, number: int) -> None:
        """Make the line with this number the current one."""
        rows = [line.number for line in self.lines]
        self.turn_to(rows.index(number))
