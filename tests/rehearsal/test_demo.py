"""The demo as a person starts it: the window opens with the cashier signed in, and the end leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rehearsal.demo import has_display
from rehearsal.demo_shop import demo_registers
from rehearsal.trace import rows_of

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SECONDS = 300.0


def wait_until(holds: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < until, f"not in {SECONDS:g} s: {what}"
        time.sleep(0.1)


def running(folder: Path) -> list[str]:
    """The programs that work in this folder."""
    listed = subprocess.run(
        ["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True, timeout=300
    )
    return [line for line in listed.stdout.splitlines() if str(folder) in line and " -m " in line]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A started demo whose window counts as shown, although nobody sees it; it tells what it does in `told`."""
    environ = {**os.environ, "DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:"}
    command = [sys.executable, "-m", "rehearsal.demo", "--data", str(tmp_path / "demo")]
    with (tmp_path / "told").open("wb") as told:
        program = subprocess.Popen(command, cwd=CHECKOUT, env=environ, stdout=told, stderr=told)
    yield program
    if program.poll() is None:
        program.terminate()
    program.wait(SECONDS)


def test_the_window_opens_signed_in_and_the_end_leaves_nothing_running(
    demo: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    def told() -> str:
        return (tmp_path / "told").read_text()

    def has_opened_a_shift() -> bool:
        journal = tmp_path / "demo" / demo_registers()[0] / "journal.db"
        return journal.exists() and "shift.open" in str(rows_of(journal))

    wait_until(lambda: "Opening UTRECHT-1, with emma signed in" in told(), "the window opens")
    assert "emma   PIN 314159  (cashier)" in told()
    assert "205 products" in told()
    wait_until(has_opened_a_shift, "somebody is signed in with an open shift")
    # The demo itself, headquarters, the window, its agent.
    wait_until(lambda: len(running(tmp_path)) == 4, "four programs run")

    demo.send_signal(signal.SIGTERM)

    assert demo.wait(SECONDS) == 128 + signal.SIGTERM
    wait_until(lambda: running(tmp_path) == [], "everything has ended")
    assert not list(tmp_path.rglob("demo-pin"))


@pytest.mark.parametrize(
    ("platform", "environ", "shows"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("darwin", {}, True),
        ("win32", {"QT_QPA_PLATFORM": "minimal"}, False),
    ],
)
def test_a_machine_without_display_gets_the_tour(platform: str, environ: dict[str, str], shows: bool) -> None:
    assert has_display(platform, environ) is shows
