"""A cashier's hands: they tap, press keys, type at a human pace and scan at a scanner's; nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

TYPING_MS = 140
SCANNER_MS = 9
_KEYS = {
    "Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Del": Qt.Key.Key_Delete, "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace, "Up": Qt.Key.Key_Up, "Down": Qt.Key.Key_Down, "Space": Qt.Key.Key_Space,
    "Left": Qt.Key.Key_Left, "Right": Qt.Key.Key_Right, "L": Qt.Key.Key_L, "1": Qt.Key.Key_1, "2": Qt.Key.Key_2,
    "PgUp": Qt.Key.Key_PageUp, "PgDown": Qt.Key.Key_PageDown,
} | {f"F{number}": Qt.Key(int(Qt.Key.Key_F1) + number - 1) for number in range(1, 13)}  # fmt: skip
_MODIFIERS = {
    "Shift": Qt.KeyboardModifier.ShiftModifier, "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}  # fmt: skip


class Hands:
    """The time of a key is the hands' own, so that typing and scanning differ as they do in a shop."""

    def __init__(self) -> None:
        self.window: QWidget | None = None
        self._now_ms = 0

    def clock_ms(self, event: QKeyEvent) -> int:
        return self._now_ms

    def key(self, name: str) -> None:
        """Press `F6`, `Shift+F6`, `Ctrl+L`, `Enter`."""
        *held, last = name.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= _MODIFIERS[each]
        self._now_ms += TYPING_MS
        QTest.keyClick(self._target(), _KEYS[last], modifiers)

    def type(self, text: str) -> None:
        """Type at a human pace; the last key is known to be typing after a pause."""
        self._strike(text, TYPING_MS)
        self._now_ms += TYPING_MS
        QTest.qWait(100)

    def scan(self, code: str) -> None:
        """Pull the trigger: a burst that ends with Enter."""
        self._now_ms += 1000
        self._strike(code, SCANNER_MS)
        self._now_ms += SCANNER_MS
        QTest.keyClick(self._target(), Qt.Key.Key_Return)

    def tap(self, button: QAbstractButton) -> None:
        """Touch a button where it is."""
        QTest.qWait(5)
        assert button.isVisible(), f"{button.text()} is not in sight"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _strike(self, text: str, gap_ms: int) -> None:
        for sign in text:
            self._now_ms += gap_ms
            QTest.keyClicks(self._target(), sign)

    def _target(self) -> QWidget:
        assert self.window is not None
        focused: QWidget | None = self.window.focusWidget()
        return self.window if focused is None else focused
