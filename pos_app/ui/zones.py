"""Groups of buttons that are one Tab stop: arrows move inside, and the group remembers where the cursor was."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

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
        """Put the focus on what is chosen here, else where it was last, else on the first. False if there is none."""
        visible = [stop for stop in self.stops if stop.isVisibleTo(self)]
        if not visible:
            return False
        chosen = (each for each in visible if getattr(each, "chosen", False))
        last = (each for each in visible if each is self._last)
        next(chosen, next(last, visible[0])).setFocus(Qt.FocusReason.TabFocusReason)
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


def step_focus(root: QWidget, *, forward: bool) -> QWidget | None:
    """Put the focus on the next field, button or zone below `root`, as they are read; gives what has it then."""
    inside = {stop for zone in root.findChildren(Zone) for stop in zone.stops}
    stops = [each for each in root.findChildren(QWidget) if each not in inside and _can_stop(each)]
    stops.sort(key=lambda each: _reading_order(each, root))
    focused = root.focusWidget()
    at = next((i for i, each in enumerate(stops) if focused is each or each.isAncestorOf(focused)), -1)
    for offset in range(1, len(stops) + 1):
        target = (
            stops[(at + (offset if forward else -offset)) % len(stops)]
            if at >= 0 or forward
            else stops[-offset]
        )
        if not isinstance(target, Zone):
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return target
        if target.take_focus():
            return target
    return None


def _can_stop(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled() or widget.focusProxy():
        return False
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) or (isinstance(widget, Zone) and bool(widget.stops))


def _reading_order(widget: QWidget, root: QWidget) -> tuple[int, ...]:
    """From top to bottom, and from left to right where two begin on about the same line.

    What can be scrolled stands where its area does, however far it is scrolled: a row that is out of sight is not
    behind the buttons below.
    """
    above = widget.parentWidget()
    while above is not None and above is not root:
        inside = above.widget() if isinstance(above, QScrollArea) else None
        if inside is not None:
            return (*_place(above, root), *_place(widget, inside))
        above = above.parentWidget()
    return _place(widget, root)


def _place(widget: QWidget, within: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(within, widget.rect().topLeft())
    return corner.y() // 24, corner.x()


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
