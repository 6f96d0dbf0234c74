"""A further payment on an order: what was paid, what is left, and how much of it is taken now."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from pos_app.acting_views import PayView
from pos_app.ui.sheets.fields import DigitKeys
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme


class PaySheet(Sheet):
    """What is asked for stands there to begin with; the tender is chosen after it."""

    name = "pay-order"
    is_written = False

    def __init__(self, theme: Theme, view: PayView) -> None:
        super().__init__(theme, view.title, tr("Take payment"), view.note)
        self.view = view
        for fact in view.facts:
            self.fact(fact.label, f"{fact.value} {view.currency}")
        self.amount = self.text_field("0", width=160, longest=14)
        self.amount.setText(view.asked)
        self.row(tr("Paid now"), self.amount, label(theme, view.currency))
        self.body.addStretch(1)
        self.keys = DigitKeys(theme, self.amount)
        self.body.addWidget(self.keys)
        self.amount.selectAll()
        self.amount.textEdited.connect(self.touch)

    def params(self) -> dict[str, object]:
        """The answers; no amount means all that is left."""
        typed = self.amount.text().strip()
        return {"id": self.view.id, **({"amount": typed} if typed else {})}

    def draft(self) -> Mapping[str, object]:
        """Nothing: another order has other sums."""
        return {}

    def first_field(self) -> QWidget:
        """The amount."""
        return self.amount
