"""The health page (S70) and the log bundle: what works on this register, what does not, and what to try first."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos_app.health_views import BundleView, HealthRowView, HealthView
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import ResultList, Row
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme


class HealthSheet(Sheet):
    """Looks at the register when it opens and whenever it is asked to; selling goes on meanwhile.

    Object names: `test`, `scanner`, `bundle`, `copy`; the primary button looks again.
    """

    name = "health"
    is_written = False
    bundle_wanted = Signal()
    test_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Health"), tr("Look again"), tr("Looking at this register \u2026"))
        self.found: tuple[HealthRowView, ...] = ()
        self.header = label(theme, "", "secondary")
        self.header.setWordWrap(True)
        self.body.addWidget(self.header)
        self.list = ResultList(theme, tr("Findings"))
        self.list.taken.connect(lambda row: self._show_current())
        self.body.addWidget(self.list, 1)
        self.detail = label(theme, "", "secondary")
        self.detail.setWordWrap(True)
        self.body.addWidget(self.detail)
        self.test = self._button(tr("Test"), "test")
        self.test.clicked.connect(self._ask_for_test)
        self.scanner = self._button(tr("Scanner test"), "scanner")
        self.scanner.clicked.connect(lambda: self.operation_requested.emit("scanner.test", {}))
        self.bundle = self._button(tr("Log bundle"), "bundle")
        self.bundle.clicked.connect(self._ask_for_bundle)
        self.copy = self._button(tr("Copy id"), "copy")
        self.copy.clicked.connect(self._copy)
        self.id = ""
        self.add_buttons(self.test, self.scanner, self.bundle, self.copy)
        self.begin()
        self._show_current()

    def _button(self, text: str, name: str) -> FaceButton:
        button = FaceButton(self.theme, text, "plain")
        button.setObjectName(name)
        button.setFixedHeight(self.theme.field_height)
        return button

    def begin(self) -> None:
        """It is being looked at; what was found before stays in sight."""
        waits = tr("This register is being looked at. Wait for what is found.")
        self.primary.set_why_not(waits)
        self.test.set_why_not(waits)
        self.bundle.set_why_not("" if self.found else waits)
        self.show_problem("")

    def show_health(self, view: HealthView) -> None:
        """Draw what was found."""
        current = self._current
        self.found = view.rows
        self.sentence.setText(view.sentence)
        self.header.setText(view.header)
        self.id = view.id
        self._end()
        self.bundle.set_why_not("")
        self.list.show_rows(
            [Row(each.name, each.words, each.how, each.checked, each.glyph) for each in view.rows]
        )
        names = [each.name for each in view.rows]
        if current is not None and current.name in names:
            self.list.step(names.index(current.name))
        self._show_current()

    def fail(self) -> None:
        """It could not be looked at."""
        self._end()
        self.show_problem(
            tr("This register could not be looked at. Look again; if it happens again, restart it.")
        )

    def _end(self) -> None:
        self.primary.set_why_not("")
        self.test.set_why_not("")

    def step(self, rows: int) -> bool:
        """Arrows move in the list."""
        self.list.step(rows)
        self._show_current()
        return True

    def draft(self) -> Mapping[str, object]:
        """Nothing to keep."""
        return {}

    def first_field(self) -> QWidget:
        """Looking again is what most come for."""
        return self.primary

    def _ask_for_bundle(self) -> None:
        if self.bundle.why_not:
            self.refused.emit(self.bundle.why_not)
        else:
            self.bundle_wanted.emit()

    def _ask_for_test(self) -> None:
        current = self._current
        if self.test.why_not:
            self.refused.emit(self.test.why_not)
        elif current is not None and current.operation:
            self.operation_requested.emit(current.operation, {})
        elif current is not None:
            self.test_wanted.emit(current.test)

    @property
    def _current(self) -> HealthRowView | None:
        return self.found[self.list.row] if 0 <= self.list.row < len(self.found) else None

    def _copy(self) -> None:
        """What this register is called, for a message to whoever helps."""
        QGuiApplication.clipboard().setText(self.id)
        self.detail.setText(tr("Copied: {text}", text=self.id))
        self.detail.show()

    def _show_current(self) -> None:
        """The words of the current finding in full: in the list they may be cut; a device can be tested."""
        current = self._current
        self.test.setVisible(current is not None and bool(current.test))
        self.detail.setText("" if current is None else current.words)
        self.detail.setVisible(current is not None and bool(current.words))


class BundleSheet(Sheet):
    """The files of a log bundle before it is saved."""

    name = "bundle"
    is_written = False

    def __init__(self, theme: Theme, view: BundleView) -> None:
        sentence = tr("Names, streets, e-mails, phones, card numbers, ids and secrets were taken out.")
        super().__init__(theme, tr("Log bundle"), tr("Save"), sentence)
        self.list = ResultList(theme, tr("Files"))
        self.list.show_rows([Row(each.name, "", each.size, "", "") for each in view.files])
        self.body.addWidget(self.list, 1)

    def step(self, rows: int) -> bool:
        """Arrows move in the list."""
        self.list.step(rows)
        return True

    def first_field(self) -> QWidget:
        """Saving is all there is to do."""
        return self.primary
