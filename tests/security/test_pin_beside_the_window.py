"""A PIN is checked beside the window: while the hash is worked out, the window draws and answers keys."""

import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from pos_app.lanes import WorkerLane
from pos_app.operations.registry import Done, Outcome
from tests.fixtures.fix_register import PINS, Register, Shop


@pytest.mark.parametrize(("user", "is_let_in"), [("cashier", True), ("nobody", False)])
def test_s27_while_a_pin_is_checked_the_window_goes_on(
    shop: Shop, qtbot: QtBot, user: str, is_let_in: bool
) -> None:
    lane = WorkerLane("register")
    opened: list[Register] = []
    lane.submit(shop.open, opened.append, _fail)
    qtbot.wait_until(lambda: bool(opened))
    pins = opened[0].session.pins
    begun, may_end = threading.Event(), threading.Event()
    hasher = pins._hasher

    class Slow:
        def verify(self, pin_hash: str, proof: str) -> bool:
            begun.set()
            assert may_end.wait(60)
            return hasher.verify(pin_hash, proof)

    vars(pins)["_hasher"] = Slow()
    outcomes: list[Outcome] = []
    lane.submit(lambda: opened[0].ask("user.sign_in", user=user, pin=PINS["cashier"]), outcomes.append, _fail)
    beats: list[int] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(1))
    heart.start(0)

    qtbot.wait_until(lambda: begun.is_set() and len(beats) > 50)
    assert outcomes == [], "it is still being worked out"
    may_end.set()
    qtbot.wait_until(lambda: bool(outcomes))
    heart.stop()
    lane.submit(lambda: shop._opened.close(), lambda _: None, _fail)  # noqa: PLW0108 -- by the thread that opened it
    lane.close()

    assert isinstance(outcomes[0], Done) is is_let_in


def _fail(fault: Exception) -> None:
    pytest.fail(f"it failed: {fault}")
