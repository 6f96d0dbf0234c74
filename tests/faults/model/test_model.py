"""Whatever people, lines, clocks and restores do, the invariants hold; a shop with one mistake is found out."""

import gc
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed
from hypothesis import settings as budget
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.model import broken
from tests.faults.model.demands import Broken
from tests.faults.model.disks import MortalDatabase
from tests.faults.model.machine import Shop
from tests.faults.model.register import ModelRegister
from tests.faults.model.world import World

FEW, MANY = 15, 100
STEPS = 40
SAME = 1
"""The seed of CI: the same scripts every time. A long run takes another, and those after it; it prints the last."""
ROUNDS_LONG = 20
"""Each with a seed of its own: what a round has seen lies in memory."""


@contextmanager
def shop(
    folder: Path,
    register: type[ModelRegister] = ModelRegister,
    database: type[MortalDatabase] = MortalDatabase,
) -> Iterator[type[Shop]]:
    """Scripts in a world of their own, without a log of all the faults that are made."""
    logging.disable(logging.CRITICAL)
    with ExitStack() as undo:

        class Scripts(Shop):
            """These scripts alone."""

        Scripts.world = World(folder, undo, register, database)
        gc.collect()
        try:
            yield Scripts
        finally:
            logging.disable(logging.NOTSET)


def play(scripts: type[Shop], which: int, count: int, phases: tuple[Phase, ...]) -> None:
    settings = budget(
        deadline=None, max_examples=count, stateful_step_count=STEPS, derandomize=False, phases=phases,
        print_blob=False, suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
    )  # fmt: skip
    run_state_machine_as_test(seed(which)(scripts), settings=settings)


@pytest.mark.timeout(0)
def test_no_script_loses_doubles_or_tears_anything(
    tmp_path: Path, pytestconfig: pytest.Config, compared: Callable[[str], None]
) -> None:
    """`--long` plays many others, and makes one that fails shorter."""
    is_long: bool = pytestconfig.getoption("--long")
    given: int | None = pytestconfig.getoption("--seed")
    first = which = SAME if given is None else given
    with shop(tmp_path) as scripts:
        begun, before = time.process_time(), scripts.world.events
        try:
            for which in range(first, first + (ROUNDS_LONG if is_long else 1)):
                play(scripts, which, MANY if is_long else FEW, (Phase.generate, *((Phase.shrink,) * is_long)))
        finally:
            seconds = time.process_time() - begun
            done = scripts.world.events - before
            compared(
                f"model: {scripts.scripts} scripts of --seed {which}, {scripts.steps} steps with {done} calls and "
                f"commits, {scripts.steps / seconds:.0f} and {done / seconds:.0f} a second of one processor"
            )


@pytest.mark.parametrize(
    ("letters", "register", "database"),
    [
        ("A", ModelRegister, broken.AcknowledgesFirst),
        ("LA", broken.MarksByCount, MortalDatabase),
        ("F", broken.MovesCursorFirst, MortalDatabase),
        ("WL", broken.SendsInASecondCommit, MortalDatabase),
        ("A", broken.OffersNothingAgain, MortalDatabase),
    ],
)
def test_a_shop_with_one_mistake_is_found_out(
    letters: str, register: type[ModelRegister], database: type[MortalDatabase], tmp_path: Path
) -> None:
    with shop(tmp_path, register, database) as scripts, pytest.raises(Broken) as found:
        play(scripts, SAME, FEW * 20, (Phase.generate,))

    assert str(found.value)[0] in letters
