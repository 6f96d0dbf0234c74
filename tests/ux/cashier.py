"""A cashier who can only scan, tap, press keys and type, and whose every action is counted as ux 16 counts."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget

from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.search import SEARCH_MS
from tests.pos_app.ui.hands import Hands
from tests.ux.lint import interactive

PADS = ("numpad-", "pin-", "letter-")


class Cashier:
    """S is a scan, T a tap or a key (or a chord), E one entry: a value with what ends it, however it is typed."""

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        self._window, self._hands = window, hands
        self.scans = self.taps = self.entries = 0
        self.used: set[str] = set()
        """Of scanner, finger and key, those that were used."""

    @property
    def count(self) -> int:
        """Everything so far."""
        return self.scans + self.taps + self.entries

    def scan(self, code: str) -> None:
        """Pull the trigger."""
        self.scans += 1
        self.used.add("scan")
        self._hands.scan(code)
        self._settle()

    def tap(self, name: str) -> None:
        """Touch what is called so: a button, or a row of a list that begins with it."""
        self.taps += 1
        self._touch(name)

    def key(self, name: str) -> None:
        """Press a key or a chord."""
        self.taps += 1
        self.used.add("key")
        self._hands.key(name)
        self._settle()

    def type(self, text: str, end: str = "") -> None:
        """Type a value on real keys, and the key that ends it, if there is one."""
        self.entries += 1
        self.used.add("key")
        self._hands.type(text)
        if end:
            self._hands.key(end)
        self._settle()

    def type_by_touch(self, text: str, end: str = "") -> None:
        """Type a value on the keys of the screen, and touch what ends it."""
        self.entries += 1
        for sign in text:
            self._press(self._key(sign))
        if end:
            self._touch(end)

    def _touch(self, name: str) -> None:
        for widget in interactive(self._window):
            if isinstance(widget, QAbstractButton) and name in (widget.text(), widget.accessibleName()):
                self._press(widget)
                return
            if isinstance(widget, QListView):
                for row in _rows(widget):
                    if str(widget.model().index(row, 0).data()).startswith(name):
                        self._press(
                            widget.viewport(), widget.visualRect(widget.model().index(row, 0)).center()
                        )
                        return
        raise AssertionError(f"nothing called {name!r} is in sight; there is {sorted(self._names())}")

    def _key(self, sign: str) -> QWidget:
        """The key of a sign, on whichever keys are in sight."""
        wanted = [f"{pad}{sign.lower()}" for pad in PADS] if sign != " " else ["letter-space"]
        for widget in interactive(self._window):
            if widget.objectName() in wanted or (
                isinstance(widget, QAbstractButton) and widget.text() == sign and len(sign) == 1
            ):
                return widget
        raise AssertionError(f"there is no key for {sign!r} in sight; there is {sorted(self._names())}")

    def _press(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.used.add("finger")
        where = widget.rect().center() if at is None else at
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        self._settle()

    def _settle(self) -> None:
        """Let what was typed or scanned be searched for: a search waits until no more is typed."""
        QApplication.processEvents()
        while self._is_searching():
            QTest.qWait(1)

    def _is_searching(self) -> bool:
        pauses = [each for each in self._window.findChildren(QTimer) if each.interval() == SEARCH_MS]
        return any(each.isActive() for each in pauses)

    def _names(self) -> Iterator[str]:
        for widget in interactive(self._window):
            yield widget.accessibleName()


def _rows(view: QListView) -> range:
    return range(view.model().rowCount())
