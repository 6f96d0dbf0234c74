"""The filter that sees every key before any widget: scans go to the cart, typing to the input, keys to their button."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pos_app.ui.scan_recorder import PAUSE_MS, ScanRecorder
from pos_app.ui.scanner_input import DEFAULT_LIMITS, BurstClassifier, Known, Scanned, ScannerLimits, Typed
from retail.barcodes.kinds import SEPARATOR

ACCEPTS_SCAN = "acceptsScan"
"""The property of a field that wants codes for itself: a serial number, a voucher, a badge."""
STX, ETX = "\x02", "\x03"
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Both together are how some keyboards send AltGr, which makes signs; one alone makes a command."""
_HELD_BESIDE = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
)
_NAMES = {
    Qt.Key.Key_Escape: "Esc", Qt.Key.Key_Delete: "Del", Qt.Key.Key_Backspace: "Backspace", Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down", Qt.Key.Key_PageUp: "PgUp", Qt.Key.Key_PageDown: "PgDown", Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Home: "Home",
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
    """Installed on the application. Keys held as a possible scan are handed on within 80 ms if they are typing.

    `touched` and `typed` say which of the two a person last used: the screen, or real keys.
    """

    touched = Signal()
    typed = Signal()

    def __init__(
        self,
        window: QWidget,
        target: KeyTarget,
        clock_ms: Callable[[QKeyEvent], int],
        limits: ScannerLimits = DEFAULT_LIMITS,
    ) -> None:
        super().__init__(window)
        self._window, self._target, self._clock_ms = window, target, clock_ms
        self._classifier = BurstClassifier(limits)
        # Two timers: after a long stall the first one rings before keys that came in time, the second behind them.
        self._pause, self._behind = QTimer(self), QTimer(self)
        for timer in (self._pause, self._behind):
            timer.setSingleShot(True)
        self._behind.setInterval(0)
        self._pause.timeout.connect(self._behind.start)
        self._behind.timeout.connect(self.release)
        self._replaying = False
        self._recorder: ScanRecorder | None = None
        self._recorded: Callable[[], None] = lambda: None
        self._whole = QTimer(self)
        self._whole.setSingleShot(True)
        self._whole.setInterval(PAUSE_MS + 1)
        self._whole.timeout.connect(self._end_recorded)

    def know_by(self, limits: ScannerLimits) -> None:
        """Tell the scanner from typing by these limits from now on."""
        self._hand_on(self._classifier.let_go())
        self._classifier = BurstClassifier(limits)

    def record(self, recorder: ScanRecorder | None, recorded: Callable[[], None] = lambda: None) -> None:
        """Let keys only be looked at, and say after each one; None: let them be what they are again."""
        self._hand_on(self._classifier.let_go())
        self._recorder, self._recorded = recorder, recorded

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is meant for the widget with the focus; parents do not see it a second time."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.touched.emit()
        if event.type() != QEvent.Type.KeyPress or self._replaying or not isinstance(event, QKeyEvent):
            return False
        focused: QWidget | None = self._window.focusWidget()
        meant = QApplication.activePopupWidget() or focused or self._window
        if not self._window.isActiveWindow() or watched is not meant:
            return False
        return self._take(event)

    def release(self) -> None:
        """Hand on what the pause made clear."""
        due = self._classifier.due_ms
        if due is not None:
            self.pass_time(due)

    def pass_time(self, now_ms: int) -> None:
        """Hand on what is clear because no key came until now."""
        self._hand_on(self._classifier.pause(now_ms))
        self._wait(now_ms)

    def _take(self, event: QKeyEvent) -> bool:
        key, text, at_ms = Qt.Key(event.key()), event.text(), self._clock_ms(event)
        if key in _HELD_BESIDE:
            return False
        if self._recorder is not None and self._record(self._recorder, event, at_ms):
            return True
        taken = self._take_key(event, key, text, at_ms)
        self._wait(at_ms)
        return taken

    def _record(self, recorder: ScanRecorder, event: QKeyEvent, at_ms: int) -> bool:
        """Keep the key and its time; False for one that no scanner sends, and for an Enter with nothing before it."""
        key, text = Qt.Key(event.key()), event.text()
        if key == Qt.Key.Key_F24 or text == STX:
            recorder.announce(at_ms)
        elif key in _ENTER or key == Qt.Key.Key_Tab or text == ETX:
            if not recorder.is_holding:
                return False
            recorder.end("Tab" if key == Qt.Key.Key_Tab else "Enter", at_ms)
        elif len(text) == 1 and text.isprintable() and not event.modifiers() & _CHORD:
            recorder.key(text, at_ms)
            self._whole.start()
        else:
            return False
        self._recorded()
        return True

    def _end_recorded(self) -> None:
        """A scan that no key ended is whole once nothing came for a while."""
        if self._recorder is not None:
            self._recorder.give_up()
            self._recorded()

    def _take_key(self, event: QKeyEvent, key: Qt.Key, text: str, at_ms: int) -> bool:
        classifier = self._classifier
        if key == Qt.Key.Key_F24 or text == STX:
            self._hand_on(classifier.announce(at_ms))
            return True
        if key in _ENTER or key == Qt.Key.Key_Tab or (text == ETX and classifier.is_announced):
            return self._take_end(key, at_ms)
        if self._belongs_to_a_code(event, text):
            if event.isAutoRepeat():
                # A key that is held down repeats at a scanner's pace.
                self._hand_on(classifier.let_go())
                self._type(text)
            else:
                self._hand_on(classifier.key(text, at_ms))
            return True
        if not classifier.is_announced:
            self._hand_on(classifier.let_go())
        if QApplication.activePopupWidget() is not None:
            return False
        name = key_name(event)
        self.typed.emit()
        return bool(name) and self._target.press_key(name)

    def _take_end(self, key: Qt.Key, at_ms: int) -> bool:
        if self._hand_on(self._classifier.end(at_ms)):
            return True
        if key == Qt.Key.Key_Tab or QApplication.activePopupWidget() is not None:
            return False
        return self._target.press_enter()

    def _belongs_to_a_code(self, event: QKeyEvent, text: str) -> bool:
        """Printable signs; inside a code also a space and the separator that GS1 codes have."""
        if text in (" ", SEPARATOR):
            return self._classifier.is_holding
        chord = event.modifiers() & _CHORD
        return len(text) == 1 and text.isprintable() and chord in (Qt.KeyboardModifier.NoModifier, _CHORD)

    def _wait(self, now_ms: int) -> None:
        self._behind.stop()
        due = self._classifier.due_ms
        if due is None:
            self._pause.stop()
        else:
            self._pause.start(max(0, due - now_ms))

    def _hand_on(self, known: Sequence[Known]) -> bool:
        """Give everything to whom it belongs; whether the last of it was a scanner's."""
        for each in known:
            if isinstance(each, Scanned):
                self._scan(each.code)
            elif isinstance(each, Typed):
                self._type(each.text)
        return bool(known) and not isinstance(known[-1], Typed)

    def _scan(self, code: str) -> None:
        """A code goes where it belongs, whatever has the focus; only a field that asks for codes keeps it."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        field = self._window.focusWidget()
        if isinstance(field, QLineEdit) and field.property(ACCEPTS_SCAN):
            field.insert(code)
        else:
            self._target.scan(code)

    def _type(self, text: str) -> None:
        """Give typed signs to the input, or to the field that has the focus, as if they had never been held."""
        self.typed.emit()
        for sign in text:
            taken = self._target.press_key("Space") if sign == " " else self._target.type_text(sign)
            field = self._window.focusWidget()
            if not taken and isinstance(field, QLineEdit):
                self._replay(field, sign)

    def _replay(self, field: QLineEdit, sign: str) -> None:
        self._replaying = True
        try:
            QApplication.sendEvent(
                field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            )
        finally:
            self._replaying = False
