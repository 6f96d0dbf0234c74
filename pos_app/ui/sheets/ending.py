"""Cancelling an order (D17): why, what it costs, and what goes back; the sum stands as people work it out."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from pos_app.acting_views import CancelView
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import Choices, DigitKeys
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import FactView, PreviewView


class CancelSheet(Sheet):
    """Nothing changes before the refund is done; the reason has keys 1 to 9."""

    name = "cancel-order"

    def __init__(self, theme: Theme, view: CancelView) -> None:
        super().__init__(
            theme, view.title, tr("Cancel order"), tr("Nothing changes until the refund is done.")
        )
        self.view = view
        self.primary.set_look("danger")
        self.reason = Choices(theme, [(each.value, each.text, "") for each in view.reasons], keyed=True)
        self.body.addWidget(self.reason)
        self.fact(tr("Deposit paid"), f"{view.deposit} {view.currency}")
        self.charge = self.text_field("0", width=140, longest=14)
        self.charge.setText(view.charge)
        approved = tr("another charge is approved by a manager") if view.locked else ""
        note = label(theme, approved, "secondary", "text_secondary")
        note.setWordWrap(True)
        self.row(tr("Cancellation charge"), self.charge, label(theme, view.currency), note)
        self.result_name = label(theme, "", "strong")
        self.result = label(theme, "", "input")
        line = self.row("", self.result_name, self.result)
        line.setContentsMargins(0, 6, 0, 0)
        self.body.addStretch(1)
        self.keys = DigitKeys(theme, self.charge)
        self.body.addWidget(self.keys)
        self._show_result(view.result)
        self._check()
        self.reason.chosen.connect(self._reasoned)
        self.charge.textEdited.connect(self.touch)

    def _reasoned(self, value: str) -> None:
        self._check()
        self.primary.setFocus()
        self.touch()

    def _check(self) -> None:
        self.primary.set_why_not("" if self.reason.value else tr("Say why: choose a reason first."))

    def _show_result(self, result: FactView) -> None:
        self.result_name.setText(result.label)
        self.result.setText(f"{result.value} {self.view.currency}")
        words = tr("Cancel order ({result} {amount})", result=result.label, amount=result.value)
        self.primary.setText(tr("Cancel order") if self.theme.is_narrow else words)
        self.primary.setAccessibleName(words)

    def show_preview(self, preview: PreviewView) -> None:
        """Show what goes back with this charge."""
        self.show_problem(preview.problem)
        if "amount" in preview.values:
            self._show_result(FactView(str(preview.values["result"]), str(preview.values["amount"])))

    def params(self) -> dict[str, object]:
        """The answers; the charge only where it was changed."""
        answers: dict[str, object] = {"id": self.view.id, "reason": self.reason.value}
        typed = self.charge.text().strip()
        if typed != self.view.charge:
            answers["charge"] = typed or "0"
        return answers

    def draft(self) -> Mapping[str, object]:
        """Nothing: another order has other sums."""
        return {}

    def type_text(self, text: str) -> bool:
        """The keys 1 to 9 choose a reason, unless the charge is being typed."""
        if self.charge.hasFocus():
            return False
        self.reason.take_key(text)
        return True

    def enter(self) -> bool:
        """Enter cancels once there is a reason, wherever the focus is but on Close."""
        focused = self.focusWidget()
        if isinstance(focused, FaceButton) and focused is self.close_button:
            focused.click()
        else:
            self.submit()
        return True

    def first_field(self) -> QWidget:
        """The reason: the only field without a default."""
        return next(iter(self.reason.buttons.values()), self.primary)
