"""No script of the protocol loses or doubles anything; with one mistake it does; the real programs keep to it."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, seed
from hypothesis import settings as budget
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, run_state_machine_as_test

from tests.faults.model import broken
from tests.faults.model.demands import Broken
from tests.faults.model.machine import Shop
from tests.faults.model.mistakes import MISTAKES
from tests.faults.model.quick import Quick
from tests.faults.model.register import ModelRegister
from tests.faults.model.test_model import shop
from tests.faults.model.watched import Watched

SCRIPTS, SCRIPTS_LONG, SCRIPTS_OF_A_MISTAKE, REAL_SCRIPTS = 40, 400, 2000, 4
STEPS, REAL_STEPS = 200, 40
SAME = 2
"""The seed of CI: the same scripts every time. A long run takes another, and those after it; it prints the last."""
ROUNDS_LONG = 50
"""Each with a seed of its own: what a round has seen lies in memory, a gigabyte for a thousand scripts."""


def play(
    scripts: type[RuleBasedStateMachine], which: int, count: int, steps: int, *, shrinks: bool = False
) -> None:
    settings = budget(
        deadline=None, max_examples=count, stateful_step_count=steps, derandomize=False, database=None,
        phases=(Phase.generate, Phase.shrink) if shrinks else (Phase.generate,), print_blob=False,
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
    )  # fmt: skip
    run_state_machine_as_test(seed(which)(scripts), settings=settings)


@pytest.mark.timeout(0)
def test_in_no_script_of_the_protocol_anything_is_lost_doubled_or_torn(
    pytestconfig: pytest.Config, compared: Callable[[str], None]
) -> None:
    is_long: bool = pytestconfig.getoption("--long")
    given: int | None = pytestconfig.getoption("--seed")
    first = which = SAME if given is None else given

    class Scripts(Quick):
        """These scripts alone."""

    begun = time.process_time()
    try:
        for which in range(first, first + (ROUNDS_LONG if is_long else 1)):
            play(Scripts, which, SCRIPTS_LONG if is_long else SCRIPTS, STEPS, shrinks=is_long)
    finally:
        seconds = time.process_time() - begun
        compared(
            f"protocol: {Scripts.scripts} scripts of --seed {which}, {Scripts.steps} steps, "
            f"{Scripts.steps / seconds:.0f} a second of one processor"
        )
    assert Scripts.steps > SCRIPTS * STEPS / 4


@pytest.mark.parametrize(("letters", "which", "mistaken"), MISTAKES)
def test_the_protocol_with_one_mistake_is_found_out(letters: str, which: int, mistaken: type[Quick]) -> None:
    class Scripts(mistaken):  # type: ignore[misc, valid-type]  # a class that is given
        """These scripts alone."""

    with pytest.raises(Broken) as found:
        play(Scripts, which, SCRIPTS_OF_A_MISTAKE, STEPS)

    assert str(found.value)[0] in letters


class WatchedShop(Shop):
    """Scripts of the real programs, of which every commit is looked at."""

    commits: ClassVar[int] = 0

    @initialize(registers=st.integers(2, 3), seed=st.integers(0, 2**16))
    def open(self, registers: int, seed: int) -> None:
        super().open(registers, seed)
        self.undo = ExitStack()
        self.watched = Watched(self.world)
        self.undo.enter_context(self.watched.watching())

    @invariant()
    def every_commit_was_allowed(self) -> None:
        if hasattr(self, "watched"):
            self.watched.demand_all()

    def teardown(self) -> None:
        super().teardown()
        self.every_commit_was_allowed()
        if hasattr(self, "undo"):
            self.undo.close()
            type(self).commits += self.watched.commits


@contextmanager
def watched_shop(folder: Path, register: type[ModelRegister] = ModelRegister) -> Iterator[type[WatchedShop]]:
    with shop(folder, register) as scripts:

        class Scripts(WatchedShop):
            """These scripts alone."""

        Scripts.world = scripts.world
        yield Scripts


@pytest.mark.timeout(0)
def test_every_commit_of_the_real_programs_is_a_step_of_the_protocol(tmp_path: Path) -> None:
    """So what holds for all steps of the protocol holds for what the programs do."""
    with watched_shop(tmp_path) as scripts:
        play(scripts, SAME, REAL_SCRIPTS, REAL_STEPS)

    assert scripts.commits > REAL_SCRIPTS * REAL_STEPS


@pytest.mark.parametrize("mistaken", [broken.MarksByCount, broken.MovesCursorFirst])
def test_a_program_that_does_not_keep_to_the_protocol_is_noticed_at_its_commit(
    mistaken: type[ModelRegister], tmp_path: Path
) -> None:
    with watched_shop(tmp_path, mistaken) as scripts, pytest.raises(Broken):
        play(scripts, SAME, REAL_SCRIPTS * 20, REAL_STEPS)
