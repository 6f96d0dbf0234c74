"""A short twin of the soak benchmark: sales leave no widgets, no objects and no lost references behind."""

import gc
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pos_app.ui.main_window import MainWindow
from tests.pos_app.ui.hands import Hands
from tests.ux.cashier import Cashier
from tests.ux.tasks import SIGN_IN, SOCK
from tests.ux.till import Till, opened_till

WARM_UPS, SALES = 10, 30


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
    objects = [each for each in gc.get_objects() if type(each) is not weakref.ReferenceType or each()]
    return len(QApplication.allWidgets()), len(objects)


def test_sales_leave_nothing_behind(till: Till) -> None:
    sell(till, WARM_UPS)
    till.shop.printer.printed.clear()
    (widgets, objects), nones = counted(), sys.getrefcount(None)
    sell(till, SALES)
    till.shop.printer.printed.clear()
    (widgets_after, objects_after), nones_after = counted(), sys.getrefcount(None)

    assert till.kinds().count("transaction.conclude") == WARM_UPS + SALES
    assert widgets_after == widgets
    assert objects_after - objects < 15 * SALES  # a gesture that Qt kept of every sheet made it 18
    assert nones_after - nones > -SALES, "references to None are lost: this toolkit ends the process"


def test_a_widget_that_stays_behind_is_counted(till: Till) -> None:
    before, _ = counted()
    till.binder.opening.product_search()

    assert counted()[0] > before
