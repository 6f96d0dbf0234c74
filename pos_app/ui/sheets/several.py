"""More than one of what a sheet has fields for once: what was added so far, and the button that adds one more."""

from collections.abc import Callable, Sequence

from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.zones import Zone

Entry = dict[str, str]
"""What stands in the fields; empty where nothing does."""
UNSHOWN = frozenset({"purpose", "consent"})


class Several(Zone):
    """Each that was added is a button; pressed, it is back in the fields, and what stood there takes its place.

    All of them are one stop, however many there are.
    """

    def __init__(
        self, sheet: Sheet, add: str, read: Callable[[], Entry], write: Callable[[Entry], None]
    ) -> None:
        super().__init__()
        self._sheet, self._read, self._write = sheet, read, write
        self.kept: list[Entry] = []
        self.buttons: list[FaceButton] = []
        self._flow = Flow(sheet.theme.gap, self)
        self.add = self._button(add)
        self.add.icon_name = "plus"
        self.add.clicked.connect(self.add_one)
        self._flow.addWidget(self.add)
        self.stops = [self.add]

    def entries(self) -> list[Entry]:
        """All of them, what stands in the fields last."""
        typed = self._read()
        return [*self.kept, typed] if typed else list(self.kept)

    def restore(self, entries: Sequence[Entry]) -> None:
        """Fill in what was kept."""
        self.kept = [dict(each) for each in entries[:-1]]
        self._write(dict(entries[-1]) if entries else {})
        self._show()

    def add_one(self) -> None:
        """Keep what stands in the fields, and empty them for the next."""
        self.kept = self.entries()
        self._write({})
        self._show()

    def take_back(self, place: int) -> None:
        """One of them into the fields again, to be changed or emptied."""
        typed, entry = self._read(), self.kept[place]
        self.kept[place : place + 1] = [typed] if typed else []
        self._write(entry)
        self._show()

    def _show(self) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self.buttons = []
        for place, entry in enumerate(self.kept):
            text = ", ".join(text for name, text in entry.items() if name not in UNSHOWN)
            button = self._button(text)
            button.setAccessibleName(tr("Change {what}", what=text))
            button.clicked.connect(lambda checked=False, place=place: self.take_back(place))
            self.buttons.append(button)
            self._flow.addWidget(button)
            button.show()
        self.stops = [self.add, *self.buttons]
        self.updateGeometry()

    def _button(self, text: str) -> FaceButton:
        button = FaceButton(self._sheet.theme, text, "plain")
        button.setFixedHeight(self._sheet.theme.field_height)
        button.setMinimumWidth(64)
        return button
