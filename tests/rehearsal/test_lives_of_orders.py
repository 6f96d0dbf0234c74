"""Whatever people, lines and crashes do to orders: money and goods add up, and both sides agree in the end."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings as budget
from hypothesis.stateful import run_state_machine_as_test

from tests.rehearsal.lives_of_orders import LivesOfOrders


def test_any_life_of_orders_adds_up_at_registers_and_headquarters(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    lives: int | None = pytestconfig.getoption("--lives")
    with ExitStack() as undo:

        class Lives(LivesOfOrders):
            """These lives, on files of their own."""

        Lives.folder, Lives.undo = tmp_path, undo
        run_state_machine_as_test(  # type: ignore[no-untyped-call] -- Hypothesis leaves it untyped
            Lives,
            settings=budget(
                max_examples=lives or 20,
                stateful_step_count=15,
                derandomize=lives is None,
                phases=[__import__("hypothesis").Phase.generate],
                report_multiple_bugs=False,
            ),
        )
