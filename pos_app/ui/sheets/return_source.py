"""The first step of a return (12.3): by which receipt or invoice the goods left, typed, scanned or chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.acting_views import ReturnSourcesView, ReturnSourceView
from pos_app.ui.sheets.fields import DigitKeys, ResultList, Row
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme


class ReturnSourceSheet(Sheet):
    """Enter asks for the number that is typed; with nothing typed it takes the row in sight."""

    name = "return-source"
    gives_way = True
    wanted = Signal(str)
    chosen = Signal(str, str)

    def __init__(self, theme: Theme, view: ReturnSourcesView | None = None) -> None:
        super().__init__(theme, tr("Return transaction"), tr("Find"))
        self.sources: tuple[ReturnSourceView, ...] = ()
        self.box = self.text_field(tr("Receipt, order or invoice number"), longest=100)
        self.box.setFixedHeight(56)
        self.box.setAccessibleName(tr("Receipt, order or invoice number"))
        self.list = ResultList(theme, tr("Receipts and invoices"))
        self.body.addWidget(self.box)
        self.body.addWidget(self.list, 1)
        self.keys = DigitKeys(theme, self.box)
        self.body.addWidget(self.keys)
        self.box.textChanged.connect(lambda text: self._typed())
        self.list.taken.connect(self.take)
        self.show_sources(view or ReturnSourcesView())

    def show_sources(self, view: ReturnSourcesView) -> None:
        """Show what goods can come back of, or why nothing was found; what was typed is answered."""
        self.sources = view.sources
        self.sentence.setText(view.note or view.title)
        self.sentence.setVisible(bool(view.note or view.title))
        self.list.show_rows(
            [
                Row(each.title, each.detail, each.value, icon="order" if each.invoice else "sale")
                for each in view.sources
            ],
            tr("Scan a receipt, or type a number and press Enter."),
        )
        self.keys.setVisible(not view.sources)
        if view.sources:
            self.box.clear()
        self.show_problem(view.why_not)
        self._typed()

    def _typed(self) -> None:
        typed = self.box.text().strip()
        self.problem.setVisible(bool(self.problem.text()) and not typed)
        self.primary.setText(tr("Find") if typed or not self.sources else tr("Choose what comes back"))
        nothing = tr("Nothing is typed. Scan a receipt, or type a number.")
        self.primary.set_why_not("" if typed or self.sources else nothing)

    def submit(self) -> None:
        """Ask for what is typed, or take the row in sight."""
        typed = self.box.text().strip()
        if self.primary.why_not:
            self.refused.emit(self.primary.why_not)
        elif typed:
            self.wanted.emit(typed)
        else:
            self.take(self.list.row)

    def take(self, row: int) -> None:
        """Go on with this one."""
        if 0 <= row < len(self.sources):
            self.chosen.emit(self.sources[row].id, self.sources[row].invoice)

    def draft(self) -> Mapping[str, object]:
        """Nothing: a number is quicker scanned anew."""
        return {}

    def first_field(self) -> QWidget:
        """The box."""
        return self.box

    def step(self, rows: int) -> bool:
        """Arrows move in the list."""
        self.list.step(rows)
        return True
