"""A lane does one thing after the other beside the window, and hands results back on its thread."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from pos_app.lanes import Lane, WorkerLane
from tests.pos_app.inline_lane import InlineLane


def unexpected(fault: Exception) -> None:
    pytest.fail(f"it failed: {fault}")


def test_worker_keeps_the_order_and_comes_back_on_the_main_thread(qtbot: QtBot) -> None:
    lane = WorkerLane("test")
    worked_on: list[tuple[int, int]] = []
    shown_on: set[int] = set()

    def work(number: int) -> Callable[[], int]:
        def now() -> int:
            worked_on.append((number, threading.get_ident()))
            return number

        return now

    for number in range(20):
        lane.submit(work(number), lambda _: shown_on.add(threading.get_ident()), unexpected)
    qtbot.wait_until(lambda: len(worked_on) == 20 and bool(shown_on))
    lane.close()

    assert [number for number, _ in worked_on] == list(range(20))
    assert len({thread for _, thread in worked_on}) == 1
    assert shown_on == {threading.get_ident()}
    assert worked_on[0][1] != threading.get_ident()


@pytest.mark.parametrize("make", [InlineLane, lambda: WorkerLane("test")], ids=["inline", "worker"])
def test_failed_work_reaches_its_handler(make: Callable[[], Lane], qtbot: QtBot) -> None:
    lane = make()
    faults: list[Exception] = []

    def fail() -> None:
        raise OSError("disk full")

    lane.submit(fail, lambda _: pytest.fail("it did not fail"), faults.append)
    qtbot.wait_until(lambda: len(faults) == 1)
    lane.close()

    assert str(faults[0]) == "disk full"


def test_closed_worker_finishes_its_work_but_shows_nothing(qtbot: QtBot) -> None:
    lane = WorkerLane("test")
    gate = threading.Event()
    worked: list[bool] = []
    shown: list[bool] = []

    def work() -> bool:
        worked.append(gate.wait(60))
        return True

    lane.submit(work, shown.append, unexpected)
    gate.set()
    lane.close()
    lane.submit(work, shown.append, unexpected)
    qtbot.wait(20)

    assert worked == [True]
    assert shown == []
