"""The sections of a long form: one is in sight, each is walked through in few steps, and all of them are sent."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.zones import step_focus


class Sections:
    """Rows that are added to the sheet stand in the section begun last; page keys turn to the next one."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._whole = sheet, sheet.body
        self._names: list[str] = []
        self._pages: list[QWidget] = []
        self.chooser = Choices(sheet.theme, [])
        self.chooser.setAccessibleName(tr("Section"))
        self.chooser.chosen.connect(lambda place: self._show(int(place)))
        self._whole.addWidget(self.chooser)

    def begin(self, name: str) -> None:
        """What is added from now on stands in a section of this name."""
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self._whole.spacing())
        self._whole.addWidget(page)
        self._sheet.body = rows
        self._names.append(name)
        self._pages.append(page)

    def end(self) -> None:
        """All sections were begun: the first one is in sight, and there is something to choose where there are more."""
        self._sheet.body = self._whole
        self._whole.addStretch(1)
        self.chooser.offer([(str(place), name, "") for place, name in enumerate(self._names)], "0")
        self.chooser.setVisible(len(self._names) > 1)
        self._show(0)

    def turn(self, key: str) -> bool:
        """The page keys bring the section before or behind into sight, and its first field gets the focus; False for
        any other key.
        """
        steps = {"PgUp": -1, "PgDown": 1}
        if key not in steps:
            return False
        place = (int(self.chooser.value) + steps[key]) % len(self._pages)
        self.chooser.choose(str(place))
        page = self._pages[place]
        if (before := page.focusWidget()) is not None:
            before.clearFocus()
        step_focus(page, forward=True)
        return True

    def _show(self, place: int) -> None:
        for each, page in enumerate(self._pages):
            page.setVisible(each == place)
