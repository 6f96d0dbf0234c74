"""The register with a stopwatch in it, for `benchmarks.start`: prints when people who may sign in were painted, and
when the register behind them was open; then closes.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from pos_app.__main__ import main
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sign_in import SignInScreen
from pos_app.views import SaleView

_paint, _show = SignInScreen.paintEvent, MainWindow.show_sale
_seen: list[float] = []


def paint(screen: SignInScreen, event: QPaintEvent) -> None:
    """Paint, and note the first time with people in it."""
    _paint(screen, event)
    if screen.people.stops and not _seen:
        _seen.append(time.monotonic())


def show(window: MainWindow, view: SaleView) -> None:
    """Show the register as it stands, note when, and close once the sign-in was painted too."""
    _show(window, view)
    opened = time.monotonic()

    def end() -> None:
        if not _seen:
            QTimer.singleShot(5, end)
            return
        print(_seen[0], opened, flush=True)
        window.close()

    MainWindow.show_sale = _show  # type: ignore[method-assign]  # once is enough
    end()


if __name__ == "__main__":
    SignInScreen.paintEvent = paint  # type: ignore[method-assign, assignment]  # the stopwatch
    MainWindow.show_sale = show  # type: ignore[method-assign, assignment]  # as above
    main(sys.argv[1:])
