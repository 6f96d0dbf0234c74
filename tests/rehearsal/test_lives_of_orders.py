"""Whatever people, lines and crashes do to orders: money and goods add up, and both sides agree in the end."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import Phase
from hypothesis import settings as budget
from hypothesis.stateful import run_state_machine_as_test

from tests.rehearsal.lives_of_orders import LivesOfOrders

FEW = budget(max_examples=20, stateful_step_count=15, derandomize=True, phases=[Phase.generate])
"""The same lives every time; one that fails is told as it was, and not made shorter, which takes minutes."""


def test_any_life_of_orders_adds_up_at_registers_and_headquarters(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """`--lives 500 --timeout 0` plays other ones, and makes one that fails shorter."""
    lives: int | None = pytestconfig.getoption("--lives")
    many = budget(max_examples=lives or 1, stateful_step_count=30, derandomize=False, print_blob=True)
    with ExitStack() as undo:

        class Lives(LivesOfOrders):
            """These lives, on files of their own."""

        Lives.folder, Lives.undo = tmp_path, undo
        run_state_machine_as_test(Lives, settings=many if lives else FEW)
