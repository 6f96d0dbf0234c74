"""Groups of buttons that are one Tab stop: arrows move inside, and the group remembers where the cursor was."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_DIRECTIONS = {
    Qt.Key.Key_Left: QPoint(-1, 0), Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1), Qt.Key.Key_Down: QPoint(0, 1),
}  # fmt: skip


class Zone(QWidget):
    """A place on the screen that holds buttons; `stops` are the ones that can have the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: list[QWidget] = []
        self._last: QWidget | None = None

    def take_focus(self) -> bool:
        """Put the focus where it was last in this zone, else on its first button. False if there is none."""
        visible = [stop for stop in self.stops if stop.isVisibleTo(self)]
        if not visible:
            return False
        stop = next((each for each in visible if each is self._last), visible[0])
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the nearest button in that direction."""
        direction = _DIRECTIONS.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if direction is None or focused not in self.stops:
            super().keyPressEvent(event)
            return
        target = nearest(focused, self.stops, direction)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._last = target


def nearest(origin: QWidget, others: Sequence[QWidget], direction: QPoint) -> QWidget | None:
    """The widget closest to `origin` that lies in `direction`; sideways distance counts three times."""
    best: QWidget | None = None
    best_distance = 0
    for other in others:
        if other is origin or not other.isVisible():
            continue
        way = other.geometry().center() - origin.geometry().center()
        along = way.x() * direction.x() + way.y() * direction.y()
        across = abs(way.x() * direction.y()) + abs(way.y() * direction.x())
        if along <= 0 or across > along * 4:
            continue
        if best is None or along + 3 * across < best_distance:
            best, best_distance = other, along + 3 * across
    return best
