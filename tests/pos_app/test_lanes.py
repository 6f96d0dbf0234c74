"""A lane does one thing after the other beside the window, and hands results back on its thread."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from pos_app.lanes import InlineLane, Lane, WorkerLane


def test_worker_keeps_the_order_and_comes_back_on_the_main_thread(qtbot: QtBot) -> None:
    lane = WorkerLane("test")
    done: list[int] = []
    threads: set[int] = set()

    for number in range(20):
        lane.submit(lambda number=number: (number, threading.get_ident()),  # type: ignore[misc]
                    lambda result: (done.append(result[0]), threads.add(result[1]),
                                    threads.add(-threading.get_ident())), pytest.fail)  # fmt: skip
    qtbot.wait_until(lambda: len(done) == 20)
    lane.close()

    main = threading.get_ident()
    assert done == list(range(20))
    assert -main in threads
    assert main not in threads
    assert len(threads) == 2


@pytest.mark.parametrize("make", [InlineLane, lambda: WorkerLane("test")])
def test_failed_work_reaches_its_handler(make: type[InlineLane], qtbot: QtBot) -> None:
    lane: Lane = make()
    faults: list[Exception] = []

    def fail() -> None:
        raise OSError("disk full")

    lane.submit(fail, lambda _: pytest.fail("it did not fail"), faults.append)
    qtbot.wait_until(lambda: len(faults) == 1)
    lane.close()

    assert str(faults[0]) == "disk full"


def test_closed_worker_finishes_its_work_but_shows_nothing(qtbot: QtBot) -> None:
    lane = WorkerLane("test")
    worked: list[int] = []
    shown: list[None] = []

    gate = threading.Event()

    lane.submit(lambda: (gate.wait(5), worked.append(1))[1], shown.append, pytest.fail)
    gate.set()
    lane.close()
    lane.submit(lambda: worked.append(2), shown.append, pytest.fail)
    qtbot.wait(20)

    assert worked == [1]
    assert shown == []
