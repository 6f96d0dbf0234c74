"""Walking a screen by Tab: the focus can be seen at every stop, comes back, and has few stops to go through."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from pos_app.ui.main_window import MainWindow
from tests.pos_app.ui.hands import Hands
from tests.ux.colours import contrast
from tests.ux.lint import place, said

STOPS_MAX = 15
SEEN = 3.0
RING = 5
"""How far around a widget its focus may be painted."""


@dataclass(frozen=True)
class Stop:
    """A widget that had the focus, where it was then, and the screen before and with it."""

    widget: QWidget
    at: QRect
    before: QImage
    after: QImage


def walk(window: MainWindow, hands: Hands, *, looking: bool = True) -> list[Stop]:
    """Press Tab until the focus is where it was before, or clearly never will be; `looking` takes pictures."""
    stops: list[Stop] = []
    began = window.focusWidget()
    before = picture(window) if looking else QImage()
    for _ in range(STOPS_MAX + 2):
        hands.key("Tab")
        focused: QWidget | None = window.focusWidget()
        if focused is None or any(stop.widget is focused for stop in stops):
            break
        if looking and focused is began:
            # It had the focus all the time: see what it looks like without.
            focused.clearFocus()
            before = picture(window)
            focused.setFocus()
        after = picture(window) if looking else before
        # The next stops may scroll it away again.
        stops.append(Stop(focused, place(focused, window), before, after))
        before = after
    return stops


def picture(window: QWidget) -> QImage:
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def stop_faults(window: MainWindow, stops: list[Stop], hands: Hands) -> Iterator[str]:
    """There are stops, not too many, all in sight, and the next Tab leads to the first of them again."""
    if not stops:
        yield "Tab leads nowhere"
        return
    if len(stops) > STOPS_MAX:
        yield f"Tab has more than {STOPS_MAX} stops"
        return
    if window.focusWidget() is not stops[0].widget:
        yield f"Tab stays at {said(stops[-1].widget)}" if len(stops) == 1 else "Tab does not come back"
    for stop in stops:
        if not window.rect().intersects(stop.at) or not stop.widget.isVisible():
            yield f"{said(stop.widget)} has the focus out of sight"


def focus_faults(window: QWidget, stops: list[Stop]) -> Iterator[str]:
    """What the focus changes around a widget has a contrast of 3 and is two pixels wide."""
    for stop in stops:
        room = stop.at.adjusted(-RING, -RING, RING, RING).intersected(window.rect())
        seen = _seen_blocks(stop.before, stop.after, room)
        if seen < min(room.width(), room.height()) // 2:
            yield f"{said(stop.widget)} does not show that it has the focus"


def _seen_blocks(before: QImage, after: QImage, room: QRect) -> int:
    """How many squares of two by two pixels look clearly different."""
    one, other = (memoryview(image.constBits()).cast("I") for image in (before, after))
    wide = before.bytesPerLine() // 4
    above: set[int] = set()
    count = 0
    for row in range(room.top(), room.bottom() + 1):
        start, end = row * wide + room.left(), row * wide + room.right() + 1
        changed: set[int] = set()
        if one[start:end] != other[start:end]:
            pairs = zip(one[start:end], other[start:end], strict=True)
            changed = {column for column, (a, b) in enumerate(pairs) if a != b and _is_seen(a, b)}
        count += sum(column + 1 in changed and {column, column + 1} <= above for column in changed)
        above = changed
    return count


@cache
def _is_seen(one: int, other: int) -> bool:
    """Whether two colours of a picture are told apart."""
    return contrast(f"#{one & 0xFFFFFF:06x}", f"#{other & 0xFFFFFF:06x}") >= SEEN
