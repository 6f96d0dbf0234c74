"""One counter for all of these tests; each row begins with an empty sale."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.ui.theme import Theme
from tests.fixtures.fix_window import dressed
from tests.refusals.counter import Counter
from tests.ux.till import opened_window

__all__ = ["dressed"]


@pytest.fixture(scope="package")
def whole_counter(tmp_path_factory: pytest.TempPathFactory, dressed: QApplication) -> Iterator[Counter]:
    with ExitStack() as undo:
        window, hands = undo.enter_context(opened_window(Theme()))
        yield Counter(tmp_path_factory.mktemp("counter"), window, hands, undo)


@pytest.fixture
def counter(whole_counter: Counter) -> Counter:
    whole_counter.clear()
    return whole_counter
