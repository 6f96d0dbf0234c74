"""The number pad, four by four; it says which key was pressed and knows nothing of what is typed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone
from retail.messages import phrase

ERASE, TIMES, RETURN, ENTER = "erase", "times", "return", "enter"
_KEYS = (
    ("7", "8", "9", ERASE),
    ("4", "5", "6", TIMES),
    ("1", "2", "3", RETURN),
    ("0", "00", "mark", ENTER),
)
_NAMES = {
    ERASE: phrase("Erase"),
    TIMES: phrase("Quantity"),
    RETURN: phrase("Next item is a return"),
    ENTER: phrase("Enter"),
    "mark": phrase("Decimal mark"),
}
_FACES = {TIMES: "\u00d7", RETURN: "\u2212", ERASE: "", ENTER: "", "mark": "."}
_ICONS = {ERASE: "backspace", ENTER: "enter"}


class Numpad(Zone):
    """Emits the digits typed, or the name of another key."""

    typed = Signal(str)
    erased = Signal()
    times_pressed = Signal()
    return_pressed = Signal()
    entered = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = "."
        self._keys: dict[str, FaceButton] = {}
        for row in _KEYS:
            for name in row:
                key = FaceButton(theme, _FACES.get(name, name), "pad-enter" if name == ENTER else "pad", self)
                key.icon_name = _ICONS.get(name, "")
                key.setObjectName(f"numpad-{name}")
                key.clicked.connect(lambda checked=False, name=name: self._press(name))
                self._keys[name] = key
        self.stops = list(self._keys.values())
        self._reword()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        for name, key in self._keys.items():
            key.setAccessibleName(tr(_NAMES.get(name, name)))

    def set_no_goods(self, why_not: str) -> None:
        """Say why nothing can be added now, on the keys that are about what is added; empty where it can."""
        for name in (TIMES, RETURN):
            self._keys[name].set_why_not(why_not)

    def set_decimal_mark(self, mark: str) -> None:
        """Show the decimal mark of the store."""
        self._mark = mark
        self._keys["mark"].setText(mark)

    def key(self, name: str) -> FaceButton:
        """The button of a key."""
        return self._keys[name]

    def _press(self, name: str) -> None:
        if why_not := self._keys[name].why_not:
            self.refused.emit(why_not)
        elif name == ERASE:
            self.erased.emit()
        elif name == TIMES:
            self.times_pressed.emit()
        elif name == RETURN:
            self.return_pressed.emit()
        elif name == ENTER:
            self.entered.emit()
        else:
            self.typed.emit(self._mark if name == "mark" else name)

    def resizeEvent(self, event: object) -> None:
        """Four by four keys with a gap."""
        gap = self._theme.gap
        wide, high = (self.width() - 3 * gap) // 4, (self.height() - 3 * gap) // 4
        for row, names in enumerate(_KEYS):
            for column, name in enumerate(names):
                self._keys[name].setGeometry(column * (wide + gap), row * (high + gap), wide, high)
