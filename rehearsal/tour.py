"""`kassa demo --tour`: one order, all the way, played in the real window without a screen; each step is looked at."""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pos_app.binder import Binder
from pos_app.bootstrap import build_desk
from pos_app.lanes import WorkerLane
from pos_app.ui.application import make_application
from pos_app.ui.main_window import MainWindow
from rehearsal.children import ChildFailed, end_on_signals
from rehearsal.demo_setup import Demo, running_demo, start_over
from rehearsal.demo_shop import demo_staff
from rehearsal.network import LineMode
from rehearsal.office import OfficeRefused
from rehearsal.screen import KeyTime, NotSeen, Screen

CUSTOMER = "Maja Lindqvist"
GOODS = {
    "2900000100015": "Trail Tent 2P",
    "2900000100060": "Tent Pegs Aluminium",
    "2900000200180": "Enamel Mug Blue",
}
CARRIED_SECONDS = 90.0
"""An agent that found no line for a while waits before it tries again."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the tour; 0 only if everything was seen."""
    parser = argparse.ArgumentParser(prog="kassa demo --tour", description="One order, all the way.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder of all its data")
    folder: Path = parser.parse_args(arguments).data.resolve()
    end_on_signals()
    pictures = folder.with_name(f"{folder.name}-pictures")
    shutil.rmtree(pictures, ignore_errors=True)
    try:
        if folder.exists():
            start_over(folder)
        keys = KeyTime()
        with running_demo(folder, _tell, _arrived) as demo, opened_window(demo, keys) as window:
            play(demo, Screen(window, keys, pictures), pictures)
    except (ChildFailed, OfficeRefused, NotSeen) as failed:
        print(f"The tour could not go on: {failed}", file=sys.stderr)
        return 1
    _tell(f"the pictures and the receipt are in {pictures}")
    return 0


@contextmanager
def opened_window(demo: Demo, keys: KeyTime) -> Iterator[MainWindow]:
    """The register's window with its own agent, as `python -m pos_app` opens it."""
    _, theme = make_application(["kassa"])
    desk = build_desk(demo.register_folder)
    lane, side_lane = WorkerLane("register"), WorkerLane("headquarters")
    window = MainWindow(theme, keys.at_ms)
    try:
        Binder(window, desk, lane, side_lane).start()
        window.show()
        window.activateWindow()
        yield window
    finally:
        window.close()
        side_lane.close()
        lane.close()
        desk.close()


def play(demo: Demo, screen: Screen, folder: Path) -> None:
    """The story, one line each.

    Raises:
        NotSeen: something did not show in the window, or did not arrive at headquarters.
    """
    _sign_in(screen)
    demo.line.mode = LineMode.OFFLINE
    screen.see("Offline", seconds=CARRIED_SECONDS)
    screen.picture("no-line")
    _tell("the line to headquarters is cut; the window says so")
    _add_customer(screen)
    _scan_goods(screen)
    _put_aside_and_take_along(screen)
    _pay(screen)
    receipt = _receipt(demo, screen)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(receipt, folder / "receipt.pdf")
    _tell(f"the receipt was printed: {receipt.name}")
    _look_at_the_waiting_order(demo, screen)
    demo.line.mode = LineMode.ONLINE
    _tell("the line is back; the agent carries what waits")
    _see_both_numbers(demo, screen)


def _sign_in(screen: Screen) -> None:
    cashier = demo_staff()[0]
    screen.see(cashier.name)
    screen.picture("sign-in")
    screen.tap(f"user-{cashier.user}")
    screen.type(cashier.pin)
    screen.key("Enter")
    screen.see("Open the shift")
    screen.key("Enter")
    screen.see(f"Signed in: {cashier.name}")
    _tell(f"{cashier.name} signed in and opened the shift")


def _add_customer(screen: Screen) -> None:
    screen.key("F2")
    screen.tap("New customer")
    screen.see("Save and add")
    screen.type(CUSTOMER)
    screen.picture("new-customer")
    screen.key("Enter")
    screen.see(f"Customer {CUSTOMER}, Pending sync")
    _tell(f"{CUSTOMER} was added without headquarters: Pending sync")


def _scan_goods(screen: Screen) -> None:
    for code, name in GOODS.items():
        screen.scan(code)
        screen.see(name)
    screen.see("To pay 272.90")
    screen.picture("three-goods")
    _tell("three goods were scanned: 272.90")


def _put_aside_and_take_along(screen: Screen) -> None:
    screen.key("F7")
    screen.see("Pick up, then pay")
    screen.picture("pick-up")
    screen.key("Enter")
    screen.see("Due now (deposit) 27.29")
    _tell("everything is put aside for pickup: a deposit of 27.29 is asked for")
    screen.key("Shift+F8")
    screen.see("Which lines?")
    for name in list(GOODS.values())[1:]:
        screen.tap_row(name)
    screen.picture("carry-out")
    screen.tap("Continue")
    screen.see("Due now (deposit) 48.80")
    screen.picture("deposit")
    _tell("pegs and mug are taken along: 23.90 for them and 24.90 for the tent make 48.80")


def _pay(screen: Screen) -> None:
    screen.type("50")
    screen.key("F12")
    screen.see("Change 1.20")
    screen.picture("done")
    _tell("50.00 was paid in cash, 1.20 is change; the order is made")


def _look_at_the_waiting_order(demo: Demo, screen: Screen) -> None:
    confirmation = f"L-{demo.register_name}-00001"
    screen.key("F4")
    screen.see(confirmation, f"{CUSTOMER}  ·  Pending sync")
    screen.picture("order-pending")
    screen.key("Esc")
    if demo.office.counts()["orders"]:
        raise NotSeen("headquarters has an order, although the line is cut")
    _tell(f"the order waits here as {confirmation}: Pending sync; headquarters knows nothing of it")


def _see_both_numbers(demo: Demo, screen: Screen) -> None:
    screen.see("now has", seconds=CARRIED_SECONDS)
    screen.picture("number-arrived")
    at_hq = screen.wait_for(
        lambda: _order_at_headquarters(demo), "the order at headquarters", CARRIED_SECONDS
    )
    number, account = str(at_hq["number"]), str(at_hq["account"])
    screen.wait_for(lambda: _shows(screen, number, account), "the order with both numbers", CARRIED_SECONDS)
    screen.picture("order-with-number")
    _tell(f"headquarters gave account {account} and order {number}; the window shows both")


def _order_at_headquarters(demo: Demo) -> dict[str, Any] | None:
    orders = [str(each["order"]) for each in demo.office.transactions() if each["order"]]
    return demo.office.order(orders[0]) if orders else None


def _shows(screen: Screen, number: str, account: str) -> bool | None:
    """Open the order as a cashier does, and close it again while it still waits for a number."""
    screen.key("F4")
    screen.see("made at UTRECHT")
    words = screen.words()
    if f"{CUSTOMER}  ·  {account}" in words and number in words:
        return True
    screen.key("Esc")
    return None


def _receipt(demo: Demo, screen: Screen) -> Path:
    receipts = demo.register_folder / "receipts"
    found = screen.wait_for(lambda: next(receipts.glob("*.pdf"), None), "a receipt as PDF")
    if not found.read_bytes().startswith(b"%PDF"):
        raise NotSeen(f"{found} is no PDF")
    return found


def _arrived(feed: str, rows: int, expected: int) -> None:
    if rows >= expected:
        _tell(f"the register pulled its data: {rows} rows")


def _tell(line: str) -> None:
    print(f"  {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
