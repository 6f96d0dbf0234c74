"""Scans at recorded paces into every focus target of every state: each is handled once or refused aloud.

A sample runs with the tests. `KASSA_REPLAYED_SCANS=100000` replays as many scans as ux 18.10 asks for, and
`--log-cli-level=INFO` shows how they were spread.
"""

import logging
import os
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.scanner_input import DEFAULT_LIMITS
from tests.pos_app.held_lane import HeldLane
from tests.pos_app.small_desk import SmallDesk
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands
from tests.pos_app.ui.replay import Replay
from tests.pos_app.ui.states import STATES

SCANS = int(os.environ.get("KASSA_REPLAYED_SCANS", "3000"))
SEED = 20_261_121
HUMAN = 0.1
"""So many of the replays are of a person who types."""

log = logging.getLogger(__name__)
Arrange = Callable[[MainWindow], None]


def replay(
    state: str, arrange: Arrange, window: MainWindow, binder: Binder, desk: SmallDesk, hands: Hands
) -> Replay:
    made = Replay(window, binder, desk, hands, arrange, random.Random(f"{SEED} {state}"))
    targets, scans, aimed = made.targets(), 0, 0
    while scans < SCANS / (len(STATES) + 1) or aimed < len(made.targets()):
        if aimed % len(targets) == 0:
            made.set_up()
            targets = made.targets()
        target = targets[aimed % len(targets)]
        aimed += 1
        if not made.aim(target):
            continue
        if made.randomness.random() < HUMAN:
            made.type_once()
            made.set_up()
            targets = made.targets()
        else:
            made.scan_once()
            scans += 1
    log.info("%s: %d scans into %d targets: %s", state, scans, len(targets), made.counts)
    return made


@pytest.mark.parametrize("state", STATES)
def test_every_scan_is_handled_once_or_refused_aloud(
    state: str, window: MainWindow, binder: Binder, small_desk: SmallDesk, hands: Hands
) -> None:
    made = replay(state, STATES[state], window, binder, small_desk, hands)

    assert made.handled + len(made.refused) >= SCANS // (len(STATES) + 1)
    if state in ("sign-in", "sign-in-refused", "locked", "approval"):
        assert small_desk.calls == []


def test_every_scan_is_refused_aloud_while_payment_runs(
    window: MainWindow, binder: Binder, small_desk: SmallDesk, lane: HeldLane, hands: Hands
) -> None:
    def pay(window: MainWindow) -> None:
        lane.is_held = False
        window.show_sale(examples.PLAIN)
        if not binder.is_paying:
            lane.is_held = True
            binder.dispatch("tender.cash", {})
        lane.is_held = True

    made = replay("paying", pay, window, binder, small_desk, hands)

    assert made.handled == 0
    assert len(made.refused) >= SCANS // (len(STATES) + 1)
    assert small_desk.calls == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda window: setattr(window, "scan", lambda code: None), "was handled or refused 0 times"),
        (lambda window: setattr(window, "scan", _twice(window)), "was handled or refused"),
        (lambda window: window._router.know_by(replace(DEFAULT_LIMITS, gap_max_ms=5)), "leaked|was handled"),
    ],
    ids=["lost", "double", "leaked"],
)
def test_a_scan_that_is_lost_doubled_or_leaked_is_rejected(
    spoil: Callable[[MainWindow], None], fault: str, window: MainWindow, binder: Binder, small_desk: SmallDesk,
    hands: Hands,
) -> None:  # fmt: skip
    made = Replay(window, binder, small_desk, hands, STATES["plain"], random.Random(SEED))
    spoil(window)

    with pytest.raises(AssertionError, match=fault):
        scan_often(made)


def scan_often(made: Replay) -> None:
    for _ in range(20):
        made.scan_once()


def _twice(window: MainWindow) -> Callable[[str], None]:
    once = window.scan

    def scan(code: str) -> None:
        once(code)
        once(code)

    return scan
