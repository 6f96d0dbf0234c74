"""How much of each line: handing out (D20), picking, packing and shipping, by tap, by key and by scan."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit

from pos_app.acting_views import PartsView
from pos_app.ui.sheets.parts_list import PartsList
from pos_app.ui.sheets.serials import SerialsByLine
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import Among
from retail.orders.order import SHELF_MAX
from retail.quantity import ONE


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
        asks = [line.number for line in view.lines if line.asks_serial]
        self.serials = self._field(
            tr("Serial numbers"), tr("Scan or type them, with commas"), shown=bool(asks)
        )
        self.by_line = SerialsByLine(self.parts, self.serials)
        self.show_consequence(view.consequence)
        self._is_counting = False
        self.parts.changed.connect(self._changed)
        self.by_line.changed.connect(self._changed)
        self.by_line.doubled.connect(
            lambda code: self.refused.emit(
                tr("Serial number {serial} is there already. Scan another piece.", serial=code)
            )
        )
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
        lacking = [line for line in self.view.lines if self.by_line.lacks(line)]
        if not lacking:
            return False
        current = self.parts.line
        self.by_line.take(current if current is not None and current in lacking else lacking[0], code)
        return True

    def _changed(self) -> None:
        self.by_line.show()
        self.primary.set_why_not(self._why_not())
        self.touch()

    def _why_not(self) -> str:
        if not self.parts.quantities():
            return tr("Nothing is chosen. Choose 1 or more of a line.")
        return self.by_line.why_not()

    def params(self) -> dict[str, object]:
        """The quantities, and what was asked besides."""
        quantities = self.parts.quantities()
        answers: dict[str, object] = {"id": self.view.id, "quantities": quantities}
        if self.collector.text().strip():
            answers["collector"] = self.collector.text().strip()
        if self.view.shelf is not None:
            answers["shelf"] = self.shelf.text().strip()
        serials = {
            str(line.number): self.by_line.given(line.number)
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
