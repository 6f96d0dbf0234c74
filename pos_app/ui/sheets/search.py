"""What searches have in common: a box, what was found below it, and Enter that takes the current row."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui.sheets.fields import ResultList
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme

SEARCH_MS = 120


class SearchSheet(Sheet):
    """Searches while the text is typed. Arrows and Enter pressed before the answer is there wait for it."""

    searched = Signal(str)
    gives_way = True

    def __init__(
        self, theme: Theme, title: str, primary: str, placeholder: str, typed: str,
        found: type[ResultList] = ResultList,
    ) -> None:  # fmt: skip
        super().__init__(theme, title, primary)
        self.box = self.text_field(placeholder, longest=100)
        self.box.setFixedHeight(56)
        self.box.setAccessibleName(tr("Search: {title}", title=title))
        self.box.setText(typed)
        self.list = found(theme, tr("Found"))
        self.body.addWidget(self.box)
        self.body.addWidget(self.list, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_MS)
        self._pause.timeout.connect(self.search)
        self.box.textChanged.connect(self._pause.start)
        self.list.taken.connect(self.take)
        self.wanted = typed.strip()
        """What was asked for last: an earlier search that has not ended is given up."""
        self._waits = False
        self._takes = False
        self._steps = 0
        self._at_enter = False

    def wait_for_enter(self) -> None:
        """Search where Enter is pressed, and not while the text is typed."""
        self._at_enter = True
        self.box.textChanged.disconnect(self._pause.start)

    def search(self) -> None:
        """Ask for what is typed now."""
        self._pause.stop()
        self._waits = True
        self.wanted = self.box.text().strip()
        self.searched.emit(self.wanted)

    def take(self, row: int) -> None:
        """What choosing a row means."""

    def answered(self) -> None:
        """What was found is shown: do what was pressed meanwhile."""
        self._waits = False
        steps, takes = self._steps, self._takes
        self._steps, self._takes = 0, False
        self.list.step(steps)
        if takes:
            self.submit()

    def _hurry(self) -> bool:
        """Whether the answer to what is typed is still to come; if so, it is asked for at once."""
        if self._pause.isActive():
            self.search()
        return self._waits

    def submit(self) -> None:
        """Take the current row, or say that there is none."""
        if self._at_enter and self.box.text().strip() != self.wanted:
            self.search()
        elif self._hurry():
            self._takes = True
        elif self.primary.why_not:
            self.refused.emit(self.primary.why_not)
        else:
            self.take(self.list.row)

    def first_field(self) -> QWidget:
        """The box."""
        return self.box

    def step(self, rows: int) -> bool:
        """Arrows move in what was found."""
        if self._hurry():
            self._steps += rows
        else:
            self.list.step(rows)
        return True

    def draft(self) -> Mapping[str, object]:
        """Nothing: a search is quicker made anew."""
        return {}
