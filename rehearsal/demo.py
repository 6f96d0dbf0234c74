"""`kassa demo`: a whole retailer on this machine, and the register's window; or its tour, where there is no screen."""

import argparse
import os
import signal
import subprocess
import sys
import threading
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path

from rehearsal.browsing import PageMissing
from rehearsal.children import CHECKOUT, ChildFailed, end_on_signals
from rehearsal.demo_setup import WITH_WORK, Demo, running_demo, start_over
from rehearsal.demo_shop import demo_staff
from rehearsal.office import OfficeRefused

FOLDER = CHECKOUT / ".kassa" / "demo"
BAR = 30
WINDOW_END_SECONDS = 10.0

TRY = """Try this:
  - type 10001 and press Enter (a tent), or scan any 13-digit code from resources/demo/products.csv
  - search a customer (Anna Berg, Ole Moe) or add a new one
  - Pick up all, then Carry out selected for what is taken along; pay the deposit in cash; conclude
  - scan 2900000900030 to see a product that may not be sold"""

TRY_HQ = """Try this there:
  - Jobs: Resume the first synchronisation, and Bram de Wit gets his account
  - Documents, parked: the sale of a register that stood in another store for a while; Try again posts it
  - Customers who may be one: merge the two of one e-mail; Publish: the deposit that waits"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo until its window closes; 0 if nothing went wrong."""
    print("Kassa demo: starting headquarters", flush=True)
    parser = argparse.ArgumentParser(prog="kassa demo", description="A demo retailer on this machine.")
    parser.add_argument(
        "--tour", action="store_true", help="play the story in the real window, without a screen"
    )
    parser.add_argument(
        "--kill", action="store_true", help="kill register, agent and HQ while one order is on its way"
    )
    parser.add_argument(
        "--hq",
        action="store_true",
        help="a shop with two days behind it, and the back office beside the register",
    )
    parser.add_argument("--fresh", action="store_true", help="throw the data of the last time away")
    parser.add_argument("--data", type=Path, default=FOLDER, metavar="DIR", help="the folder of all its data")
    asked = parser.parse_args(arguments)
    end_on_signals()
    folder: Path = asked.data.resolve() / (WITH_WORK if asked.hq else "")
    has_window = has_display(sys.platform, os.environ)
    try:
        if asked.kill:
            return _play("rehearsal.killing", folder / "kill")
        if asked.tour or not (has_window or asked.hq):
            return _play("rehearsal.tour", folder / "tour")
        if asked.fresh and folder.exists():
            start_over(folder)
        with running_demo(folder, _tell, show_progress, with_work=asked.hq) as demo:
            if asked.hq:
                _lead_to_the_office(demo, is_shown=has_window)
            return _show(demo) if has_window else _wait()
    except (ChildFailed, OfficeRefused, PageMissing) as failed:
        print(f"The demo could not go on: {failed}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a window can be shown to a person."""
    if environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return not platform.startswith("linux") or any(map(environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def show_progress(feed: str, rows: int, expected: int) -> None:
    """One bar that grows in place in a terminal; one line a step elsewhere."""
    full = min(BAR, BAR * rows // expected) if expected else BAR
    line = f"  [{'#' * full}{'-' * (BAR - full)}] {feed:<10} {rows} rows"
    if sys.stdout.isatty():
        print(f"\r{line}", end="\n" if rows >= expected else "", flush=True)
    else:
        print(line, flush=True)


def _tell(line: str) -> None:
    print(f"  {line}", flush=True)


def _lead_to_the_office(demo: Demo, *, is_shown: bool) -> None:
    """Say where the back office is and who may sign in to it, and open it in the browser."""
    address = f"{demo.office.url}/office"
    print(f"The back office: {address}")
    if demo.person is None:
        print("  its person and password were told when this demo was made; --fresh makes another one")
    else:
        print(
            f"  {demo.person.name} signs in with the password {demo.person.password}, which is told only now"
        )
    print(TRY_HQ, flush=True)
    if is_shown:
        webbrowser.open(address)


def _wait() -> int:
    """Until somebody ends it."""
    print("There is no screen for the register's window. Ctrl-C ends headquarters.", flush=True)
    threading.Event().wait()
    return 0


def _show(demo: Demo) -> int:
    print("Who can sign in:")
    for each in demo_staff():
        print(f"  {each.user:<6} PIN {each.pin}  ({each.role})")
    if demo.person is None and (code := demo.office.set_up_code()):
        print(f"The back office: {demo.office.url}/office")
        print(f"  its first administrator is made with the code {code}, once")
    print(TRY)
    print(
        f"Opening {demo.register_name}, with {demo_staff()[0].user} signed in. Close the window to end.",
        flush=True,
    )
    pin_file = demo.register_folder / "demo-pin"
    pin_file.touch(mode=0o600)
    pin_file.write_text(demo_staff()[0].pin, encoding="utf-8")
    command = [sys.executable, "-m", "pos_app", "--data", str(demo.register_folder)]
    command += ["--sign-in", demo_staff()[0].user, "--pin-file", str(pin_file)]
    window = subprocess.Popen(command, cwd=CHECKOUT)
    try:
        return window.wait()
    finally:
        pin_file.unlink(missing_ok=True)
        if window.poll() is None:
            window.send_signal(signal.SIGTERM)
            try:
                window.wait(WINDOW_END_SECONDS)
            except subprocess.TimeoutExpired:
                window.kill()


def _play(module: str, folder: Path) -> int:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", module, "--data", str(folder)]
    return subprocess.run(command, cwd=CHECKOUT, env=environ, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
