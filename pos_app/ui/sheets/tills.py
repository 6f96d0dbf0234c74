"""Sheets about the till beside counting it: cash that is put in or taken out, and the shifts that were closed blind."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.till_views import BlindShiftView, MovementView
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import DigitKeys, ResultList, Row
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from retail.till import BAG_MAX, REASON_MAX


class MovementSheet(Sheet):
    """The cash that is counted, the number of its bag where it goes to the bank, and why it is moved."""

    name = "till-movement"

    def __init__(self, theme: Theme, view: MovementView) -> None:
        super().__init__(theme, view.title, view.title, view.sentence)
        self.view = view
        for fact in view.facts:
            self.fact(fact.label, fact.value)
        self.amount: QLineEdit = self.text_field(width=260, longest=14)
        self.row(f"{tr('Amount')} {view.currency}", self.amount)
        self.bag: QLineEdit = self.text_field(width=260, longest=BAG_MAX)
        if view.has_bag:
            self.row(tr("Bag number"), self.bag)
        self.reason: QLineEdit = self.text_field(width=420, longest=REASON_MAX)
        self.row(tr("Reason") if view.needs_reason else tr("Comment"), self.reason)
        self.body.addStretch(1)
        self.keys = DigitKeys(theme, self.amount, *([self.bag] if view.has_bag else []))
        self.body.addWidget(self.keys)
        self.amount.textEdited.connect(self.touch)

    def params(self) -> dict[str, object]:
        """The answers."""
        bag = {"bag": self.bag.text().strip()} if self.view.has_bag else {}
        return {"amount": self.amount.text().strip(), "reason": self.reason.text().strip(), **bag}

    def draft(self) -> Mapping[str, object]:
        """Counting starts afresh each time."""
        return {}

    def submit(self) -> None:
        """Move it, once all is said that is needed."""
        if not self.amount.text().strip():
            self.show_problem(tr("Type how much cash it is."))
        elif self.view.has_bag and not self.bag.text().strip():
            self.show_problem(tr("Type the number of the bag."))
        elif self.view.needs_reason and not self.reason.text().strip():
            self.show_problem(tr("Type what the cash is for."))
        else:
            super().submit()

    def first_field(self) -> QWidget:
        """The amount."""
        return self.amount


class ManageShiftsSheet(Sheet):
    """The shifts that wait to be counted: each may get another start amount and a count, and is then closed."""

    name = "manage-shifts"
    is_written = False
    start_wanted = Signal(str)
    count_wanted = Signal(str)

    def __init__(self, theme: Theme, shifts: Sequence[BlindShiftView]) -> None:
        super().__init__(
            theme, tr("Manage shifts"), tr("Close the shift"),
            tr("These shifts were closed blind. Count each, then close it; none of them is opened again."),
        )  # fmt: skip
        self.shifts: Sequence[BlindShiftView] = ()
        self.list = ResultList(theme, tr("Manage shifts"))
        self.list.clicked.connect(lambda: self._choose())
        self.body.addWidget(self.list, 1)
        self.start = FaceButton(theme, tr("Declare start amount"), "plain")
        self.count = FaceButton(theme, tr("Tender declaration"), "plain")
        for button, wanted in ((self.start, self.start_wanted), (self.count, self.count_wanted)):
            button.setFixedHeight(56 if theme.is_narrow else 64)
            button.describe()
            button.setObjectName("start" if button is self.start else "count")
            button.clicked.connect(lambda checked=False, wanted=wanted: wanted.emit(self.chosen.id))
        self.add_buttons(self.start, self.count)
        self.show_shifts(shifts)

    @property
    def chosen(self) -> BlindShiftView:
        """The shift that is meant."""
        return self.shifts[max(0, self.list.row)]

    def show_shifts(self, shifts: Sequence[BlindShiftView]) -> None:
        """Show what waits now; without any the sheet is done with."""
        if not shifts:
            self.leave()
            return
        row = max(0, self.list.row)
        self.shifts = shifts
        self.list.show_rows([
            Row(
                each.text, each.detail, each.counted or tr("not counted"),
                tr("start amount {amount}", amount=each.start), icon="manager",
            )
            for each in shifts
        ])  # fmt: skip
        self.list.step(min(row, len(shifts) - 1))
        self._choose()
        if self.isVisible():
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self.primary.set_why_not(self.chosen.why_not)

    def params(self) -> dict[str, object]:
        """Which shift is closed."""
        return {"shift": self.chosen.id}

    def draft(self) -> Mapping[str, object]:
        """Nothing to keep."""
        return {}

    def step(self, rows: int) -> bool:
        """Arrow keys choose the shift."""
        self.list.step(rows)
        self._choose()
        return True

    def first_field(self) -> QWidget:
        """Counting comes first, closing what was counted after it."""
        return self.count if self.chosen.why_not else self.primary
