"""Random keys, scans and taps on a real register: Esc changes no sale, no stray Enter pays, nothing is a dead end.

A sample runs with the tests. `KASSA_RANDOM_STEPS=10000` takes as many steps as ux 18.11 asks for, and
`KASSA_RANDOM_SEED` others than those.
"""

import logging
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.ui.main_window import MainWindow
from pos_app.ui.texts import speak
from pos_app.ui.theme import Theme
from tests.pos_app.ui.hands import Hands
from tests.ux.cashier import Cashier
from tests.ux.tasks import SIGN_IN
from tests.ux.till import Till, opened_till
from tests.ux.wanderer import Wanderer

STEPS = int(os.environ.get("KASSA_RANDOM_STEPS", "500"))
HOME_EVERY = 20
SEED = int(os.environ.get("KASSA_RANDOM_SEED", "20261127"))

log = logging.getLogger(__name__)


@pytest.fixture
def till(window: MainWindow, hands: Hands, theme: Theme, qapp: object, tmp_path: Path) -> Iterator[Till]:
    with opened_till(tmp_path / "register", window, hands) as made:
        SIGN_IN.by_keyboard(Cashier(window, hands), made)
        hands.key("Enter")
        yield made
    speak("en")


@pytest.mark.timeout(120 + STEPS // 2)
def test_nothing_random_pays_or_loses_or_traps(till: Till) -> None:
    wanderer = Wanderer(till, random.Random(SEED))
    for number in range(STEPS):
        wanderer.step()
        if number % HOME_EVERY == HOME_EVERY - 1:
            wanderer.go_home()
    till.put_back()
    log.info("%d steps: %s; journal: %d entries", STEPS, wanderer.counts, len(till.kinds()))

    assert wanderer.faults == []
    assert set(wanderer.counts) == {"key", "tap", "scan", "type"}
    assert "transaction.conclude" in till.kinds()


def test_a_payment_by_a_stray_enter_is_rejected(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    wanderer = Wanderer(till, random.Random(SEED))
    till.hands.scan("4006381333931")
    monkeypatch.setattr(wanderer.randomness, "choice", lambda options: "Enter")
    till.window.sale.input.commit = lambda: till.binder.dispatch("tender.cash", {})  # type: ignore[method-assign]
    wanderer._key()

    assert wanderer.faults == ["a stray Enter paid, after key Enter"]


def test_esc_that_changes_the_sale_and_a_dead_end_are_rejected(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanderer = Wanderer(till, random.Random(SEED))
    till.hands.scan("4006381333931")
    monkeypatch.setattr(wanderer.randomness, "choice", lambda options: "Esc")

    def void_a_line() -> bool:
        till.binder.dispatch("line.void", {"line": 1})
        return True

    monkeypatch.setattr(till.window.sale, "_step_back", void_a_line)
    wanderer._key()
    till.binder.opening.product_search()
    wanderer.go_home()

    assert [fault.split(",")[0] for fault in wanderer.faults] == [
        "Esc changed the sale",
        "no way back to the sale from sale",
    ]
