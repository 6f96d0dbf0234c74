"""The Qt application: its look, its last resort when something fails, and a splash while a slow disk is read."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.appearance import PLAIN, Appearance
from pos_app.ui.buttons import FaceButton
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme, apply_theme

SPLASH_MS = 1000
log = logging.getLogger(__name__)


def make_application(arguments: list[str], look: Appearance = PLAIN) -> tuple[QApplication, Theme]:
    """The application with its fonts, palette and style sheet."""
    app = QApplication.instance() or QApplication(arguments)
    if not isinstance(app, QApplication):
        raise TypeError("Qt runs already without windows in this process")
    app.setApplicationName("Kassa")
    theme = Theme(look)
    apply_theme(app, theme)
    return app, theme


def soon(call: Callable[[], object]) -> None:
    """Do it when Qt is between two events: a signal may arrive in the middle of painting."""
    QTimer.singleShot(0, call)


class AfterPaint(QObject):
    """Does something once, as soon as a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, call: Callable[[], object]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the paint, and let it happen."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            soon(self._call)
        return False


def keep_open_on_faults(say: Callable[[str], None]) -> None:
    """Make a fault nobody foresaw a sentence on the screen instead of the end of the window.

    The open sale is on disk already, so going on and restarting are both safe.
    """

    def last_resort(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        log.critical("nobody foresaw this", exc_info=(kind, fault, trace))
        say(tr("Something went wrong. The sale is kept. Go on; if it happens again, restart the register."))

    sys.excepthook = last_resort


class Splash(QWidget):
    """Says what is being waited for, if it takes longer than a second; or why the register does not open.

    `left` is emitted when such a reason has been read; where nobody can read it, at once.
    """

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen)
        self._theme = theme
        self._step = tr("Opening the register \u2026")
        self.setFixedSize(520, 180)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SPLASH_MS)
        self._wait.timeout.connect(self.show)
        self._wait.start()

    def say(self, step: str) -> None:
        """Name the step."""
        self._step = step
        self.setAccessibleName(step)
        self.update()

    def refuse(self, reason: str) -> None:
        """Say why the register does not open, until it is read."""
        self._wait.stop()
        self.say(reason)
        if QApplication.platformName() in ("offscreen", "minimal"):
            self.left.emit()
            return
        self.setFixedSize(760, 280)
        button = FaceButton(self._theme, tr("Close"), "primary", self)
        button.setGeometry(560, 196, 168, 64)
        button.clicked.connect(self.left)
        button.show()
        self.show()

    def end(self) -> None:
        """The window is there."""
        self._wait.stop()
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name and the step."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setPen(self._theme.colour("border"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._theme.font("amount"))
        painter.drawText(QRect(32, 24, self.width() - 64, 56), Qt.AlignmentFlag.AlignVCenter, "Kassa")
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text_secondary"))
        flags = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(32, 92, self.width() - 64, self.height() - 100), flags, self._step)
        painter.end()
