"""The filter that sees every key before any widget: scans go to the cart, typing to the input, keys to their button."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pos_app.ui.scanner_input import GAP_MAX_MS, BurstClassifier, Scanned, Typed

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
)
_NAMES = {
    Qt.Key.Key_Escape: "Esc", Qt.Key.Key_Delete: "Del", Qt.Key.Key_Backspace: "Backspace", Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down", Qt.Key.Key_PageUp: "PgUp", Qt.Key.Key_PageDown: "PgDown", Qt.Key.Key_Space: "Space",
}  # fmt: skip


class KeyTarget(Protocol):
    """What keys can do to the window; each answers whether it had a use for the key."""

    def scan(self, code: str) -> None: ...
    def type_text(self, text: str) -> bool: ...
    def press_enter(self) -> bool: ...
    def press_key(self, name: str) -> bool: ...


def key_name(event: QKeyEvent) -> str:
    """The name of a key with its modifiers, as layouts and badges write it: `Shift+F6`, `Ctrl+L`, `Del`."""
    key = Qt.Key(event.key())
    name = _NAMES.get(key, "")
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
        name = f"F{int(key) - int(Qt.Key.Key_F1) + 1}"
    elif Qt.Key.Key_0 <= key <= Qt.Key.Key_Z and event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        name = chr(int(key))
    prefix = "".join(text for modifier, text in _MODIFIERS if event.modifiers() & modifier)
    return prefix + name if name else ""


class KeyRouter(QObject):
    """Installed on the application. Keys held as a possible scan are handed on within 80 ms if they are typing."""

    def __init__(self, window: QWidget, target: KeyTarget, clock_ms: Callable[[QKeyEvent], int]) -> None:
        super().__init__(window)
        self._window, self._target, self._clock_ms = window, target, clock_ms
        self._classifier = BurstClassifier()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(GAP_MAX_MS)
        self._pause.timeout.connect(self.release)
        self._replaying = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is meant for the widget with the focus; parents do not see it a second time."""
        if event.type() != QEvent.Type.KeyPress or self._replaying or not isinstance(event, QKeyEvent):
            return False
        focused: QWidget | None = self._window.focusWidget()
        if not self._window.isActiveWindow() or watched is not (self._window if focused is None else focused):
            return False
        return self._take(event)

    def release(self) -> None:
        """Hand on what was held: the pause was too long for a scanner."""
        for typed in self._classifier.flush():
            self._type(typed.text)

    def _take(self, event: QKeyEvent) -> bool:
        at_ms, text = self._clock_ms(event), event.text()
        chord = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if len(text) == 1 and text.isprintable() and not chord and text != " ":
            for typed in self._classifier.key(text, at_ms):
                self._type(typed.text)
            self._pause.start()
            return True
        self._pause.stop()
        if Qt.Key(event.key()) in _ENTER:
            return self._take_enter(event, at_ms)
        self.release()
        name = key_name(event)
        return bool(name) and self._target.press_key(name)

    def _take_enter(self, event: QKeyEvent, at_ms: int) -> bool:
        taken = False
        for each in self._classifier.enter(at_ms):
            if isinstance(each, Scanned):
                self._target.scan(each.code)
                taken = True
            elif isinstance(each, Typed):
                self._type(each.text)
                taken = self._target.press_enter() if each.enter else taken
        return taken

    def _type(self, text: str) -> None:
        """Give typed characters to the input, or to the field that has the focus."""
        if not text or self._target.type_text(text):
            return
        field = self._window.focusWidget()
        if not isinstance(field, QLineEdit):
            return
        self._replaying = True
        try:
            for sign in text:
                key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(field, key)
        finally:
            self._replaying = False
