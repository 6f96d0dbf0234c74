"""The tasks of ux 16 by touch, by keyboard and by both stay within the table, and the page shows what was played."""

from collections.abc import Mapping

import pytest

from pos_app.ui.theme import Theme
from tests.ux.cashier import Cashier
from tests.ux.interactions import PAGE, all_tasks, page, play_all
from tests.ux.tasks import MODES, Task

Played = Mapping[tuple[str, str], Cashier]


@pytest.fixture(scope="module")
def played(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Played:
    return play_all(theme, tmp_path_factory.mktemp("tasks"))


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
