"""The register as a process: it opens, says why it does not, and gives everything back."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from channel_db.engine import open_journal
from pos_app.__main__ import Register, read_options
from pos_app.bootstrap import build_desk
from pos_app.views import Desk, Screen
from tests.fixtures.fix_register import PINS, Shop

CHECKOUT = Path(__file__).resolve().parents[2]
WAIT_SECONDS = 300


def run(*arguments: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen(
        [sys.executable, "-m", "pos_app", *arguments],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_register_that_is_not_enrolled_says_so_without_a_trace(tmp_path: Path) -> None:
    process = run("--data", str(tmp_path), "--without-agent")

    _, words = process.communicate(timeout=WAIT_SECONDS)

    assert process.returncode == 1
    assert "is not enrolled" in words
    assert "Traceback" not in words


def test_register_signs_in_and_ends_on_sigterm(shop: Shop, tmp_path: Path) -> None:
    pin = tmp_path / "pin"
    pin.write_text(PINS["cashier"], encoding="utf-8")
    folder = str(shop.folder)

    process = run("--data", folder, "--without-agent", "--sign-in", "cashier", "--pin-file", str(pin))
    wait_for_shift(process, shop)
    process.send_signal(signal.SIGTERM)
    _, words = process.communicate(timeout=WAIT_SECONDS)

    assert process.returncode == 0, words
    assert words == ""
    register = shop.open()
    assert register.session.shift is not None
    assert register.kinds() == ["user.sign_in", "shift.open"]


def test_what_is_done_before_the_register_is_open_waits_for_it(shop: Shop, qtbot: QtBot) -> None:
    options = read_options(["--data", str(shop.folder), "--without-agent"])
    may_open = threading.Event()

    def build() -> Desk:
        may_open.wait(WAIT_SECONDS)
        return build_desk(shop.folder, with_agent=False)

    register = Register(options, build)
    window = register.window
    assert window is not None
    qtbot.add_widget(window)
    assert window.isVisible()
    assert "user-cashier" in [each.objectName() for each in window.sign_in.people.stops]
    window.sign_in.choose("cashier")
    window.sign_in.signed_in.emit("cashier", PINS["cashier"])
    assert window.sign_in.accessibleDescription() == "Opening the register \u2026"
    assert register.binder is None

    may_open.set()
    qtbot.wait_until(lambda: window.screen_shown is Screen.OPEN_SHIFT, timeout=WAIT_SECONDS * 1000)

    QTimer.singleShot(0, window.close)
    assert register.app.exec() == 0
    assert shop.open().kinds() == ["user.sign_in"]


@pytest.mark.parametrize("half_open", [False, True])
def test_window_that_is_closed_before_the_register_is_open_gives_everything_back(
    shop: Shop, qtbot: QtBot, half_open: bool
) -> None:
    options = read_options(["--data", str(shop.folder), "--without-agent"])
    begun, closed = threading.Event(), threading.Event()

    def build() -> Desk:
        begun.set()
        closed.wait(WAIT_SECONDS)
        return build_desk(shop.folder, with_agent=False)

    def leave() -> None:
        if begun.is_set() or not half_open:
            register.close()
            closed.set()

    register = Register(options, build)
    assert register.window is not None
    qtbot.add_widget(register.window)
    often = QTimer(register.window)
    often.timeout.connect(leave)
    often.start(0 if not half_open else 5)

    assert register.app.exec() == 0
    assert begun.is_set() is half_open
    assert register.binder is None
    assert shop.open().kinds() == []


def wait_for_shift(process: "subprocess.Popen[str]", shop: Shop) -> None:
    """Until the journal of the running register has an open shift."""
    for _ in range(WAIT_SECONDS * 10):
        assert process.poll() is None, process.communicate()[1]
        if (shop.folder / "journal.db").exists():
            journal = open_journal(shop.folder, shop.clock)
            shift = journal.open_shift()
            journal.close()
            if shift is not None:
                return
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.1)
    pytest.fail("no shift was opened")


def test_sign_in_needs_its_pin_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_options(["--sign-in", "cashier"])

    assert "belong together" in capsys.readouterr().err
