"""Keys on the screen for names and addresses: they come when a text field is touched, and go when a real key is."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme

COLUMNS, GAP = 10, 4
HIGHEST, LOWEST = 50, 44
LEFT_FOR_LINES = 68
SHIFT, ERASE, SPACE, NEXT = "shift", "erase", "space", "next"
_ROWS = (
    tuple("1234567890"),
    tuple("qwertyuiop"),
    tuple("asdfghjkl-"),
    (SHIFT, *"zxcvbnm", "'", ERASE),
    (*"\u00e5\u00f8\u00e6\u00eb@.", SPACE, NEXT),
)
_WIDE = (SPACE, NEXT)
_SHIFTED = {"-": "+", "'": ",", "@": "_"}


class LetterKeys(QWidget):
    """Types into the field it was offered; the field keeps the focus."""

    next_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field: QLineEdit | None = None
        self._is_shifted = False
        self._keys: dict[str, FaceButton] = {}
        self.setObjectName("letters")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for name in (name for row in _ROWS for name in row):
            key = FaceButton(theme, name, "plain", self)
            key.setObjectName(f"letter-{name}")
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.clicked.connect(lambda checked=False, name=name: self._press(name))
            self._keys[name] = key
        self._keys[ERASE].icon_name = "backspace"
        self._keys[NEXT].icon_name = "next"
        self._reword()
        self.hide()

    def offer(self, field: QLineEdit | None, *, capital: bool = True) -> None:
        """Type into this field from now on, or go away. A new field of words begins with a `capital`."""
        if field is not self._field and field is not None:
            self._is_shifted = capital and not field.text()
            self._reword()
        self._field = field
        # A finger on a key is a finger on the field.
        self.setFocusProxy(field)  # type: ignore[arg-type]  # Qt takes none, its stubs do not
        self.setVisible(field is not None)
        if field is not None:
            self.raise_()

    def place(self, room: QRect) -> None:
        """Lie at the bottom of this room."""
        fits = (room.height() - LEFT_FOR_LINES - (len(_ROWS) - 1) * GAP) // len(_ROWS)
        high = max(LOWEST, min(HIGHEST, fits))
        whole = high * len(_ROWS) + (len(_ROWS) - 1) * GAP
        self.setGeometry(room.left(), room.bottom() + 1 - whole, room.width(), whole)
        wide = (room.width() - (COLUMNS - 1) * GAP) // COLUMNS
        for row, names in enumerate(_ROWS):
            left = 0
            for name in names:
                width = 2 * wide + GAP if name in _WIDE else wide
                self._keys[name].setGeometry(left, row * (high + GAP), width, high)
                left += width + GAP

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._reword()
        super().changeEvent(event)

    def _reword(self) -> None:
        named = {SHIFT: tr("Capitals"), ERASE: tr("Erase"), SPACE: tr("Space"), NEXT: tr("Next field")}
        faces = {SHIFT: "\u21e7", ERASE: "", NEXT: "", SPACE: "\u2423"}
        for name, key in self._keys.items():
            key.setText(faces.get(name, self._sign(name)))
            key.setAccessibleName(named.get(name, self._sign(name)))
        self._keys[SHIFT].set_chosen(self._is_shifted)

    def _sign(self, name: str) -> str:
        return _SHIFTED.get(name, name.upper()) if self._is_shifted else name

    def _press(self, name: str) -> None:
        field = self._field
        if name == SHIFT:
            self._is_shifted = not self._is_shifted
        elif field is None:
            return
        elif name == ERASE:
            field.backspace()
        elif name == NEXT:
            self.next_wanted.emit()
        else:
            field.insert(" " if name == SPACE else self._sign(name))
            self._is_shifted = name == SPACE and bool(field.text())
        if name not in (SHIFT, NEXT) and field is not None:
            field.textEdited.emit(field.text())
        self._reword()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, so that nothing shines through between the keys."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("app"))
        painter.end()
