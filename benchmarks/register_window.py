"""A register with a big catalogue and its window, for benchmarks: made, opened, scanned at, watched while it paints."""

import hashlib
import hmac
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from argon2 import PasswordHasher
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from channel_db.device import Device, write_device
from channel_db.engine import open_catalog, open_journal
from pos_app.binder import Binder
from pos_app.bootstrap import build_desk
from pos_app.lanes import WorkerLane
from pos_app.register.desk import RegisterDesk
from pos_app.ui.application import make_application
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.sheet import Sheet
from pos_app.views import Screen
from retail.clock import ReadClock
from retail.settings import FulfilmentPlace, StoreSettings
from retail.wire.protocol import FeedRow
from retail.wire.settings import settings_values

PRODUCTS = 100_000
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
SECRET, USER, PIN = "secret-of-the-benchmark", "ann", "270431"
STEP_MS = 9
SETTINGS = StoreSettings(
    store="HOUSTON",
    delivery_modes=("ground", "air"),
    fulfilment_group=(FulfilmentPlace("HOUSTON", "Houston"),),
)
CUSTOMER = "00000001-0000-7000-8000-000000000001"


def quantile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def ean13(number: int) -> str:
    """A code with a right check digit."""
    body = f"704{number:09d}"
    odd, even = sum(map(int, body[::2])), sum(map(int, body[1::2]))
    return f"{body}{-(odd + 3 * even) % 10}"


def make_register(folder: Path, products: int, rights: Sequence[str] = ()) -> list[str]:
    """An enrolled register with a catalogue as the agent would have written it; gives the codes it knows."""
    write_device(
        folder, Device("https://hq.invalid", "demo", "HOUSTON-1", "HOUSTON", "epoch-1", "token", SECRET)
    )
    mixed = hmac.new(SECRET.encode(), PIN.encode(), hashlib.sha256).hexdigest()
    staff = {
        "user": USER, "name": "Ann", "role": "cashier", "rights": list(rights), "active": True,
        "pin_hash": PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(mixed),
    }  # fmt: skip
    codes = [ean13(number) for number in range(products)]
    feeds: dict[str, dict[str, dict[str, object]]] = {
        "settings": {"HOUSTON": {"values": settings_values(SETTINGS)}},
        "staff": {USER: staff},
        "customers": {
            CUSTOMER: {
                "id": CUSTOMER,
                "account": "10021",
                "name": "Anna Berg",
                "addresses": [
                    {
                        "id": CUSTOMER,
                        "purpose": "home",
                        "line1": "Storgt 1",
                        "postcode": "5003",
                        "city": "Bergen",
                    }
                ],
            }
        },
        "products": {
            f"{number}": {"number": f"{number}", "name": f"Article {number} of the shelf", "barcodes": [code]}
            for number, code in enumerate(codes)
        },
        "prices": {
            f"{number}": {"number": f"{number}", "price_minor": 100 + number} for number in range(products)
        },
        "list_prices": {},
    }
    clock = ReadClock(lambda: NOW)
    catalog = open_catalog(folder, clock, writer=True)
    for feed, values in feeds.items():
        rows = [FeedRow(key=key, gone=False, value=value) for key, value in values.items()]
        catalog.apply_page(feed, rows, "1", clock.now())
    catalog.close()
    open_journal(folder, clock).close()
    return codes


def make_apart(folder: Path, products: int) -> list[str]:
    """The same by a process of its own, whose memory is not this one's."""
    command = [sys.executable, "-m", "benchmarks.register_window", str(folder), str(products)]
    subprocess.run(command, check=True)
    return [ean13(number) for number in range(products)]


class Painted(QObject):
    """Waits until every watched widget was painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = set(widgets)
        self._missing: set[QObject] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's spelling
        """Note a painted widget."""
        if event.type() == QEvent.Type.Paint:
            self._missing.discard(watched)
        return False

    def expect(self) -> None:
        """From now on, all are to be painted again."""
        self._missing = set(self._widgets)

    def wait(self, app: QApplication) -> None:
        """Until they are, and what they painted is on the screen.

        Raises:
            TimeoutError: nothing was painted within five seconds.
        """
        until = time.perf_counter() + 5
        while self._missing:
            if time.perf_counter() > until:
                raise TimeoutError("the scan was not painted within 5 s")
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Scanner:
    """Types a code as fast as a scanner, by a clock of its own."""

    def __init__(self) -> None:
        self._now_ms = 0

    def clock_ms(self, event: QKeyEvent) -> int:
        """When this key was pressed."""
        return self._now_ms

    def type(self, window: QWidget, code: str) -> None:
        """The code without its end."""
        self._now_ms += 1000
        for sign in code:
            self._now_ms += STEP_MS
            QTest.keyClicks(window, sign)

    def end(self, window: QWidget) -> None:
        """The Enter that ends it."""
        self._now_ms += STEP_MS
        QTest.keyClick(window, Qt.Key.Key_Return)


def focused(window: QWidget) -> QWidget:
    """Where keys arrive."""
    found: QWidget | None = window.focusWidget()
    return window if found is None else found


def fail(fault: Exception) -> None:
    """There is nothing to measure."""
    raise fault


@dataclass
class Opened:
    """A window at work: signed in, the shift open."""

    app: QApplication
    window: MainWindow
    binder: Binder
    desk: RegisterDesk
    scanner: Scanner

    def until_settled(self) -> None:
        """Wait until the lane has nothing to do, and what it gave is drawn."""
        done: list[bool] = []
        self.binder.do(lambda: True, done.append)
        while not done:
            self.wait_for_events()
        self.app.processEvents()
        # Outside Qt's own loop nothing else would ever delete what was closed.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait_for_events(self) -> None:
        """Let Qt do what comes next."""
        self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def sheet_in_sight(self) -> Sheet:
        """Wait for a sheet to open."""
        while not self.window.sale.sheets:
            self.wait_for_events()
        return self.window.sale.sheets[-1]

    def press(self, name: str) -> None:
        """Press a key such as `F6`, `Shift+F6` or `Esc`."""
        *held, last = name.split("+")
        modifiers = Qt.KeyboardModifier.ShiftModifier if held else Qt.KeyboardModifier.NoModifier
        code = Qt.Key.Key_Escape if last == "Esc" else Qt.Key(int(Qt.Key.Key_F1) + int(last[1:]) - 1)
        QTest.keyClick(focused(self.window), code, modifiers)

    def scan(self, code: str) -> None:
        """A whole scan."""
        self.scanner.type(focused(self.window), code)
        self.scanner.end(focused(self.window))


@contextmanager
def opened_window(
    folder: Path, user: str = USER, pin: str = PIN, *, with_agent: bool = False
) -> Iterator[Opened]:
    """The register of this folder as the program opens it, with somebody signed in and a shift open."""
    app, theme = make_application(["benchmark"])
    scanner = Scanner()
    window = MainWindow(theme, scanner.clock_ms)
    lane, side_lane = WorkerLane("register"), WorkerLane("headquarters")
    desks: list[RegisterDesk] = []
    lane.submit(lambda: build_desk(folder, seed=1, with_agent=with_agent), desks.append, fail)
    while not desks:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    binder = Binder(window, desks[0], lane, side_lane)
    window.show()
    window.activateWindow()
    binder.start()
    binder.dispatch(
        "user.sign_in", {"user": user, "pin": pin}, follow=lambda: binder.dispatch("shift.open", {})
    )
    while binder.view is None or binder.view.screen is not Screen.SALE:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    try:
        yield Opened(app, window, binder, desks[0], scanner)
    finally:
        lane.submit(desks[0].close, lambda _: None, lambda _: None)
        lane.close()
        side_lane.close()
        window.close()


if __name__ == "__main__":
    make_register(Path(sys.argv[1]), int(sys.argv[2]))
