"""The shop's own pictures on the sign-in: one behind everything, a logo above the box."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap

from pos_app.ui.pictures import Pictures

LOGO_SIDE, BACKGROUND_SIDE = 480, 1920
"""So large they are read; on the screen each fits its place."""


class Brand(QObject):
    """Both are read beside the window and never waited for; without them nothing is painted."""

    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._logos, self._backgrounds = Pictures(LOGO_SIDE, self), Pictures(BACKGROUND_SIDE, self)
        for each in (self._logos, self._backgrounds):
            each.arrived.connect(lambda _: self.arrived.emit())
        self._files = ("", "")

    @property
    def is_waiting(self) -> bool:
        """Something is still being read."""
        return self._logos.is_waiting or self._backgrounds.is_waiting

    def show_files(self, files: tuple[str, str]) -> None:
        """Show the logo and the background that lie in these files; empty for none."""
        if files != self._files:
            self._files = files
            self.arrived.emit()

    @property
    def logo(self) -> QPixmap | None:
        """The logo, once it is read."""
        return self._logos.of(self._files[0])

    @property
    def background(self) -> QPixmap | None:
        """The picture behind everything, once it is read."""
        return self._backgrounds.of(self._files[1])

    def paint_background(self, painter: QPainter, room: QRect) -> None:
        """Fill the room; what of the picture has another shape is cut off at both sides alike."""
        picture = self.background
        if picture is not None:
            whole = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(_centred(QRect(QPoint(), whole), room), picture)

    def paint_logo(self, painter: QPainter, room: QRect) -> None:
        """Put the logo in the middle of the room, as large as fits and never larger than it is."""
        picture = self.logo
        if picture is not None:
            size = picture.size()
            if size.width() > room.width() or size.height() > room.height():
                size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(_centred(QRect(QPoint(), size), room), picture)


def _centred(what: QRect, room: QRect) -> QRect:
    what.moveCenter(room.center())
    return what
