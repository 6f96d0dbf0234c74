"""The floor of `benchmarks.start`: Qt, an application and one empty window; prints when it was painted."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """Says when it is painted, and closes."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Nothing to paint."""
        print(time.monotonic(), flush=True)
        QTimer.singleShot(0, self.close)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 768)
    window.show()
    app.exec()
