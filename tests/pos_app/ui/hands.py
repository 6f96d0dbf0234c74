"""A cashier's hands: they tap, press keys, type at a human pace and scan at a scanner's; nothing else."""

from string import ascii_uppercase, digits

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pos_app.ui.main_window import MainWindow

TYPING_MS = 140
SCANNER_MS = 9
_KEYS = {
    "Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Del": Qt.Key.Key_Delete, "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace, "Up": Qt.Key.Key_Up, "Down": Qt.Key.Key_Down, "Space": Qt.Key.Key_Space,
    "Left": Qt.Key.Key_Left, "Right": Qt.Key.Key_Right, "Home": Qt.Key.Key_Home, "End": Qt.Key.Key_End,
    "PgUp": Qt.Key.Key_PageUp, "PgDown": Qt.Key.Key_PageDown,
}  # fmt: skip
_KEYS |= {sign: Qt.Key(ord(sign)) for sign in ascii_uppercase + digits}
_KEYS |= {f"F{number}": Qt.Key(int(Qt.Key.Key_F1) + number - 1) for number in range(1, 13)}
_PREFIXES = {"F24": (Qt.Key.Key_F24, ""), "STX": (Qt.Key.Key_B, "\x02")}
_CODES = {" ": Qt.Key.Key_Space}
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
        QTest.keyClick(self._target(), _KEYS.get(last) or Qt.Key(ord(last)), modifiers)

    def type(self, text: str) -> None:
        """Type at a human pace; the last key is known to be typing after a pause, which the hands' clock makes."""
        self._strike(text, TYPING_MS)
        self._now_ms += TYPING_MS
        if isinstance(self.window, MainWindow):
            self.window._router.pass_time(self._now_ms)
        QApplication.processEvents()

    def scan(
        self,
        code: str,
        gap_ms: int = SCANNER_MS,
        prefix: str = "",
        end: str = "Enter",
        *,
        shifts: bool = False,
        target: QWidget | None = None,
    ) -> None:
        """Pull the trigger: a burst that ends with Enter. `shifts` presses Shift before each capital."""
        self._now_ms += 1000
        if prefix:
            self._send(*_PREFIXES[prefix], gap_ms, target)
        for sign in code:
            if shifts and sign.isupper():
                self._send(Qt.Key.Key_Shift, "", 1, target)
            self._send(_CODES.get(sign, Qt.Key.Key_unknown), sign, gap_ms, target)
        self._send(_KEYS[end], "\r" if end == "Enter" else "\t", gap_ms, target)

    def begin_scan(self, code: str) -> None:
        """The first keys of a burst."""
        self._now_ms += 1000
        for sign in code:
            self._send(Qt.Key.Key_unknown, sign, SCANNER_MS)

    def end_scan(self, code: str) -> None:
        """The rest of a burst, with its Enter."""
        for sign in code:
            self._send(Qt.Key.Key_unknown, sign, SCANNER_MS)
        self._send(Qt.Key.Key_Return, "\r", SCANNER_MS)

    def hold(self, sign: str, times: int) -> None:
        """Hold a key down, so that the keyboard repeats it."""
        for time in range(times):
            self._send(Qt.Key(ord(sign)), sign, 30, repeats=time > 0)

    def strike(self, name: str, target: QWidget) -> None:
        """Press a key on a widget that is no part of the window."""
        self._send(_KEYS[name], "", TYPING_MS, target)

    def _send(
        self, key: Qt.Key, text: str, gap_ms: int, target: QWidget | None = None, *, repeats: bool = False
    ) -> None:
        """A key as the system sends it, with nothing that a test library adds."""
        self._now_ms += gap_ms
        none = Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            # A popup that closed on the press is not there for the release.
            if target is None or target.isVisible():
                event = QKeyEvent(kind, int(key), none, text, repeats)
                QApplication.sendEvent(target or self._target(), event)

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
