"""Sheets about money: the deposit (D10) and the payment (D12)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from pos_app.ui.button_grid import dress
from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.sheets.fields import Choices, DigitKeys, ResultList, Row
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ArrangementView, ButtonView, DepositView, PaymentView, PreviewView


class DepositSheet(Sheet):
    """D10: another deposit, as an amount or as a share of the order, with a reason."""

    name = "deposit"
    is_written = False

    def __init__(self, theme: Theme, view: DepositView) -> None:
        super().__init__(theme, tr("Deposit override"), tr("Apply"), view.note)
        self.view = view
        for name, value in ((tr("Order total"), view.total), (view.default_label, view.default),
                            (tr("Asked for now"), view.current)):  # fmt: skip
            self.fact(name, f"{value} {view.currency}")
        self.amount = self.text_field(view.default, width=106 if theme.is_narrow else 160, longest=14)
        self.percent = self.text_field(width=70 if theme.is_narrow else 120, longest=6)
        self.row(
            tr("New deposit"),
            self.amount,
            label(theme, f"{view.currency}   {tr('or')}"),
            self.percent,
            label(theme, "%"),
        )
        self.percent.setAccessibleName(tr("New deposit in percent"))
        self.reason = Choices(theme, [(each.value, each.text, "") for each in view.reasons],
                              view.reasons[0].value if view.reasons else "")  # fmt: skip
        self.row(tr("Reason"), self.reason)
        self.body.addStretch(1)
        self.keys = DigitKeys(theme, self.amount, self.percent)
        self.body.addWidget(self.keys)
        self._by_percent = False
        self.amount.textEdited.connect(lambda: self._edited(by_percent=False))
        self.percent.textEdited.connect(lambda: self._edited(by_percent=True))
        self.reason.chosen.connect(self.touch)

    def _edited(self, by_percent: bool) -> None:
        self._by_percent = by_percent
        (self.amount if by_percent else self.percent).setText("")
        self.touch()

    def params(self) -> dict[str, object]:
        """The answers."""
        answers: dict[str, object] = {"reason": self.reason.value}
        if self._by_percent and self.percent.text().strip():
            answers["percent"] = self.percent.text().strip()
        else:
            answers["amount"] = self.amount.text().strip()
        return answers

    def show_preview(self, preview: PreviewView) -> None:
        """Show what it would mean, and the amount for a share."""
        super().show_preview(preview)
        amount = preview.values.get("amount")
        if self._by_percent and amount is not None:
            self.amount.setText(str(amount))

    def submit(self) -> None:
        """Apply the amount; a share is applied as the amount it came to."""
        if not self.amount.text().strip():
            self.show_problem(tr("Type the new deposit, as an amount or in percent."))
            return
        self.submitted.emit({"amount": self.amount.text().strip(), "reason": self.reason.value})

    def first_field(self) -> QWidget:
        """The amount."""
        return self.amount


class PaymentSheet(Sheet):
    """D12: what is due, what has been paid, more tenders, and how the rest of an order is paid."""

    name = "payment"
    tender_pressed = Signal(object, str)

    def __init__(self, theme: Theme, view: PaymentView) -> None:
        super().__init__(theme, tr("Payment"), view.primary.text)
        self.view: PaymentView | None = None
        self.due = label(theme, "", "input" if theme.is_narrow else "amount")
        self.caption = label(theme, "", "body", "text_secondary")
        head = QHBoxLayout()
        head.addWidget(self.caption)
        head.addStretch(1)
        head.addWidget(self.due)
        self.body.addLayout(head)
        self.amount = self.text_field(tr("Amount handed over"), width=260, longest=14)
        self.row(tr("Amount"), self.amount)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(theme.gap)
        self.body.addLayout(self._buttons)
        self.balance = label(theme, "", "strong")
        self.body.addWidget(self.balance)
        self._arrangements = Flow(theme.gap)
        self.body.addLayout(self._arrangements)
        self.list = ResultList(theme, tr("Paid so far"))
        self.body.addWidget(self.list, 1)
        self.tenders: list[FaceButton] = []
        self.arrangements: list[FaceButton] = []
        self.list.taken.connect(self._remove)
        self.show_payment(view)

    def show_payment(self, view: PaymentView) -> None:
        """Draw the payment as it stands now."""
        self.view = view
        self.caption.setText(view.caption)
        self.due.setText(f"{view.due} {view.currency}")
        self.balance.setText(view.balance)
        self.balance.setVisible(bool(view.balance))
        rows = [
            Row(each.text, each.note or tr("Tap to remove"), each.amount, icon="payment")
            for each in view.tenders
        ]
        self.list.show_rows(rows, tr("Nothing paid yet"))
        self.list.clearSelection()
        self._show_tenders([each for each in view.buttons if each.operation.startswith("tender.")])
        self._show_arrangements(view.arrangements)
        self.primary.setText(view.primary.text)
        self.primary.set_why_not(view.primary.why_not)

    def _show_tenders(self, views: list[ButtonView]) -> None:
        for button in self.tenders:
            button.hide()
            button.deleteLater()
        self.tenders = []
        for position, view in enumerate(views):
            button = FaceButton(self.theme, view.text, "payment" if position == 0 else "tender")
            button.setMinimumWidth(64)
            button.setFixedHeight(56 if self.theme.is_narrow else 64)
            dress(button, view)
            button.clicked.connect(lambda checked=False, view=view: self.press(view))
            row, column, span = (0, 4 * position, 4) if position < 3 else (1, 3 * (position - 3), 3)
            self._buttons.addWidget(button, row, column, 1, span)
            self.tenders.append(button)

    def _show_arrangements(self, views: tuple[ArrangementView, ...]) -> None:
        for button in self.arrangements:
            button.hide()
            button.deleteLater()
        self.arrangements = []
        for view in views:
            button = FaceButton(self.theme, view.text, "choice")
            button.setFixedHeight(self.theme.field_height)
            button.setMinimumWidth(button.sizeHint().width())
            button.badge = view.key
            button.set_why_not(view.why_not)
            button.set_chosen(view.chosen)
            button.clicked.connect(lambda checked=False, view=view: self._arrange(view))
            self._arrangements.addWidget(button)
            self.arrangements.append(button)

    def press(self, view: ButtonView) -> None:
        """Take a tender, with the amount typed on this sheet."""
        if view.why_not:
            self.refused.emit(view.why_not)
            return
        typed = self.amount.text().strip()
        self.amount.setText("")
        self.tender_pressed.emit(view, typed)

    def press_key(self, name: str) -> bool:
        """The keys of the tender buttons work here too; once nothing is due, a key that says how the rest is paid."""
        for arrangement in self.view.arrangements if self.view else ():
            if arrangement.key == name:
                self._arrange(arrangement)
                return True
        for view in self.view.buttons if self.view else ():
            if view.key == name and view.operation.startswith("tender."):
                self.press(view)
                return True
        return False

    def _arrange(self, view: ArrangementView) -> None:
        if view.why_not:
            self.refused.emit(view.why_not)
        else:
            self.operation_requested.emit(view.operation, dict(view.params))

    def _remove(self, row: int) -> None:
        if self.view and 0 <= row < len(self.view.tenders):
            self.operation_requested.emit("tender.void", {"number": self.view.tenders[row].number})

    def submit(self) -> None:
        """Conclude, or say why it cannot be done yet. A typed amount is taken as cash first."""
        if self.amount.text().strip() and self.view and self.view.buttons:
            self.press(self.view.buttons[0])
        elif self.primary.why_not:
            self.refused.emit(self.primary.why_not)
        elif self.view:
            self.operation_requested.emit(self.view.primary.operation, dict(self.view.primary.params))

    def first_field(self) -> QWidget:
        """The amount while something is due."""
        return self.amount if self.primary.why_not else self.primary
