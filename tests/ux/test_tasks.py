"""The tasks of ux 16 by touch, by keyboard and by both stay within the table, and the page shows what was played."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.ui.main_window import MainWindow
from pos_app.ui.theme import Theme
from tests.pos_app.ui.hands import Hands
from tests.ux.cashier import Cashier
from tests.ux.interactions import PAGE, all_tasks, page, play_all
from tests.ux.tasks import MODES, Task

Played = Mapping[tuple[str, str], Cashier]


@pytest.fixture(scope="module")
def played(dressed: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Played:
    return play_all(Theme(), tmp_path_factory.mktemp("tasks"))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("task", all_tasks(), ids=lambda task: task.number)
def test_task_takes_no_more_than_it_may(task: Task, mode: str, played: Played) -> None:
    assert played[task.number, mode].count <= task.allowed(mode)


def test_page_shows_what_was_played(played: Played) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(played), "renew it: python -m tests.ux.interactions"


def test_each_mode_keeps_to_its_own_means(played: Played) -> None:
    assert {name for (_, mode), cashier in played.items() if mode == "touch" for name in cashier.used} <= {
        "scan", "finger",
    }  # fmt: skip
    assert {name for (_, mode), cashier in played.items() if mode == "keyboard" for name in cashier.used} <= {
        "scan", "key",
    }  # fmt: skip


@pytest.mark.parametrize("mode", MODES)
def test_a_task_that_takes_more_than_it_may_is_rejected(mode: str, played: Played) -> None:
    longest = all_tasks()[1]
    hurried = replace(longest, most=played[longest.number, mode].count - 2)

    assert played[longest.number, mode].count > hurried.allowed(mode)


def test_every_row_of_the_table_is_played_in_every_mode(played: Played) -> None:
    numbers = {task.number.rstrip("ab") for task in all_tasks()}

    assert numbers == {str(number) for number in range(1, 22)}
    assert set(played) == {(task.number, mode) for task in all_tasks() for mode in MODES}


def test_a_key_that_is_used_by_touch_is_seen(window: MainWindow, hands: Hands) -> None:
    cashier = Cashier(window, hands)
    cashier.key("F1")
    cashier.scan("12345678")

    assert (cashier.count, cashier.used) == (2, {"key", "scan"})
