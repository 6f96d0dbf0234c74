"""What stands on a screen that is too small to sell on: how large it is, and how large it has to be."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.sizes import SMALLEST
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme


class TooSmall(QWidget):
    """Says so instead of cutting off what a cashier needs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def words(self) -> str:
        """The two sizes, and what to do."""
        return tr(
            "This screen has {width} \u00d7 {height} points. The register needs at least {least_width} \u00d7 "
            "{least_height}. Choose a higher resolution, or make the window larger. The sale is kept.",
            width=self.width(), height=self.height(), least_width=SMALLEST[0], least_height=SMALLEST[1],
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the new size to assistive technology too."""
        self.setAccessibleName(self.words())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("app"))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text"))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self.rect().adjusted(24, 24, -24, -24), flags, self.words())
        painter.end()
