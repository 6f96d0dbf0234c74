"""Counting a shift: to close it, when over or short is said, or to declare it, when nothing is said of either."""

from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.till_views import CountView
from pos_app.ui.sheets.fields import DigitKeys
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme


class CloseShiftSheet(Sheet):
    """What was counted in the till; what is over or short shows while it is typed."""

    name = "close-shift"

    def __init__(self, theme: Theme, view: CountView) -> None:
        title = self.titled()
        super().__init__(theme, title, title, tr("Count the cash in the till."))
        self.view = view
        for fact in view.facts:
            self.fact(fact.label, fact.value)
        self.field: QLineEdit = self.text_field(width=260, longest=14)
        self.row(f"{tr('Counted cash')} {view.currency}", self.field)
        self.also: dict[str, QLineEdit] = {}
        for each in view.also:
            self.also[each.value] = self.text_field(width=260, longest=14)
            self.row(f"{each.text} {view.currency}", self.also[each.value])
            self.also[each.value].textEdited.connect(self.touch)
        for kind, amount in view.declared.items():
            field = self.field if kind == "cash" else self.also.get(kind)
            if field is not None:
                field.setText(str(amount))
        self.body.addStretch(1)
        self.keys = DigitKeys(theme, self.field, *self.also.values())
        self.body.addWidget(self.keys)
        self.field.textEdited.connect(self.touch)

    @staticmethod
    def titled() -> str:
        """What it is called, and its button."""
        return tr("Close the shift")

    def params(self) -> dict[str, object]:
        """What was counted."""
        also = {kind: field.text().strip() for kind, field in self.also.items()}
        return {"counted": {"cash": self.field.text().strip(), **also}}

    def draft(self) -> dict[str, object]:
        """Counting starts afresh each time."""
        return {}

    def submit(self) -> None:
        """Close it, once something was counted."""
        if not self.field.text().strip():
            self.show_problem(tr("Type how much cash is in the till; 0 if there is none."))
            return
        if not all(field.text().strip() for field in self.also.values()):
            self.show_problem(tr("This store closes a shift once everything is counted. Type each amount."))
            return
        super().submit()

    def first_field(self) -> QWidget:
        """The count."""
        return self.field


class DeclareSheet(CloseShiftSheet):
    """What was counted is kept; the shift is closed by another step."""

    name = "declare-tenders"

    @staticmethod
    def titled() -> str:
        """What it is called, and its button."""
        return tr("Tender declaration")

    def params(self) -> dict[str, object]:
        """What was counted, and of which shift."""
        about = {"shift": self.view.shift} if self.view.shift else {}
        return {**super().params(), **about}
