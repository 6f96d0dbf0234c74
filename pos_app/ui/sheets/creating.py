"""Making the open sale an order or a quote before it is said how its goods leave (D01); a quote's last day (D22)."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.acting_views import CreateView
from pos_app.ui.sheets.fields import Choices, DayField
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme

KINDS = {"order": "order.create", "quote": "quote.create"}


class CreateSheet(Sheet):
    """The kind decides which operation its answers are for; the day is a quote's."""

    name = "create-order"
    calendar_wanted = Signal()

    def __init__(self, theme: Theme, view: CreateView) -> None:
        super().__init__(
            theme, tr("Create customer order"), tr("Continue"), tr("How its goods leave is said next.")
        )
        self.view = view
        self.kind = Choices(theme, [(each.value, each.text, each.why_not) for each in view.kinds], view.kind)
        self.day = DayField(theme, view.days)
        self.valid = label(theme, tr("The quote is valid until"), "body", "text_secondary")
        if view.kinds:
            self.row(tr("Type"), self.kind)
        else:
            self.kind.hide()
        self.body.addWidget(self.valid)
        self.body.addWidget(self.day)
        self.body.addStretch(1)
        self.kind.chosen.connect(self._chosen)
        self.kind.refused.connect(self.refused)
        self.day.calendar_wanted.connect(self.calendar_wanted)
        self.day.changed.connect(self.touch)
        self._chosen(view.kind)

    def _chosen(self, kind: str) -> None:
        self.operation = KINDS[kind]
        for each in (self.valid, self.day):
            each.setVisible(kind == "quote")
        self.touch()

    def params(self) -> dict[str, object]:
        """The last day of a quote; an order needs nothing."""
        return {"expires": self.day.day.isoformat()} if self.kind.value == "quote" else {}

    def draft(self) -> Mapping[str, object]:
        """What was chosen."""
        return {"kind": self.kind.value, "day": self.day.day.isoformat()}

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept, where it still fits."""
        self.kind.choose(str(draft["kind"]))
        day = date.fromisoformat(str(draft["day"]))
        if self.view.days.earliest <= day <= self.view.days.latest:
            self.day.choose(day)

    def first_field(self) -> QWidget:
        """Nothing has to be filled in."""
        return self.primary


class ExpirySheet(Sheet):
    """D22: the last day of the quote in the cart."""

    name = "quote-expiry"
    calendar_wanted = Signal()

    def __init__(self, theme: Theme, view: CreateView) -> None:
        super().__init__(theme, tr("Quote expiry"), tr("Use this day"))
        self.day = DayField(theme, view.days)
        self.row(tr("Valid until"), self.day)
        self.body.addStretch(1)
        self.day.calendar_wanted.connect(self.calendar_wanted)
        self.day.changed.connect(self.touch)

    def params(self) -> dict[str, object]:
        """The day."""
        return {"expires": self.day.day.isoformat()}

    def draft(self) -> Mapping[str, object]:
        """Nothing: the cart has the day."""
        return {}
