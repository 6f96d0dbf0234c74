"""A short twin of the soak benchmark: sales leave no widgets, no objects and no lost references behind."""

import gc
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pos_app.ui.main_window import MainWindow
from tests.pos_app.ui.hands import Hands
from tests.ux.cashier import Cashier
from tests.ux.tasks import SIGN_IN, SOCK
from tests.ux.till import Till, opened_till

WARM_UPS, SALES, ROUNDS = 10, 30, 3
LEFT_MAX = 15
"""Objects a sale may leave; a gesture that Qt kept of every sheet made it 18."""


@pytest.fixture
def till(window: MainWindow, hands: Hands, tmp_path: Path) -> Iterator[Till]:
    with opened_till(tmp_path / "register", window, hands) as made:
        SIGN_IN.by_keyboard(Cashier(window, hands), made)
        hands.key("Enter")
        yield made


def sell(till: Till, sales: int) -> None:
    for _ in range(sales):
        till.hands.scan(SOCK)
        till.hands.key("F2")
        till.hands.key("Esc")
        till.hands.key("F12")
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def counted() -> tuple[int, int]:
    """Widgets, and objects without references to what is gone: the toolkit clears those away in its own time."""
    gc.collect()
    objects = [
        each for each in gc.get_objects() if type(each) is not weakref.ReferenceType or each() is not None
    ]
    return len(QApplication.allWidgets()), len(objects)


def test_sales_leave_nothing_behind(till: Till) -> None:
    sell(till, WARM_UPS)
    till.shop.printer.printed.clear()
    # What happens beside the sales now and then leaves a few objects once; what a sale leaves, every round has.
    for number in range(1, ROUNDS + 1):
        (widgets, objects), nones = counted(), sys.getrefcount(None)
        sell(till, SALES)
        till.shop.printer.printed.clear()
        (widgets_after, objects_after), nones_after = counted(), sys.getrefcount(None)
        assert till.kinds().count("transaction.conclude") == WARM_UPS + number * SALES
        assert widgets_after == widgets
        assert nones_after - nones > -SALES, "references to None are lost: this toolkit ends the process"
        if objects_after - objects < LEFT_MAX * SALES:
            return
    pytest.fail(f"each of {ROUNDS} rounds leaves more than {LEFT_MAX} objects a sale behind")


def test_a_widget_that_stays_behind_is_counted(till: Till) -> None:
    before, _ = counted()
    till.binder.opening.product_search()

    assert counted()[0] > before


def work_ms(work: Callable[[], object], rounds: int = 9) -> float:
    """The least that one round takes of this thread's own time: who else uses the machine counts for nothing."""
    taken = []
    for _ in range(rounds):
        begin = time.thread_time()
        work()
        QApplication.processEvents()
        taken.append((time.thread_time() - begin) * 1000)
    return min(taken)


def test_scans_and_sheets_answer_within_their_budgets(till: Till) -> None:
    def open_and_close() -> None:
        till.hands.key("F2")
        QApplication.processEvents()
        till.hands.key("Esc")

    assert work_ms(lambda: till.hands.scan(SOCK)) <= 100
    assert work_ms(open_and_close) <= 150
