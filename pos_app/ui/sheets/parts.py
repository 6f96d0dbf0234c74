"""How much of each line: handing out (D20), picking, packing and shipping, by tap, by key and by scan."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos_app.acting_views import PartLineView, PartsView
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import ResultList, Row
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import spoken, tr
from pos_app.ui.theme import Theme
from pos_app.views import Among
from retail.orders.order import SHELF_MAX
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


class PartsSheet(Sheet):
    """All of each line to begin with; the first scan starts counting from nothing.

    Where a product asks for serial numbers, a scan that is no article here is one of the line that lacks some.
    """

    name = "parts"
    picks = True

    def __init__(self, theme: Theme, view: PartsView) -> None:
        super().__init__(
            theme, view.title, view.primary, tr("Scan what leaves, or take it as it is. All sets it back.")
        )
        self.view = view
        self.parts = PartsList(theme, view.lines, {line.number: line.most for line in view.lines})
        self.body.addWidget(self.parts, 1)
        self.collector = self._field(tr("Collected by"), view.collector, shown=bool(view.collector))
        self.shelf = self._field(tr("Shelf"), tr("Where it waits"), shown=view.shelf is not None)
        self.shelf.setMaxLength(SHELF_MAX)
        self.shelf.setText(view.shelf or "")
        self._given: dict[int, str] = {}
        asks = [line.number for line in view.lines if line.asks_serial]
        self.serials = self._field(
            tr("Serial numbers"), tr("Scan or type them, with commas"), shown=bool(asks)
        )
        self.serials.setMaxLength(10_000)
        self.show_consequence(view.consequence)
        self._is_counting = False
        self.parts.changed.connect(self._changed)
        self.parts.turned.connect(self._show_serials)
        self.serials.textEdited.connect(self._type_serials)
        if asks:
            self.parts.show_current(asks[0])
            self._changed()

    def _field(self, name: str, placeholder: str, *, shown: bool) -> QLineEdit:
        field = self.text_field(placeholder, width=420, longest=100)
        field.setAccessibleName(name)
        if shown:
            self.row(name, field)
        else:
            field.hide()
        return field

    @property
    def among(self) -> Among:
        """The lines that a scanned code may mean."""
        return tuple((line.number, line.product) for line in self.view.lines)

    def take_scan(self, lines: Sequence[int]) -> None:
        """One more of the scanned article; the first scan counts from nothing."""
        if not self._is_counting:
            self._is_counting = True
            self.parts.none.click()
        number = self.parts.next_of(lines)
        if number is None:
            self.refused.emit(tr("All of this is counted already. Go on, or press None to count again."))
            return
        self.parts.show_current(number)
        self.parts.add(ONE, number)

    def take_code(self, code: str) -> bool:
        """A code that is no article of these lines is a serial number, of the current line first."""
        if any(code in line.codes for line in self.view.lines):
            return False
        lacking = [line.number for line in self.view.lines if self._lacks(line)]
        if not lacking:
            return False
        current = self.parts.line
        number = current.number if current is not None and current.number in lacking else lacking[0]
        given = self.given(number)
        if code in given:
            self.refused.emit(tr("Serial number {serial} is there already.", serial=code))
            return True
        self._given[number] = ", ".join([*given, code])
        self.parts.show_current(number)
        self._changed()
        return True

    def given(self, number: int) -> list[str]:
        """The serial numbers of a line so far."""
        return [each.strip() for each in self._given.get(number, "").split(",") if each.strip()]

    def _lacks(self, line: PartLineView) -> bool:
        return line.asks_serial and len(self.given(line.number)) * ONE < self.parts.chosen[line.number]

    def _show_serials(self) -> None:
        line = self.parts.line
        asks = line is not None and line.asks_serial
        self.serials.setEnabled(asks)
        text = self._given.get(line.number, "") if line is not None else ""
        if self.serials.text() != text:
            self.serials.setText(text)

    def _type_serials(self, text: str) -> None:
        if self.parts.line is not None:
            self._given[self.parts.line.number] = text
        self._changed()

    def _changed(self) -> None:
        self._show_serials()
        self.primary.set_why_not(self._why_not())
        self.touch()

    def _why_not(self) -> str:
        if not self.parts.quantities():
            return tr("Nothing is chosen. Choose 1 or more of a line.")
        lacking = next((line for line in self.view.lines if self._lacks(line)), None)
        if lacking is None:
            return ""
        return tr("Scan or type the serial number of each {name} first.", name=lacking.name)

    def params(self) -> dict[str, object]:
        """The quantities, and what was asked besides."""
        quantities = self.parts.quantities()
        answers: dict[str, object] = {"id": self.view.id, "quantities": quantities}
        if self.collector.text().strip():
            answers["collector"] = self.collector.text().strip()
        if self.view.shelf is not None:
            answers["shelf"] = self.shelf.text().strip()
        serials = {
            str(line.number): self.given(line.number)
            for line in self.view.lines
            if line.asks_serial and str(line.number) in quantities
        }
        return {**answers, "serials": serials} if serials else answers

    def draft(self) -> Mapping[str, object]:
        """Nothing: another order has other lines."""
        return {}

    def step(self, rows: int) -> bool:
        """Arrows move in the lines."""
        self.parts.turn_to(max(0, min(len(self.view.lines) - 1, self.parts.list.row + rows)))
        return True

    def type_text(self, text: str) -> bool:
        """Digits say how many, plus and minus one more or less; in a field of words they are its own."""
        if any(field.hasFocus() for field in (self.collector, self.shelf, self.serials)):
            return False
        if text.isascii() and text.isdigit():
            self.parts.type_digit(text)
        elif text in ("+", "-"):
            self.parts.add(ONE if text == "+" else -ONE)
        return True
