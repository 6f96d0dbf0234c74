"""Serial numbers on sheets: of one piece that is sold, and of the lines of which parts leave or come back."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from pos_app.acting_views import PartLineView
from pos_app.ui.sheets.parts_list import PartsList
from pos_app.ui.sheets.questions import QuestionSheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from retail.quantity import ONE


class SerialSheet(QuestionSheet):
    """The serial number of a piece in the sale; a scan is the answer."""

    name = "serials"

    def __init__(self, theme: Theme, line: int, item: str) -> None:
        super().__init__(
            theme, tr("Serial number of {name}", name=item), tr("Number"), "serials",
            tr("Scan the piece, or type its number. Several are typed with commas."),
        )  # fmt: skip
        self._line = line

    def take_code(self, code: str) -> bool:
        """The piece was scanned."""
        self.field.setText(code)
        self.submit()
        return True

    def params(self) -> dict[str, object]:
        """The number, and the line it is of."""
        return {"line": self._line, **super().params()}

    def draft(self) -> Mapping[str, object]:
        """Nothing: another line has other pieces."""
        return {}


class SerialsByLine(QObject):
    """What was scanned or typed of each line; the field is for the current one."""

    changed = Signal()
    doubled = Signal(str)

    def __init__(self, parts: PartsList, field: QLineEdit) -> None:
        super().__init__(field)
        self._parts = parts
        self._field = field
        self._typed: dict[int, str] = {}
        field.setMaxLength(10_000)
        field.setAccessibleName(tr("Serial numbers"))
        parts.turned.connect(self.show)
        field.textEdited.connect(self._type)

    def given(self, number: int) -> list[str]:
        """The serial numbers of a line so far."""
        return [each.strip() for each in self._typed.get(number, "").split(",") if each.strip()]

    def lacks(self, line: PartLineView) -> bool:
        """More of the line is chosen than there are numbers for."""
        numbered = len(self.given(line.number)) * ONE + line.without_serial
        return line.asks_serial and numbered < self._parts.chosen[line.number]

    def take(self, line: PartLineView, code: str) -> None:
        """One more piece of a line, unless it is there already."""
        given = self.given(line.number)
        if code in given:
            self.doubled.emit(code)
            return
        self._typed[line.number] = ", ".join([*given, code])
        self._parts.show_current(line.number)
        self.changed.emit()

    def show(self) -> None:
        """Show those of the current line, where it has such."""
        line = self._parts.line
        self._field.setEnabled(line is not None and line.asks_serial)
        text = self._typed.get(line.number, "") if line is not None else ""
        if self._field.text() != text:
            self._field.setText(text)

    def why_not(self) -> str:
        """The first line that lacks some, in words; empty where none does."""
        lacking = next((line for line in self._parts.lines if self.lacks(line)), None)
        if lacking is None:
            return ""
        return tr("Scan or type the serial number of each {name} first.", name=lacking.name)

    def _type(self, text: str) -> None:
        if self._parts.line is not None:
            self._typed[self._parts.line.number] = text
        self.changed.emit()
