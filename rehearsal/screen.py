"""The register's window with hands and eyes: keys, taps and scans go in through its widgets, words come out."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

T = TypeVar("T")

SEE_SECONDS = 15.0
LOOK_MS = 25
TYPING_MS = 140
SCANNER_MS = 9
PAUSE_MS = 100
"""After this the window knows that no more keys of a scan will come."""

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    **{f"F{number}": Qt.Key(int(Qt.Key.Key_F1) + number - 1) for number in range(1, 13)},
}
WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class NotSeen(Exception):
    """Something that should be in the window is not; the text says what is there instead."""


class KeyTime:
    """The time of the keys, which is the hands' own: typing and scanning differ as they do in a shop, at any speed."""

    def __init__(self) -> None:
        self._now_ms = 0

    def at_ms(self, event: QKeyEvent) -> int:
        """When this key was pressed."""
        return self._now_ms

    def wait(self, milliseconds: int) -> None:
        self._now_ms += milliseconds


class Screen:
    """A visible window, used like a person does; each picture of it goes into `folder`, in order."""

    def __init__(self, window: QWidget, keys: KeyTime, folder: Path) -> None:
        self._window = window
        self._keys = keys
        self._folder = folder
        self._pictures = 0

    # ---------------------------------------------------------------- hands

    def key(self, name: str) -> None:
        """Press `F6`, `Shift+F8`, `Enter`."""
        *held, last = name.split("+")
        modifiers = Qt.KeyboardModifier.ShiftModifier if held else Qt.KeyboardModifier.NoModifier
        self._keys.wait(TYPING_MS)
        QTest.keyClick(self._focus(), KEYS[last], modifiers)

    def type(self, text: str) -> None:
        """Type at a human pace."""
        for sign in text:
            self._keys.wait(TYPING_MS)
            QTest.keyClicks(self._focus(), sign)
        QTest.qWait(PAUSE_MS)

    def scan(self, code: str) -> None:
        """A burst of keys that ends with Enter."""
        self._keys.wait(1000)
        for sign in code:
            self._keys.wait(SCANNER_MS)
            QTest.keyClicks(self._focus(), sign)
        self._keys.wait(SCANNER_MS)
        QTest.keyClick(self._focus(), Qt.Key.Key_Return)

    def tap(self, words: str) -> None:
        """Touch the button that shows these words, or has them for its object name."""
        QTest.qWait(LOOK_MS)  # what was just opened takes its place first
        button = self.wait_for(lambda: self._button(words), f"a button '{words}'")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def tap_row(self, words: str) -> None:
        """Touch the row of a list that shows these words."""
        QTest.qWait(LOOK_MS)
        view, place = self.wait_for(lambda: self._row(words), f"a row '{words}'")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # ---------------------------------------------------------------- eyes

    def see(self, *words: str, seconds: float = SEE_SECONDS) -> None:
        """Wait until all these words are in sight.

        Raises:
            NotSeen: they are not, in time.
        """
        for each in words:
            self.wait_for(partial(self._reads, each), f"'{each}'", seconds)

    def words(self) -> str:
        """Everything that can be read in the window now, a line each."""
        lines = []
        for widget in [self._window, *self._window.findChildren(QWidget)]:
            if widget.isVisible():
                lines += [widget.accessibleName(), widget.accessibleDescription()]
                if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
                    lines.append(widget.text())
                if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                    lines += _rows(widget.model())
        return "\n".join(line for line in lines if line)

    def picture(self, name: str) -> None:
        """Save what is in sight."""
        QTest.qWait(LOOK_MS)
        self._pictures += 1
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{self._pictures:02}-{name}.png"
        if not self._window.grab().save(str(file)):
            raise NotSeen(f"the picture {file} could not be saved")

    # ---------------------------------------------------------------- parts

    def _focus(self) -> QWidget:
        focused: QWidget | None = self._window.focusWidget()
        return self._window if focused is None else focused

    def _reads(self, words: str) -> bool | None:
        return words in self.words() or None

    def _button(self, words: str) -> QAbstractButton | None:
        for button in reversed(
            self._window.findChildren(QAbstractButton)
        ):  # what was opened last lies on top
            if button.isVisible() and words in (button.text(), button.objectName(), button.accessibleName()):
                return button
        return None

    def _row(self, words: str) -> tuple[QAbstractItemView, QPoint] | None:
        for view in reversed(self._window.findChildren(QAbstractItemView)):
            if not view.isVisible():
                continue
            model = view.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                if any(words in str(model.data(index, role) or "") for role in WORDS):
                    view.scrollTo(index)
                    return view, view.visualRect(index).center()
        return None

    def wait_for(self, look: Callable[[], T | None], what: str, seconds: float = SEE_SECONDS) -> T:
        """Wait until `look` finds something, while the window goes on.

        Raises:
            NotSeen: it finds nothing in time; `what` names it.
        """
        until = time.monotonic() + seconds
        while True:
            found = look()
            if found is not None:
                return found
            if time.monotonic() > until:
                raise NotSeen(f"{what} is not in the window. It shows:\n{self.words()}")
            QTest.qWait(LOOK_MS)


def _rows(model: QAbstractItemModel) -> list[str]:
    """The words of every row; the window's lists have one column."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(model.data(index, role) or "") for index in indexes for role in WORDS]
