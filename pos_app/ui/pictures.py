"""Pictures of products: read and made small beside the window, kept while they are looked at, never waited for."""

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel

from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme

KEPT_MAX = 64
DECODED_MAX_MB = 32
"""A picture of 2,000 x 2,000 pixels takes 16; what takes more is none of headquarters'."""


class _Reading(QRunnable):
    """Reads one file on a thread of its own; who asked may be gone by then."""

    class Outcome(QObject):
        """Tells on the thread of the window."""

        read = Signal(str, QImage)

    def __init__(self, file: str, side: int) -> None:
        super().__init__()
        self.outcome = self.Outcome()
        self._file, self._side = file, side

    def run(self) -> None:
        """Read the file as large as it is shown; an empty image where it cannot be read."""
        reader = QImageReader(self._file)
        reader.setAllocationLimit(DECODED_MAX_MB)
        reader.setDecideFormatFromContent(True)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(
                size.scaled(self._side, self._side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(
                    QSize(1, 1)
                )
            )
        self.outcome.read.emit(self._file, reader.read())


class Pictures(QObject):
    """The pictures that one widget shows, each at most `side` pixels wide and high; the oldest give way."""

    arrived = Signal(str)

    def __init__(self, side: int, parent: QObject) -> None:
        super().__init__(parent)
        self._side = side
        self._known: dict[str, QPixmap | None] = {}
        self._under_way: dict[str, _Reading] = {}

    @property
    def is_waiting(self) -> bool:
        """Something is still being read."""
        return bool(self._under_way)

    @property
    def count(self) -> int:
        """How many are known."""
        return len(self._known)

    def of(self, file: str) -> QPixmap | None:
        """The picture in this file; None while it is read, where it cannot be, and for no file."""
        if file and file not in self._known:
            self._read(file)
        return self._known.get(file)

    def _read(self, file: str) -> None:
        self._known[file] = None
        while len(self._known) > KEPT_MAX:
            self._known.pop(next(iter(self._known)))
        reading = _Reading(file, self._side)
        reading.setAutoDelete(False)
        reading.outcome.read.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._under_way[file] = reading
        QThreadPool.globalInstance().start(reading)

    def _keep(self, file: str, image: QImage) -> None:
        self._under_way.pop(file, None)
        if file in self._known and not image.isNull():
            self._known[file] = QPixmap.fromImage(image)
            self.arrived.emit(file)


class ProductPicture(QLabel):
    """The picture of a product, in a square; a sign stands there until it is read, and where there is none."""

    def __init__(self, theme: Theme, file: str, side: int) -> None:
        super().__init__()
        self._file = file
        self._pictures = Pictures(side, self)
        self._pictures.arrived.connect(lambda _: self._show())
        self.setFixedSize(side, side)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setPixmap(theme.icon("sale", "text_secondary", side // 3))
        self.setAccessibleName(tr("No picture"))
        self._show()

    @property
    def is_waiting(self) -> bool:
        """The picture is still being read."""
        return self._pictures.is_waiting

    def _show(self) -> None:
        picture = self._pictures.of(self._file)
        if picture is not None:
            self.setPixmap(picture)
            self.setAccessibleName(tr("Picture of the product"))
