"""Taking goods of an order back (D18) with their reasons, and the shipping that is refunded (D21)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from pos_app.acting_views import ReturnView
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.parts_list import PartsList
from pos_app.ui.sheets.serials import SerialsByLine
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import Among
from retail.quantity import ONE


class ReturnSheet(Sheet):
    """A scan is one more; the reason is the current line's, and the last one is offered for the next."""

    name = "return"
    picks = True
    shipping_wanted = Signal()

    def __init__(self, theme: Theme, view: ReturnView, last_reason: str = "") -> None:
        super().__init__(
            theme,
            view.title,
            tr("Return, then refund"),
            view.note or tr("Scan what comes back, then say why."),
        )
        self.view = view
        self.reasons: dict[int, str] = {}
        self._texts = {each.value: each.text for each in view.reasons}
        self._last = last_reason if last_reason in self._texts else ""
        self.shipping_amount = ""
        self.parts = PartsList(theme, view.lines, {})
        self.body.addWidget(self.parts, 1)
        self.reason = Choices(theme, [(each.value, each.text, "") for each in view.reasons], keyed=True)
        self.body.addWidget(self.reason)
        self.serials = self.text_field(tr("Scan or type them, with commas"), width=420, longest=100)
        self.by_line = SerialsByLine(self.parts, self.serials)
        if any(line.asks_serial for line in view.lines):
            self.row(tr("Serial numbers"), self.serials)
        else:
            self.serials.hide()
        self.by_line.changed.connect(self._numbered)
        self.by_line.doubled.connect(
            lambda code: self.refused.emit(
                tr("Serial number {serial} is there already. Scan another piece.", serial=code)
            )
        )
        self.shipping = FaceButton(theme, "", "select")
        self.shipping.setFixedHeight(theme.field_height)
        self.shipping.setMinimumWidth(theme.scaled(264))
        self.shipping.set_why_not(view.shipping_why_not)
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        line.addWidget(self.shipping)
        used = label(theme, view.shipping or view.shipping_why_not, "secondary", "text_secondary")
        used.setWordWrap(True)
        line.addWidget(used, 1)
        self.body.addLayout(line)
        for each in (self.shipping, used):
            each.setVisible(view.ships)
        self.set_shipping("")
        self._check()
        self.parts.changed.connect(self._changed)
        self.parts.list.taken.connect(lambda row: self._show_reason())
        self.reason.chosen.connect(self._reasoned)
        self.shipping.clicked.connect(self._want_shipping)

    @property
    def among(self) -> Among:
        """The lines that a scanned code may mean."""
        return tuple((line.number, line.product) for line in self.view.lines)

    @property
    def last_reason(self) -> str:
        """What was said last, to be offered first next time."""
        return self._last

    def take_scan(self, lines: Sequence[int]) -> None:
        """One more of the scanned article comes back."""
        number = self.parts.next_of(lines)
        if number is None:
            self.refused.emit(tr("No more of this can come back. Scan or tap another line."))
            return
        self.parts.show_current(number)
        self.parts.add(ONE, number)

    def take_code(self, code: str) -> bool:
        """The serial number of a piece that left with this: that piece comes back."""
        line = next((each for each in self.view.lines if code in each.serials), None)
        if line is None:
            return False
        self.by_line.take(line, code)
        if len(self.by_line.given(line.number)) * ONE > self.parts.chosen[line.number]:
            self.parts.add(ONE, line.number)
        return True

    def _numbered(self) -> None:
        self._check()
        self.touch()

    def set_shipping(self, amount: str) -> None:
        """How much of the shipping goes back."""
        self.shipping_amount = amount
        shown = amount or "0"
        self.shipping.setText(tr("Shipping back {amount}", amount=shown))
        self.shipping.setAccessibleName(tr("Shipping back {amount}", amount=shown))
        self.touch()

    def _want_shipping(self) -> None:
        if self.shipping.why_not:
            self.refused.emit(self.shipping.why_not)
        else:
            self.shipping_wanted.emit()

    def _changed(self) -> None:
        for number, chosen in self.parts.chosen.items():
            if chosen and number not in self.reasons and self._last:
                self.reasons[number] = self._last
        self._show_reason()
        self.touch()

    def _reasoned(self, value: str) -> None:
        line = self.parts.line
        self._last = value
        if line is not None:
            if not self.parts.chosen[line.number]:
                self.parts.chosen[line.number] = min(ONE, line.most)
            for number, chosen in self.parts.chosen.items():
                if chosen and (number == line.number or number not in self.reasons):
                    self.reasons[number] = value
        self._show_reason()
        self.primary.setFocus()
        self.touch()

    def _show_reason(self) -> None:
        line = self.parts.line
        value = "" if line is None else self.reasons.get(line.number, "")
        self.reason.mark(value)
        self.parts.reasons = {
            number: self._texts[each] for number, each in self.reasons.items() if self.parts.chosen[number]
        }
        self.parts.draw()
        self.by_line.show()
        self._check()

    def _check(self) -> None:
        chosen = [number for number, each in self.parts.chosen.items() if each]
        why_not = "" if chosen else tr("Nothing is chosen. Scan or tap what comes back.")
        if chosen and not all(number in self.reasons for number in chosen):
            why_not = tr("Say why it comes back: choose a reason.")
        self.primary.set_why_not(why_not or self.by_line.why_not())

    def params(self) -> dict[str, object]:
        """What comes back, each with its quantity and reason, and the shipping."""
        items: list[dict[str, object]] = [
            {"line": int(number), "quantity": quantity, "reason": self.reasons.get(int(number), "")}
            for number, quantity in self.parts.quantities().items()
        ]
        for item in items:
            if given := self.by_line.given(int(str(item["line"]))):
                item["serials"] = given
        answers: dict[str, object] = {"id": self.view.id, "items": items}
        if self.view.invoice:
            answers["invoice"] = self.view.invoice
        if self.shipping_amount:
            answers["shipping"] = self.shipping_amount
        return answers

    def draft(self) -> Mapping[str, object]:
        """Nothing: another order has other lines."""
        return {}

    def step(self, rows: int) -> bool:
        """Arrows move in the lines."""
        self.parts.turn_to(max(0, min(len(self.view.lines) - 1, self.parts.list.row + rows)))
        self._show_reason()
        return True

    def type_text(self, text: str) -> bool:
        """The keys 1 to 9 say why, plus and minus one more or less."""
        if self.serials.hasFocus():
            return False
        if text in ("+", "-"):
            self.parts.add(ONE if text == "+" else -ONE)
        else:
            self.reason.take_key(text)
        return True
